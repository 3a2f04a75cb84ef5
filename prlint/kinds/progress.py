"""A value on an ordered scale may only move forward, from release to release.

A claim in the draft is compared with the comparable claims of the issuer's
earlier releases. It is contradicted where it stands lower than what had been
reached, unless both stages are known side by side: where the draft, or an
earlier release of the same day or later, holds both, they are two things.

Params:

* `claim` (claim, required): the claims to compare.
* `value` (field, required): the value; a tuple is a set of positions (`1` and `2` of Phase 1/2).
* `order` (texts, none): the scale, lowest first; words parted by `|` share a rank. Without it values are numbers,
  or words with a rank of their own (`ordered` in a claim of YAML).
* `same` (fields, none): must agree, and none may be empty.
* `compatible` (fields, none): must agree where both are given.
* `alike` (fields, none): must agree, an empty one with an empty one only.
* `within` (fields, none): what the draft's has must be in the earlier claim's too: it may say less, not more.
* `related` (mapping, none): field → list with a graph: each term must equal, hold or lie within one of the earlier
  claim's, and neither may be so broad that it says nothing.
* `entity` (mapping, none): field → claim type: the field's value is the name of such a claim (or the claim itself
  is of that type), and agrees where the two are one entity.
* `now` (mapping, none): only claims of the draft whose fields have these values are judged.
* `reached` (mapping, none): only earlier claims whose fields have these values count as reached.
* `jump_now` (mapping, none): the same for `jump`, where that looks at more.
* `exits` (texts, none): values that end the way; after one of them a lower value is no news.
* `jump_days` (number, 0): report `jump` where a rank was left out since a release at most so many days old; 0 never.
* `head` (texts, none): zones of which a value must be found in the other zones too, where those know only one.
* `vague` (patterns, none): wordings that may stand for any value, and so excuse the head.
* `written` (field, none): what is shown for the value.
* `notation` (field, none): how the value is written, reported where it changed.

Outcomes: `regression`, `related` (a regression where the related terms are not the same), `jump`, `contradiction` (head against the rest), `notation` (changed since the newest
earlier release), `mixed` (two notations in the draft). Messages may name the claim's fields and `subject`, `found`
and `earlier` with `earlier_date`, or `found` and `other`.

An example:

    kind: progress
    outcomes:
      regression: {severity: warning, message: '{found} models here; {earlier} on {earlier_date}'}
    params: {claim: models-tested, value: count}
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from prlint.finding import CannotTell, Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.graph import graph_of
from prlint.text.scale import Scale, below, between, gap
from prlint.text.search import anywhere, chosen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release, Value
    from prlint.finding import Verdict
    from prlint.registry import Context
    from prlint.text.scale import Position

PARAMS = {
    "claim": Param("claim", about="the claims to compare"),
    "value": Param("field", about="the value on the scale"),
    "order": Param("texts", (), about="the scale, lowest first; without it values are numbers"),
    "same": Param("fields", (), about="fields that must agree, none of them empty"),
    "compatible": Param("fields", (), about="fields that must agree where both are given"),
    "alike": Param("fields", (), about="fields that must agree, an empty one with an empty one only"),
    "within": Param("fields", (), about="fields of which the draft's may say less than the earlier claim's, not more"),
    "related": Param("mapping", {}, about="field: list with a graph in which the terms must lie on one line"),
    "entity": Param("mapping", {}, about="field: claim type whose name it holds"),
    "now": Param("mapping", {}, about="only claims of the draft with these values are judged"),
    "reached": Param("mapping", {}, about="only earlier claims with these values count as reached"),
    "jump_now": Param("mapping", {}, about="claims of the draft that are judged for a jump, where they are more"),
    "exits": Param("texts", (), about="values that end the way"),
    "jump_days": Param("number", 0, about="how old the release may be from which a jump is reported; 0 never"),
    "head": Param("texts", (), about="zones of which a value must be found in the others too"),
    "vague": Param("patterns", (), about="wordings that may stand for any value"),
    "written": Param("field", "", about="what is shown for the value"),
    "notation": Param("field", "", about="how the value is written"),
}

OUTCOMES = {
    "regression": ("subject", "found", "earlier", "earlier_date"),
    "related": ("subject", "found", "earlier", "earlier_subject", "earlier_date"),
    "jump": ("subject", "found", "earlier", "earlier_date"),
    "contradiction": ("subject", "found", "other"),
    "notation": ("found", "earlier", "earlier_date"),
    "mixed": ("found", "other"),
}


class _At(NamedTuple):
    """A claim, the release it stands in and its position."""

    release: Release
    claim: Claim
    position: Position


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each claim that can be compared, one contradiction for all places of one defect."""
    if not claims:
        return
    scale = Scale(params["order"])
    here = [_At(context.release, claim, scale.position(_worth(claim, params))) for claim in claims]

    def read(release: Release) -> list[_At]:
        claimed = context.claims(release, params["claim"])
        return [_At(release, claim, scale.position(_worth(claim, params))) for claim in claimed]

    past = [at for release in context.earlier for at in context.once(release, "stages", read)]
    compare = _Comparison(params, context)
    # Only what is said of the same thing can be compared: an archive of thousands is looked at once.
    alike: dict[tuple[str, ...], list[_At]] = {}
    for at in past:
        alike.setdefault(compare.key(at), []).append(at)
    found: dict[tuple[str, str, str], Contradicted] = {}
    for at in here:
        judged = chosen(at.claim.fields, params["now"])
        leaps = judged or (bool(params["jump_now"]) and chosen(at.claim.fields, params["jump_now"]))
        if at.position and leaps:
            verdict = _along(at, here, alike.get(compare.key(at), ()), params, compare)
            if isinstance(verdict, Contradicted) and verdict.outcome != "jump" and not judged:
                verdict = CannotTell()
            if not isinstance(verdict, Contradicted):
                yield verdict
                continue
            # Several places that say one thing of one subject are one defect.
            key = (verdict.outcome, str(verdict.values["subject"]), str(verdict.values["found"]))
            known = found.get(key)
            found[key] = verdict if known is None else known._replace(places=[*known.places, at.claim])
    yield from found.values()
    yield from _heads(here, params, compare, context)
    yield from _notations(here, past, params)


class _Comparison:
    """Says which claims speak of one thing, by the rule's params."""

    def __init__(self, params: Mapping[str, Any], context: Context) -> None:
        self._params = params
        self._context = context
        self._names: dict[tuple[int, str, str], str] = {}
        self._graphs = {field: graph_of(context.lists, name) for field, name in params["related"].items()}

    def comparable(self, one: _At, other: _At, *, loose: bool = False) -> bool:
        """Says whether two claims can be compared; `loose` lets the first one leave fields empty."""
        params = self._params
        return (
            all(
                self._agree(field, one, other) is True or (loose and not one.claim.get(field))
                for field in params["same"]
            )
            and all(self._agree(field, one, other) is not False for field in params["compatible"])
            and all((one.claim.get(f) or "") == (other.claim.get(f) or "") for f in params["alike"])
            and all(set(_terms(one.claim, f)) <= set(_terms(other.claim, f)) for f in params["within"])
            and all(self._related(field, one, other, loose) for field in self._graphs)
        )

    def _agree(self, field: str, one: _At, other: _At) -> bool | None:
        """Returns None where one of the two says nothing."""
        mine, theirs = one.claim.get(field), other.claim.get(field)
        if mine in (None, "", ()) or theirs in (None, "", ()):
            return None
        if field in self._params["entity"]:
            return self.name(field, one) == self.name(field, other)
        if isinstance(mine, tuple) and isinstance(theirs, tuple):
            return bool(set(mine) & set(theirs))
        return str(mine).casefold() == str(theirs).casefold()

    def _related(self, field: str, one: _At, other: _At, loose: bool) -> bool:
        mine, theirs = _terms(one.claim, field), _terms(other.claim, field)
        if loose and not (mine and theirs):
            return True
        return self._graphs[field].all_comparable(mine, theirs)

    def exact(self, one: _At, other: _At) -> bool:
        """Says whether the related fields of `one` hold nothing but terms of `other`."""
        return all(set(_terms(one.claim, field)) <= set(_terms(other.claim, field)) for field in self._graphs)

    def key(self, at: _At) -> tuple[str, ...]:
        """Returns what claims that can be compared have in common."""
        return tuple(
            self.name(field, at).casefold() for field in self._params["same"] if isinstance(at.claim.get(field), str)
        )

    def name(self, field: str, at: _At) -> str:
        """Returns the name of what a field is about: the entity's where it has one, else its value."""
        value = at.claim.string(field)
        type = self._params["entity"].get(field, "")
        if type == at.claim.type:
            return self._context.entity(at.release, at.claim)
        if not type or not value:
            return value
        known = (id(at.release), field, value)
        if known not in self._names:
            named = (claim for claim in at.release.of(type) if claim.string("name") == value)
            claim = next(named, None)
            self._names[known] = value if claim is None else self._context.entity(at.release, claim)
        return self._names[known]

    def subject(self, at: _At) -> str:
        """Returns what the value is said of, for messages: the fields that must agree, and the related ones."""
        names = [self.name(field, at) for field in self._params["same"] if isinstance(at.claim.get(field), str)]
        names += [", ".join(_terms(at.claim, field)) for field in self._graphs]
        return " in ".join(name for name in names if name)


def _terms(claim: Claim, field: str) -> tuple[str, ...]:
    value = claim.get(field)
    return value if isinstance(value, tuple) else (str(value),) if value not in (None, "") else ()


def _along(
    at: _At, here: Sequence[_At], past: Sequence[_At], params: Mapping[str, Any], compare: _Comparison
) -> Verdict:
    """Returns the verdict on one claim against the earlier releases."""
    peers = [each for each in past if each.position and compare.comparable(at, each)]
    if not peers:
        return CannotTell()
    reached = [each for each in peers if chosen(each.claim.fields, params["reached"])]
    higher = [each for each in reached if below(at.position, each.position)]
    # A number alone says nothing without its words: "more than 80 xenograft models".
    about = f"{params['value']} of {compare.subject(at)}" if params["order"] else at.claim.text
    if not higher:
        return _jump(at, here, peers, reached, params, compare) or Consistent(about)
    exact = [each for each in higher if compare.exact(at, each)]
    top = max(exact or higher, key=lambda each: (max(each.position), each.release.date or ""))
    # Both stages in one release, or the lower one again after the higher: two things go on side by side.
    beside = any(
        compare.comparable(at, each) and not below(each.position, top.position) for each in here if each.position
    )
    again = any((each.release.date or "") >= (top.release.date or "") and each.position & at.position for each in peers)
    ended = any(
        str(each.claim.get(params["value"])) in params["exits"]
        and (each.release.date or "") >= (top.release.date or "")
        and compare.comparable(at, each)
        for each in past
    )
    if beside or again or ended:
        return Consistent(about)
    return _contradicted("regression" if exact else "related", at, top, params, compare)


def _jump(
    at: _At,
    here: Sequence[_At],
    peers: Sequence[_At],
    reached: Sequence[_At],
    params: Mapping[str, Any],
    compare: _Comparison,
) -> Verdict | None:
    """Returns a contradiction where the claim stands more than a rank above all that was reached, and nothing lies between."""
    today = at.release.date
    if not params["jump_days"] or not reached or today is None:
        return None
    top = max(reached, key=lambda each: (max(each.position), each.release.date or ""))
    newest = max(each.release.date or "" for each in reached)
    if not below(top.position, at.position) or gap(top.position, at.position) < 1:
        return None
    # An old archive does not show what happened since.
    if (date.fromisoformat(today) - date.fromisoformat(newest)).days > params["jump_days"]:
        return None
    if any(each.position & at.position or between(each.position, top.position, at.position) for each in peers):
        return None
    if any(between(each.position, top.position, at.position) for each in here):
        return None
    return _contradicted("jump", at, top, params, compare)


def _contradicted(outcome: str, at: _At, earlier: _At, params: Mapping[str, Any], compare: _Comparison) -> Contradicted:
    return Contradicted(
        outcome,
        [at.claim],
        [Cited(earlier.release, earlier.claim.start, earlier.claim.end)],
        {
            **at.claim.fields,
            "subject": compare.subject(at),
            "found": _shown(at.claim, params),
            "earlier": _shown(earlier.claim, params),
            "earlier_subject": compare.subject(earlier),
            "earlier_date": earlier.release.date or "",
        },
    )


def _worth(claim: Claim, params: Mapping[str, Any]) -> Value:
    """Returns the value as the scale takes it: a word of the rule's order, else a number or a rank."""
    return claim.get(params["value"]) if params["order"] else claim.worth(params["value"])


def _shown(claim: Claim, params: Mapping[str, Any]) -> str:
    value = claim.get(params["written"] or params["value"])
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "/".join(value) if isinstance(value, tuple) else str(value)


def _heads(here: Sequence[_At], params: Mapping[str, Any], compare: _Comparison, context: Context) -> Iterator[Verdict]:
    """Yields a contradiction where the head gives a value and the rest of the release knows only another."""
    document = context.release.document
    zone = document.zone_at
    heads = [at for at in here if at.position and zone(at.claim.start) in params["head"]]
    rest = [at for at in here if at.position and zone(at.claim.start) not in params["head"]]
    for at in heads:
        # Named anywhere in the rest, of whatever subject, or spoken of without its number: the head may be right.
        if any(each.position & at.position for each in rest) or (
            params["vague"] and anywhere(document, params["vague"])
        ):
            continue
        # A headline that names no product speaks of the release's only one, if all the rest speaks of one trial.
        same = [each for each in rest if compare.comparable(at, each, loose=True)]
        named = all(at.claim.get(field) for field in params["same"])
        if len({each.position for each in (same if named else rest)}) == 1 and same:
            yield Contradicted(
                "contradiction",
                [at.claim, *(each.claim for each in same)],
                values={
                    **at.claim.fields,
                    "subject": compare.subject(at if named else same[0]),
                    "found": _shown(at.claim, params),
                    "other": _shown(same[0].claim, params),
                },
            )
            return


def _notations(here: Sequence[_At], past: Sequence[_At], params: Mapping[str, Any]) -> Iterator[Verdict]:
    """Yields what changed, or is mixed, in the way the value is written."""
    field = params["notation"]
    mine = _by_notation(here, field) if field else {}
    if len(mine) > 1:
        (_, first), (_, other), *_ = sorted(mine.items(), key=lambda item: item[1][0].claim.start)
        yield Contradicted(
            "mixed",
            [first[0].claim, other[0].claim],
            values={"found": _shown(first[0].claim, params), "other": _shown(other[0].claim, params)},
        )
        return
    dates = [at.release.date or "" for at in past if at.position and at.claim.get(field)] if mine else []
    if not dates:
        return
    before = [at for at in past if (at.release.date or "") == max(dates)]
    theirs = _by_notation(before, field)
    if len(theirs) != 1 or set(theirs) == set(mine):
        return
    ((_, now),) = mine.items()
    ((_, then),) = theirs.items()
    yield Contradicted(
        "notation",
        [at.claim for at in now],
        [Cited(at.release, at.claim.start, at.claim.end) for at in then[:2]],
        {
            "found": _several(now, params),
            "earlier": _several(then, params),
            "earlier_date": then[0].release.date or "",
        },
    )


def _by_notation(ats: Sequence[_At], field: str) -> dict[str, list[_At]]:
    found: dict[str, list[_At]] = {}
    for at in ats:
        way = at.claim.string(field)
        if at.position and way:
            found.setdefault(way, []).append(at)
    return found


def _several(ats: Sequence[_At], params: Mapping[str, Any]) -> str:
    return ", ".join(dict.fromkeys(_shown(at.claim, params) for at in ats))
