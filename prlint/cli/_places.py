"""Where something stands in a release: for people and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prlint.claim import Claim, Release
    from prlint.document import Span


def position(release: Release, claim: Claim | Span) -> str:
    """Returns line and column of the beginning, as 12:5."""
    span = release.document.view.source_span(claim.start, claim.end)
    line, column = release.document.line_column(span.start)
    return f"{line}:{column}"


def span_of(release: Release, claim: Claim | Span) -> dict[str, Any]:
    """Returns start and end in the source: offset in code points from 0, line and column from 1."""
    document = release.document
    span = document.view.source_span(claim.start, claim.end)
    points = {}
    for name, offset in (("start", span.start), ("end", span.end)):
        line, column = document.line_column(offset)
        points[name] = {"offset": offset, "line": line, "column": column}
    return points
