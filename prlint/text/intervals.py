"""What a printed number can stand for: an interval, and arithmetic on intervals.

"12.5 million" may be any value from 12.45 to 12.6 million: writers round to the nearest, and some cut off. A
statement is wrong only where the interval of what is stated and the interval of what follows from the other
figures do not meet. Bounds are exact to about one part in 10^9.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from prlint.text.numbers import DIGITS, MONEY, NUMBER, PERCENT, number
from prlint.text.patterns import pattern

#: Words that widen or bound the number after them, without groups.
APPROXIMATE = r"(?:approximately|approx\.?|about|around|roughly|circa|an estimated|estimated|some|close to|~)"
ABOVE = r"(?:(?:just |slightly |well )?(?:more than|over|above)|exceeding|exceeds?|in excess of|at least|greater than|upwards of|a minimum of|>|≥)"
BELOW = r"(?:nearly|almost|(?:just |slightly |well )?(?:under|below)|less than|fewer than|<|≤)"
LIMIT = r"(?:up to|as much as|as many as|as low as|as high as|at most|no more than|a maximum of)"
QUALIFIER = rf"(?i:(?:{APPROXIMATE}|{ABOVE}|{BELOW}|{LIMIT})(?: (?:a|an|the))? ?)"

#: Any printed number with its qualifier; not a year.
YEAR = r"(?:19|20)\d\d(?![\d,]|\.\d)"
PRINTED_MONEY = rf"(?:(?<!\w){QUALIFIER})?(?:{MONEY}|(?<!\w)\({MONEY}\))"
PRINTED_PERCENT = rf"(?:(?<!\w){QUALIFIER})?{PERCENT}"
PRINTED_NUMBER = rf"(?:(?<!\w){QUALIFIER})?(?!{YEAR}){NUMBER}(?! ?%)"

_ABOUT = pattern(rf"(?<!\w){APPROXIMATE}(?!\w)", "i")
_OVER = pattern(rf"(?<!\w)(?:{ABOVE})(?!\w)|\+$", "i")
_UNDER = pattern(rf"(?<!\w){BELOW}(?!\w)", "i")
_UPMOST = pattern(rf"(?<!\w){LIMIT}(?!\w)", "i")
_DIGITS = pattern(DIGITS)
_PERCENT = pattern(r"%|per ?cent", "i")

#: How far "approximately" reaches, as a share of the number.
APPROXIMATELY = 0.05
#: How far above the number "more than", and below it "nearly", reach: a writer takes the next round figure.
BEYOND = 0.25
#: Zeros at the end of whole digits that a writer may have rounded to.
_ROUND = 3
_TINY = 1e-9


class Interval(NamedTuple):
    """All values from `low` to `high`, both included."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Says whether the two have a value in common, one part in 10^9 aside."""
        slack = _TINY * max(abs(self.low), abs(self.high), abs(other.low), abs(other.high))
        return self.low <= other.high + slack and other.low <= self.high + slack

    def plus(self, other: Interval) -> Interval:
        """Returns all sums."""
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        """Returns all differences."""
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: Interval) -> Interval:
        """Returns all products."""
        ends = [a * b for a in self for b in other]
        return Interval(min(ends), max(ends))

    def over(self, other: Interval) -> Interval | None:
        """Returns all quotients; None where the divisor can be nothing."""
        if other.low <= 0 <= other.high:
            return None
        return self.times(Interval(1 / other.high, 1 / other.low))

    def to_the(self, power: Interval) -> Interval | None:
        """Returns all powers; None of a base that can be nothing or less, or of a size no text means."""
        if self.low <= 0:
            return None
        try:
            ends = [a**b for a in self for b in power]
        except OverflowError:
            return None
        return Interval(min(ends), max(ends))


def exactly(value: float) -> Interval:
    """Returns the interval that holds one value."""
    return Interval(value, value)


@lru_cache(maxsize=4096)
def value(text: str) -> float | None:
    """Returns the number as printed, a percentage as a fraction; None where the text has none.

    The accountant's brackets do not count: a loss of $(5) is 5. Digits decide before words.
    """
    found = _DIGITS.search(text)
    start = found.start() if found else 0
    # What stands before the digits is a qualifier, a sign or a currency.
    bare = text[start:].strip().rstrip(")+") if found else text.strip()
    read = number(bare)
    if read is None:
        return None
    return abs(read) / 100 if _PERCENT.search(text) else abs(read)


@lru_cache(maxsize=4096)
def step(text: str) -> float:
    """Returns the worth of one unit of the last printed digit, in the terms of `value`.

    Zeros at the end of a whole number may stand for a rounding, to thousands at most.
    """
    found = _DIGITS.search(text)
    read = value(text)
    if found is None or read is None:
        return 1.0
    digits = found[0].replace(",", "")
    whole, point, fraction = digits.partition(".")
    one = value("1" + text[found.end() :])
    factor = 1.0 if one is None else one
    if point:
        return float(factor * 10 ** -len(fraction))
    zeros = len(whole) - len(whole.rstrip("0"))
    return float(factor * (10**_ROUND if zeros >= _ROUND and abs(factor - 1) < _TINY else 1))


@lru_cache(maxsize=4096)
def printed(text: str) -> Interval | None:
    """Returns what the printed number, with its qualifier, can stand for; None where the text has none.

    Rounded to the nearest or cut off; "approximately" widens by a twentieth, "more than", "nearly" and "up to"
    open the interval on one side.
    """
    read = value(text)
    if read is None:
        return None
    unit = step(text)
    low, high = read - unit / 2, read + unit * (1 - _TINY)
    if _ABOUT.search(text):
        low, high = min(low, read * (1 - APPROXIMATELY)), max(high, read * (1 + APPROXIMATELY))
    if _OVER.search(text):
        high = max(high, read * (1 + BEYOND))
    if _UNDER.search(text):
        low = min(low, read * (1 - BEYOND))
    if _UPMOST.search(text):
        low = min(low, 0.0)
    return Interval(low, high)


def like(amount: float, model: str) -> str:
    """Writes an amount as `model` is written: as a percentage, in its currency and scale, one digit finer."""
    found = _DIGITS.search(model)
    if found is None:
        return _grouped(amount, 0 if float(amount).is_integer() else 2)
    decimals = len(found[0].partition(".")[2])
    percent = _PERCENT.search(model)
    if percent:
        return f"{_grouped(amount * 100, decimals + 1)}%"
    factor = value("1" + model[found.end() :]) or 1.0
    head = _SIGN.search(model[: found.start()])
    tail = _WORD.match(model[found.end() :]) if factor > 1 else None
    finer = decimals + 1 if factor > 1 or decimals else 0
    shown = _grouped(amount / factor, finer)
    return f"{head[0] if head else ''}{shown}{tail[0] if tail else ''}"


_SIGN = pattern(r"(?:(?:US|C(?:AD?)?|AU?|HK|NZ)?\$|[€£¥]|[A-Z]{3} ?)$")
_WORD = pattern(r"[ -]?[A-Za-z]+")


def _grouped(amount: float, decimals: int) -> str:
    return f"{amount:,.{decimals}f}"
