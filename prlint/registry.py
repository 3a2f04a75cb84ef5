"""Finds kinds, extractors, readers and reporters, and says what each must offer.

A module of `prlint/kinds`, `prlint/extractors`, `prlint/readers` or
`prlint/reporters` is found by its file name: there is no list to edit. One that takes several
files is a folder of that name, whose `__init__.py` offers it. Other
distributions add theirs through the entry points `prlint.kinds`,
`prlint.extractors`, `prlint.readers` and `prlint.reporters`; a name that is
taken already is refused. Hyphens in names are underscores in file names; a
file whose name begins with an underscore is not offered.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar, overload

from prlint.installed import GROUPS, registrations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Literal

    from prlint.claim import Claim, Release
    from prlint.document import Document
    from prlint.finding import Cited, Verdict
    from prlint.text.recurrence import Recurrence

T = TypeVar("T")

#: What messages call a member of each group.
_ONE = {"extractors": "extractor", "kinds": "kind", "readers": "reader", "reporters": "reporter"}

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

    def admits(self, start: int, end: int) -> bool:
        """Says whether the rule holds at a view span of the draft; for kinds that read the text and no claims."""

    def once(self, release: Release, name: str, make: Callable[[Release], T]) -> T:
        """Returns `make(release)`, made once in a run for this rule and kept under `name`.

        For what follows from an earlier release, the rule's parameters and the
        lists alone, so that an archive is not read again for each draft.
        """

    def shared(self, name: str, make: Callable[[], T]) -> T:
        """Returns `make()`, made once for the draft and kept under `name` for every rule that has the same `earlier`.

        For what follows from the draft, its earlier releases and the lists,
        and from nothing of the rule.
        """

    def entity(self, release: Release, claim: Claim) -> str:
        """Returns the name of the company, person, asset or study that a claim is about.

        Two claims with one entity are about one thing. The name is that of the
        profile, else the first one in the oldest release.
        """

    def recurring(self) -> Sequence[Recurrence]:
        """Returns the draft's sentences that stand in earlier releases too, in the same or nearly the same words.

        A `Recurrence` names releases by their place in `earlier`.
        """

    def happened(self, kinds: Sequence[str], names: Sequence[str] = (), since: str = "") -> Sequence[Cited]:
        """Returns where the draft, or an earlier release dated `since` (ISO) or later, tells of news of these kinds.

        Oldest first. The kinds are those of the list `news`; with `names`, news
        that names anything counts only where its sentence has a word of one of them.
        """


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


class Reader(Protocol):
    """A module of prlint/readers: one format; `SUFFIXES` are those of its files, in lower case with their dot.

    A format that is known by its content, whatever the file is called, has a
    function `recognises(data) -> bool`. One whose file holds several releases
    has `parts(path, data)`, which returns path, bytes and format of each; fourth,
    where the file has one, the ISO date for a text that bears none.
    """

    SUFFIXES: tuple[str, ...]

    def read(self, path: str, data: bytes) -> Document:
        """Returns the document without zones; raises ValueError with a sentence for a person when it cannot."""


class Refused(Exception):
    """Something that is registered cannot be used; the text is one line for a person.

    > kind 'current' is registered twice: by prlint and by acme-rules 1.2 (acme.current)
    """


class _Place(NamedTuple):
    """Where a name is found: `target` as in an entry point, `owner` who offers it."""

    target: str
    owner: str


def names(group: str) -> tuple[str, ...]:
    """Returns the names offered in a group ("kinds", "extractors", "readers", "reporters"), sorted.

    Raises Refused where two offer one name, or where a name is none.
    """
    return tuple(_places(group, tuple(sys.path)))


@overload
def load(group: Literal["extractors"], name: str) -> Extractor: ...
@overload
def load(group: Literal["kinds"], name: str) -> Kind: ...
@overload
def load(group: Literal["readers"], name: str) -> Reader: ...
@overload
def load(group: str, name: str) -> Any: ...
def load(group: str, name: str) -> Any:
    """Returns the module (or, from another distribution, the object) of that name, imported on first use.

    Raises Refused where nobody offers the name, or where another distribution's
    module cannot be imported. An error in our own modules is a bug and is raised as it is.
    """
    places = _places(group, tuple(sys.path))
    if name not in places:
        raise Refused(f"no {_ONE[group]} is named {name!r}; there are {', '.join(places) or 'none'}")
    module, _, attribute = places[name].target.partition(":")
    try:
        # As importlib.import_module does, which would itself have to be imported.
        if module not in sys.modules:
            __import__(module)
        found: Any = sys.modules[module]
        for part in attribute.split(".") if attribute else ():
            found = getattr(found, part)
    except Exception as error:
        if places[name].owner == "prlint":
            raise
        said = f"{type(error).__name__}: {error}"
        raise Refused(f"{_ONE[group]} {name!r} of {places[name].owner} does not load: {said}") from error
    return found


def extractor_order(wanted: Iterable[str]) -> tuple[str, ...]:
    """Returns the extractors `wanted` and all that they need, each after those that it needs.

    The order depends on the set of names alone. Raises Refused where an
    extractor needs a claim type that none gives, or where they need each other in a circle.
    """
    offered = names("extractors")
    order: dict[str, None] = {}

    def add(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            circle = " needs ".join((*path[path.index(name) :], name))
            raise Refused(f"extractors need each other in a circle: {circle}")
        if name in order:
            return
        for need in sorted(load("extractors", name).NEEDS):
            if need not in offered:
                raise Refused(f"extractor {name!r} needs {need!r}, which no extractor gives")
            add(need, (*path, name))
        order[name] = None

    for name in sorted(wanted):
        add(name, ())
    return tuple(order)


@cache
def _places(group: str, path: tuple[str, ...]) -> dict[str, _Place]:
    """Returns where each name of a group is found; read once for each `sys.path`."""
    if group not in GROUPS:
        raise ValueError(f"no group is named {group!r}")
    found: dict[str, _Place] = {}
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), group)
    for file in os.listdir(folder):
        stem, suffix = os.path.splitext(file)
        several = not suffix and os.path.isfile(os.path.join(folder, stem, "__init__.py"))
        if (suffix == ".py" or several) and not stem.startswith("_"):
            found[stem.replace("_", "-")] = _Place(f"prlint.{group}.{stem}", "prlint")
    for row in _others(path):
        if row.group != group:
            continue
        if not row.name.replace("-", "_").isidentifier():
            raise Refused(f"{row.distribution} registers {row.name!r} in prlint.{group}, which cannot be a name")
        name = row.name.replace("_", "-")
        other = found.get(name)
        if other:
            by = other.owner if other.owner == "prlint" else f"{other.owner} ({other.target})"
            raise Refused(
                f"{_ONE[group]} {name!r} is registered twice: by {by} and by {row.distribution} ({row.target})"
            )
        found[name] = _Place(row.target, row.distribution)
    return dict(sorted(found.items()))


_others = cache(registrations)
