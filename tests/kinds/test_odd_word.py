"""A word that is odd in a term, and the ways in which two terms may rightly differ."""

from __future__ import annotations

import pytest

from tests.support import findings, quotes

THRICE = "Cold Resin is pressed. Cold Resin keeps for a year, and Cold Resin is sold here. "


def test_one_finding_though_the_word_has_a_neighbour_on_either_side() -> None:
    text = "The Heart Health Prize opens. The Heart Health Prize closes. The Heart Heath Prize is new."
    found = findings(text, select=("term-variant",))
    assert quotes(found) == [("Heath",)]
    assert found[0].suggestion
    assert found[0].suggestion.replacement == "Health"


def test_the_odd_word_is_shown_beside_the_right_term() -> None:
    (found,) = findings(THRICE + "Buy Cold Resign today.", select=("term-variant",))
    assert found.message == '"Cold Resign" here, "Cold Resin" in 3 other places'
    assert [one.quote for one in found.evidence] == ["Cold Resin"]


@pytest.mark.parametrize(
    "text",
    [
        THRICE + "Cold Resins are sold, too.",  # a plural
        THRICE + "Buy Cold Resign today. Resign is a band.",  # a word of its own
        THRICE + "Buy Cold, Resign and go.",  # no term
        THRICE + "Buy cold Resign today.",
        "Cold Resin is pressed. Cold Resign is new.",  # one against one
        "Zelvic Alpha is old. Zelvic Alpha is sold. Zelvic Beta is new.",
        "Ardenta Announces Sale. Ardenta Announces Loan. Ardenta Announces Fund. Ardenta Announced Gains.",
    ],
)
def test_terms_that_differ_rightly(text: str) -> None:
    assert findings(text, select=("term-variant",)) == []


def test_a_person_s_name_is_left_to_the_rules_on_names() -> None:
    text = 'Maria Delgado, CEO, spoke. "Good," said Maria Delgado, CEO. Maria Delgada met Maria Delgado.'
    assert findings(text, select=("term-variant",)) == []


def test_earlier_releases_establish_a_term_for_a_word_in_no_dictionary_only() -> None:
    old = [("2025-09-15", "The Thermal Bandage line is new."), ("2025-11-15", "The Thermal Bandage line grows.")]
    found = findings("The Thermal Bandgae line is sold.", date="2026-03-02", earlier=old, select=("term-variant",))
    assert quotes(found) == [("Bandgae",)]
    new = "The Thermal Bondage line is sold."
    assert findings(new, date="2026-03-02", earlier=old, select=("term-variant",)) == []
