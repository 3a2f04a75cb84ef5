"""What is paid for a quarter or a month beside what that comes to in a year.

"a quarterly dividend of $0.29 per share … an annualized dividend of $1.16 per share". Only a release with one current
amount a period and one a year is read; special, former and expected payments are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.holding import matches
from prlint.text.patterns import pattern
from prlint.text.words import small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS = {
    "each": "what is paid for one period, as printed",
    "times": "how many such periods a year has: 4 or 12",
    "annual": "what that is said to come to in a year, as printed",
}

_AMOUNT = r"(?:US|C|CA|A)?\$ ?\d?\.\d{2,7}(?! ?(?:cents|million|billion|thousand))(?![\d%])"
_EACH = pattern(
    rf"\b(?P<period>quarterly|monthly) (?:cash |common |ordinary |regular |stock ){{0,2}}(?:dividend|distribution)s?(?: (?:to|of|in the amount of|at|rate of|at the rate of))+ (?P<amount>{_AMOUNT})"
    rf"|\b(?P<period>quarterly|monthly) (?:cash |common |regular ){{0,2}}(?:dividend|distribution)s? (?:has been |was |is )?(?:increased |raised |set |maintained )?(?:to|at|of) (?P<amount>{_AMOUNT})",
    "i",
)
_YEAR = pattern(
    rf"\b(?:annuali[sz]ed|annual) (?:cash |common )?(?:(?:dividend|distribution)s?(?: rate| payout)?|rate|basis)(?: (?:of|is|to|equal to|equates to|amount of))+ (?P<amount>{_AMOUNT})",
    "i",
)
#: Amounts that are not what is paid now for each of the periods to come.
_OTHERWISE = pattern(
    r"\b(?:previous|prior|former|last (?:year|quarter)|special|one-time|supplemental|variable|compared|versus|preferred|depositary|series [a-z]\b|total|aggregate|partial|pro-?rated|initial)",
    "i",
)
_TIMES = {"quarterly": "4", "monthly": "12"}


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields one claim where the release has one amount a period and one a year."""
    low = document.once(small)
    if "annual" not in low or ("dividend" not in low and "distribution" not in low):
        return
    text = document.view.text
    years = list(matches(document, _YEAR))
    if not years:
        return
    each = list(_EACH.finditer(text))
    # Two amounts a period, or two a year: which comes of which is a guess.
    if len({match["amount"] for match in each}) != 1 or len({match["amount"] for match in years}) != 1:
        return
    one, year = each[0], years[0]
    for match in (one, year):
        sentence = document.sentence_at(match.start())
        if _OTHERWISE.search(text, sentence.start, match.start()):
            return
    first, last = sorted((one, year), key=lambda match: match.start())
    yield Claim(
        "payout",
        first.start(),
        last.end(),
        text[first.start() : last.end()],
        {"each": one["amount"], "times": _TIMES[one["period"].lower()], "annual": year["amount"]},
    )
