"""Bytes that drafts come in."""

from __future__ import annotations

import pytest

from prlint.text.decode import Undecodable, decoded

WORDS = "Ardenta’s “Quick” test — naïve\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
def test_the_text_is_the_same_in_every_encoding(encoding):
    assert decoded(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03\x00\x00", b"PK\x03\x04\x00\x00\x08\x00", b"abc\x81def\xff"])
def test_binary_data_is_refused(data):
    with pytest.raises(Undecodable):
        decoded(data)
