"""prlint explain --all, and the pages of the manual that it makes of the rules that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from prlint.cli._manual import INDEX, MARK, differing, manual
from prlint.paths import rules_folder
from prlint.rulebook import load
from tests.cli.running import folder, prlint

ROOT = Path(__file__).parent.parent.parent
PAGES = ROOT / "docs" / "rules"


def test_the_pages_of_the_manual_are_those_of_the_rules() -> None:
    rulebook = load([], builtin=rules_folder(), examples=True)
    assert not rulebook.errors
    wrong = differing(str(PAGES), manual(rulebook.rules))
    if wrong:
        shown = ", ".join(wrong[:5]) + (" …" if len(wrong) > 5 else "")
        pytest.fail(f"the manual's pages are not those of the rules ({shown}); run: prlint explain --all docs/rules")


def test_a_page_has_all_that_the_rule_says(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path), "explain", "--all", "manual", "--rules", "ours.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "manual" / tmp_path.name / "house-word.md").read_text(encoding="utf-8")
    assert page.startswith(f"{MARK}\n\n# house-word\n\nA word that the house does not use.\n")
    for part in (
        "It says less than it seems to.",
        "Say use.",
        '| error found | "{found}" is not our word |',
        "```text\nArdenta will [[leverage]] its platform.\n```",
        "- The house's style guide (checked 2026-11-21)",
        "Defined in `ours.yaml`.",
    ):
        assert part in page, part
    index = (tmp_path / "manual" / INDEX).read_text(encoding="utf-8")
    assert f"| [house-word]({tmp_path.name}/house-word.md) | A word that the house does not use | error |" in index
    assert "[company-name-variant](names/company-name-variant.md)" in index


def test_the_page_of_a_rule_that_is_gone_goes_and_nothing_else(tmp_path: Path) -> None:
    at = folder(tmp_path)
    prlint(at, "explain", "--all", "manual", "--rules", "ours.yaml")
    (at / "manual" / "notes.md").write_text("mine\n", encoding="utf-8")
    done = prlint(at, "explain", "--all", "manual")
    assert done.stdout.endswith("pages written to manual, 1 taken away\n")
    assert not (at / "manual" / tmp_path.name / "house-word.md").exists()
    assert (at / "manual" / "notes.md").read_text(encoding="utf-8") == "mine\n"


def test_what_differs_is_named(tmp_path: Path) -> None:
    pages = {"a/one.md": f"{MARK}\none\n", "a/two.md": f"{MARK}\ntwo\n"}
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.md").write_text(f"{MARK}\nbefore\n", encoding="utf-8")
    (tmp_path / "a" / "three.md").write_text(f"{MARK}\nthree\n", encoding="utf-8")
    assert differing(str(tmp_path), pages) == ["a/one.md", "a/three.md", "a/two.md"]


def test_a_broken_rule_leaves_the_pages_as_they_are(tmp_path: Path) -> None:
    at = folder(tmp_path, b_yaml="id: broken\nkind: forbidd\n")
    done = prlint(at, "explain", "--all", "manual", "--rules", "b.yaml")
    assert done.returncode == 2
    assert "unknown kind `forbidd`" in done.stderr
    assert not (at / "manual").exists()


@pytest.mark.parametrize("arguments", [(), ("company-name-variant", "--all", "manual")])
def test_one_rule_or_all(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = prlint(tmp_path, "explain", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "explain takes a name, or --all, --kinds, --claims or --commands with a folder" in done.stderr
