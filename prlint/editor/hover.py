"""What is shown at a place of a finding: why, by what evidence, and what may be done."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint.editor.diagnostics import said_by
from prlint.report import SHORTEST
from prlint.text.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.finding import Finding

#: Pieces of evidence that are shown.
_MOST = 5


def markdown(finding: Finding) -> str:
    """Returns the page of one finding; nothing of the draft is taken for markup."""
    return "\n\n".join(_paragraphs(finding))


def _paragraphs(finding: Finding) -> Iterator[str]:
    yield f"**{finding.severity}** `{finding.rule}`: {_plain(finding.message)}"
    if finding.waived is not None:
        yield "waived: " + _plain(", ".join(f"{key} {value}" for key, value in sorted(finding.waived.items()) if value))
    for evidence in finding.evidence[:_MOST]:
        where = f", {os.path.basename(evidence.document)}" if evidence.document else ""
        line = f":{evidence.start.line}" if evidence.document and evidence.start else ""
        yield _plain(said_by(evidence) + where + line)
    if len(finding.evidence) > _MOST:
        yield f"and {len(finding.evidence) - _MOST} more"
    if finding.suggestion is not None and finding.suggestion.replacement:
        does = "fix" if finding.suggestion.safety == "safe" else "review"
        yield f"{does}: {_plain(finding.suggestion.replacement)}"
    if finding.advice:
        yield _plain(finding.advice)
    if finding.waived is None:
        yield f"`prlint explain {finding.rule}` says more; `prlint waive {finding.fingerprint[:SHORTEST]} DRAFT --reason …` accepts it"


def _plain(text: str) -> str:
    """Returns a text of which Markdown makes nothing."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()<>#+-.!|~&" else letter for letter in printable(text))
