"""What is said of a name that was supplanted: places, replacements, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import Cited, Contradicted, Replacement
from prlint.text.neighbours import line_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.claim import Release
    from prlint.document import Span
    from prlint.kinds.supplanted.candidates import Rival
    from prlint.registry import Context


def finding(
    outcome: str, where: Sequence[Span], rival: Rival, release: Release, shown: Span, context: Context
) -> Contradicted:
    """Returns the contradiction, proved by the place `shown` of an earlier `release` and by the newest other one."""
    text, past = context.release.document.view.text, release.document.view.text
    printed = past[shown.start : shown.end]
    cited = [Cited(release, *line_around(past, *shown))]
    other = next((one for one in reversed(rival.releases) if one is not release), None)
    if other is not None:
        more, oldest = len(rival.releases) - 2, rival.releases[0].date
        note = f"and {more} more {'release' if more == 1 else 'releases'} since {oldest}" if more else ""
        cited.append(Cited(other, *line_around(other.document.view.text, *next(iter(rival.places(other)))), note))
    spans, held = list(where), len(rival.releases)
    values = {
        "found": text[spans[0].start : spans[0].end],
        "expected": printed,
        "count": len(spans),
        "places": "1 place" if len(spans) == 1 else f"{len(spans)} places",
        "releases": "1 earlier release" if held == 1 else f"{held} earlier releases",
        "since": rival.releases[0].date or "",
    }
    return Contradicted(outcome, spans, cited, values, [Replacement(s, e, _as(text[s:e], printed)) for s, e in spans])


def _as(found: str, printed: str) -> str:
    """Returns the right word in the capitals of the wrong one."""
    if len(found) > 1 and found.isupper():
        return printed.upper()
    return printed.lower() if found.islower() else printed
