"""When the issuer's fiscal year ends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from prlint.calendar.fiscal import add_months
from prlint.proposal.entry import ONCE, SEVERAL, Entry, Sightings
from prlint.text.dates import last_of_month
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.claim import Release
    from prlint.proposal.subject import Subject

YEAR_END = ("issuer", "fiscal_year_end")

_ANNUAL = frozenset(("10-K", "20-F", "40-F"))
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
#: Right before the day: "for the third quarter ended September 30", "for the fiscal year ended …".
_BEFORE = pattern(
    r"(?i:\b(?:(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?:fiscal )?quarter(?:,? of (?:the )?(?:fiscal )?(?:year )?20\d\d)?"
    r"|(?P<year>(?:fiscal|full|financial) year|years?|fiscal 20\d\d))(?: period)?,?(?: which| that)? (?:ended|ending|ends) (?:on )?)$"
)


class _Told(NamedTuple):
    """What one place says: month and day (ISO) of the year's end."""

    end: str
    start: int


def year_end(subject: Subject) -> Iterator[Entry]:
    """Yields the fiscal year end that annual reports, the words for the year, and quarters with their last days agree on."""
    seen = Sightings(subject.releases)
    odd = Sightings(subject.releases)
    for release in subject.releases:
        for told in _told(release):
            (seen if _whole(told.end) else odd).add(told.end, release, told.start)
    ends = seen.things()
    for end in ends:
        others = [other for other in (*ends, *odd.things()) if other != end]
        doubt = ""
        if others:
            doubt = f"{others[0]} is there too: a changed year, a year of 52 or 53 weeks, or another company's"
        elif seen.count(end) < SEVERAL:
            doubt = ONCE
        yield Entry(YEAR_END, end, end, seen.seen(end), doubt)


def _told(release: Release) -> Iterator[_Told]:
    text = release.document.view.text
    for claim in release.of("filing"):
        whole = claim.get("form") in _ANNUAL and not claim.get("transition") and not claim.get("owner")
        if whole and claim.get("period_end"):
            yield _Told(_month_day(claim.string("period_end")), claim.start)
    names = [claim.string("name") for claim in release.of("company") if claim.string("name")]
    for claim in release.of("date"):
        if claim.string("precision") != "day" or not claim.get("day") or claim.get("impossible"):
            continue
        before = _BEFORE.search(text, max(0, claim.start - 70), claim.start)
        if before is None or not claim.string("end"):
            continue
        start, end = release.document.sentence_at(claim.start)
        # In a sentence about another company the year is that one's.
        if _others(text[start:end], names, release):
            continue
        day = date.fromisoformat(claim.string("end"))
        if before.group("year"):
            yield _Told(_month_day(day.isoformat()), claim.start)
        elif day == last_of_month(day.year, day.month):
            months = (4 - _QUARTERS[before.group("quarter").lower()]) * 3
            yield _Told(_month_day(add_months(day, months).isoformat()), claim.start)


def _others(sentence: str, names: list[str], release: Release) -> bool:
    """Says whether a sentence names a company that is not the release's issuer."""
    own = release.issuer.split()[:1]
    return any(name in sentence and name.split()[:1] != own for name in names)


def _month_day(day: str) -> str:
    """Returns month and day; 02-29 is the end of every February."""
    return "02-29" if day[5:] == "02-28" else day[5:]


def _whole(end: str) -> bool:
    """Says whether a year that ends so ends with a month, and so on the same day each year."""
    month, day = (int(part) for part in end.split("-"))
    return day == last_of_month(2000, month).day
