"""Findings as the protocol's diagnostics: one at each place, with the other places and the evidence beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from prlint.editor.uris import uri_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from prlint.editor.positions import Positions
    from prlint.finding import Evidence, Finding, Place

_SEVERITY = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}

#: Places and pieces of evidence that are linked.
_MOST = 20


class Marked(NamedTuple):
    """A place of a finding in the draft, as offsets and as the editor is told of it."""

    finding: Finding
    start: int
    end: int
    diagnostic: types.Diagnostic


def marked(
    findings: Iterable[Finding],
    draft: str,
    positions: Positions,
    shown: Sequence[str],
    positions_in: Callable[[str], Positions | None],
) -> list[Marked]:
    """Returns each place in the draft (a path) of the findings whose severity is `shown`, waived ones last in rank.

    `positions_in` gives the lines of another file, for links to evidence; None where it cannot be read.
    """
    found = []
    for finding in findings:
        if finding.severity not in shown and finding.waived is None:
            continue
        for place in finding.places:
            if place.document == draft:
                start, end = place.start.offset, place.end.offset
                said = types.Diagnostic(
                    range=positions.range(start, end),
                    severity=_severity(finding),
                    code=finding.rule,
                    source="prlint",
                    message=_message(finding),
                    related_information=list(_related(finding, place, draft, positions, positions_in)),
                    data={"fingerprint": finding.fingerprint},
                )
                found.append(Marked(finding, start, end, said))
    return found


def _severity(finding: Finding) -> types.DiagnosticSeverity:
    if finding.waived is not None:
        return types.DiagnosticSeverity.Hint
    # A rule on trial never fails a build, and should not look as if it did.
    return _SEVERITY[finding.severity if finding.status == "stable" else "info"]


def _message(finding: Finding) -> str:
    if finding.waived is not None:
        return f"waived ({finding.waived.get('reason', '')}): {finding.message}"
    return "\n".join(part for part in (finding.message, finding.advice) if part)


def _related(
    finding: Finding,
    place: Place,
    draft: str,
    positions: Positions,
    positions_in: Callable[[str], Positions | None],
) -> Iterator[types.DiagnosticRelatedInformation]:
    for other in finding.places[:_MOST]:
        if other != place and other.document == draft:
            at = positions.range(other.start.offset, other.end.offset)
            yield types.DiagnosticRelatedInformation(types.Location(uri_of(draft), at), f'also "{other.quote}"')
    for evidence in finding.evidence[:_MOST]:
        if evidence.document is None or evidence.start is None or evidence.end is None:
            continue  # a calendar or the profile: hovering says so
        lines = positions if evidence.document == draft else positions_in(evidence.document)
        if lines is not None:
            at = lines.range(evidence.start.offset, evidence.end.offset)
            yield types.DiagnosticRelatedInformation(types.Location(uri_of(evidence.document), at), said_by(evidence))


def said_by(evidence: Evidence) -> str:
    """Returns what a piece of evidence says, and when, in one line."""
    quote = f'"{evidence.quote}"' if evidence.quote else ""
    date = f"({evidence.date})" if evidence.date else ""
    return " ".join(part for part in ("because:", quote, date, evidence.note) if part)
