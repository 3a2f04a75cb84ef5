"""Reports made by hand, so that reporters are tested on their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.claim import Release
from prlint.finding import Evidence, Finding, Place, Point, SourceEdit, Suggestion
from prlint.readers import text as reader
from prlint.report import DocumentInfo, Examined, Report, RunError, summarise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.document import Document

DRAFT = """\
March 2, 2026

Ardenta Reports Progress

MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) today announced that the first patient was dosed \
in its study of ARD-131, a targeted conjugate that Ardenda discovered. The

agency has granted Ardenda a designation, and Ardenda expects a second one before the end of the year, it said.
"""


def release(text: str = DRAFT, path: str = "drafts/2026-03-02.txt", date: str | None = "2026-03-02") -> Release:
    """Returns a release without claims."""
    document = reader.read(path, text.encode())
    return Release(document, {}, date, "Ardenta Therapeutics, Inc.", "ARDT", "Nasdaq")


def places(document: Document, words: str) -> tuple[Place, ...]:
    """Returns every place of `words` in the source."""
    found = []
    at = document.text.find(words)
    while at >= 0:
        found.append(place(document, at, at + len(words)))
        at = document.text.find(words, at + 1)
    assert found, words
    return tuple(found)


def place(document: Document, start: int, end: int) -> Place:
    """Returns a place by its source offsets."""
    quote = " ¶ ".join(part.strip() for part in document.text[start:end].split("\n\n"))
    return Place(document.path, point(document, start), point(document, end), quote)


def point(document: Document, offset: int) -> Point:
    """Returns a position."""
    return Point(offset, *document.line_column(offset))


def evidence(document: Document, words: str, date: str | None = None, note: str = "") -> Evidence:
    """Returns the first place of `words` as evidence."""
    first = places(document, words)[0]
    return Evidence(document.path, date, first.start, first.end, words, note)


def finding(where: Sequence[Place], **changed: Any) -> Finding:
    """Returns a finding with all its parts."""
    values: dict[str, Any] = {
        "rule": "company-name-variant",
        "severity": "error",
        "status": "stable",
        "outcome": "variant",
        "document": where[0].document,
        "message": "two spellings of one name",
        "advice": "make sure which is right",
        "places": tuple(where),
        "evidence": (),
        "suggestion": None,
        "fingerprint": "0" * 64,
        "waived": None,
    }
    return Finding(**{**values, **changed})


def suggestion(where: Sequence[Place], replacement: str, safety: str = "review") -> Suggestion:
    """Returns one wording for all the places."""
    edits = tuple(SourceEdit(p.document, p.start.offset, p.end.offset, replacement) for p in where)
    return Suggestion(replacement, safety, edits)


def report(
    releases: Sequence[Release],
    findings: Sequence[Finding],
    *,
    examined: Sequence[Examined] = (),
    errors: Sequence[RunError] = (),
    notices: Sequence[str] = (),
) -> Report:
    """Returns a report on the releases."""
    documents = tuple(
        DocumentInfo(
            one.document.path,
            one.document.sha256,
            one.document.format,
            one.date,
            one.issuer or None,
            one.date,
            len(one.document.view.text.split()),
            one,
        )
        for one in releases
    )
    return Report(
        "0.1.0",
        "sha256:" + "a" * 64,
        documents,
        tuple(findings),
        tuple(examined),
        tuple(errors),
        tuple(notices),
        summarise(findings),
    )
