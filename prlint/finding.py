"""Verdicts, which kinds return, and findings, which reporters print.

A kind looks at claims and gives one of three verdicts on each thing it looked
at: contradicted, consistent, cannot tell. Only a contradiction becomes a
finding, and only where the rule gives its outcome a severity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.digest import sha256

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.claim import Claim, Release
    from prlint.document import Span

SEVERITIES = ("error", "warning", "info")


class Cited(NamedTuple):
    """Evidence: a view span of a release (the draft itself or an earlier one), and why it counts.

    Evidence that is not in any text (a calendar, a profile entry) has `release` None and only a note.
    """

    release: Release | None
    start: int
    end: int
    note: str = ""


class Replacement(NamedTuple):
    """What to write at one place of the draft; view offsets."""

    start: int
    end: int
    text: str


class Contradicted(NamedTuple):
    """One defect with all its places in the draft (view spans).

    `outcome` is one that the kind declares; `values` fill the rule's message.
    `replacements` may be empty; `safe` says that they cannot change a fact.
    """

    outcome: str
    places: Sequence[Span | Claim]
    evidence: Sequence[Cited] = ()
    values: Mapping[str, object] = {}
    replacements: Sequence[Replacement] = ()
    safe: bool = False


class Consistent(NamedTuple):
    """Something looked at and found in order; `about` names it for the closing line, or is empty."""

    about: str = ""


class CannotTell(NamedTuple):
    """Something looked at and left open; `needs` says what would settle it ("filer status")."""

    needs: str = ""


Verdict = Contradicted | Consistent | CannotTell


class Point(NamedTuple):
    """A position in a decoded source: 0-based code point, 1-based line and column.

    `page` and `paragraph` are those of the file, from 1, where its format has them.
    """

    offset: int
    line: int
    column: int
    page: int | None = None
    paragraph: int | None = None

    @property
    def named(self) -> str:
        """Where a person finds it: `5:17`, or by the pages and paragraphs of a file that has no lines."""
        parts = (("page", self.page), ("paragraph", self.paragraph))
        return ", ".join(f"{word} {number}" for word, number in parts if number) or f"{self.line}:{self.column}"


class Place(NamedTuple):
    """Where a finding stands; `quote` is what the view reads there, ¶ for a joined paragraph break."""

    document: str
    start: Point
    end: Point
    quote: str


class Evidence(NamedTuple):
    """What proves a finding; `start` and `end` are None where it is not a text."""

    document: str | None
    date: str | None
    start: Point | None
    end: Point | None
    quote: str
    note: str

    @property
    def said(self) -> str:
        """The evidence in one line: `"Ardenta, Inc.", releases/old.txt:3:17 (2025-09-15); legal name`."""
        quote = f'"{self.quote}"' if self.quote else ""
        where = f"{self.document}:{self.start.named}" if self.document and self.start else ""
        dated = f" ({self.date})" if where and self.date else ""
        return "; ".join(
            part for part in (", ".join(part for part in (quote, where + dated) if part), self.note) if part
        )


class SourceEdit(NamedTuple):
    """One replacement in source code points."""

    document: str
    start: int
    end: int
    replacement: str


class Suggestion(NamedTuple):
    """`replacement` is the one wording that fits every place, else None; safety is safe or review."""

    replacement: str | None
    safety: str
    edits: tuple[SourceEdit, ...]


class Finding(NamedTuple):
    """One defect, as reported."""

    rule: str
    severity: str
    status: str
    outcome: str
    document: str
    message: str
    advice: str
    places: tuple[Place, ...]
    evidence: tuple[Evidence, ...]
    suggestion: Suggestion | None
    fingerprint: str
    waived: Mapping[str, str] | None = None

    @property
    def review(self) -> str:
        """What to do about it in one line: the wording that is suggested, else the rule's advice."""
        wording = self.suggestion.replacement if self.suggestion else None
        return f'"{wording}"' if wording else self.advice


def fingerprint(rule: str, quotes: Sequence[str], sentence: str, ordinal: int) -> str:
    """Returns the hex SHA-256 that names a finding across edits elsewhere in the draft.

    It depends on the rule, the folded quotes of all places, the folded sentence
    of the first and an ordinal among equals; never on offsets, paths, the
    message, the evidence or a date.
    """
    parts = [rule, *(_fold(quote) for quote in quotes), _fold(sentence), str(ordinal)]
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
