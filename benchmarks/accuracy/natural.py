"""Natural errors: how many of those that readers found does prlint report?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy.checking import Result, overlaps
from benchmarks.accuracy.corpus import Label, digest, table
from prlint.text.fold import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.document import Document, Span
    from prlint.finding import Finding

_NOTES = Path(__file__).with_name("misses.tsv")


class Looked(NamedTuple):
    """A labelled error: the rules that report it, and whether its quotation stands in the text."""

    label: Label
    part: str
    rules: tuple[str, ...]
    located: bool


def look(labels: Sequence[Label], results: Sequence[Result]) -> list[Looked]:
    """Looks each label up among the alarms; one whose release is not among the results is left out."""
    by_path = {result.item.path: result for result in results}
    looked = []
    for label in labels:
        result = by_path.get(label.file)
        if result is None:
            continue
        span = locate(result.document, label.quote)
        rules = sorted({f.rule for f in result.alarms if span and overlaps(f, label.file, span.start, span.end)})
        looked.append(Looked(label, result.item.part, tuple(rules), span is not None))
    return looked


def locate(document: Document, quote: str) -> Span | None:
    """Returns the source span of a quotation, whatever its typography; None where it does not stand."""
    text = " ".join(folded(quote).split())
    at = document.view.text.find(text)
    return document.view.source_span(at, at + len(text)) if at >= 0 else None


def labelled(finding: Finding, result: Result, labels: Sequence[Label]) -> bool:
    """Says whether the finding reports a labelled error."""
    for label in labels:
        if label.file == result.item.path:
            span = locate(result.document, label.quote)
            if span and overlaps(finding, label.file, span.start, span.end):
                return True
    return False


def notes() -> dict[str, str]:
    """Returns what would be needed to find an error that is missed, by the digest of its quotation."""
    return {row["quote_digest"]: row["needed"] for row in table(_NOTES)}


def needed(label: Label, known: dict[str, str]) -> str:
    """Returns what would be needed to find this one, empty where nobody wrote it down."""
    return known.get(digest(label.quote), "")
