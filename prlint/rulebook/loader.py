"""Loads rules: from the cache when it holds them, else from their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.rulebook.files import File, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.rulebook.model import Rulebook


def load(paths: Sequence[str], *, builtin: str, cache: str | None = None, examples: bool = False) -> Rulebook:
    """Returns the rules of the folder `builtin` (an empty text is none) and of the files and folders at `paths`.

    A file in a folder named `lists` is a list; one with a key `claim` defines a
    claim; any other is a rule, and one in `builtin` is held to more than a
    user's. Nothing is raised for a broken file: it is among `errors`, and all
    others are loaded.

    `cache` is a folder that only the user can write; rules whose files did not
    change come from there. `prlint.rulebook.cache.keep` puts them there once
    the work is done. Rules come with their `examples` only where those are
    asked for, and then always from their files.
    """
    files, missing = find(paths, builtin)
    if cache is None or missing or examples:
        return _read(files, missing, examples)
    from prlint.rulebook.cache import place, recall, stamp
    from prlint.rulebook.model import Origin

    path = place(cache, paths, builtin)
    now = stamp(files)
    kept = recall(path, now)
    if kept is not None:
        return kept
    return _read(files, missing, examples)._replace(origin=Origin(path, now, 0))


def _read(files: Iterable[File], missing: Iterable[str], examples: bool) -> Rulebook:
    from prlint.rulebook.compiling import build
    from prlint.text.error import RuleError

    errors = [RuleError(path, "there is no such file or folder") for path in missing]
    contents = []
    for file in files:
        try:
            with open(file.path, "rb") as stream:
                contents.append((file, stream.read()))
        except OSError as problem:
            errors.append(RuleError(file.path, f"cannot be read: {problem.strerror}"))
    rulebook = build(contents, errors)
    if examples:
        return rulebook
    # With or without a cache, what a caller gets is the same.
    return rulebook._replace(
        rules=tuple(rule._replace(examples=()) for rule in rulebook.rules),
        facts=tuple(fact._replace(examples=()) for fact in rulebook.facts),
    )
