"""Claims with the same key must have the same value.

Within the release, and where `earlier` asks for it, along the issuer's earlier
releases too. Values are compared as values: 12.4 is 12.40, and a field that
reads as a number is one.

Params:

* `claim` (claim, required): the claims to compare.
* `key` (fields, required): what makes two claims speak of one thing. A claim in
  which a key field is empty, or the first value field, says nothing and is left out.
* `value` (fields, required): what must then be equal; words on a scale (`ordered` in a claim of YAML) have their rank.
* `fold` (texts, `case`, `spaces`): what does not count in keys and values: case,
  spaces, dashes, plural, marks, joiners (small words and commas).
* `where` (mapping, empty): only claims whose fields have these values.
* `earlier` (choice, `ignore`): against the newest earlier release that has the
  key, the value must be `same`, `not_lower` or `not_higher`.

Outcomes: `differs` (two values in the release; the first place of the first
value, and every place of another) and `changed` (against an earlier release).
Their messages may name the claim's fields; `found` and `other` (or `earlier`,
with `earlier_date`), the values; `here` and `there`, the words.

An example:

    kind: agree
    outcomes:
      differs: {severity: error, message: '{hole} returned {found} here and {other} there'}
    params:
      claim: assay
      key: [hole, metal]
      value: [grade]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import CannotTell, Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.search import chosen
from prlint.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Value
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the claims to compare"),
    "key": Param("fields", about="what makes two claims speak of one thing"),
    "value": Param("fields", about="what must then be equal"),
    "fold": Param("texts", ("case", "spaces"), about="case, spaces, dashes, plural, marks, joiners"),
    "where": Param("mapping", {}, about="only claims whose fields have these values"),
    "earlier": Param(
        "choice",
        "ignore",
        choices=("ignore", "same", "not_lower", "not_higher"),
        about="how the value must stand to that of the newest earlier release",
    ),
}

OUTCOMES = {
    "differs": ("found", "other", "here", "there"),
    "changed": ("found", "earlier", "earlier_date", "here", "there"),
}

_Folded = tuple[object, ...]

#: Code points of a claim's text that can be shown among the things found in order.
_LONGEST = 60


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each key."""
    here = _by_key(claims, params)
    earlier = () if params["earlier"] == "ignore" else tuple(reversed(context.earlier))
    # Newest first; read only as far back as the keys of the draft need.
    before = (
        [(release, _by_key(context.claims(release, params["claim"]), params)) for release in earlier] if here else []
    )
    for key, found in here.items():
        values: dict[_Folded, list[Claim]] = {}
        for claim in found:
            values.setdefault(_folded(claim, params["value"], params["fold"]), []).append(claim)
        (first, *_), *others = values.values()
        if others:
            other = others[0][0]
            yield Contradicted(
                "differs",
                sorted([first, *(claim for group in others for claim in group)], key=lambda claim: claim.start),
                values={
                    **other.fields,
                    "found": _shown(other, params),
                    "other": _shown(first, params),
                    "here": other.text,
                    "there": first.text,
                },
            )
            continue
        was = next(((release, then[key]) for release, then in before if key in then), None)
        if was is None:
            # One mention agrees with nothing: it is counted only where there was something to compare.
            if len(found) > 1:
                yield Consistent(_about(first, params))
            continue
        release, then = was
        allowed = _allowed(_folded(first, params["value"], params["fold"]), then, params)
        if allowed is None:
            yield CannotTell()
        elif allowed:
            yield Consistent(_about(first, params))
        else:
            yield Contradicted(
                "changed",
                found,
                [Cited(release, claim.start, claim.end) for claim in then[:1]],
                {
                    **first.fields,
                    "found": _shown(first, params),
                    "earlier": _shown(then[0], params),
                    "earlier_date": release.date or "",
                    "here": first.text,
                    "there": then[0].text,
                },
            )


def _by_key(claims: Sequence[Claim], params: Mapping[str, Any]) -> dict[_Folded, list[Claim]]:
    found: dict[_Folded, list[Claim]] = {}
    for claim in claims:
        if not chosen(claim.fields, params["where"]) or claim.get(params["value"][0]) in (None, ""):
            continue
        key = _folded(claim, params["key"], params["fold"])
        if all(part not in ("", None, ()) for part in key):
            found.setdefault(key, []).append(claim)
    return found


def _folded(claim: Claim, fields: Sequence[str], folds: Sequence[str]) -> _Folded:
    return tuple(_value(claim.worth(name), folds) for name in fields)


def _value(value: Value, folds: Sequence[str]) -> object:
    if isinstance(value, tuple):
        return tuple(sorted(folded(each, folds) for each in value))
    if not isinstance(value, str):
        return value
    try:
        # "1,000", "1000" and "1000.0" are one value; "1e3" and "nan" are no number a writer would mean.
        return (
            float(value.replace(",", ""))
            if value[:1].isdigit() and value[-1:].isdigit() and "e" not in value.lower() and "_" not in value
            else folded(value, folds)
        )
    except ValueError:
        return folded(value, folds)


def _allowed(now: _Folded, then: Sequence[Claim], params: Mapping[str, Any]) -> bool | None:
    """Says whether the value may follow the earlier ones, None where they cannot be put in order."""
    before = [_folded(claim, params["value"], params["fold"]) for claim in then]
    if params["earlier"] == "same":
        return now in before
    try:
        low = [value <= now if params["earlier"] == "not_lower" else value >= now for value in before]
    except TypeError:
        return None
    return any(low)


def _about(claim: Claim, params: Mapping[str, Any]) -> str:
    """Returns what was found in order, so that it can be read alone: the words, or the key and the value."""
    if len(claim.text) <= _LONGEST or not params["key"]:
        return claim.text
    return f"{_shown(claim, {'value': params['key']}, ', ')}: {_shown(claim, params)}"


def _shown(claim: Claim, params: Mapping[str, Any], between: str = " ") -> str:
    shown = []
    for name in params["value"]:
        value = claim.get(name)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        shown.append(
            ", ".join(value) if isinstance(value, tuple) else claim.string(name) if value is None else str(value)
        )
    return between.join(shown)
