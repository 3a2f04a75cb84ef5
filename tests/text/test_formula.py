"""Formulas: precedence, sums, what is missing, and what cannot be read."""

from __future__ import annotations

import pytest

from prlint.text.formula import FormulaError, names, work_out
from prlint.text.intervals import Interval, exactly

FIGURES = {
    "a": (exactly(2.0),),
    "b": (exactly(8.0),),
    "parts": (exactly(1.0), exactly(2.0), exactly(4.0)),
    "around": (Interval(-1, 1),),
}


@pytest.mark.parametrize(
    ("formula", "comes_to"),
    [
        ("a + b * a", 18),
        ("(a + b) * a", 20),
        ("b - a - a", 4),
        ("b / a / a", 2),
        ("2 ^ 3 ^ 2", 512),
        ("b ^ (1 / 3)", 2),
        ("sum(parts) - 1.5", 5.5),
    ],
)
def test_formulas_are_read_as_in_school(formula: str, comes_to: float) -> None:
    found = work_out(formula, FIGURES)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((comes_to, comes_to))


@pytest.mark.parametrize(
    "formula", ["a + missing", "missing * 0", "a / around", "parts + a", "sum(missing)", "around ^ a"]
)
def test_what_is_missing_or_cannot_be_divided_by_comes_to_nothing(formula: str) -> None:
    assert work_out(formula, FIGURES) is None


@pytest.mark.parametrize("formula", ["", "a +", "(a", "a b", "a ) b", "a $ b", "* a", "sum(", "sum(a", "sum()"])
def test_what_is_no_formula_is_refused(formula: str) -> None:
    with pytest.raises(FormulaError):
        names(formula)


def test_the_names_of_a_formula_are_given_once() -> None:
    assert names("(new - old) / old + sum(parts)") == ("new", "old", "parts")
