"""Tickers: `(Nasdaq: ABCD)`, `(TSX: AB) (OTCQB: ABCF)`, `(NYSE American: ABC, ABC.WS)`, each bound to the name before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim, Tracked
from prlint.text.listed import items
from prlint.text.markets import folded, markets
from prlint.text.names import Names
from prlint.text.patterns import pattern
from prlint.text.words import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS = {
    "exchange": "the exchange as printed",
    "market": "the exchange as rules/lists/exchanges.yaml writes it",
    "symbol": "the ticker",
    "company": "the name before the parenthesis, without its legal suffix; empty where there is none",
    "with": "all symbols of the same parenthesis, or of parentheses side by side",
}
TRACKED = (Tracked("listing", "ticker on {market}", "symbol", "company", "company"),)

_PAREN = pattern(r"[(\[](?=[^()\n]{0,60}:)([^()\n]{3,120})[)\]]")
_LISTED = pattern(
    r"(?:(?<=[(\[])|[;,|/]| and | or | )\s*(?:the )?(?P<exchange>[A-Z][A-Za-z0-9. -]{1,30}?)(?: under the symbol)?\s?:\s*"
    r'(?P<symbols>"?[A-Z0-9][A-Z0-9.-]{0,9}"?(?:(?:, ?| and | & |/)"?[A-Z][A-Z0-9.-]{0,9}"?(?![\w ]*:))*)'
)
_SYMBOL = pattern(r"[A-Z0-9][A-Z0-9.-]*[A-Z0-9]|[A-Z]")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each symbol; its span is the listing (`Nasdaq: ABCD`)."""
    text = document.view.text
    known = markets(lists)
    listings: list[tuple[int, int, list[tuple[int, int, str, str]]]] = []
    for paren in _PAREN.finditer(text):
        found = []
        for match in _LISTED.finditer(text, paren.start(1), paren.end(1)):
            market = known.get(folded(match.group("exchange")))
            # A ratio or a time ("NCT: 12") is no listing: the word before the colon must be a market.
            if market is None:
                continue
            listing = (match.start("exchange"), match.end("symbols"), match.group("exchange"))
            found += [(*listing, symbol.group()) for symbol in _SYMBOL.finditer(match.group("symbols"))]
        if found:
            listings.append((paren.start(), paren.end(), found))
    forms, verbs = items(lists, "legal-suffixes"), items(lists, "headline-verbs")
    for i, (_, _, found) in enumerate(listings):
        # Parentheses side by side list one company's shares.
        first = i
        while first > 0 and text[listings[first - 1][1] : listings[first][0]].strip(" ,/and") == "":
            first -= 1
        last = i
        while last + 1 < len(listings) and text[listings[last][1] : listings[last + 1][0]].strip(" ,/and") == "":
            last += 1
        side = tuple(symbol for listing in listings[first : last + 1] for *_, symbol in listing[2])
        opened = listings[first][0]
        near = max(0, opened - 300)
        near = text.rfind("\n", near, opened) + 1 or text.find(" ", near)
        named = Names(text, forms, verbs, capitalised(text, near, opened)).before(opened)
        for begin, end, exchange, symbol in found:
            yield Claim(
                "ticker",
                begin,
                end,
                text[begin:end],
                {
                    "exchange": exchange,
                    "market": known[folded(exchange)],
                    "symbol": symbol,
                    "company": named.name if named else "",
                    "with": side,
                },
            )
