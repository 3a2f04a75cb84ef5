"""One person, one office; one office, one person.

A person may hold several offices at once ("CEO and CFO", "president and CEO"), and say only one of them here and
there. So offices contradict each other only where two descriptions of one person share none, and both are
offices that one person seldom holds beside the other. Offices of different companies contradict nothing, nor does a
former or an interim one.

Params:

* `claim` (claim, required): the people, with the fields `given`, `formal`, `surname`, `suffix`, `role` and `offices`.
* `sole` (texts, required): the offices that exclude each other, and that one person holds at a time.
* `not_now` (pattern, required): in a role or right before it: an office that was or will be another's.
* `least` (number, 0): the earlier releases that settle an office; 0: none is asked.
* `days` (number, 400): how old the newest of them may be: over a year people change, and nobody need say so again.

Outcomes: `twice` (a role that names one office twice: "CFO, CFO and director"), `two_offices` (one person with two offices that exclude each other) and `two_holders` (two people with one
sole office of one company); with `least`, `changed` (the earlier releases give the person another office that excludes
it, and never this one) and `taken` (they give the office of the issuer to somebody else, and never to this person).
Messages may name `person`, `office`, `other` (office or person) and `company`, and of the last two `earlier_date` and
`count`, of the earlier releases that say so.

An example:

    kind: offices
    outcomes:
      two_offices: {severity: error, message: '{person} is {office} here and {other} there'}
    params: {claim: person, sole: [CEO, CFO], not_now: 'former|interim'}
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from prlint.document import Span
from prlint.finding import CannotTell, Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.near import near, squeezed
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the people"),
    "sole": Param("texts", about="offices that exclude each other and that one person holds at a time"),
    "not_now": Param("pattern", about="an office that was or will be another's"),
    "least": Param("number", 0, about="earlier releases that settle an office; 0 asks none"),
    "days": Param("number", 400, about="how old the newest of them may be"),
}

OUTCOMES = {
    "twice": ("person", "office", "company"),
    "two_offices": ("person", "office", "other", "company"),
    "two_holders": ("person", "office", "other", "company"),
    "changed": ("person", "office", "other", "company", "earlier_date", "count"),
    "taken": ("person", "office", "other", "company", "earlier_date", "count"),
}

#: What stands between a role and the company that it is held in.
_OF = pattern(r"[^.;\n\"]{0,110}?\b(?:of|at|for|with) (?:the )?(?P<company>\p{Lu}[\p{L}\p{N}&'-]+)")
#: "Ardenta's CEO", "Ardenta CEO": the company before the office.
_BEFORE = pattern(r"(?P<company>\p{Lu}[\p{L}\p{N}&-]+(?: \p{Lu}[\p{L}\p{N}&-]+)?)(?:'s?|,)? $")
_POSSESSOR = pattern(r"[ ,]{0,2}(?:the )?(?P<company>\p{Lu}[\p{L}\p{N}&-]+)(?: \p{Lu}[\p{L}\p{N}&-]+){0,2}'s? ")
_DOUBLED = pattern(r"\b(?P<office>C[A-Z]O|Chief \p{Lu}\p{L}+ Officer)(?:, and|,| and| &) (?P=office)\b")
#: Code points before a name in which its office is qualified ("former CEO Ana Lund").
_REACH = 60
#: Earlier releases shown.
_CITED = 2


class _Held(NamedTuple):
    """Somebody's offices at one place, with the company if the text says it there (squeezed, else empty)."""

    claim: Claim
    offices: frozenset[str]
    company: str
    written: str


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each person with offices in two places, and for each office of one company."""
    sole = frozenset(params["sole"])
    people = _people(claims, context.release, params, context)
    past = _Past(params, context)
    holders: dict[tuple[str, str], list[_Held]] = {}
    for places in people.values():
        yield from _twice(places, context.release.document)
        clash = _clash(places, sole)
        if clash is not None:
            one, other = clash
            yield Contradicted(
                "two_offices",
                [one.claim, other.claim],
                values={
                    "person": _shown(one.claim),
                    "office": ", ".join(sorted(one.offices & sole)),
                    "other": ", ".join(sorted(other.offices & sole)),
                    "company": other.written or one.written,
                },
            )
            continue
        if len(places) > 1:
            yield Consistent(_shown(places[0].claim))
        seen: set[tuple[str, str]] = set()
        if params["least"]:
            yield from past.changed(places)
        for held in places:
            for office in held.offices & sole:
                if held.company and (held.company, office) not in seen:
                    seen.add((held.company, office))
                    holders.setdefault((held.company, office), []).append(held)
    for (_, office), held_by in holders.items():
        if len(held_by) < 2:
            yield from past.taken(held_by[0], office)
            continue
        # Two ways of writing one name are a matter of names, not of offices.
        surnames = {squeezed(held.claim.string("surname")) for held in held_by}
        if len(surnames) < 2:
            yield CannotTell("whether the two are one person")
            continue
        yield Contradicted(
            "two_holders",
            [held.claim for held in held_by],
            values={
                "person": _shown(held_by[0].claim),
                "office": office,
                "other": _shown(held_by[1].claim),
                "company": held_by[0].written,
            },
        )


def _people(
    claims: Sequence[Claim], release: Release, params: Mapping[str, Any], context: Context
) -> dict[str, list[_Held]]:
    """Returns by person where a release gives them offices, those left out that are past, future or another's."""
    people: dict[str, list[_Held]] = {}
    for claim in claims:
        offices = claim.get("offices")
        if not isinstance(offices, tuple) or not offices or not claim.get("given"):
            continue
        if _not_now(release.document, claim, params["not_now"]):
            continue
        people.setdefault(_name(claim), []).append(_held(release.document, claim, frozenset(offices)))
    return people


class _Past:
    """The offices that the earlier releases give to people."""

    def __init__(self, params: Mapping[str, Any], context: Context) -> None:
        self._params = params
        self._context = context
        self._sole = frozenset(params["sole"])
        self._read: list[tuple[Release, dict[str, list[_Held]]]] | None = None

    def _newest_first(self) -> list[tuple[Release, dict[str, list[_Held]]]]:
        if self._read is None:
            context, params = self._context, self._params

            def read(release: Release) -> dict[str, list[_Held]]:
                return _people(context.claims(release, params["claim"]), release, params, context)

            self._read = [(release, context.once(release, "people", read)) for release in reversed(context.earlier)]
        return self._read

    def changed(self, places: Sequence[_Held]) -> Iterator[Verdict]:
        """Yields a contradiction where the newest earlier releases give a person other offices, and none ever these."""
        told = [held for held in places if held.offices & self._sole]
        now = frozenset().union(*(held.offices & self._sole for held in told))
        company = next((held.company for held in told if held.company), "")
        if not now:
            return
        history: list[tuple[Release, _Held]] = []
        for release, people in self._newest_first():
            then = [
                held
                for held in people.get(_name(told[0].claim), ())
                if held.offices & self._sole and (not held.company or not company or held.company == company)
            ]
            if any(held.offices & now for held in then):
                return
            history += [(release, held) for held in then[:1]]
        if self._settled(history):
            office, other = (", ".join(sorted(offices)) for offices in (now, history[0][1].offices & self._sole))
            yield self._contradicted("changed", told, history, office, other)

    def taken(self, held: _Held, office: str) -> Iterator[Verdict]:
        """Yields a contradiction where the newest earlier releases give the issuer's office to somebody else."""
        if not self._params["least"] or held.company not in _issuer(self._context.release):
            return
        history: list[tuple[Release, _Held]] = []
        for release, people in self._newest_first():
            then = [
                each
                for places in people.values()
                for each in places
                if each.company == held.company and office in each.offices
            ]
            if any(near(_name(each.claim), _name(held.claim)) or _surname(each) == _surname(held) for each in then):
                return
            history += [(release, each) for each in then[:1]]
        if self._settled(history) and len({_name(each.claim) for _, each in history[: self._params["least"]]}) == 1:
            yield self._contradicted("taken", [held], history, office, _shown(history[0][1].claim))

    def _settled(self, history: Sequence[tuple[Release, _Held]]) -> bool:
        """Says whether enough earlier releases agree, and the newest is not too old to tell of today."""
        draft = self._context.release.date
        if draft is None or len(history) < self._params["least"]:
            return False
        age = date.fromisoformat(draft) - date.fromisoformat(history[0][0].date or draft)
        return age.days <= int(self._params["days"])

    def _contradicted(
        self, outcome: str, told: Sequence[_Held], history: Sequence[tuple[Release, _Held]], office: str, other: str
    ) -> Contradicted:
        more = len(history) - _CITED
        cited = [
            Cited(release, held.claim.start, held.claim.end, f"and {more} more" if i and more > 0 else "")
            for i, (release, held) in enumerate(history[:_CITED])
        ]
        return Contradicted(
            outcome,
            [_with_role(self._context.release.document, held.claim) for held in told],
            cited,
            {
                "person": _shown(told[0].claim),
                "office": office,
                "other": other,
                "company": told[0].written,
                "earlier_date": history[0][0].date or "",
                "count": len(history),
            },
        )


def _with_role(document: Document, claim: Claim) -> Span:
    """Returns the view span of a name and the role beside it."""
    text, role = document.view.text, claim.string("role")
    sentence = document.sentence_at(claim.start)
    after = text.find(role, claim.end, min(sentence.end, claim.end + len(role) + _REACH))
    if after >= 0:
        return Span(claim.start, after + len(role))
    # In front of a name the role is known in small letters.
    before = text.lower().rfind(role.lower(), max(sentence.start, claim.start - len(role) - _REACH), claim.start)
    return Span(before if before >= 0 else claim.start, claim.end)


def _issuer(release: Release) -> frozenset[str]:
    """Returns the first word of the issuer's name, squeezed, as `_Held.company` has it."""
    return frozenset(squeezed(word) for word in release.issuer.split()[:1])


def _surname(held: _Held) -> str:
    return squeezed(held.claim.string("surname"))


def _held(document: Document, claim: Claim, offices: frozenset[str]) -> _Held:
    text = document.view.text
    stop = document.sentence_at(max(claim.start, claim.end - 1)).end
    block = document.block_at(claim.start)
    first = block.start if block else claim.start
    found = _POSSESSOR.match(text, claim.end, stop) or _OF.match(text, claim.end, stop) or _before(text, claim, first)
    company = found.group("company") if found else ""
    return _Held(claim, offices, squeezed(company), company)


def _before(text: str, claim: Claim, first: int) -> Any:
    role = claim.string("role")
    at = text.rfind(role, max(first, claim.start - len(role) - 4), claim.start) if role else -1
    return _BEFORE.search(text, max(first, at - 40), at) if at > first else None


def _twice(places: Sequence[_Held], document: Document) -> Iterator[Verdict]:
    """Yields a contradiction for each role in which one office stands twice, side by side; in brackets it is explained."""
    for held in places:
        doubled = _DOUBLED.search(held.claim.string("role"))
        if doubled is not None:
            values = {"person": _shown(held.claim), "office": doubled.group("office"), "company": held.written}
            yield Contradicted("twice", [_with_role(document, held.claim)], values=values)


def _not_now(document: Document, claim: Claim, not_now: Any) -> bool:
    text = document.view.text
    sentence = document.sentence_at(claim.start)
    around = text[max(sentence.start, claim.start - _REACH) : claim.end]
    return any(not_now.search(part) is not None for part in (claim.string("role"), around))


def _clash(places: Sequence[_Held], sole: frozenset[str]) -> tuple[_Held, _Held] | None:
    first = places[0]
    for held in places[1:]:
        mine, theirs = first.offices & sole, held.offices & sole
        if not mine or not theirs or mine & theirs:
            continue
        # Somebody may be CEO of one company and CFO of another.
        if first.company and held.company and first.company != held.company:
            continue
        if any(mine | theirs <= each.offices for each in places):
            continue
        return first, held
    return None


def _name(claim: Claim) -> str:
    formal = claim.get("formal")
    given = formal[0] if isinstance(formal, tuple) and formal else claim.string("given")
    return squeezed(f"{given} {claim.string('surname')} {claim.string('suffix')}")


def _shown(claim: Claim) -> str:
    return f"{claim.string('given')} {claim.string('surname')}"
