"""The lines of a page in the order in which they are read: columns one after the other, tables row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.readers.pdf.columns import FEWEST_LINES, WORDS_OF_TEXT, Cut, known_cut, longest_cut
from prlint.readers.pdf.lines import TEXT_GAP, apart, line, rows
from prlint.readers.pdf.tables import cells, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.readers.pdf.letters import Page, Word
    from prlint.readers.pdf.lines import Line

#: Columns within columns, at most.
_DEEPEST = 4


def laid_out(pages: Sequence[Page]) -> list[list[Line]]:
    """Returns the lines of each page in reading order."""
    sides: dict[int, tuple[float, float]] = {}  # of the text, by the width of the page
    for page in pages:
        if page.words:
            left, right = sides.get(round(page.width), (1e9, -1e9))
            left = min(left, *(word.left for word in page.words))
            sides[round(page.width)] = (left, max(right, *(word.right for word in page.words)))
    found: list[list[Line]] = []
    known: dict[int, list[Cut]] = {}
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


def _new(cuts: Sequence[Cut], known: Sequence[Cut]) -> list[Cut]:
    """Returns the columns at a place that is not known yet."""
    new: list[Cut] = []
    for cut in cuts:
        if all(abs(cut.at - other.at) > 1.0 for other in (*known, *new)):
            new.append(cut)
    return new


class _Reading:
    """Collects lines, region by region."""

    def __init__(self, page: int, known: Sequence[Cut]) -> None:
        self.page = page
        self.known = known
        self.lines: list[Line] = []
        self.cuts: list[Cut] = []
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
        cut = longest_cut(found) if depth < _DEEPEST else None
        if cut and cut.running:
            self.cuts.append(cut)
        if depth < _DEEPEST and not (cut and cut.running):
            fitting = [one for one in self.known if sides[0] < one.at - one.room and one.at < sides[1]]
            cut = known_cut(found, sides[0], fitting) or cut
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
            for part in apart(row, TEXT_GAP):
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
    long = [row for row in found if len(row) > WORDS_OF_TEXT]
    return max(row[-1].right for row in long) if len(long) > FEWEST_LINES else given
