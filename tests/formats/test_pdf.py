"""PDF proofs as people get them, made here: what is read, where it stands on the page, and what cannot be read."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from prlint import engine
from tests.formats.proof import (
    BODY,
    BREAK,
    FULL,
    HEADING,
    HEADLINE,
    INDENTED,
    ITEM,
    JUSTIFIED,
    drawn,
    p,
    pdf,
    table,
    turned,
)
from tests.support import builtin

if TYPE_CHECKING:
    from prlint.document import Document

ROOT = Path(__file__).parent.parent.parent
ONE = (
    "Tessaly Foods, Inc. runs bakeries in eleven towns along the river and sells its bread to hospitals, schools and "
    "hotels. Its ovens burn wood from its own forests, which have been managed for three generations."
)
TWO = (
    "Every loaf is baked on the day on which it is sold, and what remains in the evening goes to the kitchens of "
    "charities in each of these towns. The company has never sent bread back to a mill."
)
LEAD = f"LYON, France, March 2, 2026 (GLOBE NEWSWIRE) -- {ONE}"


def read(data: bytes, name: str = "proof.pdf") -> Document:
    return engine.read(engine.Source(name, data))


def lines(document: Document) -> list[str]:
    return document.view.text.split("\n")


def body(document: Document) -> list[str]:
    text = document.view.text
    return [text[b.start : b.end] for b in document.blocks if document.zone_at(b.start) != "page-header"]


def margins(document: Document) -> list[str]:
    text = document.view.text
    return [text[b.start : b.end] for b in document.blocks if document.zone_at(b.start) == "page-header"]


def footer(paper: Any, page: Any) -> None:
    paper.setFont("Times-Roman", 8)
    paper.drawString(72, 750, "Tessaly Foods, Inc.")
    paper.drawRightString(540, 750, "Proof of March 2, 2026")
    paper.drawCentredString(306, 36, f"Page {page.page} of 9")


@pytest.mark.parametrize("style", [BODY, JUSTIFIED, INDENTED])
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_paragraphs_in_columns(columns: int, style: Any) -> None:
    expected = ["Tessaly Foods Opens a Bakery in Lyon", LEAD, *[ONE, TWO] * 8, "About Tessaly Foods", TWO]
    story = [p(expected[0], HEADLINE), *(p(text, style) for text in expected[1:-2])]
    story += [p(expected[-2], HEADING), p(TWO, style)]
    document = read(pdf(story, columns=columns, margin=40, gutter=16))
    assert body(document) == expected
    assert document.blocks[0].kind == "heading"
    assert document.zone_at(document.blocks[1].start) == "dateline"
    assert document.zone_at(document.blocks[-1].start) == "about"


def test_columns_below_a_headline_over_both() -> None:
    page: list[tuple[float, float, str]] = [
        (72, 720, "Tessaly Foods opens a bakery in Lyon, the first outside of its home country, with forty people")
    ]
    left = [f"left column line {word} of running text" for word in ("one", "two", "three", "four", "five", "six")]
    right = [text.replace("left", "right") for text in left]
    # Base lines of the two columns need not be level.
    page += [(72, 690 - 13 * i, text) for i, text in enumerate(left)]
    page += [(320, 686 - 13 * i, text) for i, text in enumerate(right)]
    page += [
        (72, 560, "Below both columns stands one more sentence, which goes from one side of the page to the other.")
    ]
    text = " ".join(body(read(drawn(page))))
    assert [text.index(each) for each in (*left, *right, "Below both")] == sorted(
        text.index(each) for each in (*left, *right, "Below both")
    )


def test_contact_blocks_side_by_side() -> None:
    rows = [("Investor contact:", "Media contact:"), ("Ana Lund", "Peter Grove"), ("555-0100", "555-0199")]
    page: list[tuple[float, float, str]] = [(72, 700, ONE[:93]), (72, 687, ONE[93:186])]
    for i, (one, other) in enumerate(rows):
        page += [(72, 640 - 13 * i, one), (320, 640 - 13 * i, other)]
    assert body(read(drawn(page)))[1:] == [one for one, _ in rows] + [other for _, other in rows]


def test_headers_and_footers_follow_the_text() -> None:
    document = read(pdf([p(text) for text in [LEAD, *[ONE, TWO] * 20]], on_page=footer))
    assert body(document) == [LEAD, *[ONE, TWO] * 20]
    assert margins(document) == ["Tessaly Foods, Inc.", "Proof of March 2, 2026", "Page 1 of 9"]
    assert document.anchors[-1].page == 1


@pytest.mark.parametrize("sheets", [1, 3])
@pytest.mark.parametrize(
    ("top", "foot"),
    [
        (("3/2/26, 9:15 AM", "Tessaly Foods Opens a Bakery"), ("https://www.tessaly.example/news/1", "{}/{}")),
        (("Tessaly Foods Opens a Bakery", "https://www.tessaly.example/news/1"), ("{} of {}", "02/03/2026, 09:15")),
    ],
)
def test_what_a_browser_prints_around_a_page_is_no_text(
    top: tuple[str, str], foot: tuple[str, str], sheets: int
) -> None:
    def frame(paper: Any, page: Any) -> None:
        paper.setFont("Times-Roman", 8)
        # As near to the text as browsers set it.
        for height, row in ((724, top), (17, foot)):
            paper.drawString(72, height, row[0].format(page.page, sheets))
            paper.drawRightString(540, height, row[1].format(page.page, sheets))

    story = [p("Tessaly Foods Opens a Bakery", HEADLINE)]
    for _ in range(sheets):
        story += [p(LEAD), p(TWO), BREAK]
    document = read(pdf(story[:-1], margin=72, on_page=frame))
    assert body(document) == ["Tessaly Foods Opens a Bakery", *[LEAD, TWO] * sheets]
    assert margins(document) == []


def test_small_letters_near_the_text_are_a_header() -> None:
    def near(paper: Any, page: Any) -> None:
        paper.setFont("Times-Roman", 8)
        paper.drawString(72, 724, "Tessaly Foods, Inc.")

    document = read(pdf([p(LEAD), BREAK, p(TWO)], on_page=near))
    assert (body(document), margins(document)) == ([LEAD, TWO], ["Tessaly Foods, Inc."])


def test_an_address_and_a_page_number_alone_are_no_browsers_frame() -> None:
    document = read(drawn([(72, 740, "Tessaly Foods Opens a Bakery"), (72, 60, "See https://www.tessaly.example 1/1")]))
    assert margins(document) == []


def test_bare_page_numbers_and_an_end_mark() -> None:
    def number(paper: Any, page: Any) -> None:
        paper.drawCentredString(306, 30, f"- {page.page} -")

    document = read(pdf([p(text) for text in [LEAD, *[ONE, TWO] * 20, "###"]], on_page=number))
    assert margins(document) == ["- 1 -"]
    assert document.zone_at(document.view.text.index("###")) == "endmark"
    assert body(read(drawn([(72, 700, ONE[:90]), (300, 60, "-30-")])))[-1] == "-30-"


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    first, second = TWO[:92].rsplit(" ", 1)[0], TWO[92 - len(TWO[:92].rsplit(" ", 1)[1]) :]
    document = read(pdf([p(LEAD, JUSTIFIED), p(first, FULL), BREAK, p(second, JUSTIFIED), p(ONE, JUSTIFIED)]))
    assert body(document) == [LEAD, TWO, ONE]
    assert document.breaks == ()
    at = document.view.text.index(second)
    assert [document.anchor_at(document.view.source_start(i)).page for i in (at - 3, at)] == [1, 2]  # type: ignore[union-attr]


def test_a_line_that_stops_short_in_a_sentence_is_a_broken_paragraph_on_any_page() -> None:
    """On the page everybody sees half a line: this is no work of the typesetter's."""
    cut = "The bread is sold to hospitals, to schools and to hotels in the towns of the north, and the"
    for between in ([BREAK], []):
        document = read(
            pdf([p(LEAD), p(TWO), p(cut), *between, p("Lyon bakery will sell it too, from the first of June.")])
        )
        assert len(document.breaks) == 1, between


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        ("the bakery is the work of its own devel-", "opment team", "development"),
        ("sold by the makers of Ardenta and of Arden-", "ta Plus", "Ardenta"),
        ("this is a well-", "known bakery", "well-known"),
        ("the trial is a follow-", "up of it", "follow-up"),
        ("the in-", "licensed recipe of the baker", "in-licensed"),
        ("the code of this loaf is CLR-", "131 as before", "CLR-131"),
        ("a cell-tar-", "geting method of the baker", "cell-targeting"),
        ("and the towns of Winston-", "Salem too", "Winston-Salem"),
        ("butter and/", "or milk as before", "and/or"),
        ("the work of the phospho\u00ad", "lipid makers", "phospholipid"),
        ("given as a one-", "or two-dose treatment", "one- or two-dose"),
        ("the GAP-", "certified farm of the baker", "GAP-certified"),
        (
            "see https://www.tessaly.example/news?",
            "page_id=17707 for more",
            "https://www.tessaly.example/news?page_id=17707",
        ),
        ("see www.tessaly.example/", "news?id=1 for more", "www.tessaly.example/news?id=1"),
        ("given as a back-", "to-back treatment", "back-to-back"),
    ],
)
def test_hyphens_at_the_end_of_a_line(first: str, second: str, word: str) -> None:
    lead = "x" * 60 + " " + first
    text = body(read(drawn([(72, 700, lead), (72, 687, second + " and more words of the text")])))
    assert len(text) == 1
    assert f" {word} " in f"{text[0]} "


def test_a_compound_that_stands_elsewhere_keeps_its_hyphen() -> None:
    text = "the re-sign of it, to re-sign it and then to re-"
    assert body(read(drawn([(72, 700, "x" * 50 + " " + text), (72, 687, "sign it once again")])))[0].endswith(
        "to re-sign it once again"
    )


def test_ligatures_read_as_letters(tmp_path: Path) -> None:
    font = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
    if not font.exists():
        pytest.skip("the font DejaVu Serif is not installed")
    pdfmetrics.registerFont(TTFont("Ligatures", str(font)))
    stream = io.BytesIO()
    paper = canvas.Canvas(stream, invariant=1)
    paper.setFont("Ligatures", 11)
    paper.drawString(72, 700, "The \ufb01rst o\ufb03ce in Lyon")
    paper.save()
    assert lines(read(stream.getvalue())) == ["The first office in Lyon"]


def test_notes_are_raised_numbers() -> None:
    stream = io.BytesIO()
    paper = canvas.Canvas(stream, invariant=1)
    text = paper.beginText(72, 700)
    text.setFont("Times-Roman", 11)
    text.textOut("sold by 78%")
    text.setRise(4)
    text.setFont("Times-Roman", 6.5)
    text.textOut("2")
    text.setRise(0)
    text.setFont("Times-Roman", 11)
    text.textOut(" of the bakers")
    paper.drawText(text)
    paper.save()
    assert lines(read(stream.getvalue())) == ["sold by 78%² of the bakers"]


def test_items() -> None:
    long = f"opened a bakery: {TWO[:-1]}"
    document = read(
        pdf([p(LEAD), p(long, ITEM, "•"), p("sold more bread", ITEM, "•"), p("hired a baker", ITEM, "•"), p(TWO)])
    )
    assert body(document) == [LEAD, f"• {long}", "• sold more bread", "• hired a baker", TWO]
    assert [block.kind for block in document.blocks] == ["paragraph", "item", "item", "item", "paragraph"]


@pytest.mark.parametrize("columns", [1, 2])
def test_tables(columns: int) -> None:
    rows = [
        ["", "2025", "2024"],
        ["Revenue", "$12,340", "$11,220"],
        ["Cost of goods", "(8,010)", "(7,700)"],
        ["Net income", "4,330", "—"],
    ]
    story = [p(LEAD), *([p(ONE)] * 4 if columns > 1 else []), table(rows), p(TWO)]
    document = read(pdf(story, columns=columns, size=(900, 700)))
    found = [document.view.text[b.start : b.end] for b in document.blocks if b.kind == "row"]
    assert found == [
        "| | 2025 | 2024 |",
        "Revenue | $12,340 | $11,220",
        "Cost of goods | (8,010) | (7,700)",
        "Net income | 4,330 | —",
    ]
    assert body(document)[-1] == TWO


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_text_in_an_anchors_box_is_its_line(turn: int) -> None:
    data = pdf([p(LEAD, JUSTIFIED), *[p(text, JUSTIFIED) for text in [ONE, TWO] * 12]], columns=2, on_page=footer)
    if turn:
        data = turned(data, turn)
    document = read(data)
    assert body(document) == [LEAD, *[ONE, TWO] * 12]
    file = pypdfium2.PdfDocument(data)
    ends = [*(anchor.start for anchor in document.anchors[1:]), len(document.text)]
    assert len(ends) > 20
    for anchor, end in zip(document.anchors, ends, strict=True):
        assert anchor.box is not None
        left, bottom, right, top = anchor.box
        text = file[anchor.page - 1].get_textpage().get_text_bounded(left - 1, bottom, right + 1, top)
        own = "".join(document.text[anchor.start : end].split())
        assert own in "".join(text.split()).replace("\ufffe", "-").replace("\x02", "-")


def test_findings_name_their_page() -> None:
    story = [p(LEAD), BREAK, p("The company said that that bread will be sold in in Lyon from June, as before.")]
    report = engine.check([engine.Source("proof.pdf", pdf(story))], builtin(), archive=[])
    assert not report.errors
    assert {place.start.page for finding in report.findings for place in finding.places if place.quote == "in in"} == {
        2
    }


def test_what_is_set_at_an_angle_is_no_part_of_a_line() -> None:
    def stamp(paper: Any, page: Any) -> None:
        paper.saveState()
        paper.setFont("Helvetica", 60)
        paper.translate(200, 300)
        paper.rotate(45)
        paper.drawString(0, 0, "DRAFT")
        paper.restoreState()

    assert body(read(pdf([p(text) for text in [LEAD, *[ONE, TWO] * 8]], on_page=stamp))) == [LEAD, *[ONE, TWO] * 8]


def test_two_hundred_pages() -> None:
    syllables = ("ba", "de", "fi", "go", "lu", "me")
    names = [a.title() + b + c for a in syllables for b in syllables for c in syllables][:200]
    story: list[Any] = []
    for name in names:
        story += [p(f"{name} bakes. {ONE}"), p(TWO), BREAK]
    document = read(pdf(story, on_page=footer))
    assert body(document) == [text for name in names for text in (f"{name} bakes. {ONE}", TWO)]
    assert max(anchor.page for anchor in document.anchors) == 200


def test_a_pdf_is_known_by_its_content() -> None:
    assert body(read(pdf([p(LEAD)]), name="proof.txt")) == [LEAD]


def refused(data: bytes) -> str:
    with pytest.raises(ValueError, match=r"PDF|page") as caught:
        read(data)
    return str(caught.value)


def test_a_password() -> None:
    assert "password" in refused(pdf([p(LEAD)], encrypt="secret"))


def test_damaged_files() -> None:
    data = pdf([p(LEAD)])
    for broken in (b"%PDF-1.7\nnothing", data[:400], data.replace(b"/Pages", b"/Pigs")):
        assert "damaged" in refused(broken)


def picture() -> ImageReader:
    from PIL import Image

    return ImageReader(Image.new("L", (60, 80), 200))


def test_a_page_that_is_a_picture() -> None:
    stream = io.BytesIO()
    paper = canvas.Canvas(stream, invariant=1)
    for page in range(3):
        if page < 2:
            paper.drawString(72, 700, ONE[:80])
        else:
            paper.drawImage(picture(), 0, 0, 590, 840)
        paper.showPage()
    paper.save()
    assert refused(stream.getvalue()) == "page 3 is a picture without text: run it through text recognition first"


def test_a_small_picture_and_an_empty_page_are_no_scan() -> None:
    stream = io.BytesIO()
    paper = canvas.Canvas(stream, invariant=1)
    paper.drawString(72, 700, ONE[:80])
    paper.showPage()
    paper.drawImage(picture(), 72, 700, 40, 40)
    paper.showPage()
    paper.showPage()
    paper.save()
    assert body(read(stream.getvalue())) == [ONE[:80].strip()]


def test_no_text_at_all() -> None:
    stream = io.BytesIO()
    paper = canvas.Canvas(stream, invariant=1)
    paper.rect(72, 72, 100, 100)
    paper.showPage()
    paper.save()
    assert "no text" in refused(stream.getvalue())


def test_too_many_pages_and_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    from prlint.readers.pdf import letters

    data = pdf([p(ONE), BREAK, p(TWO), BREAK, p(TWO)])
    monkeypatch.setattr(letters, "MOST_PAGES", 2)
    assert "3 pages" in refused(data)
    monkeypatch.setattr(letters, "MOST_PAGES", 3)
    monkeypatch.setattr(letters, "MOST_LETTERS", 300)
    assert "letters" in refused(data)


def test_plain_text_loads_no_pdf_library(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(LEAD, encoding="utf-8")
    code = (
        "import sys\nfrom prlint import engine\n"
        "engine.read(engine.Source('draft.txt', open('draft.txt', 'rb').read()))\n"
        "assert not [name for name in sys.modules if 'pdf' in name], sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
