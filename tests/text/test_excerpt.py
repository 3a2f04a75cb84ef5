"""A line around a place, in the author's own typography and the terminal's width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.document import Edit, View
from prlint.readers import text as reader
from prlint.text.excerpt import around, excerpt
from prlint.text.terminal import width


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    source = draw(st.text("abc ", min_size=1, max_size=40))
    cuts = sorted(draw(st.sets(st.integers(0, len(source)), max_size=12)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return source, [Edit(start, end, draw(st.sampled_from(["", " ", "xyz"]))) for start, end in pairs]


@given(edited(), st.data())
def test_any_span_of_the_view_can_be_had_as_typed(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    source, edits = case
    view = View(source, edits)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    assert view.as_typed(source, start, end) == view.text[start:end]
    typed = view.as_typed(source.upper(), start, end)
    assert typed.casefold() == view.text[start:end]
    for offset in range(start, end):
        span = view.source_span(offset, offset + 1)
        replaced = any(edit.start <= span.start < edit.end for edit in edits)
        assert typed[offset - start] == (view.text[offset] if replaced else source.upper()[span.start])


def test_quotation_marks_and_dashes_are_the_authors_own() -> None:
    document = reader.read("a.txt", "The “firm’s” non\u2011small  cell\u00a0study \ufb01rst ended.\n".encode())
    start = document.text.index("non")
    assert around(document, start, start + 9) == ("The “firm’s” ", "non‑small", " cell study first ended.")


def test_something_missing_is_marked_under_what_follows() -> None:
    document = reader.read("a.txt", b"It ended\n\nAnd more\n")
    at = document.text.index("ended") + len("ended")
    line, column, marked = excerpt(document, at, at, 60)
    assert (line, column, marked) == ("It ended ", 8, 1)


@pytest.mark.parametrize("columns", [20, 40, 70])
def test_a_line_is_cut_at_words_and_says_so(columns: int) -> None:
    document = reader.read("a.txt", ("one two three " * 20 + "HERE " + "four five six " * 20 + "\n").encode())
    at = document.text.index("HERE")
    line, column, marked = excerpt(document, at, at + 4, columns)
    assert line[column : column + marked] == "HERE"
    assert width(line) <= columns
    words = line.removeprefix("… ").removesuffix(" …").split()
    assert set(words) <= {"one", "two", "three", "HERE", "four", "five", "six"}
    assert line.startswith("… ")
    assert line.endswith(" …")


def test_a_place_longer_than_the_line_is_cut_itself() -> None:
    document = reader.read("a.txt", b"one " * 100)
    line, column, marked = excerpt(document, 4, 300, 40)
    assert width(line) <= 40
    assert column + marked <= 40
    assert "…" in line


def test_the_line_ends_with_the_block() -> None:
    document = reader.read("a.txt", b"First paragraph ends here.\n\nSecond begins.\n")
    line, column, marked = excerpt(document, 16, len(document.text) - 1, 80)
    assert line == "First paragraph ends here."
    assert column + marked == len(line)
