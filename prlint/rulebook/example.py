"""What an example says: a text, and what its rule must find there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Mark(NamedTuple):
    """A half-open range of an example's text, its marks taken out."""

    start: int
    end: int


class Marked(NamedTuple):
    """An example's text without its marks, and where they stood."""

    text: str
    places: tuple[Mark, ...] = ()
    evidence: tuple[Mark, ...] = ()


class Expected(NamedTuple):
    """One finding that an example must give; what is empty or None is not looked at."""

    places: tuple[Mark, ...]
    outcome: str = ""
    severity: str = ""
    says: str | None = None


class Earlier(NamedTuple):
    """An earlier release of an example."""

    date: str
    text: Marked


class Example(NamedTuple):
    """A text, and what the rule must say of it: the findings in `expected`, or nothing.

    `evidence` are texts that must stand in the quotes or notes of the evidence,
    `marked_evidence` where evidence stands in the text itself.
    `known` is "miss" where the rule is known to fail.
    """

    id: str
    text: str
    marked_evidence: tuple[Mark, ...]
    expected: tuple[Expected, ...]
    fixed: str | None
    date: str | None
    as_of: str | None
    profile: Mapping[str, Any]
    input: str
    archive: tuple[Earlier, ...]
    evidence: tuple[str, ...]
    known: str
    line: int
