"""One company, one market, two tickers.

A company's tickers on one market are in order together where a text lists them
in one parenthesis or side by side (shares and warrants), or where one begins
with the other (`ARDT` and `ARDTW`). Several markets are in order anyway.

A listing with no company before it ("the company (Nasdaq: ADRT)") may be
anybody's; it is held against the listed companies only where it is one letter
away from one ticker of the same market, and itself no ticker of anybody.

Params:

* `claim` (claim, required): the listings, with the fields `company`, `market`, `symbol` and `with`.
* `loose` (texts, none): types of claims with the same fields, for listings in running text.
* `change` (patterns, none): words in the sentence of a listing without a company that tell of another ticker, new or old.
* `single` (texts, none): markets of which a company uses one: the same ticker on two of them is a slip.
* `kin` (patterns, none): words in the sentence of one of two companies with one ticker that make them kin: a
  subsidiary bears its parent's ticker.

Outcomes: `differs` (two tickers in the release), `changed` (against the newest earlier release that lists the
company on that market) `shared` (one ticker for two companies whose names have no word in common) and `elsewhere`
(one company's ticker on two markets of which it uses one; `other` is then the other market). Messages may name `company`, `market`, `found` and `other` (of `shared`, the other company), and `earlier_date` in `changed`.

An example:

    kind: listing
    outcomes:
      differs: {severity: error, message: '{found} here, {other} elsewhere'}
    params: {claim: ticker}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import Cited, Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.near import near, squeezed
from prlint.text.search import holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the listings"),
    "loose": Param("texts", (), about="types of claims with the same fields, for listings in running text"),
    "change": Param("patterns", (), about="words beside a listing without a company that tell of another ticker"),
    "single": Param("texts", (), about="markets of which a company uses one"),
    "kin": Param("patterns", (), about="words that explain one ticker for two companies"),
}

OUTCOMES = {
    "differs": ("company", "market", "found", "other"),
    "changed": ("company", "market", "found", "other", "earlier_date"),
    "shared": ("company", "market", "found", "other"),
    "elsewhere": ("company", "market", "found", "other"),
}

_Key = tuple[str, str]

#: Code points between two listings that stand side by side.
_SIDE = 40
#: Of shorter tickers many lie a letter apart.
_SHORTEST = 3


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each company and market that the release lists."""
    here = _listed(claims)

    def read(release: Release) -> dict[_Key, list[Claim]]:
        return _listed(context.claims(release, params["claim"]))

    before = [(old, context.once(old, "listed", read)) for old in reversed(context.earlier)]
    for key, found in here.items():
        first = found[0]
        wrong = [claim for claim in found if not _together(claim, first, found)]
        if wrong:
            cited = [Cited(context.release, first.start, first.end)]
            yield Contradicted("differs", wrong, cited, _values(wrong[0], first), _corrected(wrong, first))
            continue
        was = next(((old, listed[key]) for old, listed in before if key in listed), None)
        if was is not None and not any(_together(first, claim, (*found, *was[1])) for claim in was[1]):
            old, then = was
            cited = [Cited(old, then[0].start, then[0].end)]
            yield Contradicted("changed", found, cited, {**_values(first, then[0]), "earlier_date": old.date or ""})
            continue
        if len(found) > 1 or was is not None:
            yield Consistent(f"the ticker of {first.string('company')}")
    yield from _elsewhere(here, params, context)
    yield from _shared(here, params, context)
    yield from _nobody_s(claims, here, params, context)


def _nobody_s(
    claims: Sequence[Claim], here: Mapping[_Key, list[Claim]], params: Mapping[str, Any], context: Context
) -> Iterator[Contradicted]:
    """Yields a contradiction for each listing without a company that is a letter away from the one ticker it can mean."""
    release = context.release
    loose = [claim for type in params["loose"] for claim in release.of(type)]
    bound = [claim for found in here.values() for claim in found]
    taken = {claim.string("symbol") for claim in bound}
    for old in context.earlier if bound else ():
        taken |= {one.string("symbol") for one in context.claims(old, params["claim"]) if one.string("company")}
    for claim in (*(one for one in claims if not squeezed(one.string("company"))), *loose):
        symbol, market = claim.string("symbol"), claim.string("market")
        if (
            symbol in taken
            or len(symbol) < _SHORTEST
            or holds(release.document, claim.start, claim.end, params["change"])
        ):
            continue
        close = {
            one.string("symbol"): one
            for one in reversed(bound)
            if one.string("market") == market
            and near(symbol, one.string("symbol"), most=1)
            and not _together(claim, one, bound)
        }
        if len(close) == 1 and context.admits(claim.start, claim.end):
            (right,) = close.values()
            cited = [Cited(release, right.start, right.end)]
            values = {**_values(claim, right), "company": right.string("company")}
            yield Contradicted("differs", [claim], cited, values, _corrected([claim], right))


def _elsewhere(here: Mapping[_Key, list[Claim]], params: Mapping[str, Any], context: Context) -> Iterator[Contradicted]:
    """Yields a contradiction for each ticker that the release has on two markets of which a company uses one."""
    first: dict[tuple[str, str], Claim] = {}
    release = context.release
    bound = [claim for found in here.values() for claim in found if claim.string("market") in params["single"]]
    for loose in (claim for type in params["loose"] for claim in release.of(type)):
        # "trades on the New York Stock Exchange under the symbol ARDT" beside "(Nasdaq: ARDT)"
        mine = [one for one in bound if one.string("symbol") == loose.string("symbol")]
        if (
            mine
            and loose.string("market") in params["single"]
            and all(one.string("market") != loose.string("market") for one in mine)
            and not any(holds(release.document, one.start, one.end, params["change"]) for one in (loose, *mine))
            and context.admits(loose.start, loose.end)
        ):
            right = mine[0]
            values = {**_values(loose, right), "company": right.string("company"), "other": right.string("market")}
            yield Contradicted("elsewhere", [loose], [Cited(release, right.start, right.end)], values)
    for (company, market), found in here.items():
        if market not in params["single"]:
            continue
        for claim in found:
            right = first.setdefault((company, claim.string("symbol")), claim)
            if right.string("market") == market:
                continue
            sides = claim.get("with"), right.get("with")
            # Side by side in one parenthesis, or in a sentence on the move from one to the other, both are meant.
            near_by = claim.start - right.end < _SIDE or any(
                holds(context.release.document, one.start, one.end, params["change"]) for one in (claim, right)
            )
            if not near_by and sides[0] == sides[1]:
                cited = [Cited(context.release, right.start, right.end)]
                yield Contradicted(
                    "elsewhere", [claim], cited, {**_values(claim, right), "other": right.string("market")}
                )


def _shared(here: Mapping[_Key, list[Claim]], params: Mapping[str, Any], context: Context) -> Iterator[Contradicted]:
    """Yields a contradiction for each ticker that two companies bear, whose names and sentences have nothing in common."""
    document = context.release.document
    bearers: dict[tuple[str, str], list[Claim]] = {}
    for found in here.values():
        first = found[0]
        bearers.setdefault((first.string("market"), first.string("symbol")), []).append(first)
    for (market, symbol), claims in bearers.items():
        first = claims[0]
        mine = _words(first)
        others = [claim for claim in claims[1:] if not mine & _words(claim)]
        if not others or any(holds(document, claim.start, claim.end, params["kin"]) for claim in (first, *others)):
            continue
        values = {
            "company": others[0].string("company"),
            "market": market,
            "found": symbol,
            "other": first.string("company"),
        }
        yield Contradicted("shared", others, [Cited(context.release, first.start, first.end)], values)


def _words(claim: Claim) -> frozenset[str]:
    """Returns the words of a company's name, squeezed, and its first letters: IBM and International Business Machines."""
    words = [squeezed(word) for word in claim.string("company").split()]
    return frozenset(word for word in (*words, "".join(word[:1] for word in words)) if len(word) > 1)


def _listed(claims: Iterable[Claim]) -> dict[_Key, list[Claim]]:
    listed: dict[_Key, list[Claim]] = {}
    for claim in sorted(claims, key=lambda one: one.start):
        # A listing without a name before it may be anybody's.
        if company := squeezed(claim.string("company")):
            listed.setdefault((company, claim.string("market")), []).append(claim)
    return listed


def _together(one: Claim, other: Claim, listed: Iterable[Claim]) -> bool:
    """Says whether two tickers are known to be one company's: equal, one an extension of the other, or listed together."""
    a, b = one.string("symbol"), other.string("symbol")
    if a.startswith(b) or b.startswith(a):
        return True
    return any({a, b} <= set(group) for claim in listed if isinstance(group := claim.get("with"), tuple))


def _values(wrong: Claim, right: Claim) -> dict[str, object]:
    return {
        "company": wrong.string("company"),
        "market": wrong.string("market"),
        "found": wrong.string("symbol"),
        "other": right.string("symbol"),
    }


def _corrected(wrong: Iterable[Claim], right: Claim) -> list[Replacement]:
    symbol = right.string("symbol")
    return [
        Replacement(claim.start, claim.end, claim.text.replace(claim.string("symbol"), symbol))
        for claim in wrong
        if claim.text.count(claim.string("symbol")) == 1
    ]
