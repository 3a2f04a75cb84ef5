"""What an editor offers to do at a finding: its suggestion, at all its places at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.editor.diagnostics import Marked
    from prlint.editor.positions import Positions
    from prlint.finding import Finding


def actions(uri: str, draft: str, here: Sequence[Marked], positions: Positions) -> Iterator[types.CodeAction]:
    """Yields an action for each finding with a suggestion at the places `here`; nothing is done unasked."""
    for finding in {one.finding.fingerprint: one.finding for one in here if one.finding.waived is None}.values():
        suggestion = finding.suggestion
        if suggestion is None:
            continue
        edits = [
            types.TextEdit(positions.range(edit.start, edit.end), edit.replacement)
            for edit in suggestion.edits
            if edit.document == draft
        ]
        if edits:
            yield types.CodeAction(
                title=_title(finding, len(edits)),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[one.diagnostic for one in here if one.finding is finding],
                # The one that an editor may take by a key: only what cannot change a fact.
                is_preferred=suggestion.safety == "safe",
                edit=types.WorkspaceEdit(changes={uri: edits}),
            )


def _title(finding: Finding, places: int) -> str:
    suggestion = finding.suggestion
    assert suggestion is not None  # the caller has looked
    does = "Fix" if suggestion.safety == "safe" else "Review"
    what = f'"{suggestion.replacement}"' if suggestion.replacement else finding.advice or finding.message
    return f"{does}: {what}" + (f" ({places} places)" if places > 1 else "")
