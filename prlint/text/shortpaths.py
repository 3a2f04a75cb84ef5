"""Names of files that are short and still tell them apart."""

from __future__ import annotations

from itertools import pairwise
from os.path import commonprefix
from typing import TYPE_CHECKING

from prlint.text.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A shortened name goes to the end of its word, unless that makes it longer than this.
_LONGEST = 20


def short_paths(paths: Iterable[str]) -> dict[str, str]:
    """Returns for each path a name fit to print: that of the file, cut (…) where it is long and still the only one.

    Files of one name in two folders keep their whole paths.
    """
    names = {path: path.rpartition("/")[2] or path for path in paths}
    by_name: dict[str, list[str]] = {}
    for path, name in names.items():
        by_name.setdefault(name, []).append(path)
    ordered = sorted(by_name)
    # Two names share most with their neighbours in order.
    needed = dict.fromkeys(ordered, 3)
    for one, other in pairwise(ordered):
        shared = len(commonprefix((one, other))) + 1  # noqa: RUF071 - names are cut by letters
        needed[one], needed[other] = max(needed[one], shared), max(needed[other], shared)
    return {
        path: printable(_cut(name, needed[name]) if len(by_name[name]) == 1 else path) for path, name in names.items()
    }


def _cut(name: str, length: int) -> str:
    # A date at the front stays whole.
    if name[:10].replace("-", "").isdecimal() and name[4:5] == name[7:8] == "-":
        length = max(length, 10)
    while length < min(len(name), _LONGEST) and name[length].isalnum():
        length += 1
    return name if len(name) <= length + 4 else name[:length] + "…"
