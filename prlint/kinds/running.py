"""A total that runs on from release to release can only grow, and by no less than what has come in since.

A total in the draft is compared with the newest total of the same thing in an earlier release. It is contradicted where
it is smaller; and where it is smaller than the earlier total and the amount together that the draft reports as new. The
figures are taken as printed: rounded ones contradict each other only beyond their rounding.

Params:

* `claim` (claim, required): the totals.
* `total` (field, required): the total as printed.
* `amount` (field, required): what the release says has just come in, as printed; or empty.
* `same` (fields, required): must agree, and none may be empty.
* `alike` (fields, none): must agree, an empty one with an empty one only.
* `only` (mapping, none): only claims with these values are totals of all there was.

Outcomes: `smaller` (than an earlier total), `short` (of what earlier total and new amount make). Messages may name the
claim's fields, and `found`, `earlier`, `earlier_date` and `least` (what the total must be at least).

An example:

    kind: running
    outcomes:
      short: {severity: error, message: '{found} in all, but {earlier} on {earlier_date} and {amount} now make {least}'}
    params: {claim: running, total: total, amount: amount, same: [what, unit], alike: [parties]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.claim import grouped
from prlint.finding import CannotTell, Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.intervals import like, printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.finding import Verdict
    from prlint.registry import Context
    from prlint.text.intervals import Interval

PARAMS = {
    "claim": Param("claim", about="the totals"),
    "total": Param("field", about="the total as printed"),
    "amount": Param("field", about="what has just come in"),
    "same": Param("fields", about="fields that must agree, none of them empty"),
    "alike": Param("fields", (), about="fields that must agree, an empty one with an empty one only"),
    "only": Param("mapping", {}, about="only claims with these values count"),
}

OUTCOMES = dict.fromkeys(("smaller", "short"), ("found", "earlier", "earlier_date", "least"))

#: A billionth, so that figures that meet are not parted by how floats are kept.
_TINY = 1e-9


class _At(NamedTuple):
    """A total and the release it stands in."""

    release: Release
    claim: Claim


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each total, one contradiction for all places of one."""
    mine = _by_key(claims, params)
    if not mine:
        return
    newest: dict[tuple[str, ...], _At] = {}
    for release in context.earlier:
        kept = context.once(release, "totals", lambda one: _by_key(context.claims(one, params["claim"]), params))
        for key in mine.keys() & kept.keys():
            # Of several totals in one release the smallest is certain.
            least = min(kept[key], key=lambda claim: _low(claim.string(params["total"])))
            newest[key] = _At(release, least)
    for key, here in mine.items():
        totals: dict[str, list[Claim]] = {}
        for claim in here:
            totals.setdefault(claim.string(params["total"]), []).append(claim)
        for places in totals.values():
            yield _compared(places, newest.get(key), params)


def _by_key(claims: Sequence[Claim], params: Mapping[str, Any]) -> dict[tuple[str, ...], list[Claim]]:
    return grouped(claims, params["same"], params["alike"], params["only"])


def _again(now: Interval, then: Interval, came: Interval, earlier: _At, params: Mapping[str, Any]) -> bool:
    """Says whether the same total tells of the same payment again: of another one it would have grown."""
    before = printed(earlier.claim.string(params["amount"])) if earlier.claim.get(params["amount"]) else None
    return now.meets(then) and (before is None or before.meets(came))


def _low(text: str) -> float:
    found = printed(text)
    return found.low if found else 0.0


def _compared(places: Sequence[Claim], earlier: _At | None, params: Mapping[str, Any]) -> Verdict:
    first = places[0]
    now = printed(first.string(params["total"]))
    then = printed(earlier.claim.string(params["total"])) if earlier else None
    if earlier is None or now is None or then is None:
        return CannotTell()
    added = next((claim.string(params["amount"]) for claim in places if claim.get(params["amount"])), "")
    came = printed(added) if added else None
    outcome, least = "", then.low
    if now.high < then.low * (1 - _TINY):
        outcome = "smaller"
    elif (
        came is not None
        and now.high < (then.low + came.low) * (1 - _TINY)
        and not _again(now, then, came, earlier, params)
    ):
        outcome, least = "short", then.low + came.low
    if not outcome:
        return Consistent(first.text)
    return Contradicted(
        outcome,
        places,
        [Cited(earlier.release, earlier.claim.start, earlier.claim.end)],
        {
            **first.fields,
            "found": first.string(params["total"]),
            "amount": added,
            "earlier": earlier.claim.string(params["total"]),
            "earlier_date": earlier.release.date or "",
            "least": like(least, first.string(params["total"])),
        },
    )
