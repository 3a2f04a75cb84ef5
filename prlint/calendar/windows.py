"""Which days a due covers: `mid-2025` is 1 May to 31 August, `year-end` 31 December, "early" the first third.

What the text leaves out comes from the day on which it was said, and a fiscal
period from the issuer's fiscal year. Where the words have two readings (a
quarter, of a company whose year does not end in December) the window holds both.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from prlint.calendar import fiscal
from prlint.text.dates import last_of_month, make

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.calendar.fiscal import YearEnd

_DAY = timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_COUNTED = {"days": 1, "weeks": 7, "months": 31}

#: Relations that give no day by which something is due: it may be done ever after, or goes on.
OPEN = frozenset(
    ("after", "following", "from", "since", "no earlier than", "not before", "no sooner than", "as early as", "as soon as",
     "at the earliest in", "until", "till", "through", "throughout", "not expected before", "not expected until",
     *(f"{word}{on}" for word in ("beginning", "starting", "commencing") for on in ("", " in", " on", " from")))
)  # fmt: skip
#: Relations that leave some days of room.
_LOOSE = frozenset(("around", "about", "approximately", "on or about", "on or around"))
_ROOM = timedelta(days=31)


class Window(NamedTuple):
    """The first and the last day on which something is due; `certain` says that the text names the year."""

    first: date
    last: date
    certain: bool


def window(due: Mapping[str, object], said: date | None, year_end: YearEnd | None = None) -> Window | None:
    """Returns the days of a due as `prlint.text.dues` reads it, None where nothing settles them.

    `due` has the fields of `Due`; `said` is the day of the text. A relation
    without an end ("no earlier than") has no window.
    """
    relation, unit = str(due.get("relation") or ""), str(due.get("unit") or "")
    if relation in OPEN or not unit:
        return None
    count = _whole(due, "many")
    if count:
        return Window(said, said + count * _COUNTED[unit] * _DAY, True) if said and unit in _COUNTED else None
    found = _resolved(due, said, year_end)
    if found is None:
        return None
    first, last, certain = found
    if relation in ("before", "prior to"):
        # "Before year-end" leaves the year; "before the third quarter" ends with the second.
        last = last if due.get("part") == "end" else first - _DAY
        first = min(first, last)
    elif relation in _LOOSE:
        last += _ROOM
    return Window(first, last, certain)


def _resolved(due: Mapping[str, object], said: date | None, year_end: YearEnd | None) -> Window | None:
    """Returns the window in the year printed, in the one meant (this, next), or in the first one not past."""
    year, which = _whole(due, "year"), due.get("which")
    if year:
        return _in_year(due, year, year_end, certain=True)
    if said is None:
        return None
    unit = str(due.get("unit"))
    if which and unit in ("quarter", "month") and not _whole(due, "number") and not _whole(due, "month"):
        months = _MONTHS[unit]
        index = said.year * 12 + (said.month - 1) // months * months + (months if which == "next" else 0)
        first = date(index // 12, index % 12 + 1, 1)
        return _part(first, months, str(due.get("part") or ""), certain=False)
    if which:
        return _in_year(due, said.year + (which == "next"), year_end, certain=False)
    found = _in_year(due, said.year, year_end, certain=False)
    if found is not None and found.last < said:
        return _in_year(due, said.year + 1, year_end, certain=False)
    return found


def _in_year(due: Mapping[str, object], year: int, year_end: YearEnd | None, *, certain: bool) -> Window | None:
    unit, part = str(due.get("unit")), str(due.get("part") or "")
    month, day = _whole(due, "month"), _whole(due, "day")
    if not 1900 <= year <= 2199:
        return None
    if unit == "day":
        only = make(year, month, day)
        return Window(only, only, certain) if only else None
    if unit == "month":
        return _part(date(year, month, 1), 1, part, certain=certain)
    months = _MONTHS.get(unit)
    if months is None:
        return None
    number = _whole(due, "number") or 1
    if number * months > 12:
        return None
    to = max(number, _whole(due, "number_to"))
    to = to if to * months <= 12 else number
    own = year_end is not None and (year_end.month, year_end.day, year_end.how) != (12, 31, "fixed")
    if due.get("fiscal"):
        return _fiscal(year, number, to, months, part, year_end, certain=certain) if year_end else None
    first = date(year, (number - 1) * months + 1, 1)
    found = _part(first, (to - number + 1) * months, part, certain=certain)
    if own and unit != "year" and not due.get("calendar"):
        also = _fiscal(year, number, to, months, part, year_end, certain=certain)
        if also is not None:
            return Window(min(found.first, also.first), max(found.last, also.last), certain)
    return found


def _fiscal(
    year: int, number: int, to: int, months: int, part: str, rule: YearEnd | None, *, certain: bool
) -> Window | None:
    """Returns a part of a fiscal year; of the two that some retailers' names may mean, from the first to the last."""
    if rule is None:
        return None
    firsts, lasts = [], []
    for end in fiscal.ends_of(rule, year):
        before = fiscal.last_end(rule, end - _DAY)
        marks = (before, *fiscal.quarter_ends(rule, before), end)
        quarters = months // 3
        first, last = marks[(number - 1) * quarters] + _DAY, marks[to * quarters]
        third = (last - first + _DAY) / 3
        if part == "early":
            last = first + third
        elif part == "mid":
            first, last = first + third, last - third
        elif part == "late":
            first = last - third
        elif part == "end":
            first = last
        firsts.append(first)
        lasts.append(last)
    return Window(min(firsts), max(lasts), certain)


def _part(first: date, months: int, part: str, *, certain: bool) -> Window:
    """Returns a part of a period of whole months: a third of it, its last day, or all."""
    index = first.year * 12 + first.month - 1
    last = last_of_month(*_month(index + months - 1))
    if part == "end":
        return Window(last, last, certain)
    if part not in ("early", "mid", "late"):
        return Window(first, last, certain)
    third = ("early", "mid", "late").index(part)
    if months % 3:
        cuts = (first - _DAY, first + 9 * _DAY, first + 19 * _DAY, last)
        return Window(cuts[third] + _DAY, cuts[third + 1], certain)
    size = months // 3
    year, month = _month(index + third * size)
    return Window(date(year, month, 1), last_of_month(*_month(index + (third + 1) * size - 1)), certain)


def _month(index: int) -> tuple[int, int]:
    return index // 12, index % 12 + 1


def _whole(due: Mapping[str, object], name: str) -> int:
    value = due.get(name)
    return value if isinstance(value, int) else 0
