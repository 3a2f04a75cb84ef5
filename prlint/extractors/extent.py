"""Ranges of numbers: `20-35%`, `$5 to $7 million`, `from 2025 to 2027`, `between 20 and 35`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.holding import matches
from prlint.text.numbers import MONEY
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from regex import Match

    from prlint.document import Document

NEEDS = ()
FIELDS = {
    "form": "percent, years, between or money",
    "low": "the first bound as printed; of money, with its scale where it has one",
    "high": "the second bound as printed; likewise",
}

_PERCENT = pattern(r"(?<![\w.,/–-])(?P<low>\d{1,3}(?:\.\d+)?)%? ?[–-] ?(?P<high>\d{1,3}(?:\.\d+)?) ?(?:%|percent\b)")
_YEARS = pattern(
    r"(?<![\w.,/–-])(?P<low>(?:19|20)\d\d) ?[–-] ?(?P<high>(?:19|20)\d\d)(?![\w/–-]|[.,]\d)|\bfrom (?P<low>(?:19|20)\d\d) (?:to|through|until) (?P<high>(?:19|20)\d\d)(?![\d%]|[.,]\d)"
)
_BETWEEN = pattern(
    r"\bbetween (?P<low>\d+(?:\.\d+)?) ?(?P<unit>%)? and (?P<high>\d+(?:\.\d+)?) ?(?(unit)%|(?:%|percent|patients|people|years old|months|days|weeks|miles|employees)\b)"
)
#: Amounts with a scale each; one scale for both is said once, at the end.
_MONEY = pattern(
    rf"\b(?:between|from|of|to|at|approximately|about) (?:between )?(?P<low>{MONEY}) (?:and|to) (?P<high>{MONEY})"
)
_SCALED = pattern(r"(?i:(?:thousand|million|billion|trillion|bn|mn|mm|[kmb])$)")
#: Not from low to high: a split of a whole, a decline, a comparison, a name.
_OTHERWISE = pattern(
    r"\b(?:split|ratio|allocat\w+|declin\w+|decreas\w+|reduc\w+|drop\w*|fell|fall\w*|lower\w*|down|compar\w+|versus|vs|back|reverse\w*|owned|ownership|partnership|joint|respectively|score)\b",
    "i",
)


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each range."""
    text = document.view.text
    for form, each in (("percent", _PERCENT), ("years", _YEARS), ("between", _BETWEEN), ("money", _MONEY)):
        for match in matches(document, each):
            if form == "money" and not _range_of_money(match):
                continue
            sentence = document.sentence_at(match.start())
            if _OTHERWISE.search(text, max(sentence.start, match.start() - 80), min(sentence.end, match.end() + 40)):
                continue
            yield Claim("extent", match.start(), match.end(), match[0],
                        {"form": form, "low": match["low"], "high": match["high"]})  # fmt: skip


def _range_of_money(match: Match[str]) -> bool:
    """Says whether two amounts are bounds: each with a scale, of one currency, "between … and" or "… to …" of a level.

    "From $12.5 million to $14.0 million" is as often a change, which may go down.
    """
    low, high = str(match["low"]), str(match["high"])
    if not (_SCALED.search(low) and _SCALED.search(high)) or low.partition("$")[0] != high.partition("$")[0]:
        return False
    opens = str(match[0])[: match.start("low") - match.start()]
    to = str(match[0])[match.end("low") - match.start() :].startswith(" to ")
    return opens.endswith("between ") != to and (not to or opens in ("of ", "at ", "approximately ", "about "))
