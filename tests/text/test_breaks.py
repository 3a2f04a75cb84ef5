"""Which paragraph breaks cut a sentence."""

from __future__ import annotations

import pytest

from prlint.readers import text

LONG = "The company designed the device so that it delivers its payload directly to the cells of the eye"


def breaks(first: str, second: str) -> int:
    return len(text.read("a.txt", f"{first}\n\n{second}\n".encode()).breaks)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{LONG}. The", "FDA has granted a designation for the device in this disease."),
        (f"{LONG}, the review process and other", "government regulation, and the ability of partners to sell it."),
        (f"{LONG} and", "Ardenta expects to begin a study."),
        (f"{LONG} when light", "falls on it, as shown in a model of the retina."),
    ],
)
def test_a_sentence_cut_by_a_page_is_joined(first, second):
    assert breaks(first, second) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{LONG}.", "these statements follow a full stop, so the break is the author's own."),
        (f"{LONG}:", "more than one thing follows a colon here, as in a list."),
        ("About the", "Device and other things that a heading may announce to the reader."),
        (f"{LONG}", "The next paragraph begins a sentence of its own after a heading without a stop."),
        (f"{LONG}", "www.ardenta.example"),
    ],
)
def test_other_breaks_stay(first, second):
    assert breaks(first, second) == 0
