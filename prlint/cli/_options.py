"""Words that stand behind options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.console import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def words(given: Iterable[str]) -> list[str]:
    """Returns the words of an option that may be given several times, and several words with commas at a time."""
    return [word.strip() for several in given for word in several.split(",") if word.strip()]


def one_of(option: str, word: str, allowed: Sequence[str]) -> str:
    """Returns the word of an option; raises Failure where it is not one that may stand there."""
    if word in allowed:
        return word
    from prlint.text.hints import hint

    raise Failure(f"{option} cannot be `{word}`", hint(word, allowed))
