"""The releases of the report: each with its text, the findings that mark it, and what lies behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.finding import SEVERITIES
from prlint.reporters.html.cards import card
from prlint.reporters.html.frame import names
from prlint.reporters.html.marked import Mark, parts
from prlint.reporters.html.timeline import pictures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.document import Document
    from prlint.finding import Finding
    from prlint.report import DocumentInfo, Options, Report
    from prlint.reporters.html.cards import Card
    from prlint.reporters.html.marked import Part
    from prlint.reporters.html.timeline import Picture


class Sheet(NamedTuple):
    """A release with its findings."""

    id: str
    info: DocumentInfo
    name: str
    headline: str
    cards: tuple[Card, ...]
    parts: tuple[Part, ...]
    pictures: tuple[Picture, ...]
    counts: dict[str, int]


def sheets(report: Report, options: Options) -> list[Sheet]:
    """Returns the releases in the order of the report; what is shown at first is numbered first."""
    # So the numbers on the page have no gaps.
    order = sorted(report.findings, key=lambda finding: not _shown(finding, options))
    numbers = {id(finding): number for number, finding in enumerate(order, start=1)}
    by_document: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_document.setdefault(finding.document, []).append(finding)
    documents = {info.path: info.release.document for info in report.documents if info.release}
    rules = {one.rule: one for one in report.examined}
    called = names({*documents, *(info.path for info in report.documents), *_cited(report)})
    marks: dict[str, list[Mark]] = {}
    for finding in report.findings:
        for mark, path in _marks(finding, numbers[id(finding)], documents):
            marks.setdefault(path, []).append(mark)
    found = []
    for i, info in enumerate(report.documents, start=1):
        own = sorted(by_document.get(info.path, ()), key=lambda finding: _first(finding, numbers[id(finding)]))
        document = documents.get(info.path)
        history = info.history
        found.append(
            Sheet(
                f"d{i}",
                info,
                called[info.path],
                _headline(document),
                tuple(card(one, numbers[id(one)], _shown(one, options), rules, documents, called) for one in own),
                tuple(parts(document, marks.get(info.path, ()))) if document else (),
                tuple(pictures(history.stands, info.path)) if history and history.earlier else (),
                {s: sum(f.severity == s and f.waived is None for f in own) for s in SEVERITIES},
            )
        )
    return found


def _first(finding: Finding, number: int) -> tuple[int, int]:
    return (finding.places[0].start.offset if finding.places else 0, number)


def _shown(finding: Finding, options: Options) -> bool:
    return finding.waived is not None or finding.severity in options.shown


def _headline(document: Document | None) -> str:
    if document is None:
        return ""
    zone = next((zone for zone in document.zones if zone.name == "headline"), None)
    return document.view.as_typed(document.text, zone.start, zone.end).replace("\n", " ") if zone else ""


def _cited(report: Report) -> set[str]:
    return {one.document for finding in report.findings for one in finding.evidence if one.document}


def _marks(finding: Finding, number: int, documents: Mapping[str, Document]) -> list[tuple[Mark, str]]:
    """Returns where a finding marks the texts of the page: its places, and its evidence."""
    rank = len(SEVERITIES) if finding.waived is not None else SEVERITIES.index(finding.severity)
    found = []
    for i, place in enumerate(finding.places, start=1):
        document = documents.get(place.document)
        if document:
            start, end = (document.view.view_offset(point.offset) for point in (place.start, place.end))
            found.append((Mark(start, max(start, end), f"p{number}-{i}", number, rank), place.document))
    for i, evidence in enumerate(finding.evidence, start=1):
        document = documents.get(evidence.document or "")
        if document and evidence.start and evidence.end and evidence.document:
            start, end = (document.view.view_offset(point.offset) for point in (evidence.start, evidence.end))
            if end > start:
                found.append((Mark(start, end, f"e{number}-{i}", 0, 0), evidence.document))
    return found
