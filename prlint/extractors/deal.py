"""Terms that are fixed once they are told: a dividend with its dates, the size and price of an offering, the price of a deal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.anchored import holding
from prlint.text.intervals import QUALIFIER
from prlint.text.numbers import DIGITS, MONEY
from prlint.text.patterns import pattern
from prlint.text.scope import issuer_words, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from regex import Match

    from prlint.claim import Value
    from prlint.document import Document, Span

NEEDS = ("company", "date", "release")
FIELDS = {
    "kind": "dividend, offering or price",
    "deal": "which one: a dividend by one of its dates, an offering by its form, a price by what is paid and the other company",
    "amount": "the amount as printed: of a dividend per share, of an offering its gross proceeds; or empty",
    "price": "the price of a share as printed; or empty",
    "shares": "how many shares, as printed; or empty",
    "day": "the other date of a dividend, ISO; or empty",
    "scope": "of a price, the names of its sentence beside the issuer's, folded",
}

_DIVIDEND = pattern(r"dividend|distribution", "i")
_RECORD = pattern(
    r"record date(?: of| is| on|:| being| set for)?(?: [A-Z][a-z]+day,)? $|(?:stock|share)holders(?: of the Company)? (?:of|as of|on) (?:the )?record(?: (?:date|of business))?(?: (?:as of|at|on|of|date))*(?: the close of business)?(?: on| of)? $|of record (?:as of|at|on)(?: the close of business(?: on)?)? $|holders of record[^.;\d$]{0,40} $",
    "i",
)
_PAID = pattern(
    r"(?:payment date(?: of| is| on|:| being)?|payable|paid|to be paid|will be paid|pay date(?: of)?)(?: in cash)?(?: on| on or (?:about|around)| about)?(?: [A-Z][a-z]+day,)? $",
    "i",
)
_PER_SHARE = pattern(rf"(?P<amount>{MONEY}|\d+(?:\.\d+)? cents) (?:per|a) (?:[\w.]+ ){{0,3}}?(?:share|unit|ADS)", "i")

_OFFERING = pattern(
    r"(?P<form>registered direct offering|(?:underwritten )?public offering|initial public offering|private placement|at-the-market offering|rights offering|bought deal|best[- ]efforts offering|follow-on offering|convertible notes? offering)",
    "i",
)
_SIZE = pattern(
    rf"(?:(?<!\w){QUALIFIER})?(?P<size>{MONEY})(?= (?:[\w-]+ ){{0,3}}?(?:registered direct|(?:underwritten )?public offering|initial public|private placement|rights offering|bought deal|best[- ]efforts|follow-on))"
    rf"|gross proceeds(?: to the Company| from the offering| of the offering)*(?:,? before [^.$]{{0,120}},)?(?: (?:were|are|will be|is|was|of|to be|totaling|expected))*(?: (?:approximately|about))? (?P<size>{MONEY})"
    rf"|(?P<size>{MONEY}) (?:in|of) (?:aggregate )?gross proceeds",
    "i",
)
_PRICE = pattern(
    rf"(?:price|purchase price)(?: to the public)? of (?P<price>{MONEY}) per (?:\w+ ){{0,3}}?(?:share|unit|ADS)|(?P<price>{MONEY}) per (?:\w+ )?(?:share|unit|ADS)\b",
    "i",
)
_SHARES = pattern(
    rf"(?:aggregate of |total of |purchase (?:and sale )?of |sale of |issuance of )(?:an aggregate of |approximately )?(?P<shares>{DIGITS})(?: of (?:its|our|the Company's))? (?:[\w-]+ ){{0,3}}?(?:shares|units|ADSs)",
    "i",
)
#: What makes it another size: more was sold, or less.
_MORE = pattern(
    r"over-?allotment|upsiz|option to purchase|additional|exercis|warrant|tranche|second closing|final closing|first closing|initial closing|up to|aggregate of \w+ closings|net proceeds",
    "i",
)

_DEAL = pattern(
    rf"(?P<what>up-?front(?: cash)? payment|purchase price|total (?:consideration|value|deal value)|aggregate consideration|transaction value|equity value|enterprise value|(?:transaction|deal|acquisition|agreement|license|licence|merger) (?:was |is |independently |currently )*valued)"
    rf"(?: (?:of|at|is|was|approximately|about|up to|a|an|the|estimated|totaling|potential(?:ly)?))* (?P<amount>(?:{QUALIFIER})?{MONEY})",
    "i",
)
_WORDS = (
    "dividend",
    "offering",
    "placement",
    "gross proceeds",
    "upfront",
    "up-front",
    "purchase price",
    "consideration",
    "valued",
    "deal value",
    "transaction value",
    "equity value",
    "enterprise value",
    "total value",
)
_CLASS = pattern(r"\b(?:preferred|special|supplemental|Series \w+|Class [A-Z])\b", "i")
_PAYS = pattern(r"\breceiv\w+|\b(?:pay|pays|paid|paying)\b", "i")
_LONG = 700


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields the terms of dividends, offerings and deals."""
    text = document.view.text
    release = claims["release"][0] if claims["release"] else None
    issuer = _first(release.string("name")) if release else ""
    own = issuer_words(release.string("name"), release.string("ticker")) if release else frozenset()
    for sentence in holding(document, _WORDS):
        if sentence.end - sentence.start > _LONG or document.zone_at(sentence.start) in ("table", "legend", "fls"):
            continue
        if _DIVIDEND.search(text, *sentence):
            yield from _dividend(text, sentence, claims["date"])
        yield from _offering(document, sentence)
        for match in _DEAL.finditer(text, *sentence):
            parties = {
                _first(each.string("name")) for each in claims["company"] if sentence.start <= each.start < sentence.end
            } - {issuer, ""}
            if len(parties) == 1:
                what = " ".join(match["what"].lower().replace("-", "").split())
                yield _claim(
                    "price",
                    match,
                    "amount",
                    f"{what} {_way(text, sentence)}{parties.pop()}",
                    amount=match["amount"].strip(),
                    scope=named(document, *sentence, own),
                )


def _claim(
    kind: str,
    match: Match[str],
    group: str,
    deal: str,
    *,
    amount: str = "",
    price: str = "",
    shares: str = "",
    scope: tuple[str, ...] = (),
) -> Claim:
    start, end = match.span(group)
    return Claim("deal", start, end, match.string[start:end],
                 {"kind": kind, "deal": deal, "amount": amount, "price": price, "shares": shares, "day": "", "scope": scope})  # fmt: skip


def _dividend(text: str, sentence: Span, dates: Sequence[Claim]) -> Iterator[Claim]:
    """Yields what is said of one dividend: its amount and its payment by the record date, and the record date by its payment."""
    inside = [
        each
        for each in dates
        if sentence.start <= each.start < sentence.end and each.get("precision") == "day" and each.get("start")
    ]
    record = [each for each in inside if _RECORD.search(text, sentence.start, each.start)]
    paid = [each for each in inside if _PAID.search(text, sentence.start, each.start)]
    amounts = list(_PER_SHARE.finditer(text, *sentence))
    if len(record) > 1 or len(paid) > 1 or len(inside) > len(record) + len(paid) + 1:
        return
    kind = _CLASS.search(text, *sentence)
    of = f"{kind[0].lower()} " if kind else ""
    one = amounts[0] if len(amounts) == 1 else None
    blank: dict[str, Value] = {"kind": "dividend", "amount": "", "price": "", "shares": "", "day": "", "scope": ()}
    if one is not None:
        for name, day in (*(("recorded", each) for each in record), *(("paid", each) for each in paid)):
            yield _claim(
                "dividend", one, "amount", f"{of}per share {name} {day.string('start')}", amount=one["amount"].strip()
            )
    if record and paid:
        first, last = record[0], paid[0]
        yield Claim(
            "deal",
            last.start,
            last.end,
            last.text,
            {**blank, "deal": f"{of}paid for {first.string('start')}", "day": last.string("start")},
        )
        yield Claim(
            "deal",
            first.start,
            first.end,
            first.text,
            {**blank, "deal": f"{of}recorded for {last.string('start')}", "day": first.string("start")},
        )


def _offering(document: Document, sentence: Span) -> Iterator[Claim]:
    text = document.view.text
    block = document.block_at(sentence.start)
    form = _OFFERING.search(text, *sentence) or (_OFFERING.search(text, block.start, block.end) if block else None)
    if form is None or _MORE.search(text, *sentence):
        return
    name = " ".join(form["form"].lower().replace("-", " ").split()).removeprefix("underwritten ")
    for group, field, found in (("size", "amount", _SIZE), ("price", "price", _PRICE), ("shares", "shares", _SHARES)):
        matches = list(found.finditer(text, *sentence))
        if len({match[group] for match in matches}) == 1:
            number = matches[0][group].strip()
            yield _claim("offering", matches[0], group, f"{name} {field}", **{field: number})


def _way(text: str, sentence: Span) -> str:
    """Returns who pays: what one receives another one paid."""
    found = _PAYS.search(text, *sentence)
    return "" if found is None else "received " if found[0].lower().startswith("rec") else "paid "


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0].casefold().strip(",.") if name.strip() else ""
