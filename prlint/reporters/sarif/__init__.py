"""SARIF 2.1.0 (OASIS), for code scanning and editors: every finding with all its places and its evidence.

* A finding is one result, all its places its locations; evidence is related
  locations, which the message links. Evidence that is no text is in the message.
* `partialFingerprints` has our fingerprint under `prlint/v1`, and again under
  the name by which GitHub follows an alert from run to run.
* A waived finding is suppressed. Rules on trial never rank as errors: they fail no build.
* Columns and offsets are code points. A Word file or PDF has no lines: there
  the place says page or paragraph.
* Safe fixes are there where positions are those of the file.

What a draft brings in cannot make a link or a placeholder of a message.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from prlint.report import exit_code
from prlint.reporters.sarif.messages import because, message, shown
from prlint.reporters.sarif.rules import descriptor, level
from prlint.text.decode import encoding_of
from prlint.text.uris import is_part, reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.document import Document
    from prlint.finding import Evidence, Finding, Place, Point, Suggestion
    from prlint.report import DocumentInfo, Examined, Options, Report, RunError

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

#: Errors of a run that are mistakes in what the user wrote for prlint.
_OF_CONFIGURATION = ("usage", "configuration", "rule-file")

#: What relative paths are relative to, as consumers know it; where that lies is theirs to say.
_ROOT = "%SRCROOT%"


def render(report: Report, options: Options) -> str:
    """Returns the log; info and waived findings are always in it."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(report).log(options)]}
    return json.dumps(log, indent=1) + "\n"


class _Run:
    """One report, and where its documents and rules stand in the log."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._documents: dict[str, Document] = {}
        self._encodings: dict[str, str | None] = {}
        self._artifacts: dict[str, dict[str, Any]] = {}
        for info in report.documents:
            if info.release is not None:
                self._documents[info.path] = info.release.document
                self._encodings[info.path] = encoding_of(info.release.document.text, info.sha256)
            self._artifacts.setdefault(reference(info.path), self._artifact(info))
        self._places = {uri: index for index, uri in enumerate(self._artifacts)}
        self._examined: dict[str, Examined | None] = {one.rule: one for one in report.examined}
        for finding in report.findings:
            self._examined.setdefault(finding.rule, None)
        self._index = {rule: index for index, rule in enumerate(self._examined)}

    def log(self, options: Options) -> dict[str, Any]:
        report = self._report
        code = exit_code(report, options.fail_on, options.by_document)
        return {
            "tool": {
                "driver": {
                    "name": "prlint",
                    "version": report.version,
                    "semanticVersion": report.version,
                    "properties": {"rules": report.rules},
                    "rules": [descriptor(rule, examined) for rule, examined in self._examined.items()],
                }
            },
            "invocations": [
                {
                    "executionSuccessful": not report.errors,
                    "exitCode": code,
                    "toolExecutionNotifications": [
                        *(self._error(error) for error in report.errors if error.kind not in _OF_CONFIGURATION),
                        *({"level": "note", "message": message(notice)} for notice in report.notices),
                    ],
                    "toolConfigurationNotifications": [
                        self._error(error) for error in report.errors if error.kind in _OF_CONFIGURATION
                    ],
                }
            ],
            "artifacts": list(self._artifacts.values()),
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "results": [self._result(finding) for finding in report.findings],
        }

    def _artifact(self, info: DocumentInfo) -> dict[str, Any]:
        encoding = self._encodings.get(info.path)
        about = {"date": info.date, "issuer": info.issuer, "asOf": info.as_of, "words": info.words}
        return {
            "location": _at(info.path),
            "roles": ["standardStream" if info.path == "-" else "analysisTarget"],
            **({} if self._within(info) else {"hashes": {"sha-256": info.sha256}}),
            **({"encoding": encoding} if encoding else {}),
            "properties": {
                "format": info.format,
                **{name: value for name, value in about.items() if value is not None},
            },
        }

    def _within(self, info: DocumentInfo) -> bool:
        """Says whether a release is a part of its file, and has a hash of its own, which is not the file's."""
        document = self._documents.get(info.path)
        # The wrapper of a single exhibit reads as blanks; to leave out another file's hash does no harm.
        return is_part(info.path) or (document is not None and document.text[:10].isspace())

    def _result(self, finding: Finding) -> dict[str, Any]:
        proof = [evidence for evidence in finding.evidence if evidence.document and evidence.start and evidence.end]
        suppression = [] if finding.waived is None else [_suppression(finding.waived)]
        suggestion = finding.suggestion
        fixes = [self._fix(suggestion)] if suggestion and suggestion.safety == "safe" else []
        return {
            "ruleId": finding.rule,
            "ruleIndex": self._index[finding.rule],
            "kind": "fail",
            "level": level(finding.severity, finding.status),
            "message": {"text": shown(finding.message) + because(finding.evidence)},
            "locations": [self._location(place) for place in finding.places],
            "relatedLocations": [
                {**self._evidence(evidence), "id": number} for number, evidence in enumerate(proof, start=1)
            ],
            "partialFingerprints": {
                "prlint/v1": finding.fingerprint,
                "primaryLocationLineHash": f"{finding.fingerprint[:32]}:1",
            },
            # All results have it or none: an empty list says that nobody waived this one.
            "suppressions": suppression,
            **({"fixes": fixes} if fixes and all(fixes) else {}),
            "properties": {
                **({} if finding.status == "stable" else {"tags": [finding.status]}),
                "severity": finding.severity,
                "status": finding.status,
                "outcome": finding.outcome,
                "advice": finding.advice,
                **({} if suggestion is None else {"suggestion": suggestion.replacement, "safety": suggestion.safety}),
            },
        }

    def _location(self, place: Place) -> dict[str, Any]:
        document = self._documents.get(place.document)
        text = None if document is None else document.text[place.start.offset : place.end.offset]
        return self._physical(place.document, place.start, place.end, place.quote, text)

    def _evidence(self, evidence: Evidence) -> dict[str, Any]:
        assert evidence.document is not None
        assert evidence.start is not None
        assert evidence.end is not None
        said = [f'"{evidence.quote}"' if evidence.quote else "", f"({evidence.date})" if evidence.date else ""]
        words = " ".join(part for part in said if part)
        found = self._physical(evidence.document, evidence.start, evidence.end, "", None)
        return {**found, "message": message("; ".join(part for part in (words, evidence.note) if part) or "evidence")}

    def _physical(self, path: str, start: Point, end: Point, quote: str, text: str | None) -> dict[str, Any]:
        where = {
            name: number
            for name, number in (("page", start.page), ("paragraph", start.paragraph))
            if number is not None
        }
        physical: dict[str, Any] = {"artifactLocation": self._known(path)}
        # What has pages or paragraphs, or was packed in another format, has no lines that an editor could go to.
        if where or self._encodings.get(path, "") is None:
            where.update(line=start.line, column=start.column)
            shown = {"message": message(f'"{quote}"')} if quote else {}
            return {"physicalLocation": physical, **shown, "properties": where}
        physical["region"] = {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
            "charOffset": start.offset,
            "charLength": end.offset - start.offset,
            **({"snippet": {"text": text}} if text is not None else {}),
        }
        return {"physicalLocation": physical}

    def _fix(self, suggestion: Suggestion) -> dict[str, Any] | None:
        """Returns the fix, None where its positions are not those of the file."""
        changes: dict[str, list[dict[str, Any]]] = {}
        for edit in suggestion.edits:
            document = self._documents.get(edit.document)
            if document is None or self._encodings.get(edit.document) is None:
                return None
            (line, column), (last, after) = document.line_column(edit.start), document.line_column(edit.end)
            region = {"startLine": line, "startColumn": column, "endLine": last, "endColumn": after}
            changes.setdefault(edit.document, []).append(
                {
                    "deletedRegion": {**region, "charOffset": edit.start, "charLength": edit.end - edit.start},
                    "insertedContent": {"text": edit.replacement},
                }
            )
        wording = suggestion.replacement
        return {
            "description": message(f'Write "{wording}".' if wording else "Take the marked words out, or correct them."),
            "artifactChanges": [
                {"artifactLocation": self._known(path), "replacements": replacements}
                for path, replacements in changes.items()
            ],
        }

    def _known(self, path: str) -> dict[str, Any]:
        """Returns the location of a file, with its place among the artifacts where it has one."""
        location = _at(path)
        index = self._places.get(location["uri"])
        return location if index is None else {**location, "index": index}

    def _error(self, error: RunError) -> dict[str, Any]:
        region = {"startLine": error.line, "startColumn": error.column or 1} if error.line else None
        physical = None if error.document is None else {"artifactLocation": self._known(error.document)}
        if physical and region:
            physical["region"] = region
        rule: dict[str, Any] = {} if error.rule is None else {"id": error.rule}
        if error.rule in self._index:
            rule["index"] = self._index[error.rule]
        return {
            "descriptor": {"id": error.kind},
            "level": "error",
            "message": message(error.message),
            **({"locations": [{"physicalLocation": physical}]} if physical else {}),
            **({"associatedRule": rule} if rule else {}),
        }


def _at(path: str) -> dict[str, Any]:
    uri = reference(path)
    # What leads out of the folder, or is absolute, is not below the root.
    return {"uri": uri} if uri.startswith(("file:", "../")) else {"uri": uri, "uriBaseId": _ROOT}


def _suppression(waived: Mapping[str, str]) -> dict[str, Any]:
    others = {name: value for name, value in sorted(waived.items()) if name != "reason" and value}
    return {
        "kind": "inSource" if "comment" in waived else "external",
        "status": "accepted",
        "justification": waived.get("reason", ""),
        **({"properties": others} if others else {}),
    }
