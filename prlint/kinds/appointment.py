r"""One appointment has one date and one hour.

An appointment is told at several places of a release: in the headline, in the
lead, in the lines that invite to it. Where an event has a name, its dates are
compared wherever the name stands; two days within one span of days agree. An
appointment without a name (the conference call) is found by wording, and only
where the release speaks of a single one.

Params:

* `claim` (claim, required): `event` for events with names, `time` for
  appointments found by wording.
* `same` (fields, none): for events, what makes two mentions one event; a
  mention in which one of them is empty is left out.
* `date` (field, none): for events, the date as printed.
* `wording` (patterns, none): for times, what a sentence has that tells of the
  appointment.
* `other` (patterns, none): for times, words of a sentence that tells of
  something else (a replay, another call).

Outcomes: `day` (two days) and `hour` (one day, two hours). Messages may name
`found` and `other`, as printed.

An example:

    kind: appointment
    outcomes:
      day: {severity: warning, message: '{found} here, {other} elsewhere'}
    params: {claim: event, same: [stem, head], date: date}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.calendar.said import days_of, in_year
from prlint.finding import Consistent, Contradicted
from prlint.registry import Param
from prlint.text import dates
from prlint.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.calendar.said import Days
    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="event, or time"),
    "same": Param("fields", (), about="for events, what makes two mentions one event"),
    "date": Param("field", "", about="for events, the date as printed"),
    "wording": Param("patterns", (), about="for times, what a sentence has that tells of the appointment"),
    "other": Param("patterns", (), about="for times, words of a sentence that tells of something else"),
}

_FIELDS = ("found", "other")
OUTCOMES = {"day": _FIELDS, "hour": _FIELDS}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each event with two dates, or for the appointment that the release tells of twice."""
    if params["date"]:
        yield from _events(claims, params)
    elif len(claims) > 1:
        yield from _times(claims, params, context)


def _events(claims: Sequence[Claim], params: Mapping[str, Any]) -> Iterator[Verdict]:
    by_name: dict[tuple[str, ...], list[tuple[Claim, Days]]] = {}
    for claim in claims:
        name = tuple(folded(claim.string(field), ("case", "plural")) for field in params["same"])
        days = _printed(claim.string(params["date"]), claim.string("year")) if all(name) else None
        if days is not None:
            by_name.setdefault(name, []).append((claim, days))
    for mentions in by_name.values():
        (first, first_days), *others = mentions
        for claim, days in others:
            # Two single days may be two sessions; a span of days is the event's own.
            whole = first_days.first != first_days.last or days.first != days.last
            same_year = first_days.first.year == days.first.year
            if whole and same_year and (days.last < first_days.first or first_days.last < days.first):
                values = {**claim.fields, "found": claim.string(params["date"]), "other": first.string(params["date"])}
                yield Contradicted("day", [first, claim], values=values)
                break
        else:
            if others:
                yield Consistent(first.text)


def _printed(written: str, year: str) -> Days | None:
    """Returns the days of a date as printed after an event's name; a year that it leaves out is the event's own, or any."""
    found = dates.read(written) if written else None
    if found is None or not found.day or found.impossible:
        return None
    return in_year(found._asdict(), found.year or int(year or 2000))


def _times(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    told = [
        claim
        for claim in claims
        if not claim.get("invalid") and not claim.get("same") and _tells(context.release.document, claim, params)
    ]
    dated = [(claim, days) for claim in told if (days := days_of(claim, context.as_of)) is not None]
    spans = {(each.first, each.last) for _, each in dated}
    if not dated or len(told) < 2:
        return
    hours = {(claim.get("hour"), claim.get("minute"), claim.get("zone")) for claim in told}
    # Two days and two hours are two appointments; so are three days.
    if len(spans) == 2 and len(hours) == 1:
        first = dated[0]
        second = next(each for each in dated if each[1].first != first[1].first or each[1].last != first[1].last)
        yield Contradicted("day", [first[0], second[0]], values=_shown(second, first))
    elif len(spans) == 1 and len(hours) == 2 and len({claim.get("zone") for claim in told}) == 1:
        one = told[0]
        two = next(
            claim for claim in told if claim.get("hour") != one.get("hour") or claim.get("minute") != one.get("minute")
        )
        yield Contradicted("hour", [one, two], values={"found": two.text, "other": one.text})
    elif len(spans) == 1 and len(hours) == 1:
        yield Consistent(told[0].text)


def _tells(document: Document, claim: Claim, params: Mapping[str, Any]) -> bool:
    text = document.view.text
    sentence = document.sentence_at(claim.start)
    return any(each.search(text, *sentence) is not None for each in params["wording"]) and not any(
        each.search(text, *sentence) is not None for each in params["other"]
    )


def _shown(found: tuple[Claim, Days], other: tuple[Claim, Days]) -> dict[str, object]:
    return {"found": found[1].first.isoformat(), "other": other[1].first.isoformat()}
