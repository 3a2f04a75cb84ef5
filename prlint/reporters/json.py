"""The report as JSON, for programs: the contract that report.schema.json states.

One report is always the same bytes. Everything outside ASCII is escaped, so
that no character of a draft can steer a terminal that the report is shown on.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from prlint.report import SCHEMA

if TYPE_CHECKING:
    from prlint.finding import Evidence, Finding, Place, Point
    from prlint.report import DocumentInfo, Examined, Options, Report, RunError


def render(report: Report, options: Options) -> str:
    """Returns the report; info and waived findings are always in it."""
    return json.dumps(data(report), indent=1) + "\n"


def data(report: Report) -> dict[str, Any]:
    """Returns the report as plain data."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "prlint", "version": report.version, "rules": report.rules},
        "documents": [_document(document) for document in report.documents],
        "findings": [_finding(finding) for finding in report.findings],
        "examined": [_examined(examined) for examined in report.examined],
        "errors": [_error(error) for error in report.errors],
        "summary": report.summary._asdict(),
    }


def _document(document: DocumentInfo) -> dict[str, Any]:
    return {
        "path": _path(document.path),
        "sha256": document.sha256,
        "format": document.format,
        "date": document.date,
        "issuer": document.issuer,
        "as_of": document.as_of,
        "words": document.words,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    suggestion = finding.suggestion
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "status": finding.status,
        "outcome": finding.outcome,
        "document": _path(finding.document),
        "message": finding.message,
        "advice": finding.advice,
        "places": [_place(place) for place in finding.places],
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "suggestion": None
        if suggestion is None
        else {
            "replacement": suggestion.replacement,
            "safety": suggestion.safety,
            "edits": [{**edit._asdict(), "document": _path(edit.document)} for edit in suggestion.edits],
        },
        "fingerprint": finding.fingerprint,
        "waived": None if finding.waived is None else dict(sorted(finding.waived.items())),
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "document": _path(place.document),
        "start": _point(place.start),
        "end": _point(place.end),
        "quote": place.quote,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "document": _path(evidence.document),
        "date": evidence.date,
        "start": _point(evidence.start),
        "end": _point(evidence.end),
        "quote": evidence.quote,
        "note": evidence.note,
    }


def _examined(examined: Examined) -> dict[str, Any]:
    return {
        "rule": examined.rule,
        "contradicted": examined.contradicted,
        "consistent": examined.consistent,
        "cannot_tell": examined.cannot_tell,
        "needs": list(examined.needs),
    }


def _error(error: RunError) -> dict[str, Any]:
    return {
        "kind": error.kind,
        "document": _path(error.document),
        "rule": error.rule,
        "line": error.line,
        "column": error.column,
        "message": error.message,
    }


def _point(point: Point | None) -> dict[str, int] | None:
    if point is None:
        return None
    where = {"page": point.page, "paragraph": point.paragraph}
    return {
        "offset": point.offset,
        "line": point.line,
        "column": point.column,
        **{name: number for name, number in where.items() if number is not None},
    }


def _path(path: str | None) -> str | None:
    """Returns a path as given, with `/`; bytes that are no text in it are shown as U+FFFD."""
    if path is None or path.isascii():
        return path
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
