"""Times of day as claims: hour, zone, and the day that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import support

if TYPE_CHECKING:
    from prlint.claim import Claim


def only(text: str) -> Claim:
    """Returns the one time of a text."""
    (claim,) = support.claims(text, "time")
    return claim


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("The call is at 4:30 p.m. ET.", {"hour": 16, "minute": 30, "half": "p.m.", "zone": "Eastern", "season": ""}),
        ("The call is at 4:30pm EST.", {"hour": 16, "zone": "Eastern", "season": "standard", "zone_text": "EST"}),
        ("At 12 noon Pacific we begin.", {"hour": 12, "minute": 0, "zone": "Pacific"}),
        ("It ends at midnight.", {"hour": 0, "zone": ""}),
        ("At 12:05 a.m. we begin.", {"hour": 0, "minute": 5}),
        ("At 16:30 CET we begin.", {"hour": 16, "minute": 30, "zone": "Central European", "half": ""}),
        ("Open 9-11 a.m. ET daily.", {"hour": 9, "to_hour": 11, "to_minute": 0}),
        ("Open 11 a.m. to 2 p.m.", {"hour": 11, "to_hour": 14}),
        ("Open 11-2 p.m. today.", {"hour": 11, "to_hour": 14}),
        ("At 7:00 AM US/Mountain we begin.", {"hour": 7, "zone": "Mountain", "zone_text": "US/Mountain"}),
        ("At 8 a.m. (Eastern Daylight Time) we begin.", {"zone": "Eastern", "season": "daylight"}),
        ("Meet at 6 p.m. Central Park West.", {"hour": 18, "zone": ""}),
        ("Meet at 9 a.m. E.S.T. sharp.", {"zone": "Eastern", "season": "standard"}),
        ("At 13:30 p.m. we begin.", {"invalid": True}),
        ("At 24:00 CET we end.", {"hour": 24, "invalid": False}),
    ],
)
def test_a_claim_says_what_the_text_says(text: str, fields: dict[str, object]) -> None:
    """Twelve hours or twenty-four, words, ranges, zones short and whole."""
    claim = only(text)
    assert {name: claim.get(name) for name in fields} == fields


@pytest.mark.parametrize(
    "text",
    [
        "A ratio of 3:45, and J Test 2020;40:1808-1817.",
        "A beam 15 pm wide, 30 PM units, 5 pM of it.",
        "In the afternoon, at 10.15 for some; 2:1 randomization.",
        "The score was 21:14.",
    ],
)
def test_other_numbers_are_no_times(text: str) -> None:
    """Ratios, pages, units, scores."""
    assert support.claims(text, "time") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We meet on May 6, 2026, at 9 a.m. ET.", "2026-05-06"),
        ("At 9 a.m. ET on May 6, 2026, we meet.", "2026-05-06"),
        ("The call was set on March 3, 2026 to begin at 9 a.m. ET on May 6, 2026.", "2026-05-06"),
        ("We meet on May 6, 2026. The doors open at 9 a.m. ET.", "2026-05-06"),
        ("Date: May 6, 2026\n\nTime: 9 a.m. ET", "2026-05-06"),
        ("Time: 9 a.m. ET\n\nDate: May 6, 2026", "2026-05-06"),
        ("We met on May 6, 2026 and May 8, 2026. The doors open at 9 a.m. ET.", ""),
        ("We met on May 6, 2026.\n\nOffices answer from 9 a.m. to 5 p.m. ET.", ""),
        ("We met on May 6, 2026. Call us Monday through Friday, 9 a.m. to 5 p.m. ET.", ""),
    ],
)
def test_a_time_belongs_to_the_day_beside_it(text: str, day: str) -> None:
    """In its sentence, the one before, or the line beside; hours that come back have none."""
    assert only(text).get("start") == day


def test_today_and_tomorrow_are_days_too() -> None:
    """Where no date is named."""
    assert only("Join us today at 9 a.m. ET.").get("relative") == "today"
    assert only("Join us tomorrow at 9 a.m. ET.").get("relative") == "tomorrow"
    assert only("Today's call is at 9 a.m. ET.").get("relative") == ""


def test_one_time_in_several_zones() -> None:
    """Each after the first restates it; a list of times does not."""
    claims = support.claims("At 2 p.m. (EDT) / 1 p.m. (CDT) / 11 a.m. (PDT), and at 4 p.m. ET, 5 p.m. PT.", "time")
    assert [claim.get("same") for claim in claims] == [False, True, True, False, False]


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["a.m.", "AM", "am", "a.m"]))
def test_every_minute_is_read_back(hour: int, minute: int, style: str) -> None:
    """On a clock of twelve hours, in each way of writing its halves."""
    half = style.replace("a", "p").replace("A", "P") if hour >= 12 else style
    claim = only(f"We meet at {(hour + 11) % 12 + 1}:{minute:02} {half} in Halle.")
    assert (claim.get("hour"), claim.get("minute"), claim.get("invalid")) == (hour, minute, False)
