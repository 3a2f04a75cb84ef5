from __future__ import annotations

import pytest

from tests.support import claims


def forms(text: str) -> list[tuple[str, str, str]]:
    return [(c.string("compound"), c.string("form"), c.text) for c in claims(text, "compound")]


def test_one_word_and_two():
    text = "All radio isotopes decay. A radioisotope is no poison, radioisotopes are none."
    assert forms(text) == [
        ("radioisotope", "space", "radio isotopes"),
        ("radioisotope", "word", "radioisotope"),
        ("radioisotope", "word", "radioisotopes"),
    ]


def test_one_word_and_a_hyphen():
    assert forms("In pre-clinical work; the preclinical data.") == [
        ("preclinical", "hyphen", "pre-clinical"),
        ("preclinical", "word", "preclinical"),
    ]


def test_a_hyphen_and_none_before_one_noun():
    assert forms("The triple-negative tumors, and triple negative tumor cells.") == [
        ("triplenegative tumor", "hyphen", "triple-negative"),
        ("triplenegative tumor", "space", "triple negative"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A late-stage trial; the disease was at a late stage in May.",
        "The follow-up was long; follow up with them, follow up visits.",
        "Every day counts in everyday life.",
        "The Health Care Fund pays for healthcare.",
        "See health-care.com for healthcare and pre-clinical-data for preclinical work.",
        "The start-up will start up, and the setup is set up.",
    ],
)
def test_what_is_right_in_its_place_is_no_variant(text: str):
    assert forms(text) == []
