"""Quotations: who speaks, and where nobody does."""

from __future__ import annotations

from tests.support import claims

WORDS = "We are very glad to open this plant in Ohio, which will make all of our pumps"


def _quotes(text: str) -> list[tuple[object, object]]:
    return [(c.get("speaker"), c.get("attributed")) for c in claims(text, "quote")]


def test_the_speaker_of_the_paragraph() -> None:
    assert _quotes(f'"{WORDS}," said Maria Delgado, CEO of Ardenta. "It took a year, and it was well worth it."') == [
        ("Delgado", True),
        ("Delgado", True),
    ]


def test_the_speaker_may_stand_in_the_paragraph_before() -> None:
    assert _quotes(f'Maria Delgado, CEO of Ardenta, commented:\n\n"{WORDS}."') == [("Delgado", True)]


def test_nobody() -> None:
    assert _quotes(f'The plant has two lines.\n\n"{WORDS}."\n\nIt cost $20 million.') == [("", False)]


def test_an_open_quotation_goes_on() -> None:
    text = f'Maria Delgado stated, "{WORDS}.\n\n"{WORDS}.\n\n"{WORDS}."'
    assert [attributed for _, attributed in _quotes(text)] == [True, True, True]


def test_words_are_counted() -> None:
    assert claims(f'"{WORDS}," said Maria Delgado, CEO.', "quote")[0].get("words") == 17
