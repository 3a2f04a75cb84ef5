"""The kind pairs: marks without a partner, and marks that face the wrong way."""

from __future__ import annotations

import pytest

from tests.support import findings, quotes

QUOTES = ("quote-marks-unbalanced",)
BRACKETS = ("brackets-unbalanced",)


@pytest.mark.parametrize(
    "text",
    [
        'The pump is 5" long and the pipe 12".',
        '"We grew in 2025" is what she said, and 5" pipes too.',
        "“It’s the ’90s,” she said. “Rock ’n’ roll ’til dawn.”",
        "The companies’ pumps and the nurses’ stations.",
        "Words such as “may,” “will” and “expect” are used.",
        'He said: "Yes." She said: "No."',
        "„Ja“, sagte sie.",
        "“He read ‘Signals’ to us,” she said.",
        "She lives in Hawai‘i on O‘ahu.",
    ],
)
def test_quotation_marks_in_order_are_quiet(text: str) -> None:
    assert quotes(findings(text, select=QUOTES)) == []


@pytest.mark.parametrize(
    ("text", "outcome", "at"),
    [
        ("“We are pleased, said Ana Lund.", "unclosed", 0),
        ("We are pleased,” said Ana Lund.", "unopened", 15),
        ("Ardenta (the ”Company”) met.", "facing", 13),
        ("Ardenta (the “Company“) met.", "facing", 21),
        ("The nurse‘s pump.", "facing", 9),
        ("In the ‘80s it grew.", "facing", 7),
        ('She said "yes and left.', "unclosed", 9),
    ],
)
def test_each_is_one_finding_at_its_place(text: str, outcome: str, at: int) -> None:
    (found,) = findings(text, select=QUOTES)
    assert (found.outcome, found.places[0].start.offset) == (outcome, at)


def test_a_turned_mark_is_said_once_and_mended() -> None:
    (found,) = findings("Ardenta (the ”Company”) met.", select=QUOTES)
    assert found.suggestion is not None
    assert found.suggestion.replacement == "“"


def test_a_quotation_of_several_paragraphs_leaves_its_closing_mark_out() -> None:
    text = "“We are pleased with it.\n\n“And we thank our staff,” said Ana Lund."
    assert quotes(findings(text, select=QUOTES)) == []


def test_a_quotation_that_stops_is_reported_though_others_follow_far_away() -> None:
    paragraphs = ["“We are pleased with it."] + ["It has pumps and valves in Ohio."] * 8 + ["“Good,” she said."]
    assert len(findings("\n\n".join(paragraphs), select=QUOTES)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It has 1) pumps, 2) valves (see 3) and iv) more.",
        "The interval [0, 5) is half open (0.1, 0.9].",
        "See https://ardenta.com/a_(b for it.",
        "Ardenta (the “Company” (in short)) met.",
    ],
)
def test_brackets_in_order_are_quiet(text: str) -> None:
    assert quotes(findings(text, select=BRACKETS)) == []


@pytest.mark.parametrize(
    ("text", "outcome"), [("Ardenta (Nasdaq: ARDT met.", "unclosed"), ("Ardenta Nasdaq: ARDT) met.", "unopened")]
)
def test_a_bracket_alone_is_one_finding(text: str, outcome: str) -> None:
    (found,) = findings(text, select=BRACKETS)
    assert found.outcome == outcome


@pytest.mark.parametrize("text", ["(" * 20000, ")" * 20000, "“a ”b " * 4000])
def test_a_hostile_text_is_read_without_breaking_off(text: str) -> None:
    assert findings(text, select=QUOTES + BRACKETS)
