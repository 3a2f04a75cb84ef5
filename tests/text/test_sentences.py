"""Where sentences end."""

from __future__ import annotations

import pytest

from prlint.readers import text


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Lim spoke.", "He left at 5 p.m. on Jan. 5."],
        ["Ardenta, Inc. (Nasdaq: ARDT) said so.", "It is new."],
        ["It was sold to Ardenta, Inc.", "The price was low."],
        ["The U.S. Food and Drug Administration agreed.", "It did so in the U.S.", "The study goes on."],
        ["John S. Lim, M.D., Ph.D., spoke.", '"We agree," said Ana Ruiz.'],
        ["See No. 5 and Fig. 3 of U.S. Patent No. 7,000,001.", "Is it new?", "Yes!"],
        ["Revenue was $1.5 million vs. $1.2 million.", "Growth was 25%."],
        ["“It works.”", "She left."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences):
    document = text.read("a.txt", " ".join(sentences).encode())
    view = document.view.text
    assert [view[s.start : s.end] for s in document.sentences] == [
        line.replace("“", '"').replace("”", '"') for line in sentences
    ]
