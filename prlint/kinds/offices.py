"""One person, one office; one office, one person.

A person may hold several offices at once ("CEO and CFO", "president and CEO"), and say only one of them here and
there. So offices contradict each other only where two descriptions of one person share none, and both are
offices that one person seldom holds beside the other. Offices of different companies contradict nothing, nor does a
former or an interim one.

Params:

* `claim` (claim, required): the people, with the fields `given`, `formal`, `surname`, `suffix`, `role` and `offices`.
* `sole` (texts, required): the offices that exclude each other, and that one person holds at a time.
* `not_now` (pattern, required): in a role or right before it: an office that was or will be another's.

Outcomes: `two_offices` (one person with two offices that exclude each other) and `two_holders` (two people with one
sole office of one company). Messages may name `person`, `office`, `other` (office or person) and `company`.

An example:

    kind: offices
    outcomes:
      two_offices: {severity: error, message: '{person} is {office} here and {other} there'}
    params: {claim: person, sole: [CEO, CFO], not_now: 'former|interim'}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.finding import CannotTell, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.near import squeezed
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the people"),
    "sole": Param("texts", about="offices that exclude each other and that one person holds at a time"),
    "not_now": Param("pattern", about="an office that was or will be another's"),
}

OUTCOMES = {
    "two_offices": ("person", "office", "other", "company"),
    "two_holders": ("person", "office", "other", "company"),
}

#: What stands between a role and the company that it is held in.
_OF = pattern(r"[^.;\n\"]{0,110}?\b(?:of|at|for|with) (?:the )?(?P<company>\p{Lu}[\p{L}\p{N}&'-]+)")
#: "Ardenta's CEO", "Ardenta CEO": the company before the office.
_BEFORE = pattern(r"(?P<company>\p{Lu}[\p{L}\p{N}&-]+(?: \p{Lu}[\p{L}\p{N}&-]+)?)(?:'s?|,)? $")
_POSSESSOR = pattern(r"[ ,]{0,2}(?:the )?(?P<company>\p{Lu}[\p{L}\p{N}&-]+)(?: \p{Lu}[\p{L}\p{N}&-]+){0,2}'s? ")
#: Code points before a name in which its office is qualified ("former CEO Ana Lund").
_REACH = 60


class _Held(NamedTuple):
    """Somebody's offices at one place, with the company if the text says it there (squeezed, else empty)."""

    claim: Claim
    offices: frozenset[str]
    company: str
    written: str


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each person with offices in two places, and for each office of one company."""
    document = context.release.document
    sole = frozenset(params["sole"])
    people: dict[str, list[_Held]] = {}
    for claim in claims:
        offices = claim.get("offices")
        if not isinstance(offices, tuple) or not offices or not claim.get("given"):
            continue
        held = _held(document, claim, frozenset(offices))
        if _not_now(document, claim, params["not_now"]):
            continue
        people.setdefault(_name(claim), []).append(held)
    holders: dict[tuple[str, str], list[_Held]] = {}
    for places in people.values():
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
        for held in places:
            for office in held.offices & sole:
                if held.company and (held.company, office) not in seen:
                    seen.add((held.company, office))
                    holders.setdefault((held.company, office), []).append(held)
    for (_, office), held_by in holders.items():
        if len(held_by) < 2:
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
