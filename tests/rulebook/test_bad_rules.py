"""Each broken rule file gets the exact error that stands beside it.

`NAME.yaml` is a user's rule, a folder `NAME` is a folder of rules, and a folder
`ours-NAME` is loaded as the rules that ship. `NAME.error` holds all the errors.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from prlint.rulebook import load

FOLDER = Path(__file__).parent.parent / "bad_rules"
NAMES = sorted(path.stem for path in FOLDER.glob("*.error"))


def _errors(name: str) -> str:
    path = name if (FOLDER / name).is_dir() else f"{name}.yaml"
    ours = name.startswith("ours-")
    rulebook = load([] if ours else [path], builtin=path if ours else "")
    return "\n\n".join(str(error) for error in rulebook.errors) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_broken_file_gets_exactly_this_error(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    assert _errors(name) == (FOLDER / f"{name}.error").read_text(encoding="utf-8")


def test_every_broken_file_has_its_error_beside_it() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir() if path.suffix != ".error") == NAMES


def test_a_broken_file_does_not_take_the_others_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    rulebook = load(["one-broken-of-two"], builtin="")
    assert [rule.id for rule in rulebook.rules] == ["first"]
    assert [error.rule for error in rulebook.errors] == ["doubled"]


def test_of_two_files_with_one_id_the_first_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    assert [rule.path for rule in load(["same-id"], builtin="").rules] == ["same-id/a.yaml"]
