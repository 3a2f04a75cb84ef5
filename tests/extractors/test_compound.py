from __future__ import annotations

import pytest

from tests.support import claims


def forms(text: str) -> list[tuple[str, str, str]]:
    return [(c.string("compound"), c.string("form"), c.text) for c in claims(text, "compound")]


def test_one_word_and_two():
    text = "All bio markers rose. A biomarker is no proof, biomarkers are none."
    assert forms(text) == [
        ("biomarker", "space", "bio markers"),
        ("biomarker", "word", "biomarker"),
        ("biomarker", "word", "biomarkers"),
    ]


def test_one_word_and_a_hyphen():
    assert forms("In pre-clinical work; the preclinical data.") == [
        ("preclinical", "hyphen", "pre-clinical"),
        ("preclinical", "word", "preclinical"),
    ]


def test_a_hyphen_and_none_before_one_noun():
    assert forms("The first-line treatments, and first line treatment plans.") == [
        ("firstline treatment", "hyphen", "first-line"),
        ("firstline treatment", "space", "first line"),
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
