"""Hazard ratios beside the reduction in risk that they are said to mean: `HR 0.70 … a 30% reduction in the risk of death`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.anchored import anchored
from prlint.text.intervals import PRINTED_PERCENT
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS = ()
FIELDS = {
    "ratio": "the ratio as printed",
    "reduction": "the reduction in risk as printed, with its qualifier",
}

_RATIO = pattern(
    r"(?<!\w)(?:hazard ratio|risk ratio|relative risk|HR|RR)(?: ?\((?:HR|RR)\))?(?:(?: ?[=:,] ?| of | was | is | )|(?: ?\[))(?P<ratio>\d\.\d+)(?!\d)",
    "",
)
_REDUCTION = pattern(
    rf"(?P<reduction>{PRINTED_PERCENT}) (?:relative |statistically significant |significant |risk )*(?:reduction|decrease|lower)(?: in(?: the| relative)?)?(?: relative)? risk"
    rf"|(?:reduc(?:ed|es|ing|tion in)|decreas(?:ed|es|ing)|lower(?:ed|s|ing)) (?:the )?(?:relative )?risk of [^\d.;]{{0,60}}?by (?P<reduction>{PRINTED_PERCENT})",
    "i",
)
_ANCHOR = pattern(r"(?:azard ratio|isk ratio|elative risk|HR|RR)[ =:,(]")
#: Several outcomes: which ratio means which reduction is a guess.
_SEVERAL = pattern(r"respectively", "i")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each sentence with one ratio and one reduction."""
    text = document.view.text
    if "risk" not in text:
        return
    for sentence in anchored(document, _ANCHOR):
        match = _REDUCTION.search(text, sentence.start, sentence.end)
        if match is None:
            continue
        ratios = list(_RATIO.finditer(text, sentence.start, sentence.end))
        reductions = list(_REDUCTION.finditer(text, sentence.start, sentence.end))
        if len(ratios) != 1 or len(reductions) != 1 or _SEVERAL.search(text, sentence.start, sentence.end):
            continue
        start, end = min(match.start(), ratios[0].start()), max(match.end(), ratios[0].end())
        yield Claim("hazard", start, end, text[start:end],
                    {"ratio": ratios[0]["ratio"], "reduction": match["reduction"].strip()})  # fmt: skip
