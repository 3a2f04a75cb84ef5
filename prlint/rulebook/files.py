"""The files that make a rulebook."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIXES = (".yaml", ".yml")

#: Size, and times of the last change of content and of the entry, in nanoseconds.
Stamp = tuple[int, int, int]


class File(NamedTuple):
    """One file: its path as shown (with `/`), its name below its root, its folder's name, whether it is ours."""

    path: str
    name: str
    family: str
    ours: bool
    stamp: Stamp


def find(roots: Sequence[str], builtin: str) -> tuple[list[File], list[str]]:
    """Returns the rule files below the roots, and the roots that are not there.

    The folder `builtin` comes first (an empty one is none). A file that lies
    below several roots is that of the first. Files are sorted by name within
    each root. Hidden ones are passed over, and links that lead out of their
    root are not followed.
    """
    found: dict[str, list[File]] = {}
    missing: list[str] = []
    for root in [builtin, *roots] if builtin else roots:
        whole = os.path.realpath(root)
        if whole in found:
            continue
        shown = root.replace(os.sep, "/")
        if os.path.isfile(whole):
            name = os.path.basename(root)
            files = [File(shown, name, os.path.basename(os.path.dirname(whole)), False, _stamp(os.stat(whole)))]
        elif os.path.isdir(whole):
            family = os.path.basename(whole)
            below = _below(root, shown.rstrip("/"), "", family, whole)
            files = sorted(file._replace(ours=root == builtin) for file in below)
        else:
            missing.append(shown)
            continue
        found[whole] = _not_in(found, whole, files)
    return [file for files in found.values() for file in files], missing


def _not_in(found: dict[str, list[File]], whole: str, files: list[File]) -> list[File]:
    """Returns the files of a root that no earlier root holds."""
    near = [root for root in found if _within(root, whole) or _within(whole, root)]
    if not near:
        return files
    known = {_whole(root, file) for root in near for file in found[root]}
    return [file for file in files if _whole(whole, file) not in known]


def _within(inner: str, outer: str) -> bool:
    return inner.startswith(os.path.join(outer, ""))


def _whole(root: str, file: File) -> str:
    """Returns where a file lies; of a root that is a file, itself."""
    return root if os.path.isfile(root) else os.path.join(root, *file.name.split("/"))


def _below(folder: str, shown: str, name: str, family: str, whole: str) -> Iterator[File]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_symlink() and not os.path.realpath(entry.path).startswith(os.path.join(whole, "")):
                continue
            below = f"{name}/{entry.name}" if name else entry.name
            if entry.name.endswith(SUFFIXES) and entry.is_file():
                yield File(f"{shown}/{entry.name}", below, family, False, _stamp(entry.stat()))
            elif entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{shown}/{entry.name}", below, entry.name, whole)


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns
