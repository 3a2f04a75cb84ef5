"""Indications: names, synonyms and initials of the list."""

from __future__ import annotations

import pytest

from tests.support import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A trial in Multiple Myeloma", ["multiple myeloma"]),
        ("a trial in multiple blood cancers", ["hematologic malignancy"]),
        ("to treat a range of B-cell malignancies", ["B-cell malignancy"]),
        ("patients in R/R DLBCL", ["diffuse large B-cell lymphoma"]),
        ("therapy in Waldenstrom's macroglobulinemia", ["Waldenstrom macroglobulinemia"]),
        ("a drug in ulcerative colitis", ["ulcerative colitis"]),
        ("drugs in multiple myeloma (MM), and MM again", ["multiple myeloma"] * 3),
        ("A drug 10 MM wide", []),
        ("all patients", []),
        ("a cancer-targeting drug", []),
        ("anticancer drugs", []),
    ],
)
def test_indications(text: str, expected: list[str]) -> None:
    assert [claim.string("node") for claim in claims(text, "indication")] == expected
