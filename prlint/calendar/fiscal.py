"""Fiscal years: when they end, by a fixed day or by the 52/53-week rule.

A rule is written in a profile as `"12-31"`, as `{nearest: saturday, to: "01-31"}`
or as `{last: saturday, of: "09"}`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = timedelta(days=1)

#: Shortest and longest fiscal year of 52 or 53 weeks, in days.
WEEKS_52, WEEKS_53 = 364, 371


class YearEnd(NamedTuple):
    """When fiscal years end: on month and day, or on a weekday `nearest` to it or `last` before it.

    `weekday` is 0 (Monday) to 6; `how` is fixed, nearest or last. A day beyond
    the month's end stands for its last day, so that 02-29 is the end of every February.
    """

    month: int
    day: int
    how: str = "fixed"
    weekday: int = 0


def read_rule(value: object) -> YearEnd | None:
    """Returns the rule that a profile states; None where it states none.

    Raises ValueError with a plain sentence where it cannot be read.
    """
    if value is None or value == "":
        return None
    if isinstance(value, YearEnd):
        return value
    if isinstance(value, str):
        month, day = _month_day(value)
        return YearEnd(month, day)
    if isinstance(value, dict) and "nearest" in value and "to" in value:
        month, day = _month_day(value["to"])
        return YearEnd(month, day, "nearest", _weekday(value["nearest"]))
    if isinstance(value, dict) and "last" in value and "of" in value:
        month = _whole(value["of"])
        if not 1 <= month <= 12:
            raise ValueError(f'"{value["of"]}" is no month; write it as a number, 1 to 12')
        return YearEnd(month, 31, "last", _weekday(value["last"]))
    raise ValueError('a fiscal year end is "12-31", {nearest: saturday, to: "01-31"} or {last: saturday, of: "09"}')


def end_in(rule: YearEnd, year: int) -> date:
    """Returns the year end whose anchor (month and day) lies in `year`; it can fall into the next January."""
    anchor = _clamped(year, rule.month, rule.day)
    if rule.how == "fixed":
        return anchor
    back = (anchor.weekday() - rule.weekday) % 7
    if rule.how == "last" or back <= 3:
        return anchor - back * _DAY
    return anchor + (7 - back) * _DAY


def next_end(rule: YearEnd, day: date) -> date:
    """Returns the first year end after `day`."""
    return next(end for end in _around(rule, day) if end > day)


def last_end(rule: YearEnd, day: date) -> date:
    """Returns the last year end on or before `day`."""
    return max(end for end in _around(rule, day) if end <= day)


def is_end(rule: YearEnd, day: date) -> bool:
    """Says whether a fiscal year ends on `day`."""
    return day in tuple(_around(rule, day))


def ends_of(rule: YearEnd, fiscal_year: int) -> tuple[date, ...]:
    """Returns the days on which "fiscal 2024" may end, earliest first.

    A year that ends in February to December is named after the year it ends
    in; one that ends in or near January is named by some after that year and
    by others (most retailers) after the year before, so there are two.
    """
    own = end_in(rule, fiscal_year)
    if rule.month == 1 or (rule.month == 2 and rule.day <= 7):
        return own, end_in(rule, fiscal_year + 1)
    return (own,)


def next_ends(cited: date) -> tuple[date, date]:
    """Returns the earliest and the latest day on which the year after the one that ended on `cited` can end.

    Without a rule the cited day itself tells: the end of a month comes back
    a year later; any other day near the end of a month is that of a 52/53-week year.
    """
    if (cited + _DAY).day == 1:
        end = _clamped(cited.year + 1, cited.month, 31)
        return end, end
    return cited + WEEKS_52 * _DAY, cited + WEEKS_53 * _DAY


def quarter_ends(rule: YearEnd, year_end: date) -> tuple[date, date, date]:
    """Returns the ends of the first three quarters of the fiscal year after `year_end`.

    For a fixed rule these are ends of months (or the same day of them); for a
    52/53-week rule, 13, 26 and 39 weeks on, which is what all but a few do.
    """
    if rule.how != "fixed":
        return year_end + 91 * _DAY, year_end + 182 * _DAY, year_end + 273 * _DAY
    first, second, third = (add_months(year_end, months) for months in (3, 6, 9))
    return first, second, third


def add_months(day: date, months: int) -> date:
    """Returns the same day so many months on; the end of a month stays the end of a month."""
    index = day.year * 12 + day.month - 1 + months
    ends_month = (day + _DAY).day == 1
    return _clamped(index // 12, index % 12 + 1, 31 if ends_month else day.day)


def _around(rule: YearEnd, day: date) -> Iterator[date]:
    for year in (day.year - 2, day.year - 1, day.year, day.year + 1, day.year + 2):
        yield end_in(rule, year)


def _clamped(year: int, month: int, day: int) -> date:
    last = date(year + month // 12, month % 12 + 1, 1) - _DAY
    return last if day >= last.day else date(year, month, day)


def _month_day(value: object) -> tuple[int, int]:
    month, _, day = str(value).partition("-")
    if not (month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        raise ValueError(f'"{value}" is no day of the year; write month and day, as in "12-31"')
    _clamped(2000, int(month), int(day))
    return int(month), int(day)


def _whole(value: object) -> int:
    return int(str(value)) if str(value).isdecimal() else 0


def _weekday(value: object) -> int:
    name = str(value).lower()
    if name not in _WEEKDAYS:
        raise ValueError(f'"{value}" is no weekday')
    return _WEEKDAYS.index(name)
