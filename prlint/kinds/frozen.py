"""A part of the release has stood word for word for long, or has lost a sentence that every release had.

The sentences of one zone are held against those of earlier releases.

Params:

* `zone` (text, required): the zone.
* `days` (number, 365): for how long it must have stood unchanged.
* `sentences` (number, 3): how many sentences it must have; a line or two may well stay.
* `releases` (number, 3): how many releases, the newest ones in a row, must have had a sentence that is gone.

Outcomes: `frozen` (nothing has changed for so long), `removed` (a sentence is gone, and nothing like it has come, while
most others stayed). Messages may name `date`, `count` and `sentence`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.recurrence import lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "zone": Param("text", about="the zone whose sentences are held against earlier ones"),
    "days": Param("number", 365, about="for how long it must have stood unchanged"),
    "sentences": Param("number", 3, about="how many sentences it must have"),
    "releases": Param("number", 3, about="how many releases must have had a sentence that is gone"),
}
OUTCOMES = dict.fromkeys(("frozen", "removed"), ("date", "count", "sentence"))

#: The share of the other sentences that must have stayed for one that is gone to be missed.
_STAYED = 0.7


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict on the zone as a whole, and one on each sentence that it has lost."""
    zone = str(params["zone"])

    def sentences(release: Release) -> dict[str, Span]:
        document = release.document
        return {
            key: Span(line.start, line.end)
            for key, line in document.once(lines).items()
            if document.zone_at(line.start) == zone and key.endswith((".", ";"))
        }

    mine = sentences(context.release)
    if len(mine) < params["sentences"] or not context.earlier:
        return
    told = [(release, context.once(release, f"sentences {zone}", sentences)) for release in context.earlier]
    since = None
    for release, theirs in reversed(told):
        if theirs.keys() != mine.keys():
            break
        since = release, next(iter(theirs.values()))
    place = Span(next(iter(mine.values())).start, list(mine.values())[-1].end)
    if since is not None and _days(since[0].date, context.release.date) > params["days"]:
        yield Contradicted(
            "frozen",
            [next(iter(mine.values()))],
            [Cited(since[0], *since[1], "word for word the same since")],
            {"date": since[0].date or "", "count": len(mine), "sentence": ""},
        )
    else:
        yield Consistent()
    yield from _removed(context, mine, told[-int(params["releases"]) :], place, int(params["releases"]))


def _removed(
    context: Context, mine: Mapping[str, Span], told: Sequence[tuple[Release, dict[str, Span]]], place: Span, most: int
) -> Iterator[Verdict]:
    if len(told) < most:
        return
    newest, last = told[-1]
    if len(mine.keys() & last.keys()) < _STAYED * (len(last) - 1):
        return
    gone = [key for key in last if key not in mine and all(key in theirs for _, theirs in told)]
    like = {other.key for recurrence in context.recurring() for other in recurrence.others}
    text = newest.document.view.text
    for key in gone:
        if key not in like:
            start, end = last[key]
            yield Contradicted(
                "removed",
                [Span(place.start, min(place.end, place.start + 60))],
                [Cited(newest, start, end, f"in the {most} releases before this one")],
                {"date": newest.date or "", "count": most, "sentence": text[start:end][:120]},
            )


def _days(first: str | None, last: str | None) -> int:
    if not first or not last:
        return 0
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
