"""Two figures as they are printed: their scales, their digits, and whether one agrees with the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.intervals import Interval, printed, step, value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from prlint.claim import Claim

#: Words that two figures of the body must share.
FIRMLY = 2
#: Digits of figures that are hardly alike by chance.
TELLING = 3
_SCALES = {
    "thousand": "k", "k": "k", "million": "m", "mn": "m", "mm": "m", "m": "m", "billion": "b", "bn": "b", "b": "b", "trillion": "t", "tn": "t",
}  # fmt: skip


def of_unit(one: Claim, other: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether two figures are of one unit."""
    return one.get(params["unit"]) == other.get(params["unit"])


def agree(own: Interval, other: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether two figures are one when the finer is rounded as the coarser is."""
    theirs = named(other.string(params["number"]))
    return theirs is not None and own.meets(theirs)


def named(text: str) -> Interval | None:
    """Returns what a figure can stand for as the name of one amount: "up to $5 million" names five, and not two."""
    found, read = printed(text), value(text)
    if found is None or read is None or found.low > 0:
        return found
    return Interval(read - step(text) / 2, found.high)


def as_fine(head: Claim, other: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether two amounts are printed to one unit, with one scale."""
    numbers = [claim.string(params["number"]) for claim in (head, other)]
    return scale(head, params) == scale(other, params) and step(numbers[0]) == step(numbers[1])


def firm(head: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether a figure is more than a limit; what can be reached at most may be made of anything."""
    limit = printed(head.string(params["number"]))
    return limit is not None and limit.low > 0


def swapped(head: Claim, other: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether two figures of three digits or more differ in the order of two neighbouring digits: 14.8 and 18.4."""
    one, two = (claim.string(params["digits"]).replace(",", "").replace(".", "") for claim in (head, other))
    if len(one) != len(two) or len(one.rstrip("0")) < TELLING:
        return False
    off = [i for i, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    return len(off) == 2 and off[1] == off[0] + 1 and one[off[0]] == two[off[1]] and one[off[1]] == two[off[0]]


def scale(claim: Claim, params: Mapping[str, Any]) -> str:
    """Returns the scale of a figure by its letter, nothing where it has none."""
    return _SCALES.get(claim.string(params["scale"]), "")


def off_by_scale(head: Claim, other: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether two figures have the same digits with another scale: $8.1 million and $8.1 billion."""
    scales = [scale(claim, params) for claim in (head, other)]
    return (
        head.get(params["digits"]) == other.get(params["digits"])
        and "" not in scales
        and scales[0] != scales[1]
        and len(head.string(params["digits"]).strip("0.,")) > 1
    )


def distinctive(claim: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether a figure has so many digits, zeros at its ends aside, that another is hardly like it by chance."""
    return len(claim.string(params["digits"]).replace(",", "").replace(".", "").strip("0")) >= TELLING


def one_digit_apart(head: Claim, other: Claim, params: Mapping[str, Any]) -> bool:
    """Says whether two figures of one scale differ in one digit alone, or in the order of two."""
    one, two = head.string(params["digits"]), other.string(params["digits"])
    return (
        len(one) == len(two)
        and scale(head, params) == scale(other, params)
        and (sum(a != b for a, b in zip(one, two, strict=True)) == 1 or swapped(head, other, params))
    )
