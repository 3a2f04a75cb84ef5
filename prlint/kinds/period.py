r"""The quarter that a release reports must be one thing: headline, lead, tables and the invitation to the call.

The headline's quarter is the release's own. A quarter and its last day settle
when the fiscal year ends, and so which year the quarter may be called after.

Params:

* `claim` (claim, required): the dates, for the days on which periods end.
* `results` (patterns, required): words of a headline, lead or invitation that
  speaks of results.
* `compared` (patterns, none): words before a quarter that is there to compare with.
* `call` (patterns, none): words of a sentence that invites to a call.
* `old` (number, 456): days after its quarter at which a headline is out of date.

Outcomes: `lead` (the lead reports another quarter than the headline), `call`
(the call is about another quarter), `year` (a quarter that ended on such a day
is not one of that year), `table` (no three months in the text end when the
reported quarter does) and `old`. Messages may name `found` and `other` (the two
as printed; `other` is the headline's or the reported one's) and `apart` (days).

An example:

    kind: period
    outcomes:
      lead: {severity: error, message: 'the headline reports {other}, the lead {found}'}
    params:
      claim: date
      results: ['\b(?:results|earnings)\b']
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from prlint.calendar.fiscal import add_months
from prlint.document import Span
from prlint.finding import CannotTell, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.dates import MONTHS, last_of_month
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the dates"),
    "results": Param("patterns", about="words of a sentence that speaks of results"),
    "compared": Param("patterns", (), about="words before a quarter that is there to compare with"),
    "call": Param("patterns", (), about="words of a sentence that invites to a call"),
    "old": Param("number", 456, about="days after its quarter at which a headline is out of date"),
}

OUTCOMES = {
    "lead": ("found", "other"),
    "call": ("found", "other"),
    "year": ("found", "other"),
    "table": ("found", "other"),
    "old": ("found", "apart"),
}

_QUARTER = pattern(
    r"""\b(?:(?P<before>20\d\d)[ ])?(?:(?P<word>first|second|third|fourth|[1-4](?:st|nd|rd|th))[- ](?:fiscal[ ])?quarter|Q(?P<q>[1-4])|(?P<first>[1-4])Q)(?![a-z])
    (?:(?:[ ]of)?(?:[ ](?:the|its|our))?(?:[ ](?:fiscal|financial)(?:[ ]year)?)?(?:,?[ ]|-)?(?:FY[ ]?)?'?(?P<year>20\d\d|(?<=')\d\d|(?<=Q)\d\d)(?!\d|[,.%]\d))?""",
    "xi",
)
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
#: Between a quarter and the results it is of: "second quarter 2025 (unaudited) financial results", "results for its second quarter".
_AFTER = pattern(
    r"(?i:(?:[ ,(]+(?:and|year-end|full[- ]year|six[- ]month|nine[- ]month|first[- ]half|half[- ]year|20\d\d|unaudited|preliminary|financial|operating|operational|business|corporate|consolidated|record|interim|strong|fiscal|year|the|for)\)?)*[ ]+(?:results|earnings)\b)"
)
_BEFORE = pattern(
    r"(?i:\b(?:results|earnings|net (?:income|loss|earnings)(?: and (?:earnings|income|loss) per (?:diluted )?(?:common )?share)?)(?: and [\w ]{3,40}?)? (?:for|of|from|in) (?:the |its |our )?(?:company's )?(?:unaudited |fiscal )*$)"
)
#: "Fourth Quarter and Year-end 2025": the year is of both.
_AND_YEAR = pattern(
    r"(?i: and (?:the )?(?:full[- ]?year|fiscal[- ]year|year[- ]?end|year|twelve[- ]months?|nine[- ]months?|six[- ]months?|first[- ]half)) (?:ended )?(?P<year>20\d\d)(?![\d%]|[,.]\d)"
)
_ENDED = pattern(
    r"(?i:(?:quarter(?: and (?:the )?(?:full |fiscal )?year)?|(?:three|3)[- ]months?)(?: period)?(?: of (?:the )?(?:fiscal )?(?:year )?20\d\d)?,?(?: which| that)? ended (?:on )?$)"
)
#: The same with the day.
_ENDED_ON = pattern(
    r"(?i:\b(?:quarter|(?:three|3)[- ]months?)(?: period)?,?(?: which| that)? ended (?:on )?\p{L}{3,9}\.? \d)"
)
_THREE_MONTHS = pattern(
    rf"(?i:\b(?:three|3)[- ]months (?:period )?ended,? (?P<month>{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?) \d)"
)


_GOES_ON = pattern(r"(?i:\b(?:announces|reports|announced|reported|releases|provides|posts)[ ]*$)")


class _Label(NamedTuple):
    """A quarter as a text names it; `year` is 0 where it names none."""

    start: int
    end: int
    text: str
    number: int
    year: int


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields verdicts for a release whose headline reports the results of one quarter."""
    document = context.release.document
    own = _headline(document, params)
    if own is None:
        return
    release = Span(own.start, own.end)
    for outcome, found in _others(document, own, params):
        if found.number != own.number or (found.year and own.year and found.year != own.year):
            yield Contradicted(outcome, [Span(found.start, found.end), release], values=_values(found.text, own.text))
        else:
            yield Consistent(f"the quarter reported: {own.text}")
    ended = _ended(document, claims)
    if ended is not None:
        day = date.fromisoformat(ended.string("end"))
        if own.year and own.year not in _years(own.number, day):
            yield Contradicted("year", [release, ended], values=_values(own.text, ended.text))
        else:
            yield from _tables(document, ended, day)
    if own.year and context.as_of:
        closed = last_of_month(own.year, own.number * 3)
        apart = (date.fromisoformat(context.as_of) - closed).days
        if apart > params["old"]:
            yield Contradicted("old", [release], values={"found": own.text, "apart": apart})


def _values(found: str, other: str) -> dict[str, object]:
    return {"found": found, "other": other}


def _headline(document: Document, params: Mapping[str, Any]) -> _Label | None:
    """Returns the quarter whose results the headline reports, None where it names none or several."""
    text = document.view.text
    goes_on = False
    for zone in document.zones:
        # "ARDENTA CORPORATION ANNOUNCES ¶ FIRST QUARTER 2026 FINANCIAL RESULTS"
        if zone.name != "headline" and not (goes_on and zone.name == "subhead"):
            continue
        goes_on = zone.name == "headline" and _GOES_ON.search(text, zone.start, zone.end) is not None
        if not _any(params["results"], text, zone.start, zone.end):
            continue
        labels = [
            label
            for label in _labels(text, zone.start, zone.end)
            if _of_results(text, label) and not _compares(text, zone.start, label, params)
        ]
        if len({(label.number, label.year) for label in labels}) == 1:
            return labels[0]
    return None


def _others(document: Document, own: _Label, params: Mapping[str, Any]) -> Iterator[tuple[str, _Label]]:
    """Yields the quarters whose results the lead reports, and those that a call is about."""
    text = document.view.text
    for zone in document.zones:
        if zone.name not in ("lead", "body"):
            continue
        told = next(_ENDED_ON.finditer(text, zone.start, zone.end), None) if zone.name == "lead" else None
        for label in _labels(text, zone.start, zone.end):
            sentence = document.sentence_at(label.start)
            # Where the lead has said which quarter it reports, what follows is of others: "results for 2024 are restated".
            if told and sentence.start > told.start():
                break
            if not _of_results(text, label) or _compares(text, sentence.start, label, params):
                continue
            if _any(params["call"], text, sentence.start, sentence.end):
                yield "call", label
            elif zone.name == "lead":
                yield "lead", label


def _labels(text: str, start: int, end: int) -> Iterator[_Label]:
    for match in _QUARTER.finditer(text, start, end):
        word = (match["word"] or match["q"] or match["first"]).lower()
        with_year = _AND_YEAR.match(text, match.end(), end)
        year = match["before"] or match["year"] or (with_year["year"] if with_year else "0")
        yield _Label(
            match.start(),
            match.end(),
            match.group(),
            _NUMBERS.get(word) or int(word[0]),
            int(year) + (2000 if len(year) == 2 else 0),
        )


def _of_results(text: str, label: _Label) -> bool:
    """Says whether the quarter's results are meant, and not an event or a plan in it."""
    return (
        _AFTER.match(text, label.end) is not None
        or _BEFORE.search(text, max(0, label.start - 80), label.start) is not None
    )


def _compares(text: str, start: int, label: _Label, params: Mapping[str, Any]) -> bool:
    return _any(params["compared"], text, max(start, label.start - 60), label.start)


def _any(patterns: Sequence[Any], text: str, start: int, end: int) -> bool:
    return any(each.search(text, start, end) is not None for each in patterns)


def _ended(document: Document, claims: Sequence[Claim]) -> Claim | None:
    """Returns the day on which the lead says that the quarter ended: the first that it names."""
    for claim in claims:
        if (
            claim.get("start")
            and claim.get("precision") == "day"
            and document.zone_at(claim.start) == "lead"
            and _ENDED.search(document.view.text, max(0, claim.start - 80), claim.start)
        ):
            return claim
    return None


def _years(number: int, day: date) -> tuple[int, ...]:
    """Returns the years that a quarter ending on a day may be called after.

    That in which its fiscal year ends; for one that ends in winter or spring,
    the year before too, as retailers do.
    """
    # A quarter of 13 weeks may end a few days into the next month.
    month = day if day.day > 7 else add_months(day.replace(day=1), -1)
    end = add_months(month.replace(day=1), 3 * (4 - number))
    return (end.year, end.year - 1) if end.month <= 6 else (end.year,)


def _tables(document: Document, ended: Claim, day: date) -> Iterator[Verdict]:
    text = document.view.text
    found = [match for match in _THREE_MONTHS.finditer(text) if match.start() > ended.end]
    if not found:
        return
    months = {match["month"][:3].lower() for match in found}
    near = {MONTHS[(day.month - 1 + shift) % 12][:3].lower() for shift in ((0,) if 7 < day.day < 24 else (-1, 0, 1))}
    if months & near:
        yield Consistent(f"three months ended {ended.text}")
    elif len(months) == 1:
        yield Contradicted(
            "table", [Span(match.start(), match.end("month")) for match in found] + [Span(ended.start, ended.end)],
            values=_values(found[0].group()[: found[0].end("month") - found[0].start()], ended.text),
        )  # fmt: skip
    else:
        yield CannotTell()
