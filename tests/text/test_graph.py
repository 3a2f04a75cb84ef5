"""Graphs of terms, scales, and names found by their first words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prlint.text.graph import Graph
from prlint.text.lexicon import Lexicon
from prlint.text.scale import Scale, below, between, gap
from prlint.text.words import lowered

NODES = {
    "cancer": {"broad": True},
    "lymphoma": {"is": ["cancer"]},
    "B-cell lymphoma": {"is": ["lymphoma"]},
    "follicular lymphoma": {"is": ["B-cell lymphoma"]},
    "glioma": {"is": ["cancer"]},
    "asthma": {},
    "a": {"is": ["b"]},
    "b": {"is": ["a"]},
}


def test_comparable_means_one_line() -> None:
    graph = Graph(NODES)
    assert graph.comparable("lymphoma", "lymphoma")
    assert graph.comparable("follicular lymphoma", "lymphoma")
    assert graph.comparable("lymphoma", "follicular lymphoma")
    assert not graph.comparable("glioma", "lymphoma")
    assert not graph.comparable("asthma", "cancer")


def test_what_is_broad_tells_nothing_of_its_parts() -> None:
    graph = Graph(NODES)
    assert graph.comparable("cancer", "glioma")
    assert not graph.telling("cancer", "glioma")
    assert graph.telling("cancer", "cancer")


def test_no_terms_compare_with_nothing() -> None:
    graph = Graph(NODES)
    assert not graph.all_comparable((), ("lymphoma",))
    assert not graph.all_comparable(("lymphoma",), ())
    assert not graph.all_comparable(("lymphoma", "glioma"), ("lymphoma",))


def test_a_circle_ends() -> None:
    assert Graph(NODES).comparable("a", "b")


def test_the_narrowest_are_kept_in_order() -> None:
    assert Graph(NODES).narrowest(("lymphoma", "glioma", "follicular lymphoma", "glioma")) == (
        "glioma",
        "follicular lymphoma",
    )


def test_a_scale_of_words_has_shared_ranks() -> None:
    scale = Scale(["planned", "enrolling | ongoing", "completed"])
    assert scale.position("Ongoing") == scale.position("enrolling") == {1.0}
    assert scale.position("stopped") == frozenset()
    assert scale.position(("planned", "completed")) == {0.0, 2.0}


def test_a_scale_of_numbers() -> None:
    scale = Scale(())
    assert scale.position("1,200") == scale.position(1200) == {1200.0}
    assert scale.position("many") == scale.position(None) == frozenset()


def test_sets_of_positions() -> None:
    one, both, three = frozenset({1.0}), frozenset({1.0, 2.0}), frozenset({3.0})
    assert below(one, three)
    assert not below(one, both)
    assert not below(frozenset(), three)
    assert gap(one, three) == 1
    assert between(both, one, three)
    assert not between(three, one, three)


def test_the_longest_name_wins_and_plurals_count() -> None:
    lexicon = Lexicon({"lymphoma": "L", "b-cell lymphoma": "B", "ALL": "A"})
    assert [(hit.stands_for, hit.name) for hit in lexicon.find("B-Cell Lymphomas, all of them, and ALL.")] == [
        ("B", "b-cell lymphoma"),
        ("A", "ALL"),
    ]


@given(st.text())
def test_lowering_keeps_every_letter_in_its_place(text: str) -> None:
    low = lowered(text)
    assert len(low) == len(text)
    assert lowered(low) == low


@given(st.text(alphabet="aAlL -.sSİ", max_size=40))
def test_hits_are_where_they_say(text: str) -> None:
    for hit in Lexicon({"all": "x", "la": "y"}).find(text):
        assert lowered(text)[hit.start : hit.end].removesuffix("s") in (hit.name, hit.name.removesuffix("s"))
