from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.text.terms import FOLDS, folded, singular


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("conjugates", "conjugate"),
        ("PDCs", "PDC"),
        ("therapies", "therapy"),
        ("diseases", "disease"),
        ("boxes", "box"),
        ("branches", "branch"),
        ("analysis", "analysis"),
        ("virus", "virus"),
        ("mass", "mass"),
        ("US", "US"),
        ("its", "its"),
    ],
)
def test_plurals_of_english(plural: str, expected: str):
    assert singular(plural) == expected


def test_each_fold_makes_one_difference_not_count():
    assert folded("Drug", ["case"]) == folded("drug", ["case"])
    assert folded("non-small  cell", ["dashes"]) == folded("non small cell", ["dashes"])
    assert folded("bio marker", ["spaces"]) == folded("biomarker", ["spaces"])
    assert folded("Zelvic(TM) pump", ["marks"]) == folded("Zelvic™ pump", ["marks"]) == "Zelvic pump"
    assert folded("Food & Drug", ["joiners"]) == folded("Food And Drug", ["joiners"]) == "Food Drug"
    assert folded("Drug", []) != folded("drug", [])


@given(st.text(max_size=40), st.sets(st.sampled_from(FOLDS)))
def test_what_is_folded_stays_so(text: str, folds: set[str]):
    # Plurals and marks can uncover another ("busses", "™ ™"), so only the others are held to this.
    folds -= {"plural", "marks"}
    once = folded(text, folds)
    assert folded(once, folds) == once
