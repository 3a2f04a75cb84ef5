"""prove: an example fails for each way in which a finding can differ from what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prlint.prove import costs, prove_rule
from prlint.rulebook import load

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
id: doubled
kind: replace
severity: warning
message: '"{found}" stands twice'
params:
  pattern: '\\b(?P<word>the|of)(?P<out> (?P=word))\\b'
  with: ''
"""
EXAMPLES = """\
examples:
  - flag: 'It opened [[the the]] plant.'
    outcome: found
    severity: warning
    says: '"the the" stands twice'
    fixed: 'It opened the plant.'
  - quiet: 'It opened the plant.'
"""


def _problems(tmp_path: Path, examples: str, rule: str = RULE) -> list[str]:
    (tmp_path / "rule.yaml").write_text(rule + examples)
    rulebook = load([str(tmp_path / "rule.yaml")], builtin="", examples=True)
    assert not rulebook.errors, str(rulebook.errors[0])
    return [problem for failed in prove_rule(rulebook.rules[0], rulebook) for problem in failed.problems]


def test_examples_that_hold(tmp_path: Path) -> None:
    assert _problems(tmp_path, EXAMPLES) == []


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        (
            "opened the plant.'\n",
            "opened of of plant.'\n",
            'found, and not expected: found at [[of of]]: "of of" stands twice',
        ),
        ("[[the the]] plant", "[[the]] the plant", "nothing is found at [[the]]"),
        ("[[the the]]", "[[the]] [[the]]", "nothing is found at [[the]], [[the]]"),
        ("[[the the]] plant", "the the [[plant]]", "nothing is found at [[plant]]"),
        ("severity: warning\n    says", "severity: error\n    says", "`severity` should be 'error', it is 'warning'"),
        ("stands twice'\n    fixed", "is here twice'\n    fixed", "`says` should be"),
        ("fixed: 'It opened the plant.'", "fixed: 'It opened a plant.'", "the suggestion makes it"),
        (
            "fixed: 'It opened the plant.'",
            "fixed: 'It opened the the plant.'",
            "after the fix it still finds [[the the]]",
        ),
        ("    outcome: found\n", "    evidence: [the sun]\n", "no evidence says 'the sun': none"),
        ("opened [[the", "<<opened>> [[the", "<<opened>> is not among its evidence, which is none"),
        ("  - quiet:", "  - known: miss\n    quiet:", "it is `known: miss`, and now it holds"),
        ("  - quiet:", "  - profile: {isuer: x}\n    quiet:", "its profile is wrong: unknown key `isuer`"),
    ],
)
def test_an_example_that_does_not_hold(tmp_path: Path, right: str, wrong: str, problem: str) -> None:
    assert right in EXAMPLES
    assert any(problem in said for said in _problems(tmp_path, EXAMPLES.replace(right, wrong)))


def test_a_known_miss_must_fail(tmp_path: Path) -> None:
    missed = "  - flag: 'It opened [[an an]] plant.'\n    known: miss\n"
    assert _problems(tmp_path, EXAMPLES + missed) == []
    assert _problems(tmp_path, EXAMPLES + missed.replace("    known: miss\n", ""))


def test_several_findings_in_one_text(tmp_path: Path) -> None:
    both = "  - flags: ['[[the the]] and of of.', 'the the and [[of of]].']\n"
    assert _problems(tmp_path, EXAMPLES + both) == []
    one = "  - flags: ['[[the the]] and of of.']\n"
    assert _problems(tmp_path, EXAMPLES + one) == ['found, and not expected: found at [[of of]]: "of of" stands twice']


@pytest.mark.parametrize(
    ("unless", "quiet", "problem"),
    [
        ("sentence: [a band]", "We heard the the, a band.", ""),
        ("sentence: [a band]", "We heard a band.", "the phrase `a band` silences no example"),
        ("sentence: [a band]", "We heard it.", "the phrase `a band` silences no example"),
        ("sentence: [a band, a song]", "We heard the the, a band.", "the phrase `a song` silences no example"),
        (
            "sentence: [a band, a song]",
            "We heard the the, a band with a song.",
            "the phrase `a band` silences no example",
        ),
        ("document: [a band]", "We heard the the. It is a band.", ""),
        ("zone: [about]", "We heard it.", "its `zone` silences no example"),
    ],
)
def test_each_phrase_of_a_reason_must_be_needed(tmp_path: Path, unless: str, quiet: str, problem: str) -> None:
    rule = RULE + f"unless:\n  - {{id: music, {unless}}}\n"
    found = _problems(tmp_path, EXAMPLES + f"  - quiet: '{quiet}'\n", rule)
    assert [problem in said for said in found][:1] == ([True] if problem else [])


def test_a_rule_that_crashes_fails_its_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError("divided by nothing")

    monkeypatch.setattr("prlint.kinds.replace.check", crash)
    assert any("the run failed: " in said and "divided" in said for said in _problems(tmp_path, EXAMPLES))


def test_what_a_rule_costs_is_a_time(tmp_path: Path) -> None:
    (tmp_path / "rule.yaml").write_text(RULE + EXAMPLES)
    rulebook = load([str(tmp_path / "rule.yaml")], builtin="", examples=True)
    assert 0 < costs(rulebook.rules, rulebook)["doubled"] < 10_000
