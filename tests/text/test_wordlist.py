"""The list of words: what is known, what stands near, and that the file is what the tables say it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from prlint.text import wordlist
from prlint.text.wordforms import formed, medical

LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=14)
#: Common words of every beginning.
COMMON = """above believe company delivery economy forecast government hospital industry judgment knowledge liability
management necessary operation pending quarter receive security therapeutic university valuable welcome yesterday""".split()


@pytest.mark.parametrize("word", [*COMMON, "tumour", "programme", "randomised", "gauze", "heath", "preclinical"])
def test_words_of_the_language_and_the_trade_are_listed(word: str) -> None:
    assert wordlist.grade(word) >= 0


@pytest.mark.parametrize(
    "word", ["forcast", "recieve", "comnpany", "pendinn", "enivronmental", "zzzz", "Über", "", "ab"]
)
def test_what_is_no_word_is_not(word: str) -> None:
    assert wordlist.grade(word) == -1


def test_commoner_words_have_higher_grades() -> None:
    assert (
        wordlist.grade("company") > wordlist.grade("forecast") > wordlist.grade("gauze") > wordlist.grade("scrupulous")
    )


@given(LETTERS)
def test_no_text_of_letters_breaks_a_look_up(word: str) -> None:
    assert wordlist.grade(word) >= -1
    for near in wordlist.neighbours(word):
        assert OSA.distance(word, near.word) == near.edits == 1
        assert wordlist.grade(near.word) == near.grade


@given(st.sampled_from(COMMON), st.data())
def test_one_slip_away_the_word_that_was_meant_is_near(word: str, data: st.DataObject) -> None:
    wrong = _slipped(word, data)
    if wrong != word and OSA.distance(wrong, word) == 1:
        assert word in [near.word for near in wordlist.neighbours(wrong)]


@given(st.sampled_from([word for word in COMMON if len(word) > 9]), st.data())
def test_two_slips_that_leave_the_beginning_are_found(word: str, data: st.DataObject) -> None:
    wrong = word[:3] + _slipped(_slipped(word[3:], data), data)
    if wrong != word and wrong.isalpha():
        assert word in [near.word for near in wordlist.neighbours(wrong, 2)]


@given(LETTERS, LETTERS)
def test_a_slip_is_named_where_one_is_enough_and_nowhere_else(a: str, b: str) -> None:
    assert bool(wordlist.slip(a, b)) == (OSA.distance(a, b) == 1)


@pytest.mark.parametrize(
    ("wrong", "right", "slip"),
    [
        ("recieve", "receive", "turned"),
        ("milllion", "million", "doubled"),
        ("anounces", "announces", "halved"),
        ("brough", "brought", "dropped"),
        ("comnpany", "company", "brushed"),
        ("ocean", "ocezn", "missed"),
        ("pendinn", "pending", "changed"),
        ("comzpany", "company", "added"),
        ("company", "companions", ""),
        ("same", "same", ""),
    ],
)
def test_slips_have_names(wrong: str, right: str, slip: str) -> None:
    assert wordlist.slip(wrong, right) == slip


def test_unlisted_words_come_sorted_and_each_once() -> None:
    assert wordlist.unlisted(["zyxx", "forcast", "forecast", "forcast", "abc", "Company"]) == ["forcast", "zyxx"]


@pytest.mark.parametrize(
    "word",
    """rebalancings uplistings livestreamed microgrants immunotherapeutics nephrotoxic lymphoplasmacytic radioimmunoconjugate
    biocompatibility neurodevelopmental preeclampsia overdiscussed cyberresilience""".split(),
)
def test_what_the_rules_of_the_language_make_is_known(word: str) -> None:
    assert formed(word)


@pytest.mark.parametrize("word", "reprot comming announed withthe developement recieves".split())
def test_a_slip_is_not_taken_for_a_made_word(word: str) -> None:
    assert not formed(word)


@pytest.mark.parametrize("word", "pembrolizumab osimertinib thrombocytopenia glioblastoma semaglutide".split())
def test_names_of_medicines_and_diseases_are_known_by_their_ends(word: str) -> None:
    assert medical(word)


def _slipped(word: str, data: st.DataObject) -> str:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    kind = data.draw(st.sampled_from(("drop", "add", "change", "turn")))
    if kind == "drop" and len(word) > 5:
        return word[:at] + word[at + 1 :]
    if kind == "add":
        return word[:at] + letter + word[at:]
    if kind == "turn" and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + letter + word[at + 1 :]
