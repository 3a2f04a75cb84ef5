"""Findings written into a copy of the draft, where its own format has a place for remarks.

A format is one file of this folder, named like the reader of that format. It
offers `SUFFIXES`, those of the copies that it writes, and `annotate(data,
document, notes)`, which returns the copy's bytes. A file whose name begins with
an underscore is none.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from prlint.text.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prlint.document import Document
    from prlint.finding import Evidence, Finding, Place

#: Pieces of evidence that a note quotes, and code points of each.
_MOST_EVIDENCE = 4
_LONGEST_QUOTE = 300


class Note(NamedTuple):
    """What is said about source `[start, end)`: `paragraphs` of text, the message first."""

    start: int
    end: int
    severity: str
    rule: str
    paragraphs: tuple[str, ...]


class Annotator(Protocol):
    """A module of this folder."""

    SUFFIXES: tuple[str, ...]

    def annotate(self, data: bytes, document: Document, notes: Sequence[Note]) -> bytes:
        """Returns a copy of the file `data` with the notes at their places; `document` is what it reads.

        Raises ValueError with a sentence for a person where the format cannot hold them.
        """


def formats() -> tuple[str, ...]:
    """Returns the names of the formats that can be annotated, sorted."""
    files = (os.path.splitext(file) for file in os.listdir(os.path.dirname(os.path.abspath(__file__))))
    return tuple(sorted(name for name, suffix in files if suffix == ".py" and not name.startswith("_")))


def load(format: str) -> Annotator:
    """Returns the module of a format, one of `formats()`, imported on first use."""
    module = f"prlint.annotate.{format}"
    __import__(module)
    return cast("Annotator", sys.modules[module])


def suffixes() -> dict[str, str]:
    """Returns the format that writes copies of each suffix, by suffix."""
    return {suffix: name for name in formats() for suffix in load(name).SUFFIXES}


def notes(document: Document, findings: Iterable[Finding]) -> list[Note]:
    """Returns a note for each place of the findings in this document, in order of place."""
    found = []
    for finding in findings:
        here = [place for place in finding.places if place.document == document.path]
        for i, place in enumerate(here):
            rule = f"{finding.rule} ({finding.severity})" + (f", place {i + 1} of {len(here)}" if len(here) > 1 else "")
            said = tuple(printable(line) for line in (*_said(document, finding, place), rule))
            found.append(Note(place.start.offset, place.end.offset, finding.severity, finding.rule, said))
    return sorted(found, key=lambda note: (note.start, note.end, note.rule))


def _said(document: Document, finding: Finding, place: Place) -> Iterator[str]:
    yield finding.message
    shown = finding.evidence[:_MOST_EVIDENCE]
    for evidence in shown:
        yield f"Because: {_evidence(document, evidence)}"
    if len(finding.evidence) > len(shown):
        yield f"Because: {len(finding.evidence) - len(shown)} more"
    wording = _wording(document, finding, place)
    if wording:
        yield f"Instead: {wording}"
    if finding.advice:
        yield finding.advice


def _evidence(document: Document, evidence: Evidence) -> str:
    said = evidence.quote if len(evidence.quote) <= _LONGEST_QUOTE else f"{evidence.quote[:_LONGEST_QUOTE]} …"
    said = f'"{said}"' if said else ""
    if said and evidence.document != document.path:
        where = [part for part in (evidence.date, os.path.basename(evidence.document or "")) if part]
        said += f" ({', '.join(where)})"
    elif said and evidence.start is not None and evidence.start.paragraph is not None:
        said += f" (paragraph {evidence.start.paragraph})"
    return "; ".join(part for part in (said, evidence.note) if part)


def _wording(document: Document, finding: Finding, place: Place) -> str:
    """Returns how the words of a place would read with the suggestion; empty where it says nothing about them."""
    if finding.suggestion is None:
        return ""
    start, end = place.start.offset, place.end.offset
    at = start
    parts: list[str] = []
    for edit in sorted(finding.suggestion.edits, key=lambda edit: edit.start):
        if edit.document == document.path and start <= edit.start and edit.end <= end:
            parts += (document.text[at : edit.start], edit.replacement)
            at = edit.end
    if not parts:
        return ""
    return " ".join("".join([*parts, document.text[at:end]]).split())
