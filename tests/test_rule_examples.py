"""Every example of every rule and claim that ships, run as `prlint prove` runs it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from prlint import paths
from prlint.prove import Failed, prove_example, prove_fact, prove_unless
from prlint.rulebook import load

if TYPE_CHECKING:
    from prlint.rulebook.model import Rulebook


@cache
def _rulebook() -> Rulebook:
    return load([], builtin=paths.rules_folder(), examples=True)


def _said(failures: list[Failed]) -> str:
    return "\n".join(f"{one.path}:{one.line}: {one.example}: {'; '.join(one.problems)}" for one in failures)


def test_every_rule_loads() -> None:
    assert not _rulebook().errors, "\n\n".join(str(error) for error in _rulebook().errors)
    assert _rulebook().rules


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule, e, id=f"{rule.id}-{e.id}") for rule in _rulebook().rules for e in rule.examples],
)
def test_an_example_holds(rule: object, example: object) -> None:
    failures = list(prove_example(rule, example, _rulebook()))  # type: ignore[arg-type]
    assert not failures, _said(failures)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in _rulebook().rules if rule.unless])
def test_each_reason_for_silence_silences_an_example(rule: object) -> None:
    failures = list(prove_unless(rule, _rulebook()))  # type: ignore[arg-type]
    assert not failures, _said(failures)


@pytest.mark.parametrize("fact", [pytest.param(fact, id=fact.name) for fact in _rulebook().facts])
def test_a_claim_reads_what_its_examples_give(fact: object) -> None:
    failures = list(prove_fact(fact, _rulebook()))  # type: ignore[arg-type]
    assert not failures, _said(failures)
