"""One person, one office: what contradicts, and what a person may well be."""

from __future__ import annotations

import pytest

from tests.support import findings, quotes

LEAD = "BOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. (Nasdaq: ARDT) today opened a plant.\n\n"


def _found(text: str) -> list[tuple[str, str]]:
    return [(f.outcome, f.message) for f in findings(LEAD + text, select=("person-title-drift",))]


def test_two_offices_of_one_person_are_one_error_at_both_places() -> None:
    text = (
        '"A plant is good," said Ana Lund, CFO of Ardenta.\n\nContact: Ana Lund, Chief Operating Officer, 617-555-0100'
    )
    found = findings(LEAD + text, select=("person-title-drift",))
    assert [f.severity for f in found] == ["error"]
    assert quotes(found) == [("Ana Lund", "Ana Lund")]


@pytest.mark.parametrize(
    "second",
    [
        "Ana Lund, CFO and COO of Ardenta, agreed.",
        "Ana Lund, CFO of Ardenta, agreed.",
        "Ana Lund, President of Ardenta, agreed.",
        "Ana Lund, former COO of Ardenta, agreed.",
        "Ana Lund, COO of Belmora, agreed.",
        "Anna Lindh, COO of Ardenta, agreed.",
    ],
)
def test_what_may_well_be(second: str) -> None:
    assert _found(f'"A plant is good," said Ana Lund, CFO of Ardenta.\n\n{second}') == []


def test_short_forms_of_a_given_name_are_one_person() -> None:
    text = '"A plant is good," said James Lund, CFO of Ardenta.\n\nJim Lund, COO of Ardenta, agreed.'
    assert [outcome for outcome, _ in _found(text)] == ["two_offices"]


def test_two_holders_need_one_company() -> None:
    text = '"A plant is good," said Ana Lund, CEO of Ardenta.\n\n"So it is," said Bo Berg, CEO of {}.'
    assert [outcome for outcome, _ in _found(text.format("Ardenta"))] == ["two_holders"]
    assert _found(text.format("Belmora")) == []


def test_an_appointment_explains_both() -> None:
    text = 'Ardenta appointed Bo Berg.\n\n"A plant is good," said Ana Lund, CEO of Ardenta.\n\n"So it is," said Bo Berg, CEO of Ardenta.'
    assert _found(text) == []
