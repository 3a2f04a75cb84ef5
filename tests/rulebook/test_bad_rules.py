"""Each broken rule file gets the exact error that stands beside it.

`NAME.yaml` is a user's rule, a folder `NAME` is a folder of rules, and a folder
`ours-NAME` is loaded as the rules that ship. `NAME.error` holds all the errors.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.rulebook import load
from prlint.rulebook.compiling import build
from prlint.rulebook.files import File

FOLDER = Path(__file__).parent.parent / "bad_rules"
FILES = [*FOLDER.glob("*.yaml"), *(FOLDER.parent.parent / "rules").glob("[!l]*/*.yaml")]
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


@given(st.data())
def test_no_slip_of_the_hand_makes_loading_raise(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(FILES)).read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(whole)))
    until = data.draw(st.integers(at, min(len(whole), at + 12)))
    typed = data.draw(
        st.sampled_from(["", "[", "}", ":", "- ", "\n", "''", "null", "[[", "{x}", "&a ", "!t ", "\t", "1"])
    )
    file = File("our/a.yaml", "a.yaml", "our", data.draw(st.booleans()), (0, 0, 0))
    book = build([(file, (whole[:at] + typed + whole[until:]).encode())], [])
    # Whatever it holds is a rule, a claim, or an error that can be shown; it is never passed over.
    assert (
        book.rules or book.facts or (all(str(error).startswith("our/a.yaml") for error in book.errors) and book.errors)
    )
