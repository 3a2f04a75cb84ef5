"""What is stated must follow from the other figures that stand with it.

Figures are read as printed, each as the interval of all values it can stand for: rounded to the nearest or cut off,
widened by "approximately", opened by "more than". A statement is wrong only where no value of the stated interval
can come of the others.

Params:

* `claim` (claim, required): the claims that hold the figures, in fields, as printed or as numbers.
* `where` (mapping, empty): only claims whose fields have these values.
* `formula` (text, none): what follows from the other figures: `new / old - 1`. Names are fields; there are
  `+ - * / ^`, brackets, numbers, and `sum(field)` for a field with several figures.
* `stated` (field, none): the figure that must meet the formula's.
* `exact` (fields, none): figures that are counted, not rounded: a count of patients, of years.
* `otherwise` (texts, none): other formulas that would explain the stated figure, though the words do not say so.
* `slight` (number, 0): a difference smaller than this share of the computed figure is a slight one.
* `direction` (field, none): `up` or `down`: the sign that the formula must have; any other value says nothing.
  Without `stated`, the sign is all that is checked.
* `ordered` (texts, none): `low <= value`: figures that must stand in this order.
* `inferred` (field, none): true where the figures were not all said to belong together.

Outcomes: `differs`, `inferred` (the same, of inferred claims), `otherwise` (another formula would explain it),
`slight`, `direction` (the wrong way), and `order`. Messages may name the claim's fields, `computed` and `stated`, and
for `order` `first` and `second`.

An example:

    kind: compute
    outcomes:
      differs: {severity: error, message: '{old} to {new} is {computed}, not {stated}'}
    params: {claim: change, formula: new / old - 1, stated: change}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import CannotTell, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.formula import FormulaError, names, work_out
from prlint.text.intervals import Interval, exactly, like, printed, value
from prlint.text.search import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Value
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the claims that hold the figures"),
    "where": Param("mapping", {}, about="only claims whose fields have these values"),
    "formula": Param("text", "", about="what follows from the other figures"),
    "stated": Param("field", "", about="the figure that must meet the formula's"),
    "exact": Param("fields", (), about="figures that are counted, not rounded"),
    "otherwise": Param("texts", (), about="other formulas that would explain the stated figure"),
    "slight": Param("number", 0, about="a difference below this share of the computed figure is slight"),
    "direction": Param("field", "", about="up or down: the sign that the formula must have"),
    "ordered": Param("texts", (), about="figures that must stand in this order: `low <= value`"),
    "inferred": Param("field", "", about="true where the figures were not all said to belong together"),
}

_FIELDS = ("computed", "stated")
OUTCOMES = {
    "differs": _FIELDS,
    "inferred": _FIELDS,
    "otherwise": _FIELDS,
    "slight": _FIELDS,
    "direction": _FIELDS,
    "order": ("first", "second"),
}


def mistake(params: Mapping[str, Any]) -> str:
    """Says what is wrong with the parameters together, nothing where they are right."""
    if bool(params["formula"]) != bool(params["stated"] or params["direction"]):
        return "kind `compute` needs `formula` and `stated` together, or `formula` and `direction`"
    if not (params["formula"] or params["ordered"]):
        return "kind `compute` needs `formula` with `stated`, or `ordered`"
    for order in params["ordered"]:
        if len(order.split("<=")) != 2:
            return f"`ordered` is two figures with <= between them, not `{order}`"
    try:
        for formula in (params["formula"], *params["otherwise"]) if params["formula"] else ():
            names(formula)
    except FormulaError as error:
        return f"the formula {error}"
    return ""


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each claim."""
    for claim in claims:
        if chosen(claim.fields, params["where"]):
            yield _order(claim, params) or (_figure(claim, params) if params["formula"] else Consistent(claim.text))


def _order(claim: Claim, params: Mapping[str, Any]) -> Verdict | None:
    for order in params["ordered"]:
        first, second = (name.strip() for name in order.split("<="))
        low, high = _read(claim, first, params), _read(claim, second, params)
        # Of figures that may be equal when rounded, none is the greater.
        if len(low) == len(high) == 1 and low[0].low > high[0].high:
            return Contradicted(
                "order",
                [claim],
                values={**claim.fields, "first": claim.string(first), "second": claim.string(second)},
            )
    return None


def _figure(claim: Claim, params: Mapping[str, Any]) -> Verdict:
    found = _work_out(params["formula"], claim, params)
    stated = _read(claim, params["stated"], params) if params["stated"] else ()
    if found is None or (params["stated"] and len(stated) != 1):
        return CannotTell()
    said = claim.string(params["stated"]) if params["stated"] else ""
    # One value to show, worked out on the figures as they are printed.
    plain = work_out(params["formula"], {name: _plain(claim.get(name)) for name in names(params["formula"])})
    computed = (plain.low + plain.high) / 2 if plain else (found.low + found.high) / 2
    towards = claim.string(params["direction"]) if params["direction"] else ""
    values = {**claim.fields, "computed": like(computed, said), "stated": said}
    if (towards == "up" and found.high < 0) or (towards == "down" and found.low > 0):
        return Contradicted("direction", [claim], values=values)
    if not stated:
        return Consistent(claim.text)
    # A fall is stated without its sign; words that do not say which way it went leave both open.
    fallen = Interval(-found.high, -found.low)
    ways = (fallen,) if towards == "down" else (found, fallen) if params["direction"] and not towards else (found,)
    if params["direction"]:
        values["computed"] = like(abs(computed), said)
    if any(way.meets(stated[0]) for way in ways):
        return Consistent(claim.text)
    if any(
        other is not None
        and (other.meets(stated[0]) or (towards == "down" and Interval(-other.high, -other.low).meets(stated[0])))
        for other in (_work_out(each, claim, params) for each in params["otherwise"])
    ):
        return Contradicted("otherwise", [claim], values=values)
    apart = min(max(way.low - stated[0].high, stated[0].low - way.high) for way in ways)
    if apart < params["slight"] * abs(computed):
        return Contradicted("slight", [claim], values=values)
    inferred = bool(params["inferred"] and claim.get(params["inferred"]))
    return Contradicted("inferred" if inferred else "differs", [claim], values=values)


def _work_out(formula: str, claim: Claim, params: Mapping[str, Any]) -> Interval | None:
    return work_out(formula, {name: _read(claim, name, params) for name in names(formula)})


def _read(claim: Claim, name: str, params: Mapping[str, Any]) -> tuple[Interval, ...]:
    if name in params["exact"]:
        return _plain(claim.get(name))
    given = claim.get(name)
    each = given if isinstance(given, tuple) else (given,)
    read = [
        printed(one) if isinstance(one, str) else exactly(one) if isinstance(one, (int, float)) else None
        for one in each
    ]
    return tuple(one for one in read if one is not None) if None not in read else ()


def _plain(given: Value) -> tuple[Interval, ...]:
    each = given if isinstance(given, tuple) else (given,)
    read = [
        value(one) if isinstance(one, str) else float(one) if isinstance(one, (int, float)) else None for one in each
    ]
    return tuple(exactly(one) for one in read if one is not None) if None not in read else ()
