"""Numbers, amounts of money and percentages as press releases write them.

"1,234.5", "12.4 million", "$1.2B", "US$ 300 thousand", "(4.5)%", "12.4 percent",
"eighty", "twenty-one". A number is its value: 12.4 and 12.40 are one. The
regular expressions are fragments without groups, to be built into others.
"""

from __future__ import annotations

from typing import NamedTuple

from prlint.text.patterns import pattern

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORTH = {word: i for i, word in enumerate(_UNITS)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
_SCALE = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "mm": 1e6, "m": 1e6,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip

#: Signs and codes before an amount, and the ISO 4217 code that each is read as.
_CURRENCIES = {
    "US$": "USD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "A$": "AUD", "AU$": "AUD", "HK$": "HKD", "NZ$": "NZD",
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY",
    "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CAD": "CAD", "AUD": "AUD", "CHF": "CHF", "JPY": "JPY", "CNY": "CNY",
    "RMB": "CNY", "SEK": "SEK", "DKK": "DKK", "NOK": "NOK", "HKD": "HKD", "INR": "INR", "ILS": "ILS", "NIS": "ILS",
}  # fmt: skip

#: Digits with or without groups of three, and a fraction.
DIGITS = r"(?:\d{1,3}(?:,\d{3})++(?:\.\d+)?|\d+(?:\.\d+)?)(?!,?\d)"

#: A number written out, up to ninety-nine, with "hundred" at most.
WORDS = (
    rf"(?i:(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[1:10])}))?"
    rf"|{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?: hundred)?)(?!\w)"
)

#: A factor after digits. A bare letter touches them ("$1.2B"); a word stands apart.
SCALE = r"(?:[ -](?i:thousand|million|billion|trillion)(?!\w)|(?: ?(?:bn|mn|MM|tn|BN|MN)|[KkMB])(?!\w))"

#: Any number: digits, digits with a factor, or words. Not a part of a code (ARD-131), version, range or amount.
NUMBER = rf"(?:(?<![\w.$€£¥]|\w[-–]|\d,)-?{DIGITS}{SCALE}?|(?<!\w){WORDS})"

#: An amount of money, its sign or code before it.
MONEY = (
    r"(?<!\w)(?:(?:US|C(?:AD?)?|AU?|HK|NZ)?\$|[€£¥]"
    r"|(?:USD|EUR|GBP|CAD|AUD|CHF|JPY|CNY|RMB|SEK|DKK|NOK|HKD|INR|ILS|NIS)(?=[ \d(]))"
    rf" ?(?:\({DIGITS}\)|-?{DIGITS}){SCALE}?"
)

#: A percentage.
PERCENT = rf"(?:(?<![\w.-])-|(?<![\w.]))(?:\({DIGITS}\)|{DIGITS})(?: ?%| (?i:percent|per cent)(?!\w))"

_DIGITS = pattern(DIGITS)
_FACTOR = pattern(r"[A-Za-z]+\s*$")


class Money(NamedTuple):
    """An amount in the currency of an ISO 4217 code; a bare dollar sign is read as USD."""

    amount: float
    currency: str


def number(text: str) -> float | None:
    """Returns the value of a number as `NUMBER` matches it, None where it is none.

    A minus sign or the accountant's brackets make it negative.
    """
    text = text.strip()
    match = _DIGITS.search(text)
    if match is None:
        return _written_out(text)
    before, after = text[: match.start()].rstrip(), text[match.end() :]
    value = float(match[0].replace(",", ""))
    factor = _FACTOR.search(after)
    if factor is not None:
        # What follows the digits may be a unit; only a known factor counts.
        value = _scaled(match[0], _SCALE.get(factor[0].strip().lower(), 1.0))
    return -value if before.endswith(("-", "(")) else value


def _scaled(digits: str, factor: float) -> float:
    """Returns digits times a factor, without the binary error that a product of floats would have."""
    from decimal import Decimal

    return float(Decimal(digits.replace(",", "")) * Decimal(int(factor)))


def _written_out(text: str) -> float | None:
    total = 0
    words = text.lower().replace("-", " ").split()
    for word in words:
        if word == "hundred":
            total *= 100
        elif word in _WORTH:
            total += _WORTH[word]
        else:
            return None
    return float(total) if words else None


def money(text: str) -> Money | None:
    """Returns the amount as `MONEY` matches it, None where it is none."""
    text = text.strip()
    sign = max((sign for sign in _CURRENCIES if text.startswith(sign)), key=len, default="")
    value = number(text[len(sign) :]) if sign else None
    return Money(value, _CURRENCIES[sign]) if value is not None else None


def percent(text: str) -> float | None:
    """Returns the percentage as `PERCENT` matches it (12.4 for "12.4 percent"), None where it is none."""
    match = _DIGITS.search(text)
    if match is None:
        return None
    value = float(match[0].replace(",", ""))
    return -value if text[: match.start()].rstrip().endswith(("-", "(")) else value
