"""Did you mean …?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Returns the known word that `word` is most likely a slip for, None when none is near.

    Near is one edit in three letters of the longer word at most, a swap of
    neighbours being one edit; among equals the first in order of the alphabet.
    """
    from rapidfuzz.distance import OSA

    folded = word.casefold().replace("_", "-")
    scored = ((OSA.distance(folded, other.casefold().replace("_", "-")), other) for other in known)
    near = sorted((edits, other) for edits, other in scored if edits <= max(1, len(word) // 3, len(other) // 3))
    return near[0][1] if near else None


def hint(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Returns `did you mean …?`; when no word is near, `otherwise`, or else the words that may stand here."""
    known = sorted(known)
    near = nearest(word, known)
    if near is not None:
        return f"did you mean `{near}`?"
    return otherwise or "one of " + ", ".join(f"`{other}`" for other in known) if known else ""
