"""Weekdays, days that are none, and ranges turned round, through the rules that ship."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.calendar.said import shown
from prlint.text.dates import WEEKDAYS
from tests.support import findings, quotes

RULES = ("date-weekday-mismatch", "date-impossible", "date-range-reversed")


def found(text: str, **how: object) -> list[tuple[str, ...]]:
    """Returns the quoted places of the findings of these rules."""
    return quotes(findings(text, select=RULES, **how))


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.integers(0, 6))
def test_only_the_right_weekday_is_quiet(day: date, weekday: int) -> None:
    """For every day of fifty years, and every weekday."""
    text = f"The call takes place on {WEEKDAYS[weekday]}, {shown(day)}, at noon."
    expected = [] if weekday == day.weekday() else [(f"{WEEKDAYS[weekday]}, {shown(day)}",)]
    assert found(text) == expected


@given(st.dates(date(2001, 1, 1), date(2040, 12, 31)), st.integers(1, 5), st.integers(0, 6), st.integers(0, 6))
def test_both_ends_of_a_range_count(day: date, length: int, shift: int, to_shift: int) -> None:
    """A range is quiet only where both weekdays are right."""
    last = day + timedelta(days=length)
    if last.month != day.month:
        return
    names = WEEKDAYS[(day.weekday() + shift) % 7], WEEKDAYS[(last.weekday() + to_shift) % 7]
    text = f"The fair is open {names[0]} through {names[1]}, {shown(day).split(',')[0]}-{last.day}, {day.year}."
    assert bool(found(text)) == bool(shift or to_shift)


def test_the_nearest_day_with_the_printed_weekday_is_named() -> None:
    """The message leaves open whether the weekday or the day is wrong, and gives both."""
    (finding,) = findings("We meet on Monday, May 6, 2025.", select=RULES)
    assert finding.message == "May 6, 2025 is a Tuesday; the nearest Monday is May 5, 2025"
    assert finding.severity == "error"
    assert finding.suggestion is None


@pytest.mark.parametrize(
    "text",
    [
        "The congress runs Thursday through Sunday, March 13-16, 2025.",
        "We exhibit Tuesday-Friday, April 14-17, 2026, in Halle.",
        "Open Wednesday through Saturday, June 11–14.",
        "It takes place on Mon., May 5, 2025 and Tues., May 6, 2025.",
        "On Thursday, 6 March 2025, and Fri 7 March 2025, doors are open.",
        "Sales open on Giving Tuesday, December 2, 2025, after Black Friday, November 28, 2025.",
        "She sat May 5, 2025 out.",
        "As the Westholm Sun, May 5, 2025, wrote.",
        "From Tuesday, September 30 - Thursday, October 2, 2025, we exhibit.",
    ],
)
def test_right_weekdays_and_other_words_are_quiet(text: str) -> None:
    """Ranges of weekdays, short forms, days with a name, newspapers."""
    assert found(text, date="2025-05-01") == []


@pytest.mark.parametrize(
    ("text", "as_of", "expected"),
    [
        ("We meet on Wednesday, June 12.", "2025-05-20", True),
        ("We met on Wednesday, June 12.", "2025-02-20", True),  # 112 days away: sure
        ("We met on Wednesday, June 12.", "2025-01-20", False),  # it was one in 2024
        ("We met in 2019 and 2020, first on Wednesday, June 12.", "2025-05-20", False),
        ("We meet on Sunday, June 12.", "2025-11-20", True),  # none in 2024 or 2026 either
    ],
)
def test_a_year_that_is_not_sure_is_left_open(text: str, as_of: str, expected: bool) -> None:
    """A neighbouring year that fits excuses a date far away; so does a year in the paragraph."""
    assert bool(found(text, date=as_of)) == expected


def test_a_release_without_a_date_leaves_dates_without_a_year_open() -> None:
    """And says what would settle them."""
    assert found("We meet on Wednesday, June 12.") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It ends on June 31, 2025.", "June 31, 2025"),
        ("It ends on February 30.", "February 30"),
        ("It ends on 2025-02-30, at noon.", "2025-02-30"),
        ("It ends on 29 February 2023.", "29 February 2023"),
        ("We exhibit June 12-9, 2025.", "June 12-9, 2025"),
        ("It runs from May 4, 2026 through May 2, 2026.", "May 4, 2026 through May 2, 2026"),
    ],
)
def test_what_no_calendar_has(text: str, place: str) -> None:
    """One finding each, from one of the rules."""
    assert found(text) == [(place,)]


@pytest.mark.parametrize(
    "text",
    [
        "It ends on February 29, 2024, the 31st of the month being none.",
        "In June 31 patients were treated.",
        "It runs from December 30 to January 2, 2026.",
        "The start moved from June 2027 to March 2027.",
        "Volumes 2020;40:31-12 and code 12-31-2025-30.",
    ],
)
def test_what_a_calendar_has(text: str) -> None:
    """Leap days, numbers of patients, ranges over the new year, news of an earlier day."""
    assert found(text) == []
