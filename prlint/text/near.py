"""Names that are nearly the same: folding, inflection, and edit distance with limits that grow with length.

`near` answers most pairs from their lengths and letters alone; rapidfuzz is
imported only for a pair that these leave open.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Letters that Unicode does not decompose, as they are written without them.
_PLAIN = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ĸ": "k",
    }
)


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Returns `text` in lower case without diacritics: `Łódź` gives `lodz`."""
    if text.isascii():
        return text.lower()
    # Decomposed first: a letter of another alphabet or style can come apart into capitals.
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in folded if not unicodedata.combining(c)).translate(_PLAIN)


@lru_cache(maxsize=8192)
def squeezed(text: str) -> str:
    """Returns only the letters and digits of `text`, plain: `Astra-Zeneca` and `AstraZeneca` give one text."""
    folded = plain(text)
    return folded if folded.isalnum() else "".join(c for c in folded if c.isalnum())


def transliterated(text: str) -> str:
    """Returns `squeezed` text with the ways of writing an umlaut made one: Müller, Mueller and Muller give one text."""
    folded = squeezed(text)
    for written, letter in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        folded = folded.replace(written, letter)
    return folded


def possessive_base(word: str) -> str:
    """Returns `word` without a possessive ending: `Lorn's` gives `Lorn`, `Ardis'` gives `Ardis`."""
    if word.endswith(("'s", "'S")):
        return word[:-2]
    return word.removesuffix("'")


def inflected(a: str, b: str) -> bool:
    """Says whether one word is a plural, possessive or adjective of the other: `PDCs` of `PDC`, `American` of `America`."""
    short, long = sorted((possessive_base(plain(a)), possessive_base(plain(b))), key=len)
    if short == long:
        return True
    if long in (short + "s", short + "es", short + "n", short + "an", short + "ed", short + "d", short + "ing"):
        return True
    # company and companies; analysis and analyses
    return (short.endswith("y") and long == short[:-1] + "ies") or (short.endswith("is") and long == short[:-2] + "es")


def limit(length: int) -> int:
    """Returns how many edits two names whose shorter one has `length` letters may lie apart."""
    if length < 3:
        return 0
    return 1 if length < 8 else 2


def transposed(a: str, b: str) -> bool:
    """Says whether two neighbouring letters changed places and nothing else."""
    if len(a) != len(b):
        return False
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]


def near(a: str, b: str, *, most: int | None = None) -> int:
    """Returns how many edits (optimal string alignment) two unequal words lie apart, 0 where that is too many.

    Words are compared plain (`plain`). `most` replaces the limit that goes with
    their length. A transposition of neighbours is one edit.
    """
    a, b = plain(a), plain(b)
    if a == b:
        return 0
    allowed = limit(min(len(a), len(b))) if most is None else most
    if not possibly(a, b, allowed):
        return 0
    if allowed == 1:
        return 1  # what is possible within one edit is one
    from rapidfuzz.distance import OSA  # a heavy import, for the few pairs that get here

    distance = OSA.distance(a, b, score_cutoff=allowed)
    return distance if distance <= allowed else 0


def possibly(a: str, b: str, allowed: int) -> bool:
    """Says whether two unequal plain words can lie within `allowed` edits, from their letters alone; of one edit it is sure."""
    if not allowed or not a or not b or abs(len(a) - len(b)) > allowed:
        return False
    # One edit changes the set of letters by at most two.
    if (_letters(a) ^ _letters(b)).bit_count() > 2 * allowed:
        return False
    # One edit changes how often letters occur by at most two in sum.
    if sum(abs(a.count(c) - b.count(c)) for c in {*a, *b}) > 2 * allowed:
        return False
    return allowed > 1 or _one_edit(a, b)


def _one_edit(a: str, b: str) -> bool:
    """Says whether one edit leads from one word to the other: between their common ends it is plain to see."""
    start, shorter = 0, min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    return max(len(left), len(right)) == 1 or (len(left) == 2 and left == right[::-1])


def _letters(word: str) -> int:
    letters = 0
    for c in word:
        letters |= 1 << (ord(c) & 63)
    return letters


def pairs(left: Iterable[str], right: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yields each pair of unequal plain words, one of each side, that lie within the limit for their length."""
    by_length: dict[int, list[tuple[str, int]]] = {}
    for word in right:
        by_length.setdefault(len(word), []).append((word, _letters(word)))
    for a in left:
        mask, length = _letters(a), len(a)
        for other in range(length - 2, length + 3):
            allowed = limit(min(length, other))
            if abs(length - other) > allowed:
                continue
            for b, letters in by_length.get(other, ()):
                # The letters rule out nearly every pair, cheaply.
                if (mask ^ letters).bit_count() <= 2 * allowed and a != b and near(a, b, most=allowed):
                    yield a, b
