"""Whether a figure follows from others of the text: as a sum, a difference, a growth, a count times a price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.intervals import Interval, exactly, step, value
from prlint.text.numbers import DIGITS, SCALE
from prlint.text.patterns import pattern
from prlint.text.surroundings import words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document

#: Blocks that stand together: figures farther apart are not added up.
_NEAR = 2
_NEARER = 1
#: More figures than this in blocks that stand together, and some sum would fit by chance.
_MANY = 14
_PLAIN = pattern(rf"(?<![\w.,]){DIGITS}{SCALE}?")
#: A number without a sign, a factor or a percent sign, as the cells of tables have it.
_BARE = pattern(rf"(?<![\w.,$€£¥-])(?<![$€£¥] ){DIGITS}(?!{SCALE}| ?%| percent)")
_THOUSAND = 1000.0
_YEAR = pattern(r"(?:19|20)\d\d")


def plainly(own: Interval, head: Claim, mine: Collection[str], document: Document, params: Mapping[str, Any]) -> bool:
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


def follows(
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
    return _sums(own, same, 3) or product(own, same, document)


def in_its_unit(head: Claim, rest: Sequence[Claim], params: Mapping[str, Any]) -> list[tuple[int, Interval]]:
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


def product(own: Interval, same: Sequence[tuple[int, Interval]], document: Document) -> bool:
    """Says whether the figure is a count of the text times an amount of the text: units times their price."""
    counts = [
        number
        for match in _PLAIN.finditer(document.view.text)
        if (number := value(match[0])) and number >= _THOUSAND and not _YEAR.fullmatch(match[0])
    ]
    prices = [interval for _, interval in same if interval.high < _THOUSAND]
    return any(exactly(count).times(price).meets(own) for count in counts for price in prices)
