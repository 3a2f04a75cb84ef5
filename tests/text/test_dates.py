"""Dates in text: every way of writing, its days, and what is never filled in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.text import dates

DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))

WRITTEN = [
    ("October 17, 2017", "2017-10-17", "2017-10-17", "day"),
    ("Oct. 17, 2017", "2017-10-17", "2017-10-17", "day"),
    ("Oct.17, 2017", "2017-10-17", "2017-10-17", "day"),
    ("OCT. 17, 2017", "2017-10-17", "2017-10-17", "day"),
    ("Sept. 5, 2017", "2017-09-05", "2017-09-05", "day"),
    ("October 17th, 2017", "2017-10-17", "2017-10-17", "day"),
    ("17 October 2017", "2017-10-17", "2017-10-17", "day"),
    ("4th of July 2017", "2017-07-04", "2017-07-04", "day"),
    ("2017-10-17", "2017-10-17", "2017-10-17", "day"),
    ("2017-7-28", "2017-07-28", "2017-07-28", "day"),
    ("2017-Oct-17", "2017-10-17", "2017-10-17", "day"),
    ("1997 OCT 17", "1997-10-17", "1997-10-17", "day"),
    ("10/17/2017", "2017-10-17", "2017-10-17", "day"),
    ("17/10/2017", "2017-10-17", "2017-10-17", "day"),
    ("May 4-6, 2017", "2017-05-04", "2017-05-06", "day"),
    ("May 4 and 6, 2017", "2017-05-04", "2017-05-06", "day"),
    ("June 30th of 2025", "2025-06-30", "2025-06-30", "day"),
    ("4–6 May 2017", "2017-05-04", "2017-05-06", "day"),
    ("Sept. 30-Oct. 3, 2017", "2017-09-30", "2017-10-03", "day"),
    ("December 30 to January 2, 2018", "2017-12-30", "2018-01-02", "day"),
    ("March 2017", "2017-03-01", "2017-03-31", "month"),
    ("February 2024", "2024-02-01", "2024-02-29", "month"),
    ("mid-March 2017", "2017-03-01", "2017-03-31", "month"),
    ("first quarter of 2017", "2017-01-01", "2017-03-31", "quarter"),
    ("third quarter 2024", "2024-07-01", "2024-09-30", "quarter"),
    ("1st quarter 2019", "2019-01-01", "2019-03-31", "quarter"),
    ("1Q17", "2017-01-01", "2017-03-31", "quarter"),
    ("2Q of 2024", "2024-04-01", "2024-06-30", "quarter"),
    ("Q1 2017", "2017-01-01", "2017-03-31", "quarter"),
    ("Q4'17", "2017-10-01", "2017-12-31", "quarter"),
    ("first half of 2025", "2025-01-01", "2025-06-30", "half"),
    ("2H 2024", "2024-07-01", "2024-12-31", "half"),
    ("H1 2025", "2025-01-01", "2025-06-30", "half"),
    ("1H25", "2025-01-01", "2025-06-30", "half"),
    ("early 2025", "2025-01-01", "2025-04-30", "third"),
    ("mid-2025", "2025-05-01", "2025-08-31", "third"),
    ("late 2025", "2025-09-01", "2025-12-31", "third"),
    ("year-end 2024", "2024-12-31", "2024-12-31", "day"),
    ("end of 2024", "2024-12-31", "2024-12-31", "day"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), WRITTEN)
def test_each_way_of_writing_gives_its_days(text: str, first: str, last: str, precision: str) -> None:
    """A sentence with one date in it gives that date, whole, wherever it stands."""
    for sentence in (
        text,
        f"We expect data by {text}.",
        f"MADISON, Wis. --{text} (WIRE) -- Ardenta today",
        f"({text})",
    ):
        found = list(dates.find(sentence))
        assert [(text, first, last, precision)] == [(d.text, d.first, d.last, d.precision) for d in found]
        assert text == sentence[found[0].start : found[0].end]


@pytest.mark.parametrize("text", ["fiscal 2024", "fiscal year 2024", "FY2024", "FY 2024", "FY24"])
def test_a_fiscal_year_has_a_number_and_no_days(text: str) -> None:
    """Only the issuer's rule says when fiscal 2024 ends."""
    (found,) = dates.find(f"Revenue in {text} was up.")
    assert (found.year, found.fiscal, found.first, found.last) == (2024, True, "", "")


def test_a_fiscal_quarter_has_a_number_and_no_days() -> None:
    """The second quarter of fiscal 2024 may be any three months."""
    (found,) = dates.find("Revenue in the second quarter of fiscal 2024 was up.")
    assert (found.number, found.year, found.fiscal, found.first) == (2, 2024, True, "")


@pytest.mark.parametrize(
    "text", ["February 30, 2017", "June 31, 2017", "June 31", "2017-13-45", "13/45/2017", "May 0, 2017"]
)
def test_a_date_that_does_not_exist_is_recognisable(text: str) -> None:
    """It has no days, and its numbers are kept."""
    (found,) = dates.find(f"due on {text}.")
    assert (found.impossible, found.first, found.last) == (True, "", "")


@pytest.mark.parametrize(
    "text",
    [
        "may 12, 2017", "May 12,000 patients", "JP 2014-147869", "Phase 2 in 24 patients", "NCT02278315", "we march 20 miles",
        "version 3.2017", "March 45", "$2,017 million", "2017 was good", "Q1", "1-800-555-2017", "in 2025 patients",
        "in the late 1990s", "in 1990s style",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    """Words and numbers that only look like a date give nothing."""
    assert list(dates.find(text)) == []


def test_the_weekday_is_kept_as_printed() -> None:
    """It belongs to the date's span."""
    (found,) = dates.find("The call is on Monday, November 2, 2021 at noon.")
    assert (found.weekday, found.text, found.first) == ("Monday", "Monday, November 2, 2021", "2021-11-02")


@given(DAYS)
def test_a_date_without_a_year_is_the_nearest_one(day: date) -> None:
    """No year is filled in by `find`; `resolve` finds the same day again from up to half a year away."""
    (found,) = dates.find(f"on {dates.MONTHS[day.month - 1]} {day.day}")
    assert (found.first, found.year) == ("", 0)
    assert day.isoformat() == dates.resolve(found, day).first
    if (day.month, day.day) != (2, 29):
        assert day.isoformat() == dates.resolve(found, day + timedelta(days=170)).first
        assert day.isoformat() == dates.resolve(found, day - timedelta(days=170)).first


def test_a_leap_day_without_a_leap_year_near_is_impossible() -> None:
    """29 February has no neighbour in 2026."""
    (found,) = dates.find("on Feb. 29 at noon")
    assert dates.resolve(found, date(2026, 3, 1)).impossible
    assert dates.resolve(found, date(2024, 3, 1)).first == "2024-02-29"


@given(
    DAYS,
    st.sampled_from(
        ["{m} {d}, {y}", "{s}. {d}, {y}", "{d} {m} {y}", "{y}-{n:02}-{d:02}", "{n}/{d}/{y}", "{M} {d}, {y}"]
    ),
)
def test_every_day_in_every_form_is_read_back(day: date, form: str) -> None:
    """What is written is read, with exactly its span."""
    name = dates.MONTHS[day.month - 1]
    text = form.format(m=name, s=name[:3], M=name.upper(), d=day.day, y=day.year, n=day.month)
    (found,) = dates.find(f"It ended on {text}.")
    assert (text, day.isoformat(), day.isoformat()) == (found.text, found.first, found.last)
    again = dates.read(dates.printed_like(day, text))
    assert again is not None
    assert day.isoformat() == again.first


@given(st.text(max_size=200))
def test_arbitrary_text_never_crashes_and_spans_are_true(text: str) -> None:
    """Spans are ordered, inside the text, and hold what they say."""
    end = 0
    for found in dates.find(text):
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert found.first <= found.last
        end = found.end


TOKENS = st.sampled_from(
    ["May", "Oct.", "17", "31", "2017", "20", ",", " ", "-", "–", "to", "Q", "1", "H", "'", "first", "quarter", "of", "fiscal",
     "FY", "mid", "/", "Monday", "end", "and", "0", "99", "half", ".", "th", "Feb", "in"]
)  # fmt: skip


@given(st.lists(TOKENS, max_size=14))
def test_shuffled_pieces_of_dates_never_crash(pieces: list[str]) -> None:
    """Whatever the pieces add up to, days are real days or absent."""
    for text in ("".join(pieces), " ".join(pieces)):
        for found in dates.find(text):
            assert bool(found.first) == bool(found.last)
            if found.first:
                assert date.fromisoformat(found.first) <= date.fromisoformat(found.last)
            assert not (found.impossible and found.first)
            dates.resolve(found, date(2024, 2, 29))


@pytest.mark.parametrize(
    ("day", "sample", "expected"),
    [
        (date(2017, 12, 31), "December 31, 2016", "December 31, 2017"),
        (date(2017, 12, 31), "Dec. 31, 2016", "Dec. 31, 2017"),
        (date(2017, 9, 30), "Oct 1, 2016", "Sept 30, 2017"),
        (date(2017, 12, 31), "31 December 2016", "31 December 2017"),
        (date(2017, 12, 31), "2016-12-31", "2017-12-31"),
        (date(2017, 12, 31), "12/31/2016", "12/31/2017"),
        (date(2025, 5, 3), "May 4, 2024", "May 3, 2025"),
    ],
)
def test_a_new_day_is_written_like_the_old_one(day: date, sample: str, expected: str) -> None:
    """A suggestion keeps the author's way of writing."""
    assert expected == dates.printed_like(day, sample)


@pytest.mark.parametrize(
    ("text", "weekday", "to_weekday", "first", "last"),
    [
        ("Thursday through Sunday, March 6-9, 2025", "Thursday", "Sunday", "2025-03-06", "2025-03-09"),
        ("Tuesday-Friday, March 17-20, 2026", "Tuesday", "Friday", "2026-03-17", "2026-03-20"),
        ("Wednesday and Thursday, May 14 and 15, 2025", "Wednesday", "Thursday", "2025-05-14", "2025-05-15"),
        ("November 2, 2021 (Tuesday)", "Tuesday", "", "2021-11-02", "2021-11-02"),
        ("Tuesday, the 2nd of November, 2021", "Tuesday", "", "2021-11-02", "2021-11-02"),
        ("Monday 6 May", "Monday", "", "", ""),
    ],
)
def test_weekdays_of_ranges_and_after_the_date(text: str, weekday: str, to_weekday: str, first: str, last: str) -> None:
    """They belong to the date, and so to its span."""
    (found,) = dates.find(f"It is on {text}, we think.")
    assert (found.text, found.weekday, found.to_weekday) == (text, weekday, to_weekday)
    assert (found.first, found.last) == (first, last)


def test_a_range_that_ends_before_it_begins_is_told_from_a_day_that_is_none() -> None:
    """Both are impossible."""
    (turned,), (none,) = dates.find("on June 12-9, 2025."), dates.find("on June 31, 2025.")
    assert [(found.impossible, found.reversed) for found in (turned, none)] == [(True, True), (True, False)]


def test_an_ordinal_in_capitals_is_a_day() -> None:
    """Headlines and advisories write "NOV. 12TH 2019"."""
    (found,) = dates.find("NOV. 12TH 2019 JINAN")
    assert (found.first, found.day) == ("2019-11-12", 12)
