"""Places misspelt beside their right spelling, and companies with another legal form once."""

from __future__ import annotations

import pytest

from tests.support import findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plant in Seattle opens. Orders from Seatttle come first.", ["Seatttle"]),
        ("The plant in New Jersey opens. Orders from New Jersye come first.", ["Jersye"]),
        ("The plant in New Jersey opens. Orders from Old Jersye come first.", []),
        ("Orders from Seatttle come first.", []),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert [f.places[0].quote for f in findings(text, select=("place-name-variant",))] == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [("Ardenta Corp. was audited.", ["Corp."]), ("Its parent Ardenta Corp. was audited.", [])],
)
def test_legal_forms(last: str, expected: list[str]) -> None:
    text = f"Ardenta, Inc. makes pumps. Ardenta, Inc. sells them. {last}"
    assert [f.places[0].quote for f in findings(text, select=("company-legal-form",))] == expected
