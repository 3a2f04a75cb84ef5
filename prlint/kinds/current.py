"""A reference that must be the newest one: a report that readers are sent to, while a newer one must be on file.

A claim counts where its `role` is pointer and it has no other `owner`. Its
period end is compared with the release's date: the report on the next period
is due on a day that depends on the form, the period end and the kind of filer
(profile: `issuer.filer_status`, `issuer.fiscal_year_end`, `issuer.filings`).
What is not known is left open: an unknown kind of filer may be any, and a
fiscal year without a rule ends a year after the cited one did.

An earlier release that cites a later period, a known filing of the next
report, and a newer reference in the same release each prove a reference
outdated without the calendar. One finding lists all mentions of one report.

Parameters:

* `claim` (a claim type, `filing`): what is read. It needs the fields form,
  period_end, fiscal_year, quarter, filed, future, amended, as_amended,
  transition, role and owner.
* `forms` (texts): the forms that supersede each other.
* `period` (year or quarter, default year): what the forms report on.
* `deadlines` (a list): due dates, as in rules/lists/sec-calendar.yaml.
* `holidays` (a list): closed days, as in rules/lists/federal-holidays.yaml.

Example: on 17 October 2017 a company whose year ends on 31 December cites its
"Form 10-K for the year ended December 31, 2015". The next one was due on
31 March 2017 at the latest, with Form 12b-25 on 17 April: outcome `outdated`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.calendar import cited, fiscal, standing
from prlint.calendar.filings import Calendar
from prlint.document import Span
from prlint.finding import CannotTell, Cited, Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text import dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from prlint.calendar.cited import Filer, Reference
    from prlint.claim import Claim, Release
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the claims that refer to reports"),
    "forms": Param("texts", about="the forms that supersede each other"),
    "period": Param("choice", "year", ("year", "quarter"), "what the forms report on"),
    "deadlines": Param("list", about="due dates by form, kind of filer and period end"),
    "holidays": Param("list", about="holidays and closed days"),
}

#: Texts name years up to 2099, so nothing changes after this day.
_FARTHEST = date(2199, 12, 31)

_STALE = ("form", "cited", "as_of", "expected", "dues", "last")
OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "outdated": _STALE,
    "late-possible": _STALE,
    "maybe-outdated": _STALE,
    "superseded": ("form", "cited", "as_of", "expected", "filed"),
    "filed-today": ("form", "cited", "as_of", "expected", "filed"),
    "backslide": ("form", "cited", "as_of", "expected", "earlier_date"),
    "two-periods": ("form", "cited", "as_of", "expected"),
    "covered": ("form", "cited", "as_of", "expected"),
    "future": ("form", "cited", "as_of"),
    "too-soon": ("form", "cited", "as_of", "days"),
    "wrong-year-end": ("form", "cited", "as_of", "year_end"),
    "quarter-is-year-end": ("form", "cited", "as_of"),
    "filed-on-closed-day": ("form", "cited", "as_of", "filed", "why"),
    "filed-in-future": ("form", "cited", "as_of", "filed"),
    "filed-before-end": ("form", "cited", "as_of", "filed"),
    "amendment-only": ("form", "cited", "as_of"),
}


class _Case(NamedTuple):
    """All that one check looks at."""

    context: Context
    calendar: Calendar
    filer: Filer
    as_of: date
    period: str
    type: str
    forms: tuple[str, ...]


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict on each report that the draft cites."""
    forms = tuple(params["forms"])
    mentions = [claim for claim in claims if claim.get("form") in forms]
    if not mentions:
        return
    if context.as_of is None:
        if any(c.get("role") == "pointer" and not c.get("evergreen") for c in mentions):
            yield CannotTell("the release's date")
        return
    calendar = Calendar(context.lists[params["deadlines"]], context.lists[params["holidays"]])
    as_of = min(date.fromisoformat(context.as_of), _FARTHEST)
    releases = (*context.earlier, context.release)
    years = [c.string("period_end") for release in releases for c in _annual(release, params["claim"], calendar)]
    filer = cited.filer(context.profile.get("issuer") or {}, forms, years)
    case = _Case(context, calendar, filer, as_of, params["period"], params["claim"], forms)
    odd = {claim.start: verdict for claim in mentions for verdict in _filed(claim, case)}
    yield from odd.values()
    # A report of another company, or one that is only told of, need not be the newest.
    pointers = [c for c in mentions if c.get("role") == "pointer" and not c.get("owner") and c.start not in odd]
    if pointers:
        yield from _pointers(pointers, case)


def _pointers(pointers: Sequence[Claim], case: _Case) -> Iterator[Verdict]:
    references = cited.references(pointers, case.filer, case.period)
    wrong = False
    for reference in references:
        for verdict in _reference(reference, references, case):
            wrong = wrong or isinstance(verdict, Contradicted)
            yield verdict
    if not references or any(not claim.get("period_end") and claim.get("evergreen") for claim in pointers):
        # "Our most recent Form 10-K" is never out of date.
        yield Consistent()
    if not wrong:
        yield from _amendments(pointers, case)


def _reference(reference: Reference, references: Sequence[Reference], case: _Case) -> Iterator[Verdict]:
    """Yields the strongest verdict on one cited report."""
    if not reference.ends:
        yield CannotTell("the fiscal year end")
        return
    values: dict[str, object] = {"form": reference.form, "cited": reference.label, "as_of": case.as_of.isoformat()}
    mistake = _mistaken(reference, case, values)
    if mistake is not None:
        yield mistake
        return
    newer = [
        other
        for other in references
        if other.ends and reference.ends[-1] < other.ends[0] <= case.as_of and not _to_come(other)
    ]
    # "Form 10-K for 2022 and Form 10-K for 2023" in one sentence cites the newer one as it should be.
    if any(_together(reference, other, case) for other in newer):
        yield Consistent(_about(reference))
        return
    found = {end: _standing(reference, end, case) for end in reference.ends}
    outcomes = {stand.outcome for stand in found.values()}
    stand = found[reference.ends[-1]]
    if len(outcomes) > 1:
        # "Fiscal 2024" may be one of two years, and they do not stand alike.
        yield CannotTell("the fiscal year end")
        return
    proof = _proof(reference, newer, stand, case, values)
    if proof is not None:
        yield proof
    elif reference.printed or stand.outcome == standing.OUTDATED:
        yield from _by_calendar(reference, stand, case, values)
    else:
        yield Consistent() if stand.outcome == standing.CURRENT else CannotTell("the fiscal year end")


def _mistaken(reference: Reference, case: _Case, values: Mapping[str, object]) -> Contradicted | None:
    """Returns what is wrong with the period itself, whatever the day."""
    end = reference.ends[-1]
    transition = any(claim.get("transition") for claim in case.context.release.of(case.type))
    rule = case.filer.confirmed
    if not reference.printed or transition:
        return None
    if case.period == "quarter":
        if rule is not None and fiscal.is_end(rule, end):
            return _contradicted("quarter-is-year-end", reference, [_noted(f"the fiscal year ends on {end}")], values)
        # Without a profile, the annual report that this very release cites says when the year ends.
        for claim in _annual(case.context.release, case.type, case.calendar):
            year = date.fromisoformat(claim.string("period_end"))
            if (year.month, year.day) == (end.month, end.day):
                note = f"the fiscal year ends on {year:%m-%d}"
                evidence = [Cited(case.context.release, claim.start, claim.end, note)]
                return _contradicted("quarter-is-year-end", reference, evidence, values)
        return None
    if rule is not None and not fiscal.is_end(rule, end):
        nearest = min((fiscal.last_end(rule, end), fiscal.next_end(rule, end)), key=lambda day: abs((day - end).days))
        note = f"profile: the fiscal year ends on {nearest}"
        return _contradicted("wrong-year-end", reference, [_noted(note)], {**values, "year_end": nearest.isoformat()})
    return None


def _standing(reference: Reference, end: date, case: _Case) -> standing.Standing:
    # A year end that the profile does not know (a fiscal year was changed) is followed by itself a year later.
    rule = case.filer.rule if case.filer.rule and fiscal.is_end(case.filer.rule, end) else None
    successor = standing.next_quarter(case.filer.rule) if case.period == "quarter" else standing.next_year(rule)
    statuses = case.filer.status(successor(end)[1])
    return standing.standing(
        case.calendar, reference.form.removesuffix("/A"), end, case.as_of, successor=successor, statuses=statuses
    )


def _proof(
    reference: Reference, newer: Sequence[Reference], stand: standing.Standing, case: _Case, values: dict[str, object]
) -> Verdict | None:
    """Returns the verdict that needs no calendar: a known filing, an earlier release, this release itself."""
    if stand.outcome in (standing.FUTURE, standing.SOON):
        return None
    end = reference.ends[-1]
    filed = [(filed, period) for period, filed in case.filer.filings if period > end]
    if filed:
        first, period = min(filed)
        told = {**values, "expected": period.isoformat(), "filed": first.isoformat()}
        evidence = [_noted(f"profile: Form {reference.form} for {period} was filed on {first}")]
        if first < case.as_of:
            newest = max(period for day, period in filed if day < case.as_of)
            told["expected"] = newest.isoformat()
            return _contradicted("superseded", reference, evidence, told, newest)
        if first == case.as_of:
            return _contradicted("filed-today", reference, evidence, told)
        # The next report is known to have been filed later, whenever it was due.
        return Consistent(_about(reference))
    evidence = [*_backslides(end, case), *_newer_here(newer, case)]
    if stand.outcome == standing.OUTDATED or not evidence:
        return None
    told = {**values, "expected": str(evidence[0].note)}
    if evidence[0].release is not case.context.release and evidence[0].release is not None:
        told["earlier_date"] = evidence[0].release.date
        return _contradicted("backslide", reference, evidence, told, date.fromisoformat(evidence[0].note))
    return _contradicted("two-periods", reference, evidence, told, newer[-1].ends[-1])


def _by_calendar(
    reference: Reference, stand: standing.Standing, case: _Case, values: Mapping[str, object]
) -> Iterator[Verdict]:
    """Yields the verdict that follows from the due dates."""
    if stand.outcome == standing.CURRENT or stand.expected is None:
        if stand.outcome == standing.CURRENT or _to_come(reference):
            covered = _covered(reference, case, values)
            yield covered or Consistent(_about(reference))
            return
        note = f"{(case.as_of - reference.ends[-1]).days} days before the release of {case.as_of}"
        if stand.outcome == standing.FUTURE:
            note = f"the release is of {case.as_of}, and the period ends on {reference.ends[-1]}"
        told = {**values, "days": (case.as_of - reference.ends[-1]).days}
        yield _contradicted(stand.outcome, reference, [_noted(note)], told)
        return
    expected = stand.expected.isoformat() if stand.exact else f"the period that ended by {stand.expected}"
    last = max(due.last for due in stand.dues)
    told = {**values, "expected": expected, "dues": _dues(stand), "last": last.isoformat()}
    form = reference.form.removesuffix("/A")
    evidence = [_noted(f"Form {form} for {expected} {_dues(stand)}")]
    if stand.outcome == standing.OUTDATED:
        evidence += _backslides(reference.ends[-1], case)
    # Before the last due date the next report may not be there, so its wording is no suggestion yet.
    replaced = stand.expected if stand.exact and stand.outcome != standing.MAYBE else None
    yield _contradicted(stand.outcome, reference, [*_dated(case), *evidence], told, replaced)
    if stand.outcome == standing.MAYBE and len({due.status for due in stand.dues}) > 1:
        yield CannotTell("filer status")


def _dues(stand: standing.Standing) -> str:
    """Returns the due dates in words: "was due 2017-03-31, with Form 12b-25 2017-04-17"."""
    first, last = stand.dues[0], max(stand.dues, key=lambda due: (due.due, due.last))
    if first.due == last.due:
        text = f"was due {last.due}"
    elif stand.outcome == standing.MAYBE:
        return f"is due from {first.due} to {last.due}, depending on the filer"
    else:
        text = f"was due {last.due} at the latest"
    if last.relief is not None:
        return f"{text}, under {last.order} {last.relief}"
    return f"{text}, with {last.notice} {last.notified}" if last.notified > last.due else text


def _filed(claim: Claim, case: _Case) -> Iterator[Contradicted]:
    """Yields what is wrong with the day on which the text says that a report was filed."""
    written = claim.string("filed")
    if not written:
        return
    day, end = date.fromisoformat(written), claim.string("period_end")
    label = end or claim.string("fiscal_year") or "a period that is not named"
    values = {"form": claim.get("form"), "cited": label, "as_of": case.as_of.isoformat(), "filed": written}
    if day > case.as_of:
        note = f"the release is of {case.as_of}"
        yield Contradicted("filed-in-future", [claim], [_noted(note)], values)
    elif end and written <= end:
        yield Contradicted("filed-before-end", [claim], [_noted(f"the period ended on {end}")], values)
    elif why := case.calendar.days.surely_closed(day):
        yield Contradicted("filed-on-closed-day", [claim], [_noted(f"{day}: {why}")], {**values, "why": why})


def _covered(reference: Reference, case: _Case, values: Mapping[str, object]) -> Contradicted | None:
    """Returns the finding that a cited annual report covers the quarter of a cited quarterly one."""
    if case.period != "quarter":
        return None
    for claim in _annual(case.context.release, case.type, case.calendar):
        here = claim.get("role") == "pointer" and not claim.get("future")
        if here and claim.string("period_end") > reference.ends[-1].isoformat():
            evidence = [Cited(case.context.release, claim.start, claim.end, "covers that quarter")]
            return _contradicted("covered", reference, evidence, {**values, "expected": claim.string("period_end")})
    return None


def _amendments(pointers: Sequence[Claim], case: _Case) -> Iterator[Verdict]:
    """Yields a finding where only an amendment is cited: one for Part III alone has no risk factors."""
    alone = [claim for claim in pointers if claim.get("amended")]
    if alone and not any(not claim.get("amended") for claim in pointers):
        label = alone[0].string("period_end") or alone[0].string("fiscal_year") or "its year"
        values = {"form": alone[0].get("form"), "cited": label, "as_of": case.as_of.isoformat()}
        yield Contradicted("amendment-only", alone, (), values)


def _backslides(end: date, case: _Case) -> list[Cited]:
    """Returns where earlier releases cite the report of a later period, the newest period first."""
    found = []
    for release in case.context.earlier:
        if not release.date or release.date >= case.as_of.isoformat():
            continue
        for claim in case.context.claims(release, case.type):
            later = claim.string("period_end")
            if claim.get("form") not in case.forms or claim.get("owner") or claim.get("future") or later <= str(end):
                continue
            # What cannot have been on file then was a slip there, and proves nothing here.
            if (date.fromisoformat(release.date) - date.fromisoformat(later)).days > standing.SOONEST:
                found.append(Cited(release, claim.start, claim.end, later))
    return sorted(found, key=lambda place: place.note, reverse=True)[:1]


def _newer_here(newer: Sequence[Reference], case: _Case) -> list[Cited]:
    return [
        Cited(case.context.release, claim.start, claim.end, str(reference.ends[-1]))
        for reference in newer
        for claim in reference.mentions
        if not claim.get("future")
    ]


def _to_come(reference: Reference) -> bool:
    """Says whether every mention of a report tells that it is still to be filed."""
    return all(claim.get("future") for claim in reference.mentions)


def _together(reference: Reference, other: Reference, case: _Case) -> bool:
    at = case.context.release.document.sentence_at
    here = {at(claim.start) for claim in other.mentions}
    return all(at(claim.start) in here for claim in reference.mentions)


def _annual(release: Release, type: str, calendar: Calendar) -> list[Claim]:
    """Returns the mentions of the issuer's own annual reports with the day on which their year ended."""
    annual = calendar.family("annual")
    return [c for c in release.of(type) if c.get("form") in annual and c.get("period_end") and not c.get("owner")]


def _dated(case: _Case) -> list[Cited]:
    """Returns the place where the release bears the date that it is judged by."""
    for claim in case.context.release.of("date"):
        if claim.get("slot") == "dateline" and claim.get("start") == case.as_of.isoformat():
            return [Cited(case.context.release, claim.start, claim.end, "the release's date")]
    return [_noted(f"judged as of {case.as_of}")]


def _about(reference: Reference) -> str:
    """Returns the report's name for the closing line: "Form 10-K for 2016"."""
    return f"Form {reference.form} for {reference.label.removesuffix('-12-31')}"


def _noted(note: str) -> Cited:
    return Cited(None, 0, 0, note)


def _contradicted(
    outcome: str,
    reference: Reference,
    evidence: Sequence[Cited],
    values: Mapping[str, object],
    expected: date | None = None,
) -> Contradicted:
    places = [Span(claim.start, claim.end) for claim in reference.mentions]
    replacements = [new for claim in reference.mentions if (new := _rewritten(claim, expected))] if expected else []
    return Contradicted(outcome, places, evidence, values, replacements)


def _rewritten(claim: Claim, expected: date | None) -> Replacement | None:
    """Returns the claim with the day it should cite, up to that day: what follows belongs to the old report."""
    for found in dates.find(claim.text):
        if expected is not None and found.last and found.last == claim.get("period_end"):
            new = claim.text[: found.start] + dates.printed_like(expected, found.text)
            return Replacement(claim.start, claim.end, new.replace("/A", ""))
    return None
