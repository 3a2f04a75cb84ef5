"""The pages of kinds and claim types: made of what the code says of itself, and shown by prlint explain."""

from __future__ import annotations

from pathlib import Path

import pytest

from prlint import registry
from prlint.cli._complete import taken
from prlint.cli._manual import differing
from prlint.cli._reference import CLAIMS_MARK, COMMANDS_MARK, KINDS_MARK, claim_pages, command_pages, kind_pages
from prlint.cli.main import commands
from prlint.paths import rules_folder
from prlint.rulebook import load
from tests.cli.running import prlint

DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return kind_pages(load([], builtin=rules_folder()).rules)


def test_the_pages_are_those_of_the_code(pages: dict[str, str]) -> None:
    command = "prlint explain --kinds docs/kinds --claims docs/claims --commands docs/commands"
    assert differing(str(DOCS / "kinds"), pages, KINDS_MARK) == [], f"run: {command}"
    assert differing(str(DOCS / "claims"), claim_pages(), CLAIMS_MARK) == [], f"run: {command}"
    assert differing(str(DOCS / "commands"), command_pages(), COMMANDS_MARK) == [], f"run: {command}"


@pytest.mark.parametrize("name", commands())
def test_a_command_has_all_of_its_options_and_examples_on_its_page(name: str) -> None:
    page = command_pages()[f"{name}.md"]
    assert page.startswith(f"{COMMANDS_MARK}\n\n# prlint {name}\n")
    for one in taken(name):
        for option in one.names:
            assert f"`{option}" in page, option
    assert f"\nprlint {name}" in page.partition("## Examples")[2]


@pytest.mark.parametrize("name", registry.names("kinds"))
def test_a_kind_has_all_of_its_parameters_and_outcomes_on_its_page(pages: dict[str, str], name: str) -> None:
    kind, page = registry.load("kinds", name), pages[f"{name}.md"]
    for param in (*kind.PARAMS, *kind.OUTCOMES):
        assert f"\n| `{param}` |" in page
        # And in the words of the kind itself, not only in the tables.
        assert name == "current" or f"`{param}`" in (kind.__doc__ or ""), param
    assert "\n## Parameters\n" in page or not kind.PARAMS
    assert page.count("```") % 2 == 0


@pytest.mark.parametrize("name", registry.names("extractors"))
def test_a_claim_type_has_all_of_its_fields_on_its_page(name: str) -> None:
    page = claim_pages()[f"{name}.md"]
    assert all(f"\n| `{field}` |" in page for field in registry.load("extractors", name).FIELDS)


def test_explain_shows_a_kind_and_a_claim_type(tmp_path: Path) -> None:
    kind = prlint(tmp_path, "explain", "agree")
    assert (kind.returncode, kind.stderr) == (0, "")
    assert kind.stdout.startswith("agree: a kind of rule\n\nClaims with the same key must have the same value.\n")
    assert "\n  claim: claim, required\n" in kind.stdout
    assert "\n  changed: found, earlier, earlier_date, here, there\n" in kind.stdout
    claim = prlint(tmp_path, "explain", "person")
    assert claim.stdout.startswith("person: a claim type\n\nPeople: ")
    assert "\n  given: the given name" in claim.stdout
    # One word may be both.
    both = prlint(tmp_path, "explain", "promise")
    assert "promise: a kind of rule\n" in both.stdout
    assert "promise: a claim type\n" in both.stdout
    near = prlint(tmp_path, "explain", "agre")
    assert near.returncode == 2
    assert "did you mean `agree`?" in near.stderr


def test_explain_writes_the_pages(tmp_path: Path) -> None:
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "gone.md").write_text(f"{KINDS_MARK}\n", encoding="utf-8")
    (tmp_path / "kinds" / "notes.md").write_text("mine\n", encoding="utf-8")
    done = prlint(tmp_path, "explain", "--kinds", "kinds", "--claims", "claims")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{len(registry.names('kinds')) + 1} pages written to kinds, 1 taken away\n")
    assert not (tmp_path / "kinds" / "gone.md").exists()
    assert (tmp_path / "kinds" / "notes.md").exists()
    assert (tmp_path / "claims" / "trial.md").is_file()
    assert prlint(tmp_path, "explain", "agree", "--kinds", "kinds").returncode == 2
