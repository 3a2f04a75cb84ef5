"""When a rule keeps silent: the conditions of `unless`, on findings of the real engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prlint.rulebook import load
from tests.support import report

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
id: doubled
kind: forbid
message: '"{{found}}" stands twice'
params:
  pattern: '\\b(?P<word>[Tt]he|of) (?P=word)\\b'
zones: {zones}
unless:
  - {{id: music, {unless}}}
examples:
  - flag: 'It opened [[the the]] plant.'
  - quiet: 'It opened the plant.'
"""


def _found(tmp_path: Path, text: str, unless: str, zones: str = "{}") -> list[str]:
    file = tmp_path / "doubled.yaml"
    file.write_text(RULE.format(unless=unless, zones=zones).replace("zones: {}\n", ""))
    rulebook = load([str(file)], builtin="")
    assert not rulebook.errors, str(rulebook.errors[0])
    made = report(text, rulebook=rulebook)
    assert not made.errors, made.errors
    return [place.quote for finding in made.findings for place in finding.places]


@pytest.mark.parametrize(
    ("unless", "text", "silent"),
    [
        ("sentence: [a band]", "We heard the the, a band. It is good.", True),
        ("sentence: [a band]", "We heard the the. It is a band.", False),
        ("sentence: [a band]", "We heard the the, A  BAND. It is good.", True),
        ("sentence: [a band]", "We heard the the, a bandana. It is good.", False),
        ("sentence: [a song, a band]", "We heard the the, a band.", True),
        ("sentence: ['band’s']", "We heard the the, the band's best.", True),
        (r"sentence: ['/bands?\b/']", "We heard the the, two Bands.", True),
        ("before: [band]", "The band the the plays.", True),
        ("before: [band]", "We heard the the, a band.", False),
        ("after: [band]", "We heard the the, a band.", True),
        ("after: [band]", "The band the the plays.", False),
        ("document: [band]", "We heard the the. It is a band.", True),
        ("document: [band]", "We heard the the. It is a group.", False),
        ("sentence: [heard], document: [band]", "We heard the the. It is a band.", True),
        ("sentence: [saw], document: [band]", "We heard the the. It is a band.", False),
        (
            "zone: [quote]",
            '"We heard the the and it was good for all of us here," said Ana Ruiz, chief executive officer.',
            True,
        ),
        ("zone: [quote]", "We heard the the, said Ana Ruiz.", False),
    ],
)
def test_a_condition(tmp_path: Path, unless: str, text: str, silent: bool) -> None:
    assert _found(tmp_path, text, unless) == ([] if silent else ["the the"])


@pytest.mark.parametrize(
    ("zones", "silent"), [("{not: [quote]}", True), ("{only: [quote]}", False), ("{only: [about]}", True)]
)
def test_zones_of_a_rule(tmp_path: Path, zones: str, silent: bool) -> None:
    text = '"We heard the the and it was good for all of us here," said Ana Ruiz, chief executive officer.'
    assert _found(tmp_path, text, "sentence: [nothing]", zones) == ([] if silent else ["the the"])


def test_one_excused_finding_does_not_excuse_another(tmp_path: Path) -> None:
    text = "We heard the the, a band. It opened of of plant."
    assert _found(tmp_path, text, "sentence: [a band]") == ["of of"]


def test_a_reason_may_hold_for_some_outcomes_alone(tmp_path: Path) -> None:
    assert _found(tmp_path, "We heard the the, a band.", "sentence: [a band], outcome: [found]") == []
