"""A figure in the head of a release must stand in its text, or follow from what stands there.

The text holds it where a figure of the same unit agrees, rounded to the coarser of the two; where it is the sum or
difference of figures that stand together, a count times a price, or the growth from one to the other. Only a
figure that nothing explains is compared with those that stand with the same words; the only amount of the head also
with the only one of the lead, where both stand with words for one thing (`kin`: a contract is an order).

Params:

* `claim` (claim, required): the figures.
* `number` (field, required): the figure as printed.
* `unit` (field, required): only figures of one unit are compared.
* `digits` and `scale` (fields, required): its digits alone, and the word of its scale.
* `head` (texts, required): the zones of the figures that must be held by the text.
* `body` (texts, required): the zones of the text that can contradict them; figures of any zone can agree.
* `throughout` (flag, no): look for slips of scale between any two figures of the body too.
* `shared` (number, 2): how many words two figures must share to be one.
* `kin` (texts, no): beginnings of words for one thing, with blanks between them, a text for each thing.

Outcomes: `differs` (the same words and the same period), `unlike` (the same words; a period is not said on both
sides), `alone` (the only amounts of head and lead, in other words), `slip` (the same digits with another scale), `absent`. Messages may name `found` (in the head), `other` (in the text) and `words`.

An example:

    kind: echo
    outcomes:
      differs: {severity: error, message: 'the headline has {found}, the text {other}'}
    params: {claim: figure, number: number, unit: unit, digits: digits, scale: scale, head: [headline], body: [lead, body]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import CannotTell, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.intervals import Interval, exactly, printed, step, value
from prlint.text.numbers import DIGITS, SCALE
from prlint.text.patterns import pattern
from prlint.text.surroundings import periods, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the figures"),
    "number": Param("field", about="the figure as printed"),
    "unit": Param("field", about="only figures of one unit are compared"),
    "digits": Param("field", about="its digits alone"),
    "scale": Param("field", about="the word of its scale"),
    "head": Param("texts", about="the zones of the figures that the text must hold"),
    "body": Param("texts", about="the zones that can contradict them"),
    "throughout": Param("flag", False, about="look for slips of scale between any two figures of the body too"),
    "shared": Param("number", 2, about="how many words two figures must share to be one"),
    "kin": Param("texts", (), about="beginnings of words for one thing, a text for each thing"),
}

OUTCOMES = dict.fromkeys(("differs", "unlike", "alone", "slip", "absent"), ("found", "other", "words"))

#: Blocks that stand together: figures farther apart are not added up.
_NEAR = 2
_NEARER = 1
#: Words that two figures of the body must share.
_FIRMLY = 2
#: Words that leave no doubt what a figure is of.
_SURELY = 3
#: More figures than this in blocks that stand together, and some sum would fit by chance.
_MANY = 14
#: Digits of figures that are hardly alike by chance.
_TELLING = 3
#: Code points of a label over a figure.
_LABEL = 60
_SHARE = pattern(r"(?<![\w.,])\d+(?:\.\d+)?(?=%)|[$€£¥]\d[\d,.]{2,} (?:million|billion)")
_PLAIN = pattern(rf"(?<![\w.,]){DIGITS}{SCALE}?")
#: A number without a sign, a factor or a percent sign, as the cells of tables have it.
_BARE = pattern(rf"(?<![\w.,$€£¥-])(?<![$€£¥] ){DIGITS}(?!{SCALE}| ?%| percent)")
_THOUSAND = 1000.0
#: Figures differ by chance that are farther apart than this part of them, and are not of one thing beyond this multiple.
_CLOSE = 10
_YEAR = pattern(r"(?:19|20)\d\d")
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
_SCALES = {
    "thousand": "k", "k": "k", "million": "m", "mn": "m", "mm": "m", "m": "m", "billion": "b", "bn": "b", "b": "b", "trillion": "t", "tn": "t",
}  # fmt: skip


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each figure of the head."""
    document = context.release.document
    every = context.release.of(params["claim"])
    issuer = context.release.issuer.lower().split()
    heads = [claim for claim in claims if document.zone_at(claim.start) in params["head"]]
    # The head's other lines are no text: they may hold the same slip.
    rest = [claim for claim in every if document.zone_at(claim.start) not in params["head"]]
    if params["throughout"]:
        yield from _slips(claims, document, issuer, params)
    for head in heads:
        own = _named(head.string(params["number"]))
        same = [claim for claim in rest if claim.get(params["unit"]) == head.get(params["unit"])]
        if own is None:
            continue
        agreeing = [claim for claim in same if _agree(own, claim, params)]
        if any(_telling(head, claim, document, params) for claim in agreeing):
            yield Consistent(head.text)
            continue
        alike = [
            claim
            for claim in same
            if document.zone_at(claim.start) in params["body"]
            and (
                (_firm(head, params) and _about_one(head, claim, issuer, document, params))
                or _beside_one(head, claim, every, document, params)
                or _one_digit_off(head, claim, issuer, document, params)
            )
            and _set_apart(head, claim, claims, document, params)
        ] or [
            claim
            for claim in every
            if document.zone_at(claim.start) not in params["body"]
            and claim.start > head.start
            # The two ends of a range, and two amounts that one line sets side by side, are not one.
            and document.block_at(claim.start) != document.block_at(head.start)
            and claim.get(params["unit"]) == head.get(params["unit"])
            and _one_digit_off(head, claim, issuer, document, params)
            and _about_one(head, claim, issuer, document, {**params, "shared": _FIRMLY})
            and _set_apart(head, claim, claims, document, params)
        ]
        # What another figure of the head has is that one's.
        others = [
            _named(one.string(params["number"])) for one in heads if one is not head and _of_unit(one, head, params)
        ]
        alike = [
            claim
            for claim in alike
            if document.zone_at(claim.start) in params["head"]
            or not any(each is not None and _agree(each, claim, params) for each in others)
        ]
        slipped = next((claim for claim in alike if _slipped(head, claim, params)), None)
        sure = any(
            _surely_one(head, claim, issuer, document, params)
            or (_swapped(head, claim, params) and _one_digit_off(head, claim, issuer, document, params))
            for claim in alike
        )
        lone = None if alike else _lone(head, heads, same, document, params)
        # "$8 million" and "$9 million" can be one amount rounded in two ways; printed alike, they hardly are.
        alone = lone is not None and all(claim is lone and _as_fine(head, claim, params) for claim in agreeing)
        if (agreeing and not sure and not alone) or _plainly(
            own, head, _own_words(head, issuer, document) if sure else (), document, params
        ):
            yield Consistent(head.text)
        elif slipped is not None:
            yield _found("slip", head, slipped, document)
        elif _follows(
            own,
            head,
            _of_it(head, rest, issuer, document, _FIRMLY if sure else 1) if alike else rest,
            document,
            params,
            surely=sure,
        ) or (not sure and _product(own, _in_its_unit(head, rest, params), document)):
            yield CannotTell()
        elif not alike:
            if lone is not None and alone:
                yield _found("alone", head, lone, document)
            else:
                yield Contradicted("absent", [head], values={"found": head.text, "other": "", "words": ""})
        else:
            certain = [
                claim
                for claim in alike
                if periods(document, head.start, head.end) and periods(document, claim.start, claim.end)
            ]
            mine = words(document, head.start, head.end)
            other = max(
                certain or alike,
                key=lambda claim: (
                    _one_digit_off(head, claim, issuer, document, params),
                    sum(word in mine for word in words(document, claim.start, claim.end)),
                ),
            )
            yield _found("differs" if certain else "unlike", head, other, document)


def _of_unit(one: Claim, other: Claim, params: Mapping[str, Any]) -> bool:
    return one.get(params["unit"]) == other.get(params["unit"])


def _slips(
    claims: Sequence[Claim], document: Document, issuer: Sequence[str], params: Mapping[str, Any]
) -> Iterator[Verdict]:
    """Yields a finding for each figure of the body that stands there earlier, in the same words, with another scale."""
    body = [claim for claim in claims if claim.get(params["scale"]) and document.zone_at(claim.start) in params["body"]]
    for i, claim in enumerate(body):
        for earlier in body[:i]:
            if (
                claim.get(params["unit"]) == earlier.get(params["unit"])
                and _slipped(claim, earlier, params)
                and (
                    _about_one(claim, earlier, issuer, document, {**params, "shared": _FIRMLY})
                    or _told_alike(claim, earlier, document, params)
                )
            ):
                yield _found("slip", earlier, claim, document)
                break


def _told_alike(one: Claim, other: Claim, document: Document, params: Mapping[str, Any]) -> bool:
    """Says whether two figures of three digits or more stand in sentences of one period that share a percentage, or an amount.

    The words of a figure reach only as far as the next figure; "up 38% to $1.83 million" has them all before that.
    So do figures alone in their block, a cell of a list, of which the block before tells: it must share two words.
    """
    if len(one.string(params["digits"]).replace(",", "").replace(".", "").strip("0")) < _TELLING:
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
        if label and len(set(label) & set(words(document, told.start, told.end))) >= _FIRMLY:
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


def _found(outcome: str, head: Claim, other: Claim, document: Document) -> Contradicted:
    shared = [word for word in words(document, head.start, head.end) if word in words(document, other.start, other.end)]
    return Contradicted(
        outcome,
        [head, other],
        values={"found": head.text, "other": other.text, "words": " ".join(shared)},
    )


def _agree(own: Interval, other: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether two figures are one when the finer is rounded as the coarser is."""
    theirs = _named(other.string(params["number"]))
    return theirs is not None and own.meets(theirs)


def _telling(head: Claim, other: Claim, document: Document, params: Mapping[str, Any]) -> bool:
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


def _own_words(head: Claim, issuer: Sequence[str], document: Document) -> frozenset[str]:
    """Returns the words that a figure of the head stands with, but for the issuer's and those of growth."""
    return frozenset(
        word
        for word in words(document, head.start, head.end)
        if word not in "+-" and not any(part.startswith(word) for part in issuer)
    )


def _of_it(
    head: Claim, rest: Sequence[Claim], issuer: Sequence[str], document: Document, least: int = _FIRMLY
) -> list[Claim]:
    """Returns the figures that stand with `least` words of the head's figure: these may make it up, others do by chance."""
    mine = _own_words(head, issuer, document)
    shared = min(least, len(mine))
    of_it = [claim for claim in rest if len(mine.intersection(words(document, claim.start, claim.end))) >= shared]
    if least > 1:
        return of_it
    # What such a figure is compared with need not say again of what it is.
    told = {document.sentence_at(claim.start) for claim in of_it}
    return [claim for claim in rest if document.sentence_at(claim.start) in told]


def _named(text: str) -> Interval | None:
    """Returns what a figure can stand for as the name of one amount: "up to $5 million" names five, and not two."""
    found, read = printed(text), value(text)
    if found is None or read is None or found.low > 0:
        return found
    return Interval(read - step(text) / 2, found.high)


def _plainly(own: Interval, head: Claim, mine: Collection[str], document: Document, params: Mapping[str, Any]) -> bool:
    """Says whether the number stands in the text without its sign, as in a table, in units, thousands or millions.

    With `mine` it must stand with one of these words.
    """
    text = document.view.text
    first = next(
        (zone.start for zone in document.zones if zone.name not in (*params["head"], "header-date")), len(text)
    )
    scales = (0.01,) if head.get(params["unit"]) == "%" else (1.0, _THOUSAND, _THOUSAND**2)
    for match in _BARE.finditer(text, first):
        read = value(match[0])
        if read is None or len(match[0].strip("0.,")) < 3:
            continue
        unit = step(match[0])
        for scale in scales:
            if Interval((read - unit / 2) * scale, (read + unit / 2) * scale).meets(own) and (
                not mine or any(word in mine for word in words(document, *match.span()))
            ):
                return True
    return False


def _about_one(
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


def _set_apart(
    head: Claim, other: Claim, claims: Sequence[Claim], document: Document, params: Mapping[str, Any]
) -> bool:
    """Says whether a figure of the text stands with a word that is the head's figure's own.

    Where one line has three amounts per share, "per share" does not tell which of them is meant.
    """
    line = document.block_at(head.start)
    shared = set(words(document, head.start, head.end)) & set(words(document, other.start, other.end))
    for beside in claims:
        if (
            line is not None
            and beside is not head
            and line.start <= beside.start < line.end
            and beside.get(params["unit"]) == head.get(params["unit"])
            and _scale(beside, params) == _scale(head, params)
            and shared <= set(words(document, beside.start, beside.end))
        ):
            return False
    return True


def _beside_one(
    head: Claim, other: Claim, every: Sequence[Claim], document: Document, params: Mapping[str, Any]
) -> bool:
    """Says whether two amounts are followed by one figure of another size: "$10.5 million or $0.81 per share"."""
    text = document.view.text
    after = []
    for claim in (head, other):
        if claim.get(params["unit"]) == "%" or not _scale(claim, params):
            return False
        beside = _BESIDE.match(text, claim.end)
        if beside is None:
            return False
        after.append(value(beside["each"]))
    when = [set(periods(document, claim.start, claim.end)) for claim in (head, other)]
    return after[0] is not None and after[0] == after[1] and (not all(when) or bool(when[0] & when[1]))


def _lone(
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
    if not (one and two and _firm(head, params) and _firm(lead, params) and max(one, two) <= _CLOSE * min(one, two)):
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


def _as_fine(head: Claim, other: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether two amounts are printed to one unit, with one scale."""
    numbers = [claim.string(params["number"]) for claim in (head, other)]
    return _scale(head, params) == _scale(other, params) and step(numbers[0]) == step(numbers[1])


def _firm(head: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether a figure is more than a limit; what can be reached at most may be made of anything."""
    limit = printed(head.string(params["number"]))
    return limit is not None and limit.low > 0


def _swapped(head: Claim, other: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether two figures of three digits or more differ in the order of two neighbouring digits: 14.8 and 18.4."""
    one, two = (claim.string(params["digits"]).replace(",", "").replace(".", "") for claim in (head, other))
    if len(one) != len(two) or len(one.rstrip("0")) < _TELLING:
        return False
    off = [i for i, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    return len(off) == 2 and off[1] == off[0] + 1 and one[off[0]] == two[off[1]] and one[off[1]] == two[off[0]]


def _one_digit_off(
    head: Claim, other: Claim, issuer: Sequence[str], document: Document, params: Mapping[str, Any]
) -> bool:
    """Says whether two figures differ in one digit alone, or in the order of two; they need not share so many words to be one."""
    one, two = head.string(params["digits"]), other.string(params["digits"])
    digits = len(one.replace(",", "").replace(".", "").rstrip("0"))
    if (
        len(one) != len(two)
        or _scale(head, params) != _scale(other, params)
        or (sum(a != b for a, b in zip(one, two, strict=True)) != 1 and not _swapped(head, other, params))
    ):
        return False
    # One digit and zeros, or two digits of a percentage, are near one another by chance.
    least = params["shared"] if digits < (3 if head.get(params["unit"]) == "%" else 2) else 1
    return _about_one(head, other, issuer, document, {**params, "shared": least}, way=digits >= 3)


def _surely_one(
    head: Claim, other: Claim, issuer: Sequence[str], document: Document, params: Mapping[str, Any]
) -> bool:
    """Says whether two figures differ in one digit and share so much that a sum made by chance is no excuse."""
    if not _one_digit_off(head, other, issuer, document, params):
        return False
    when = [set(periods(document, claim.start, claim.end)) for claim in (head, other)]
    firm = (
        when[0] & when[1] or len(head.string(params["digits"]).replace(",", "").replace(".", "").strip("0")) >= _TELLING
    )
    return _about_one(head, other, issuer, document, {**params, "shared": _FIRMLY if firm else _SURELY})


def _scale(claim: Claim, params: Mapping[str, Any]) -> str:
    return _SCALES.get(claim.string(params["scale"]), "")


def _slipped(head: Claim, other: Claim, params: Mapping[str, Any]) -> bool:
    scales = [_scale(claim, params) for claim in (head, other)]
    return (
        head.get(params["digits"]) == other.get(params["digits"])
        and "" not in scales
        and scales[0] != scales[1]
        and len(head.string(params["digits"]).strip("0.,")) > 1
    )


def _follows(
    own: Interval,
    head: Claim,
    rest: Sequence[Claim],
    document: Document,
    params: Mapping[str, Any],
    *,
    surely: bool = False,
) -> bool:
    """Says whether the figure can be reckoned from those of the text; `surely`: any two percentages make a third."""
    places = {block.start: i for i, block in enumerate(document.blocks)}
    figures: list[tuple[int, str, Interval]] = []
    for claim in rest:
        block = document.block_at(claim.start)
        read = value(claim.string(params["number"]))
        if block is None or not read:
            continue
        unit = step(claim.string(params["number"])) / 2
        figures.append((places[block.start], claim.string(params["unit"]), Interval(read - unit, read + unit)))
    own_unit = head.string(params["unit"])
    same = [(at, interval) for at, of, interval in figures if of == own_unit]
    money = [(at, of, interval) for at, of, interval in figures if of != "%"]
    if own_unit == "%":
        return (not surely and _sums(own, same, 2)) or any(
            grown is not None and _either(grown.minus(exactly(1.0)), own)
            for at, of, one in money
            for other_at, other_of, other in money
            if of == other_of and one is not other and abs(at - other_at) <= _NEARER
            for grown in (one.over(other),)
        )
    return _sums(own, same, 3) or _product(own, same, document)


def _in_its_unit(head: Claim, rest: Sequence[Claim], params: Mapping[str, Any]) -> list[tuple[int, Interval]]:
    """Returns what the figures of the head's unit stand for, each to half its last digit; their places do not count."""
    found = []
    for claim in rest if head.get(params["unit"]) != "%" else ():
        number = claim.string(params["number"])
        read = value(number) if claim.get(params["unit"]) == head.get(params["unit"]) else None
        if read:
            found.append((0, Interval(read - step(number) / 2, read + step(number) / 2)))
    return found


def _either(found: Interval, own: Interval) -> bool:
    return found.meets(own) or Interval(-found.high, -found.low).meets(own)


def _sums(own: Interval, same: Sequence[tuple[int, Interval]], most: int) -> bool:
    """Says whether figures that stand together add up, or leave the figure when subtracted."""
    for i, (at, one) in enumerate(same):
        near = [(there, other) for there, other in same[i + 1 :] if there - at <= _NEAR][:_MANY]
        for j, (there, other) in enumerate(near):
            two = (one.plus(other), one.minus(other))
            if any(_either(each, own) for each in two):
                return True
            if most > 2 and there - at <= _NEARER:
                for third_at, third in near[j + 1 :]:
                    if third_at - at <= _NEARER and any(
                        _either(made, own) for each in two for made in (each.plus(third), each.minus(third))
                    ):
                        return True
    return False


def _product(own: Interval, same: Sequence[tuple[int, Interval]], document: Document) -> bool:
    """Says whether the figure is a count of the text times an amount of the text: units times their price."""
    counts = [
        number
        for match in _PLAIN.finditer(document.view.text)
        if (number := value(match[0])) and number >= _THOUSAND and not _YEAR.fullmatch(match[0])
    ]
    prices = [interval for _, interval in same if interval.high < _THOUSAND]
    return any(exactly(count).times(price).meets(own) for count in counts for price in prices)
