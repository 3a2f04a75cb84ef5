"""Dates: every day, range, month, quarter, half or year that a release names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text import dates
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS = {
    "start": "the first day it covers, ISO; empty where the text does not settle it (no year, fiscal, impossible)",
    "end": "the last day it covers, ISO; empty likewise",
    "precision": "day, month, quarter, third, half or year",
    "weekday": "the weekday as printed before it, or in brackets after it, or empty; of a range, that of its first day",
    "to_weekday": "the weekday printed of a range's last day, or empty",
    "slot": "header or dateline for the release's own date, else empty",
    "year": "the year printed, 0 where none is",
    "month": "the number of the (first) month, 0 where none is meant",
    "day": "the (first) day of the month, 0 where none is printed",
    "to_month": "the number of the month in which a range ends, 0 where none is printed",
    "to_day": "the last day of a range, 0 where it is none",
    "lent": "of a date without a year, the year it shares with the date after it (May 15 and May 16, 2025), else 0",
    "impossible": "whether the calendar has no such day (June 31, June 12-9)",
    "reversed": "whether it is a range that ends before it begins",
    "fiscal": "whether it is a fiscal year, or a part of one",
}

_SLOTS = {"header-date": "header", "dateline": "dateline"}


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields one claim for each date; its span includes a weekday before it."""
    taken: set[str] = set()
    text = document.view.text
    every = list(dates.find(text))
    for i, found in enumerate(every):
        slot = _SLOTS.get(document.zone_at(found.start), "")
        # A header or dateline has one date of its own: the first that is a day.
        if slot in taken or found.precision != "day":
            slot = ""
        elif not (slot or taken) and _ENDMARK.search(text, max(0, found.start - _MARK), found.start):
            # What the wire's end mark says is the release's date where nothing above did.
            slot = "header"
        if slot:
            taken.add(slot)
        own = found
        if slot == "dateline" and not found.year and not found.impossible:
            own = _dated(document, found, every)
        yield Claim(
            "date",
            found.start,
            found.end,
            found.text,
            {
                "start": own.first,
                "end": own.last,
                "precision": found.precision,
                "weekday": found.weekday,
                "to_weekday": found.to_weekday,
                "slot": slot,
                "year": found.year,
                "month": found.month,
                "day": found.day,
                "to_month": found.to_month,
                "to_day": found.to_day,
                "lent": _lent(text, found, every[i + 1 : i + 2]),
                "impossible": found.impossible,
                "reversed": found.reversed,
                "fiscal": found.fiscal,
            },
        )


#: Days between a dateline without its year and a day that tells the year.
_NEAR = 60
#: A wire's end mark before a date, and its code points.
_ENDMARK = pattern(r"-0-\s{1,3}$")
_MARK = 6
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _dated(document: Document, found: dates.Date, every: list[dates.Date]) -> dates.Date:
    """Returns a dateline's day ("April 18 /PRNewswire/") with the year that the header, or a weekday in the text, proves.

    A day printed with its year and its right weekday, the header's, or the wire's at the end ("-0- 4/18/2001"), tells the year of a day that lies near it. Where
    two years are told, nothing is settled.
    """
    told = set()
    for other in every:
        if other.precision != "day" or not other.year or not other.first:
            continue
        known = date.fromisoformat(other.first)
        if (
            other.weekday[:3] != _WEEKDAYS[known.weekday()]
            and document.zone_at(other.start) != "header-date"
            and not _ENDMARK.search(document.view.text, max(0, other.start - _MARK), other.start)
        ):
            continue
        for year in (other.year - 1, other.year, other.year + 1):
            try:
                own = date(year, found.month, found.day)
            except ValueError:  # February 29
                continue
            if abs((own - known).days) <= _NEAR:
                told.add(own.isoformat())
    iso = told.pop() if len(told) == 1 else ""
    return found._replace(first=iso, last=iso)


#: What stands between two dates that share the year of the second.
_SHARED = pattern(r"(?:,| (?:and|or|to|through|until)|,? ?[-–—&/])+(?: on)? ")


def _lent(text: str, found: dates.Date, after: list[dates.Date]) -> int:
    """Returns the year of the date after, where this one leaves it to that one."""
    if found.year or found.precision != "day":
        return 0
    for following in after:
        if following.precision == "day" and following.year and _SHARED.fullmatch(text, found.end, following.start):
            # "December 30 and January 2, 2026": the first of the two lies in the year before.
            return following.year - (following.month < found.month)
    return 0
