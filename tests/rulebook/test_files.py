"""Which files make a rulebook, and what is said of those that cannot be read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from prlint.rulebook import load
from prlint.rulebook.files import find

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
id: {id}
kind: forbid
message: '"{{found}}" must not stand'
params: {{pattern: '\\b{id}\\b'}}
examples:
  - flag: 'One [[{id}]] more.'
  - quiet: 'One more.'
"""


def _tree(root: Path, *names: str) -> Path:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(RULE.format(id=file.stem.lstrip(".")))
    return root


def test_files_are_found_in_order_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    root = _tree(tmp_path / "r", "b/two.yaml", "a/one.yml", "three.yaml", ".git/x.yaml", "b/.four.yaml", "b/note.txt")
    files, missing = find([str(root)], "")
    assert [(file.name, file.family) for file in files] == [
        ("a/one.yml", "a"),
        ("b/two.yaml", "b"),
        ("three.yaml", "r"),
    ]
    assert missing == []


def test_a_root_named_twice_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _tree(tmp_path / "r", "one.yaml")
    monkeypatch.chdir(tmp_path)
    assert len(find(["r", "./r", str(root)], "r")[0]) == 1
    assert [file.ours for file in find(["r"], "r")[0]] == [True]
    assert [file.ours for file in find(["r"], "")[0]] == [False]


def test_a_file_below_several_roots_counts_once(tmp_path: Path) -> None:
    root = _tree(tmp_path / "r", "b/two.yaml", "a/one.yaml")
    two = str(root / "b" / "two.yaml")
    assert [file.name for file in find([two, str(root), str(root / "b")], "")[0]] == ["two.yaml", "a/one.yaml"]
    # A part of the rules that ship stays ours.
    assert [(file.name, file.ours) for file in find([str(root / "b"), two], str(root))[0]] == [
        ("a/one.yaml", True),
        ("b/two.yaml", True),
    ]
    # Another folder whose name begins alike is another.
    _tree(tmp_path / "rr", "b/two.yaml")
    assert len(find([str(root), str(tmp_path / "rr")], "")[0]) == 3


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    outside = _tree(tmp_path / "outside", "secret.yaml")
    root = _tree(tmp_path / "r", "one.yaml")
    (root / "link.yaml").symlink_to(outside / "secret.yaml")
    (root / "linked").symlink_to(outside)
    (root / "again.yaml").symlink_to(root / "one.yaml")
    assert [file.name for file in find([str(root)], "")[0]] == ["again.yaml", "one.yaml"]


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rulebook = load(["nowhere"], builtin="")
    assert [str(error) for error in rulebook.errors] == ["nowhere: there is no such file or folder"]


def test_a_file_that_is_not_utf8_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_tree(tmp_path, "one.yaml"))
    (tmp_path / "two.yaml").write_bytes(b"id: two\nwhy: caf\xe9\n")
    rulebook = load(["."], builtin="")
    assert [str(error) for error in rulebook.errors] == [
        "./two.yaml:2:9: this is not UTF-8\n  2 | why: caf�\n    |         ^\n  hint: save the file as UTF-8"
    ]
    assert [rule.id for rule in rulebook.rules] == ["one"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    root = _tree(tmp_path / "r", "one.yaml", "two.yaml")
    (root / "two.yaml").chmod(0)
    rulebook = load([str(root)], builtin="")
    assert "cannot be read" in str(rulebook.errors[0])
    assert [rule.id for rule in rulebook.rules] == ["one"]


def test_a_users_rule_of_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    ours = _tree(tmp_path / "ours", "one.yaml")
    theirs = _tree(tmp_path / "theirs", "one.yaml", "two.yaml")
    rulebook = load([str(ours), str(theirs)], builtin="")
    assert [rule.id for rule in rulebook.rules] == ["one", "two"]
    assert "the rule `one` is here twice" in str(rulebook.errors[0])


def test_the_digest_is_that_of_the_content_wherever_it_lies(tmp_path: Path) -> None:
    one, other = (_tree(tmp_path / name, "a/one.yaml", "two.yaml") for name in ("x", "y"))
    assert load([str(one)], builtin="").digest == load([str(other)], builtin="").digest
    (other / "two.yaml").write_text((other / "two.yaml").read_text() + "# changed\n")
    assert load([str(one)], builtin="").digest != load([str(other)], builtin="").digest
    assert load([str(one)], builtin="").digest.startswith("sha256:")


def test_the_order_of_the_lines_of_rules_does_not_depend_on_the_file_system(tmp_path: Path) -> None:
    root = _tree(tmp_path / "r", "z/alpha.yaml", "a/omega.yaml", "m/beta.yaml")
    assert [rule.id for rule in load([str(root)], builtin="").rules] == ["alpha", "beta", "omega"]
