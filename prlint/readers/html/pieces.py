"""The blocks of a release as pieces of its text: lines joined or apart, rows of tables, pages' ends passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Edit
from prlint.readers.html.tables import Grid
from prlint.readers.html.written import written
from prlint.text import breaks
from prlint.text.assemble import Piece
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prlint.readers.html.page import Block, Page, Table
    from prlint.readers.html.written import Written

    Runs = list[tuple[str, int, int]]

#: What EDGAR's filers put over an exhibit, and what stands at the foot of a page.
_LABEL = pattern(r"\(?(?:exhibit|ex\.?)[ -]?99(?:[.(-]?\d{1,2}\)?)?\)?", "i")
_PAGE_NUMBER = pattern(r"[-–— ]*(?:page )?\d{1,3}(?: (?:of|/) \d{1,3})?[-–— ]*", "i")
_LABEL_WITHIN = 4

#: Lines of mail and old wires end at a column between these, whatever the sentence is doing.
_NARROWEST, _WIDEST = 60, 100
_LONGEST_HEADING = 160
#: A heading may end so; else a full stop ends a sentence.
_LEGAL = ("Inc.", "Corp.", "Ltd.", "Co.", "S.A.", "N.V.")
#: A line of a headline in several lines, and how far from the beginning it may stand.
_LEAST_HEADLINE, _HEAD_BLOCKS = 12, 8


def laid_out(page: Page, blocks: Iterable[tuple[Block, str]]) -> tuple[list[Piece], list[Edit]]:
    """Returns the pieces of the blocks, each given with its zone (mostly none), and the edits inside the pieces."""
    made = _Pieces(page.text)
    kept = list(blocks)
    for i, (block, zone) in enumerate(kept):
        following = kept[i + 1][0] if i + 1 < len(kept) else None
        made.take(block, zone, i, following is None or following.page_end)
    return made.pieces, made.edits


class _Pieces:
    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[Piece] = []
        self.edits: list[Edit] = []
        self.grids: dict[int, Grid] = {}
        self.done: set[tuple[int, int]] = set()  # rows that have been taken whole
        self.last = ""  # what the last piece reads
        self.page_end = False

    def take(self, block: Block, zone: str, index: int, ends_page: bool) -> None:
        self.page_end = self.page_end or block.page_end
        cell = block.cell
        kind, level = block.kind, block.level
        if cell is not None:
            row = (id(cell.table), cell.row)
            if row in self.done:
                return
            grid = self._grid(cell.table)
            whole = grid.runs(cell.row)
            if whole is not None:
                self.done.add(row)
                self._add(whole[0], 0, written(self.source, whole[1]), zone)
                return
            if grid.bulleted(cell.row):
                if cell is grid.rows[cell.row][0].cell:
                    return
                kind = "item" if block is cell.blocks[0] else kind
        for i, read in enumerate(self._lines(block, heads=index < _HEAD_BLOCKS)):
            if i == 0 and self._furniture(read.text, index, ends_page or block.page_end):
                return
            sentence = read.text.endswith(".") and not read.text.endswith(_LEGAL)
            short = len(read.text) < _LONGEST_HEADING and not sentence
            if kind == "paragraph" and block.bold and short and cell is None:
                self._add("heading", 7, read, zone)
            else:
                self._add(kind, level, read, zone)

    def _grid(self, table: Table) -> Grid:
        if id(table) not in self.grids:
            self.grids[id(table)] = Grid(self.source, table)
        return self.grids[id(table)]

    @staticmethod
    def _furniture(text: str, index: int, at_page_end: bool) -> bool:
        if len(text) > 20:
            return False
        if index < _LABEL_WITHIN and _LABEL.fullmatch(text):
            return True
        return at_page_end and _PAGE_NUMBER.fullmatch(text) is not None

    def _add(self, kind: str, level: int, read: Written | None, zone: str) -> None:
        if read is None:
            return
        last = self.pieces[-1] if self.pieces else None
        # The end of a page is no break of a paragraph's author: the two halves are one.
        if (
            self.page_end
            and last is not None
            and kind == last.kind == "paragraph"
            and zone == last.zone
            and breaks.cut(self.last, read.text)
        ):
            self.edits.append(Edit(last.end, read.start, " "))
            self.pieces[-1] = last._replace(end=read.end)
        else:
            self.pieces.append(Piece(kind, read.start, read.end, level, zone))
        self.edits += read.edits
        self.last = read.text
        self.page_end = False

    def _lines(self, block: Block, *, heads: bool) -> Iterator[Written]:
        """Yields the block's lines, those joined that a line's end only wraps; `heads`: it may be a headline."""
        whole = written(self.source, block.runs)
        if whole is None:
            return
        lines: list[Runs] = [[]]
        for run in block.runs:
            if run[0] == "break":
                lines.append([])
            else:
                lines[-1].append(run)
        if len(lines) == 1 or block.kind == "heading":
            yield whole
            return
        read = [written(self.source, line) for line in lines]
        width = max(len(one.text) for one in read if one)
        column = width if _NARROWEST <= width <= _WIDEST else 0
        together: Runs = []
        before: Written | None = None
        for runs, one in zip(lines, read, strict=True):
            if together and not (one and before and _goes_on(before.text, one.text, column, heads and block.bold)):
                joined = written(self.source, together)
                if joined:
                    yield joined
                together = []
            if one is not None:
                together += ([("break", 0, 0)] if together else []) + runs
            before = one
        last = written(self.source, together)
        if last:
            yield last


def _goes_on(line: str, following: str, column: int, headline: bool) -> bool:
    """Says whether a line's end inside a paragraph is a wrap: the next word had no room, or goes on in lower case.

    A headline is set in lines too, all of them in capitals or none.
    """
    word = following.split(" ", 1)[0]
    if column and len(line) + 1 + len(word) > column:
        return True
    if headline and len(line) > _LEAST_HEADLINE and line.isupper() == following.isupper():
        return line[-1] not in ".:!?" and not any(character.isdecimal() or character == "@" for character in following)
    return word[:1].islower() and (line[-1].isalnum() or line[-1] == ",") and not any(mark in word for mark in "@./")
