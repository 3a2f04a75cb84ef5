"""Indications: names, synonyms and initials of the list."""

from __future__ import annotations

import pytest

from tests.support import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Multiple Myeloma", ["multiple myeloma"]),
        ("in multiple blood cancers", ["hematologic malignancy"]),
        ("a range of B-cell malignancies", ["B-cell malignancy"]),
        ("in R/R DLBCL", ["diffuse large B-cell lymphoma"]),
        ("in Waldenstrom's macroglobulinemia", ["Waldenstrom macroglobulinemia"]),
        ("in ulcerative colitis", ["ulcerative colitis"]),
        ("multiple myeloma (MM), and MM again", ["multiple myeloma"] * 3),
        ("10 MM wide", []),
        ("all patients", []),
        ("a cancer-targeting drug", []),
        ("anticancer drugs", []),
    ],
)
def test_indications(text: str, expected: list[str]) -> None:
    assert [claim.string("node") for claim in claims(text, "indication")] == expected
