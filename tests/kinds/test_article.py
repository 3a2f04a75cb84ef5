"""The kind article: what is said, not what is written."""

from __future__ import annotations

import pytest

from tests.support import findings

RULE = ("article-by-sound",)


@pytest.mark.parametrize(
    "phrase",
    [
        "an hour", "an honest man", "an heir", "a university", "a unit", "a union", "a uniform dose", "an uninsured patient",
        "an unidentified risk", "an unimportant risk", "an umbrella", "an urgent case", "an urban area", "a urologist", "a urine test",
        "a European study", "a euro", "a one-time charge", "a once-daily dose", "an onerous term", "a useful tool", "a usual case",
        "a utility", "a ubiquitous protein", "an FDA panel", "an SEC filing", "an MRI", "an HIV drug", "an LLC", "an NDA",
        "an RNA drug", "an NFL team", "a NASDAQ company", "a NASA plan", "a HIPAA rule", "a REIT", "a SPAC", "a US company",
        "a U.S. company", "a UK firm", "an EU rule", "a UN body", "an AI tool", "an IPO", "an 8-K", "an 80% rise", "an 800-bed unit",
        "an 8,000-bed unit", "an 11-week trial", "an 18-month trial", "an 11th hour", "an 11,000-seat hall", "an $8 million loan",
        "a $1 million loan", "a 10-K", "a 110-bed unit", "a 180-day term", "an X-ray", "an S-1", "an F-3", "a T-cell", "a B-cell",
        "an N-terminal end", "an R&D unit", "an M&A team", "a U-turn", "a CEO", "a CT scan", "an e-mail", "an iPhone", "an Xbox",
        "a xenograft", "a year", "a Ukrainian firm", "an Austin-based firm", "a Houston-based firm", "a Nigerian firm",
    ],
)  # fmt: skip
def test_the_right_article_is_quiet_and_the_other_is_not(phrase: str) -> None:
    assert findings(f"It was {phrase} today.", select=RULE) == []
    article, _, rest = phrase.partition(" ")
    wrong = "a" if article == "an" else "an"
    found = findings(f"It was {wrong} {rest} today.", select=RULE)
    assert [one.severity for one in found] == ["warning"], wrong + " " + rest
    assert found[0].suggestion is not None
    assert found[0].suggestion.edits[0].replacement == article


@pytest.mark.parametrize(
    "phrase",
    [
        "historic day",
        "US$8 million loan",
        "1,100-bed unit",
        "1850 house",
        "mRNA drug",
        "NJ-based firm",
        "NSAID",
        "0.5% rise",
    ],
)
def test_what_is_read_either_way_is_left_alone(phrase: str) -> None:
    assert findings(f"It was a {phrase} today.", select=RULE) == []
    assert findings(f"It was an {phrase} today.", select=RULE) == []


def test_the_capital_follows() -> None:
    (found,) = findings("A hour passed.", select=RULE)
    assert found.suggestion is not None
    assert found.suggestion.edits[0].replacement == "An"
