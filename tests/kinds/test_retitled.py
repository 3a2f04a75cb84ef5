"""One work under two titles that a slip sets apart."""

from __future__ import annotations

import pytest

from tests import support


def found(*titles: str) -> list[str]:
    """Returns the outcomes for titles that stand one after the other."""
    text = "\n\n".join(f'Ana Lorn will present the poster "{title}" in Lund.' for title in titles)
    return [finding.message for finding in support.findings(text, select=("title-variant",))]


def test_a_slip_is_told_with_the_word_that_stands_first() -> None:
    """Once, though the wrong title stands twice."""
    wrong = "Clinical Trail of Pumps in Hospitals"
    (message,) = found("Clinical Trial of Pumps in Hospitals", wrong, wrong)
    assert message == '"Trail" here, "Trial" in the same title above'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Safety of Pumps in Hospitals", "Safety of Pumps in Hospitals"),
        ("Safety of Pumps in Hospitals", "Safety of Valves in Hospitals"),
        ("Symptomatic Failure of Small Pumps", "Asymptomatic Failure of Small Pumps"),
        ("Pumps in Hospitals, Season 2024", "Pumps in Hospitals, Season 2025"),
        ("Safety and Dosing of Ardentamab", "Safety and Dosing of Ardentumab"),
        ("Small Pumps", "Smell Pumps"),
        ("Pumps of Types A and B", "Pumps of Types A and C"),
        ("Safety of Pumps in Hospitals", "Saefty of Pumps in a Hospital"),
    ],
)
def test_other_works_are_left_in_peace(one: str, other: str) -> None:
    """What may be two works is no finding."""
    assert found(one, other) == []
