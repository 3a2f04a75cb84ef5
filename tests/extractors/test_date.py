"""Dates as claims: the release's own date, and all others."""

from __future__ import annotations

import pytest

from tests import support

RELEASE = """October 17, 2017

Ardenta Reports Something

BOSTON, Oct. 17, 2017 (GLOBE NEWSWIRE) -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today said that data are due in \
the first half of 2018. A call takes place on Monday, October 23, 2017. June 31, 2018 does not exist. In fiscal 2018, \
and on February 8, more will be said.

Ardenta will speak at a meeting.
"""


def test_the_header_and_the_dateline_have_their_slots() -> None:
    """One date each, and no other date has a slot."""
    slots = [(claim.string("slot"), claim.text) for claim in support.claims(RELEASE, "date") if claim.get("slot")]
    assert slots == [("header", "October 17, 2017"), ("dateline", "Oct. 17, 2017")]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("first half of 2018", {"start": "2018-01-01", "end": "2018-06-30", "precision": "half"}),
        ("Monday, October 23, 2017", {"start": "2017-10-23", "weekday": "Monday", "impossible": False}),
        ("June 31, 2018", {"start": "", "end": "", "impossible": True, "month": 6, "day": 31, "year": 2018}),
        ("fiscal 2018", {"start": "", "fiscal": True, "year": 2018, "precision": "year"}),
        ("February 8", {"start": "", "end": "", "year": 0, "month": 2, "day": 8}),
    ],
)
def test_a_claim_says_what_the_text_says(text: str, fields: dict[str, object]) -> None:
    """What the text leaves open stays empty."""
    (claim,) = [claim for claim in support.claims(RELEASE, "date") if claim.text == text]
    assert fields == {name: claim.get(name) for name in fields}


@pytest.mark.parametrize(
    ("dateline", "end", "date"),
    [
        ("BOSTON, 2016-Sep-09 -- ", "", "2016-09-09"),
        ("Lund, 2015-7-28 — /Some Wire/ — ", "", "2015-07-28"),
        ("BOSTON, MASSACHUSETTS, U.S.A., 1992 MAR 9 (XY) -- ", "", "1992-03-09"),
        ("BOSTON, Oct. 21 /PRNewswire/ -- ", "\n\n-0-      10/21/98\n", "1998-10-21"),
        ("BOSTON -- ", "\n\n-0- 2/5/2002\n", "2002-02-05"),
        ("BOSTON, Oct. 21 /PRNewswire/ -- ", "\n\n-0- 1/5/98\n", None),
        ("BOSTON, Oct. 21 /PRNewswire/ -- ", "\n\nModel 0-10/21/98\n", None),
    ],
)
def test_the_day_of_a_release_is_read_as_wires_write_it(dateline: str, end: str, date: str | None) -> None:
    """A day with its year first, and the day of a wire's end mark; one that is not near the dateline's proves nothing."""
    text = f"Ardenta Opens a Plant\n\n{dateline}Ardenta, Inc. (Nasdaq: ARDT) today opened a plant in Ohio.{end}"
    assert support.release(text).date == date


def test_a_text_without_dates_has_no_claims() -> None:
    """Nothing is filled in."""
    assert support.claims("Nothing to see here, may we say.", "date") == []
