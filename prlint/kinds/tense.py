r"""A date spoken of as still to come must not be past, and the reverse.

The day of judgement is that of the release, or the one asked for. A date
without a year is judged only where it is near enough to be sure of its year.

Params:

* `claim` (claim, required): the dates.
* `future` (patterns, none): wording before a date that is still to come; each
  ends with `$`, which stands for where the date begins, and does not reach
  beyond the sentence.
* `past` (patterns, none): wording before a date that is past, likewise.
* `apart` (number, 2): fewer days than this between the date and the day of
  judgement are left alone: it may be tomorrow elsewhere.
* `unsure` (number, 90): a date without a year is judged up to so many days away.

Outcomes: `past` (what is to come is past) and `ahead` (what is past is to
come). Messages may name the claim's fields; `found` (the date as printed),
`day` (with its year), `as_of` (the day of judgement) and `apart` (days between).

An example:

    kind: tense
    outcomes:
      past: {severity: warning, message: '{found} is past; the release is of {as_of}'}
    params:
      claim: date
      future: ['\bwill be held on $']
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from prlint.calendar.said import days_of, governed, shown
from prlint.finding import CannotTell, Consistent, Contradicted
from prlint.registry import Param

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the dates"),
    "future": Param("patterns", (), about="wording before a date that is still to come, ending with $"),
    "past": Param("patterns", (), about="wording before a date that is past, ending with $"),
    "apart": Param("number", 2, about="fewer days than this from the day of judgement are left alone"),
    "unsure": Param("number", 90, about="days up to which a date without a year is judged"),
}

_FIELDS = ("found", "day", "as_of", "apart")
OUTCOMES = {"past": _FIELDS, "ahead": _FIELDS}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each day that the wording before it puts into the past or the future."""
    found: dict[tuple[str, str], list[tuple[Claim, dict[str, object]]]] = {}
    now = date.fromisoformat(context.as_of) if context.as_of else None
    document = context.release.document
    for claim in claims:
        if claim.get("precision") != "day" or claim.get("slot"):
            continue
        days = days_of(claim, context.as_of)
        if days is None or now is None:
            if (
                claim.get("day")
                and not claim.get("impossible")
                and governed(document, claim, (*params["future"], *params["past"]))
            ):
                yield CannotTell("the release's date")
            continue
        gone, left = (now - days.last).days, (days.first - now).days
        # A range that has begun and not ended is neither past nor to come.
        outcome, apart, patterns = ("past", gone, params["future"]) if gone > 0 else ("ahead", left, params["past"])
        if apart <= 0 or not patterns or not governed(document, claim, patterns):
            continue
        if apart < params["apart"] or (not days.certain and apart > params["unsure"]):
            yield CannotTell()
            continue
        values: dict[str, object] = {
            **claim.fields,
            "found": claim.text,
            "day": shown(days.last if outcome == "past" else days.first),
            "as_of": shown(now),
            "apart": apart,
        }
        found.setdefault((outcome, claim.text), []).append((claim, values))
    for (outcome, _), places in found.items():
        yield Contradicted(outcome, [claim for claim, _ in places], values=places[0][1])
    if claims and not found and now:
        yield Consistent()
