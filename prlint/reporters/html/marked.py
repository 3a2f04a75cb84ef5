"""The release as it reads, cut into pieces: plain words, words that findings mark, words that prove one.

Marks may overlap, so each stretch of text between two borders is a piece of
its own and names every finding that holds it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from prlint.text.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.document import Block, Document

#: Blocks that begin an "About …" part and are no longer than this are its heading.
_LONGEST_HEADING = 90
_BAR = " | "


class Mark(NamedTuple):
    """A place (or a proof, then `number` is 0) in view offsets; `id` is that of its element; the lowest `rank` shows."""

    start: int
    end: int
    id: str
    number: int
    rank: int


class Piece(NamedTuple):
    """Text with what marks it.

    `ids` are of the marks that begin here, `numbers` of the findings that hold
    it, the one that shows first; `first` says that a place of that one begins
    here; `ended` are the findings whose place ends here; `proof` says that it is
    evidence of some finding; `pilcrow` that a paragraph was broken here.
    """

    text: str
    ids: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    first: bool = False
    ended: tuple[int, ...] = ()
    proof: bool = False
    pilcrow: bool = False


class Part(NamedTuple):
    """A block: its look (headline, heading, paragraph, item, table, small …), level, and pieces by cell, by row."""

    look: str
    level: int
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


def parts(document: Document, marks: Sequence[Mark]) -> list[Part]:
    """Returns the whole text; rows that follow each other are one table."""
    blocks = document.blocks
    starts = [block.start for block in blocks]
    by_block: dict[int, list[Mark]] = {}
    for mark in marks:
        i = max(bisect_right(starts, mark.start) - 1, 0)
        # A mark that begins behind the end of a block belongs to the next one.
        while i < len(blocks) and (blocks[i].start < mark.end or i == bisect_right(starts, mark.start) - 1):
            by_block.setdefault(i, []).append(mark)
            i += 1
    found: list[Part] = []
    for i, block in enumerate(blocks):
        if block.kind == "rule":
            found.append(Part("rule", 0, ()))
            continue
        cells = tuple(_pieces(document, start, end, by_block.get(i, ())) for start, end in _cells(document, block))
        look = _look(document, block)
        if look == "table" and found and found[-1].look == "table":
            found[-1] = found[-1]._replace(rows=(*found[-1].rows, cells))
        else:
            found.append(Part(look, block.level, (cells,)))
    return found


def _look(document: Document, block: Block) -> str:
    zone = document.zone_of(block.start)
    name = zone.name if zone else "body"
    if block.kind == "row":
        return "table"
    if name in ("headline", "subhead"):
        return name
    if block.kind in ("heading", "item"):
        return block.kind
    if (
        zone is not None
        and name == "about"
        and zone.start == block.start
        and block.end - block.start < _LONGEST_HEADING
    ):
        return "heading"
    if name in ("fls", "legend", "footnote", "isi", "page-header", "page-footer"):
        return "small"
    return "line" if name in ("contacts", "source", "header-date", "endmark") else "paragraph"


def _cells(document: Document, block: Block) -> list[tuple[int, int]]:
    """Returns the view spans of a row's cells; any other block is one."""
    if block.kind != "row":
        return [(block.start, block.end)]
    text = document.view.text[block.start : block.end]
    first = 2 if text.startswith("| ") else 0
    last = len(text) - 2 if text.endswith(" |") and len(text) > first + 1 else len(text)
    found = []
    at = first
    while (bar := text.find(_BAR, at, last)) >= 0:
        found.append((block.start + at, block.start + bar))
        at = bar + len(_BAR)
    return [*found, (block.start + at, block.start + max(at, last))]


def _pieces(document: Document, start: int, end: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    inside = [mark for mark in marks if mark.start <= end and (mark.end > start or mark.start >= start)]
    breaks = {joined.start: joined.end for joined in document.breaks if start <= joined.start < end}
    borders = {start, end, *breaks, *(at for at in breaks.values() if at < end)}
    for mark in inside:
        borders |= {min(max(at, start), end) for at in (mark.start, mark.end)}
    ordered = sorted(borders)
    found: list[Piece] = []
    for at, until in zip(ordered, [*ordered[1:], None], strict=True):
        points = [mark for mark in inside if mark.start == mark.end == at]
        if points:
            # Something missing has a place and no words.
            numbers = _numbers(points)
            found.append(Piece("", tuple(mark.id for mark in points), numbers, True, numbers))
        if until is None:
            break
        holding = [mark for mark in inside if mark.start <= at and until <= mark.end and mark.start < mark.end]
        began = [mark for mark in holding if mark.start == at]
        numbers = _numbers(holding)
        found.append(
            Piece(
                printable(document.view.as_typed(document.text, at, until)),
                tuple(mark.id for mark in began),
                numbers,
                any(mark.number == numbers[0] for mark in began) if numbers else False,
                _numbers([mark for mark in holding if mark.end == until]),
                any(not mark.number for mark in holding),
                at in breaks,
            )
        )
    return tuple(found)


def _numbers(marks: Sequence[Mark]) -> tuple[int, ...]:
    """Returns the findings of some marks, the one that shows first: by rank, and the shorter place before the longer."""
    ordered = sorted((mark for mark in marks if mark.number), key=lambda mark: (mark.rank, mark.end - mark.start))
    return tuple(dict.fromkeys(mark.number for mark in ordered))
