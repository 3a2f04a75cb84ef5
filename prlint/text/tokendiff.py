"""What was changed between two wordings of a sentence, word by word.

The shortest way from one to the other is looked for along the diagonals
(Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1,
1986), and given up when it takes more than a few steps: two sentences that lie
far apart are two sentences.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.document import Document

#: A word with what stands inside it (a decimal point, an apostrophe, a hyphen), or one mark.
_TOKEN = pattern(r"[\p{L}\p{M}\p{N}]++(?:[-'.,/&@:_%](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]++)*+|[^\s®™©*]")


class Token(NamedTuple):
    """A word or a mark; offsets are those of the text it was read from."""

    start: int
    end: int
    text: str
    low: str


class Hunk(NamedTuple):
    """A change: tokens `[old, old_end)` of the earlier wording read `[new, new_end)` in the later one."""

    old: int
    old_end: int
    new: int
    new_end: int


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Returns the words and marks of `text[start:end]`; signs of ownership and emphasis are left out."""
    return tuple(
        Token(match.start(), match.end(), word, word.lower())
        for match in _TOKEN.finditer(text, start, end)
        for word in (match.group(),)
    )


def sentence_tokens(document: Document, start: int, end: int) -> tuple[Token, ...]:
    """Returns `tokens` of a span of the view, read once: an archive's sentences are held against each draft."""
    kept = document.once(_kept)
    found = kept.get((start, end))
    if found is None:
        found = kept[start, end] = tokens(document.view.text, start, end)
    return found


def _kept(document: Document) -> dict[tuple[int, int], tuple[Token, ...]]:
    return {}


def beginning(text: str, start: int, end: int, count: int) -> list[str]:
    """Returns the first words and marks of `text[start:end]` in small letters, `count` at most."""
    return [match.group().lower() for match in islice(_TOKEN.finditer(text, start, end), count)]


def hunks(old: Sequence[str], new: Sequence[str], most: int) -> list[Hunk] | None:
    """Returns the changes from `old` to `new`, in order; None where more than `most` words would have to go or come."""
    n, m = len(old), len(new)
    first = 0
    while first < n and first < m and old[first] == new[first]:
        first += 1
    last = 0
    while last < n - first and last < m - first and old[n - 1 - last] == new[m - 1 - last]:
        last += 1
    steps = _steps(old[first : n - last], new[first : m - last], most)
    if steps is None:
        return None
    found: list[Hunk] = []
    for i, j, gone in steps:
        a, b = i + first, j + first
        step = Hunk(a, a + 1, b, b) if gone else Hunk(a, a, b, b + 1)
        if found and found[-1].old_end == step.old and found[-1].new_end == step.new:
            found[-1] = Hunk(found[-1].old, step.old_end, found[-1].new, step.new_end)
        else:
            found.append(step)
    return found


def _steps(old: Sequence[str], new: Sequence[str], most: int) -> list[tuple[int, int, bool]] | None:
    """Returns each word that goes (True) or comes, with where it stands in both."""
    n, m = len(old), len(new)
    if not n or not m:
        if n + m > most:
            return None
        return [(i, 0, True) for i in range(n)] or [(0, i, False) for i in range(m)]
    furthest = {1: 0}
    trail: list[dict[int, int]] = []
    for d in range(most + 1):
        trail.append(dict(furthest))
        for k in range(-d, d + 1, 2):
            down = k == -d or (k != d and furthest[k - 1] < furthest[k + 1])
            x = furthest[k + 1] if down else furthest[k - 1] + 1
            y = x - k
            while x < n and y < m and old[x] == new[y]:
                x, y = x + 1, y + 1
            furthest[k] = x
            if x >= n and y >= m:
                return _back(trail, n, m, d)
    return None


def _back(trail: Sequence[dict[int, int]], n: int, m: int, last: int) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    x, y = n, m
    for d in range(last, 0, -1):
        furthest, k = trail[d], x - y
        down = k == -d or (k != d and furthest[k - 1] < furthest[k + 1])
        before = k + 1 if down else k - 1
        x, y = furthest[before], furthest[before] - before
        found.append((x, y, not down))
    return found[::-1]
