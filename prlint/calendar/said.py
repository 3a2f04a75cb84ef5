"""Which days a date claim means, where its text leaves out the year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from prlint.text import dates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.claim import Claim, Value
    from prlint.document import Document
    from prlint.text.patterns import Pattern


class Days(NamedTuple):
    """The first and the last day; `certain` says that the text names the year."""

    first: date
    last: date
    certain: bool


def days_of(claim: Claim, as_of: str | None) -> Days | None:
    """Returns the days of a date claim, None where nothing settles them.

    A date without a year takes the year of the date that it stands beside, else
    the year that puts it nearest to `as_of` (ISO). A fiscal period and a day
    that no calendar has have no days.
    """
    start = claim.string("start")
    if start:
        return Days(date.fromisoformat(start), date.fromisoformat(claim.string("end")), True)
    if claim.get("impossible") or claim.get("fiscal") or claim.get("year") or not claim.get("day"):
        return None
    lent = claim.get("lent")
    if lent:
        return in_year(claim.fields, int(str(lent)), certain=True)
    if not as_of:
        return None
    reference = date.fromisoformat(as_of)
    found = dates.resolve(_written(claim.fields), reference)
    if not found.first:
        return None
    return Days(date.fromisoformat(found.first), date.fromisoformat(found.last), False)


def in_year(fields: Mapping[str, Value], year: int, *, certain: bool = False) -> Days | None:
    """Returns the days that a month and day (and the end of a range) have in a year, None where it has no such days."""
    written = _written(fields)
    first = dates.make(year, written.month, written.day)
    if first is None:
        return None
    if not written.to_day:
        return Days(first, first, certain)
    to_month = written.to_month or written.month
    last = dates.make(year + (to_month < written.month), to_month, written.to_day)
    return None if last is None or last < first else Days(first, last, certain)


def weekday_number(written: str) -> int:
    """Returns 0 (Monday) to 6 for a weekday as printed, whole or shortened; raises ValueError for anything else."""
    short = written[:3].lower()
    if short not in _WEEKDAYS:
        raise ValueError(f'"{written}" is no weekday')
    return _WEEKDAYS.index(short)


def shown(day: date) -> str:
    """Returns a day as a message shows it: May 6, 2025."""
    return f"{dates.MONTHS[day.month - 1]} {day.day}, {day.year}"


_WEEKDAYS = tuple(name[:3].lower() for name in dates.WEEKDAYS)


def _written(fields: Mapping[str, Value]) -> dates.Date:
    month, day, to_month, to_day = (int(str(fields.get(name) or 0)) for name in ("month", "day", "to_month", "to_day"))
    return dates.Date(0, 0, "", "", "", "day", 0, month, day, to_month=to_month, to_day=to_day)


def governed(document: Document, claim: Claim, patterns: Sequence[Pattern]) -> bool:
    """Says whether one of the patterns, each written to end with `$`, ends in the claim's sentence where the claim begins."""
    sentence = document.sentence_at(claim.start)
    return any(each.search(document.view.text, sentence.start, claim.start) is not None for each in patterns)
