from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from prlint.text import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.4", 12.4),
        ("12.40", 12.4),
        ("1,234.5", 1234.5),
        ("12.4 million", 12_400_000.0),
        ("0.07 billion", 70_000_000.0),
        ("3B", 3e9),
        ("300K", 3e5),
        ("4.1 MM", 4_100_000.0),
        ("-4", -4.0),
        ("(4.5)", -4.5),
        ("zero", 0.0),
        ("twelve", 12.0),
        ("ninety-nine", 99.0),
        ("two hundred", 200.0),
        ("Eighty", 80.0),
    ],
)
def test_a_number_is_read_and_is_its_value(text: str, value: float) -> None:
    assert numbers.number(text) == value


@pytest.mark.parametrize("text", ["", "many", "a dozen", "million"])
def test_what_is_no_number(text: str) -> None:
    assert numbers.number(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It had 1,234 and 12.4 g/t.", ["1,234", "12.4"]),
        ("From 12,34 on", []),
        ("In 3.2 million cells", ["3.2 million"]),
        ("ARD-131 and v1.2.3", []),
        ("someone, seventeen, seventeenth", ["seventeen"]),
        ("It fell to -4 from 5.", ["-4", "5"]),
    ],
)
def test_where_numbers_stand(text: str, found: list[str]) -> None:
    assert [match[0] for match in regex.finditer(numbers.NUMBER, text, regex.V1)] == found


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("$12.4 million", 12_400_000.0, "USD"),
        ("US$ 300 thousand", 300_000.0, "USD"),
        ("C$5.00", 5.0, "CAD"),
        ("EUR 5,000", 5000.0, "EUR"),
        ("€1.2bn", 1_200_000_000.0, "EUR"),
        ("$(4.5) million", -4_500_000.0, "USD"),
    ],
)
def test_money(text: str, amount: float, currency: str) -> None:
    match = regex.search(numbers.MONEY, f"It paid {text}, in all.", regex.V1)
    assert match is not None
    assert match[0] == text
    assert numbers.money(text) == (amount, currency)


@pytest.mark.parametrize(
    ("text", "value"), [("12.4%", 12.4), ("12.4 percent", 12.4), ("5 per cent", 5.0), ("(4.5)%", -4.5), ("-3%", -3.0)]
)
def test_percentages(text: str, value: float) -> None:
    match = regex.search(numbers.PERCENT, f"It rose {text} again.", regex.V1)
    assert match is not None
    assert match[0] == text
    assert numbers.percent(text) == value


@given(st.integers(0, 10**15), st.integers(0, 99))
def test_grouped_digits_are_the_number_they_write(whole: int, hundredths: int) -> None:
    assert numbers.number(f"{whole:,}.{hundredths:02}") == float(f"{whole}.{hundredths:02}")


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_a_scale_brings_no_binary_error(value: object) -> None:
    assert numbers.number(f"{value} million") == float(f"{value}e6")
