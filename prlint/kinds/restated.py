"""A figure that was told before is another one now, though it is of the same thing and nothing says why.

A claim in the draft is compared with those of the issuer's earlier releases that speak of the same thing. Figures
agree where the finer one, rounded or cut off, is the coarser one. What stands in the draft beside the earlier figure
has changed before the reader's eyes, and is no finding; nor is a claim that says itself that it is new.

Params:

* `claim` (claim, required): the claims to compare.
* `numbers` (fields, none): the figures, as printed with what qualifies them; each is compared where both have it.
* `texts` (fields, none): values that must be the same to the letter (ISO dates), compared likewise.
* `same` (fields, required): must agree, and none may be empty.
* `alike` (fields, none): must agree, an empty one with an empty one only.
* `compatible` (fields, none): must agree where both are given.
* `news` (mapping, none): a claim of the draft with these values says that its figure is new.
* `repeats` (mapping, none): a claim with these values says that its figure is the earlier one.
* `only` (mapping, none): only claims with these values are compared.
* `days` (number, 0): how old an earlier release may be that is compared; 0 for any age.
* `newest` (flag, no): compare with the newest earlier release that speaks of it alone: the figure may change. Without
  it the figure can never change, and one earlier release that agrees excuses the draft.
* `established` (number, 1): how many earlier releases must have had the other figure.
* `exact` (number, 0): from how many significant digits on a figure is so precise that another cannot be chance.

Outcomes: `changed`, `repeated` (changed, though the draft says that it is as before), `precise` (changed, and of `exact`
digits). Messages may name the claim's fields, and `found`, `earlier`, `earlier_date` and `releases` (how many had it).

An example:

    kind: restated
    outcomes:
      changed: {severity: warning, message: '{metric} for {period} is {found} here; {earlier_date} said {earlier}'}
    params: {claim: result, numbers: [number], same: [metric, period, unit]}
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from prlint.claim import grouped
from prlint.finding import CannotTell, Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.rounding import agree, digits
from prlint.text.search import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the claims to compare"),
    "numbers": Param("fields", (), about="figures as printed"),
    "texts": Param("fields", (), about="values that must be the same to the letter"),
    "same": Param("fields", about="fields that must agree, none of them empty"),
    "alike": Param("fields", (), about="fields that must agree, an empty one with an empty one only"),
    "compatible": Param("fields", (), about="fields that must agree where both are given"),
    "news": Param("mapping", {}, about="values that say that the figure is new"),
    "repeats": Param("mapping", {}, about="values that say that the figure is the earlier one"),
    "only": Param("mapping", {}, about="only claims with these values are compared"),
    "days": Param("number", 0, about="how old an earlier release may be; 0 for any age"),
    "newest": Param("flag", False, about="compare with the newest earlier release alone"),
    "established": Param("number", 1, about="how many earlier releases must have had the other figure"),
    "exact": Param("number", 0, about="from how many digits on a figure is precise; 0 never"),
}

OUTCOMES = dict.fromkeys(("changed", "repeated", "precise"), ("found", "earlier", "earlier_date", "releases"))

#: Pieces of evidence that are shown.
_SHOWN = 2


class _At(NamedTuple):
    """A claim and the release it stands in."""

    release: Release
    claim: Claim


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each thing that the draft gives figures of, one contradiction for all places of one figure."""
    mine = _by_key(claims, params)
    if not mine:
        return
    past: dict[tuple[str, ...], list[_At]] = {}
    since = _since(context.as_of, params["days"])
    for release in context.earlier:
        if since and (release.date or "") < since:
            continue
        kept = context.once(release, "restated", lambda one: _by_key(context.claims(one, params["claim"]), params))
        for key in mine.keys() & kept.keys():
            past.setdefault(key, []).extend(_At(release, claim) for claim in kept[key])
    for key, here in mine.items():
        yield from _compared(here, past.get(key, []), params)


def _since(as_of: str | None, days: float) -> str:
    """Returns the ISO day from which on earlier releases count; empty for all of them."""
    if not days or not as_of:
        return ""
    return (date.fromisoformat(as_of) - timedelta(days=days)).isoformat()


def _by_key(claims: Sequence[Claim], params: Mapping[str, Any]) -> dict[tuple[str, ...], list[Claim]]:
    return grouped(claims, params["same"], params["alike"], params["only"])


def _compared(here: Sequence[Claim], past: Sequence[_At], params: Mapping[str, Any]) -> Iterator[Verdict]:
    """Yields the verdicts on the claims of one key."""
    wrong: dict[tuple[str, ...], list[Claim]] = {}
    evidence: dict[tuple[str, ...], list[_At]] = {}
    known = False
    for claim in here:
        peers = [at for at in past if _compatible(claim, at.claim, params)]
        if params["newest"] and peers:
            last = max(at.release.date or "" for at in peers)
            peers = [at for at in peers if (at.release.date or "") == last]
        if not peers:
            yield CannotTell()
            continue
        if any(_same(claim, at.claim, params) for at in peers):
            known = True
            yield Consistent(claim.text)
        elif chosen(claim.fields, params["news"]) and params["news"]:
            known = True
            yield Consistent()
        else:
            shown = tuple(claim.string(field) for field in (*params["numbers"], *params["texts"]))
            wrong.setdefault(shown, []).append(claim)
            evidence.setdefault(shown, peers)
    # Said anew in one place, or side by side with what it was: the reader is told.
    if known:
        return
    for shown, places in wrong.items():
        peers = evidence[shown]
        releases = {id(at.release): at for at in peers}
        if len(releases) < params["established"]:
            yield CannotTell()
            continue
        yield _contradicted(places, list(releases.values()), params)


def _compatible(one: Claim, other: Claim, params: Mapping[str, Any]) -> bool:
    return all(
        not one.get(field) or not other.get(field) or one.folded(field) == other.folded(field)
        for field in params["compatible"]
    )


def _same(one: Claim, other: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether two claims have no figure in which they differ."""
    return all(
        not one.get(field) or not other.get(field) or agree(one.string(field), other.string(field))
        for field in params["numbers"]
    ) and all(
        not one.get(field) or not other.get(field) or one.get(field) == other.get(field) for field in params["texts"]
    )


def _contradicted(places: Sequence[Claim], peers: Sequence[_At], params: Mapping[str, Any]) -> Contradicted:
    first = places[0]
    peers = sorted(peers, key=lambda at: at.release.date or "", reverse=True)
    newest = peers[0]
    fields = [*params["numbers"], *params["texts"]]
    differing = [f for f in fields if first.get(f) and newest.claim.get(f) and not _same(first, newest.claim, {**params, "numbers": [f] if f in params["numbers"] else [], "texts": [f] if f in params["texts"] else []})]  # fmt: skip
    wanted = params["exact"]
    precise = wanted and any(
        digits(first.string(f)) >= wanted and digits(newest.claim.string(f)) >= wanted
        for f in differing
        if f in params["numbers"]
    )
    repeats = bool(params["repeats"]) and any(chosen(claim.fields, params["repeats"]) for claim in places)
    note = f"and {len(peers) - _SHOWN} more since {peers[-1].release.date}" if len(peers) > _SHOWN else ""
    return Contradicted(
        "repeated" if repeats else "precise" if precise else "changed",
        places,
        [
            Cited(at.release, at.claim.start, at.claim.end, note if i == _SHOWN - 1 else "")
            for i, at in enumerate(peers[:_SHOWN])
        ],
        {
            **first.fields,
            "found": " to ".join(
                first.string(f) for f in fields if first.get(f) and (f in differing or f in params["numbers"])
            ),
            "earlier": " to ".join(
                newest.claim.string(f)
                for f in fields
                if newest.claim.get(f) and (f in differing or f in params["numbers"])
            ),
            "earlier_date": newest.release.date or "",
            "releases": len(peers),
        },
    )
