r"""A day on which business is done must be a business day.

Weekends and holidays come from a dated list.

Params:

* `claim` (claim, required): the dates.
* `on` (patterns, required): wording before the date that says what is done on
  it; each ends with `$`, where the date begins.
* `days` (list, `federal-holidays`): holidays, and single closed days.
* `open` (texts, none): holidays of the list on which this business is done.

Outcome `closed`. Its message may name the claim's fields, `found` and `why`
(Saturday, Sunday or the holiday's name).

An example:

    kind: closed-day
    severity: info
    message: '{found} is a {why}'
    params:
      claim: date
      on: ['\bconference call on $']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.calendar.days import BusinessDays
from prlint.calendar.said import days_of, governed
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
    "on": Param("patterns", about="wording before the date that says what is done on it, ending with $"),
    "days": Param("list", "federal-holidays", about="holidays, and single closed days"),
    "open": Param("texts", (), about="holidays of the list on which this business is done"),
}

OUTCOMES = {"closed": ("found", "why")}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each date that the wording before it makes a business day."""
    document = context.release.document
    business = BusinessDays(context.lists.get(params["days"], {}))
    closed: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.get("precision") != "day" or claim.get("slot") or claim.get("to_day"):
            continue
        if not governed(document, claim, params["on"]):
            continue
        days = days_of(claim, context.as_of)
        if days is None:
            yield CannotTell("the release's date")
            continue
        why = business.surely_closed(days.first)
        if why and why not in params["open"]:
            closed.setdefault(f"{days.first} {why}", []).append(claim)
        else:
            yield Consistent(f"{claim.text} is a business day")
    for day, places in closed.items():
        values = {**places[0].fields, "found": places[0].text, "why": day.partition(" ")[2]}
        yield Contradicted("closed", places, values=values)
