"""Business days: holidays as they are observed, closed days, and rolling."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calendar.lists import CALENDAR

DAYS = CALENDAR.days


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2020-07-03", "Independence Day"),  # the 4th was a Saturday
        ("2021-07-05", "Independence Day"),  # the 4th was a Sunday
        ("2021-12-31", "New Year's Day"),  # 1 January 2022 was a Saturday
        ("2021-06-18", "Juneteenth National Independence Day"),  # its first year, two days after the law
        ("2024-06-19", "Juneteenth National Independence Day"),
        ("2020-01-20", "Birthday of Martin Luther King, Jr."),
        ("2020-02-17", "Washington's Birthday"),
        ("2020-05-25", "Memorial Day"),
        ("2020-09-07", "Labor Day"),
        ("2020-10-12", "Columbus Day"),
        ("2020-11-11", "Veterans Day"),
        ("2020-11-26", "Thanksgiving Day"),
        ("2020-12-25", "Christmas Day"),
        ("2017-04-15", "Saturday"),
        ("2017-04-16", "Sunday"),
    ],
)
def test_closed_days_have_a_reason(day: str, why: str) -> None:
    """A day is closed for the holiday that is observed on it."""
    assert why == DAYS.closed(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2018-12-05", "2019-12-24", "2020-12-24", "2025-01-09"])
def test_single_days_on_which_edgar_was_closed(day: str) -> None:
    """They are closed, and surely so."""
    assert DAYS.surely_closed(date.fromisoformat(day))


def test_a_closed_day_that_is_not_verified_only_excuses() -> None:
    """It moves a due date and is no ground for a finding."""
    assert DAYS.closed(date(2025, 12, 26))
    assert not DAYS.surely_closed(date(2025, 12, 26))


@pytest.mark.parametrize("day", ["2020-06-19", "2021-01-20", "2018-12-24", "2026-11-27", "2022-01-03"])
def test_open_days(day: str) -> None:
    """Before Juneteenth was a holiday, Inauguration Day, an ordinary Christmas Eve, the day after Thanksgiving."""
    assert DAYS.closed(date.fromisoformat(day)) == ""


@given(st.dates(date(1995, 1, 1), date(2035, 12, 31)))
def test_rolling_goes_to_the_first_open_day(day: date) -> None:
    """Never backwards, never past an open day, and no further than a long weekend."""
    rolled = DAYS.roll(day)
    assert day <= rolled <= day + timedelta(days=6)
    assert DAYS.closed(rolled) == ""
    assert all(DAYS.closed(day + timedelta(days=n)) for n in range((rolled - day).days))


def test_the_rules_agree_with_the_holidays_package() -> None:
    """Every observed federal holiday from 1995 to 2035."""
    for year in range(1995, 2036):
        ours = set(DAYS.holidays(year))
        # The package gives both the day and its observance; a weekday is what counts here.
        theirs = {d for d in holidays.UnitedStates(years=[year - 1, year, year + 1], observed=True) if d.year == year}
        assert {d for d in theirs if d.weekday() < 5} == ours
