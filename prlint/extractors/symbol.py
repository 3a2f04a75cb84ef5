"""Tickers in running text: `trades on the NYSE under the symbol "ABCD"`. Those in parentheses are claims of type ticker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.markets import folded, markets
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS = {
    "exchange": "the exchange as printed",
    "market": "the exchange as rules/lists/exchanges.yaml writes it",
    "symbol": "the ticker",
    "company": "always empty: the words do not say whose it is",
    "with": "the symbol itself",
}

_UNDER = pattern(
    r"\bon (?:the )?(?P<exchange>[A-Z][A-Za-z0-9.-]{1,20}(?: [A-Z][A-Za-z0-9.-]{1,20}){0,3})(?: exchange| market)? "
    r"under (?:the|its) (?:(?:ticker|trading|stock) )?(?:(?:symbol|ticker) \"?(?P<symbol>[A-Z][A-Z.]{0,8}[A-Z])(?![\w-])"
    r"|\"?(?P<before>[A-Z][A-Z.]{0,8}[A-Z])\"? (?:ticker )?symbol\b)"
)


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each; its span is the symbol."""
    text = document.view.text
    known: dict[str, str] = {}
    at = text.find(" under ")
    while at >= 0:
        match = _UNDER.search(text, max(0, at - 90), min(len(text), at + 60))
        at = text.find(" under ", at + 7)
        if match is None:
            continue
        known = known or markets(lists)
        market = known.get(folded(match["exchange"]))
        if market is None:
            continue
        group = "symbol" if match["symbol"] else "before"
        symbol = match[group]
        fields = {"exchange": match["exchange"], "market": market, "symbol": symbol, "company": "", "with": (symbol,)}
        yield Claim("symbol", match.start(group), match.end(group), symbol, fields)
