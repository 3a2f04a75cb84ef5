"""Sales of securities with count, price and proceeds: `22,000,000 units at $10.00 per unit, for gross proceeds of $220 million`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.holding import matches
from prlint.text.intervals import PRINTED_MONEY
from prlint.text.numbers import DIGITS, SCALE, money
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS = ()
FIELDS = {
    "count": "how many, as printed",
    "price": "the price of one, as printed",
    "proceeds": "the gross proceeds as printed, with their qualifier",
}

_WHAT = r"(?:shares?|units?|American Depositary Shares?|ADSs?|common shares?|ordinary shares?)"
_COUNT = pattern(rf"(?<![\w$€£¥.,])(?P<count>{DIGITS}{SCALE}?) (?:[\p{{L}}'-]+ ){{0,4}}?{_WHAT}(?!\w)")
_PRICE = pattern(
    rf"(?:price|at)(?: to the public)? (?:of )?(?P<price>{PRINTED_MONEY}) (?:per|for each|a) (?:[\p{{L}}'-]+ ){{0,2}}?{_WHAT}(?!\w)"
)
_PROCEEDS = pattern(
    rf"(?:gross proceeds|aggregate purchase price|total consideration|aggregate consideration)(?: to \p{{L}}[\w .,']{{0,40}}?| from the offering| of the offering)?"
    rf"(?:,? before [^.;]{{0,120}}?,)?(?: (?:of|are|is|were|was|will be|to be|expected to be|estimated to be|totaling|for))+ (?P<proceeds>{PRINTED_MONEY})"
)
#: More was sold, or less was paid, than the count at the price.
_MORE = pattern(
    r"warrants? to purchase (?:up to )?\d|pre-funded|prefunded|over-allotment|overallotment|additional|option to purchase|up to|tranche|closing|net proceeds of|exercise of|including the|selling (?:stock|share)holders?|in exchange",
    "i",
)


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each statement of proceeds with one count and one price in its sentence or the one before."""
    text = document.view.text
    for match in matches(document, _PROCEEDS):
        sentence = document.sentence_at(match.start())
        start = sentence.start
        block = document.block_at(start)
        if not _PRICE.search(text, start, sentence.end) and block is not None and start > block.start + 2:
            start = document.sentence_at(start - 2).start
        counts = list(_COUNT.finditer(text, start, sentence.end))
        prices = list(_PRICE.finditer(text, start, sentence.end))
        if len(counts) != 1 or len(prices) != 1 or _MORE.search(text, start, sentence.end):
            continue
        price, proceeds = (
            money(prices[0]["price"]),
            money(match["proceeds"][match["proceeds"].find("$") :]) if "$" in match["proceeds"] else None,
        )
        if price is None or (proceeds is not None and price.currency != proceeds.currency):
            continue
        first, last = (
            min(counts[0].start(), prices[0].start(), match.start()),
            max(counts[0].end(), prices[0].end(), match.end()),
        )
        yield Claim("sale", first, last, text[first:last],
                    {"count": counts[0]["count"], "price": prices[0]["price"].strip(), "proceeds": match["proceeds"].strip()})  # fmt: skip
