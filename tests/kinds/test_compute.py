"""Figures that must follow from each other: text in, findings out; a correctly rounded statement is never reported."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from prlint.kinds.compute import mistake
from tests.support import findings

ROUNDINGS = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])


def rounded(true: Decimal, places: int, how: str) -> Decimal:
    return true.quantize(Decimal(1).scaleb(-places), rounding=how)


def outcomes(text: str, rule: str, name: str = "draft.txt") -> list[str]:
    return [found.outcome for found in findings(text, select=(rule,), name=name)]


@settings(max_examples=60, deadline=None)
@given(
    st.decimals(min_value="2", max_value="900", places=4),
    st.decimals(min_value="2", max_value="900", places=4),
    st.integers(1, 2),
    st.integers(0, 1),
    ROUNDINGS,
)
def test_a_rounded_change_is_never_reported(old: Decimal, new: Decimal, places: int, finer: int, how: str) -> None:
    change = (new / old - 1) * 100
    assume(abs(change) >= 1)
    verb = "increased" if change > 0 else "decreased"
    stated = rounded(abs(change), finer, how)
    text = (
        f"Revenue {verb} {stated}% to ${rounded(new, places, how)} million from ${rounded(old, places, how)} million."
    )
    assert outcomes(text, "percent-change-recompute") == []


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 400), st.integers(2, 400), st.integers(0, 2), ROUNDINGS)
def test_a_rounded_proportion_is_never_reported(count: int, whole: int, places: int, how: str) -> None:
    assume(count <= whole)
    percent = rounded(Decimal(count) * 100 / Decimal(whole), places, how)
    assert outcomes(f"A response was seen in {count} of {whole} patients ({percent}%).", "percent-recompute") == []


@settings(max_examples=40, deadline=None)
@given(st.integers(10, 400), st.integers(10, 400), st.integers(3, 40))
def test_a_proportion_that_is_out_by_a_point_or_more_is_always_reported(count: int, whole: int, off: int) -> None:
    assume(count <= whole and count * 100 // whole + off < 100)
    wrong = count * 100 // whole + off
    assert outcomes(f"A response was seen in {count} of {whole} patients ({wrong}%).", "percent-recompute") == [
        "differs"
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.decimals(min_value="0.1", max_value="90", places=4), min_size=2, max_size=5), ROUNDINGS)
def test_a_rounded_total_is_never_reported(parts: list[Decimal], how: str) -> None:
    listed = [
        f"${rounded(part, 1, how)} million from partner {name}" for part, name in zip(parts, "ABCDE", strict=False)
    ]
    text = f"Orvane received a total of ${rounded(sum(parts, Decimal(0)), 1, how)} million: {', '.join(listed[:-1])} and {listed[-1]}."
    assert outcomes(text, "total-of-parts") == []


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Sales of $9.0 million, up 25% compared to $8.0 million.", "differs"),
        ("Sales rose from $8.0 to $9.0 million, an increase of 25%.", "differs"),
        ("Sales increased by $1.0 million, or 25%, to $9.0 million from $8.0 million.", "differs"),
        ("Sales were $9.0 million in 2025 compared to $8.0 million in 2024, a 25% increase.", "differs"),
        ("Sales increased 12.5% to $8.0 million from $9.0 million.", "direction"),
    ],
)
def test_a_change_that_does_not_follow_is_reported(text: str, outcome: str) -> None:
    assert outcomes(text, "percent-change-recompute") == [outcome]


@pytest.mark.parametrize(
    "text",
    [
        "Sales increased 25% to $9.0 million and costs fell 3% from $8.0 million.",
        "Sales increased 25% to $9.0 million from €8.0 million.",
        "Net income improved 25% to $9.0 million from a loss of $(8.0) million.",
        "Organic sales increased 25% to $9.0 million from $8.0 million.",
        "Sales grew 25% annually to $9.0 million from $8.0 million.",
        "Sales increased more than 10% to $9.0 million from $8.0 million.",
        "In 2025, sales increased 25% to 2030 levels from 2019.",
    ],
)
def test_a_change_reckoned_on_something_else_is_left_alone(text: str) -> None:
    assert outcomes(text, "percent-change-recompute") == []


@pytest.mark.parametrize(
    ("years", "rate", "expected"),
    [("2022 to $20.00 billion by 2030", "9.1%", []), ("2022 to $20.00 billion by 2030", "10.4%", ["otherwise"]),
     ("2022 to $20.00 billion by 2030", "14%", ["differs"]), ("2022 to $20.00 billion by 2030", "9.7%", ["slight"]),
     ("2022 to $20.00 billion", "14%", [])],
)  # fmt: skip
def test_growth_rates_are_reckoned_over_the_years_stated(years: str, rate: str, expected: list[str]) -> None:
    text = f"The market will grow from $10.00 billion in {years}, a compound annual growth rate of {rate}."
    assert outcomes(text, "growth-rate-recompute") == expected


def test_two_markets_in_a_sentence_are_left_alone() -> None:
    text = (
        "The market will grow from $10 billion in 2022 to $20.00 billion by 2030, a CAGR of 14%, "
        "and the other from $1 billion in 2022 to $9 billion by 2030, a CAGR of 4%."
    )
    assert outcomes(text, "growth-rate-recompute") == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The hazard ratio was 0.72 (95% CI, 0.75-0.95).", "ci-contains-estimate"),
        ("The ORR was 26%, with a CR rate of 38%.", "survival-order"),
        ("It led to a 70% reduction in the risk of death (HR 0.70).", "hr-direction-wording"),
        ("The study is open at seven (8) sites.", "number-words-digits"),
        ("About 35–20% of the patients respond.", "range-reversed"),
        (
            "Orvane sold 2,000,000 shares at a price of $4.00 per share for gross proceeds of $9.5 million.",
            "per-share-arithmetic",
        ),
    ],
)
def test_each_relation_is_held(text: str, rule: str) -> None:
    assert len(outcomes(text, rule)) == 1


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "The median was 12.3 months (95% CI: 9.5, NR), the change -1.2 (95% CI -2.0 to -0.4).",
            "ci-contains-estimate",
        ),
        ("The ORR was 26% in one arm and the CR rate 38% in the other.", "survival-order"),
        ("It led to a 30% reduction in the risk of death (HR 0.695).", "hr-direction-wording"),
        ("One hundred twenty (120) days, and all but two (1).", "number-words-digits"),
        ("The rate fell from 35–20%, the plan runs 2025-2027, phone 555-0134.", "range-reversed"),
        (
            "Orvane sold 2,000,000 shares at a price of $4.00 per share for gross proceeds of up to $9.5 million.",
            "per-share-arithmetic",
        ),
    ],
)
def test_each_relation_leaves_alone_what_is_right_or_open(text: str, rule: str) -> None:
    assert outcomes(text, rule) == []


def test_a_column_is_added_up_only_where_another_shows_which_rows_are_its_parts() -> None:
    table = (
        "| Item | 2025 | 2024 |\n| --- | --- | --- |\n| East | 100 | 90 |\n| West | 200 | 110 |\n| Total | {} | {} |\n"
    )
    assert outcomes(table.format("310", "200"), "total-of-parts", "draft.md") == ["differs"]
    assert outcomes(table.format("300", "200"), "total-of-parts", "draft.md") == []
    assert outcomes(table.format("310", "210"), "total-of-parts", "draft.md") == []


NOTHING = {"formula": "", "stated": "", "direction": "", "ordered": (), "otherwise": ()}


@pytest.mark.parametrize(
    ("params", "says"),
    [
        (NOTHING, "needs `formula` with `stated`, or `ordered`"),
        ({**NOTHING, "formula": "a + b"}, "needs `formula` and `stated` together"),
        ({**NOTHING, "formula": "a +", "stated": "c"}, "ends too early"),
        ({**NOTHING, "formula": "a", "stated": "c", "otherwise": ("b )",)}, "goes on with )"),
        ({**NOTHING, "ordered": ("a < b",)}, "two figures with <= between them"),
    ],
)
def test_parameters_that_do_not_go_together_are_refused(params: dict[str, object], says: str) -> None:
    assert says in mistake(params)
    assert mistake({**NOTHING, "formula": "a / b", "stated": "c", "ordered": ("a <= b",)}) == ""
