"""The rows of tables as spans of the view: Markdown's pipes, and lines of plain text parted by tabs or wide gaps.

What is a table is not asked here: a line of plain text with a gap in it may be
an address. It becomes a table's row where a head that somebody looks for stands above it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from prlint.document import Span
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.document import Document

_LINE = pattern(r"[^\S\r\n\t]*+(?P<line>[^\r\n]*+)")
_RULER = pattern(r"[-=_+|: \t]*[-=_]{2,}[-=_+|: \t]*")
_GAP = pattern(r"[ \u00a0\u2002-\u200a\u3000]{2,}+")
_RULED = pattern(r"-{2,}")


class Row(NamedTuple):
    """One row: its cells as view spans, white space left out; an empty cell is an empty span.

    `opens`: what stands before it is no row; `head`: a ruler stands under it.
    """

    cells: tuple[Span, ...]
    opens: bool
    head: bool


def rows(document: Document) -> Iterator[Row]:
    """Yields the rows in order of their place."""
    return _plain(document) if document.format == "text" else _piped(document)


def _piped(document: Document) -> Iterator[Row]:
    text, view = document.view.text, document.view
    before = ""
    for i, block in enumerate(document.blocks):
        if block.kind == "row":
            after = document.blocks[i + 1].start if i + 1 < len(document.blocks) else block.end
            # A ruler is no part of the view.
            gap = document.text[view.source_span(block.start, block.end).end : view.source_start(after)]
            pipes = [
                at
                for at in range(block.start, block.end)
                if text[at] == "|" and document.text[view.source_start(at) - 1 : view.source_start(at)] != "\\"
            ]
            yield Row(_between(text, block.start, block.end, pipes), before != "row", bool(_RULED.search(gap)))
        before = block.kind


def _between(text: str, start: int, end: int, pipes: list[int]) -> tuple[Span, ...]:
    """Returns what stands between the pipes; those at the ends of the line are its frame."""
    bounds = [start - 1, *pipes, end]
    cells = [_bare(text, first + 1, last) for first, last in pairwise(bounds)]
    if pipes and not text[start : pipes[0]].strip():
        del cells[0]
    if len(pipes) > 1 and not text[pipes[-1] + 1 : end].strip():
        del cells[-1]
    return tuple(cells)


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _plain(document: Document) -> Iterator[Row]:
    text = document.text
    if "\t" not in text and "  " not in text and "|" not in text and _GAP.search(text) is None:
        return
    waiting: Row | None = None
    opens = True
    at = 0
    while at < len(text):
        found = _LINE.match(text, at)
        start, end = found.span("line") if found else (at, at)
        # A tab at either end parts an empty cell.
        end -= len(text[start:end]) - len(text[start:end].rstrip(" \u00a0\u3000"))
        at = max(at, found.end() if found else at)
        while at < len(text) and text[at] in "\r\n":
            at += 1
        if not text[start:end].strip():
            # Rows are often a blank line apart.
            continue
        if _RULER.fullmatch(text, start, end):
            waiting = waiting and waiting._replace(head=True)
            continue
        if waiting is not None:
            yield waiting
        cells = _cells(text, start, end)
        waiting = None
        if len(cells) > 1:
            offset = document.view.view_offset
            waiting = Row(tuple(Span(offset(first), offset(last)) for first, last in cells), opens, head=False)
        opens = waiting is None
    if waiting is not None:
        yield waiting


def _cells(text: str, start: int, end: int) -> list[Span]:
    """Returns the cells of a source line; tabs part empty cells too, gaps cannot."""
    line = text[start:end]
    if line.startswith("|") and line.endswith("|"):
        return list(_between(text, start, end, [i for i in range(start, end) if text[i] == "|"]))
    bounds = [start]
    if "\t" in line:
        for i in range(start, end):
            if text[i] == "\t":
                bounds += (i, i + 1)
    else:
        for gap in _GAP.finditer(text, start, end):
            bounds += gap.span()
    bounds.append(end)
    return [_bare(text, first, last) for first, last in zip(bounds[::2], bounds[1::2], strict=True)]
