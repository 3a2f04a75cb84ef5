"""Figures of the headline against the text."""

from __future__ import annotations

import pytest

from tests.support import findings, quotes

LEAD = "MADISON, Wis., Oct. 17, 2025 (GLOBE NEWSWIRE) -- Orvane, Inc. (Nasdaq: ORVN) today announced its results.\n\n"


def outcomes(headline: str, body: str) -> list[tuple[str, str]]:
    found = findings(f"{headline}\n\n{LEAD}{body}\n", select=("headline-body-number", "unit-slip"))
    return [(each.rule, each.outcome) for each in found]


def test_the_figure_of_the_text_that_shares_most_words_is_shown() -> None:
    body = "Licensing revenues from one partner were US$300,000 in Q3. Licensing revenues collected from all partners were US$1,275,950 in Q3."
    found = findings(
        f"Orvane Has US$1.03 Million in Licensing Revenues Collected in Q3\n\n{LEAD}{body}",
        select=("headline-body-number",),
    )
    assert quotes(found) == [("US$1.03 Million", "US$1,275,950")]
    assert found[0].outcome == "differs"


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Orvane Has $1.28 Million Licensing Revenue in Q3", "Licensing revenue was $1,275,950 in Q3."),
        ("Orvane Has Over $1.2 Million Licensing Revenue in Q3", "Licensing revenue was $1,275,950 in Q3."),
        ("Orvane Has 62% Response Rate", "The response rate was 61.9%; the complete response rate was 26%."),
        ("Orvane Has 40% Licensing Revenue Growth in Q2", "In the first half, licensing revenue growth was 31%."),
        ("Orvane Reports $12.4 Million Licensing Revenue", "Licensing revenue was $11.1 million before.\n\nLicensing revenue\n\n12,405"),
        ("Orvane Grows Licensing Revenue 12%", "Licensing revenue was $11.2 million against $10.0 million; licensing revenue growth before was 31%."),
        ("Orvane Receives $5.2 Million in Research Grants", "One research grant is $3.2 million, the other research grant $2.0 million."),
        ("Orvane Enters $4 Billion Myeloma Market", "The company raised $4.5 million in common stock."),
    ],
)  # fmt: skip
def test_what_the_text_holds_or_explains_is_left_alone(headline: str, body: str) -> None:
    assert outcomes(headline, body) == []


@pytest.mark.parametrize(
    ("headline", "body", "expected"),
    [
        (
            "Orvane Has 62% Complete Response Rate",
            "The complete response rate was 26%.",
            ("headline-body-number", "unlike"),
        ),
        (
            "Orvane Closes $4.5 Billion Private Placement",
            "The private placement of $4.5 million closed.",
            ("unit-slip", "slip"),
        ),
    ],
)
def test_what_the_text_contradicts_is_reported(headline: str, body: str, expected: tuple[str, str]) -> None:
    assert outcomes(headline, body) == [expected]
