"""Rows of a page's tables: figures with their signs, bullets that a table sets, and tables that only lay out."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from prlint.readers.html.written import written
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from prlint.readers.html.page import Cell, Table

_OPENING = pattern(r"\(?(?:US|C|A|NT|HK)?[$€£¥]? ?\(?")
_CLOSING = pattern(r"[)%*†‡¹²³⁴⁵⁶⁷⁸⁹]{1,4}|\) ?%|(?:\(\d{1,2}\))|x|bps|pts?")
_BULLET = pattern(r"[•●◦▪‣·■□○◆➢➤→\uf0b7\uf0a7\uf0d8§Øüo–—-]")
_MARKER = pattern(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[*†‡§]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\[\d{1,2}\]")
_KEY = pattern(r"[^:]{2,60}:")
#: Taken off before one asks whether a cell is a number.
_AROUND = str.maketrans("", "", " ()$€£¥%+-–—<>≤≥~*†‡,.")
#: Figures of a table with more columns are not set under each other.
_MOST_COLUMNS = 100
_MOST_DIGITS = 9  # a telephone number has ten

#: A cell of a table of words has at most so many code points; a longer one is a paragraph of a layout.
_LONGEST_WORDS = 120
#: A label that is longer is a sentence under or over the figures.
_LONGEST_LABEL = 160


class Unit(NamedTuple):
    """Cells that are one: a figure with the signs that stand in cells of their own. `[column, past)` is what it covers."""

    text: str
    runs: tuple[tuple[str, int, int], ...]
    column: int
    past: int
    cell: Cell

    @property
    def number(self) -> bool:
        """Whether it is a figure; a telephone number is none."""
        left = self.text.translate(_AROUND)
        return left.isdecimal() and len(left) <= _MOST_DIGITS


class Grid:
    """What a table reads: the units of each row, and whether its rows are rows or a layout."""

    def __init__(self, source: str, table: Table) -> None:
        self.rows = [_units(source, row) for row in table.rows] if not table.nested else []
        self.data = not table.nested and self._is_data()
        self.columns = self._columns() if self.data else []

    def _is_data(self) -> bool:
        several = [row for row in self.rows if len(row) > 1 and not _BULLET.fullmatch(row[0].text)]
        if sum(unit.number for row in several for unit in row[1:]) >= 2:
            return True
        units = [unit for row in several for unit in row]
        return len(several) >= 3 and all(
            len(unit.text) <= _LONGEST_WORDS and len(unit.cell.blocks) < 2 and "@" not in unit.text for unit in units
        ) and not all(_KEY.fullmatch(row[0].text) or _MARKER.fullmatch(row[0].text) for row in several)  # fmt: skip

    def _columns(self) -> list[tuple[int, int]]:
        """Returns the table's columns, `[first, past)` in those of its mark-up: what figures of one column share."""
        rows = [row for row in self.rows if len(row) > 1]
        rows = [row for row in rows if any(unit.number for unit in row[1:])] or rows
        found: list[tuple[int, int]] = []
        for first, past in sorted({(unit.column, unit.past) for row in rows for unit in row}):
            if found and first < found[-1][1]:
                found[-1] = (found[-1][0], max(past, found[-1][1]))
            else:
                found.append((first, past))
        return found if len(found) <= _MOST_COLUMNS else []

    def bulleted(self, row: int) -> bool:
        """Says whether a row is one item of a list, its bullet in a cell of its own."""
        units = self.rows[row] if self.rows else ()
        if len(units) != 2 or units[1].number or not _BULLET.fullmatch(units[0].text):
            return False
        return units[0].text not in "–—-oØü§" or len(units[1].text) > 20

    def runs(self, row: int) -> tuple[str, list[tuple[str, int, int]]] | None:
        """Returns the block that a row is, and its runs; None where each cell's text is a paragraph of its own."""
        units = self.rows[row] if self.rows else []
        if len(units) == 2 and not units[1].number and len(units[1].cell.blocks) == 1:
            marked = _MARKER.fullmatch(units[0].text) is not None
            if marked or (not self.data and _KEY.fullmatch(units[0].text)):
                return "paragraph", [*units[0].runs, (" ", 0, 0), *units[1].runs]
        if not self.data or (len(units) == 1 and len(units[0].text) > _LONGEST_LABEL):
            return None
        made: list[tuple[str, int, int]] = []
        at = -1
        for unit in units:
            place = max(bisect_right(self.columns, unit.column, key=lambda column: column[1]), at + 1)
            if made:
                made.append((" |" * (place - at) + " ", 0, 0))
            elif place:
                made.append(("| " * (place + 1), 0, 0))  # the row's frame, and its empty cells
            made += unit.runs
            at = place
        return "row", made


def _units(source: str, row: list[Cell]) -> list[Unit]:
    """Returns a row's cells that have text; a currency before a figure and a sign after it belong to it."""
    found: list[Unit] = []
    opened: Unit | None = None
    for cell in row:
        runs = [run for i, block in enumerate(cell.blocks) for run in (*((("break", 0, 0),) if i else ()), *block.runs)]
        read = written(source, runs)
        if read is None:
            continue
        inside = [
            (kind, max(start, read.start), min(end, read.end)) if kind != "break" else (kind, start, end)
            for kind, start, end in runs
            if kind == "break" or (start < read.end and end > read.start)
        ]
        while inside and inside[-1][0] == "break":
            inside.pop()
        unit = Unit(read.text, tuple(inside), cell.column, cell.column + cell.span, cell)
        if found and opened is None and found[-1].text[-1:].isdigit() and _CLOSING.fullmatch(unit.text):
            found[-1] = _joined(found[-1], unit)
        elif opened is not None:
            if unit.text[:1].isdigit() or unit.text[:1] in "(–—-.":
                unit = _joined(opened, unit)
            else:
                found.append(opened)
            found.append(unit)
            opened = None
        elif _OPENING.fullmatch(unit.text):
            opened = unit
        else:
            found.append(unit)
    if opened is not None:
        found.append(opened)
    return found


def _joined(first: Unit, second: Unit) -> Unit:
    runs = (*first.runs, ("", 0, 0), *second.runs)
    return Unit(first.text + second.text, runs, first.column, second.past, second.cell)
