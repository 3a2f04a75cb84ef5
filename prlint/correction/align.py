"""Which block of the corrected text is which of the published one, and how much the two have in common."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from prlint.text.tokendiff import hunks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.text.tokendiff import Hunk, Token

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


class Run(NamedTuple):
    """Blocks that say the same in the same words, parted otherwise: old `[old, old_end)` and new `[new, new_end)`."""

    old: int
    old_end: int
    new: int
    new_end: int


class Alignment(NamedTuple):
    """The pairs of blocks, in order, and the runs of blocks that are parted otherwise."""

    pairs: tuple[tuple[int, int], ...]
    runs: tuple[Run, ...]


def aligned(old: Sequence[Side], new: Sequence[Side]) -> Alignment | None:
    """Returns which block is which; None where the two texts are too far apart to be compared."""
    found = hunks(_words(old), _words(new), _STEPS)
    if found is None:
        return None
    pairs: list[tuple[int, int]] = []
    runs: list[Run] = []
    at_old = at_new = 0
    for hunk in found:
        pairs += zip(range(at_old, hunk.old), range(at_new, hunk.new), strict=True)
        at_old, at_new = hunk.old, hunk.new
        for run in (*_runs(old, new, hunk), Run(hunk.old_end, hunk.old_end, hunk.new_end, hunk.new_end)):
            pairs += _gap(old, new, range(at_old, run.old), range(at_new, run.new))
            at_old, at_new = run.old_end, run.new_end
            if run.old < run.old_end:
                runs.append(run)
    pairs += zip(range(at_old, len(old)), range(at_new, len(new)), strict=True)
    return Alignment(tuple(pairs), tuple(runs))


def _runs(old: Sequence[Side], new: Sequence[Side], hunk: Hunk) -> Iterator[Run]:
    """Yields the runs within a stretch in which no block is equal, in order."""
    at = hunk.new
    i = hunk.old
    while i < hunk.old_end:
        for j in range(at, hunk.new_end):
            run = _run(old, new, i, hunk.old_end, j, hunk.new_end)
            if run is not None:
                yield run
                i, at = run.old_end - 1, run.new_end
                break
        i += 1


def _run(old: Sequence[Side], new: Sequence[Side], i: int, last: int, j: int, new_last: int) -> Run | None:
    """Returns the run that begins with two blocks of which one begins with the words of the other."""
    was, now = _texts(old[i]), _texts(new[j])
    if not was or not now or was[0] != now[0]:
        return None
    a, b = i + 1, j + 1
    while was != now:
        shorter = min(len(was), len(now))
        if was[:shorter] != now[:shorter]:
            return None
        was, now = was[shorter:], now[shorter:]
        if not was:
            if a == last:
                return None
            was, a = _texts(old[a]), a + 1
        if not now:
            if b == new_last:
                return None
            now, b = _texts(new[b]), b + 1
    return Run(i, a, j, b)


def _texts(one: Side) -> list[str]:
    return [token.text for token in one.tokens]


def common(old: Sequence[Side], new: Sequence[Side], alignment: Alignment, told: frozenset[str]) -> float:
    """Returns the share of the words that the two have in common, of the blocks of these kinds."""
    shared = sum(
        (old[i].bag & new[j].bag).total() for i, j in alignment.pairs if old[i].kind in told or new[j].kind in told
    )
    shared += sum(one.bag.total() for run in alignment.runs for one in old[run.old : run.old_end] if one.kind in told)
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
