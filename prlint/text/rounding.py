"""Whether two printed figures can be one: the finer, rounded or cut off, is the coarser."""

from __future__ import annotations

from prlint.text.intervals import QUALIFIER, printed, step, value
from prlint.text.numbers import DIGITS
from prlint.text.patterns import pattern

_QUALIFIED = pattern(rf"(?<!\w){QUALIFIER}|\+$")
_DIGITS = pattern(DIGITS)
_TINY = 1e-9


def agree(one: str, other: str) -> bool:
    """Says whether two figures as printed, with what qualifies them, can stand for one value; figures that are none do.

    Of figures printed to the same place each digit counts: 45% is not 46%.
    """
    first, second = value(one), value(other)
    if first is None or second is None or abs(first - second) <= _TINY * max(first, second):
        return True
    if _QUALIFIED.search(one) or _QUALIFIED.search(other):
        left, right = printed(one), printed(other)
        return left is not None and right is not None and left.meets(right)
    steps = step(one), step(other)
    if abs(steps[0] - steps[1]) <= _TINY * max(steps):
        return False
    return abs(first - second) < max(steps) * (1 - _TINY)


def digits(text: str) -> int:
    """Returns how many significant digits a figure is printed with, zeros at the end of a whole number not counted."""
    found = _DIGITS.search(text)
    if found is None:
        return 0
    bare = found[0].replace(",", "")
    return len(bare.replace(".", "").lstrip("0")) if "." in bare else len(bare.rstrip("0"))
