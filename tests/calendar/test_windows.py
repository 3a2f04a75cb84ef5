"""The days that a due covers."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.calendar.fiscal import read_rule
from prlint.calendar.windows import Window, window
from prlint.text import dues

DAY = timedelta(days=1)
SAID = date(2025, 2, 10)


def days(text: str, said: date | None = SAID, year_end: object = None) -> tuple[str, str] | None:
    (due,) = dues.find(text, 0, len(text))
    found = window(due._asdict(), said, read_rule(year_end))
    return (found.first.isoformat(), found.last.isoformat()) if found else None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in mid-2025", "2025-05-01", "2025-08-31"),
        ("in early 2026", "2026-01-01", "2026-04-30"),
        ("in late 2025", "2025-09-01", "2025-12-31"),
        ("by year-end", "2025-12-31", "2025-12-31"),
        ("by year-end 2026", "2026-12-31", "2026-12-31"),
        ("in the second half of 2025", "2025-07-01", "2025-12-31"),
        ("late in the fourth quarter of 2025", "2025-12-01", "2025-12-31"),
        ("in mid-march 2025", "2025-03-11", "2025-03-20"),
        ("by the end of january", "2026-01-31", "2026-01-31"),
        ("within 60 days", "2025-02-10", "2025-04-11"),
        ("in the second or third quarter of 2025", "2025-04-01", "2025-09-30"),
        ("before the third quarter of 2025", "2025-06-30", "2025-06-30"),
        ("before year-end 2025", "2025-12-31", "2025-12-31"),
        ("around year-end 2025", "2025-12-31", "2026-01-31"),
        ("in the first half of next year", "2026-01-01", "2026-06-30"),
        ("in the coming quarter", "2025-04-01", "2025-06-30"),
        ("by february 28, 2026", "2026-02-28", "2026-02-28"),
    ],
)
def test_calendar_periods(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize("text", ["no earlier than 2026", "as early as the first quarter of 2026", "after march 2026"])
def test_what_has_no_end(text: str) -> None:
    assert days(text) is None


def test_fiscal_periods_need_the_fiscal_year() -> None:
    text = "in the third quarter of fiscal 2026"
    assert days(text) is None
    assert days(text, year_end="09-30") == ("2026-04-01", "2026-06-30")
    assert days("by the end of fiscal 2026", year_end="09-30") == ("2026-09-30", "2026-09-30")


def test_a_quarter_may_be_one_of_either_year() -> None:
    assert days("in the first quarter of 2026", year_end="09-30") == ("2025-10-01", "2026-03-31")
    assert days("in the first quarter of calendar 2026", year_end="09-30") == ("2026-01-01", "2026-03-31")


def test_without_a_day_and_a_year_nothing_is_settled() -> None:
    assert days("by the end of march", said=None) is None
    assert days("within 60 days", said=None) is None


YEARS = st.integers(2000, 2090)
RULES = st.sampled_from(["12-31", "06-30", "09-30", "03-31", {"last": "saturday", "of": "9"}])


def of(unit: str, year: int, number: int = 0, part: str = "", rule: object = None, *, fiscal: bool = False) -> Window:
    due = {"unit": unit, "year": year, "number": number, "part": part, "fiscal": fiscal}
    found = window(due, None, read_rule(rule))
    assert found is not None
    return found


@given(YEARS, RULES, st.booleans())
def test_quarters_tile_their_year(year: int, rule: object, fiscal: bool) -> None:
    rule = rule if fiscal else None
    quarters = [of("quarter", year, n, rule=rule, fiscal=fiscal) for n in (1, 2, 3, 4)]
    whole = of("year", year, rule=rule, fiscal=fiscal)
    assert quarters[0].first == whole.first
    assert quarters[3].last == whole.last
    assert all(a.last + DAY == b.first for a, b in pairwise(quarters))


@given(YEARS, st.sampled_from([("year", 0), ("half", 1), ("half", 2), *(("quarter", n) for n in (1, 2, 3, 4))]))
def test_thirds_tile_their_period_and_the_end_is_its_last_day(year: int, period: tuple[str, int]) -> None:
    unit, number = period
    whole = of(unit, year, number)
    early, mid, late = (of(unit, year, number, part) for part in ("early", "mid", "late"))
    assert (whole.first, whole.last) == (early.first, late.last)
    assert early.last + DAY == mid.first
    assert mid.last + DAY == late.first
    assert of(unit, year, number, "end")[:2] == (whole.last, whole.last)


@given(YEARS, st.integers(1, 12), st.sampled_from(["early", "mid", "late", "end", ""]))
def test_parts_of_a_month_lie_in_it(year: int, month: int, part: str) -> None:
    found = window({"unit": "month", "year": year, "month": month, "part": part}, None)
    assert found is not None
    assert found.first <= found.last
    assert (found.first.year, found.first.month, found.last.month) == (year, month, month)


@given(YEARS, st.integers(1, 4), st.sampled_from(["", "early", "mid", "late", "end"]))
def test_a_fiscal_year_that_ends_with_the_calendar_is_the_calendar(year: int, number: int, part: str) -> None:
    fiscal = of("quarter", year, number, part, "12-31", fiscal=True)
    plain = of("quarter", year, number, part)
    # Thirds of a fiscal quarter are counted in days, so a day or two apart.
    assert abs((fiscal.first - plain.first).days) <= 2
    assert abs((fiscal.last - plain.last).days) <= 2


@given(
    st.dates(date(2001, 1, 1), date(2089, 1, 1)),
    st.sampled_from(["month", "quarter", "half", "year"]),
    st.integers(1, 4),
)
def test_a_period_without_a_year_is_not_past(said: date, unit: str, number: int) -> None:
    due = {"unit": unit, "number": {"year": 0, "half": min(number, 2)}.get(unit, number), "month": number}
    found = window(due, said)
    assert found is not None
    assert not found.certain
    assert said <= found.last <= said + timedelta(days=366)


@given(
    st.integers(-5, 3000), st.integers(-3, 20), st.integers(-3, 40), st.sampled_from(["day", "month", "quarter", "x"])
)
def test_no_numbers_break_it(year: int, month: int, day: int, unit: str) -> None:
    due = {
        "unit": unit,
        "year": year,
        "month": month if unit != "month" else max(1, min(12, month)),
        "day": day,
        "number": 9,
    }
    found = window(due, SAID)
    assert found is None or found.first <= found.last
