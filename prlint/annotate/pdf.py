"""PDF highlights over exactly the words, each with its note as a comment that opens from it.

Nothing that is printed on the pages changes. Where the letters of a line cannot
be matched with its text (a row of a table), the whole line is highlighted.
"""

from __future__ import annotations

import ctypes
import io
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from prlint.readers.pdf.letters import Page, opened, pages, turned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.annotate import Note
    from prlint.document import Document

SUFFIXES = (".pdf",)

AUTHOR = "prlint"
#: Red, green, blue of a severity's highlight.
_COLOURS = {"error": (255, 150, 140), "warning": (255, 214, 102), "info": (170, 210, 255)}

_Box = tuple[float, float, float, float]


def annotate(data: bytes, document: Document, notes: Sequence[Note]) -> bytes:
    """Returns a copy of the PDF with a highlight for each note; one that runs over pages has one on each."""
    if not notes:
        return data
    read = pages(data)
    file = opened(data)
    try:
        letters: dict[int, list[tuple[_Box, _Box]]] = {}
        for note in notes:
            boxes: dict[int, list[_Box]] = {}
            for page, box in _boxes(file, read, document, note, letters):
                boxes.setdefault(page, []).append(box)
            for page, own in boxes.items():
                _highlight(file, page, own, note)
        stream = io.BytesIO()
        file.save(stream)
        return stream.getvalue()
    finally:
        file.close()


def _boxes(
    file: Any, read: Sequence[Page], document: Document, note: Note, letters: dict[int, list[tuple[_Box, _Box]]]
) -> Iterator[tuple[int, _Box]]:
    """Yields the page and the box of the words of a note in each line that they stand in."""
    anchors = document.anchors
    end = max(note.end, note.start + 1)
    for i in range(max(0, bisect_right(anchors, (note.start, 1 << 60)) - 1), len(anchors)):
        anchor = anchors[i]
        if anchor.start >= end or anchor.box is None:
            break
        past = anchors[i + 1].start if i + 1 < len(anchors) else len(document.text)
        before = _count(document.text[anchor.start : max(note.start, anchor.start)])
        count = _count(document.text[max(note.start, anchor.start) : min(end, past)])
        if count == 0:
            continue
        if anchor.page not in letters:
            letters[anchor.page] = list(_letters(file, read[anchor.page - 1]))
        inside = sorted((upright, own) for upright, own in letters[anchor.page] if _within(upright, anchor.box))
        # The hyphen of a word that a line's end parts is no longer in the text.
        if _count(document.text[anchor.start : past]) <= len(inside) <= _count(document.text[anchor.start : past]) + 1:
            yield anchor.page, _around([own for _, own in inside[before : before + count]])
        elif inside:
            yield anchor.page, _around([own for _, own in inside])


def _count(text: str) -> int:
    """Returns how many letters of a text are printed."""
    return sum(not letter.isspace() for letter in text)


def _within(box: _Box, line: _Box) -> bool:
    across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return line[0] - 0.5 <= across <= line[2] + 0.5 and line[1] <= up <= line[3]


def _around(boxes: Sequence[_Box]) -> _Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _letters(file: Any, page: Page) -> Iterator[tuple[_Box, _Box]]:
    """Yields the boxes of a page's letters: upright, as the reader has them, and in the page's own coordinates."""
    own = file[page.number - 1]
    width, height = own.get_size()
    across, up = (height, width) if own.get_rotation() % 180 else (width, height)
    text = own.get_textpage()
    box = pdfium.FS_RECTF()
    for i in range(pdfium.FPDFText_CountChars(text.raw)):
        code = pdfium.FPDFText_GetUnicode(text.raw, i)
        if (code != 0x02 and code <= 0x20) or chr(min(code, 0x10FFFF)).isspace() or 0xD800 <= code < 0xDC00:
            continue
        pdfium.FPDFText_GetLooseCharBox(text.raw, i, box)
        found = (box.left, box.bottom, box.right, box.top)
        yield turned(found, page.turn, across, up), found
    text.close()
    own.close()


def _highlight(file: Any, number: int, boxes: Sequence[_Box], note: Note) -> None:
    page = file[number - 1]
    mark = pdfium.FPDFPage_CreateAnnot(page.raw, pdfium.FPDF_ANNOT_HIGHLIGHT)
    if not mark:
        raise ValueError("this PDF takes no highlights; save a copy that may be changed")
    red, green, blue = _COLOURS.get(note.severity, _COLOURS["info"])
    pdfium.FPDFAnnot_SetColor(mark, pdfium.FPDFANNOT_COLORTYPE_Color, red, green, blue, 255)
    for left, bottom, right, top in boxes:
        corners = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        pdfium.FPDFAnnot_AppendAttachmentPoints(mark, corners)
    left, bottom, right, top = _around(boxes)
    pdfium.FPDFAnnot_SetRect(mark, pdfium.FS_RECTF(left, top, right, bottom))
    pdfium.FPDFAnnot_SetFlags(mark, pdfium.FPDF_ANNOT_FLAG_PRINT)
    _say(mark, b"T", AUTHOR)
    _say(mark, b"Contents", "\n".join(note.paragraphs))
    pdfium.FPDFPage_CloseAnnot(mark)
    page.close()


def _say(mark: Any, key: bytes, text: str) -> None:
    wide = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
    pdfium.FPDFAnnot_SetStringValue(mark, key, ctypes.cast(wide, pdfium.FPDF_WIDESTRING))
