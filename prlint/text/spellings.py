"""How two names that a text gives one thing differ, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.near import plain, squeezed, transliterated

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_DIFFERENCE = str.maketrans({"–": "-", "—": "-", "&": " ", ".": " "})


def aligned(a: Sequence[str], b: Sequence[str], i: int, anywhere: bool = False) -> int | None:
    """Returns which word of the name `b` stands for word `i` of the name `a`, where all other words agree.

    Names are plain words. A name of one word may be the short form of a longer
    one: for its first word, or `anywhere` for any. A name of several words may
    leave out the end of the longer one. None where the names say different things.
    """
    if len(a) == len(b):
        return i if all(x == y for k, (x, y) in enumerate(zip(a, b, strict=True)) if k != i) else None
    if len(a) == 1 or len(b) == 1:
        return 0 if i == 0 or anywhere else None
    shared = min(len(a), len(b))
    if i >= shared:
        return None
    return i if all(a[k] == b[k] for k in range(shared) if k != i) else None


def difference(a: str, b: str) -> str:
    """Returns how two printed words or names with the same letters differ.

    `same` (or only in what is no difference: dashes, capitals throughout),
    `folded` (case, spaces, hyphens), `transliterated` (Müller and Mueller), or
    empty where their letters differ.
    """
    left, right = _bare(a).split(), _bare(b).split()
    if left == right:
        return "same"
    if len(left) == len(right) and all(
        x == y or (plain(x) == plain(y) and (_shouted(x) or _shouted(y))) for x, y in zip(left, right, strict=True)
    ):
        return "same"
    if squeezed(a) == squeezed(b):
        marks = plain(a) == plain(b) and a.casefold() != b.casefold()
        return "transliterated" if marks else "folded"
    return "transliterated" if transliterated(a) == transliterated(b) else ""


def digits(word: str) -> str:
    """Returns the digits of a word."""
    return "".join(c for c in word if c.isdigit())


def _shouted(text: str) -> bool:
    return text.isupper() or text.islower()


def _bare(text: str) -> str:
    """Returns `text` with one kind of dash, and without ampersands and full stops."""
    return text.translate(_NO_DIFFERENCE)
