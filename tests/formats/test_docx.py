"""What is read from Word files: the text with all changes accepted, and what stands beside it."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from prlint import engine
from tests.formats.word import W, docx, field, gone, ins, link, p, r, table
from tests.support import builtin

if TYPE_CHECKING:
    from prlint.document import Document


def read(body: str, **parts) -> Document:
    return engine.read(engine.Source("draft.docx", docx(body, **parts)))


def marks(document: Document) -> list[tuple[str, str, str]]:
    return [(each.kind, document.text[each.start : each.end], each.about) for each in document.markings]


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.view.text[block.start : block.end]) for block in document.blocks]


def test_a_paragraph_is_a_line_and_empty_ones_are_none() -> None:
    document = read(p("One.") + p() + p(" ") + p("Two ", "halves."))
    assert document.text == "One.\nTwo halves."
    assert [document.anchor_at(at).paragraph for at in (0, 3, 5, 14)] == [1, 1, 2, 2]


def test_changes_are_accepted_and_marked() -> None:
    document = read(p("Ardenta opened ", ins(r("three"), r(" new")), gone("two old"), " plants."))
    assert document.text == "Ardenta opened three new plants."
    assert marks(document) == [("insertion", "three new", "Maria Delgado"), ("deletion", "", "two old")]
    assert document.markings[1].start == len("Ardenta opened three new")


def test_what_was_moved_stands_where_it_was_moved_to() -> None:
    document = read(
        p(f'<w:moveFrom w:id="1" w:author="Ann">{r("First. ")}</w:moveFrom>', "Second. ")
        + p(f'<w:moveTo w:id="2" w:author="Ann">{r("First.")}</w:moveTo>')
    )
    assert document.text == "Second. \nFirst."
    assert [kind for kind, _, _ in marks(document)] == ["deletion", "insertion"]


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    document = read(p("Ardenta opened ", properties='<w:rPr><w:del w:id="1" w:author="Ann"/></w:rPr>') + p("a plant."))
    assert document.text == "Ardenta opened a plant."


def test_deleted_rows_are_out() -> None:
    rows = table(("Revenue", "12"), ("Loss", "3"))
    document = read(rows.replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="1" w:author="Ann"/></w:trPr>', 1))
    assert document.text == "Loss | 3"


def test_hidden_words_are_not_text_however_they_are_hidden() -> None:
    styles = '<w:style w:type="character" w:styleId="Note"><w:name w:val="note"/><w:rPr><w:vanish/></w:rPr></w:style>'
    styles += '<w:style w:type="character" w:styleId="Sub"><w:name w:val="sub"/><w:basedOn w:val="Note"/></w:style>'
    document = read(
        p("Seen", r(" a", "<w:vanish/>"), r(" b", '<w:rStyle w:val="Sub"/>'), r(" c", '<w:vanish w:val="0"/>'))
        + p(r("d", '<w:rPrChange w:id="1" w:author="Ann"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
        styles=styles,
    )
    assert document.text == "Seen c\nd"
    assert marks(document) == [("hidden", "", " a b")]


def test_highlight_and_comments_are_marked_over_their_words() -> None:
    comment = '<w:comment w:id="{}" w:author="Ann"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:comment>'
    document = read(
        p(
            "Ardenta opened ",
            '<w:commentRangeStart w:id="4"/>',
            r("three", '<w:highlight w:val="yellow"/>'),
            r(" plants", '<w:highlight w:val="none"/>'),
            '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>',
            " in Ohio.",
            '<w:r><w:commentReference w:id="5"/></w:r>',
        ),
        comments=comment.format(4, "really?") + comment.format(5, "and where?"),
    )
    assert marks(document) == [
        ("highlight", "three", ""),
        ("comment", "three plants", "Ann: really?"),
        ("comment", "", "Ann: and where?"),
    ]


def test_what_stands_behind_the_last_word_is_marked_there() -> None:
    document = read(
        p("Words.") + p(gone("all of it")) + p(ins(r("  ")), '<w:r><w:commentReference w:id="1"/></w:r>'),
        comments='<w:comment w:id="1" w:author=""><w:p><w:r><w:t>why?</w:t></w:r></w:p></w:comment>',
    )
    assert document.text == "Words."
    assert {each.end <= len(document.text) for each in document.markings} == {True}
    assert {("deletion", "all of it"), ("comment", "why?")} <= {(each.kind, each.about) for each in document.markings}


def test_links_have_their_targets_from_relations_and_from_fields() -> None:
    document = read(
        p(
            "At ",
            link(r("www.ard"), r("enta.com", "<w:b/>")),
            " or ",
            field(' HYPERLINK "https://belmora.com/x" ', "here"),
        ),
        links=["https://ardenta.com/"],
    )
    assert document.text == "At www.ardenta.com or here"
    assert marks(document) == [
        ("link", "www.ardenta.com", "https://ardenta.com/"),
        ("link", "here", "https://belmora.com/x"),
    ]


def test_of_fields_only_the_result_is_text() -> None:
    nested = field(' IF "a" = "b" ', "shown").replace(
        "IF", f"IF</w:instrText></w:r>{field('DATE', 'unseen')}<w:r><w:instrText>"
    )
    document = read(
        p(
            "March ",
            field(" PAGEREF _Ref1 \\h ", "2"),
            ", ",
            nested,
            ".",
            '<w:fldSimple w:instr=" DATE ">',
            r("2026"),
            "</w:fldSimple>",
        )
        + p("Next.")
    )
    assert document.text == "March 2, shown.2026\nNext."


def test_a_field_that_never_ends_swallows_no_text() -> None:
    document = read(
        p("A ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("DATE", tag="instrText")) + p("The rest.")
    )
    assert document.text.endswith("The rest.")


def test_smart_tags_and_content_controls_are_transparent() -> None:
    document = read(
        p(
            "<w:smartTag w:element='place'>",
            r("Mad"),
            "<w:smartTag>",
            r("ison"),
            "</w:smartTag></w:smartTag>",
            "<w:sdt><w:sdtPr><w:alias w:val='no text'/></w:sdtPr><w:sdtContent>",
            r(", Wis."),
            "</w:sdtContent></w:sdt>",
            "<w:bdo w:val='ltr'>",
            r(" ok"),
            "</w:bdo><w:customXml>",
            r("!"),
            "</w:customXml>",
        )
        + f"<w:sdt><w:sdtContent>{p('A block.')}</w:sdtContent></w:sdt>"
    )
    assert document.text == "Madison, Wis. ok!\nA block."


def test_odd_characters_stay_in_the_text_and_leave_the_view() -> None:
    inside = (
        "<w:r><w:t>non</w:t><w:softHyphen/><w:t>stop</w:t><w:tab/><w:t>COVID</w:t><w:noBreakHyphen/><w:t>19</w:t></w:r>"
        '<w:r><w:t xml:space="preserve"> \u200fA\u200e\u00a0B co\u00adop ﬁrm 5 </w:t>'
        '<w:sym w:font="Symbol" w:char="F0B1"/><w:t>2</w:t></w:r>'
    )
    document = read(p(inside))
    assert document.text == "non\u00adstop\tCOVID\u201119 \u200fA\u200e\u00a0B co\u00adop ﬁrm 5 ±2"
    assert document.view.text == "nonstop COVID-19 A B coop firm 5 ±2"


def test_blanks_at_the_edges_of_a_run_count_only_when_they_are_kept() -> None:
    assert read("<w:p><w:r><w:t>\n  One \n</w:t></w:r></w:p>").text == "One"


def test_line_breaks_part_lines_but_not_running_text() -> None:
    br = "<w:r><w:br/></w:r>"
    long = "Ardenta opened three plants in the north of Ohio and two more plants in the far"
    document = read(
        p("Media Contact:", br, "Maria Delgado", br, br, "Ardenta") + p(long, br, f"south of it, {long.lower()}.")
    )
    assert [text for _, text in blocks(document)] == [
        "Media Contact:",
        "Maria Delgado",
        "Ardenta",
        f"{long} south of it, {long.lower()}.",
    ]
    assert read(p("A", '<w:r><w:br w:type="page"/></w:r>', "B")).text == "AB"


def test_headings_items_and_rules_are_told_by_style_numbering_and_form() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="T2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="list"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="L2"><w:name w:val="own list"/><w:basedOn w:val="L"/></w:style>'
    )
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    document = read(
        p("About Ardenta", properties='<w:pStyle w:val="T2"/>')
        + p("Outline", properties='<w:outlineLvl w:val="0"/>')
        + p("An item", properties=number.format(1))
        + p("Another", properties='<w:pStyle w:val="L2"/>')
        + p("None", properties=f'<w:pStyle w:val="L2"/>{number.format(0)}')
        + p("•\ttyped")
        + p("-----"),
        styles=styles,
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("heading", 2), ("heading", 1), ("item", 0), ("item", 0), ("paragraph", 0), ("item", 0), ("rule", 0),
    ]  # fmt: skip


def test_a_table_is_rows_and_a_layout_of_text_is_not() -> None:
    numbers = table(("", "2026", "2025"), ("Revenue", p("$12") + p("million"), "9"), ("", "", ""))
    assert blocks(read(numbers)) == [("row", "| | 2026 | 2025 |"), ("row", "Revenue | $12 million | 9")]
    contacts = table((p("Investors") + p("Ann Lee") + p("555-0100"), p("Media") + p("Bo Ray") + p("555-0101")))
    assert [text for _, text in blocks(read(contacts))] == [
        "Investors",
        "Ann Lee",
        "555-0100",
        "Media",
        "Bo Ray",
        "555-0101",
    ]
    assert blocks(read(table((p("Ardenta opens a plant."),), (p("It is in Ohio."),)))) == [
        ("paragraph", "Ardenta opens a plant."),
        ("paragraph", "It is in Ohio."),
    ]


def test_nested_tables_are_read_in_order() -> None:
    inner = table(("a", "b"), ("c", "d"))
    document = read(table((p("left"), p("right") + inner + p("after"))))
    assert document.text == "left\nright\na | b\nc | d\nafter"


def test_merged_cells_keep_the_columns() -> None:
    wide = table(("Year", "2026"), ("a", "b", "c")).replace(
        "<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', 1
    )
    assert read(wide).text == "Year |  | 2026\na | b | c"
    wide = (
        table(("2026", "Year"), ("a", "b", "c"))
        .replace("<w:tc>", "<tc>")
        .replace("<tc>" + p("Year"), '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Year"))
    )
    assert read(wide.replace("<tc>", "<w:tc>")).text == "| 2026 | Year |  |\na | b | c"


def test_a_raised_number_is_no_part_of_the_number_before_it() -> None:
    styles = '<w:style w:type="character" w:styleId="Up"><w:name w:val="up"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    up = '<w:vertAlign w:val="superscript"/>'
    document = read(
        p(
            "in 2017",
            r("1,2", up),
            r("3", '<w:rStyle w:val="Up"/>'),
            " on the 4",
            r("th", up),
            r("5", '<w:vertAlign w:val="subscript"/>'),
        ),
        styles=styles,
    )
    assert document.text == "in 2017¹,²³ on the 4th5"


def test_notes_headers_and_boxes_are_zones_behind_the_text() -> None:
    box = f"<w:txbxContent>{p('Boxed words.')}</w:txbxContent>"
    drawing = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    note = '<w:footnote w:id="{}" {}>{}</w:footnote>'
    document = read(
        p("The text", '<w:r><w:footnoteReference w:id="2"/></w:r>', drawing, " goes on.") + p("It ends here."),
        footnotes=note.format(0, 'w:type="separator"', p("no note"))
        + note.format(2, "", p("A note."))
        + note.format(3, "", p("unused")),
        header1=p("Ardenta – confidential"),
        header2=p("Ardenta – confidential"),
        footer1=p("Page ", field("PAGE", "1")),
    )
    zones = {
        document.view.text[z.start : z.end]: z.name
        for z in document.zones
        if z.name in ("footnote", "text-box", "page-header")
    }
    assert zones == {
        "A note.": "footnote",
        "Boxed words.": "text-box",
        "Ardenta - confidential".replace("-", "–"): "page-header",
        "Page 1": "page-header",
    }
    assert document.text.startswith("The text goes on.\nIt ends here.\n")
    assert document.anchor_at(document.text.index("A note")).paragraph == 0


def test_other_names_of_parts_and_strict_files_are_read() -> None:
    data = docx(p("Ardenta opened ", ins(r("a plant."))))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for transitional, strict in (
                (W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
                ("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"),
            ):
                content = content.replace(transitional.encode(), strict.encode())
            new.writestr(
                name.replace("document.xml", "document7.xml"), content.replace(b"document.xml", b"document7.xml")
            )
    document = engine.read(engine.Source("draft.docx", stream.getvalue()))
    assert document.text == "Ardenta opened a plant."
    assert [kind for kind, _, _ in marks(document)] == ["insertion"]


def test_a_word_file_is_known_by_its_content() -> None:
    assert engine.read(engine.Source("draft.txt", docx(p("Words.")))).format == "docx"
    assert engine.read(engine.Source("-", docx(p("Words.")))).text == "Words."


# What cannot be read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
OPEN_DOCUMENT = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.textPK\x03\x04" + bytes(600)
BOMB = docx(p("Words."), footnotes="<!--" + " " * 60_000_000 + "-->")


def flagged(data: bytes) -> bytes:
    """Sets the bit of each entry that says that it is encrypted."""
    data = bytearray(data)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        i = data.find(sign)
        while i >= 0:
            data[i + at] |= 1
            i = data.find(sign, i + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password-protected"),
        (OLE + "WordDocument".encode("utf-16-le"), "old format"),
        (OPEN_DOCUMENT, r"OpenDocument.*save it as \.docx"),
        (flagged(docx(p("Words."))), "password-protected"),
        (docx(p("Words."))[:-200], "damaged"),
        (docx(p("Words."))[:40], "damaged"),
        (docx("<w:p><w:r>"), "damaged"),
        (
            docx(p("Words."), extra={"word/styles.xml": b"x"}).replace(b"word/document.xml", b"word/documenx.xml"),
            "damaged",
        ),
        (docx(p("Words.")).replace(b"PK\x05\x06", b"PK\x05\x07"), "damaged"),
        (BOMB, "unpacks to far more"),
        (docx("", extra={"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>'}), "document type"),
    ],
    ids=["password", "doc", "odt", "encrypted-zip", "cut", "stump", "xml", "no-main", "directory", "bomb", "entities"],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_cannot_be_read_says_why(data: bytes, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        engine.read(engine.Source("draft.docx", data))


def test_one_damaged_file_does_not_keep_the_others_from_being_checked() -> None:
    good = docx(p("MADISON, Wis., March 2, 2026 -- Ardenta, Inc. opened ", ins(r("three")), " plants."))
    drafts = [engine.Source("bad.docx", good[:-99]), engine.Source("good.docx", good)]
    report = engine.check(drafts, builtin(), options=engine.Options(rules=frozenset(["draft-revisions"])))
    assert [(error.kind, error.document) for error in report.errors] == [("unreadable-input", "bad.docx")]
    assert [(f.document, f.places[0].quote, f.places[0].start.paragraph) for f in report.findings] == [
        ("good.docx", "three", 1)
    ]


def test_every_byte_may_be_wrong() -> None:
    data = docx(p("Ardenta opened ", ins(r("three")), link(r("plants"))), links=["https://ardenta.com"], comments="")
    for at in range(0, len(data), 7):
        broken = data[:at] + bytes([data[at] ^ 0x5A]) + data[at + 1 :]
        with suppress(ValueError):
            engine.read(engine.Source("draft.docx", broken))


# What is reported


def test_one_finding_for_each_kind_of_leftover() -> None:
    body = p(
        "Ardenta opened ",
        ins(r("three ")),
        gone("two"),
        r("plants", '<w:highlight w:val="yellow"/>'),
        r("secret", "<w:vanish/>"),
    )
    body += p("And ", ins(r("more")), ".")
    drafts = [engine.Source("draft.docx", docx(body))]
    found = engine.check(drafts, builtin(), options=engine.Options(rules=frozenset(["draft-revisions"]))).findings
    assert {f.severity for f in found} == {"warning"}
    assert {(f.places[0].quote, f.message) for f in found} == {
        ("three", 'tracked insertions that nobody accepted: 2 ("three", "more")'),
        ("three", 'tracked deletions that nobody accepted, their words still in the file: 1 ("two")'),
        ("plants", 'highlighted words: 1 ("plants")'),
        ("plants", 'hidden words, which the text does not show and the file holds: 1 ("secret")'),
    }
    assert len(found) == 4


def test_a_link_that_leads_elsewhere_is_found() -> None:
    body = p(
        "Visit ",
        link(r("www.ardenta.com")),
        " or ",
        link(r("ir@ardenta.com"), number=1),
        " or ",
        link(r("our page"), number=0),
    )
    drafts = [engine.Source("draft.docx", docx(body, links=["https://www.belmora.com/", "mailto:ir@ardenta.com"]))]
    found = engine.check(
        drafts, builtin(), options=engine.Options(rules=frozenset(["link-text-target-mismatch"]))
    ).findings
    assert [[place.quote for place in f.places] for f in found] == [["www.ardenta.com"]]
