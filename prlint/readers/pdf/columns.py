"""The lines of a page in the order in which they are read: columns one after the other, tables row by row."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from prlint.readers.pdf.lines import apart, base, line, rows
from prlint.readers.pdf.tables import cells, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.readers.pdf.letters import Page, Word
    from prlint.readers.pdf.lines import Line

#: Gaps in heights of a letter: between columns, between a table's cells, between two texts on one base line.
_COLUMN_GAP = 0.8
_TEXT_GAP = 4.0
#: The gap that is taken off a column of short lines, however far they stand from the next.
_WIDEST = 2.0
#: Lines that each of two columns of running text has at least, and each of two blocks of short lines.
_FEWEST_LINES = 4
_FEWEST_SHORT = 2
_SHORT_LINES = 12
_WORDS_OF_TEXT = 3
_DEEPEST = 4
#: Leadings from one line to the next, in a paragraph and between paragraphs.
_LINES = 1.2
_PARAGRAPHS = 2.5
#: The part of its column that a line of running text fills at least.
_FILLED = 0.75


class _Cut(NamedTuple):
    """Rows `[first, last)` stand in two columns, the right one from `at` on; `room` is the gap before it.

    `running` says that both hold running text, and not short lines.
    """

    first: int
    last: int
    at: float
    room: float
    running: bool


def laid_out(pages: Sequence[Page]) -> list[list[Line]]:
    """Returns the lines of each page in reading order."""
    sides: dict[int, tuple[float, float]] = {}  # of the text, by the width of the page
    for page in pages:
        if page.words:
            left, right = sides.get(round(page.width), (1e9, -1e9))
            left = min(left, *(word.left for word in page.words))
            sides[round(page.width)] = (left, max(right, *(word.right for word in page.words)))
    found: list[list[Line]] = []
    known: dict[int, list[_Cut]] = {}
    # Once for the columns that speak for themselves, and once more for pages that have but a few lines in them.
    for again in (False, True):
        found = []
        for page in pages:
            width = round(page.width)
            reading = _Reading(page.number, known.get(width, ()) if again else ())
            if page.words:
                reading.region(page.words, sides[width], 0)
            found.append(reading.lines)
            if not again:
                known.setdefault(width, []).extend(_new(reading.cuts, known.get(width, ())))
        if not any(known.values()):
            break
    return found


def _new(cuts: Sequence[_Cut], known: Sequence[_Cut]) -> list[_Cut]:
    """Returns the columns at a place that is not known yet."""
    new: list[_Cut] = []
    for cut in cuts:
        if all(abs(cut.at - other.at) > 1.0 for other in (*known, *new)):
            new.append(cut)
    return new


class _Reading:
    """Collects lines, region by region."""

    def __init__(self, page: int, known: Sequence[_Cut]) -> None:
        self.page = page
        self.known = known
        self.lines: list[Line] = []
        self.cuts: list[_Cut] = []
        self._flow = 0

    def region(self, words: Sequence[Word], sides: tuple[float, float], depth: int) -> None:
        """Reads a part of the page: what stands above a table or columns, these, and what stands below."""
        found = rows(words)
        if not found:
            return
        figures = table(found)
        if figures:
            first, last = figures
            self.region([word for row in found[:first] for word in row], sides, depth)
            self._rows(found[first:last], sides)
            self.region([word for row in found[last:] for word in row], sides, depth)
            return
        cut = _cut(found) if depth < _DEEPEST else None
        if cut and cut.running:
            self.cuts.append(cut)
        if depth < _DEEPEST and not (cut and cut.running):
            fitting = [one for one in self.known if sides[0] < one.at - one.room and one.at < sides[1]]
            cut = _known_cut(found, sides[0], fitting) or cut
        if cut is None:
            self._plain(found, sides)
            return
        inside = [word for row in found[cut.first : cut.last] for word in row]
        left = [word for word in inside if word.left < cut.at - 0.1]
        right = [word for word in inside if word.left >= cut.at - 0.1]
        self.region([word for row in found[: cut.first] for word in row], sides, depth)
        self._next()
        if not right:
            self.region(left, (sides[0], cut.at - cut.room), depth + 1)
            self._next()
            self.region([word for row in found[cut.last :] for word in row], sides, depth)
            return
        self.region(left, (sides[0], _edge(left, cut.at - cut.room)), depth + 1)
        self._next()
        self.region(right, (cut.at, _edge(right, sides[1])), depth + 1)
        self._next()
        self.region([word for row in found[cut.last :] for word in row], sides, depth)

    def _next(self) -> None:
        self._flow += 1

    def _plain(self, found: Sequence[Sequence[Word]], sides: tuple[float, float]) -> None:
        for row in found:
            for part in apart(row, _TEXT_GAP):
                self.lines.append(line(part, self.page)._replace(column=sides, flow=self._flow))

    def _rows(self, found: Sequence[Sequence[Word]], sides: tuple[float, float]) -> None:
        """Reads a table: its columns are where cells of several rows lie above each other."""
        split = [cells(row) for row in found]
        spans: list[list[float]] = []
        for left, right in sorted((c[0].left, c[-1].right) for row in split if len(row) > 1 for c in row):
            if spans and left < spans[-1][1]:
                spans[-1][1] = max(spans[-1][1], right)
            else:
                spans.append([left, right])
        for row, own in zip(found, split, strict=True):
            texts = [""] * len(spans)
            for cell in own:
                middle = (cell[0].left + cell[-1].right) / 2
                at = min(range(len(spans)), key=lambda i: max(spans[i][0] - middle, middle - spans[i][1], 0.0))
                if len(own) == 1 and cell[0].left < spans[0][1]:
                    at = 0
                texts[at] = f"{texts[at]} {line(cell, self.page).text}".strip()
            whole = line(row, self.page)
            self.lines.append(whole._replace(column=sides, flow=self._flow, cells=tuple(texts)))


def _edge(words: Sequence[Word], given: float) -> float:
    """Returns the right side of a column: where its running text ends, else what is given."""
    found = rows(words)
    long = [row for row in found if len(row) > _WORDS_OF_TEXT]
    return max(row[-1].right for row in long) if len(long) > _FEWEST_LINES else given


def _cut(found: Sequence[Sequence[Word]]) -> _Cut | None:
    """Returns the longest stretch of rows that stand in two columns."""
    starts: list[float] = []
    glued = [apart(row, _COLUMN_GAP) for row in found]
    for parts in glued:
        starts += [part[0].left for part in parts]
    best: _Cut | None = None
    for at in _places(starts):
        for cut in _stretches(glued, at):
            if best is None or (cut.last - cut.first, -cut.at) > (best.last - best.first, -best.at):
                best = cut
    return best


def _known_cut(found: Sequence[Sequence[Word]], left: float, known: Sequence[_Cut]) -> _Cut | None:
    """Returns rows that stand in columns known from other pages, though one of these is short or empty here."""
    glued = [apart(row, _COLUMN_GAP) for row in found]
    for one in known:
        width = one.at - one.room - left
        # A letter's form can stand out to the left by a little.
        cut = one._replace(at=one.at - one.room / 4, room=one.room * 3 / 4)
        for first, last in _free(glued, cut.at):
            right = any(part[0].left >= cut.at - 0.1 for parts in glued[first:last] for part in parts)
            ends = [_sides(parts, cut.at)[0] for parts in glued[first:last]]
            filled = [end is not None and end - left > _FILLED * width for end in ends]
            # Without a line on the right, lines that fill the left column tell it from a paragraph's short last line.
            if right or (filled[0] and 2 * sum(filled) >= max(len(filled), _FEWEST_LINES)):
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


def _stretches(glued: Sequence[Sequence[Sequence[Word]]], at: float) -> Iterator[_Cut]:
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


def _trimmed(glued: Sequence[Sequence[Sequence[Word]]], first: int, last: int, at: float, room: float) -> _Cut | None:
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
    running = enough >= _FEWEST_LINES and min(most) >= _WORDS_OF_TEXT
    short = (
        enough >= _FEWEST_SHORT
        and max(len(inside), len(right)) <= min(2 * enough, _SHORT_LINES)
        and room > 2 * _COLUMN_GAP * glued[top][0][0].size
    )
    if not (running or short):
        return None
    return _Cut(top, max(bottom, last_left), at, min(room, _WIDEST * glued[top][0][0].size), running)


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
        if drop < _LINES * usual or glued[i][0][-1].right - start > _FILLED * (edge - start):
            # A short line at some distance may stand below both columns, but not when the text fills the column again.
            end = reached
    return end


def _row(parts: Sequence[Sequence[Word]]) -> list[Word]:
    return [word for part in parts for word in part]
