"""Positions as an editor counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from prlint.editor.positions import Positions

TEXTS = st.text(st.sampled_from("a \r\n\u2028\x0cé€😀\u00a0"), max_size=40)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])


@pytest.mark.parametrize(
    ("encoding", "column"),
    [("utf-8", 11), ("utf-16", 5), ("utf-32", 4)],
)
def test_columns_are_in_the_units_agreed_on(encoding: str, column: int) -> None:
    assert Positions("one\n“😀” x", encoding).at(8) == types.Position(1, column)


def test_lines_end_as_in_the_protocol_and_nowhere_else() -> None:
    text = "a\r\nb\rc\nd\u2028e\x0cf"
    positions = Positions(text)
    assert [positions.at(text.index(letter)) for letter in "abcdef"] == [
        types.Position(0, 0),
        types.Position(1, 0),
        types.Position(2, 0),
        types.Position(3, 0),
        types.Position(3, 2),
        types.Position(3, 4),
    ]


@given(TEXTS, ENCODINGS)
def test_a_position_leads_back_to_its_offset(text: str, encoding: str) -> None:
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        # Between \r and \n there is no position of its own.
        if text[offset - 1 : offset + 1] != "\r\n":
            assert positions.offset(positions.at(offset)) == offset


@given(TEXTS, ENCODINGS, st.integers(0, 50), st.integers(0, 50))
def test_every_position_is_somewhere(text: str, encoding: str, line: int, column: int) -> None:
    assert 0 <= Positions(text, encoding).offset(types.Position(line, column)) <= len(text)
