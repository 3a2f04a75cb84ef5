"""What a rule is once it has been checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.rulebook.example import Example
    from prlint.rulebook.fact import Fact
    from prlint.text.error import RuleError
    from prlint.text.patterns import Pattern

STATUSES = ("trial", "stable", "deprecated")

#: What a rule may compare the draft with; the draft itself always counts.
COMPARED = ("document", "archive", "profile")

#: The zones that a rule may name.
ZONES = (
    "header-date",
    "headline",
    "subhead",
    "dateline",
    "lead",
    "body",
    "quote",
    "title",
    "about",
    "fls",
    "isi",
    "legend",
    "table",
    "footnote",
    "page-header",
    "text-box",
    "contacts",
    "source",
    "endmark",
)


class Outcome(NamedTuple):
    """How one outcome of the kind is reported; without advice of its own, with the rule's."""

    severity: str
    message: str
    advice: str = ""


class Zones(NamedTuple):
    """Where a rule holds: in `only` (empty: everywhere), and not in `excluded`."""

    only: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    def admit(self, zones: frozenset[str]) -> bool:
        """Says whether a claim in these zones counts."""
        return not (zones & set(self.excluded)) and (not self.only or bool(zones & set(self.only)))


class Phrase(NamedTuple):
    """A wording that excuses a finding, as written and as a pattern."""

    written: str
    pattern: Pattern
    line: int


class Unless(NamedTuple):
    """A reason for silence. All the conditions that are given must hold, of a list any one phrase.

    `news` are kinds of news that the draft, or an earlier release since the newest evidence, may tell of; `about` are
    the message's fields of which one must share a word with what the news is about; `outcome` are those that it holds for.
    """

    id: str
    why: str
    sentence: tuple[Phrase, ...] = ()
    before: tuple[Phrase, ...] = ()
    after: tuple[Phrase, ...] = ()
    document: tuple[Phrase, ...] = ()
    zone: tuple[str, ...] = ()
    news: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()


class Reference(NamedTuple):
    """Where a fact comes from, and when it was last looked up there."""

    title: str
    url: str
    checked: str


class Rule(NamedTuple):
    """A checked rule.

    Dates are ISO strings; `path` is as given, with `/`; `line` is that of its
    id. `examples` are there where they were asked for. A finding of a rule that
    `gives_way` is left out where another rule raises an alarm on the same words,
    one of a rule on `spelling` where the profile trusts its words. `consistent`
    is how the report names what the rule found in order; it may name the field `about`.
    """

    id: str
    title: str
    family: str
    kind: str
    status: str
    compare: tuple[str, ...]
    outcomes: Mapping[str, Outcome]
    zones: Zones
    params: Mapping[str, Any]
    unless: tuple[Unless, ...]
    gives_way: bool
    spelling: bool
    consistent: str
    advice: str
    why: str
    sources: tuple[Reference, ...]
    since: str
    valid_from: str | None
    valid_to: str | None
    examples: tuple[Example, ...]
    path: str
    line: int


class Origin(NamedTuple):
    """Where a rulebook is kept, what its files looked like, and how many compiled patterns are kept with it."""

    path: str
    stamp: tuple[object, ...]
    patterns: int


class Rulebook(NamedTuple):
    """Everything that was loaded.

    `lists` is plain data by the file's name, `facts` are the claims defined in
    YAML. `errors` says what could not be loaded; all the rest is there.
    `digest` is "sha256:…" over the content of rules, claims and lists. `origin`
    is for the cache alone: what it needs to keep this rulebook.
    """

    rules: tuple[Rule, ...]
    lists: Mapping[str, Any]
    facts: tuple[Fact, ...]
    errors: tuple[RuleError, ...]
    digest: str
    origin: Origin | None = None

    def rule(self, id: str) -> Rule | None:
        """Returns a rule by its id."""
        for rule in self.rules:
            if rule.id == id:
                return rule
        return None
