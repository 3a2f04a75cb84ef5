"""The files that make a rulebook."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIXES = (".yaml", ".yml")


class File(NamedTuple):
    """One file: its path as shown (with `/`), its name below its root, its folder's name, and whether it is ours."""

    path: str
    name: str
    family: str
    ours: bool


def find(roots: Sequence[str], builtin: str) -> tuple[list[File], list[str]]:
    """Returns the rule files below the roots, and the roots that are not there.

    `builtin` comes first, and is left out among the others. Files are sorted by name within each
    root; hidden ones are passed over, and links that lead out of the root are not followed.
    """
    files: list[File] = []
    missing: list[str] = []
    seen: set[str] = set()
    for root in [builtin, *roots] if builtin else roots:
        whole = os.path.realpath(root)
        if whole in seen:
            continue
        seen.add(whole)
        if os.path.isfile(root):
            family = os.path.basename(os.path.dirname(whole))
            files.append(File(root.replace(os.sep, "/"), os.path.basename(root), family, False))
        elif os.path.isdir(root):
            files += _below(root, whole, root == builtin)
        else:
            missing.append(root.replace(os.sep, "/"))
    return files, missing


def _below(root: str, whole: str, ours: bool) -> Iterator[File]:
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.endswith(SUFFIXES) and not name.startswith("."):
                path = os.path.join(folder, name)
                if not os.path.islink(path) or os.path.realpath(path).startswith(os.path.join(whole, "")):
                    found.append(path)
    for path in sorted(found):
        family = os.path.basename(os.path.dirname(os.path.abspath(path)))
        name = os.path.relpath(path, root).replace(os.sep, "/")
        yield File(path.replace(os.sep, "/"), name, family, ours)
