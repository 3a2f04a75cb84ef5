"""Codes: several ways of writing one, and digits turned round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import findings

if TYPE_CHECKING:
    from prlint.finding import Finding

OFTEN = "The drug ARD-1314 is safe. Patients took ARD-1314. The trial of ARD-1314 goes on. "


def check(draft: str, **how: object) -> list[Finding]:
    return findings(draft, select=("product-code-variant",), **how)


def test_turned_digits_of_a_code_known_nowhere() -> None:
    (finding,) = check(OFTEN + "The drug ARD-1341 was given.")
    assert (finding.severity, finding.outcome) == ("warning", "slip")
    assert [place.quote for place in finding.places] == ["ARD-1341"]
    assert finding.suggestion is not None
    assert (finding.suggestion.replacement, finding.suggestion.safety) == ("ARD-1314", "review")


@pytest.mark.parametrize(
    "more",
    [
        "The drug ARD-1315 was given.",  # the next in the row
        "The drug ARD-1341 was given. Patients took ARD-1341.",  # twice is no slip
        "The drug ARD-1341 (formerly ZX-77) was given.",
        "The drug ARD-1341 delivers iodine-131 to tumors.",
        "The drug ART-1341 was given.",
        "The drug ARD-13 was given.",
    ],
)
def test_another_product_by_default(more: str) -> None:
    assert [finding for finding in check(OFTEN + more) if finding.severity != "info"] == []


def test_an_earlier_release_or_the_profile_knows_the_code() -> None:
    draft = OFTEN + "The drug ARD-1341 was given."
    assert check(draft, date="2026-03-02", earlier=[("2025-01-01", "The drug ARD-1341 is new.")]) == []
    assert check(draft, profile="assets: [{name: ARD-1341}]") == []
    assert check(draft, profile="assets: [{name: ARD-9, also: [ARD 1341]}]") == []


def test_two_ways_are_a_note() -> None:
    (finding,) = check("The drug ARD-131 is safe. Patients took ARD 131 and ARD131.")
    assert (finding.severity, finding.outcome) == ("info", "ways")
    assert [place.quote for place in finding.places] == ["ARD-131", "ARD 131", "ARD131"]
