"""An e-mail address in a contact block that is a slip away from the name beside it.

The local parts that the name can give are made from `forms`, in which
`{given}`, `{surname}`, `{g}` and `{s}` stand for the names and their initials.
A local part that is one of them, or belongs to a desk, is in order; so is one
that none of them is near to. A local part of two words with a full stop between
them is also held against two capitalised words before it, whatever they are.
Which of the two is wrong, name or address, the
text does not say.

Params:

* `person` (claim, required): the people; their fields `given` and `surname` are read.
* `claim` (claim, required) and `local` (field, required): the addresses.
* `zones` (texts, required): where a name and an address belong together.
* `reach` (number, 160): code points that may lie between them.
* `forms` (texts, required): the ways in which local parts are made.
* `desks` (list, none): local parts that belong to no person.
* `shortest` (number, 5): letters that a local part has at least.

Outcome `slip`; its message may name `name`, `address`, `local` and `expected`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import CannotTell, Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.listed import items
from prlint.text.near import near, plain, squeezed, transposed
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the addresses"),
    "local": Param("field", about="the field that holds what stands before the @"),
    "person": Param("claim", about="the people"),
    "zones": Param("texts", about="where a name and an address belong together"),
    "reach": Param("number", 160, about="code points that may lie between them"),
    "forms": Param("texts", about="the ways in which local parts are made of a name"),
    "desks": Param("list", "", about="local parts that belong to no person"),
    "shortest": Param("number", 5, about="letters that a local part has at least"),
}

_WORD = pattern(r"(?<![\p{L}\p{N}.@])\p{Lu}[\p{L}'-]+")

OUTCOMES = {"slip": ("name", "address", "local", "expected")}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each address of a person or a desk in these zones."""
    document = context.release.document
    people = [one for one in context.claims(context.release, params["person"]) if one.get("given")]
    desks = frozenset(squeezed(desk) for desk in items(context.lists, params["desks"]))
    # Anybody of this release may have the mailbox, the one beside it most likely.
    everybody = {form for one in people for form in _forms(one, params["forms"])}
    for claim in claims:
        local = plain(claim.string(params["local"]))
        if not local or document.zone_at(claim.start) not in params["zones"]:
            continue
        if squeezed(local) in desks or squeezed(local) in everybody:
            yield Consistent()
            continue
        beside = [one for one in people if one.end <= claim.start and claim.start - one.end <= params["reach"]]
        person = beside[-1] if beside else None
        slips = (
            sorted(
                (
                    form
                    for form in _forms(person, params["forms"])
                    if len(form) >= params["shortest"]
                    # Another initial is that of a short form or a second name: Bill of William.
                    and squeezed(local)[1:] not in (form, form[1:])
                    and near(squeezed(local), form, most=1)
                ),
                key=len,
            )
            if person is not None and len(squeezed(local)) >= params["shortest"]
            else []
        )
        if not slips and (beside_it := _in_two(local, document.view.text, claim.start, params)) is not None:
            start, end, expected = beside_it
            name = document.view.text[start:end]
            values = {"name": name, "address": claim.text, "local": local, "expected": expected}
            yield Contradicted("slip", [claim], [Cited(context.release, start, end)], values)
            continue
        if person is None or not slips:
            yield CannotTell("whose mailbox it is") if person is not None else Consistent()
            continue
        name = f"{person.string('given')} {person.string('surname')}"
        yield Contradicted(
            "slip",
            [claim],
            [Cited(context.release, person.start, person.end)],
            {"name": name, "address": claim.text, "local": local, "expected": slips[-1]},
        )


def _in_two(local: str, text: str, at: int, params: Mapping[str, Any]) -> tuple[int, int, str] | None:
    """Returns where two capitalised words before an address are its two parts (`ana.lund`), but for a slip in one; and the right parts.

    No claim need say that they are a person: the address does, by the part that agrees.
    """
    first, dot, last = local.partition(".")
    if not dot or not first.isalpha() or not last.isalpha() or len(last) < 3:
        return None
    words = list(_WORD.finditer(text, max(0, at - params["reach"]), at))
    for one, other in zip(reversed(words[:-1]), reversed(words[1:]), strict=True):
        given, surname = plain(one.group()), plain(other.group())
        if text[one.end() : other.start()] != " ":
            continue
        same = given == first or (len(first) == 1 and given[:1] == first)
        if same and surname == last:
            return None
        if (same and _slipped(last, surname, params)) or (surname == last and _slipped(first, given, params)):
            return one.start(), other.end(), f"{given if len(first) > 1 else first}.{surname}"
    return None


def _slipped(wrong: str, right: str, params: Mapping[str, Any]) -> bool:
    if max(len(wrong), len(right)) < params["shortest"]:
        return transposed(wrong, right)
    return near(wrong, right, most=1) > 0


def _forms(person: Claim | None, forms: Sequence[str]) -> dict[str, None]:
    """Returns the local parts, letters and digits only, that a name can give."""
    if person is None:
        return {}
    surname = squeezed(person.string("surname"))
    formal = person.get("formal")
    givens = [
        squeezed(person.string("given")),
        *(squeezed(str(one)) for one in (formal if isinstance(formal, tuple) else ())),
    ]
    made: dict[str, None] = {}
    for given in givens:
        for form in forms:
            text = form.format(given=given, surname=surname, g=given[:1], s=surname[:1])
            made[squeezed(text)] = None
    return made
