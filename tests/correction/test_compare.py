"""What changed between two texts of one release, as a reader would say it: text in, sentences out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prlint.correction.compare import Comparison, compare
from prlint.correction.draft import draft, sentence, wire_of
from prlint.correction.remarks import remarks
from tests.support import release

OLD = """\
March 4, 2024

Ardenta Therapeutics Redeems Its Public Warrants

Revenue up 12%

BOSTON, March 4, 2024 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) ("Ardenta"), a clinical-stage company, today announced \
that it will redeem all of its public warrants.

The warrants will be redeemed on March 29, 2024 at a price of $0.10 per warrant. Holders of record as of March 15, 2024 may \
exercise them at $11.50 until 5:00 p.m. ET. Total revenue for the first quarter of 2024 was $12.4 million, compared with \
$11.1 million for the first quarter of 2023.

"We are pleased to see an increase in response rates," said Maria Delgado, M.D., Chief Executive Officer of Ardenta. "This \
is what we hoped for, and we thank our patients, their families and Dr. John Kou."

Trial Update

The Phase 1 trial of ARD-131 in multiple myeloma (NCT01234567) has enrolled 24 patients. The drug candidate showed a decrease \
in blood pressure in most patients who were treated with the higher dose. More will be known in the summer.

- The first cohort is complete.
- The second cohort is open in Ohio.

About Ardenta Therapeutics

Ardenta Therapeutics is a clinical-stage company. It was founded in 2009. More at www.ardenta.com.

Forward-Looking Statements

This release contains forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995.

Contact:
Jane Roe
617-555-0124
jroe@ardenta.com
"""


def compared(*changes: tuple[str, str], old: str = OLD) -> Comparison:
    new = old
    for before, after in changes:
        assert before in new, before
        new = new.replace(before, after)
    return compare(release(old, name="old.txt"), release(new, name="new.txt"))


def said(*changes: tuple[str, str], old: str = OLD) -> list[str]:
    return [sentence(change) for change in compared(*changes, old=old).changes]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "on March 29, 2024",
            "on April 29, 2024",
            "in the second paragraph, the redemption date should read: April 29, 2024 (instead of March 29, 2024)",
        ),
        (
            "March 15, 2024",
            "March 16, 2024",
            "in the second paragraph, the record date should read: March 16, 2024 (instead of March 15, 2024)",
        ),
        ("up 12%", "up 21%", "in the subheadline, the percentage should read: 21% (instead of 12%)"),
        (
            "Redeems Its Public",
            "Redeems Its Private",
            ('the headline should read: "Ardenta Therapeutics Redeems Its Private Warrants" '
            '(instead of "Ardenta Therapeutics Redeems Its Public Warrants")'),
        ),
        ("ARDT", "ARDN", "in the first paragraph, the ticker symbol should read: ARDN (instead of ARDT)"),
        (
            "Ardenta Therapeutics, Inc.",
            "Ardenta Therapeutics, Ltd.",
            ("in the first paragraph, the name of the company should read: Ardenta Therapeutics, Ltd. "
            "(instead of Ardenta Therapeutics, Inc.)"),
        ),
        ("5:00 p.m. ET", "6:00 p.m. ET", "in the second paragraph, the time should read: 6:00 p.m. ET (instead of 5:00 p.m. ET)"),
        ("$12.4 million", "$12.5 million", "in the second paragraph, the amount should read: $12.5 million (instead of $12.4 million)"),
        (
            "John Kou",
            "John Kuo",
            "in the third paragraph, in the quotation of Maria Delgado, the name should read: Dr. John Kuo (instead of Dr. John Kou)",
        ),
        (
            "Chief Executive Officer",
            "President and Chief Executive Officer",
            ("in the third paragraph, the title of Maria Delgado should read: President and Chief Executive Officer "
            "(instead of Chief Executive Officer)"),
        ),
        ("M.D.,", "Ph.D.,", "in the third paragraph, the credentials of Maria Delgado should read: Ph.D. (instead of M.D.)"),
        ("Phase 1", "Phase 2", 'in the first paragraph under "Trial Update", the phase should read: Phase 2 (instead of Phase 1)'),
        (
            "NCT01234567",
            "NCT01234568",
            'in the first paragraph under "Trial Update", the registry number should read: NCT01234568 (instead of NCT01234567)',
        ),
        (
            "24 patients",
            "42 patients",
            'in the first paragraph under "Trial Update", the number of patients should read: 42 patients (instead of 24 patients)',
        ),
        (
            "a decrease",
            "an increase",
            ('in the second sentence of the first paragraph under "Trial Update", the passage should read: "The drug candidate '
            'showed an increase in blood pressure" (instead of "The drug candidate showed a decrease in blood pressure")'),
        ),
        (
            "in the summer",
            "in the fall",
            ('the third sentence of the first paragraph under "Trial Update" should read: "More will be known in the fall." '
            '(instead of "More will be known in the summer.")'),
        ),
        (
            "open in Ohio",
            "open in Iowa",
            ('the second item of the list after the first paragraph under "Trial Update" should read: "The second cohort is open '
            'in Iowa." (instead of "The second cohort is open in Ohio.")'),
        ),
        ("in 2009", "in 2008", 'in the section "About Ardenta Therapeutics", the year should read: 2008 (instead of 2009)'),
        ("0124", "0142", "in the contacts, the telephone number should read: 617-555-0142 (instead of 617-555-0124)"),
        ("jroe@", "jane.roe@", "in the contacts, the e-mail address should read: jane.roe@ardenta.com (instead of jroe@ardenta.com)"),
        ("www.ardenta.com", "www.ardenta.org", 'in the section "About Ardenta Therapeutics", the web address should read: www.ardenta.org (instead of www.ardenta.com)'),
    ],
)  # fmt: skip
def test_a_change_is_called_what_it_is_where_a_reader_finds_it(before: str, after: str, expected: str) -> None:
    assert said((before, after)) == [expected]


def test_the_name_of_a_date_that_the_text_defines_or_names() -> None:
    defined = OLD.replace("on March 29, 2024 at", 'on March 29, 2024 (the "Redemption Date") at')
    assert said(("on March 29", "on April 1"), old=defined)[0].startswith(
        "in the second paragraph, the Redemption Date should"
    )
    named = OLD.replace("redeemed on March 29, 2024", "redeemed. The final exercise date is March 29, 2024,")
    assert said(("is March 29", "is April 1"), old=named)[0].startswith(
        "in the second paragraph, the final exercise date should"
    )


def test_several_changes_stand_in_reading_order_and_one_made_twice_is_one() -> None:
    found = said(
        ("jroe@", "jane.roe@"),
        ("March 15", "March 16"),
        ("Ardenta Therapeutics Redeems", "Ardenta Therapeutics to Redeem"),
    )
    assert [one.split(" should")[0] for one in found] == [
        "the headline",
        "in the second paragraph, the record date",
        "in the contacts, the e-mail address",
    ]
    twice = OLD.replace("More will be known in", "More on March 29, 2024 and in")
    (both,) = said(("March 29", "April 29"), old=twice.replace("redeemed on", "redeemed by"))[:1]
    assert "April 29, 2024 (instead of March 29, 2024)" in both


def test_sentences_and_paragraphs_that_came_and_went() -> None:
    assert said(("24 patients. ", "24 patients. Enrollment is complete. ")) == [
        'in the first paragraph under "Trial Update", the sentence "Enrollment is complete." is added'
    ]
    assert said((" It was founded in 2009.", "")) == [
        'in the section "About Ardenta Therapeutics", the sentence "It was founded in 2009." is removed'
    ]
    added = said(("Trial Update\n", "The board has approved the redemption of warrants.\n\nTrial Update\n"))
    assert added == [
        'after the third paragraph, the following paragraph is added: "The board has approved the redemption of warrants."'
    ]
    removed = said(("- The first cohort is complete.\n", ""))
    assert removed == [
        'the first item of the list after the first paragraph under "Trial Update", "The first cohort is complete.", is removed'
    ]


def test_a_paragraph_that_moved_is_no_correction() -> None:
    cohort = "- The first cohort is complete.\n"
    comparison = compared((cohort, ""), ("Ohio.\n", f"Ohio.\n{cohort}"))
    assert [change.what for change in comparison.changes] == ["moved"]
    assert draft(comparison).sentences == ()


def test_typography_spaces_and_broken_lines_change_nothing() -> None:
    assert (
        said(('"We are', "“We are"), ('rates," said', "rates,” said"), ("BOSTON, ", "BOSTON,  "), ("\n", "\r\n")) == []
    )


def test_lines_that_are_parted_otherwise_change_nothing() -> None:
    joined = OLD.replace("Jane Roe\n617-555-0124\n", "Jane Roe, 617-555-0124, ").replace("Contact:\n", "Contact: ")
    parted = OLD.replace("Jane Roe\n617-555-0124\n", "Jane Roe,\n\n617-555-0124,\n\n").replace(
        "Contact:\n", "Contact:\n\n"
    )
    assert [sentence(one) for one in compare(release(joined), release(parted)).changes] == []
    split = ("per warrant. Holders", "per warrant.\n\nHolders")
    assert said(split) == []
    both = said(split, ("up 12%", "up 13%"))
    assert both == ["in the subheadline, the percentage should read: 13% (instead of 12%)"]


def test_rows_of_tables_are_named_by_their_first_cell() -> None:
    table = "\n\n| | 2024 | 2023 |\n|---|---|---|\n| Revenue | 12.4 | 11.1 |\n| Net loss | (3.0) | (2.5) |\n\nAbout Ardenta Therapeutics\n"
    old = OLD.replace("\n\nAbout Ardenta Therapeutics\n", table)
    then, now = release(old, name="old.md"), release(old.replace("| 11.1 |", "| 11.2 |"), name="new.md")
    assert [sentence(change) for change in compare(then, now).changes] == [
        'in the table, in the row "Revenue", the figure should read: 11.2 (instead of 11.1)'
    ]


def test_two_releases_have_little_in_common() -> None:
    other = (
        "OHIO, May 1, 2025 -- Belmora Foods, Inc. (NYSE: BLMR) said that its bakery is open to all who like bread.\n"
    )
    assert compare(release(OLD), release(other)).share < 0.2
    assert compare(release(OLD), release(OLD.replace("12.4", "12.5"))).share > 0.95


def test_the_day_of_the_correction_is_none_of_its_changes() -> None:
    later = compared(("March 4, 2024", "March 5, 2024"), ("up 12%", "up 13%"))
    assert [change.what for change in later.changes] == ["reissued", "changed"]
    assert len(draft(later).sentences) == 1
    # Where nothing else changed it is the date that was wrong.
    assert [change.what for change in compared(("March 4, 2024", "March 5, 2024")).changes] == ["changed"]
    # A day before cannot be the day on which it was corrected.
    assert [change.what for change in compared(("March 4, 2024", "March 3, 2024")).changes] == ["changed"]


NOTICE = (
    "CORRECTING and REPLACING Ardenta Therapeutics Redeems Its Public Warrants\n\n"
    "BOSTON--(BUSINESS WIRE)--In the second paragraph, the redemption date should read: April 29, 2024 (instead of March 29, 2024).\n\n"
    "The updated release reads:\n\nARDENTA THERAPEUTICS REDEEMS ITS PUBLIC WARRANTS\n"
)


def corrected(*changes: tuple[str, str]) -> Comparison:
    new = OLD.replace("Ardenta Therapeutics Redeems Its Public Warrants\n", NOTICE, 1).replace(
        "BOSTON, March 4, 2024 -- ", ""
    )
    for before, after in changes:
        new = new.replace(before, after)
    return compare(release(OLD, name="old.txt"), release(new, name="new.txt"))


def test_the_notice_of_the_corrected_text_is_none_of_its_changes() -> None:
    comparison = corrected(("on March 29, 2024", "on April 29, 2024"))
    assert [sentence(change) for change in comparison.changes] == [
        "in the second paragraph, the redemption date should read: April 29, 2024 (instead of March 29, 2024)"
    ]
    assert comparison.opens
    assert remarks(comparison) == []


def test_what_the_notice_does_not_say_is_remarked_on() -> None:
    found = remarks(corrected(("on March 29, 2024", "on April 29, 2024"), ("John Kou", "John Kuo")))
    assert [(one.kind, "Kuo" in one.text) for one in found] == [("silent", True)]


def test_what_was_corrected_and_stands_elsewhere_is_remarked_on() -> None:
    again = OLD.replace("in the summer", "by March 29, 2024")
    comparison = compared(("redeemed on March 29", "redeemed on April 29"), old=again)
    kinds = {one.kind: one.text for one in remarks(comparison)}
    assert set(kinds) == {"unsaid", "standing"}
    assert kinds["standing"].startswith("new.txt:15:")
    assert "still reads March 29, 2024" in kinds["standing"]
    # A bare number is another one's elsewhere.
    assert "standing" not in {
        one.kind for one in remarks(compared(("up 12%", "up 13%"), old=OLD.replace("summer", "12% range")))
    }


def test_the_wire_is_read_from_the_dateline() -> None:
    assert wire_of(release(OLD)) == ""
    assert wire_of(release(OLD.replace("2024 -- Ard", "2024 (GLOBE NEWSWIRE) -- Ard"))) == "globenewswire"
    assert wire_of(release(OLD.replace("BOSTON, March 4, 2024 -- ", "BOSTON--(BUSINESS WIRE)--"))) == "business-wire"
    assert wire_of(release(OLD.replace("2024 -- Ard", "2024 /PRNewswire/ -- Ard"))) == "pr-newswire"


WORDS = ("Ardenta", "increase", "29", "$12.5", "million", "2024", "Phase", "the", "Monday", ",", "patients.", "Dr.")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 210), st.sampled_from(["drop", *WORDS])), min_size=0, max_size=8, unique_by=lambda one: one[0])
)  # fmt: skip
def test_every_value_is_a_quotation_and_nothing_that_changed_is_passed_over(edits: list[tuple[int, str]]) -> None:
    pieces = OLD.split(" ")
    for at, word in edits:
        if at < len(pieces):
            pieces[at] = "" if word == "drop" else word
    new = " ".join(pieces)
    then, now = release(OLD, name="old.txt"), release(new, name="new.txt")
    comparison = compare(then, now)
    before, after = (" ".join(one.document.view.text.split()) for one in (then, now))
    for change in comparison.changes:
        assert " ".join(change.old.split()) in " ".join(OLD.split())
        assert " ".join(change.new.split()) in " ".join(new.split())
        assert change.old != change.new or change.what == "moved"
    if before == after:
        assert comparison.changes == ()
    elif comparison.share > 0.5 and not comparison.notice:
        assert comparison.changes


def test_a_name_that_ends_with_a_full_stop_ends_its_sentence() -> None:
    old = OLD.replace("Ardenta Therapeutics is a", "Ardanta Therapeutics, Inc. is a")
    told = draft(
        compared(("Ardanta Therapeutics, Inc. is a", "Ardenta Therapeutics, Inc. is a"), old=old), "globenewswire"
    )
    assert "rather than Ardanta Therapeutics, Inc.\n" in told.text
