"""A promise that is repeated after its date, moved without a word, or forgotten.

What earlier releases announced for when is held against the draft. Two
promises are one where they speak of the same action on the same thing: the
key words of both agree, and no product, phase, disease, number or company in
them differs. The days that a due covers follow from its words and the day on
which it was said; fiscal periods from the profile's `issuer.fiscal_year_end`.
A promise without an end ("no earlier than 2026") is never late.

A promise counts as kept where a later release, or the draft, tells that its
action, or a later step, is done or under way for the same thing, or that it
was stopped. What cannot be told counts as kept.

Params:

* `claim` (claim, required): the promises; it needs the fields of the claim type `promise`.
* `words` (list, required): the actions and what shows each done, as in rules/lists/promises.yaml.
* `stages` (claim, required): claims with `status`, `phases` and `asset` that show what is under way.
* `related` (list, required): the graph in which two indications must lie on one line.
* `grace` (number, 7): days past the due that are left alone.
* `recent` (number, 150): a due without a year is late up to so many days after it.
* `overdue` (number, 0): report the promises whose due passed more than so many days ago; 0 never.
* `forgotten` (number, 365): and not more than so many.
* `explained` (patterns, none): wordings that explain a move, in the paragraph of the promise or with one of its key words.
* `news` (texts, none): kinds of news that explain it, in a sentence with one of its key words.
* `kept` (number, 0.5): the share of a promise's key words by which another text is about the same.

Outcomes: `late` (an earlier release promised it for the same time, which is past), `late-unsure` (likewise, but
with a condition, in a quotation or without a year), `past` (the time was past when it was promised), `moved` and
`moved-unsure` (to a later time), `earlier` (to an earlier time), `overdue` (all that is open). Messages may name
the claim's fields and `found` (the due as printed), `last` (its last day), `as_of`, `earlier` and `earlier_date`;
`overdue` names `count`, `list` and `as_of`.

An example:

    kind: promise
    outcomes:
      late: {severity: error, message: '"{found}" ended on {last}'}
    params: {claim: promise, words: promises, stages: trial, related: indications}
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from prlint.calendar import fiscal
from prlint.calendar.said import shown
from prlint.document import Span
from prlint.finding import CannotTell, Cited, Consistent, Contradicted
from prlint.kinds.promise.alike import Alike
from prlint.kinds.promise.answers import Answers
from prlint.kinds.promise.ledger import Entry, read
from prlint.kinds.promise.reasons import Reasons
from prlint.registry import Param

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.calendar.fiscal import YearEnd
    from prlint.claim import Claim, Release
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the promises"),
    "words": Param("list", about="the actions and what shows each done"),
    "stages": Param("claim", about="claims that show what is under way"),
    "related": Param("list", about="the graph of indications"),
    "grace": Param("number", 7, about="days past the due that are left alone"),
    "recent": Param("number", 150, about="days up to which a due without a year is late"),
    "overdue": Param("number", 0, about="days past the due after which a promise is overdue; 0 never"),
    "forgotten": Param("number", 365, about="days past the due after which nobody asks any more"),
    "explained": Param("patterns", (), about="wordings that explain a move"),
    "news": Param("texts", (), about="kinds of news that explain it"),
    "kept": Param("number", 0.5, about="the share of key words by which another text is about the same"),
}

_FIELDS = ("found", "last", "as_of", "earlier", "earlier_date")
OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "late": _FIELDS,
    "late-unsure": _FIELDS,
    "past": ("found", "last", "as_of"),
    "moved": _FIELDS,
    "moved-unsure": _FIELDS,
    "earlier": _FIELDS,
    "overdue": ("count", "list", "as_of"),
}

#: Overdue promises that one finding shows with their words.
_SHOWN = 5


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict on each promise of the draft, and one on all that are overdue."""
    if context.as_of is None:
        if any(claim.get("stance") != "done" for claim in claims):
            yield CannotTell("the release's date")
        return
    as_of = date.fromisoformat(context.as_of)
    rule = _year_end(context.profile)

    def entries(release: Release) -> list[Entry]:
        return read(release, context.claims(release, params["claim"]), params["stages"], rule)

    here = entries(context.release)
    record = [context.once(release, "promises", entries) for release in context.earlier]
    past: dict[str, list[Entry]] = {}
    for entry in (entry for each in record for entry in each if entry.promise):
        past.setdefault(entry.action, []).append(entry)
    alike = Alike(context, params)
    answers = Answers([*record, here], params, context, alike)
    reasons = Reasons(context, params)
    for entry in here:
        if not entry.promise:
            continue
        yield _judged(entry, here, past.get(entry.action, ()), as_of, params, alike, answers, reasons)
    if params["overdue"]:
        yield from _overdue(here, past, as_of, params, alike, answers, context)


def _judged(
    entry: Entry,
    here: Sequence[Entry],
    past: Sequence[Entry],
    as_of: date,
    params: Mapping[str, Any],
    alike: Alike,
    answers: Answers,
    reasons: Reasons,
) -> Verdict:
    """Returns the verdict on one promise of the draft."""
    window = entry.window
    if window is None:
        return CannotTell()
    grace = timedelta(days=params["grace"])
    same = [other for other in past if alike.repeated(entry, other)]
    if window.certain and window.last + grace < as_of:
        if entry.told:
            return CannotTell()
        kept = [other for other in same if other.said <= window.last]
        if not kept:
            return _verdict("past", entry, (), as_of) if _plain(entry, as_of) else CannotTell()
        soft = entry.hedge or entry.quoted
        return _verdict("late-unsure" if soft else "late", entry, kept, as_of)
    if not window.certain and not entry.told:
        # "By the end of March", written again in April, speaks of the March that is past.
        recent = [
            other
            for other in same
            if other.window
            and other.window.last + grace < as_of <= other.window.last + timedelta(days=params["recent"])
            and other.window.last < window.first
        ]
        if recent and not entry.recurring and not entry.claim.get("which"):
            return _verdict("late-unsure", entry._replace(window=recent[-1].window), recent, as_of)
    return _moved(entry, here, past, as_of, alike, answers, reasons)


def _moved(
    entry: Entry,
    here: Sequence[Entry],
    past: Sequence[Entry],
    as_of: date,
    alike: Alike,
    answers: Answers,
    reasons: Reasons,
) -> Verdict:
    """Returns the verdict on a promise whose due is to come, by the newest earlier one of the same thing."""
    window = entry.window
    if window is None or not window.certain or entry.counted or entry.recurring:
        return CannotTell()
    about = [other for other in past if alike.same(entry, other)]
    if not about:
        return CannotTell()
    newest = max(other.said for other in about)
    latest = [other for other in about if other.said == newest]
    if any(other.window is None or not other.window.certain or other.counted for other in latest):
        return CannotTell()
    # Two dues for one thing in one text are two things.
    if len({other.window for other in latest}) > 1 or any(
        other is not entry and other.promise and other.window != window and alike.same(entry, other) for other in here
    ):
        return CannotTell()
    before = latest[0].window
    if before is None or (window.first <= before.last and before.first <= window.last):
        return Consistent()
    if entry.moved or entry.told or latest[0].hedge or answers.kept(latest[0], sure=True):
        return Consistent()
    if reasons.explain(entry, latest[0]):
        return Consistent()
    if window.last < before.first:
        return _verdict("earlier", entry, latest, as_of)
    return _verdict("moved-unsure" if entry.quoted or entry.hedge else "moved", entry, latest, as_of)


def _plain(entry: Entry, as_of: date) -> bool:
    """Says whether a promise that no earlier release made can be held against its own release's date."""
    if entry.window is None or entry.recurring or entry.hedge or entry.moved:
        return False
    # A day after "on" is looked at with all dates of events.
    if entry.claim.get("unit") == "day" and str(entry.claim.get("relation")).startswith("on"):
        return False
    return (as_of - entry.window.last).days < 500


def _verdict(outcome: str, entry: Entry, others: Sequence[Entry], as_of: date) -> Contradicted:
    # The oldest one says since when, the newest one how it stands.
    cited = list({id(other.release): other for other in (*others[:1], *others[-1:])}.values())
    more = len({id(other.release) for other in others}) - len(cited)
    notes = ["" for _ in cited]
    if more > 0:
        notes[-1] = f"and {more} more release{'s' if more > 1 else ''} since {others[0].said}"
    newest = others[-1] if others else None
    return Contradicted(
        outcome,
        [entry.claim],
        [Cited(o.release, o.claim.start, o.claim.end, note) for o, note in zip(cited, notes, strict=True)],
        {
            **entry.claim.fields,
            "found": entry.due,
            "last": shown(entry.window.last) if entry.window else "",
            "as_of": shown(as_of),
            "earlier": newest.due if newest else "",
            "earlier_date": newest.said.isoformat() if newest else "",
        },
    )


def _overdue(
    here: Sequence[Entry],
    past: Mapping[str, Sequence[Entry]],
    as_of: date,
    params: Mapping[str, Any],
    alike: Alike,
    answers: Answers,
    context: Context,
) -> Iterator[Verdict]:
    """Yields one contradiction that lists the promises whose time has passed and of which nothing was heard."""
    after, until = timedelta(days=params["overdue"]), timedelta(days=params["forgotten"])
    open_: list[Entry] = []
    for same in past.values():
        for entry in same:
            window = entry.window
            if window is None or not (window.last + after < as_of <= window.last + until) or not entry.own:
                continue
            # A talk, a call or a closing on its day is not told of again, and what is said in two words may be anything.
            if not alike.plain(entry) or (entry.claim.get("unit") == "day" and entry.claim.get("relation") == "on"):
                continue
            # Only the last word on a thing counts: what is promised again has another due.
            again = any(
                other.promise and other.said > entry.said and alike.about(entry, other)
                for other in (*same, *(one for one in here if one.action == entry.action))
            )
            if again or answers.kept(entry) or any(alike.repeated(entry, other) for other in open_):
                continue
            open_.append(entry)
    if not open_:
        return
    place = _head(context.release)
    open_.sort(key=lambda entry: (entry.window.last if entry.window else as_of, entry.said, entry.claim.start))
    listed = "; ".join(f'"{entry.claim.text}" ({entry.said})' for entry in open_[:_SHOWN])
    more = f"; and {len(open_) - _SHOWN} more" if len(open_) > _SHOWN else ""
    yield Contradicted(
        "overdue",
        [place],
        [Cited(entry.release, entry.claim.start, entry.claim.end) for entry in open_[:_SHOWN]],
        {"count": len(open_), "list": listed + more, "as_of": shown(as_of)},
    )


def _head(release: Release) -> Span:
    """Returns where what concerns the whole release is shown: its headline, else its first line."""
    document = release.document
    for zone in document.zones:
        if zone.name == "headline":
            return Span(zone.start, zone.end)
    block = document.blocks[0] if document.blocks else None
    return Span(block.start, block.end) if block else Span(0, 0)


def _year_end(profile: Mapping[str, Any]) -> YearEnd | None:
    try:
        return fiscal.read_rule((profile.get("issuer") or {}).get("fiscal_year_end"))
    except ValueError:
        # The profile's own checks have told of it.
        return None
