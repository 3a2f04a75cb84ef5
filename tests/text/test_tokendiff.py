"""The changes between two wordings, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prlint.text.tokendiff import hunks, tokens

WORDS = st.lists(st.sampled_from("a b c d e".split()), max_size=12)


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text, 0, len(text))]


def test_words_keep_what_stands_inside_them_and_marks_stand_alone() -> None:
    assert words('It grew 12.5% (see "10-K"), the company\'s plan.') == [
        "It", "grew", "12.5", "%", "(", "see", '"', "10-K", '"', ")", ",", "the", "company's", "plan", ".",
    ]  # fmt: skip


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "One two. Three four."
    found = tokens(text, 9, len(text))
    assert [text[token.start : token.end] for token in found] == ["Three", "four", "."]


def test_signs_of_ownership_are_no_words() -> None:
    assert words("Softshield® and Quickset™") == ["Softshield", "and", "Quickset"]


def test_a_word_exchanged_is_one_change() -> None:
    (hunk,) = hunks("a b c d".split(), "a x c d".split(), 4) or []
    assert (hunk.old, hunk.old_end, hunk.new, hunk.new_end) == (1, 2, 1, 2)


def test_two_places_are_two_changes() -> None:
    assert len(hunks("a b c d e f".split(), "a c d x f".split(), 6) or []) == 2


def test_what_lies_too_far_apart_is_given_up() -> None:
    assert hunks("a b c d".split(), "w x y z".split(), 4) is None


@given(WORDS, WORDS)
def test_the_changes_lead_from_one_to_the_other(old: list[str], new: list[str]) -> None:
    found = hunks(old, new, 24)
    assert found is not None
    made: list[str] = []
    at = 0
    for hunk in found:
        made += old[at : hunk.old]
        assert len(made) == hunk.new
        made += new[hunk.new : hunk.new_end]
        at = hunk.old_end
    assert made + old[at:] == new


@given(WORDS, WORDS)
def test_no_change_is_larger_than_it_must_be(old: list[str], new: list[str]) -> None:
    found = hunks(old, new, 24) or []
    changed = sum(hunk.old_end - hunk.old + hunk.new_end - hunk.new for hunk in found)
    assert changed == len(old) + len(new) - 2 * longest(old, new)


def longest(old: list[str], new: list[str]) -> int:
    """Returns how many words the longest common part has, by the plain table."""
    row = [0] * (len(new) + 1)
    for a in old:
        last = row[:]
        for j, b in enumerate(new):
            row[j + 1] = last[j] + 1 if a == b else max(last[j + 1], row[j])
    return row[-1]
