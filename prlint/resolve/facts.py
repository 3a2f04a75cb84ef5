"""Facts: what releases state of a company, a product, a person, so that two releases can be compared.

What is a fact is for the extractors to say (`TRACKED`), and for claims of YAML
by their key and value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint import registry
from prlint.text.search import chosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from prlint.claim import Claim, Release, Tracked, Value
    from prlint.resolve.resolution import Resolution

#: The group of facts that a claim of YAML defines.
OWN = "fact"


class Key(NamedTuple):
    """What a fact is about; `subject` is empty for the issuer."""

    group: str
    subject: str
    what: str


class Fact(NamedTuple):
    """One value that a release states; `place` is the first claim that states it."""

    key: Key
    value: str
    release: Release
    place: Claim


def tracked(
    types: Iterable[str], own: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
) -> dict[str, list[Tracked]]:
    """Returns the tracked facts by claim type; `own` are the key and value fields of the claims of YAML."""
    from prlint.claim import Tracked

    found: dict[str, list[Tracked]] = {}
    for type in types:
        if type in own:
            key, values = own[type]
            about = " ".join(f"{{{field}}}" for field in key)
            # Without a key the claim's own name says what the value is of: an access code's code.
            words = type.replace("-", " ")
            found[type] = [
                Tracked(
                    OWN,
                    f"{value} of {about}" if about else words if words.endswith(value) else f"{words} {value}",
                    value,
                )
                for value in values
            ]
        else:
            found[type] = list(getattr(registry.load("extractors", type), "TRACKED", ()))
    return found


def facts(
    release: Release, tracked: Mapping[str, Iterable[Tracked]], resolution: Resolution
) -> dict[Key, dict[str, Fact]]:
    """Returns what a release states: by what it is about, each value (folded) with its first place."""
    found: dict[Key, dict[str, Fact]] = {}
    for type, each in tracked.items():
        for one in each:
            for claim in release.of(type):
                if not chosen(claim.fields, one.where):
                    continue
                subject = _subject(release, claim, one, resolution)
                if one.subject and not subject:
                    continue
                key = Key(one.group, subject, _named(one.what, claim))
                for value in _values(claim.get(one.value)):
                    found.setdefault(key, {}).setdefault(value.casefold(), Fact(key, value, release, claim))
    return found


def _subject(release: Release, claim: Claim, one: Tracked, resolution: Resolution) -> str:
    name = claim.string(one.subject) if one.subject else ""
    if not name or not one.entity:
        return name
    if one.entity == claim.type:
        return resolution.entity(release, claim)
    for other in release.of(one.entity):
        if other.string("name") == name:
            return resolution.entity(release, other)
    return name


def _named(what: str, claim: Claim) -> str:
    """Returns the name of a fact with the claim's values for its fields; without them where there is none."""
    parts = []
    for word in what.split(" "):
        if word.startswith("{") and word.endswith("}"):
            parts.append(" and ".join(_values(claim.get(word[1:-1]))))
        else:
            parts.append(word)
    while parts and parts[-1] in ("", "in", "of", "on"):
        parts.pop()
    return " ".join(part for part in parts if part)


def _values(value: Value) -> Iterator[str]:
    if isinstance(value, tuple):
        # A set of positions is one value: Phase 1/2.
        if value:
            yield "/".join(value)
    elif value not in (None, "", 0):
        yield str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
