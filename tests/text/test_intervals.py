"""What a printed number can stand for: a correctly rounded statement is never excluded."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.text.intervals import Interval, exactly, like, printed, step, value

ROUNDINGS = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])
AMOUNTS = st.decimals(min_value="0.5", max_value="999999", places=6)
PLACES = st.integers(min_value=0, max_value=3)


def rounded(true: Decimal, places: int, how: str) -> Decimal:
    return true.quantize(Decimal(1).scaleb(-places), rounding=how)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("$12.5 million", 12.5e6),
        ("US$1,275,950", 1275950),
        ("$(0.06)", 0.06),
        ("(4.5)%", 0.045),
        ("approximately 12 percent", 0.12),
        ("$846K", 846000),
        ("seven", 7),
        ("more than 80", 80),
    ],
)
def test_a_number_is_read_with_scale_and_without_sign(text: str, read: float) -> None:
    assert value(text) == pytest.approx(read)


def test_a_text_without_a_number_stands_for_nothing() -> None:
    assert value("several") is None
    assert printed("several") is None


def test_qualifiers_open_the_interval_on_their_side() -> None:
    plain = printed("100")
    assert plain is not None
    for text, low, high in (
        ("more than 100", plain.low, 125),
        ("nearly 100", 75, plain.high),
        ("up to 100", 0, plain.high),
    ):
        assert printed(text) == pytest.approx(Interval(low, high))
    assert printed("approximately 100") == pytest.approx(Interval(95, 105))


def test_zeros_may_have_been_rounded_to_but_digits_not() -> None:
    assert (step("$416,000"), step("$416,323"), step("$12.5 million"), step("36.8%")) == pytest.approx(
        (1000, 1, 1e5, 0.001)
    )


@given(AMOUNTS, PLACES, ROUNDINGS)
def test_a_rounded_number_stands_for_what_was_rounded(true: Decimal, places: int, how: str) -> None:
    held = printed(str(rounded(true, places, how)))
    assert held is not None
    assert held.meets(exactly(float(true)))


@given(AMOUNTS, PLACES, ROUNDINGS)
def test_so_does_one_in_millions(true: Decimal, places: int, how: str) -> None:
    held = printed(f"${rounded(true, places, how)} million")
    assert held is not None
    assert held.meets(exactly(float(true * 1000000)))


@given(AMOUNTS, AMOUNTS, PLACES, PLACES, ROUNDINGS)
def test_arithmetic_on_rounded_numbers_holds_that_on_the_true_ones(
    one: Decimal, other: Decimal, places: int, other_places: int, how: str
) -> None:
    left, right = printed(str(rounded(one, places, how))), printed(str(rounded(other, other_places, how)))
    assert left is not None
    assert right is not None
    a, b = float(one), float(other)
    assert left.plus(right).meets(exactly(a + b))
    assert left.minus(right).meets(exactly(a - b))
    assert left.times(right).meets(exactly(a * b))
    ratio = left.over(right)
    # A divisor that may be nothing has no quotient.
    assert ratio.meets(exactly(a / b)) if ratio is not None else right.low <= 0


@given(st.floats(0.1, 100), st.floats(0.1, 100), st.floats(0.05, 2), st.floats(0.05, 2))
def test_powers_hold_the_power_of_what_they_hold(a: float, more: float, p: float, further: float) -> None:
    found = Interval(a, a + more).to_the(Interval(p, p + further))
    assert found is not None
    assert found.meets(exactly((a + more / 2) ** (p + further / 2)))


def test_a_result_is_written_as_its_model_is() -> None:
    assert like(12_062_400, "$14.0 million") == "$12.06 million"
    assert like(0.12, "25%") == "12.0%"
    assert like(2550, "2,650") == "2,550"
