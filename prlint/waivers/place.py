"""Which finding a person means: a fingerprint, the beginning of one, or where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.report import SHORTEST, short_fingerprint
from prlint.waivers.record import DIGITS, hexadecimal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.finding import Finding
    from prlint.report import Report


class Spot(NamedTuple):
    """A line of a file, from 1; `column` is 0 where none was given."""

    path: str
    line: int
    column: int


def spot(what: str) -> Spot | None:
    """Returns the place that `FILE:LINE` or `FILE:LINE:COLUMN` names, None for anything else."""
    path, _, last = what.rpartition(":")
    if not path or not _number(last):
        return None
    before, _, line = path.rpartition(":")
    if before and _number(line):
        return Spot(before, int(line), int(last))
    return Spot(path, int(last), 0)


def _number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def is_fingerprint(what: str) -> bool:
    """Says whether `what` can be a fingerprint or the beginning of one."""
    return SHORTEST <= len(what) <= DIGITS and hexadecimal(what)


def by_fingerprint(report: Report, what: str) -> list[Finding]:
    """Returns the findings whose fingerprint begins so."""
    return [finding for finding in report.findings if finding.fingerprint.startswith(what)]


def by_spot(report: Report, where: Spot) -> list[Finding]:
    """Returns the findings with a place there: alarms, and notes only where there is no alarm."""
    found = [finding for finding in report.findings if _stands(finding, where)]
    return [finding for finding in found if finding.severity != "info"] or found


def _stands(finding: Finding, where: Spot) -> bool:
    if where.column:
        return any((place.start.line, place.start.column) == where[1:] for place in finding.places)
    return any(place.start.line <= where.line <= place.end.line for place in finding.places)


def listed(findings: Sequence[Finding], report: Report) -> str:
    """Returns a line for each finding, beginning with the characters that name it."""
    return "\n".join(
        f"{short_fingerprint(finding, report)}  {finding.document}:{finding.places[0].start.line}:"
        f"{finding.places[0].start.column}: {finding.severity} {finding.rule}: {finding.message}"
        + (" (waived)" if finding.waived is not None else "")
        for finding in findings
    )
