"""Paragraphs that stand twice, and marks that lead nowhere."""

from __future__ import annotations

from tests.support import findings, quotes

LONG = "The plant has two lines, each of which makes four hundred pumps in an hour and a half."


def test_the_later_places_are_marked_and_the_first_is_evidence() -> None:
    found = findings(f"{LONG}\n\nIt is new.\n\n{LONG}\n\nIt is large.\n\n{LONG}", select=("duplicate-paragraph",))
    assert quotes(found) == [(LONG, LONG)]
    assert [cited.quote for cited in found[0].evidence] == [LONG]


def test_case_and_stops_do_not_count_words_do() -> None:
    assert len(findings(f"{LONG}\n\nIt is new.\n\n{LONG.upper()[:-1]}!", select=("duplicate-paragraph",))) == 1
    assert findings(f"{LONG}\n\n{LONG.replace('four', 'five')}", select=("duplicate-paragraph",)) == []


def test_marks_of_one_style_make_one_finding() -> None:
    found = findings("It grew.[1] It fell.[2] It stood.[3]\n\n[2] Lund Research", select=("footnote-missing",))
    assert quotes(found) == [("[1]", "[3]")]
    assert "1, 3" in found[0].message


def test_notes_alone_are_left_alone() -> None:
    assert findings("It grew.\n\n* Unaudited.\n\n[1] Lund Research", select=("footnote-missing",)) == []


def test_a_range_without_notes_has_one_place() -> None:
    assert quotes(findings("It grew.[1-3]", select=("footnote-missing",))) == [("[1-3]",)]
