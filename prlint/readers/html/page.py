"""What a page is made of, as it was read: block elements, tables, and the blocks of text in them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prlint.document import Marking

#: A cell covers no more columns and rows than this; more is an attack.
_MOST_COLUMNS = 200
_MOST_ROWS = 50
#: Further to the right no cell spans anything.
_WIDEST = 500


class Node:
    """A block element: the blocks in it are `[first, last)` of the page's."""

    __slots__ = ("first", "idents", "last", "name")

    def __init__(self, name: str, idents: frozenset[str], first: int) -> None:
        self.name = name
        self.idents = idents
        self.first = first
        self.last = first


class Cell:
    """A table's cell: the columns it covers, counted with spans, and its blocks."""

    __slots__ = ("blocks", "column", "row", "span", "table")

    def __init__(self, table: Table, row: int, column: int, span: int) -> None:
        self.table = table
        self.row = row
        self.column = column
        self.span = span
        self.blocks: list[Block] = []


class Table:
    """A table's rows; one with another table in it lays a page out."""

    __slots__ = ("down", "nested", "parts", "rows")

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.nested = False
        self.down: dict[int, int] = {}  # columns that a cell of an earlier row still covers
        self.parts: dict[str, int] = {}  # its rows, cells and so on that are open


class Block:
    """Text between two block boundaries.

    `runs` are `(kind, start, end)` in source offsets: text, raised text, or
    break (a line's end). `size` and `linked` count the source's code points.
    """

    __slots__ = ("bold", "cell", "kind", "level", "linked", "node", "page_end", "runs", "size", "time")

    def __init__(self, node: int, kind: str, level: int, cell: Cell | None, page_end: bool) -> None:
        self.node = node
        self.kind = kind
        self.level = level
        self.cell = cell
        self.page_end = page_end
        self.runs: list[tuple[str, int, int]] = []
        self.bold = True
        self.size = self.linked = 0
        self.time: tuple[int, int] | None = None


class Page:
    """What was read: blocks in order, block elements in order of their start tags, the title's place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.nodes: list[Node] = []
        self.markings: list[Marking] = []
        self.title: tuple[int, int] | None = None

    def markings_within(self, spans: list[tuple[int, int]]) -> Iterable[Marking]:
        """Returns the markings that lie in one of the spans, which are sorted and apart."""
        starts = [start for start, _ in spans]
        for marking in sorted(self.markings, key=lambda one: (one.start, one.end)):
            i = bisect_right(starts, marking.start) - 1
            if i >= 0 and marking.end <= spans[i][1]:
                yield marking


def cell_in(table: Table, told: Mapping[str, str]) -> Cell:
    """Adds a cell to the table's last row, in the first column that no cell of an earlier row covers."""
    row = table.rows[-1]
    column = row[-1].column + row[-1].span if row else 0
    if not row:
        table.down = {at: left - 1 for at, left in table.down.items() if left > 1}
    while table.down.get(column):
        column += 1
    span = _count(told.get("colspan", "")) if column < _WIDEST else 1
    down = min(_count(told.get("rowspan", "")), _MOST_ROWS)
    if down > 1 and column < _WIDEST:
        table.down.update((at, down) for at in range(column, column + span))
    cell = Cell(table, len(table.rows) - 1, column, span)
    row.append(cell)
    return cell


def _count(value: str) -> int:
    value = value.strip()
    return min(max(int(value), 1), _MOST_COLUMNS) if value.isdecimal() and len(value) < 6 else 1
