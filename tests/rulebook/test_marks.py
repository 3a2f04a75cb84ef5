from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.rulebook.example import Mark
from prlint.rulebook.marks import MarkError, unmark


def test_marks_are_taken_out_and_their_places_kept() -> None:
    marked = unmark("In [[Phase 2]], not <<Phase 3>> or [[2a]].")
    assert marked.text == "In Phase 2, not Phase 3 or 2a."
    assert [marked.text[a:b] for a, b in marked.places] == ["Phase 2", "2a"]
    assert [marked.text[a:b] for a, b in marked.evidence] == ["Phase 3"]


@pytest.mark.parametrize(
    ("written", "text", "places"),
    [
        (r"a \[[b\]] c", "a [[b]] c", ()),
        (r"a \<<b\>> c", "a <<b>> c", ()),
        ("a [[[TBD]]] c", "a [TBD] c", (Mark(2, 7),)),
        (r"a [[\<<name\>>]] c", "a <<name>> c", (Mark(2, 10),)),
        ("a ] b [ c", "a ] b [ c", ()),
        ("a \\ b", "a \\ b", ()),
    ],
)
def test_literal_brackets(written: str, text: str, places: tuple[Mark, ...]) -> None:
    marked = unmark(written)
    assert (marked.text, marked.places) == (text, places)


@pytest.mark.parametrize(
    ("written", "offset"),
    [("a [[b", 2), ("a b]] c", 3), ("a [[]] b", 2), ("a [[b [[c]]]]", 6), ("a <<b", 2), ("[[a << b]]", 4)],
)
def test_a_mistake_knows_where_it_stands(written: str, offset: int) -> None:
    with pytest.raises(MarkError) as caught:
        unmark(written)
    assert caught.value.offset == offset


@given(st.lists(st.text(st.characters(exclude_characters="[]<>\\"), min_size=1), min_size=3, max_size=3))
def test_what_was_marked_is_found_again(parts: list[str]) -> None:
    before, inside, after = parts
    marked = unmark(f"{before}[[{inside}]]{after}")
    assert marked.text == before + inside + after
    assert [marked.text[a:b] for a, b in marked.places] == [inside]
