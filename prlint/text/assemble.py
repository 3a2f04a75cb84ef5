"""Makes a Document from what a reader found: its pieces of text and the mark-up to leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.digest import sha256
from prlint.document import Block, Document, Edit, Span, View, Zone
from prlint.text import breaks
from prlint.text.fold import folded, odd_edits
from prlint.text.patterns import pattern
from prlint.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.document import Anchor, Marking

_SPACES = pattern(r"[ \r\n]{2,}+|[\r\n]")


class Piece(NamedTuple):
    """A paragraph, heading, item or row in source code points; `wrapped` line ends inside it read as spaces.

    `zone` is for what the format itself sets apart: a footnote, a page's header, a text box.
    """

    kind: str
    start: int
    end: int
    level: int = 0
    zone: str = ""


def assemble(
    *,
    path: str,
    data: bytes,
    format: str,
    text: str,
    pieces: Sequence[Piece],
    dropped: Iterable[Edit] = (),
    anchors: Iterable[Anchor] = (),
    markings: Iterable[Marking] = (),
) -> Document:
    """Returns the document: `pieces` in order become the view's lines, `dropped` mark-up disappears or is replaced.

    What stands between pieces is not text. Pieces do not overlap; `dropped` edits
    lie inside pieces, sorted. Neighbouring paragraphs that are one sentence are joined.
    """
    base = folded(text)
    edits: list[Edit] = []
    lines: list[Piece] = []
    joins: list[int] = []  # source offsets at which a join begins
    at = 0
    previous: tuple[Piece, str] | None = None
    for piece, own in zip(pieces, _inside(base, pieces, dropped), strict=True):
        read = _read(base, piece, own)
        if not read.strip():
            continue
        together = previous and piece.kind == previous[0].kind == "paragraph" and piece.zone == previous[0].zone
        if previous and together and breaks.cut(previous[1], read):
            joins.append(at)
            edits.append(Edit(at, piece.start, " "))
        else:
            if piece.start > at:
                edits.append(Edit(at, piece.start, "\n" if lines else ""))
            lines.append(piece)
        edits.extend(own)
        at = piece.end
        previous = (piece, read)
    if at < len(base):
        edits.append(Edit(at, len(base), ""))
    view = View(base, edits)
    blocks = _blocks(view.text, lines)
    return Document(
        path=path,
        format=format,
        sha256=sha256(data).hexdigest(),
        text=text,
        view=view,
        blocks=blocks,
        sentences=sentences(view.text, blocks),
        breaks=[Span(view.view_offset(offset), view.view_offset(offset) + 1) for offset in joins],
        zones=[
            Zone(piece.zone, block.start, block.end) for piece, block in zip(lines, blocks, strict=True) if piece.zone
        ],
        anchors=anchors,
        markings=markings,
    )


def _inside(base: str, pieces: Sequence[Piece], dropped: Iterable[Edit]) -> list[list[Edit]]:
    """Returns for each piece its edits: mark-up, odd characters, runs of white space, sorted and apart."""
    marks = sorted(dropped)
    odd = odd_edits(base)
    result = []
    m = o = 0
    for piece in pieces:
        own: list[Edit] = []
        while m < len(marks) and marks[m].start < piece.end:
            if marks[m].start >= piece.start:
                own.append(marks[m])
            m += 1
        while o < len(odd) and odd[o].start < piece.end:
            if odd[o].start >= piece.start:
                own.append(odd[o])
            o += 1
        if any(base.find(space, piece.start, piece.end) >= 0 for space in ("  ", "\n", "\r")):
            own.extend(
                Edit(match.start(), match.end(), " ") for match in _SPACES.finditer(base, piece.start, piece.end)
            )
        result.append(_apart(own))
    return result


def _apart(edits: list[Edit]) -> list[Edit]:
    """Returns the edits sorted; of two that overlap the wider one stays (mark-up before white space)."""
    edits.sort(key=lambda edit: (edit.start, -edit.end))
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _read(base: str, piece: Piece, edits: Sequence[Edit]) -> str:
    """Returns a piece as the view will show it."""
    parts: list[str] = []
    at = piece.start
    for edit in edits:
        parts += (base[at : edit.start], edit.replacement)
        at = edit.end
    parts.append(base[at : piece.end])
    return "".join(parts)


def _blocks(text: str, lines: Iterable[Piece]) -> list[Block]:
    blocks = []
    begin = 0
    for piece in lines:
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        blocks.append(Block(piece.kind, piece.level, begin, end))
        begin = end + 1
    return blocks
