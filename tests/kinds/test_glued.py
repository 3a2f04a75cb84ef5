"""Names whose parts ran together."""

from __future__ import annotations

import pytest

from tests import support

HEAD = 'Ardenta Opens a Plant\n\nBOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- "It is open," said Lynn Faber, chief executive officer of Ardenta, Inc.'


def found(text: str) -> list[str]:
    """Returns what is suggested."""
    return [finding.message for finding in support.findings(f"{HEAD}\n\n{text}\n", select=("name-run-together",))]


def test_a_joined_name_is_held_against_the_parted_one() -> None:
    """One finding for all places."""
    assert found("LynnFaber will speak. Later, LynnFaber's talk is shown.") == ['"LynnFaber": elsewhere "Lynn Faber"']


@pytest.mark.parametrize(
    "text",
    [
        "Lynn Faber will speak.",
        "Follow @LynnFaber.",
        "See LynnFaber.com and /in/LynnFaber/ for more.",
        "Write to LynnFaber@ardenta.com.",
        "AnaFaber will speak.",
    ],
)
def test_addresses_and_other_words_are_left_in_peace(text: str) -> None:
    """What is written so on purpose, and what nobody introduced."""
    assert found(text) == []
