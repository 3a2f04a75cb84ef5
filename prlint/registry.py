"""Finds kinds, extractors, readers and reporters, and says what each must offer.

A module of `prlint/kinds`, `prlint/extractors`, `prlint/readers` or
`prlint/reporters` is found by its file name: there is no list to edit. Other
distributions add theirs through the entry points `prlint.kinds`,
`prlint.extractors`, `prlint.readers` and `prlint.reporters`; a name that is
taken already is refused. Hyphens in names are underscores in file names.
"""

from __future__ import annotations

from importlib import import_module
from os import listdir
from os.path import dirname, join
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from prlint.claim import Claim, Release
    from prlint.document import Document, Span
    from prlint.finding import Verdict

Lists = "Mapping[str, Any]"
"""Named lists of rules/lists: plain data by name."""


class Param(NamedTuple):
    """A parameter that a kind takes.

    `type` is one of: claim (a claim type), field and fields (of that claim
    type), text, texts, pattern, patterns (regular expressions, compiled),
    number, flag, list (the name of a list in rules/lists), choice (one of
    `choices`), mapping. A parameter without a default (`...`) is required.
    """

    type: str
    default: Any = ...
    choices: tuple[str, ...] = ()
    about: str = ""


class Context(Protocol):
    """What a kind may ask for. Everything in it is read-only."""

    @property
    def release(self) -> Release:
        """The release being checked."""

    @property
    def as_of(self) -> str | None:
        """The ISO date at which the draft is judged; None where the release bears none."""

    @property
    def earlier(self) -> Sequence[Release]:
        """The same issuer's earlier releases, oldest first; never the draft or a later one."""

    @property
    def profile(self) -> Mapping[str, Any]:
        """prlint.yaml for this issuer as plain data; empty where there is none."""

    @property
    def lists(self) -> Mapping[str, Any]:
        """The named lists of rules/lists."""

    def claims(self, release: Release, type: str) -> Sequence[Claim]:
        """Returns a release's claims of a type, those outside the rule's zones left out."""

    def entity(self, release: Release, claim: Claim) -> str:
        """Returns the name of the company, person, asset or study that a claim is about.

        Two claims with one entity are about one thing. The name is that of the
        profile, else the first one in the oldest release.
        """

    def same_entity(self, type: str, name: str, other: str) -> bool:
        """Says whether two names are known to be of one company, person, asset or study."""


class Extractor(Protocol):
    """A module of prlint/extractors: one claim type, a pure function of the document.

    `NEEDS` names the claim types that `extract` reads from `claims`; `FIELDS`
    says what each field of a claim holds.
    """

    NEEDS: tuple[str, ...]
    FIELDS: Mapping[str, str]

    def extract(
        self, document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]
    ) -> Iterable[Claim]:
        """Yields the claims of this type, in any order."""


class Kind(Protocol):
    """A module of prlint/kinds: one relation between claims; its docstring is its manual page.

    `OUTCOMES` maps each outcome to the fields that its message may name.
    """

    PARAMS: Mapping[str, Param]
    OUTCOMES: Mapping[str, tuple[str, ...]]

    def check(self, claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
        """Yields a verdict on each thing looked at; `claims` are the draft's of `params["claim"]`."""


def names(group: str) -> tuple[str, ...]:
    """Returns the names of all modules of a group (kinds, extractors, readers, reporters), sorted."""
    folder = join(dirname(__file__), group)
    return tuple(
        sorted(name[:-3].replace("_", "-") for name in listdir(folder) if name.endswith(".py") and name[0] != "_")
    )


def load(group: str, name: str) -> Any:
    """Returns the module of that name; raises KeyError when there is none."""
    if name not in names(group):
        raise KeyError(name)
    return import_module(f"prlint.{group}.{name.replace('-', '_')}")


def extractor_order(wanted: Iterable[str]) -> tuple[str, ...]:
    """Returns `wanted` and all that they need, each after what it needs; raises ValueError for a circle."""
    order: list[str] = []
    open_: list[str] = []

    def visit(name: str) -> None:
        if name in order:
            return
        if name in open_:
            raise ValueError("extractors need each other in a circle: " + " → ".join([*open_, name]))
        open_.append(name)
        for need in load("extractors", name).NEEDS:
            visit(need)
        open_.pop()
        order.append(name)

    for name in sorted(wanted):
        visit(name)
    return tuple(order)
