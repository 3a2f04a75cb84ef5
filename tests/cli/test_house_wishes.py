"""What a house wants without writing a rule: `words`, `prefer` and severities of prlint.yaml, through the real command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.running import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.warm import Warm

HEAD = "Ardenta Opens a Site in Madison\n\n"
LEAD = "MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) opened a site. {}\n\n"


@pytest.fixture
def found(warm: Warm, tmp_path: Path) -> Any:
    """Returns rule, severity and first quote of each finding on a text, under a profile."""
    at = tmp_path / "house"
    at.mkdir()

    def run(text: str, profile: str = "{}\n") -> list[tuple[str, str, str]]:
        (at / "draft.txt").write_text(HEAD + LEAD.format(text))
        (at / "prlint.yaml").write_text(profile)
        done = warm.prlint(at, {"PYTHONPATH": str(ROOT)}, "check", "draft.txt", "--format", "json")
        assert done.code in (0, 1), done.err
        return [(one["rule"], one["severity"], one["places"][0]["quote"]) for one in json.loads(done.out)["findings"]]

    return run


@pytest.mark.parametrize(
    ("text", "rule", "word"),
    [
        ("The annoucement was made in Madison.", "typo", "annoucement"),
        ("It sells the Quikshot pump. The Quickshot pump is new. The Quickshot pump sells.", "typo", "Quikshot"),
        ("Ardenda will use it.", "company-name-variant", "Ardenda"),
        ("The University of Wisconson met in Wisconsin, and Wisconsin was glad.", "place-name-variant", "Wisconson"),
    ],
)
def test_a_word_is_trusted_wherever_its_spelling_is_doubted(found: Any, text: str, rule: str, word: str) -> None:
    assert (rule, word) in [(id, quote) for id, _, quote in found(text)]
    assert rule not in [id for id, _, _ in found(text, f"words: [{word}]\n")]


def test_two_spellings_of_one_word_are_still_two(found: Any) -> None:
    text = "The co-ordinated work and the coordinated work help."
    rule = "variant-within-document"
    assert rule in [id for id, _, _ in found(text)]
    assert rule in [id for id, _, _ in found(text, "words: [co-ordinated]\n")]
    assert rule not in [id for id, _, _ in found(text, "words: [co-ordinated, coordinated]\n")]


def test_a_preference(found: Any) -> None:
    text = "It sells pumps for healthcare. Its polymer linker compounds (PLCs) are salts. All PLCs are white."
    assert [one for one in found(text) if one[0] == "house-preference"] == []
    house = "prefer: {healthcare: health care, PLC: peptide linked conjugate}\n"
    assert [one for one in found(text, house) if one[0] == "house-preference"] == [
        ("house-preference", "warning", "healthcare"),
        ("house-preference", "warning", "polymer linker compounds (PLCs)"),
    ]


def test_the_meaning_that_the_house_prefers_is_right_where_there_are_two(found: Any) -> None:
    text = "Its polymer linker compounds (PLCs) are salts. Its peptide linked conjugates (PLCs) are white. All PLCs are new."
    house = "prefer: {PLC: peptide linked conjugate}\n"
    assert [one for one in found(text, house) if "PLC" in one[2]] == [
        ("acronym-two-expansions", "warning", "polymer linker compounds (PLCs)")
    ]


@pytest.mark.parametrize(("severity", "then"), [("error", ["error"]), ("info", ["info"]), ("off", [])])
def test_the_severity_of_a_rule(found: Any, severity: str, then: list[str]) -> None:
    text = "The the site is new."
    assert [one[1] for one in found(text) if one[0] == "doubled-word"] == ["warning"]
    house = f"rules: {{severity: {{doubled-word: {severity}}}}}\n"
    assert [one[1] for one in found(text, house) if one[0] == "doubled-word"] == then
