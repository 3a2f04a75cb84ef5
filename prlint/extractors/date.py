"""Dates: every day, range, month, quarter, half or year that a release names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text import dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS = {
    "start": "the first day it covers, ISO; empty where the text does not settle it (no year, fiscal, impossible)",
    "end": "the last day it covers, ISO; empty likewise",
    "precision": "day, month, quarter, third, half or year",
    "weekday": "the weekday as printed before it, or empty",
    "slot": "header or dateline for the release's own date, else empty",
    "year": "the year printed, 0 where none is",
    "month": "the number of the (first) month, 0 where none is meant",
    "day": "the (first) day of the month, 0 where none is printed",
    "impossible": "whether the calendar has no such day (June 31)",
    "fiscal": "whether it is a fiscal year, or a part of one",
}

_SLOTS = {"header-date": "header", "dateline": "dateline"}


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields one claim for each date; its span includes a weekday before it."""
    taken: set[str] = set()
    for found in dates.find(document.view.text):
        slot = _SLOTS.get(document.zone_at(found.start), "")
        # A header or dateline has one date of its own: the first that is a day.
        if slot in taken or found.precision != "day":
            slot = ""
        elif slot:
            taken.add(slot)
        yield Claim(
            "date",
            found.start,
            found.end,
            found.text,
            {
                "start": found.first,
                "end": found.last,
                "precision": found.precision,
                "weekday": found.weekday,
                "slot": slot,
                "year": found.year,
                "month": found.month,
                "day": found.day,
                "impossible": found.impossible,
                "fiscal": found.fiscal,
            },
        )
