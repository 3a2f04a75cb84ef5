r"""A fact that the issuer's earlier releases settle has another value at every place of the draft.

A draft whose slip is the same everywhere agrees with itself: only the record
objects. A value is settled where the newest earlier releases that tell of the
key (`least` of them) all have it: one that changed and stayed is the new one, and two
that take turns settle nothing. A value that any earlier release has is known,
and never a finding; nor is a new one beside the settled one.

Slips are: two neighbours that changed places (`swap`), another digit (`digit`), another letter (`letter`), a letter
too many or too few (`length`), the first or last word lost (`word`). Where neighbours differ by nature a slip counts
only at the same place, beside the same thing or after the same words: in the last digits, which number a
series, and, where `beside` is given, in the first letter, an initial.

Params:

* `claim` (claim, required), `key` (fields, none) and `value` (fields, required): what is told, of what. Without a
  key it is the issuer's own fact. A claim in which a key field or the first value field is empty says nothing.
* `where` (mapping, empty): only claims whose fields have these values; `was` (mapping, empty): settled are those with these.
* `fold` (texts, `case`, `spaces`): what does not count in keys and values.
* `ways` (mapping, empty): values that are one: `{corporation: [Corp., Corporation]}`; those that are not named stand for themselves.
* `least` (number, 2): the earlier releases that settle a value.
* `several` (flag, no): a release may tell of many values (telephone numbers): a new one is no change, only slips count.
* `near` (texts, none): slips that count.
* `shortest` (number, 4): letters and digits that a value with a slip has at least.
* `series` (number, 2): digits at the end of a value that number a series.
* `beside` (claim, none): what makes a place the same is the last claim of this type before it, within `reach`
  (number, 160) code points.
* `around` (number, 3): the words of the sentence before a place that make it the same; 0 where words do not.
* `real` (list, none): values that are right in themselves, and no slip.

Outcomes: `slip` (a slip away from a settled value) and `changed` (another one altogether). Messages may name the
claim's fields; `found` and `expected` (the values as printed), `key`, `count` (of the earlier releases with the settled value) and
`earlier_date` (of the newest).

An example:

    kind: steady
    outcomes:
      slip: {severity: warning, message: '{found} here; {count} earlier releases have {expected}'}
    params: {claim: phone, value: [digits], several: true, near: [swap, digit], beside: person}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import Cited, Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.listed import items
from prlint.text.near import near, squeezed, transposed
from prlint.text.patterns import pattern
from prlint.text.search import chosen
from prlint.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="what is told"),
    "key": Param("fields", (), about="of what it is told; without one, of the issuer"),
    "value": Param("fields", about="what of it stays"),
    "where": Param("mapping", {}, about="only claims whose fields have these values"),
    "was": Param("mapping", {}, about="only values of claims whose fields have these values are settled"),
    "fold": Param("texts", ("case", "spaces"), about="what does not count in keys and values"),
    "ways": Param("mapping", {}, about="values that are one"),
    "least": Param("number", 2, about="earlier releases that settle a value"),
    "several": Param("flag", False, about="a release may tell of many values; only slips count"),
    "near": Param("texts", (), about="slips that count: swap, digit, letter, length, word"),
    "shortest": Param("number", 4, about="letters and digits that a value with a slip has at least"),
    "series": Param("number", 2, about="digits at the end of a value that number a series"),
    "beside": Param("claim", "", about="what before a place makes it the same"),
    "reach": Param("number", 160, about="code points that may lie between them"),
    "around": Param("number", 3, about="words before a place that make it the same"),
    "real": Param("list", "", about="values that are right in themselves"),
}

_FIELDS = ("key", "found", "expected", "count", "earlier_date")
OUTCOMES = {"slip": _FIELDS, "changed": _FIELDS}

_Key = tuple[str, ...]
#: A release's claims by key and value, each in order of place.
_Told = dict[_Key, dict[str, list["Claim"]]]

_WORD = pattern(r"\p{L}[\p{L}'.-]*")
#: Releases shown as evidence; the note of the last one counts the others.
_SHOWN = 2


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each key of which enough earlier releases tell."""
    here = _told(claims, context.release, params, context)
    if not here or len(context.earlier) < params["least"]:
        return

    def read(release: Release) -> _Told:
        return _told(context.claims(release, params["claim"]), release, params, context)

    past = [(release, context.once(release, "steady", read)) for release in context.earlier]
    for key, values in here.items():
        history = [(release, then[key]) for release, then in past if key in then]
        if len(history) < params["least"]:
            continue
        # Newest first; a value that was ever told is known, right or wrong.
        known: dict[str, list[tuple[Release, Claim]]] = {}
        for release, then in reversed(history):
            for value, told in then.items():
                known.setdefault(value, []).append((release, told[0]))
        settled = _settled(history, known, params)
        missing = [value for value in settled if value not in values]
        new = [value for value in values if value not in known]
        if not new or not missing:
            yield Consistent(next(iter(values.values()))[0].text)
            continue
        yield from _judged(key, new, values, missing, known, len(settled) == 1, params, context)


def _judged(
    key: _Key,
    new: Sequence[str],
    values: Mapping[str, list[Claim]],
    missing: Sequence[str],
    known: Mapping[str, list[tuple[Release, Claim]]],
    single: bool,
    params: Mapping[str, Any],
    context: Context,
) -> Iterator[Verdict]:
    """Yields a verdict for each value that no earlier release has; `missing` are those that the draft should have."""
    real = frozenset(folded(name, params["fold"]) for name in items(context.lists, params["real"]))
    found_slip = False
    for value in new:
        slip = next((one for one in missing if _slip(value, one, values[value], known[one], real, params, context)), "")
        if slip:
            found_slip = True
            yield _contradicted("slip", key, values[value], known[slip], params)
    if found_slip:
        return
    if params["several"] or not single or len(new) != len(values):
        # Another number beside those known, or one of which the record itself has two.
        yield Consistent()
        return
    places = sorted((claim for value in new for claim in values[value]), key=lambda claim: claim.start)
    yield _contradicted("changed", key, places, known[missing[0]], params)


def _told(claims: Sequence[Claim], release: Release, params: Mapping[str, Any], context: Context) -> _Told:
    ways = {
        folded(way, params["fold"]): folded(one, params["fold"]) for one, many in params["ways"].items() for way in many
    }
    told: _Told = {}
    for claim in claims:
        if not chosen(claim.fields, params["where"]) or claim.get(params["value"][0]) in (None, "", ()):
            continue
        key = tuple(folded(claim.string(name), params["fold"]) for name in params["key"])
        if not all(key):
            continue
        parts = (folded(claim.string(name), params["fold"]) for name in params["value"])
        value = " ".join(ways.get(part, part) for part in parts if part)
        told.setdefault(key, {}).setdefault(value, []).append(claim)
    return told


def _settled(
    history: Sequence[tuple[Release, Mapping[str, list[Claim]]]],
    known: Mapping[str, list[tuple[Release, Claim]]],
    params: Mapping[str, Any],
) -> list[str]:
    """Returns the values that the record settles, the newest first."""
    least = int(params["least"])
    good = [value for value, cases in known.items() if len(cases) >= least]
    if not params["several"]:
        newest = [then for _, then in history[-least:]]
        good = [value for value in good if all(value in then for then in newest) and not _turns(value, history, least)]
    return [value for value in good if chosen(known[value][0][1].fields, params["was"])]


def _turns(value: str, history: Sequence[tuple[Release, Mapping[str, list[Claim]]]], least: int) -> bool:
    """Says whether the value and another one take turns: the other one stands alone, often enough, between two of its own."""
    other: dict[str, int] = {}
    begun = False
    for _, then in history:
        if value in then:
            begun = True
        elif begun:
            for one in then:
                other[one] = other.get(one, 0) + 1
    return any(count >= max(2, least) for count in other.values())


def _slip(
    value: str,
    right: str,
    found: Sequence[Claim],
    cases: Sequence[tuple[Release, Claim]],
    real: frozenset[str],
    params: Mapping[str, Any],
    context: Context,
) -> bool:
    """Says whether `value` is `right` with a slip, at a place that may be the same."""
    way = _way(value, right, params["near"], int(params["shortest"]))
    if not way or value in real:
        return False
    if way in ("swap", "word") or not _neighbours(squeezed(value), squeezed(right), way, params):
        return True
    beside = _beside(context.release, found[0], params, context)
    if beside and any(beside == _beside(release, claim, params, context) for release, claim in cases[:_SHOWN]):
        return True
    words = int(params["around"])
    before = _before(context.release, found[0], words, way) if words else ()
    return bool(before) and any(before == _before(release, claim, words, way) for release, claim in cases[:_SHOWN])


def _way(value: str, right: str, ways: Sequence[str], shortest: int) -> str:
    """Returns the slip that leads from the right value to this one; empty where none of those that count does."""
    if " " in right and (right.endswith(f" {value}") or right.startswith(f"{value} ")):
        return "word" if "word" in ways else ""
    a, b = squeezed(value), squeezed(right)
    if a == b or min(len(a), len(b)) < shortest:
        return ""
    way = ""
    if transposed(a, b):
        way = "swap"
    elif len(a) == len(b):
        apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        if len(apart) == 1:
            digits = apart[0][0].isdigit() + apart[0][1].isdigit()
            way = ("letter", "", "digit")[digits]
    elif near(a, b, most=1) and _digits(a) == _digits(b):
        way = "length"
    return way if way in ways else ""


def _neighbours(value: str, right: str, way: str, params: Mapping[str, Any]) -> bool:
    """Says whether things that belong side by side can differ so: in the last digits of a number, in an initial."""
    same = next((i for i, (x, y) in enumerate(zip(value, right, strict=False)) if x != y), min(len(value), len(right)))
    if way == "digit":
        return same >= len(value) - int(params["series"])
    return bool(params["beside"]) and same == 0


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _beside(release: Release, claim: Claim, params: Mapping[str, Any], context: Context) -> str:
    """Returns the thing that the last claim before a place is about, empty where none is in reach."""
    if not params["beside"]:
        return ""
    last = None
    for one in release.of(params["beside"]):
        if one.start >= claim.start:
            break
        last = one
    if last is None or claim.start - last.end > params["reach"]:
        return ""
    return context.entity(release, last)


def _before(release: Release, claim: Claim, count: int, way: str) -> tuple[str, ...]:
    """Returns the last words of the sentence before a place, and those of the claim beside its number; none of fewer than two."""
    document = release.document
    start = max(document.sentence_at(claim.start).start, claim.start - 24 * count)
    end = claim.end if way == "digit" else claim.start
    words = [squeezed(match.group()) for match in _WORD.finditer(document.view.text, start, end)]
    return tuple(words[-count:]) if len(words) > 1 else ()


def _contradicted(
    outcome: str,
    key: _Key,
    found: Sequence[Claim],
    cases: Sequence[tuple[Release, Claim]],
    params: Mapping[str, Any],
) -> Contradicted:
    cited = []
    for i, (release, claim) in enumerate(cases[:_SHOWN]):
        rest = len(cases) - _SHOWN
        since = cases[-1][0].date or "an undated one"
        note = f"and {rest} more {'release' if rest == 1 else 'releases'} since {since}" if i and rest > 0 else ""
        cited.append(Cited(release, claim.start, claim.end, note))
    release, right = cases[0]
    wrong, expected = _shown(found[0], params), _shown(right, params)
    values = {
        **found[0].fields,
        "key": found[0].string(params["key"][0]) if params["key"] else "",
        "found": wrong,
        "expected": expected,
        "count": len(cases),
        "earlier_date": release.date or "",
    }
    return Contradicted(outcome, found, cited, values, list(_replaced(found, wrong, expected, right, params)))


def _shown(claim: Claim, params: Mapping[str, Any]) -> str:
    """Returns the value as printed: the claim's words where they are the value and no more, else its fields."""
    said = " ".join(claim.string(name) for name in params["value"] if claim.string(name))
    return claim.text if squeezed(claim.text) == squeezed(said) else said


def _replaced(
    found: Sequence[Claim], wrong: str, expected: str, right: Claim, params: Mapping[str, Any]
) -> Iterator[Replacement]:
    for claim in found:
        shown = _shown(claim, params)
        if shown == claim.text and _shown(right, params) == right.text:
            yield Replacement(claim.start, claim.end, right.text)
        elif claim.text.count(wrong) == 1:
            yield Replacement(claim.start, claim.end, claim.text.replace(wrong, expected))
