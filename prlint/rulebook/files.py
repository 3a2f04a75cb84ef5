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

    The folder `builtin` comes first, and is left out among the others (an
    empty one is none). Files are sorted by name within each root. Hidden ones
    are passed over, and links that lead out of their root are not followed.
    """
    files: list[File] = []
    missing: list[str] = []
    seen: set[str] = set()
    for root in [builtin, *roots] if builtin else roots:
        whole = os.path.realpath(root)
        if whole in seen:
            continue
        seen.add(whole)
        shown = root.replace(os.sep, "/")
        if os.path.isfile(whole):
            name = os.path.basename(root)
            files.append(File(shown, name, os.path.basename(os.path.dirname(whole)), False, _stamp(os.stat(whole))))
        elif os.path.isdir(whole):
            family = os.path.basename(whole)
            below = _below(root, shown.rstrip("/"), "", family, whole)
            files += sorted(file._replace(ours=root == builtin) for file in below)
        else:
            missing.append(shown)
    return files, missing


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
