"""The days that a date claim means."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.calendar.said import days_of, shown, weekday_number
from tests import support

if TYPE_CHECKING:
    from prlint.claim import Claim

DAYS = st.dates(date(2001, 1, 1), date(2035, 12, 31))


def only(text: str) -> Claim:
    """Returns the one date of a text."""
    (claim,) = support.claims(text, "date")
    return claim


@given(DAYS, DAYS)
def test_a_printed_year_is_certain_whatever_the_release(day: date, as_of: date) -> None:
    """And the day is the one printed."""
    days = days_of(only(f"It closes on {shown(day)}, at noon."), as_of.isoformat())
    assert days is not None
    assert (days.first, days.last, days.certain) == (day, day, True)


@given(DAYS, st.integers(-180, 180))
def test_without_a_year_the_nearest_is_meant(as_of: date, away: int) -> None:
    """A day within half a year of the release is found again from its month and day."""
    day = as_of + timedelta(days=away)
    if (day.month, day.day) == (2, 29):
        return
    text = shown(day).split(",")[0]
    days = days_of(only(f"It closes on {text}."), as_of.isoformat())
    assert days is not None
    assert (days.first, days.certain) == (day, False)


def test_a_year_is_shared_by_the_date_beside() -> None:
    """May 15 and May 16, 2025 are days of one year; December 30 and January 2, 2026 are not."""
    first, _ = support.claims("Sessions are on Thursday, May 15 and Friday, May 16, 2025.", "date")
    assert days_of(first, None) == (date(2025, 5, 15), date(2025, 5, 15), True)
    first, _ = support.claims("We close on December 30 and January 2, 2026.", "date")
    assert days_of(first, None) == (date(2025, 12, 30), date(2025, 12, 30), True)


@pytest.mark.parametrize("text", ["February 8", "fiscal 2025", "June 31, 2025"])
def test_what_nothing_settles_has_no_days(text: str) -> None:
    """A date without a year and without a release, a fiscal year, an impossible day."""
    assert days_of(only(f"It is in {text}."), None) is None


def test_weekdays_whole_and_shortened() -> None:
    """All that a date may bear, and nothing else."""
    assert [weekday_number(word) for word in ("Monday", "Tue.", "Thurs", "sunday")] == [0, 1, 3, 6]
    with pytest.raises(ValueError, match="no weekday"):
        weekday_number("Noday")
