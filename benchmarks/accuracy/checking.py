"""Runs prlint over a corpus: each issuer's releases together, so that the earlier ones are evidence."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from prlint import engine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.accuracy.corpus import Item
    from prlint.document import Document
    from prlint.finding import Finding
    from prlint.rulebook.model import Rulebook


class Result(NamedTuple):
    """What was found in one release."""

    item: Item
    words: int
    document: Document
    findings: tuple[Finding, ...]

    @property
    def alarms(self) -> list[Finding]:
        """What a user is told without asking: errors and warnings of stable rules."""
        return [finding for finding in self.findings if is_alarm(finding)]


def is_alarm(finding: Finding) -> bool:
    """Says whether a finding may fail a build, or stands in the report by default."""
    return finding.severity != "info" and finding.status == "stable"


def check(items: Iterable[Item], rulebook: Rulebook) -> list[Result]:
    """Checks every release; raises RuntimeError when a run was not complete."""
    results = []
    for _, group in groupby(items, key=lambda item: item.issuer):
        mine = {item.path: item for item in group}
        report = engine.check([engine.Source(path, item.data) for path, item in mine.items()], rulebook)
        if report.errors:
            raise RuntimeError("; ".join(f"{error.document}: {error.rule}: {error.message}" for error in report.errors))
        for info in report.documents:
            assert info.release is not None
            findings = tuple(finding for finding in report.findings if finding.document == info.path)
            results.append(Result(mine[info.path], info.words, info.release.document, findings))
    return results


def overlaps(finding: Finding, path: str, start: int, end: int, *, evidence: bool = False) -> bool:
    """Says whether a place of the finding (or, if asked, its evidence) holds any of a source span."""
    spans = [(p.start.offset, p.end.offset) for p in finding.places if p.document == path]
    if evidence:
        spans += [(e.start.offset, e.end.offset) for e in finding.evidence if e.document == path and e.start and e.end]
    return any(first < max(end, start + 1) and start < max(last, first + 1) for first, last in spans)
