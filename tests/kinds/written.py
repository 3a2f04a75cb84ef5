"""Rules written in a test, run through the real engine beside the lists that ship."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint import paths
from prlint.rulebook import load
from tests.support import report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from prlint.finding import Finding


def _examples(outcomes: Sequence[str]) -> str:
    """Returns the examples that a rule must have; they are read and not run."""
    named = [f", outcome: {outcome}" for outcome in outcomes] or [""]
    flags = "".join(f"  - {{id: a{i}, flag: 'never [[run]]'{outcome}}}\n" for i, outcome in enumerate(named))
    return f"examples:\n{flags}  - {{id: b, quiet: 'never run'}}\n"


def findings(
    folder: Path, rule: str, text: str, fact: str = "", outcomes: Sequence[str] = (), **how: Any
) -> list[Finding]:
    """Returns what a user's rule, and the claim in YAML that it is about, find in a text.

    `outcomes` are those that the rule names, where there are several.
    """
    (folder / "rule.yaml").write_text(f"id: mine\n{rule}\n{_examples(outcomes)}", encoding="utf-8")
    if fact:
        (folder / "fact.yaml").write_text(fact, encoding="utf-8")
    rulebook = load([str(folder)], builtin=paths.rules_folder())
    assert not rulebook.errors, "\n".join(str(error) for error in rulebook.errors)
    made = report(text, rulebook=rulebook, select=["mine"], **how)
    assert not made.errors, made.errors
    return list(made.findings)


def refused(folder: Path, rule: str) -> str:
    """Returns the first error that a user's rule gives when it is loaded."""
    (folder / "rule.yaml").write_text(f"id: mine\n{rule}\n{_examples(())}", encoding="utf-8")
    rulebook = load([str(folder)], builtin=paths.rules_folder())
    return str(rulebook.errors[0])
