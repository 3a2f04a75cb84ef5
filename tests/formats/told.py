"""What a report says of the samples, in terms that hold in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prlint.report import Report


def told(report: Report, *, but: str = "") -> list[tuple[object, ...]]:
    """Returns what each finding says and on which words, by how many words stand before them; those of one rule left out."""
    assert not report.errors
    documents = {info.path: info.release.document for info in report.documents}
    found = []
    for finding in report.findings:
        where = [
            (len(documents[place.document].text[: place.start.offset].split()), place.quote) for place in finding.places
        ]
        evidence = [(each.quote, each.note) for each in finding.evidence]
        wording = finding.suggestion.replacement if finding.suggestion else None
        found.append((finding.document[:3], finding.rule, finding.severity, finding.message, where, evidence, wording))
    return sorted((each for each in found if each[1] != but), key=repr)
