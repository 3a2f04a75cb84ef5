"""Sales of securities with count, price and proceeds: `22,000,000 units at $10.00 per unit, for gross proceeds of $220 million`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.holding import matches
from prlint.text.intervals import PRINTED_MONEY
from prlint.text.numbers import DIGITS, MONEY, SCALE, money
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from regex import Match

    from prlint.document import Document

NEEDS = ()
FIELDS = {
    "count": "how many, as printed",
    "price": "the price of one, as printed",
    "proceeds": "the gross proceeds as printed, with their qualifier",
}

_WHAT = r"(?i:shares?|units?|American Depositary Shares?|ADSs?|common shares?|ordinary shares?|subscription receipts?)"
_COUNT = pattern(rf"(?<![\w$€£¥.,])(?P<count>{DIGITS}{SCALE}?) (?:[\p{{L}}'-]+ ){{0,4}}?{_WHAT}(?!\w)")
_PRICE = pattern(
    rf"(?<!exercise )(?:price|at)(?: to the public)? (?:of )?(?P<price>{PRINTED_MONEY}) (?:per|for each|a) (?:[\p{{L}}'-]+ ){{0,2}}?{_WHAT}(?!\w)"
)
_PROCEEDS = pattern(
    rf"(?:gross proceeds|aggregate purchase price|total consideration|aggregate consideration)(?: to \p{{L}}[\w .']{{0,40}}?| (?:from|of) (?:the|this) offering){{0,3}}"
    rf"(?:,? before [^.;]{{0,200}}?,)?(?: (?:of|are|is|were|was|will be|to be|expected to be|estimated to be|totaling|for))+ (?P<proceeds>{PRINTED_MONEY})"
)
#: More was sold, or less was paid, than the count at the price.
_MORE = pattern(
    r"warrants? to purchase (?:up to )?\d|pre-funded|prefunded|over-allotment|overallotment|additional|option to purchase|up to|tranche|closing|net proceeds of|exercise of|including the|selling (?:stock|share)holders?|in exchange",
    "i",
)
#: The same where the three stand side by side, in a tranche of an offering.
_MORE_BESIDE = pattern(
    r"warrants? to purchase|pre-?funded|over-?allotment|additional|option to purchase|up to|net proceeds of|exercise of|selling (?:stock|share)holders?|in exchange|(?<!\w)(?:second|third|fourth|fifth|final|last|remaining)(?!\w)"
    r"|cumulative|to date|together with|combined",
    "i",
)
_AMOUNT = pattern(MONEY)
#: What may lie between the count, its price and the proceeds: nothing but words, brackets and commas.
_BESIDE = pattern(r"[^\d$€£¥.;:]{0,120}")


def _direct(text: str, count: Match[str], price: Match[str], proceeds: Match[str]) -> bool:
    """Says whether proceeds, count and price are one statement: "gross proceeds of $2.0 million through the issuance of 8,000,000 units at $0.25 per unit"."""
    first, middle, last = sorted((count, price, proceeds), key=lambda found: found.start())
    return (
        middle is not proceeds
        and _BESIDE.fullmatch(text, first.end(), middle.start()) is not None
        and _BESIDE.fullmatch(text, middle.end(), last.start()) is not None
        and _MORE_BESIDE.search(text, max(0, first.start() - 200), last.end()) is None
    )


#: Of what else is sold, in the sentences between a count with its price and the proceeds.
_ELSE = pattern(r"pre-funded|prefunded|selling (?:stock|share)holders?|concurrent|tranche", "i")
#: What is not counted in: "assuming no exercise of the underwriters' option".
_NOT_COUNTED = pattern(r"assuming (?:no|none)\b[^.;\n]{0,160}|excluding any exercise\b[^.;\n]{0,120}", "i")
#: How far behind a count and its price the proceeds stand, in code points.
_FAR = 1600


def _priced_before(document: Document, start: int) -> tuple[int, int] | None:
    """Returns the sentence before `start` that last names a price of one, and nothing else is sold from there on."""
    text = document.view.text
    prices = list(_PRICE.finditer(text, max(0, start - _FAR), start))
    if not prices:
        return None
    sentence = document.sentence_at(prices[-1].start())
    if document.zone_at(sentence.start) in ("headline", "subhead") or _ELSE.search(text, sentence.start, start):
        return None
    return sentence.start, sentence.end


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each statement of proceeds with one count and one price in its sentence or the one before."""
    text = document.view.text
    for match in matches(document, _PROCEEDS):
        sentence = document.sentence_at(match.start())
        start, end = sentence.start, sentence.end
        stated = _NOT_COUNTED.sub("", text[start:end])
        if _PRICE.search(text, start, end) is None:
            if _MORE.search(stated) or _COUNT.search(stated):
                continue
            before = _priced_before(document, start)
            if before is None:
                continue
            start, end = before
            stated = text[start:end]
        counts = list(_COUNT.finditer(text, start, end))
        prices = list(_PRICE.finditer(text, start, end))
        if len(counts) != 1 or len(prices) != 1:
            continue
        if _MORE.search(stated) and not _direct(text, counts[0], prices[0], match):
            continue
        printed = _AMOUNT.search(match["proceeds"])
        price, proceeds = money(prices[0]["price"]), money(printed[0]) if printed else None
        if price is None or (proceeds is not None and price.currency != proceeds.currency):
            continue
        first, last = (
            min(counts[0].start(), prices[0].start(), match.start()),
            max(counts[0].end(), prices[0].end(), match.end()),
        )
        yield Claim("sale", first, last, text[first:last],
                    {"count": counts[0]["count"], "price": prices[0]["price"].strip(), "proceeds": match["proceeds"].strip()})  # fmt: skip
