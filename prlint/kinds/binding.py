r"""One key stands for one thing: where it comes with two values that exclude each other, one of the two is wrong.

A registry number has one phase, a product one isotope. Values that touch do
not exclude each other: of tuples, those that share a member (Phase 2 of a
Phase 1/2 trial); of terms with a graph, those that lie on one line (lymphoma
and follicular lymphoma).

Params:

* `claim` (claim, required): the claims that bind.
* `key` (field, required): the key; claims without one bind nothing.
* `value` (field, required): the value; claims without one bind nothing.
* `shape` (pattern, none): only keys that have this shape count.
* `related` (list, none): a list with a graph of the values.
* `entity` (choice: key or none; none): `key` where two keys of one entity are one key.
* `with` (fields, none): fields that make the key together with it; claims without one bind nothing.
* `where` (mapping, none): only claims whose fields have these values bind.
* `earlier` (flag, no): compare with the issuer's earlier releases too.
* `least` (number, 1): the earlier releases that settle a value. Of one the newest alone speaks; of more, all that
  have the key must exclude the draft's value.
* `profile` (mapping, none): `{list: studies, key: id, value: phase}`: where the profile confirms values; a slash
  parts several (`1/2`), and one that goes on with more letters is narrower (`2b`).
* `written` (field, none): what is shown for the value.

Outcomes: `unconfirmed` (against the profile), `differs` (within the draft) and `changed` (against an earlier
release). Messages may name the claim's fields and `key`, `found` and `other`, or `found` and `earlier` with
`earlier_date`.

An example:

    kind: binding
    outcomes:
      differs: {severity: error, message: '{key} is {found} here and {other} there'}
    params: {claim: trial, key: study, value: phases, shape: 'NCT\d{8}'}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.graph import graph_of
from prlint.text.search import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.finding import Verdict
    from prlint.registry import Context
    from prlint.text.graph import Graph

PARAMS = {
    "claim": Param("claim", about="the claims that bind"),
    "key": Param("field", about="the key"),
    "value": Param("field", about="the value that the key has"),
    "shape": Param("pattern", None, about="only keys of this shape count"),
    "related": Param("list", "", about="a list with a graph of the values"),
    "entity": Param("choice", "none", choices=("key", "none"), about="key: two keys of one entity are one"),
    "with": Param("fields", (), about="fields that make the key together with it"),
    "where": Param("mapping", {}, about="only claims with these values bind"),
    "least": Param("number", 1, about="the earlier releases that settle a value"),
    "earlier": Param("flag", False, about="compare with earlier releases too"),
    "profile": Param("mapping", {}, about="where the profile confirms values: list, key and value"),
    "written": Param("field", "", about="what is shown for the value"),
}

OUTCOMES = {
    "unconfirmed": ("key", "found", "other"),
    "differs": ("key", "found", "other"),
    "changed": ("key", "found", "earlier", "earlier_date"),
}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each key."""
    graph = graph_of(context.lists, params["related"]) if params["related"] else None
    here = _by_key(claims, context.release, params, context)
    if not here:
        return

    def read(release: Release) -> dict[str, list[Claim]]:
        return _by_key(context.claims(release, params["claim"]), release, params, context)

    # Whose name an entity bears depends on all releases, the keys as printed on their release alone.
    kept = params["entity"] != "key"
    past = [
        (release, context.once(release, "bound", read) if kept else read(release))
        for release in reversed(context.earlier if params["earlier"] else ())
    ]
    confirmed = _confirmed(params["profile"], context.profile)
    for key, bound in here.items():
        first = bound[0]
        right = confirmed.get(key.casefold(), frozenset())
        wrong = [claim for claim in bound if right and not _holds(right, _values(claim, params["value"]))]
        if wrong:
            other = "/".join(sorted(right))
            yield Contradicted(
                "unconfirmed",
                wrong,
                [Cited(None, 0, 0, f"prlint.yaml: {key} is {other}")],
                {**wrong[0].fields, "key": key, "found": _shown(wrong[0], params), "other": other},
            )
            continue
        others = [claim for claim in bound[1:] if _exclude(first, claim, params, graph)]
        if others:
            yield Contradicted(
                "differs",
                [first, *others],
                values={**first.fields, "key": key, "found": _shown(first, params), "other": _shown(others[0], params)},
            )
            continue
        # The newest earlier release that has the key speaks: an older slip of the issuer's may have been mended since.
        # Where a key may have several values (a drug's designations), what any of them says is known.
        told = [(release, known[key]) for release, known in past if key in known]
        if len(told) < max(1, params["least"]):
            continue
        release, known = told[0]
        others = known if params["least"] <= 1 else [claim for _, then in told for claim in then]
        clashing = [claim for claim in bound if all(_exclude(claim, old, params, graph) for old in others)]
        if clashing:
            yield Contradicted(
                "changed",
                clashing,
                [Cited(old, then[0].start, then[0].end) for old, then in told[: max(1, params["least"])]],
                {
                    **clashing[0].fields,
                    "key": key,
                    "found": _shown(clashing[0], params),
                    "earlier": _shown(known[0], params),
                    "earlier_date": release.date or "",
                },
            )
        else:
            yield Consistent(f"{params['value']} of {key}")


def _by_key(
    claims: Sequence[Claim], release: Release, params: Mapping[str, Any], context: Context
) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        key = claim.string(params["key"])
        if not key or claim.get(params["value"]) in (None, "", ()) or not chosen(claim.fields, params["where"]):
            continue
        if params["shape"] is not None and params["shape"].fullmatch(key) is None:
            continue
        name = context.entity(release, claim) if params["entity"] == "key" else key
        parts = [claim.string(field) for field in params["with"]]
        if all(parts):
            found.setdefault(", ".join((name, *parts)), []).append(claim)
    return found


def _confirmed(where: Mapping[str, str], profile: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Returns the values that the profile confirms, by folded key; an entry that tells none confirms nothing."""
    entries = profile.get(where["list"], ()) if where else ()
    return {
        str(entry.get(where["key"], "")).casefold(): frozenset(str(entry[where["value"]]).casefold().split("/"))
        for entry in entries
        if entry.get(where["value"])
    }


def _holds(confirmed: frozenset[str], values: frozenset[str]) -> bool:
    """Says whether a confirmed value is one of `values`, or says it more narrowly: 2b is within 2."""
    return any(right.startswith(value) for right in confirmed for value in values)


def _exclude(one: Claim, other: Claim, params: Mapping[str, Any], graph: Graph | None) -> bool:
    mine, theirs = _values(one, params["value"]), _values(other, params["value"])
    if graph is None:
        return not mine & theirs
    return not any(graph.comparable(a, b) for a in mine for b in theirs)


def _values(claim: Claim, field: str) -> frozenset[str]:
    value = claim.get(field)
    return frozenset(value) if isinstance(value, tuple) else frozenset((str(value).casefold(),))


def _shown(claim: Claim, params: Mapping[str, Any]) -> str:
    value = claim.get(params["written"] or params["value"])
    return ", ".join(value) if isinstance(value, tuple) else str(value)
