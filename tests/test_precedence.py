"""One place, one alarm: a rule that gives way leaves words to the rule that knows what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.rulebook import load
from tests.support import quotes, report

if TYPE_CHECKING:
    from pathlib import Path

RULE = """
id: {id}
status: stable
kind: forbid
severity: {severity}
message: seen by {id}
{more}
params: {{pattern: '{pattern}'}}
examples:
  - {{flag: 'One [[zebra]] here.'}}
  - {{quiet: 'None here.'}}
"""

WAY = "gives_way: true"


def checked(folder: Path, text: str, *rules: tuple[str, str, str, str]):
    for name, severity, pattern, more in rules:
        (folder / f"{name}.yaml").write_text(RULE.format(id=name, severity=severity, pattern=pattern, more=more))
    rulebook = load([str(folder)], builtin="")
    assert not rulebook.errors
    return report(text, date="2026-03-02", rulebook=rulebook)


def rules(made) -> list[str]:
    return [finding.rule for finding in made.findings]


def test_a_finding_gives_way_on_the_same_words_and_stays_on_others(tmp_path: Path) -> None:
    made = checked(
        tmp_path,
        "A zebra saw a gnu zebra.",
        ("broad", "warning", "zebra", WAY),
        ("sharp", "error", "gnu zebra", ""),
    )
    assert [(f.rule, *quotes([f])[0]) for f in made.findings] == [("broad", "zebra"), ("sharp", "gnu zebra")]
    assert made.findings[0].places[0].start.offset == 2
    assert {one.rule: one.contradicted for one in made.examined} == {"broad": 1, "sharp": 1}


def test_a_note_takes_no_alarms_place(tmp_path: Path) -> None:
    made = checked(tmp_path, "A zebra.", ("broad", "warning", "zebra", WAY), ("sharp", "info", "zebra", ""))
    assert rules(made) == ["broad", "sharp"]


def test_of_two_that_give_way_one_stays_whatever_their_order(tmp_path: Path) -> None:
    made = checked(tmp_path, "A zebra.", ("one", "warning", "zebra", WAY), ("two", "error", "zebra", WAY))
    assert rules(made) == ["two"]


def test_without_it_both_are_told(tmp_path: Path) -> None:
    made = checked(tmp_path, "A zebra.", ("one", "warning", "zebra", ""), ("two", "error", "zebra", ""))
    assert rules(made) == ["one", "two"]
