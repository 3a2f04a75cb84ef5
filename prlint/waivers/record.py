"""A decision to live with one finding, and what came of it in a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.finding import Finding

#: Where a decision holds: in one release, or in all of the issuer's.
SCOPES = ("release", "issuer")


#: Hexadecimal digits of a fingerprint, which is a SHA-256.
DIGITS = 64


def hexadecimal(text: str) -> bool:
    """Says whether a text can be a fingerprint or a part of one."""
    return not text.strip("0123456789abcdef")


class Identity(NamedTuple):
    """What a release is known by, whatever file it is in: issuer, ISO date, headline; empty where it does not say."""

    issuer: str = ""
    date: str = ""
    headline: str = ""


class Waiver(NamedTuple):
    """One decision.

    `quotes` and `sentence` are the view's words: those of all places, and the
    sentence of the first. `on` and `until` are ISO dates; `until` is the last
    day on which it holds, empty without an end. `path` and `line` are its place.
    """

    rule: str
    fingerprint: str
    quotes: tuple[str, ...]
    sentence: str
    message: str
    reason: str
    by: str
    on: str
    until: str
    scope: str
    release: Identity
    path: str = ""
    line: int = 0

    @property
    def name(self) -> str:
        """Returns what a person knows it by: its first words and its rule."""
        first = self.quotes[0] if self.quotes else ""
        short = first if len(first) <= 40 else f"{first[:39].rstrip()}…"
        return f'"{short}" ({self.rule})' if short.strip() else self.rule


class Standing(NamedTuple):
    """What came of a decision in a run.

    `state` is one of `STATES`, `said` the sentence for people, empty while it
    holds; `now` the fingerprint of the finding that it would have to be made on
    anew, where it expired or its text has changed.
    """

    waiver: Waiver
    state: str
    said: str = ""
    now: str = ""


#: holds: it covers a finding; changed: its text is another now; expired: its day has passed; gone: nothing is found any
#: more; idle: the same of one for all of an issuer's releases, where it says nothing; unknown: no rule has its name.
#: One whose release or rule was not in the run stands in none of them.
STATES = ("holds", "changed", "expired", "gone", "idle", "unknown")
#: Those that nobody needs any longer.
DEAD = ("changed", "expired", "gone")


class Judged(NamedTuple):
    """Findings with their waivers filled in, what became of each waiver, and the remarks that people should read."""

    findings: Sequence[Finding]
    standings: Sequence[Standing]
    notices: Sequence[str]
