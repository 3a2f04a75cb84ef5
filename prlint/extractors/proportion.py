"""Proportions with all three numbers.

`7 of 19 patients (37%)`, `37% (7/19)`, `seven out of 19, or 37%`, `Of the 19 patients treated, 7 (37%) …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.anchored import anchored
from prlint.text.intervals import PRINTED_PERCENT, value
from prlint.text.numbers import WORDS
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS = ()
FIELDS = {
    "count": "how many, as printed",
    "whole": "of how many, as printed",
    "percent": "the percentage as printed, with its qualifier",
}

_WHOLE = r"\d{1,3}(?:,\d{3})*+(?![\d%]|[.,/-]\d| ?%)"
_OF = r"(?: (?:of|out of)(?: (?:the|a total of|all))* |(?= ?/ ?\d) ?/ ?)"
_COUNT_SLASH = r"(?:(?<![\w.,$€£¥/-])\d{1,3}(?:,\d{3})*(?=(?: ?/ ?\d)| (?:of|out of) ))"
_COUNT = rf"(?:(?<![\w.,$€£¥/-])\d{{1,3}}(?:,\d{{3}})*(?![\w.,/%-])|{WORDS})"
_N = rf"(?P<count>{_COUNT_SLASH}|{WORDS})"
_NOUN = r"(?: (?!(?:and|or|had|were|in|with|to|at|of|by)\b)[\p{L}-]+){0,3}"
_ANCHOR = pattern(r"\d ?/ ?\d|(?<=[ (]of|Of|[Aa]mong) (?:(?:the|all|these|those|a total of)(?: first)? )?\d")
_PERCENT = rf"(?P<percent>{PRINTED_PERCENT})"
#: What the whole is called before its comma: "stores surveyed", "patients who were treated"; no figure, no other group.
_GROUP = r"(?: (?!(?:and|or|had|with|including)\b)[\p{L}'-]+){1,6}"
#: A percentage of the group, and of nothing else: no "of", no "more than before".
_ALONE = r"(?! ?(?:CI|confidence|increase|decrease|reduction|more|less|lower|higher|improvement)| of (?:the|all|whom|those|these|\d))"
_FORMS = (
    # 7 of 19 evaluable patients (37%) and 7/19 (37%; 95% CI …), 7/19, 37%
    pattern(rf"{_N}{_OF}(?P<whole>{_WHOLE}){_NOUN},? ?(?:\(|\[|,? or |, |= ?){_PERCENT}(?=[\s)\],;.]|$)(?! ?(?:CI|confidence|increase|decrease|of|to|reduction|more|less|lower|higher))"),
    # 37% (7/19), 37% (n=7/19), 37% (7 of 19 patients)
    pattern(rf"{_PERCENT}(?: of (?:the )?[\p{{L}}-]+(?: [\p{{L}}-]+)?)? ?[(\[](?:n ?= ?)?{_N}{_OF}(?P<whole>{_WHOLE}){_NOUN} ?[)\];,]"),
    # Of the 19 patients treated, 7 (37%) …; Among 19 patients, seven patients (37%) …
    pattern(rf"(?<!\w)(?:[Oo]f|[Aa]mong|[Oo]ut of) (?:(?:the|all|these|those|a total of) )*(?P<whole>{_WHOLE}){_GROUP}, (?P<count>{_COUNT}){_NOUN} ?[(\[]{_PERCENT}[)\];,]{_ALONE}"),
)  # fmt: skip
#: Not all of a whole: rates over time, weights, several per head.
_ELSE = pattern(r"Kaplan|estimated|confidence interval of|weighted|respectively", "i")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each proportion."""
    text = document.view.text
    if "%" not in text and "percent" not in text:
        return
    taken: list[tuple[int, int]] = []
    for sentence, form in ((sentence, form) for sentence in anchored(document, _ANCHOR) for form in _FORMS):
        if text.find("%", sentence.start, sentence.end) < 0 and text.find("percent", sentence.start, sentence.end) < 0:
            continue
        for match in form.finditer(text, sentence.start, sentence.end):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if _ELSE.search(text, sentence.start, sentence.end):
                continue
            count, whole = value(match["count"]), value(match["whole"])
            # More than the whole: a ratio, a date, a dose.
            if count is None or not whole or count > whole or whole < 2:
                continue
            taken.append(match.span())
            yield Claim("proportion", match.start(), match.end(), match[0],
                        {"count": match["count"], "whole": match["whole"], "percent": match["percent"].strip()})  # fmt: skip
