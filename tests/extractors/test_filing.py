"""References to periodic reports: every way of naming form, period, filing and owner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import support

DATELINE = "BOSTON, Oct. 17, 2017 (GLOBE NEWSWIRE) -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today spoke."


def read(sentence: str) -> list[dict[str, object]]:
    """Returns the fields that hold something, of each reference in a paragraph of its own, with its text."""
    claims = support.claims(f"{DATELINE}\n\n{sentence}\n", "filing")
    return [
        {"text": claim.text, **{name: value for name, value in claim.fields.items() if value not in ("", False)}}
        for claim in claims
    ]


def one(sentence: str) -> dict[str, object]:
    """Returns the fields of the one reference."""
    (fields,) = read(sentence)
    return fields


@pytest.mark.parametrize(
    ("written", "form", "extra"),
    [
        ("Form 10-K", "10-K", {}),
        ("Form 10K", "10-K", {}),
        ("Form 10-K/A", "10-K", {"amended": True}),
        ("Amendment No. 1 to our Annual Report on Form 10-K", "10-K", {"amended": True}),
        ("Form 10-KT", "10-KT", {"transition": True}),
        ("Form 10-Q", "10-Q", {}),
        ("Annual Report on Form 20-F", "20-F", {}),
        ("Form 40-F", "40-F", {}),
        ("reports on Form 6-K", "6-K", {}),
        ("SEC Form 10-KSB", "10-KSB", {}),
        ("10-K", "10-K", {}),
        ("Form 10–K", "10-K", {}),
        ("Form 10-S", "10-S", {}),
    ],
)
def test_forms(written: str, form: str, extra: dict[str, object]) -> None:
    """The form is given as the SEC writes it."""
    fields = one(f"Please see our {written}.")
    assert fields["form"] == form
    assert {**fields, **extra} == fields
    assert fields["evergreen"] is True


@pytest.mark.parametrize(
    "text", ["a 10K run", "10K patients", "Form S-1", "at 40 F", "CLR-10-K", "a 6-Ki dose", "phase 10-Q1"]
)
def test_what_is_no_form(text: str) -> None:
    """Letters and digits that only look like one."""
    assert read(f"It was {text} today.") == []


@pytest.mark.parametrize(
    ("words", "period_end"),
    [
        ("for the year ended December 31, 2016", "2016-12-31"),
        ("for the fiscal year ended June 30, 2016", "2016-06-30"),
        ("for our fiscal year ending Dec. 31, 2016", "2016-12-31"),
        ("for the year-ended December 31, 2016", "2016-12-31"),
        ("for the year end December 31, 2016", "2016-12-31"),
        ("for the year ended 31 December 2016", "2016-12-31"),
        ("for the fiscal year ended on December 31, 2016", "2016-12-31"),
        ("for the fifty-two weeks ended February 3, 2024", "2024-02-03"),
        ("for the period ended December 31, 2016", "2016-12-31"),
        ("for the years ended December 31, 2015 and 2016", "2016-12-31"),
        ("for the years ended December 31, 2016, 2015 and 2014", "2016-12-31"),
        ("(File No. 001-12345) for the year ended December 31, 2016", "2016-12-31"),
        ('(the "Annual Report") for the year ended December 31, 2016', "2016-12-31"),
        ("(Amendment No. 1) for the year ended December 31, 2016", "2016-12-31"),
        ("filing for the year ended December 31, 2016", "2016-12-31"),
        (", as amended, for the year ended December 31, 2016", "2016-12-31"),
        ("filed with the SEC on March 15, 2017 for the year ended December 31, 2016", "2016-12-31"),
        ("dated December 31, 2016", "2016-12-31"),
    ],
)
def test_annual_periods(words: str, period_end: str) -> None:
    """The period follows the form, with whatever stands between."""
    fields = one(f"Please see our Form 10-K {words}".replace(" ,", ",") + ".")
    assert (fields["period_end"], fields["form"]) == (period_end, "10-K")
    assert "evergreen" not in fields


@pytest.mark.parametrize(
    ("words", "period_end"),
    [
        ("for the quarter ended June 30, 2017", "2017-06-30"),
        ("for the quarterly period ended June 30, 2017", "2017-06-30"),
        ("for the three months ended June 30, 2017", "2017-06-30"),
        ("for the second quarter ended June 30, 2017", "2017-06-30"),
        ("for the quarters ended March 31 and June 30, 2017", "2017-06-30"),
        ("for the quarters ended March 31, 2017, June 30, 2017 and September 30, 2017", "2017-09-30"),
    ],
)
def test_quarterly_periods(words: str, period_end: str) -> None:
    """Of several quarters the newest counts."""
    assert one(f"Please see our Quarterly Report on Form 10-Q {words}.")["period_end"] == period_end


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("our 2016 Annual Report on Form 10-K", {"fiscal_year": "2016"}),
        ("our 2016 Form 10-K", {"fiscal_year": "2016"}),
        ("our FY2016 Form 10-K", {"fiscal_year": "2016"}),
        ("our Form 10-K for fiscal 2016", {"fiscal_year": "2016"}),
        ("our Form 10-K for fiscal year 2016", {"fiscal_year": "2016"}),
        ("our Form 10-K for 2016", {"fiscal_year": "2016"}),
        ("our Form 10-K for the 2016 fiscal year", {"fiscal_year": "2016"}),
        ("our annual report for fiscal 2016 on Form 10-K", {"fiscal_year": "2016"}),
        ("our Form 10-Q for the second quarter of 2017", {"fiscal_year": "2017", "quarter": "2"}),
        ("our annual report for the year ended December 31, 2016 on Form 20-F", {"period_end": "2016-12-31"}),
        (
            "our Form 10-KT for the transition period from July 1, 2016 to December 31, 2016",
            {"period_end": "2016-12-31"},
        ),
        ("our Form 10-K filed with the SEC on March 15, 2017", {"filed": "2017-03-15"}),
        (
            "our Form 10-K, as filed with the Securities and Exchange Commission on March 15, 2017",
            {"filed": "2017-03-15"},
        ),
        ('our Form 10-K, which was filed with the U.S. SEC ("SEC") on March 15, 2017', {"filed": "2017-03-15"}),
        ("our Form 10-K for 2016, as amended", {"as_amended": True}),
        ("our Form 10-K for 2016 and any amendments thereto", {"as_amended": True}),
        ("our most recent Annual Report on Form 10-K", {"evergreen": True}),
        ("our Form 10-K for 2017, to be filed in March", {"future": True}),
        ("our Form 10-K for 2017, which is expected to be filed on or before March 31, 2018", {"future": True}),
        ("our upcoming Form 10-K for 2017", {"future": True}),
    ],
)
def test_other_ways_of_naming_it(text: str, fields: dict[str, object]) -> None:
    """Fiscal years stay numbers; days of filing are days."""
    found = one(f"Please see {text}.")
    assert {**found, **fields} == found


def test_a_filing_still_to_come_has_no_day_of_filing() -> None:
    """What is expected for a day is not said to have been filed on it."""
    assert "filed" not in one("Please see our Form 10-K for 2017, which will be filed on March 15, 2018.")


def test_several_forms_in_one_sentence_keep_their_own_periods() -> None:
    """The words between two forms belong to the first."""
    found = read(
        "See our Form 10-K for the year ended December 31, 2016 and Form 10-Q for the quarter ended June 30, 2017."
    )
    assert [(f["form"], f["period_end"]) for f in found] == [("10-K", "2016-12-31"), ("10-Q", "2017-06-30")]
    found = read("See our Forms 10-K and 10-Q for the year ended December 31, 2016.")
    assert [(f["form"], f.get("period_end")) for f in found] == [("10-K", None), ("10-Q", None)]


def test_a_short_name_in_quotation_marks_is_no_second_reference() -> None:
    """The parenthesis defines it, and what follows is still about the report."""
    text = 'See our Form 10-K for the year ended December 31, 2016 (the "2016 10-K"), filed with the SEC on March 15, 2017.'
    assert one(text)["filed"] == "2017-03-15"


def test_the_year_of_the_results_is_not_the_reports() -> None:
    """A period that belongs to another word is left alone."""
    assert "period_end" not in one("We filed our Form 10-K, and revenue for the year ended December 31, 2016 rose.")


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("our Form 10-K", ""),
        ("the Company's Form 10-K", ""),
        ("Ardenta's Form 10-K", ""),
        ("Ardanta's Form 10-K", ""),
        ("In Ardenta's Form 10-K", ""),
        ("Management's Discussion in the Form 10-K", ""),
        ("Parent's Form 10-K", "Parent"),
        ("Borealis Bio's Annual Report on Form 10-K", "Borealis Bio"),
        ("Parent and its Form 10-K", "Parent"),
        ("Parent's and Ardenta's respective Form 10-K", "respective"),
        ("the Form 10-K of Borealis Bio for the year ended December 31, 2016", "Borealis Bio"),
    ],
)
def test_owner(words: str, owner: str) -> None:
    """The nearest possessive before it decides; the issuer's own name is no other company."""
    assert one(f"What could go wrong is told in {words}.").get("owner", "") == owner


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Risk factors are discussed in our Form 10-K.", "pointer"),
        ("These and other uncertainties are set forth in our Form 10-K.", "pointer"),
        ("See our filings with the Securities and Exchange Commission, including our Form 10-K.", "pointer"),
        (
            "See our Form 10-K for the year ended December 31, 2025, for a discussion of these and other risks.",
            "pointer",
        ),
        (
            "This release has forward-looking statements that involve risks. They are told at length in our Form 10-K.",
            "pointer",
        ),
        ("The lease was filed as an exhibit to our Form 10-K.", "history"),
        ("ARD-101 lowered the risk of death, as told in our Form 10-K.", "history"),
    ],
)
def test_role(text: str, role: str) -> None:
    """A pointer stands where readers are told of risks."""
    assert one(text)["role"] == role


@given(
    st.lists(
        st.sampled_from(
            ["Form 10-K", "10-Q", "/A", "for the year ended", "December 31,", "2016", "filed", "on", "March 31", ",", "and", "its",
             "Parent's", "(the", '"2016 10-K")', "fiscal", "as amended", "to be filed", "for", "quarter ended", "of Borealis", "."]
        ),
        max_size=16,
    )
)  # fmt: skip
def test_shuffled_pieces_never_crash(pieces: list[str]) -> None:
    """Spans hold what they say, and days are days or empty."""
    text = "Risks: " + " ".join(pieces)
    release = support.release(text)
    for claim in release.of("filing"):
        assert claim.text == release.document.view.text[claim.start : claim.end]
        assert len(claim.string("period_end")) in (0, 10)
        assert len(claim.string("filed")) in (0, 10)
