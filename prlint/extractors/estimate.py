"""Estimates with their confidence interval: `HR 0.72 (95% CI, 0.60-0.86)`."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS = ()
FIELDS = {
    "estimate": "the estimate, rounded as the coarsest of the three is printed",
    "low": "the lower bound, rounded down as the coarsest of the three is printed",
    "high": "the upper bound, rounded up likewise",
    "written": "the estimate as printed",
    "bounds": "the bounds as printed",
    "level": "the confidence level in per cent",
}

_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_FORM = pattern(
    rf"(?<![\w.,/-])(?P<estimate>{_NUMBER})(?P<unit> ?%| months?| years?| weeks?| days?)?(?: \(?\d+/\d+\)?)?"
    rf"(?P<gap>[ ,;:]{{0,2}}[(\[]? ?(?:(?:two|one)-sided )?)(?P<level>[89]\d(?:\.\d+)?)% ?(?:CI|confidence interval)(?: of| was| is)?[ :,=]*[(\[{{]? ?"
    rf"(?P<low>{_NUMBER})(?P<lunit> ?%| months?)?(?: ?(?:-|–|—|,|;) ?| to | and )(?P<high>{_NUMBER})(?P<hunit> ?%| months?)?(?![\d.]*\d)"
)


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each estimate that an interval follows at once."""
    text = document.view.text
    if "CI" not in text and "confidence interval" not in text:
        return
    for match in _FORM.finditer(text):
        percents = ["%" in (match[unit] or "") for unit in ("unit", "lunit", "hunit")]
        estimate, low, high = (float(match[name]) for name in ("estimate", "low", "high"))
        # A percentage with bounds that are fractions, or bounds in per cent of something else.
        if (not percents[0] and (percents[1] or percents[2])) or (
            percents[0] and not any(percents[1:]) and max(low, high) <= 1 < estimate
        ):
            continue
        # A sign on the lower bound alone may be the dash of a range that was folded.
        decimals = min(len(match[name].partition(".")[2]) for name in ("estimate", "low", "high"))
        ten = 10**decimals
        yield Claim(
            "estimate",
            match.start(),
            match.end(),
            match[0],
            {
                "estimate": round(estimate * ten) / ten,
                "low": floor(low * ten + 1e-9) / ten,
                "high": ceil(high * ten - 1e-9) / ten,
                "written": match["estimate"],
                "bounds": f"{match['low']} to {match['high']}",
                "level": float(match["level"]),
            },
        )
