"""Loads rules: from the cache when it holds them, else from their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.rulebook.files import File, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.rulebook.error import RuleError
    from prlint.rulebook.model import Rulebook


def load(paths: Sequence[str], *, builtin: str) -> Rulebook:
    """Returns the rules of the folder `builtin` and of the files and folders at `paths`.

    A rule of the builtin folder is held to more than a user's. Nothing is
    raised for a broken file: it is among `errors`, and all others are loaded.
    """
    files, missing = find(paths, builtin)
    return _read(files, missing)


def _read(files: Iterable[File], missing: Iterable[str]) -> Rulebook:
    from prlint.rulebook.compiling import build
    from prlint.rulebook.error import RuleError

    errors = [RuleError(path, "there is no such file or folder") for path in missing]
    contents = []
    for file in files:
        try:
            with open(file.path, "rb") as stream:
                contents.append((file, stream.read()))
        except OSError as problem:
            errors.append(RuleError(file.path, f"cannot be read: {problem.strerror}"))
    return build(contents, errors)
