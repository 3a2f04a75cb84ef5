"""What a release says of itself: its date, place and wire, its issuer and the issuer's listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS = ("company", "date", "ticker")
FIELDS = {
    "date": "the ISO date of the dateline, else of the header",
    "header_date": "the ISO date of the header, empty without one",
    "city": "the dateline's place as printed",
    "wire": "the wire's tag as printed, without its brackets",
    "issuer": "the issuing company's name as printed, with its legal suffix",
    "name": "the same without its legal suffix",
    "ticker": "its symbol",
    "exchange": "its exchange as printed",
}

_WIRE = pattern(r"[(/](?P<wire>[^()/\n]{3,45})[)/]")
#: What ends the place in a dateline: the date, the wire's tag, a dash between spaces.
_CITY = pattern(
    r"(?P<city>\p{Lu}[^\n(/\d]*?)[ ,]*(?:[(/\d]| ?--| [-–—]|—|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_ANNOUNCES = pattern(r"(?:[™®]|\((?:TM|R)\))* (?:today )?(?:announce[sd]?|report(?:s|ed)?)\b")
#: What the issuer is, between its name and the verb; a ticker there may be a parent's: "Ardenta Trust Inc., a diversified trust (REIT), announced".
_IS_A = pattern(
    r", (?:an?|the) (?![^\n:;]{0,250}?\b(?:subsidiary|unit|division|affiliate|arm|part|member) of\b)[^\n:;.]{3,250}?(?=,? (?:today )?(?:announce[sd]?|report(?:s|ed)?)\b)"
)
_TODAY = pattern(r"(?:[™®]|\((?:TM|R)\))* today (?:announce[sd]?|report(?:s|ed)?)\b")
#: The identity slots that can name the issuer, the strongest first.
_SLOTS = ("ticker-lead", "dateline", "source", "about", "headline", "defined", "legal")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields one claim; its span is the dateline, or the text's first code point where there is none."""
    text = document.view.text
    dateline = next((zone for zone in document.zones if zone.name == "dateline"), None)
    line = text[dateline.start : dateline.end] if dateline else ""
    wire = _WIRE.search(line)
    city = _CITY.match(line)
    dates = {claim.string("slot"): claim.string("start") for claim in reversed(claims["date"]) if claim.get("slot")}
    issuer = _issuer(claims["company"], text)
    name = issuer.string("name") if issuer else ""
    ticker = _ticker(document, issuer, claims["ticker"])
    start, end = (dateline.start, dateline.end) if dateline else (0, min(1, len(text)))
    yield Claim(
        "release",
        start,
        end,
        text[start:end],
        {
            "date": dates.get("dateline") or dates.get("header", ""),
            "header_date": dates.get("header", ""),
            "city": city.group("city") if city else "",
            "wire": wire.group("wire") if wire else "",
            "issuer": _full_name(issuer, claims["company"]),
            "name": name,
            "ticker": ticker.string("symbol") if ticker else "",
            "exchange": ticker.string("exchange") if ticker else "",
        },
    )


def _issuer(companies: tuple[Claim, ...], text: str) -> Claim | None:
    """Returns the mention in the strongest identity slot, the first of equals.

    Who announces after the dateline is the issuer, though a partner named later in that sentence is the one with a ticker.
    """
    announcing = next((claim for claim in companies if "dateline" in str(claim.get("slots"))), None)
    if announcing:
        is_a = _IS_A.match(text, announcing.end)
        at = is_a.end() + text.startswith(",", is_a.end()) if is_a else announcing.end
        if _ANNOUNCES.match(text, at):
            return announcing
    # A dateline that is none ("BOSTON, Mass. March 2, 2026 0730– Ardenta, Inc. today reported") names the issuer all the same.
    listed = next((claim.start for claim in companies if claim.string("slot") == "ticker-lead"), 0)
    for claim in companies:
        if claim.start >= listed:
            break
        if claim.get("legal") and _TODAY.match(text, claim.end):
            return claim
    for slot in _SLOTS:
        for claim in companies:
            if claim.string("slot") == slot:
                return claim
    return None


def _full_name(issuer: Claim | None, companies: tuple[Claim, ...]) -> str:
    if issuer is None:
        return ""
    legal = issuer.string("legal")
    if not legal:
        legal = next(
            (c.string("legal") for c in companies if c.get("name") == issuer.get("name") and c.get("legal")), ""
        )
    name = issuer.string("name")
    return f"{name}, {legal}" if legal and f"{name}, {legal}" in issuer.text else f"{name} {legal}".strip()


def _ticker(document: Document, issuer: Claim | None, tickers: tuple[Claim, ...]) -> Claim | None:
    """Returns the listing bound to the issuer; a counterparty's listing is not the issuer's."""
    name = issuer.string("name") if issuer else ""
    for claim in tickers:
        if name and claim.get("company") == name:
            return claim
    found = next((claim for claim in tickers if document.zone_at(claim.start) in ("lead", "headline", "subhead")), None)
    # Behind the verb stands a partner's.
    partner = found is not None and issuer is not None and bool(found.get("company")) and found.start > issuer.end
    return None if partner and issuer and _ANNOUNCES.match(document.view.text, issuer.end) else found
