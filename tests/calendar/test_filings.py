"""Due dates of periodic reports: known calendars, and what must hold on any day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.calendar.filings import Calendar
from tests.calendar.lists import CALENDAR

LAF, AF, NAF, FPI = "large accelerated", "accelerated", "non-accelerated", "foreign private issuer"
DAYS = st.dates(date(2007, 1, 1), date(2034, 12, 31))
DOMESTIC = st.sampled_from(["10-K", "10-Q", "10-KT"])
FORMS = st.sampled_from([("10-K", NAF), ("10-K", AF), ("10-K", LAF), ("10-Q", NAF), ("10-Q", LAF), ("20-F", FPI)])


@pytest.mark.parametrize(
    ("form", "status", "period_end", "due", "notified"),
    [
        ("10-K", LAF, "2016-12-31", "2017-03-01", "2017-03-16"),
        ("10-K", AF, "2016-12-31", "2017-03-16", "2017-03-31"),
        ("10-K", NAF, "2016-12-31", "2017-03-31", "2017-04-17"),  # 15 April 2017 was a Saturday
        ("10-K", LAF, "2023-12-31", "2024-02-29", "2024-03-15"),  # the 60th day of a leap year
        ("10-K", LAF, "2024-12-31", "2025-03-03", "2025-03-18"),  # 1 March 2025 was a Saturday
        ("10-K", NAF, "2023-09-30", "2023-12-29", "2024-01-16"),  # a Saturday, then Martin Luther King's birthday
        ("10-K", NAF, "2017-06-30", "2017-09-28", "2017-10-13"),
        ("10-K", LAF, "2025-02-01", "2025-04-02", "2025-04-17"),
        ("10-K", LAF, "2020-12-31", "2021-03-01", "2021-03-16"),  # one printed calendar says 15 March
        ("20-F", FPI, "2024-12-31", "2025-04-30", "2025-05-15"),
        ("20-F", FPI, "2020-12-31", "2021-04-30", "2021-05-17"),
        ("20-F", FPI, "2024-06-30", "2024-10-31", "2024-11-15"),
        ("20-F", FPI, "2010-12-31", "2011-06-30", "2011-07-15"),  # six months until 2011
        ("10-Q", LAF, "2020-09-30", "2020-11-09", "2020-11-16"),
        ("10-Q", NAF, "2020-09-30", "2020-11-16", "2020-11-23"),
        ("10-Q", NAF, "2021-03-31", "2021-05-17", "2021-05-24"),
        ("10-K", LAF, "2005-12-31", "2006-03-16", "2006-03-31"),  # 75 days until December 2006
        ("10-K", AF, "2002-12-31", "2003-03-31", "2003-04-15"),  # 90 days until December 2003
        ("10-KT", NAF, "2016-12-31", "2017-03-31", "2017-04-17"),
        ("40-F", "Canadian non-venture issuer", "2024-12-31", "2025-03-31", "2025-03-31"),
    ],
)
def test_known_due_dates(form: str, status: str, period_end: str, due: str, notified: str) -> None:
    """Dates that published filing calendars print, and the corners of the rules."""
    found = CALENDAR.due(form, status, date.fromisoformat(period_end))
    assert found is not None
    assert (due, notified) == (found.due.isoformat(), found.notified.isoformat())


def test_relief_comes_on_top_and_notification_on_top_of_relief() -> None:
    """The order of March 2020 gave 45 days; Form 12b-25 could still be filed after them."""
    found = CALENDAR.due("10-K", NAF, date(2019, 12, 31))
    assert found is not None
    assert (date(2020, 3, 30), date(2020, 5, 14), date(2020, 5, 29)) == (found.due, found.relief, found.last)
    after = CALENDAR.due("10-K", NAF, date(2020, 4, 30))
    assert after is not None
    assert after.relief is None


@given(FORMS, DAYS)
def test_no_due_date_is_a_closed_day(filer: tuple[str, str], period_end: date) -> None:
    """Due date, date with Form 12b-25 and relief are business days."""
    found = CALENDAR.due(*filer, period_end)
    assert found is not None
    for day in (found.due, found.notified, found.relief, found.last):
        assert day is None or CALENDAR.days.closed(day) == ""


@given(FORMS, DAYS)
def test_extensions_only_ever_add_time(filer: tuple[str, str], period_end: date) -> None:
    """Period + days <= due < notified <= last, and nothing is rolled by more than a long weekend."""
    found = CALENDAR.due(*filer, period_end)
    assert found is not None
    counted = {"10-K": {LAF: 60, AF: 75, NAF: 90}, "10-Q": {LAF: 40, NAF: 45}}.get(filer[0], {}).get(filer[1])
    if counted:
        assert timedelta(counted) <= found.due - period_end <= timedelta(counted + 5)
    assert found.due < found.notified <= found.last


@given(DOMESTIC, DAYS)
def test_a_larger_filer_is_never_due_later(form: str, period_end: date) -> None:
    """LAF <= AF <= NAF, for the due date and for the last day."""
    dues = [CALENDAR.due(form, status, period_end) for status in (LAF, AF, NAF)]
    assert [d.due for d in dues if d] == sorted(d.due for d in dues if d)
    assert [d.last for d in dues if d and d.relief is None] == sorted(d.last for d in dues if d and d.relief is None)
    assert CALENDAR.all_due(form, (), period_end) == tuple(
        sorted((d for d in dues if d), key=lambda d: (d.due, d.last))
    )


@given(FORMS, DAYS, st.integers(1, 40))
def test_a_later_period_is_never_due_earlier(filer: tuple[str, str], period_end: date, days: int) -> None:
    """Due dates follow the order of the periods."""
    first = CALENDAR.due(*filer, period_end)
    second = CALENDAR.due(*filer, period_end + timedelta(days))
    assert first is not None
    assert second is not None
    # Four months from 31 October and from 30 October are one day: the end of February.
    assert first.due <= second.due


def test_a_status_that_a_form_does_not_know_leaves_all_open() -> None:
    """A foreign private issuer that files Form 10-K may be any kind of filer."""
    assert [d.status for d in CALENDAR.all_due("10-K", (FPI,), date(2016, 12, 31))] == [LAF, AF, NAF]
    assert [d.status for d in CALENDAR.all_due("10-K", (AF,), date(2016, 12, 31))] == [AF]


def test_an_unknown_form_has_no_due_date() -> None:
    """Form 10-S was only proposed."""
    assert CALENDAR.due("10-S", NAF, date(2026, 6, 30)) is None
    assert isinstance(CALENDAR, Calendar)
