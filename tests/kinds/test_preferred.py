"""The house's own spellings and meanings: where they are asked for, and where not."""

from __future__ import annotations

import pytest

from tests.support import findings, quotes

RULE = ("house-preference",)
HOUSE = "prefer: {healthcare: health care, PLC: peptide linked conjugate, U.S: U.S., e-mail: email}\n"


def found(text: str, profile: str = HOUSE) -> list[tuple[str, ...]]:
    return quotes(findings(text, profile=profile, select=RULE))


def test_all_places_are_one_finding_with_the_replacement_as_it_is_written_there() -> None:
    (finding,) = findings("Healthcare costs fall. We sell pumps for healthcare.", profile=HOUSE, select=RULE)
    assert finding.severity == "warning"
    assert finding.message == '"Healthcare": this house writes "health care"'
    assert finding.suggestion is not None
    assert [edit.replacement for edit in finding.suggestion.edits] == ["Health care", "health care"]
    assert finding.suggestion.safety == "review"


@pytest.mark.parametrize(
    "text",
    [
        "Health care costs fall.",
        "It met at the Lyon Healthcare Summit.",  # within a name
        "Healthcare Partners met.",
        "A healthcare-focused maker, telehealthcare, healthcares, healthcare_x and healthcare.example.com.",
        "HEALTHCARE costs fall.",
        '"We trust that healthcare will be better for all of us," said Maria Delgado of Ardenta.',
        "Ardenta Healthcare, Inc. sells pumps.",
        "It sells in the U.S. and elsewhere.",  # the house's wording holds the other one
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We sell pumps for healthcare.", "healthcare"),
        ("We sell pumps (healthcare) abroad.", "healthcare"),
        ("The healthcare's costs fall.", "healthcare"),
        ("It sells in the U.S and elsewhere.", "U.S"),
        ("Write an e-mail to us.", "e-mail"),
    ],
)
def test_what_is_found(text: str, place: str) -> None:
    assert found(text) == [(place,)]


def test_an_acronym_has_the_meaning_of_the_house() -> None:
    (finding,) = findings("Ardenta makes polymer linker compounds (PLCs). PLCs are salts.", profile=HOUSE, select=RULE)
    assert finding.outcome == "meaning"
    assert finding.suggestion is not None
    assert [edit.replacement for edit in finding.suggestion.edits] == ["peptide linked conjugate"]
    assert found("Ardenta makes peptide-linked conjugates (PLCs). PLCs are salts.") == []


def test_without_preferences_nothing_is_found() -> None:
    assert found("We sell pumps for healthcare.", "") == []


def test_an_empty_release() -> None:
    assert found("") == []
