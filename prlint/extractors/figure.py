"""Amounts of money and percentages, of a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.anchored import anchored
from prlint.text.intervals import QUALIFIER
from prlint.text.numbers import MONEY, PERCENT, money
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS = ()
FIELDS = {
    "number": "as printed, with its qualifier",
    "unit": "% or the ISO 4217 code of the currency",
    "digits": "the digits alone as printed",
    "scale": "the word or letter after the digits, in small letters; or empty",
}

_FIGURE = pattern(rf"{MONEY}|{PERCENT}|(?<![\w.]){PERCENT}")
_ANCHOR = pattern(r"[$€£¥%]")
_CODES = (
    "USD",
    "EUR",
    "GBP",
    "CAD",
    "AUD",
    "CHF",
    "JPY",
    "CNY",
    "RMB",
    "SEK",
    "DKK",
    "NOK",
    "HKD",
    "INR",
    "ILS",
    "NIS",
)
_WRITTEN_OUT = pattern(rf" per ?cent|(?:{'|'.join(_CODES)}) ?\d")
_BEFORE = pattern(rf"{QUALIFIER}$")
_PARTS = pattern(
    r"(?P<digits>\d[\d,.]*\d|\d)\)?[ -]?(?P<scale>(?i:thousand|million|billion|trillion|bn|mn|mm|tn|[kmb]))?"
)


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each amount and each percentage."""
    text = document.view.text
    sentences = {*anchored(document, _ANCHOR)}
    if any(written in text for written in (" percent", " per cent", *_CODES)):
        sentences.update(anchored(document, _WRITTEN_OUT))
    for match in (match for span in sorted(sentences) for match in _FIGURE.finditer(text, *span)):
        start, end = match.span()
        before = _BEFORE.search(text, max(0, start - 24), start)
        first = before.start() if before and (before.start() == 0 or not text[before.start() - 1].isalnum()) else start
        amount = None if text[end - 1 : end] == "%" or match[0].lower().endswith("cent") else money(match[0])
        parts = _PARTS.search(match[0])
        if parts is None:
            continue
        yield Claim(
            "figure",
            first,
            end,
            text[first:end],
            {
                "number": text[first:end],
                "unit": amount.currency if amount else "%",
                "digits": parts["digits"],
                "scale": (parts["scale"] or "").lower(),
            },
        )
