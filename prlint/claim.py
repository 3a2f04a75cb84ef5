"""Claims: typed, frozen facts read from one release, each with its span.

A claim says what the text says, never what is true. Its fields hold plain
values only (strings, numbers, booleans, tuples of strings; dates as ISO
strings), so that claims can be stored, compared and printed. Each extractor
declares the fields of its type in `FIELDS`, and the rule loader holds rules to
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.search import chosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from prlint.document import Document

Value = str | int | float | bool | tuple[str, ...] | None


class Claim(NamedTuple):
    """A fact. `start` and `end` are view offsets; `fields` is never changed once made."""

    type: str
    start: int
    end: int
    text: str
    fields: Mapping[str, Value]

    def get(self, name: str) -> Value:
        """Returns a field's value, None where the text does not say."""
        return self.fields.get(name)

    def worth(self, name: str) -> Value:
        """Returns what a field is compared by, so that ways of writing it do not count; else the field itself.

        That is the rank of a word on a scale (`NAME_rank`), and the ISO days of a period (`NAME_start`, `NAME_end`).
        """
        rank, start = self.fields.get(f"{name}_rank"), self.fields.get(f"{name}_start")
        if rank is not None:
            return rank
        return (str(start), self.string(f"{name}_end")) if start else self.fields.get(name)

    def string(self, name: str) -> str:
        """Returns a field as text, empty where the text does not say."""
        value = self.fields.get(name)
        return "" if value is None else str(value)

    def folded(self, name: str) -> str:
        """Returns a field as text in small letters, several words joined; empty where the text does not say."""
        value = self.fields.get(name)
        return " ".join(value).casefold() if isinstance(value, tuple) else self.string(name).casefold()


class Tracked(NamedTuple):
    """A fact that claims of one type state, and that a reviewer follows from release to release.

    An extractor lists its own under `TRACKED`; a claim of YAML has its key and value.
    `group` is what it is looked up under (asset, person, listing …), `what` its name, which may
    name fields in braces; `value` the field that holds it; `subject` the field that says what it
    is said of, empty where that is the issuer; `entity` the claim type whose name the subject is
    (the type itself where the claim is the thing). Only claims with the values of `where` state it.
    """

    group: str
    what: str
    value: str
    subject: str = ""
    entity: str = ""
    where: Mapping[str, Value] = {}


class Release(NamedTuple):
    """A document with what was read from it.

    `date` is the ISO date that the release bears, or None. `issuer`, `ticker`
    and `exchange` are as printed, or empty.
    """

    document: Document
    claims: Mapping[str, tuple[Claim, ...]]
    date: str | None = None
    issuer: str = ""
    ticker: str = ""
    exchange: str = ""

    def of(self, type: str) -> tuple[Claim, ...]:
        """Returns this release's claims of one type, in order of their place."""
        return self.claims.get(type, ())


def grouped(
    claims: Iterable[Claim], same: Sequence[str], alike: Sequence[str] = (), only: Mapping[str, object] = {}
) -> dict[tuple[str, ...], list[Claim]]:
    """Returns the claims that have the values of `only`, by what they say in the fields `same` and `alike`, folded.

    A claim that leaves one of `same` empty is in no group; one that leaves one of `alike` empty is with others that do.
    """
    found: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        key = tuple(claim.folded(field) for field in same)
        if all(key) and chosen(claim.fields, only):
            found.setdefault((*key, *(claim.folded(field) for field in alike)), []).append(claim)
    return found
