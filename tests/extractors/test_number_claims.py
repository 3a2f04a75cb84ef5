"""What is read of figures that belong together."""

from __future__ import annotations

import pytest

from tests.support import claims


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Sales rose from $8.0 to $9.0 million, an increase of 12%.", "change",
         {"kind": "percent", "old": "$8.0 million", "new": "$9.0 million", "change": "12%", "direction": "up"}),
        ("Costs fell by $1.0 million, or 11%, to $8.0 million from $9.0 million.", "change",
         {"kind": "percent", "old": "$9.0 million", "new": "$8.0 million", "change": "11%", "direction": "down"}),
        ("Loss narrowed 10% to $(0.09), compared to $(0.10) in Q1 2024.", "change",
         {"kind": "percent", "old": "$(0.10)", "new": "$(0.09)", "direction": ""}),
        ("The market, valued at $163 million in 2021, should grow at a CAGR of 39% through 2030, reaching $3.2 billion.", "change",
         {"kind": "rate", "first_year": 2021, "last_year": 2030, "years": 9, "change": "39%"}),
        ("A response was seen in seven out of 19 evaluable patients (37%).", "proportion", {"count": "seven", "whole": "19", "percent": "37%"}),
        ("The rate was 37% (n=7/19).", "proportion", {"count": "7", "whole": "19", "percent": "37%"}),
        ("The HR was 0.72 (95% CI: 0.60, 0.86).", "estimate", {"estimate": 0.72, "low": 0.6, "high": 0.86, "level": 95.0}),
        ("Risk of death was reduced; ARD-101 reduced the risk of death by 28% (hazard ratio of 0.72).", "hazard", {"ratio": "0.72", "reduction": "28%"}),
        ("The ORR was 54% and the DCR was 62%.", "response", {"overall": "54%", "control": "62%", "complete": ""}),
        ("It sold 2,000 shares at $4.00 per share, for aggregate gross proceeds of $8,000.", "sale",
         {"count": "2,000", "price": "$4.00", "proceeds": "$8,000"}),
        ("It received a total of $300: $100 from A and $200 from B.", "total", {"total": "$300", "parts": ("$100", "$200"), "form": "sentence"}),
        ("It has twenty-one (21) days.", "numeral", {"words": "twenty-one", "digits": "21"}),
        ("About 20–35% respond.", "extent", {"form": "percent", "low": "20", "high": "35"}),
        ("It raised approximately US$ 4.5 million.", "figure",
         {"number": "approximately US$ 4.5 million", "unit": "USD", "digits": "4.5", "scale": "million"}),
        ("Sales grew 12 percent.", "figure", {"unit": "%", "digits": "12", "scale": ""}),
    ],
)  # fmt: skip
def test_what_belongs_together_is_one_claim(text: str, type: str, expected: dict[str, object]) -> None:
    (claim,) = (one for one in claims(text, type) if one.fields.get("kind") not in ("difference", "way"))
    assert {name: claim.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("By 9/30, 45% of the patients had been enrolled.", "proportion"),
        ("A response was seen in 7 of 19 patients (95% CI, 16% to 62%).", "proportion"),
        (
            "Sales of A and B grew to $9.0 million and $4.0 million from $8.0 million and $3.0 million, 12% and 33%, respectively.",
            "change",
        ),
        ("The median was 12 months (95% CI, 9.5 to not reached).", "estimate"),
        ("It received a total of $300, including $100 from A and $200 from B.", "total"),
        (
            "It sold shares and warrants to purchase 500 shares at $4.00 per share, for gross proceeds of $8,000.",
            "sale",
        ),
        ("It fell from 35–20%.", "extent"),
    ],
)
def test_what_does_not_is_none(text: str, type: str) -> None:
    assert claims(text, type) == []


def test_a_list_is_counted_to_its_end() -> None:
    (claim,) = claims("The board named two winners:\n\n* Orvane\n* Halcyra\n\nMore follows.\n", "listing", "draft.md")
    assert (claim.get("stated"), claim.get("items")) == ("two", 2)
