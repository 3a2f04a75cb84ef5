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


def test_a_text_without_dates_has_no_claims() -> None:
    """Nothing is filled in."""
    assert support.claims("Nothing to see here, may we say.", "date") == []
