"""Where the parts of a release begin and end."""

from __future__ import annotations

import pytest

from prlint.readers import markdown, text
from prlint.zones import zoned

RELEASE = """March 2, 2026

Ardenta Therapeutics Reports Results
of Its Study

Data presented in Vienna

BOSTON, Mass., March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) today reported results.

“These results encourage all of us at the company,” said Maria Delgado, president and CEO.

About ARD-101

ARD-101 is a compound.

About Ardenta Therapeutics, Inc.

Ardenta makes medicines.

Forward-Looking Statements

This release contains forward-looking statements.

They carry risk.

CONTACT:

Ana Ruiz
Lumen Partners
ana@lumen.example

Source: Ardenta Therapeutics, Inc.

###
"""


def zones(source: str, reader=text):
    document = zoned(reader.read("a", source.encode()))
    return [(z.name, z.subject, document.view.text[z.start : z.end]) for z in document.zones], document


def test_a_release_falls_into_its_parts():
    found, _ = zones(RELEASE)
    assert [name for name, _, _ in found] == [
        "header-date",
        "headline",
        "subhead",
        "dateline",
        "lead",
        "body",
        "about",
        "about",
        "fls",
        "contacts",
        "source",
        "endmark",
        "quote",
    ]
    assert [subject for name, subject, _ in found if name == "about"] == ["ARD-101", "Ardenta Therapeutics, Inc."]
    by_name = {name: words for name, _, words in found}
    assert by_name["dateline"] == "BOSTON, Mass., March 2, 2026 (GLOBE NEWSWIRE) -- "
    assert by_name["quote"] == "These results encourage all of us at the company,"
    assert by_name["fls"].endswith("They carry risk.")


@pytest.mark.parametrize(
    "line",
    [
        "NEW YORK, March 2, 2026 /PRNewswire/ -- ",
        "PORT ANSEL, N.J. - (NewMediaWire) - March 2, 2026 - ",
        "Tarn Valley, CA - March 02, 2026 - ",
        "VANCOUVER, British Columbia and AUSTIN, Texas, March 2, 2026 (GLOBE NEWSWIRE) -- ",
        "ZUG, Switzerland--(BUSINESS WIRE)--",
        "(NewMediaWire) - March 2, 2026 - MOBILE, Ala. — ",
        "Oslo, 2 March 2026 – ",
        "TARN SPRINGS, AZ (Wireline.io) Thursday March 2, 2026 @ 1:25 PM Central — ",
    ],
)
def test_datelines_of_many_forms_end_at_the_dash(line):
    found, _ = zones(f"A Headline\n\n{line}Ardenta, Inc. - a company - said so today.")
    assert ("dateline", "", line) in found


def test_a_dash_in_the_lead_is_not_the_datelines():
    found, _ = zones(
        "A Headline\n\nBOSTON, March 2, 2026 - Ardenta, Inc. (Nasdaq: ARDT) - a maker of things - said so."
    )
    assert ("dateline", "", "BOSTON, March 2, 2026 - ") in found


@pytest.mark.parametrize(
    "text_", ["", "Hello", "Hello.", "\n\n\n", "About", "About Us", "SOURCE", "-- ", "March 2, 2026"]
)
def test_short_texts_have_no_invented_dateline(text_):
    found, document = zones(text_)
    assert not [name for name, _, _ in found if name in ("dateline", "source")]
    assert document.zone_at(0) in ("body", "lead", "header-date", "about")


def test_a_run_in_about_opens_its_part():
    found, _ = zones(
        "Head\n\nBOSTON, March 2, 2026 - News is here.\n\nAbout Ardenta -- Ardenta makes medicines for the eye."
    )
    assert ("about", "Ardenta", "About Ardenta -- Ardenta makes medicines for the eye.") in found


def test_titles_of_works_are_not_speech():
    found, _ = zones(
        'Head\n\nBOSTON, March 2, 2026 - The article, titled, "Beyond the Edge: Seeing Small Vessels of the Eye," is out. '
        'It was read in the "Basic Science: Eyes 1" session. "We are glad to see this work in print," said Maria Delgado.'
    )
    assert [words for name, _, words in found if name == "title"] == [
        "Beyond the Edge: Seeing Small Vessels of the Eye,",
        "Basic Science: Eyes 1",
    ]
    assert [words for name, _, words in found if name == "quote"] == ["We are glad to see this work in print,"]


def test_markdown_marks_are_not_text_and_what_an_archive_added_is_left_out():
    source = (
        "# A **Bold** Headline\n\n BOSTON, MA - March 2, 2026 (NEWMEDIAWIRE) - [Ardenta](https://ardenta.example) said *so*.\n\n"
        "* First point\n* Second point\n\n| Hole | Grade |\n|---|---|\n| A-1 | 12.4 |\n\n![logo](https://x.example/a.png)\n\n"
        "5 * 3 is 15 & more &amp; more\n\n---\n\n[Original/Source Press Release](https://x.example)\n\nTL;DR of something else"
    )
    found, document = zones(source, markdown)
    assert document.view.text.split("\n") == [
        "A Bold Headline",
        "BOSTON, MA - March 2, 2026 (NEWMEDIAWIRE) - Ardenta said so.",
        "First point",
        "Second point",
        "| Hole | Grade |",
        "| A-1 | 12.4 |",
        "5 * 3 is 15 & more & more",
    ]
    assert [block.kind for block in document.blocks] == [
        "heading",
        "paragraph",
        "item",
        "item",
        "row",
        "row",
        "paragraph",
    ]
    assert [name for name, _, _ in found][:3] == ["headline", "dateline", "lead"]


@pytest.mark.parametrize(
    "line",
    [
        "Draft 7, for review",
        "Confidential draft",
        "STRICTLY CONFIDENTIAL – NOT FOR RELEASE",
        "[DRAFT v3.2 – March 1, 2026]",
        "Version 8 of March 1, 2026, for comments by March 2",
        "Embargoed until 8 a.m. ET",
        "FOR IMMEDIATE RELEASE",
    ],
)
def test_what_a_house_writes_over_its_draft_is_no_headline(line: str):
    plain, _ = zones(RELEASE)
    found, _ = zones(f"{line}\n\n{RELEASE}")
    assert [zone for zone in found if zone[0] != "header-date"] == [zone for zone in plain if zone[0] != "header-date"]
    assert found[0] == ("header-date", "", line) or found[0][2].startswith(line)


@pytest.mark.parametrize(
    "line",
    ["FDA Issues Draft Guidance for Review Boards", "Ardenta Drafts First Release", "Version 2 of ArdentaOne Now Sold"],
)
def test_a_headline_about_drafts_is_one(line: str):
    found, _ = zones(f"{line}\n\n{RELEASE.partition('Study' + chr(10))[2]}")
    assert ("headline", "", line) in found


@pytest.mark.parametrize(
    "line",
    [
        "EXHIBIT 99.1",
        "EX-99.1 2 ex_4711.htm EXHIBIT 99.1 ex_4711.htm",
        "[LOGO]",
        "RNS Number : 1234A",
        "RNS Number : 1234A Ardenta plc 2 March 2026",
        "Company Press Release",
        "March 2, 2026 2:00 p.m. Pacific Time",
        "FOR RELEASE: Monday, 2nd March 2026",
        "NEW YORK, March 2, 2026",
        "2 MARCH 2026",
    ],
)
def test_what_a_filing_or_a_page_puts_above_a_release_is_no_headline(line: str):
    plain, _ = zones(RELEASE)
    found, _ = zones(f"{line}\n\n{RELEASE}")
    assert [zone for zone in found if zone[0] != "header-date"] == [zone for zone in plain if zone[0] != "header-date"]
    assert found[0][0] == "header-date"


def test_a_contact_above_the_headline_ends_with_its_last_number():
    found, _ = zones(
        "EXHIBIT 99.1\n\nCONTACT:\n\nMaria Delgado\n\nChief Financial Officer\n\n(212) 555-0100\n\nARDENTA ANNOUNCES RESULTS\n\n"
        "NEW YORK, March 2, 2026 - Ardenta, Inc. (NYSE: ARD) today reported its results."
    )
    assert ("headline", "", "ARDENTA ANNOUNCES RESULTS") in found
    assert [name for name, _, _ in found] == ["header-date", "contacts", "headline", "dateline", "lead"]


def test_a_dateline_on_a_line_of_its_own_opens_the_story():
    found, _ = zones("Ardenta Opens Mine\n\nVANCOUVER, March 2, 2026 /CNW/ -\n\nArdenta Gold Ltd. has opened a mine.")
    assert found == [
        ("headline", "", "Ardenta Opens Mine"),
        ("dateline", "", "VANCOUVER, March 2, 2026 /CNW/ -"),
        ("lead", "", "Ardenta Gold Ltd. has opened a mine."),
    ]


def test_legal_notices_above_a_release_are_no_part_of_its_story():
    found, _ = zones(
        "THIS ANNOUNCEMENT IS NOT FOR RELEASE, PUBLICATION OR DISTRIBUTION IN THE UNITED STATES.\n\n2 March 2026\n\nArdenta plc\n\n"
        "Result of Placing\n\nArdenta plc (AIM: ARD) announces that it has raised £4 million."
    )
    assert [name for name, _, _ in found] == ["legend", "header-date", "headline", "subhead", "lead"]


RAGGED = """|
|
Orvane Corporation Opens a
Laboratory
BOSTON, March 2, 2026 -- Orvane Corporation today said that it will consider in rendering
its
decision. The staff of Orvane's laboratory is a part of the
Orvane Institute. It has 40 people, of whom 12 came in the
years
before.
Contact:
Maria Delgado, Orvane
maria@orvane.example
"""


def test_a_ragged_page_is_read_as_it_was_wrapped() -> None:
    """A line that breaks off goes on in the next one, and an entry of a list stays a line of its own."""
    lines = text.read("page.txt", RAGGED.encode()).view.text.split("\n")
    assert lines[2:5] == [
        "Orvane Corporation Opens a Laboratory",
        (
            "BOSTON, March 2, 2026 -- Orvane Corporation today said that it will consider in rendering its decision. The "
            "staff of Orvane's laboratory is a part of the Orvane Institute. It has 40 people, of whom 12 came in the "
            "years before."
        ),
        "Contact:",
    ]
    assert lines[5:] == ["Maria Delgado, Orvane", "maria@orvane.example"]


def test_a_paragraph_broken_in_a_page_of_long_lines_is_no_wrap() -> None:
    """Where paragraphs are one line each, a line that breaks off is a broken paragraph."""
    long = "The company has built a plant in which forty people make parts for engines of every kind and size, " * 2
    page = f"{long}and is a part of the\nOrvane Institute in Boston.\n{long}{long}and there it is.\n"
    document = text.read("page.txt", page.encode())
    assert document.breaks


def test_the_note_on_a_correction_is_no_headline() -> None:
    """Neither the word that opens it nor the note; the headline is the release's."""
    page = (
        "/C O R R E C T I O N -- Orvane/\n\nIn the news release issued today by Orvane, the date should read March 2. "
        "The corrected release follows:\n\nOrvane Opens a Plant\n\nBOSTON, March 2, 2026 -- Orvane today opened a plant.\n"
    )
    document = zoned(text.read("page.txt", page.encode()))
    names = [(zone.name, document.view.text[zone.start : zone.end][:12]) for zone in document.zones]
    assert ("headline", "Orvane Opens") in names
    assert [name for name, _ in names].count("headline") == 1


def test_contacts_above_the_headline_are_no_headline() -> None:
    """An exhibit's number, contacts with the bars of a table, then the headline and a dateline far down."""
    page = (
        "Exhibit 99.1\n|\nINVESTOR RELATIONS:\n|\nAna Lund / Jo Berg\n|\nOrvane\n555-010-0123\n|\nana@orvane.example\n"
    )
    page += (
        "|\n" * 20
        + "ORVANE OPENS A PLANT AND A LABORATORY IN OHIO\nBOSTON, March 2, 2026 -- Orvane today opened a plant.\n"
    )
    document = zoned(text.read("page.txt", page.encode()))
    (headline,) = [zone for zone in document.zones if zone.name == "headline"]
    assert document.view.text[headline.start :].startswith("ORVANE OPENS")
    assert "dateline" in [zone.name for zone in document.zones]


def test_what_a_correction_quotes_as_wrong_is_mentioned_and_not_said() -> None:
    """The words behind "instead of" are a title's: quoted, and no claim of the release."""
    page = (
        "CORRECTING and REPLACING Orvane Opens a Plant\n\nBOSTON--(BUSINESS WIRE)--The date should read June 1, 2026 (instead of "
        "June 31, 2026).\n\nOrvane today opened a plant instead of a shop.\n"
    )
    document = zoned(text.read("page.txt", page.encode()))
    titles = [document.view.text[zone.start : zone.end] for zone in document.zones if zone.name == "title"]
    assert titles == ["June 31, 2026"]


def test_quotation_marks_typed_as_accents_are_quotation_marks() -> None:
    """Wires of the 1990s wrote ``We are pleased'', and a lone accent stays."""
    view = text.read("page.txt", b"``We are pleased with what we have,'' said Bo Lund. It has `pages' in it.\n").view
    assert view.text == '"We are pleased with what we have," said Bo Lund. It has `pages\' in it.'
    assert view.source_span(1, 3) == (2, 4)


def test_a_short_headline_that_goes_on_is_no_entry_of_the_contacts_above_it():
    found, _ = zones(
        "CONTACT:\n\nMaria Delgado\n\n(212) 555-0100\n\nARDENTA MARITIME CORPORATION ANNOUNCES\n\nFIRST QUARTER 2026 FINANCIAL RESULTS\n\n"
        "NEW YORK, April 29, 2026 - Ardenta Maritime Corporation (NYSE: ARD) today reported its results."
    )
    assert ("headline", "", "ARDENTA MARITIME CORPORATION ANNOUNCES") in found
