"""Near names: what counts as a slip, and that the cheap answers agree with the dear one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from prlint.text.near import (
    inflected,
    limit,
    near,
    pairs,
    plain,
    possessive_base,
    squeezed,
    transliterated,
    transposed,
)

WORDS = st.text(alphabet="abcdeé", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("a", "b", "edits"),
    [
        ("Ardenta", "Ardinta", 1),
        ("Ardenta", "ARDENTA", 0),
        ("Lorn", "Lron", 1),
        ("Ardenta", "Andanta", 0),
        ("Ardentabio", "Andintabio", 2),
        ("Al", "El", 0),
    ],
)
def test_the_limit_grows_with_the_length(a, b, edits):
    assert near(a, b) == near(b, a) == edits


@given(WORDS, WORDS)
def test_the_answer_from_letters_alone_never_hides_a_near_word(a, b):
    distance = OSA.distance(plain(a), plain(b))
    assert near(a, b) == (distance if 0 < distance <= limit(min(len(plain(a)), len(plain(b)))) else 0)


@given(st.sets(WORDS, max_size=12), st.sets(WORDS, max_size=12))
def test_pairs_are_those_that_are_near_one_by_one(left, right):
    left, right = {plain(word) for word in left}, {plain(word) for word in right}
    expected = {(a, b) for a in left for b in right if near(a, b)}
    assert set(pairs(left, right)) == expected


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(text):
    assert plain(plain(text)) == plain(text)
    assert squeezed(squeezed(text)) == squeezed(text)


@pytest.mark.parametrize("written", ["Müller", "Mueller", "Muller", "MÜLLER", "Mu\u0308ller"])
def test_an_umlaut_is_the_same_however_it_is_written(written):
    assert transliterated(written) == "muller"


@pytest.mark.parametrize(
    ("a", "b"),
    [("PDC", "PDCs"), ("America", "American"), ("company", "companies"), ("Lund", "Lund's"), ("bus", "buses")],
)
def test_forms_of_one_word(a, b):
    assert inflected(a, b)
    assert inflected(b, a)


def test_two_words_are_no_forms_of_one():
    assert not inflected("Ardenta", "Ardinta")
    assert not inflected("Lorn", "Lron")


def test_a_possessive_loses_its_ending():
    assert [possessive_base(word) for word in ("Lorn's", "Ardis'", "Lund")] == ["Lorn", "Ardis", "Lund"]


def test_a_transposition_is_of_neighbours():
    assert transposed("lorn", "lron")
    assert not transposed("lorn", "norl")
