"""Footnote marks: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.support import claims


def _marks(text: str, name: str = "draft.txt") -> list[tuple[object, object, object]]:
    return [(c.get("mark"), c.get("style"), c.get("role")) for c in claims(text, "footnote", name=name)]


def test_a_range_in_brackets_is_a_mark_for_each_number() -> None:
    assert _marks("It grew by 7%.[1-3]") == [(n, "bracket", "reference") for n in "123"]


def test_a_number_that_opens_a_paragraph_is_a_note_and_so_are_those_run_into_it() -> None:
    text = "It grew.[1] It fell.[2]\n\n[1] https://example.org/a[2] Lund Research"
    assert [role for *_, role in _marks(text)] == ["reference", "reference", "note", "note"]


@pytest.mark.parametrize(
    "text", ["It covers 400 m² of 10⁶.", "It holds ¹³¹I.", "R² is 0.9.", "3 * 4 is 12", "a [18F] tracer"]
)
def test_exponents_and_mass_numbers_are_no_marks(text: str) -> None:
    assert _marks(text) == []


def test_symbols() -> None:
    assert _marks("Sales rose by 7%*.\n\n* Unaudited.") == [
        ("*", "symbol", "reference"),
        ("*", "symbol", "note"),
    ]


def test_a_note_s_sign_may_stand_in_brackets() -> None:
    assert ("*", "symbol", "note") in _marks("Sales rose by 7%*.\n\n(*)Unaudited.")


def test_a_lone_item_of_markdown_is_a_note() -> None:
    marks = _marks("Sales rose by 7%*.\n\n* Unaudited.\n\nCosts fell.", name="draft.md")
    assert ("*", "symbol", "note") in marks


def test_numbered_lists_may_be_notes() -> None:
    assert ("2", "", "possible") in _marks("It grew.²\n\nReferences\n\n1. Lund\n2. Berg")


def test_the_asterisks_of_emphasis_are_no_marks() -> None:
    assert (
        _marks("It was in *Northern Journal of Medicine*, and again in *Northern Journal*.\n\n*Both* were read.") == []
    )
