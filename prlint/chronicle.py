"""What the releases of one issuer say over time, as data for people to look at.

A `Course` is one fact with each value that it was given, oldest first. Values
stand beside each other rather than in a row of changes: releases that disagree
are seen as two values whose days overlap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from prlint.finding import Evidence
    from prlint.report import Stand


class Told(NamedTuple):
    """A release: `date` is ISO or None, `again` the path of the later one that repeats or corrects it, or empty."""

    path: str
    sha256: str
    date: str | None
    headline: str
    again: str = ""


class Value(NamedTuple):
    """What is said, as first printed; `said` is its first place, `releases` are the numbers of those that say it.

    `words` are those around the first place, where the value alone does not tell enough; else empty.
    """

    text: str
    said: Evidence
    releases: tuple[int, ...]
    words: str = ""


class Course(NamedTuple):
    """What is said of `subject` (empty for the issuer) about one fact, by day of the first release that says so."""

    group: str
    subject: str
    fact: str
    values: tuple[Value, ...]

    @property
    def changed(self) -> bool:
        """Says that a release gave it a value that the first ones to speak of it did not."""
        begun = min(value.releases[0] for value in self.values)
        return any(value.releases[0] > begun for value in self.values)

    @property
    def releases(self) -> int:
        """Returns how many releases speak of it."""
        return len({number for value in self.values for number in value.releases})


class Chronicle(NamedTuple):
    """One issuer: its name as last printed, its releases (oldest first, undated ones before), and what they say.

    `stands` are what is said of each asset's phase, for a picture; `phases` the
    same as courses. A part is empty where nothing is said, or nobody asked.
    """

    issuer: str
    listed: str
    releases: tuple[Told, ...]
    stands: tuple[Stand, ...]
    phases: tuple[Course, ...]
    names: tuple[Course, ...]
    people: tuple[Course, ...]
    filings: tuple[Course, ...]
    contacts: tuple[Course, ...]
    facts: tuple[Course, ...]
