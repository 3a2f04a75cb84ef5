"""Fiscal years by a fixed day and by the 52/53-week rule."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.calendar import fiscal

RETAIL = fiscal.read_rule({"nearest": "saturday", "to": "01-31"})
SEPTEMBER = fiscal.read_rule({"last": "saturday", "of": "09"})
DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
RULES = st.one_of(
    st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda d: f"{d.month:02}-{d.day:02}"),
    st.builds(
        lambda weekday, day: {"nearest": weekday, "to": f"{day.month:02}-{day.day:02}"},
        st.sampled_from(["friday", "saturday", "Sunday"]),
        st.dates(date(2024, 1, 1), date(2024, 12, 31)),
    ),
    st.builds(lambda weekday, month: {"last": weekday, "of": str(month)}, st.just("saturday"), st.integers(1, 12)),
)


@pytest.mark.parametrize("day", ["2023-01-28", "2024-02-03", "2025-02-01", "2026-01-31"])
def test_nearest_saturday_to_the_end_of_january(day: str) -> None:
    """The year ends that retailers with this rule printed."""
    assert RETAIL is not None
    assert fiscal.is_end(RETAIL, date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2022-09-24", "2023-09-30", "2024-09-28", "2025-09-27"])
def test_last_saturday_of_september(day: str) -> None:
    """The year ends that companies with this rule printed."""
    assert SEPTEMBER is not None
    assert fiscal.is_end(SEPTEMBER, date.fromisoformat(day))


def test_fiscal_years_named_after_either_year() -> None:
    """A year that ends in January may be fiscal 2024 or fiscal 2025; one that ends in June is not in doubt."""
    assert RETAIL is not None
    assert (date(2024, 2, 3), date(2025, 2, 1)) == fiscal.ends_of(RETAIL, 2024)
    june = fiscal.read_rule("06-30")
    assert june is not None
    assert (date(2024, 6, 30),) == fiscal.ends_of(june, 2024)


@given(RULES, DAYS)
def test_year_ends_are_a_year_apart_and_surround_any_day(value: object, day: date) -> None:
    """last_end <= day < next_end, 52 to 53 weeks (or 365 to 366 days) apart."""
    rule = fiscal.read_rule(value)
    assert rule is not None
    last, following = fiscal.last_end(rule, day), fiscal.next_end(rule, day)
    assert last <= day < following
    assert (following - last).days in (364, 365, 366, 371)
    assert fiscal.is_end(rule, last)
    assert fiscal.next_end(rule, last) == following


@given(RULES, DAYS)
def test_without_the_rule_the_cited_day_bounds_the_next_year_end(value: object, day: date) -> None:
    """The bounds hold the true next year end, within the two days by which a 52-week year can end early."""
    rule = fiscal.read_rule(value)
    assert rule is not None
    cited = fiscal.last_end(rule, day)
    earliest, latest = fiscal.next_ends(cited)
    following = fiscal.next_end(rule, cited)
    assert following <= latest or rule.how == "nearest"
    assert (earliest - following).days <= 2


@given(RULES, DAYS)
def test_quarters_lie_inside_the_year(value: object, day: date) -> None:
    """Three quarter ends, in order, about three months apart."""
    rule = fiscal.read_rule(value)
    assert rule is not None
    end = fiscal.last_end(rule, day)
    quarters = [end, *fiscal.quarter_ends(rule, end), fiscal.next_end(rule, end)]
    assert all(84 <= (b - a).days <= 98 for a, b in itertools.pairwise(quarters))


@pytest.mark.parametrize(
    "value", ["13-01", "12", "31 December", 12, {"nearest": "noday", "to": "01-31"}, {"last": "friday", "of": "13"}, {}]
)
def test_a_rule_that_cannot_be_read_is_refused(value: object) -> None:
    """With a ValueError whose text a person can use."""
    with pytest.raises(ValueError, match=r"."):
        fiscal.read_rule(value)


def test_no_rule_is_none() -> None:
    """A profile need not say."""
    assert fiscal.read_rule(None) is None


def test_the_end_of_february_stays_the_end_of_february() -> None:
    """02-28 in a profile means the last day, also in a leap year."""
    rule = fiscal.read_rule("02-29")
    assert rule is not None
    assert [date(2023, 2, 28), date(2024, 2, 29)] == [fiscal.end_in(rule, 2023), fiscal.end_in(rule, 2024)]
