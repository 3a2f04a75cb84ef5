"""Which mentions name one person: nicknames, initials and surnames after an introduction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.text.near import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from prlint.claim import Claim, Release
    from prlint.resolve.memo import Memo

_Known = list[tuple[str, frozenset[str], frozenset[str], str]]


def entities(
    releases: Sequence[Release], profile: Mapping[str, Any], memo: Memo | None = None
) -> Callable[[Release, Claim], str]:
    """Returns what gives a mention the name of its person: the profile's, else the first full one of the oldest release.

    A given name stands for its short forms and for its initial, where surname
    and, if both tell one, office agree. A bare surname is the one person of
    that surname; where there are several, or none, it stays itself.
    """
    known: _Known = []  # surname, given names that the one printed can stand for, offices, the name as first told
    for entry in profile.get("people", ()):
        for name in (entry["name"], *entry.get("also", ())):
            words = str(name).split(",")[0].split()
            if words:
                known.append((plain(words[-1]), frozenset(map(plain, words[:1])), frozenset(), str(entry["name"])))
    for release in sorted(releases, key=lambda one: one.date or ""):
        for claim in release.of("person"):
            if claim.get("given") and _find(known, claim) is None:
                known.append(
                    (plain(claim.string("surname")), _texts(claim, "formal"), _texts(claim, "offices"), _full(claim))
                )

    def entity(release: Release, claim: Claim) -> str:
        if claim.get("given"):
            return _find(known, claim) or _full(claim)
        surname = plain(claim.string("surname"))
        named = {name for last, _, _, name in known if last == surname or surname in last.split()}
        return named.pop() if len(named) == 1 else claim.string("surname")

    return entity


def _find(known: _Known, claim: Claim) -> str | None:
    """Returns the name of the first known person whom a full name can mean."""
    surname, given, offices = plain(claim.string("surname")), plain(claim.string("given")), _texts(claim, "offices")
    formal = _texts(claim, "formal")
    for last, names, held, name in known:
        if last != surname:
            continue
        # Two people of one surname, whose short names agree, hold different offices.
        if given in names or (formal & names and (not held or not offices or held & offices)):
            return name
        if any(
            len(short.strip(".")) == 1 and short[:1] == long[:1]
            for one in names
            for short, long in ((one, given), (given, one))
        ):
            return name
    return None


def _texts(claim: Claim, field: str) -> frozenset[str]:
    value = claim.get(field)
    return frozenset(plain(str(one)) for one in value) if isinstance(value, tuple) else frozenset()


def _full(claim: Claim) -> str:
    return f"{claim.string('given')} {claim.string('surname')}"
