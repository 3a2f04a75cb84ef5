"""Where the rows of a page stand in two columns: a gap that nothing crosses, with enough text on both sides of it."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from prlint.readers.pdf.lines import FILLED, apart, base

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.readers.pdf.letters import Word

#: The gap between two columns, in heights of a letter.
_COLUMN_GAP = 0.8
#: The gap that is taken off a column of short lines, however far they stand from the next.
_WIDEST = 2.0
#: Lines that each of two columns of running text has at least, and words that such a line has.
FEWEST_LINES = 4
WORDS_OF_TEXT = 3
#: Lines that each of two blocks of short lines has at least, and the longer one at most.
_FEWEST_SHORT = 2
_SHORT_LINES = 12
#: Leadings from one line to the next, in a paragraph and between paragraphs.
_LINES = 1.2
_PARAGRAPHS = 2.5


class Cut(NamedTuple):
    """Rows `[first, last)` stand in two columns, the right one from `at` on; `room` is the gap before it.

    `running` says that both hold running text, and not short lines.
    """

    first: int
    last: int
    at: float
    room: float
    running: bool


def longest_cut(found: Sequence[Sequence[Word]]) -> Cut | None:
    """Returns the longest stretch of rows that stand in two columns."""
    starts: list[float] = []
    glued = [apart(row, _COLUMN_GAP) for row in found]
    for parts in glued:
        starts += [part[0].left for part in parts]
    best: Cut | None = None
    for at in _places(starts):
        for cut in _stretches(glued, at):
            if best is None or (cut.last - cut.first, -cut.at) > (best.last - best.first, -best.at):
                best = cut
    return best


def known_cut(found: Sequence[Sequence[Word]], left: float, known: Sequence[Cut]) -> Cut | None:
    """Returns rows that stand in columns known from other pages, though one of these is short or empty here."""
    glued = [apart(row, _COLUMN_GAP) for row in found]
    for one in known:
        width = one.at - one.room - left
        # A letter's form can stand out to the left by a little.
        cut = one._replace(at=one.at - one.room / 4, room=one.room * 3 / 4)
        for first, last in _free(glued, cut.at):
            right = any(part[0].left >= cut.at - 0.1 for parts in glued[first:last] for part in parts)
            ends = [_sides(parts, cut.at)[0] for parts in glued[first:last]]
            filled = [end is not None and end - left > FILLED * width for end in ends]
            # Without a line on the right, lines that fill the left column tell it from a paragraph's short last line.
            if right or (filled[0] and 2 * sum(filled) >= max(len(filled), FEWEST_LINES)):
                return cut._replace(first=first, last=last)
    return None


def _free(glued: Sequence[Sequence[Sequence[Word]]], at: float) -> Iterator[tuple[int, int]]:
    """Yields the stretches of rows which nothing crosses at `at`."""
    first = 0
    for i in range(len(glued) + 1):
        if i == len(glued) or _sides(glued[i], at)[1]:
            if i > first:
                yield first, i
            first = i + 1


def _places(starts: list[float]) -> list[float]:
    """Returns where several lines begin, within a point or so."""
    starts.sort()
    places: list[float] = []
    begin = 0
    for i in range(1, len(starts) + 1):
        if i == len(starts) or starts[i] - starts[i - 1] > 1.0:
            if i - begin >= _FEWEST_SHORT:
                places.append(starts[begin])
            begin = i
    return places[1:]  # the first is the left side of the text


def _stretches(glued: Sequence[Sequence[Sequence[Word]]], at: float) -> Iterator[Cut]:
    """Yields the stretches of rows which nothing crosses before `at`, and that hold text on both sides of it."""
    i = 0
    while i < len(glued):
        first = i
        edge = -1e9
        room = 1e9
        while i < len(glued):
            before, crossing = _sides(glued[i], at)
            if crossing or (before is not None and at - max(before, edge) < _least_room(glued[i])):
                break
            if before is not None:
                edge = max(edge, before)
            i += 1
        if i > first:
            cut = _trimmed(glued, first, i, at, min(room, at - edge))
            if cut:
                yield cut
        i = max(i, first + 1)


def _least_room(parts: Sequence[Sequence[Word]]) -> float:
    return _COLUMN_GAP * parts[0][0].size


def _sides(parts: Sequence[Sequence[Word]], at: float) -> tuple[float | None, bool]:
    """Returns where a row's text left of `at` ends, and whether any of it lies across."""
    before = None
    for part in parts:
        if part[0].left < at - 0.1:
            if part[-1].right > at - 0.1:
                return None, True
            before = part[-1].right
    return before, False


def _trimmed(glued: Sequence[Sequence[Sequence[Word]]], first: int, last: int, at: float, room: float) -> Cut | None:
    """Returns a stretch from its first to its last row with text on the right; None where these are no columns."""
    right = [i for i in range(first, last) if any(part[0].left >= at - 0.1 for part in glued[i])]
    left = [i for i in range(first, last) if glued[i][0][0].left < at - 0.1]
    if not right or not left:
        return None
    # Lines above both columns are not in them; below, one column may be longer.
    top = max(min(right), min(left)) if abs(min(right) - min(left)) > 1 else min(*right[:1], *left[:1])
    right = [i for i in right if i >= top]
    left = [i for i in left if i >= top]
    if not right or not left:
        return None
    bottom = max(right) + 1
    inside = [i for i in left if i < bottom]
    if not inside:
        return None
    last_left = _below(glued, inside, left, bottom)
    counts = [
        [sum(len(p) for p in glued[i] if (p[0].left >= at - 0.1) is side) for i in rows]
        for rows, side in ((inside, False), (right, True))
    ]
    most = [median(each) for each in counts]
    enough = min(len(inside), len(right))
    running = enough >= FEWEST_LINES and min(most) >= WORDS_OF_TEXT
    short = (
        enough >= _FEWEST_SHORT
        and max(len(inside), len(right)) <= min(2 * enough, _SHORT_LINES)
        and room > 2 * _COLUMN_GAP * glued[top][0][0].size
    )
    if not (running or short):
        return None
    return Cut(top, max(bottom, last_left), at, min(room, _WIDEST * glued[top][0][0].size), running)


def _below(glued: Sequence[Sequence[Sequence[Word]]], inside: list[int], left: list[int], bottom: int) -> int:
    """Returns where the left column ends if it is the longer one: with its last paragraph that fills it."""
    leading = [base(_row(glued[a])) - base(_row(glued[b])) for a, b in pairwise(inside)]
    usual = median(leading) if leading else 0.0
    edge = max(glued[i][0][-1].right for i in inside)
    start = min(glued[i][0][0].left for i in inside)
    end = reached = bottom
    for i in left:
        if i != reached:
            continue
        drop = base(_row(glued[i - 1])) - base(_row(glued[i]))
        if not usual or drop > _PARAGRAPHS * usual:
            break
        reached = i + 1
        if drop < _LINES * usual or glued[i][0][-1].right - start > FILLED * (edge - start):
            # A short line at some distance may stand below both columns, but not when the text fills the column again.
            end = reached
    return end


def _row(parts: Sequence[Sequence[Word]]) -> list[Word]:
    return [word for part in parts for word in part]
