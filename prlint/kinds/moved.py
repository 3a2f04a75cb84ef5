r"""An event is on other days than the earlier releases say.

An event is known by its name and its year; a date that leaves the year out has
the one that puts it nearest to its release. Two spans of days that do not touch are two dates of one event.
A single day may be that of one session: it counts where `least` earlier releases
agree, and it lies outside their days. A release that names one of the earlier days too tells of a second
session, and is in order; so is one whose earlier releases disagree among themselves.

Params:

* `claim` (claim, required): the events.
* `same` (fields, required): what makes two mentions one event; a mention in which one of them is empty is left out.
* `date` (field, required): the date as printed; `year` (field, none): the year where it stands apart.
* `least` (number, 2): the earlier releases that settle a single day.

Outcome `moved`. Messages may name the claim's fields; `found` and `expected` (the dates as printed), `count` (of the
earlier releases with that date) and `earlier_date` (of the newest).

An example:

    kind: moved
    severity: warning
    message: '{name} is on {found} here; it was on {expected} on {earlier_date}'
    params: {claim: event, same: [stem, head], date: date, year: year}
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from prlint.calendar.said import in_year
from prlint.finding import Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text import dates
from prlint.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from prlint.calendar.said import Days
    from prlint.claim import Claim, Release
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the events"),
    "same": Param("fields", about="what makes two mentions one event"),
    "date": Param("field", about="the date as printed"),
    "year": Param("field", "", about="the year where it stands apart from the date"),
    "least": Param("number", 2, about="earlier releases that settle a single day"),
}

OUTCOMES = {"moved": ("found", "expected", "count", "earlier_date")}

_Key = tuple[object, ...]
_Dated = tuple["Claim", "Days"]

#: Releases shown as evidence.
_SHOWN = 2


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each event with days that earlier releases give days too."""
    here = _by_event(claims, context.release.date, params)
    if not here:
        return

    def read(release: Release) -> dict[_Key, list[_Dated]]:
        return _by_event(context.claims(release, params["claim"]), release.date, params)

    past = [(release, context.once(release, "events", read)) for release in reversed(context.earlier)]
    for key, mentions in here.items():
        before = [(release, *told) for release, then in past for told in then.get(key, ())]
        if not before:
            continue
        first = mentions[0][0]
        known = [days for _, _, days in before]
        if any(_touch(days, one) for _, days in mentions for one in known) or not all(
            _touch(known[0], one) for one in known
        ):
            yield Consistent(first.text)
            continue
        # The widest of the earlier dates is the event's own; the others lie within it.
        release, claim, days = max(before, key=lambda told: (told[2].last - told[2].first, told[0].date or ""))
        agreeing = {id(old): (old, said) for old, said, _ in before}
        whole = days.first != days.last and any(one.first != one.last for _, one in mentions)
        if not whole and len(agreeing) < params["least"]:
            yield Consistent(first.text)
            continue
        cited = list(agreeing.values())
        rest = len(cited) - _SHOWN
        notes = ["", f"and {rest} more {'release' if rest == 1 else 'releases'}" if rest > 0 else ""]
        yield Contradicted(
            "moved",
            [claim for claim, _ in mentions],
            [Cited(old, said.start, said.end, note) for (old, said), note in zip(cited, notes, strict=False)],
            {
                **first.fields,
                "found": first.string(params["date"]),
                "expected": claim.string(params["date"]),
                "count": len(cited),
                "earlier_date": release.date or "",
            },
        )


def _by_event(claims: Iterable[Claim], released: str | None, params: Mapping[str, Any]) -> dict[_Key, list[_Dated]]:
    found: dict[_Key, list[_Dated]] = {}
    for claim in claims:
        name = tuple(folded(claim.string(field), ("case", "plural", "dashes")) for field in params["same"])
        days = _days(claim, released, params) if all(name) else None
        if days is not None:
            found.setdefault((*name, days.first.year), []).append((claim, days))
    return found


def _days(claim: Claim, released: str | None, params: Mapping[str, Any]) -> Days | None:
    """Returns the days of an event; a year that its date leaves out is the event's own, else the nearest one."""
    written = claim.string(params["date"])
    found = dates.read(written) if written else None
    if found is None or not found.day or found.impossible:
        return None
    year = found.year or int(claim.string(params["year"]) or 0 if params["year"] else 0)
    if year:
        return in_year(found._asdict(), int(year))
    if not released:
        return None
    at = date.fromisoformat(released)
    near = [days for one in (-1, 0, 1) if (days := in_year(found._asdict(), at.year + one)) is not None]
    return min(near, key=lambda days: abs((days.first - at).days)) if near else None


def _touch(one: Days, other: Days) -> bool:
    return one.first <= other.last and other.first <= one.last
