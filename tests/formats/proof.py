"""Makes PDF files for tests with reportlab: proofs in one or two columns, with headers, footers and tables."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pypdfium2
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen import canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=13, spaceAfter=7, alignment=TA_LEFT)
JUSTIFIED = ParagraphStyle("justified", parent=BODY, alignment=TA_JUSTIFY)
FULL = ParagraphStyle("full", parent=JUSTIFIED, justifyLastLine=1)  # its last line is full, as before a page break
HEADLINE = ParagraphStyle(
    "headline", parent=BODY, fontName="Times-Bold", fontSize=15, leading=18, alignment=TA_CENTER, spaceAfter=10
)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Times-Bold", spaceBefore=4, spaceAfter=3)
INDENTED = ParagraphStyle("indented", parent=JUSTIFIED, firstLineIndent=14, spaceAfter=0)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=16, bulletIndent=4, spaceAfter=2)
BREAK = PageBreak()


def pdf(
    story: Sequence[Flowable],
    *,
    size: tuple[float, float] = letter,
    columns: int = 1,
    gutter: float = 20,
    margin: float = 72,
    on_page: Callable[[Any, Any], None] | None = None,
    **options: Any,
) -> bytes:
    """Returns the story set on pages of this size (points) in so many columns."""
    width, height = size
    each = (width - 2 * margin - (columns - 1) * gutter) / columns
    frames = [
        Frame(margin + i * (each + gutter), margin, each, height - 2 * margin, 0, 0, 0, 0) for i in range(columns)
    ]
    stream = io.BytesIO()
    document = BaseDocTemplate(stream, pagesize=size, invariant=1, **options)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=on_page or (lambda _canvas, _document: None)))
    document.build(list(story))
    return stream.getvalue()


def turned(data: bytes, degrees: int) -> bytes:
    """Returns the file with its pages turned, as a scanner or a viewer leaves them: the text on them is the same."""
    file = pypdfium2.PdfDocument(data)
    for page in file:
        page.set_rotation(degrees)
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def p(text: str, style: ParagraphStyle = BODY, bullet: str | None = None) -> Paragraph:
    """Returns a paragraph; `text` is plain."""
    return Paragraph(text.replace("&", "&amp;").replace("<", "&lt;"), style, bulletText=bullet)


def table(rows: Sequence[Sequence[str]]) -> Table:
    """Returns a table without rules: figures to the right."""
    return Table(
        rows, colWidths=[220] + [80] * (len(rows[0]) - 1), style=[("ALIGN", (1, 0), (-1, -1), "RIGHT")], hAlign="LEFT"
    )


def drawn(*pages: Sequence[tuple[float, float, str]], size: tuple[float, float] = letter, font: float = 10.5) -> bytes:
    """Returns pages of lines, each at its left side and base line."""
    stream = io.BytesIO()
    paper = canvas.Canvas(stream, pagesize=size, invariant=1)
    for page in pages:
        paper.setFont("Times-Roman", font)
        for x, y, text in page:
            paper.drawString(x, y, text)
        paper.showPage()
    paper.save()
    return stream.getvalue()
