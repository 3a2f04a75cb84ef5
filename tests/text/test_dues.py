"""Ways of writing by when something is due."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.text import dues


def only(text: str) -> dues.Due:
    (found,) = dues.find(text, 0, len(text))
    return found


@pytest.mark.parametrize(
    ("text", "relation", "part", "unit", "number", "year"),
    [
        ("in the first quarter of 2026", "in", "", "quarter", 1, 2026),
        ("by the end of q3 2025", "by", "end", "quarter", 3, 2025),
        ("in 1q26", "in", "", "quarter", 1, 2026),
        ("in q3'25", "in", "", "quarter", 3, 2025),
        ("by 2h2026", "by", "", "half", 2, 2026),
        ("in the second half of 2025", "in", "", "half", 2, 2025),
        ("in mid-2025", "in", "mid", "year", 0, 2025),
        ("by the middle of 2025", "by", "mid", "year", 0, 2025),
        ("in early 2026", "in", "early", "year", 0, 2026),
        ("late in the fourth quarter of 2025", "", "late", "quarter", 4, 2025),
        ("by year-end 2025", "by", "end", "year", 0, 2025),
        ("by the end of the year", "by", "end", "year", 0, 0),
        ("by the end of march 2026", "by", "end", "month", 0, 2026),
        ("no earlier than the second quarter of 2026", "no earlier than", "", "quarter", 2, 2026),
        ("on or before december 31, 2025", "on or before", "", "day", 0, 2025),
        ("to close in the second quarter of 2026", "in", "", "quarter", 2, 2026),
        ("by q2, 2026", "by", "", "quarter", 2, 2026),
    ],
)
def test_what_a_due_says(text: str, relation: str, part: str, unit: str, number: int, year: int) -> None:
    found = only(text)
    assert (found.relation, found.part, found.unit, found.number, found.year) == (relation, part, unit, number, year)


def test_fiscal_and_calendar_periods() -> None:
    assert only("in the third quarter of fiscal 2026").fiscal
    assert only("in the third fiscal quarter of 2026").fiscal
    assert only("by the end of its fiscal year 2026").fiscal
    assert only("in calendar year 2026").calendar
    assert not only("in the third quarter of 2026").fiscal


def test_days_counted_from_the_release() -> None:
    assert (only("within 60 days").unit, only("within 60 days").many) == ("days", 60)
    assert only("in the next six months").many == 6


def test_several_quarters_and_relative_years() -> None:
    found = only("in the second or third quarter of 2026")
    assert (found.number, found.number_to) == (2, 3)
    assert only("in the first half of next year").which == "next"


@pytest.mark.parametrize("text", ["we may begin", "sold 2025 units", "the first patient", "50 days", "3.2026 shares"])
def test_what_is_no_due(text: str) -> None:
    assert list(dues.find(text, 0, len(text))) == []


@given(st.integers(1, 4), st.integers(2020, 2049), st.sampled_from(["in", "by", "during"]))
def test_a_quarter_in_words_and_in_figures_is_one(number: int, year: int, relation: str) -> None:
    word = ("first", "second", "third", "fourth")[number - 1]
    said = only(f"{relation} the {word} quarter of {year}")._replace(end=0)
    for short in (f"q{number} {year}", f"{number}q {year}", f"q{number} of {year}", f"{number}q{year % 100}"):
        assert only(f"{relation} {short}")._replace(end=0) == said


@given(st.text(alphabet="the endofq1234 2026by,-/h'()", max_size=60))
def test_dues_lie_in_the_text_and_apart(text: str) -> None:
    at = 0
    for found in dues.find(text, 0, len(text)):
        assert at <= found.start < found.end <= len(text)
        at = found.end
