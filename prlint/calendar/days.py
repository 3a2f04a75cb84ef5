"""Business days: weekends, holidays from dated rules, and single closed days.

The rules are plain data (`rules/lists/federal-holidays.yaml`), given by the
caller; nothing here knows a holiday by name.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SATURDAY, _SUNDAY = 5, 6
_DAY = timedelta(days=1)


class BusinessDays:
    """Says which days are business days, and why others are not. A year is computed when first asked for."""

    __slots__ = ("_closed", "_data", "_unsure", "_years")

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data` holds `holidays`, `observed` and `closed` as in federal-holidays.yaml."""
        self._data = data
        self._years: dict[int, dict[date, str]] = {}
        self._closed = {day_of(row["date"]): str(row["name"]) for row in data.get("closed") or ()}
        self._unsure = {day_of(row["date"]) for row in data.get("closed") or () if not row.get("verified", True)}

    def closed(self, day: date) -> str:
        """Returns why `day` is no business day ("Saturday", a holiday's name), or an empty string."""
        if day.weekday() >= _SATURDAY:
            return "Saturday" if day.weekday() == _SATURDAY else "Sunday"
        return self._holidays(day.year).get(day) or self._closed.get(day, "")

    def surely_closed(self, day: date) -> str:
        """Returns the same as `closed`, leaving out single days that are not verified."""
        return "" if day in self._unsure else self.closed(day)

    def roll(self, day: date) -> date:
        """Returns `day` if it is a business day, else the next one (17 CFR 240.0-3(a))."""
        while self.closed(day):
            day += _DAY
        return day

    def holidays(self, year: int) -> dict[date, str]:
        """Returns the days of a calendar year on which a holiday is observed, with its name."""
        return dict(self._holidays(year))

    def _holidays(self, year: int) -> dict[date, str]:
        found = self._years.get(year)
        if found is None:
            found = self._years[year] = dict(self._observed(year))
        return found

    def _observed(self, year: int) -> Iterable[tuple[date, str]]:
        shifts = {_WEEKDAYS.index(name): int(days) for name, days in (self._data.get("observed") or {}).items()}
        # A 1 January that is a Saturday is observed on 31 December of the year before.
        for of_year in (year, year + 1):
            for row in self._data.get("holidays") or ():
                day = _holiday(row, of_year)
                if day is None or not in_force(row, day):
                    continue
                observed = day + shifts.get(day.weekday(), 0) * _DAY
                if observed.year == year:
                    yield observed, str(row["name"])


def day_of(value: object) -> date:
    """Returns the day that an ISO string (or a date) in a list stands for; raises ValueError."""
    return date.fromisoformat(str(value))


def in_force(row: Mapping[str, Any], day: date) -> bool:
    """Says whether `day` lies between a row's valid_from and valid_to, both included."""
    first, last = row.get("valid_from"), row.get("valid_to")
    return (not first or day_of(first) <= day) and (not last or day <= day_of(last))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Returns the nth Monday (0) … Sunday (6) of a month, counted from its end where `nth` is negative."""
    if nth > 0:
        first = date(year, month, 1)
        day = first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * _DAY
    else:
        last = date(year + month // 12, month % 12 + 1, 1) - _DAY
        day = last - ((last.weekday() - weekday) % 7 + 7 * (-nth - 1)) * _DAY
    return day if day.month == month else None


def _holiday(row: Mapping[str, Any], year: int) -> date | None:
    month = int(row["month"])
    if row.get("weekday"):
        return nth_weekday(year, month, _WEEKDAYS.index(str(row["weekday"]).lower()), int(row["nth"]))
    return date(year, month, int(row["day"]))
