"""What a release prints of a day must be true of the calendar.

The weekday of each date is computed; of a range, both ends. A date without a
year is taken in the year that puts it nearest to the day of judgement. It is
left open where another year that the paragraph names has the weekday, or where
a year beside that one does and the date is not near enough to be sure. What stays
open may still contradict another weekday of the release: Monday, June 5 and Monday,
June 7 are of no one year.

Params:

* `claim` (claim, required): the dates.
* `sure` (number, 120): how many days away a date without a year may be at most,
  to be sure of its year where the year before or after has the weekday printed.

Outcomes: `weekday` (the date falls on another weekday), `impossible` (no such
day), `reversed` (a range of days or months that ends before it begins) and `among` (two
dates near each other that no year gives the weekdays printed; `other` is the second). Messages may
name the claim's fields; `found` (the date as printed), `day` (the date with its
year), `right` (its weekday), `said` (the weekday printed) and `instead` (the
nearest day that is one).

An example:

    kind: calendar
    outcomes:
      weekday: {severity: error, message: '{day} is a {right}, not a {said}'}
    params: {claim: date}
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from prlint.calendar.said import days_of, in_year, shown, weekday_number
from prlint.document import Span
from prlint.finding import CannotTell, Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.dates import WEEKDAYS
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.calendar.said import Days
    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the dates"),
    "sure": Param("number", 120, about="days within which a date without a year is sure of its year"),
}

OUTCOMES = {
    "weekday": ("found", "day", "said", "right", "instead"),
    "impossible": ("found",),
    "reversed": ("found",),
    "among": ("found", "other"),
}

_YEAR = pattern(r"(?<![\d,.$-])(?:19|20)\d\d(?!\d|,\d)")
#: What follows a date, and not a number of something: "June 31, at noon", but "in June 31 patients".
_AFTER_DATE = pattern(r"[,.;:)?!]|$|\n| (?:at|in|on|to|and|or|for|from|until|through|by|with|the|as|of)\b")
#: The end of a name that is a newspaper's: "The Baltimore Sun, May 4".
_PAPER = pattern(r"\p{L} $")
_OPENS = pattern(r"\b(?P<word>[Ff]rom|[Bb]etween) $")
_LINKS_OF_FROM = frozenset(("to", "through", "until", "-", "–"))
_LINKS_OF_BETWEEN = frozenset(("and",))
_LONGEST_LINK = 10
#: Days between two dates of one season.
_NEAR = 45
#: Every calendar that a year can have, with every one that can follow it.
_YEARS = range(2000, 2028)
#: Another day of a list of days: "May 13, 14 and 15".
_MORE_DAYS = pattern(r"(?:,? (?:and|&|or) |, )\d{1,2}(?!\d|:)")


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each date of which the calendar can say something; one for all that read alike."""
    seen: dict[str, list[Claim]] = {}
    for claim in claims:
        # Most dates: months, quarters, years, and days without a weekday that exist.
        if claim.get("precision") == "day" and (claim.get("weekday") or claim.get("impossible") or _leap(claim)):
            seen.setdefault(" ".join(claim.text.split()), []).append(claim)
    left: list[Claim] = []
    sound: list[Claim] = []
    for alike in seen.values():
        verdict = _verdict(alike, params["sure"], context)
        if isinstance(verdict, CannotTell):
            left.append(alike[0])
        if not isinstance(verdict, Contradicted):
            sound.append(alike[0])
        yield verdict
    if left:
        yield from _among(left, sound, context)
    text = context.release.document.view.text
    for first, second in pairwise(claims):
        if _turned(text, first, second):
            span = Span(first.start, second.end)
            yield Contradicted("reversed", [span], values={**first.fields, "found": text[span.start : span.end]})


def _verdict(alike: Sequence[Claim], sure: int, context: Context) -> Verdict:
    claim = alike[0]
    document = context.release.document
    if claim.get("reversed"):
        return Contradicted("reversed", alike, values={**claim.fields, "found": claim.text})
    days = days_of(claim, context.as_of)
    if claim.get("impossible") or (days is None and _leap(claim) and context.as_of and not claim.get("year")):
        if not claim.get("year") and not _AFTER_DATE.match(document.view.text, claim.end):
            return CannotTell()
        return Contradicted("impossible", alike, values={**claim.fields, "found": claim.text})
    said = claim.string("weekday")
    if not said:
        return Consistent()
    if _newspaper(document, claim, said):
        return CannotTell()
    if days is None:
        return CannotTell("the release's date")
    if _fits(claim, days):
        return Consistent(f"the weekday of {claim.text}")
    if _another_day(document, claim) or (not days.certain and _another_year(document, claim, days, sure, context)):
        return CannotTell()
    return _mismatch(alike, days)


def _among(left: Sequence[Claim], every: Sequence[Claim], context: Context) -> Iterator[Contradicted]:
    """Yields a finding for each date left open whose weekday and that of a date near it are of no one year."""
    document = context.release.document
    alone = [claim for claim in every if _alone(document, claim)]
    told: set[int] = set()
    for claim in left:
        if claim.get("year") or claim not in alone or claim.start in told:
            continue
        against = [
            other
            for other in alone
            if other is not claim
            # Far from the day of judgement, two paragraphs may speak of two years.
            and (not context.as_of or document.block_at(other.start) == document.block_at(claim.start))
            and not _one_year(claim, other)
        ]
        # Of three, the one that contradicts both others is wrong; a date that agrees with some contradicts the wrong one.
        agreeing = [
            other
            for other in alone
            if other is not claim and other not in against and _one_year(claim, other, near=True)
        ]
        if against and (not agreeing or len(against) > len(agreeing)):
            first = against[0]
            values = {**claim.fields, "found": claim.text, "other": first.text}
            places = [claim, *against] if len(against) == 1 and not first.get("year") else [claim]
            told.update(place.start for place in places)
            cited = [] if len(places) > 1 else [Cited(context.release, each.start, each.end) for each in against]
            yield Contradicted("among", places, cited, values=values)


def _alone(document: Document, claim: Claim) -> bool:
    """Says whether a claim is one day with its one weekday, in a paragraph that names no other year."""
    block = document.block_at(claim.start)
    text, year = document.view.text, str(claim.get("year") or "")
    return (
        block is not None
        and not any(claim.get(name) for name in ("to_day", "to_weekday", "impossible", "lent"))
        and claim.string("weekday") != ""
        and not _newspaper(document, claim, claim.string("weekday"))
        and not _another_day(document, claim)
        and all(match[0] == year for match in _YEAR.finditer(text, block.start, block.end))
    )


def _one_year(claim: Claim, other: Claim, *, near: bool = False) -> bool:
    """Says whether some year has both days on their weekdays; two days far apart have one, unless `near` is asked for."""
    found = False
    for year in _YEARS if not other.get("year") else (int(str(other.get("year"))),):
        theirs = in_year(other.fields, year)
        if theirs is None:
            continue
        mine = min(
            (day.first for each in (year - 1, year, year + 1) if (day := in_year(claim.fields, each)) is not None),
            key=lambda day: abs((day - theirs.first).days),
            default=None,
        )
        if mine is None or abs((mine - theirs.first).days) > _NEAR:
            return not near
        if mine.weekday() == weekday_number(claim.string("weekday")) and theirs.first.weekday() == weekday_number(
            other.string("weekday")
        ):
            return True
        found = True
    return not found


def _turned(text: str, first: Claim, second: Claim) -> bool:
    """Says whether two dates are the ends of one range, "from … to …", and the later one stands first."""
    if not (first.get("start") and second.get("start")) or second.start - first.end > _LONGEST_LINK:
        return False
    if second.string("end") >= first.string("start") or first.get("precision") != second.get("precision"):
        return False
    link = text[first.end : second.start].strip()
    before = _OPENS.search(text, max(0, first.start - 12), first.start)
    return before is not None and link in (
        _LINKS_OF_FROM if before.group("word").lower() == "from" else _LINKS_OF_BETWEEN
    )


def _leap(claim: Claim) -> bool:
    return claim.get("month") == 2 and claim.get("day") == 29


def _fits(claim: Claim, days: Days) -> bool:
    """Says whether the printed weekdays are those of the days; one weekday before a range may be that of either end."""
    said, to_said = claim.string("weekday"), claim.string("to_weekday")
    first, last = days.first.weekday(), days.last.weekday()
    if to_said and claim.get("to_day"):
        return weekday_number(said) == first and weekday_number(to_said) == last
    if to_said:
        return first in (weekday_number(said), weekday_number(to_said))
    return weekday_number(said) in (first, last)


def _newspaper(document: Document, claim: Claim, said: str) -> bool:
    """Says whether "Sun" before the date ends a newspaper's name, as a short weekday after another word may."""
    if said not in ("Sun", "Mon", "Sat") or not claim.text.startswith(said):
        return not said[0].isupper()
    return _PAPER.search(document.view.text, max(0, claim.start - 2), claim.start) is not None


def _another_day(document: Document, claim: Claim) -> bool:
    """Says whether the weekdays may be those of a longer list of days, of which the claim is the first."""
    text = document.view.text
    if claim.get("to_weekday") and not claim.get("to_day"):
        return True
    return not claim.get("to_day") and not claim.get("year") and _MORE_DAYS.match(text, claim.end) is not None


def _another_year(document: Document, claim: Claim, days: Days, sure: int, context: Context) -> bool:
    """Says whether another year may be meant: one that the paragraph names, or a neighbour that fits as well."""
    years = set()
    block = document.block_at(claim.start)
    if block is not None:
        years = {int(match.group()) for match in _YEAR.finditer(document.view.text, block.start, block.end)}
    away = abs((days.first - date.fromisoformat(context.as_of or "")).days)
    if away > sure:
        years |= {days.first.year - 1, days.first.year + 1}
    return any(
        _fits(claim, other) for year in years - {days.first.year} if (other := in_year(claim.fields, year)) is not None
    )


def _mismatch(alike: Sequence[Claim], days: Days) -> Contradicted:
    claim = alike[0]
    said, day = claim.string("weekday"), days.first
    # Of a range, the end that is wrong; the first where both are.
    if claim.get("to_weekday") and claim.get("to_day") and weekday_number(said) == day.weekday():
        said, day = claim.string("to_weekday"), days.last
    number = weekday_number(said)
    ahead = (number - day.weekday() + 3) % 7 - 3
    instead = day + timedelta(days=ahead)
    values = {
        **claim.fields,
        "found": claim.text,
        "day": shown(day),
        "right": WEEKDAYS[day.weekday()],
        "said": WEEKDAYS[number],
        "instead": shown(instead),
    }
    return Contradicted("weekday", alike, values=values)
