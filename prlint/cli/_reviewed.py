"""The two files that `prlint review` writes beside a draft, and how it knows its own from a person's.

The page ends with a line that names the draft, the copy and the page itself by
their SHA-256. A file that stands where one of the two would go is replaced only
if such a line speaks for it: a copy that somebody worked on in Word is not
touched, nor is any other file.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from prlint import console
from prlint.console import Failure
from prlint.digest import sha256

_SEAL = "<!-- prlint review: draft {draft}, copy {copy}, page {page} -->\n"
_LENGTH = len(_SEAL.format(draft="0" * 64, copy="0" * 64, page="0" * 64))
#: Stands for the copy where there is none.
_NONE = "0" * 64


class Names(NamedTuple):
    """Where the copy and the page of a draft stand."""

    copy: str
    page: str


def names(draft: str, suffix: str) -> Names:
    """Returns both paths: draft.docx gives draft.reviewed.docx and draft.review.html."""
    stem, own = os.path.splitext(draft)
    return Names(f"{stem}.reviewed{own if own.lower() == suffix else suffix}", f"{stem}.review.html")


def write(draft: str, where: Names, copy: bytes | None, page: str, *, force: bool) -> None:
    """Writes the copy, where there is one, and the page; raises Failure where that would overwrite what is not ours."""
    wanted = [where.page] if copy is None else [where.copy, where.page]
    for path in wanted:
        if os.path.realpath(path) == os.path.realpath(draft):
            raise Failure(f"{path} leads to the draft itself, which is never changed", "move it away")
    if not force:
        ours = _ours(draft, where)
        for path in wanted:
            if os.path.lexists(path) and path not in ours:
                raise Failure(
                    f"{path} is there already, and is not as prlint wrote it for this draft",
                    "move it away if somebody worked on it; --force replaces it",
                )
    if copy is not None:
        console.save(where.copy, copy)
    console.save(where.page, _sealed(draft, copy, page))


def _sealed(draft: str, copy: bytes | None, page: str) -> bytes:
    data = page.encode("utf-8", "backslashreplace")
    seal = _SEAL.format(
        draft=_of_name(draft),
        copy=_NONE if copy is None else sha256(copy).hexdigest(),
        page=sha256(data).hexdigest(),
    )
    return data + seal.encode()


def _ours(draft: str, where: Names) -> set[str]:
    """Returns those of the two paths that hold what an earlier review of this draft wrote, unchanged."""
    data = _read(where.page) or b""
    page, seal = data[:-_LENGTH], data[-_LENGTH:].decode("utf-8", "replace")
    of_copy = seal[seal.find("copy ") + 5 :][:64]
    if seal != _SEAL.format(draft=_of_name(draft), copy=of_copy, page=sha256(page).hexdigest()):
        return set()
    copy = _read(where.copy)
    # The page is ours still where the copy has changed since, or is gone.
    return {where.page} if copy is None or sha256(copy).hexdigest() != of_copy else {where.page, where.copy}


def _of_name(draft: str) -> str:
    return sha256(os.path.basename(draft).encode("utf-8", "surrogateescape")).hexdigest()


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError:
        return None
