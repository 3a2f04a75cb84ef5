"""Formulas over named figures, as a rule writes them: `new / old - 1`, `(last / first) ^ (1 / years) - 1`, `sum(parts)`.

Names, numbers, `+ - * / ^`, brackets and `sum(name)`. They are worked out on intervals, so that what is printed
rounded is reckoned as rounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.intervals import Interval, exactly
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_TOKEN = pattern(r"\s*(?:(?P<name>[a-z_]\w*)|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[-+*/^()]))", "i")
_SUM = "sum"


class FormulaError(ValueError):
    """A formula that cannot be read; the text says where.

    > `new / old -` ends too early
    """


def names(formula: str) -> tuple[str, ...]:
    """Returns the names a formula uses, once each; raises FormulaError where it cannot be read."""
    used: dict[str, None] = {}
    _Reader(formula, lambda name: used.setdefault(name) or (exactly(1.0),)).read()
    return tuple(used)


def work_out(formula: str, figures: Mapping[str, Sequence[Interval]]) -> Interval | None:
    """Returns what the formula comes to; None where a figure is missing or a divisor can be nothing.

    A figure is one interval, or several that `sum` adds. Raises FormulaError where the formula cannot be read.
    """
    return _Reader(formula, lambda name: figures.get(name, ())).read()


class _Reader:
    """Reads a formula from left to right and works it out as it goes; a missing value makes the whole missing."""

    def __init__(self, formula: str, figures: Callable[[str], Sequence[Interval]]) -> None:
        self.formula = formula
        self.figures = figures
        self.tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(formula.rstrip()):
            match = _TOKEN.match(formula, at)
            if match is None:
                raise FormulaError(f"`{formula}` has something that is no name, number or sign: {formula[at:].strip()}")
            kind = match.lastgroup or ""
            self.tokens.append((kind, match[kind]))
            at = match.end()
        self.at = 0

    def read(self) -> Interval | None:
        found = self.sums()
        if self.at < len(self.tokens):
            raise FormulaError(f"`{self.formula}` goes on with {self.tokens[self.at][1]}")
        return found

    def sums(self) -> Interval | None:
        left = self.products()
        while self.sign() in ("+", "-"):
            sign = self.take()
            left = _joined(left, sign, self.products())
        return left

    def products(self) -> Interval | None:
        left = self.powers()
        while self.sign() in ("*", "/"):
            sign = self.take()
            left = _joined(left, sign, self.powers())
        return left

    def powers(self) -> Interval | None:
        left = self.single()
        if self.sign() != "^":
            return left
        return _joined(left, self.take(), self.powers())

    def single(self) -> Interval | None:
        if self.at >= len(self.tokens):
            raise FormulaError(f"`{self.formula}` ends too early")
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return exactly(float(text))
        if kind == "name" and text == _SUM and self.sign() == "(":
            self.take()
            parts = self.figures(self.take())
            self.close()
            total = exactly(0.0)
            for part in parts:
                total = total.plus(part)
            return total if parts else None
        if kind == "name":
            found = self.figures(text)
            return found[0] if len(found) == 1 else None
        if text == "(":
            inner = self.sums()
            self.close()
            return inner
        raise FormulaError(f"`{self.formula}` has {text} where a figure should stand")

    def sign(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) and self.tokens[self.at][0] == "sign" else ""

    def take(self) -> str:
        if self.at >= len(self.tokens):
            raise FormulaError(f"`{self.formula}` ends too early")
        self.at += 1
        return self.tokens[self.at - 1][1]

    def close(self) -> None:
        if self.sign() != ")":
            raise FormulaError(f"`{self.formula}` lacks a closing bracket")
        self.at += 1


def _joined(left: Interval | None, sign: str, right: Interval | None) -> Interval | None:
    if left is None or right is None:
        return None
    if sign == "+":
        return left.plus(right)
    if sign == "-":
        return left.minus(right)
    if sign == "*":
        return left.times(right)
    return left.over(right) if sign == "/" else left.to_the(right)
