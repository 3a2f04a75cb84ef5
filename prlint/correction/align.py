"""Which block of the corrected text is which of the published one, and how much the two have in common."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from prlint.text.tokendiff import hunks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.text.tokendiff import Token

#: The share of words in common (of both, twice) from which two blocks are one block in other words.
ALIKE = 0.45
#: Words up to which a block is compared by its letters: one changed word leaves nothing else of a telephone number.
_SHORT = 4
_SHORT_ALIKE = 0.55
#: Pairs that are weighed in one gap; more are two texts that have nothing to do with each other.
_MOST = 200_000
#: Blocks that may come or go.
_STEPS = 1_500
#: Parts that change places with nothing: a line of one of these stands for the line in its place.
_FIXED = frozenset(("headline", "header-date", "source", "endmark", "contacts", "row"))


class Side(NamedTuple):
    """A block ready to be compared: its words, how often each stands in it, and what it is."""

    tokens: tuple[Token, ...]
    bag: Counter[str]
    text: str
    kind: str


def side(tokens: tuple[Token, ...], text: str, kind: str) -> Side:
    """Returns a block's side; `text` is what it says."""
    return Side(tokens, Counter(token.text for token in tokens), text, kind)


def aligned(old: Sequence[Side], new: Sequence[Side]) -> list[tuple[int, int]] | None:
    """Returns the pairs of blocks, in order; None where the two texts are too far apart to be compared."""
    found = hunks(_words(old), _words(new), _STEPS)
    if found is None:
        return None
    pairs: list[tuple[int, int]] = []
    at_old = at_new = 0
    for hunk in found:
        pairs += zip(range(at_old, hunk.old), range(at_new, hunk.new), strict=True)
        pairs += _gap(old, new, range(hunk.old, hunk.old_end), range(hunk.new, hunk.new_end))
        at_old, at_new = hunk.old_end, hunk.new_end
    pairs += zip(range(at_old, len(old)), range(at_new, len(new)), strict=True)
    return pairs


def common(old: Sequence[Side], new: Sequence[Side], pairs: Sequence[tuple[int, int]], told: frozenset[str]) -> float:
    """Returns the share of the words that the two have in common in their pairs, of the blocks of these kinds."""
    shared = sum((old[i].bag & new[j].bag).total() for i, j in pairs if old[i].kind in told or new[j].kind in told)
    both = sum(one.bag.total() for one in (*old, *new) if one.kind in told)
    return 2 * shared / both if both else 0.0


def _words(sides: Sequence[Side]) -> list[str]:
    return [" ".join(token.text for token in one.tokens) for one in sides]


def _gap(old: Sequence[Side], new: Sequence[Side], left: range, right: range) -> Iterator[tuple[int, int]]:
    """Yields the pairs of a stretch in which no block is equal: those that have most words in common, in order."""
    n, m = len(left), len(right)
    if not n or not m or n * m > _MOST:
        return
    if n == m and all(old[i].kind == new[j].kind == "row" for i, j in zip(left, right, strict=True)):
        yield from zip(left, right, strict=True)
        return
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    worth = [[_worth(old[i], new[j], n == m == 1) for j in right] for i in left]
    for a in range(n - 1, -1, -1):
        for b in range(m - 1, -1, -1):
            taken = worth[a][b] + best[a + 1][b + 1] if worth[a][b] else 0.0
            best[a][b] = max(taken, best[a + 1][b], best[a][b + 1])
    a = b = 0
    while a < n and b < m:
        if worth[a][b] and best[a][b] == worth[a][b] + best[a + 1][b + 1]:
            yield left[a], right[b]
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1


def _worth(one: Side, other: Side, alone: bool) -> float:
    """Returns what it is worth to take two blocks for one: the words in common; 0 where they are two."""
    n, m = len(one.tokens), len(other.tokens)
    if not n or not m:
        return 0.0
    shared = (one.bag & other.bag).total()
    if 2 * shared / (n + m) >= ALIKE:
        return shared + 1.0
    if alone and one.kind == other.kind and one.kind in _FIXED:
        return 0.5
    if max(n, m) > _SHORT:
        return 0.0
    from rapidfuzz.fuzz import ratio

    alike = ratio(one.text, other.text) / 100
    return alike if alike >= _SHORT_ALIKE else 0.0
