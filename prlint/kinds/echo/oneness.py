"""Whether two figures tell of one thing: by the words they share, what stands beside them, and their digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.kinds.echo.figures import FIRMLY, distinctive, firm, one_digit_apart, scale
from prlint.text.intervals import value
from prlint.text.patterns import pattern
from prlint.text.surroundings import periods, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document

#: Words that leave no doubt what a figure is of.
_SURELY = 3
#: Code points of a label over a figure.
_LABEL = 60
_SHARE = pattern(r"(?<![\w.,])\d+(?:\.\d+)?(?=%)|[$€£¥]\d[\d,.]{2,} (?:million|billion)")
#: Figures differ by chance that are farther apart than this part of them, and are not of one thing beyond this multiple.
_CLOSE = 10
#: An amount per share that tells the same again.
_BESIDE = pattern(r",? (?:or|\() ?\$?(?P<each>\d*\.\d\d) per (?:\p{L}+ ){0,3}?share", "i")
#: Words of a sentence that tells of a part, or of one more.
_PART = pattern(
    r"\b(?:initial(?:ly)?|first|second|third|fourth|fifth|final|further|additional|another|follow-on|remaining|next|partial"
    r"|tranches?|portions?|part|instal?lments?|phases?|lots?|up-?front|per|each|annual(?:ly)?|yearly|monthly|upsized?|increased?)\b",
    "i",
)
#: Stems of words for what is no loss.
_GAINS = frozenset(("earning", "incom", "profit", "gain"))


def told_alike(one: Claim, other: Claim, document: Document, params: Mapping[str, Any]) -> bool:
    """Says whether two figures of three digits or more stand in sentences of one period that share a percentage, or an amount.

    The words of a figure reach only as far as the next figure; "up 38% to $1.83 million" has them all before that.
    So do figures alone in their block, a cell of a list, of which the block before tells: it must share two words.
    """
    if not distinctive(one, params):
        return False
    text = document.view.text
    sentences = [document.sentence_at(claim.start) for claim in (one, other)]
    when = [set(periods(document, claim.start, claim.end)) for claim in (one, other)]
    if all(when) and not when[0] & when[1]:
        return False
    said = [set(_SHARE.findall(text[start:end])) - {one.text, other.text} for start, end in sentences]
    if said[0] & said[1]:
        return True
    for cell, told in ((one, other), (other, one)):
        label = _label(cell, document)
        if label and len(set(label) & set(words(document, told.start, told.end))) >= FIRMLY:
            return True
    return False


def _label(claim: Claim, document: Document) -> tuple[str, ...]:
    """Returns the words of the block before a figure that is all of its block, none where that block has a figure."""
    text = document.view.text
    block = document.block_at(claim.start)
    if block is None or text[block.start : block.end].strip() != claim.text or block.start < 2:
        return ()
    before = document.block_at(block.start - 2)
    if (
        before is None
        or before.end - before.start > _LABEL
        or any(c.isdigit() for c in text[before.start : before.end])
    ):
        return ()
    return words(document, before.start, before.start)


def telling(head: Claim, other: Claim, document: Document, params: Mapping[str, Any]) -> bool:
    """Says whether two figures that agree do so for sure: any 59 rounds to 60, and is more than 50."""
    if head.get(params["digits"]) == other.get(params["digits"]):
        return True
    one, two = value(head.string(params["number"])), value(other.string(params["number"]))
    theirs = words(document, other.start, other.end)
    return (
        one is not None
        and two is not None
        and abs(one - two) <= abs(one) / _CLOSE
        and any(word in theirs and word not in "+-" for word in words(document, head.start, head.end))
    )


def own_words(head: Claim, issuer: Sequence[str], document: Document) -> frozenset[str]:
    """Returns the words that a figure of the head stands with, but for the issuer's and those of growth."""
    return frozenset(
        word
        for word in words(document, head.start, head.end)
        if word not in "+-" and not any(part.startswith(word) for part in issuer)
    )


def of_it(
    head: Claim, rest: Sequence[Claim], issuer: Sequence[str], document: Document, least: int = FIRMLY
) -> list[Claim]:
    """Returns the figures that stand with `least` words of the head's figure: these may make it up, others do by chance."""
    mine = own_words(head, issuer, document)
    shared = min(least, len(mine))
    of_it = [claim for claim in rest if len(mine.intersection(words(document, claim.start, claim.end))) >= shared]
    if least > 1:
        return of_it
    # What such a figure is compared with need not say again of what it is.
    told = {document.sentence_at(claim.start) for claim in of_it}
    return [claim for claim in rest if document.sentence_at(claim.start) in told]


def about_one(
    head: Claim,
    other: Claim,
    issuer: Sequence[str],
    document: Document,
    params: Mapping[str, Any],
    *,
    way: bool = False,
) -> bool:
    """Says whether two figures stand with the same words, and not with two periods; `way`: growth alone is a word too."""
    mine, theirs = words(document, head.start, head.end), words(document, other.start, other.end)
    # The issuer's name stands with everything.
    shared = [word for word in mine if word in theirs and not any(part.startswith(word) for part in issuer)]
    if len(shared) < params["shared"] or (not way and all(word in "+-" for word in shared)):
        return False
    # A loss is no gain.
    if any(
        "loss" in one and "loss" not in two and not _GAINS.isdisjoint(two)
        for one, two in ((mine, theirs), (theirs, mine))
    ):
        return False
    # Growth is no level, and a fall is no growth.
    if ("+" in mine) != ("+" in theirs) or ("-" in mine) != ("-" in theirs):
        return False
    when = set(periods(document, head.start, head.end)), set(periods(document, other.start, other.end))
    return not all(when) or bool(when[0] & when[1])


def set_apart(
    head: Claim, other: Claim, claims: Sequence[Claim], document: Document, params: Mapping[str, Any]
) -> bool:
    """Says whether a figure of the text stands with a word that is the head's figure's own.

    Where one line has three amounts per share, "per share" does not tell which of them is meant.
    """
    # Three digits of which all but one are the same are no chance.
    if distinctive(head, params) and one_digit_apart(head, other, params):
        return True
    line = document.block_at(head.start)
    shared = set(words(document, head.start, head.end)) & set(words(document, other.start, other.end))
    for beside in claims:
        if (
            line is not None
            and beside is not head
            and line.start <= beside.start < line.end
            and beside.get(params["unit"]) == head.get(params["unit"])
            and scale(beside, params) == scale(head, params)
            and shared <= set(words(document, beside.start, beside.end))
        ):
            return False
    return True


def beside_one(
    head: Claim, other: Claim, every: Sequence[Claim], document: Document, params: Mapping[str, Any]
) -> bool:
    """Says whether two amounts are followed by one figure of another size: "$10.5 million or $0.81 per share"."""
    text = document.view.text
    after = []
    for claim in (head, other):
        if claim.get(params["unit"]) == "%" or not scale(claim, params):
            return False
        beside = _BESIDE.match(text, claim.end)
        if beside is None:
            return False
        after.append(value(beside["each"]))
    when = [set(periods(document, claim.start, claim.end)) for claim in (head, other)]
    return after[0] is not None and after[0] == after[1] and (not all(when) or bool(when[0] & when[1]))


def only_other(
    head: Claim, heads: Sequence[Claim], same: Sequence[Claim], document: Document, params: Mapping[str, Any]
) -> Claim | None:
    """Returns the lead's only amount, where the head's only one stands with words for the same thing; None elsewhere."""
    led = [claim for claim in same if document.zone_at(claim.start) == "lead"]
    beside = [claim for claim in heads if claim.get(params["unit"]) == head.get(params["unit"])]
    if head.get(params["unit"]) == "%" or len(led) != 1 or len(beside) != 1:
        return None
    lead = led[0]
    one, two = value(head.string(params["number"])), value(lead.string(params["number"]))
    # Amounts of one thing that somebody got wrong are not worlds apart: a market is, and a price per share.
    if not (one and two and firm(head, params) and firm(lead, params) and max(one, two) <= _CLOSE * min(one, two)):
        return None
    # A part is not the whole, and "at least $20 million" may be any amount.
    text, sentence = document.view.text, document.sentence_at(lead.start)
    if lead.text[:1].islower() or _PART.search(text, sentence.start, sentence.end):
        return None
    spoken = [words(document, claim.start, claim.end) for claim in (head, lead)]
    when = [set(periods(document, claim.start, claim.end)) for claim in (head, lead)]
    if any(way in said for said in spoken for way in "+-") or (all(when) and not when[0] & when[1]):
        return None
    for family in params["kin"]:
        stems = tuple(family.split())
        if all(any(word.startswith(stems) for word in said) for said in spoken):
            return lead
    return None


def one_digit_off(
    head: Claim, other: Claim, issuer: Sequence[str], document: Document, params: Mapping[str, Any]
) -> bool:
    """Says whether two figures differ in one digit alone, or in the order of two; they need not share so many words to be one."""
    if not one_digit_apart(head, other, params):
        return False
    digits = len(head.string(params["digits"]).replace(",", "").replace(".", "").rstrip("0"))
    # One digit and zeros, or two digits of a percentage, are near one another by chance.
    least = params["shared"] if digits < (3 if head.get(params["unit"]) == "%" else 2) else 1
    return about_one(head, other, issuer, document, {**params, "shared": least}, way=digits >= 3)


def surely_one(head: Claim, other: Claim, issuer: Sequence[str], document: Document, params: Mapping[str, Any]) -> bool:
    """Says whether two figures differ in one digit and share so much that a sum made by chance is no excuse."""
    if not one_digit_off(head, other, issuer, document, params):
        return False
    when = [set(periods(document, claim.start, claim.end)) for claim in (head, other)]
    firm = when[0] & when[1] or distinctive(head, params)
    return about_one(head, other, issuer, document, {**params, "shared": FIRMLY if firm else _SURELY})
