"""The view maps back to the source: every span, on any text."""

from __future__ import annotations

from html import unescape
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from prlint.document import Anchor, Edit, View
from prlint.readers import markdown, text
from prlint.text.assemble import Piece, assemble
from prlint.text.fold import folded
from prlint.zones import zoned

#: Characters that the view folds, drops, joins or keeps, beside any other.
TRICKY = "ab .\n\r\t\u00a0\u00ad\u200b\ufb01\u2019\u201c\u2011\u2014e\u0301*_[]()#|>-<&;™😀\u2028"
texts = st.one_of(
    st.text(), st.text(alphabet=TRICKY, max_size=200), st.text(st.characters(codec="utf-8"), max_size=200)
)


@st.composite
def edited(draw):
    source = draw(st.text(min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(source)), max_size=12)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return source, [Edit(start, end, draw(st.sampled_from(["", " ", "xyz"]))) for start, end in pairs]


@given(edited())
def test_every_code_point_of_the_view_comes_from_where_the_map_says(case):
    source, edits = case
    view = View(source, edits)
    for offset, character in enumerate(view.text):
        span = view.source_span(offset, offset + 1)
        inside = [edit for edit in edits if edit.start <= span.start < edit.end]
        if inside:
            assert span == (inside[0].start, inside[0].end)
            assert character in inside[0].replacement
        else:
            assert source[span.start : span.end] == character


@given(edited(), st.data())
def test_a_source_offset_outside_edits_comes_back_to_itself(case, data):
    source, edits = case
    view = View(source, edits)
    offset = data.draw(st.integers(0, len(source) - 1))
    if not any(edit.start <= offset < edit.end for edit in edits):
        assert view.source_start(view.view_offset(offset)) == offset


@given(texts)
def test_plain_text_reads_to_a_view_of_the_same_characters(source):
    _holds(text.read("a.txt", source.encode("utf-8", "surrogatepass")) if _encodable(source) else None)


@given(texts)
def test_markdown_reads_to_a_view_of_the_same_characters(source):
    _holds(markdown.read("a.md", source.encode("utf-8")) if _encodable(source) else None)


def _encodable(source):
    try:
        source.encode("utf-8")
    except UnicodeEncodeError:
        return False
    # A null in the first bytes is binary data to the decoder.
    return "\0" not in source


def _holds(document):
    if document is None:
        return
    view = document.view
    groups = []
    for offset, character in enumerate(view.text):
        span = view.source_span(offset, offset + 1)
        if groups and groups[-1][0] == span:
            groups[-1][1] += character
        else:
            assert not groups or groups[-1][0].end <= span.start
            groups.append([span, character])
    for span, read in groups:
        original = document.text[span.start : span.end]
        assert read in {
            folded(original),
            normalize("NFC", original),
            normalize("NFKC", original),
            unescape(original),
            " ",  # white space, a page's break, a tag that parts words
            "\n",  # whatever stands between two blocks
        }
        if not read.isspace():
            assert original.strip()
    assert "\r" not in view.text
    for block in document.blocks:
        assert "\n" not in view.text[block.start : block.end]
    assert "\n".join(view.text[b.start : b.end] for b in document.blocks) == view.text
    for sentence in document.sentences:
        assert "\n" not in view.text[sentence.start : sentence.end]


def test_positions_count_lines_as_editors_do():
    document = text.read("a.txt", b"one\r\ntwo\rthree\nfour")
    assert [document.line_column(document.text.index(word)) for word in ("one", "two", "three", "four")] == [
        (1, 1),
        (2, 1),
        (3, 1),
        (4, 1),
    ]
    assert document.line_column(len(document.text)) == (4, 5)


def test_typography_is_folded_and_the_source_kept():
    source = "The “Company”\u00a0makes non\u2011stick of\ufb01ce co\u00adatings; it’s new."
    document = text.read("a.txt", source.encode())
    assert document.text == source
    assert document.view.text == 'The "Company" makes non-stick office coatings; it\'s new.'
    start = document.view.text.index("office")
    span = document.view.source_span(start, start + 6)
    assert source[span.start : span.end] == "of\ufb01ce"


def test_wrapped_lines_are_one_paragraph_and_an_address_is_not():
    wrapped = (
        "Ardenta Therapeutics today said that it has begun a trial of its lead\n"
        "compound in adults with a rare disease of the small vessels of the eye,\n"
        "and that results are due.\n\nMaria Delgado\nArdenta\n555-0100\n"
    )
    document = text.read("a.txt", wrapped.encode())
    lines = document.view.text.split("\n")
    assert len(lines) == 4
    assert lines[0].endswith("and that results are due.")
    assert lines[1:] == ["Maria Delgado", "Ardenta", "555-0100"]


def test_words_are_those_of_the_view_in_small_letters() -> None:
    """Marks and dashes part words, and a compound is there by its parts."""
    from tests.support import release

    words = release("Ardenta’s peer‑reviewed “Study” (NCT01), e.g. this.").document.words
    assert {"ardenta", "s", "peer", "reviewed", "study", "nct01", "e", "g", "this"} == words


def test_a_format_with_pages_and_paragraphs_says_where_an_offset_stands() -> None:
    anchors = [Anchor(0, page=1, paragraph=1), Anchor(10, page=1, paragraph=2), Anchor(20, page=2, paragraph=3)]
    document = assemble(
        path="a.docx", data=b"", format="docx", text="a" * 30, pieces=[Piece("paragraph", 0, 30)], anchors=anchors
    )
    assert [document.anchor_at(offset) for offset in (0, 9, 10, 29)] == [anchors[0], anchors[0], anchors[1], anchors[2]]
    assert document.with_zones([]).anchor_at(20) == anchors[2]


def test_what_the_format_sets_apart_is_a_zone_and_joins_nothing() -> None:
    text = "The company said that the\nPage 3\nboard met."
    pieces = [Piece("paragraph", 0, 25), Piece("paragraph", 26, 32, zone="page-header"), Piece("paragraph", 33, 43)]
    document = zoned(assemble(path="a.pdf", data=b"", format="pdf", text=text, pieces=pieces))
    assert document.view.text.split("\n") == ["The company said that the", "Page 3", "board met."]
    at = document.view.text.index("Page 3")
    assert document.zone_at(at) == "page-header"
    assert "page-header" not in {document.zone_at(0), document.zone_at(at + 8)}
