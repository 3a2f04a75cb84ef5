"""Totals that run from release to release: "has received a total of $946,000 to date", "bringing total payments to $1.4 million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.anchored import holding
from prlint.text.holding import possible
from prlint.text.numbers import DIGITS, MONEY, money
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from regex import Match

    from prlint.document import Document, Span

NEEDS = ("company", "release")
FIELDS = {
    "total": "the total as printed",
    "amount": "the amount by which the release says that it just grew, as printed; empty where there is none, or several",
    "unit": "the ISO 4217 code of its currency, or what is counted (share)",
    "what": "what is summed up: payment, repurchase, funding, donation, investment, dividend, order",
    "parties": "the other companies that it is from or to, folded; all where it is said to be all of them",
    "narrow": "whether it is of one period, product or contract alone",
}

_SUM = rf"(?P<total>(?:{MONEY})|(?:(?<![\w.$€£¥,-]){DIGITS}(?: (?:million|billion))?)(?= (?P<shares>(?:[\w']+ ){{0,3}}?shares)(?!\w)))"
_BRINGS = pattern(
    rf"\b(?:bring|boost|rais|increas|lift|tak|push|driv)(?:s|es|ing)? (?:the |its |our |their |his |her )?(?P<noun>(?:[\p{{L}}'&.-]+,? ){{1,22}}?)to (?:approximately |about |over |more than |nearly |date to )?{_SUM}",
    "i",
)
_HAS = pattern(
    rf"\b(?:has|have|had)(?: now| already| also| to date,?| so far| separately| collectively)*(?: and \w+)? "
    rf"(?P<noun>received|collected|been paid|paid|raised|recorded|secured|invested|returned|repurchased|bought back|distributed|donated|contributed|generated|awarded|retired)(?: by it)?(?: to date| so far)? "
    rf"(?P<of>(?:a |an )?(?:cumulative |combined |aggregate )?(?:total |sum )?(?:of )?(?:approximately |about |over |more than |nearly )?){_SUM}",
    "i",
)
_STANDS = pattern(
    rf"\b(?P<noun>(?:cumulative|aggregate|total)(?: [\p{{L}}'&-]+){{1,6}}?(?: (?:to[- ]date|so far|since inception))?)(?:,? (?:which )?(?:now )?(?:totals?|totaling|stands? at|amounts? to|has reached|have reached|reached|has grown to))"
    rf"(?: (?:approximately|about|over|more than|nearly))? {_SUM}",
    "i",
)
_RETIRED = pattern(
    rf"\b(?P<noun>[Rr]etired|[Rr]epurchased|[Bb]ought back|[Pp]urchased) a (?:cumulative )?total of {_SUM}"
)
_WORDS = ("total", "cumulative", "to date", "to-date", "so far", "thus far", "aggregate")
_EVER = pattern(r"to[- ]date|so far|thus far|cumulative|total|aggregate|since inception", "i")
_RUNS = pattern(r"total|cumulative|aggregate|to[- ]date|so far", "i")
_WITHIN = pattern(
    r"\b(?:during|in|for|of|through) (?:the )?(?:first|second|third|fourth|past|last|20\d\d|Q[1-4]|fiscal|FY|full|current|nine|six|three|month|January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"\bthis (?:year|quarter|month)\b|\bquarter\b|\bsince (?:the )?(?:start|beginning|January|\w+ 20\d\d|20\d\d)\b",
    "i",
)
#: What is still to come is no total.
_OPEN = pattern(
    r"\b(?:up to|potential(?:ly)?|could|may|would|expects?|expected|eligible|will|remaining|plans?|if|target\w*|capacity|authorized)\b",
    "i",
)
_PARTNERS = pattern(
    r"\b(?:all|its|our|their|multiple|various|three|two|four|five|several|other)(?: \w+){0,2} (?:partners|partnerships|sources|investors|licensees|customers|collaborators|agreements)\b|\bacross\b",
    "i",
)
#: A list of them is all of them, in whatever order.
_LISTED = pattern(r"\bfrom \p{Lu}\w+(?: \p{Lu}\w+)*, (?:\p{Lu}\w+(?: \p{Lu}\w+)*,? )*and (?:other |\p{Lu})")
_WHAT = (
    ("repurchase", pattern(r"re-?purchas|buy-?back|bought back|retired|shares? (?:of [^.]{0,40})?purchased", "i")),
    ("donation", pattern(r"donat|charit|contribut", "i")),
    ("dividend", pattern(r"dividend|returned|distribut", "i")),
    ("payment", pattern(r"licen[cs]|royalt|milestone|payments?|fees?|received|collected|receipts?|income", "i")),
    ("funding", pattern(r"rais(?:ed|e)|funding|financing|grants?|awarded|capital", "i")),
    ("investment", pattern(r"invest", "i")),
    ("order", pattern(r"orders?|bookings|contracts?|sales", "i")),
)  # fmt: skip
_GREW = pattern(
    rf"\b(?:receiv\w+|receipt of|collect\w+|record\w+|secur\w+|complet\w+|paid|payment of|repurchas\w+|purchas\w+|rais\w+|award\w+|donat\w+|additional|incremental|latest|this|another|deliver\w+)"
    rf" (?:(?:[\w'-]+) ){{0,4}}?(?P<amount>{MONEY})(?!\w)(?! (?:to date|in total|so far))|(?P<amount>{MONEY})(?: (?:[A-Za-z-]+)){{0,3}} (?:payment|milestone|fee|tranche|donation|grant|order)\b(?!s)",
    "i",
)
_MONEY = pattern(MONEY)
#: A kind of money that is no other: raised in grants.
_OF = pattern(r" (?:in|of|from) (?:\w+ ){0,2}?(?P<kind>grants?|debt|equity|loans?)\b", "i")
_LONG = 600
_NEAR = 80


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each total that runs on."""
    text = document.view.text
    release = claims["release"][0] if claims["release"] else None
    issuer = _first(release.string("name")) if release else ""
    grown: str | None = None
    for sentence in holding(document, _WORDS):
        if sentence.end - sentence.start > _LONG:
            continue
        taken: set[int] = set()
        for form in (_BRINGS, _HAS, _STANDS, _RETIRED):
            for match in form.finditer(text, *sentence) if possible(document, form, *sentence) else ():
                if match.start("total") in taken or not _runs(form, match, sentence):
                    continue
                taken.add(match.start("total"))
                what, unit = _what(match, sentence), _unit(match["total"], match["shares"])
                if not what or not unit:
                    continue
                if grown is None:
                    grown = _grown(document)
                start, end = match.span("total")
                yield Claim(
                    "running",
                    start,
                    end,
                    match["total"],
                    {
                        "total": match["total"],
                        "amount": grown if grown != match["total"] and _unit(grown, None) == unit else "",
                        "unit": unit,
                        "what": what,
                        "parties": _parties(document, sentence, claims["company"], issuer),
                        "narrow": _narrow(text, sentence, start, end),
                    },
                )


def _runs(form: object, match: Match[str], sentence: Span) -> bool:
    """Says whether a sum is said to be all there has been so far."""
    text, at = match.string, match.start("total")
    if not _EVER.search(text, sentence.start, sentence.end) or _OPEN.search(text, max(sentence.start, at - _NEAR), at):
        return False
    if form is _BRINGS:
        return _RUNS.search(match["noun"]) is not None
    if form is _HAS:
        return (
            _RUNS.search(text, match.start(), at) is not None
            or _EVER.search(text, max(sentence.start, match.start() - 40), match.start()) is not None
            or _EVER.search(text, match.end(), min(sentence.end, match.end() + 60)) is not None
        )
    return True


def _narrow(text: str, sentence: Span, start: int, end: int) -> bool:
    """Says whether a period limits the sum; what stands in brackets after it only parts it."""
    bracket = text.find("(", end, sentence.end)
    last = min(sentence.end, end + _NEAR, bracket if bracket >= 0 else sentence.end)
    return _WITHIN.search(text, max(sentence.start, start - _NEAR), last) is not None


def _what(match: Match[str], sentence: Span) -> str:
    kind = _OF.match(match.string, match.end("total"), sentence.end)
    if kind is not None:
        return str(kind["kind"]).lower().rstrip("s")
    for text, start, end in ((match["noun"], 0, len(match["noun"])), (match.string, *sentence)):
        for name, form in _WHAT:
            if form.search(text, start, end):
                return name
    return ""


def _unit(text: str, shares: str | None) -> str:
    found = _MONEY.search(text)
    amount = money(found[0]) if found else None
    return amount.currency if amount else "share" if shares else ""


def _grown(document: Document) -> str:
    """Returns the one amount that the headline and the lead say has come in; empty where there is none, or several."""
    text = document.view.text
    found: dict[float, str] = {}
    for block in document.blocks:
        zone = document.zone_at(block.start)
        if zone not in ("headline", "subhead", "lead", "dateline", "body"):
            continue
        for match in _GREW.finditer(text, block.start, block.end):
            if _EVER.search(text, max(block.start, match.start() - 30), match.end()):
                continue
            amount = money(match["amount"].strip())
            if amount is not None:
                found.setdefault(amount.amount, match["amount"].strip())
        if zone in ("lead", "body"):
            break
    return next(iter(found.values())) if len(found) == 1 else ""


def _parties(document: Document, sentence: Span, companies: Sequence[Claim], issuer: str) -> tuple[str, ...]:
    """Returns the other companies of the sentence, else of its paragraph, else of the headline."""
    text = document.view.text
    if _PARTNERS.search(text, sentence.start, sentence.end) or _LISTED.search(text, sentence.start, sentence.end):
        return ("all",)
    block = document.block_at(sentence.start)
    heads = [zone for zone in document.zones if zone.name == "headline"]
    spans = [
        (sentence.start, sentence.end),
        *([(block.start, block.end)] if block else []),
        *((head.start, head.end) for head in heads[:1]),
    ]
    for start, end in spans:
        names = {_first(claim.string("name")) for claim in companies if start <= claim.start < end} - {issuer, ""}
        if names:
            return tuple(sorted(names))
    return ()


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0].casefold().strip(",.") if name.strip() else ""
