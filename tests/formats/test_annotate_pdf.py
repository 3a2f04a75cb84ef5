"""Findings as highlights in a PDF: over exactly the words, the pages themselves unchanged."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from prlint import annotate, engine
from prlint.annotate import Note
from prlint.annotate import pdf as highlights
from tests.cli.running import prlint
from tests.formats.proof import BREAK, JUSTIFIED, p, pdf, table, turned
from tests.support import builtin

if TYPE_CHECKING:
    from pathlib import Path

FAULTY = "The company said that that bread will be sold in in Lyon from June, as it was sold in in Paris before."
FILL = (
    "Its ovens burn wood from its own forests, which have been managed with care for three generations of bakers. " * 3
)


def said(mark: Any, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(mark, key, None, 0)
    text = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetStringValue(mark, key, ctypes.cast(text, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return text.raw.decode("utf-16-le").rstrip("\0")


def marked(data: bytes) -> list[tuple[int, str, str]]:
    """Returns the page, the words under each highlight and its comment."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
        text = page.get_textpage()
        for i in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
            mark = pdfium.FPDFPage_GetAnnot(page.raw, i)
            words = []
            for k in range(pdfium.FPDFAnnot_CountAttachmentPoints(mark)):
                corners = pdfium.FS_QUADPOINTSF()
                assert pdfium.FPDFAnnot_GetAttachmentPoints(mark, k, corners)
                words.append(
                    text.get_text_bounded(corners.x3 - 0.1, corners.y3 + 3, corners.x2 + 0.1, corners.y2 - 3).strip()
                )
            assert said(mark, b"T") == "prlint"
            found.append((number, " ".join(words), said(mark, b"Contents")))
    return found


@pytest.mark.parametrize("turn", [0, 90])
def test_highlights_stand_on_the_words(turn: int) -> None:
    data = pdf([p(FILL, JUSTIFIED), p(FAULTY), BREAK, p(FILL), p(FAULTY, JUSTIFIED)], columns=2)
    if turn:
        data = turned(data, turn)
    report = engine.check([engine.Source("proof.pdf", data)], builtin())
    document = report.documents[0].release.document
    notes = annotate.notes(document, report.findings)
    found = marked(highlights.annotate(data, document, notes))
    expected = sorted(
        (place.start.page, place.quote) for finding in report.findings for place in finding.places if place.start.page
    )
    assert sorted((page, words) for page, words, _ in found) == expected
    assert {(page, words) for page, words, _ in found} >= {(1, "in in"), (2, "in in")}
    assert all("(" in comment and "\n" in comment for _, _, comment in found)


def test_a_note_over_lines_and_pages() -> None:
    data = pdf([p(FILL * 5, JUSTIFIED)], size=(400, 300))
    document = engine.read(engine.Source("proof.pdf", data))
    found = marked(highlights.annotate(data, document, [Note(0, len(document.text), "info", "x", ("All of it",))]))
    assert [page for page, _, _ in found] == sorted({anchor.page for anchor in document.anchors})
    assert " ".join(words for _, words, _ in found).split() == document.text.split()


def test_a_row_of_a_table_is_highlighted_whole() -> None:
    data = pdf([table([["", "2025", "2024"], ["Revenue", "12,340", "11,220"], ["Net income", "4,330", "3,520"]])])
    document = engine.read(engine.Source("proof.pdf", data))
    at = document.text.index("4,330")
    found = marked(highlights.annotate(data, document, [Note(at, at + 5, "error", "x", ("Wrong", "x"))]))
    assert [words.split() for _, words, _ in found] == [["Net", "income", "4,330", "3,520"]]


def test_the_command_writes_a_copy_and_leaves_the_pages_as_they_are(tmp_path: Path) -> None:
    data = pdf([p(FILL), p(FAULTY)])
    (tmp_path / "proof.pdf").write_bytes(data)
    prlint(tmp_path, "check", "proof.pdf", "--annotate", "checked.pdf")
    copy = (tmp_path / "checked.pdf").read_bytes()
    assert (tmp_path / "proof.pdf").read_bytes() == data
    assert "in in" in {words for _, words, _ in marked(copy)}
    before, after = (engine.read(engine.Source("proof.pdf", each)).text for each in (data, copy))
    assert before == after
