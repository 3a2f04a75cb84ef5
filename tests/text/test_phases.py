"""Phase expressions: what is one, what it stands for, and what only looks like one."""

from __future__ import annotations

import pytest
from ruamel.yaml import YAML

from prlint.paths import rules_folder
from prlint.text import phases


@pytest.fixture(scope="module")
def masks() -> phases.Masks:
    with open(f"{rules_folder()}/lists/phase-masks.yaml", encoding="utf-8") as file:
        return phases.Masks(YAML(typ="safe").load(file))


def sets(text: str, masks: phases.Masks | None = None) -> list[tuple[str, ...]]:
    return [phase.phases for phase in phases.find(text, masks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a Phase 2 trial", [("2",)]),
        ("PHASE 3 DATA", [("3",)]),
        ("a phase 1 study", [("1",)]),
        ("a Phase I trial", [("1",)]),
        ("a Phase IV study", [("4",)]),
        ("a Phase 0 trial", [("0",)]),
        ("an Early Phase 1 trial", [("0",)]),
        ("Phase-2 data", [("2",)]),
        ("a Phase II/III trial", [("2", "3")]),
        ("a Phase III/IV trial", [("3", "4")]),
        ("a Phase 1 / 2 trial", [("1", "2")]),
        ("a Phase 1/Phase 2 trial", [("1", "2")]),
        ("a Phase 1–2 trial", [("1", "2")]),
        ("a Phase 1-2 trial", [("1", "2")]),
        ("a Phase 1/2/3 trial", [("1", "2", "3")]),
        ("Phase 1-3 trials", [("1", "2", "3")]),
        ("Phase 2.", [("2",)]),
        ("a Phase 3, randomized trial", [("3",)]),
        ("Phases 2 and 3", [("2",), ("3",)]),
        ("Phases 1, 2 and 3", [("1",), ("2",), ("3",)]),
        ("Phase 1 and 2 trials", [("1",), ("2",)]),
        ("Phase 2 and Phase 3 trials", [("2",), ("3",)]),
        ("Phase 2 and 3 sites were opened", [("2",)]),
        ("Phase 2 - 30 sites", [("2",)]),
        ("Phase 2 – 3 sites", [("2",)]),
        ("Phase 2-30 sites", [("2",)]),
        ("Phase 10", []),
        ("Phase 2.1 of the software", []),
        ("Phase Impact", []),
        ("Phase Ivory", []),
        ("phase in a new product", []),
        ("two-phase 3 systems", []),
        ("a Phase two trial", [("2",)]),
        ("phase one of the launch", []),
    ],
)
def test_a_phase_is_read_as_a_set(text: str, expected: list[tuple[str, ...]]) -> None:
    assert sets(text) == expected


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("a Phase IIA trial", ("2",), ("2a",)),
        ("a Phase 1a/1b trial", ("1",), ("1a", "1b")),
        ("a Phase 2a/b trial", ("2",), ("2a", "2b")),
        ("a Phase 2b/3 trial", ("2", "3"), ("2b",)),
        ("a Phase Ib/IIa trial", ("1", "2"), ("1b", "2a")),
        ("a Phase I/Ib trial", ("1",), ("1b",)),
        ("a Phase 3b trial", ("3",), ("3b",)),
    ],
)
def test_a_letter_lies_within_its_phase(text: str, whole: tuple[str, ...], parts: tuple[str, ...]) -> None:
    (phase,) = phases.find(text)
    assert (phase.phases, phase.parts) == (whole, parts)


@pytest.mark.parametrize(
    ("text", "notation"),
    [("Phase I/II", "roman"), ("Phase 1/2", "arabic"), ("Phase I/2", "mixed"), ("Phase two trial", "word")],
)
def test_the_notation_is_kept(text: str, notation: str) -> None:
    (phase,) = phases.find(text)
    assert phase.notation == notation


def test_the_span_is_the_expression() -> None:
    text = "the Phase 1b/2 trial and Phases II and III"
    assert [text[p.start : p.end] for p in phases.find(text)] == ["Phase 1b/2", "Phases II", "III"]
    assert [p.written for p in phases.find(text)][2] == "Phase III"


@pytest.mark.parametrize("text", ["a Phase 3-ready asset", "Phase 2-enabling studies", "a Phase 3 ready program"])
def test_a_phase_made_ready_for_is_marked(text: str) -> None:
    (phase,) = phases.find(text)
    assert phase.ready


@pytest.mark.parametrize(
    "text",
    [
        "received a Phase II SBIR grant from the institute",
        "an STTR Phase I award",
        "awarded a $2 million Phase 2 grant",
        "the Phase II contract with the agency",
        "a Phase I environmental site assessment",
        "a Phase 1 ESA was completed",
        "Phase 2 construction of the plant",
        "Phase 2 of the project",
        "construction of Phase 3 will begin",
        "a Phase 2 drill program",
        "chronic phase 2 patients",
        "cells in S phase 1 hour later",
        "at the End-of-Phase 2 meeting",
        "the end of Phase 2 meeting",
        "the first phase of the launch",
        "in the second phase of the study",
        "a biphasic, phase-separated system",
    ],
)
def test_what_is_no_trial_phase_is_masked(text: str, masks: phases.Masks) -> None:
    assert sets(text, masks) == []


@pytest.mark.parametrize(
    "text",
    [
        "the second phase of an SBIR contract that funds a Phase 2 clinical study",
        "the grant will support a Phase 2 trial",
        "Ardenta's Phase 2 trial",
        "Ardenta's Phase 2 data",
        "a Phase 2 randomized, controlled trial under a grant",
        "The grant was received in May. Phase 2 data follow.",
    ],
)
def test_a_trial_that_an_award_pays_for_stays_a_trial(text: str, masks: phases.Masks) -> None:
    assert sets(text, masks) == [("2",)]
