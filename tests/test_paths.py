"""Where prlint looks for its rules, and where it keeps what makes the next run faster."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from prlint import paths

ROOT = Path(__file__).parent.parent


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, with neither variable set."""
    monkeypatch.delenv("PRLINT_CACHE_DIR", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_in_a_source_tree_the_rules_are_those_beside_the_package() -> None:
    assert Path(paths.rules_folder()) == ROOT / "rules"
    assert Path(paths.rules_folder(), "lists").is_dir()


def test_the_cache_is_the_users_own(home: Path) -> None:
    assert Path(paths.cache_folder()) == home / ".cache" / "prlint"
    assert (home / ".cache" / "prlint").stat().st_mode & 0o777 == 0o700


def test_the_cache_follows_xdg(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "xdg"))
    assert Path(paths.cache_folder()) == home / "xdg" / "prlint"


def test_a_relative_xdg_folder_is_ignored(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "xdg")
    assert Path(paths.cache_folder()) == home / ".cache" / "prlint"


def test_the_variable_of_prlint_wins_and_names_the_folder_itself(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "xdg"))
    monkeypatch.setenv("PRLINT_CACHE_DIR", str(home / "mine"))
    assert Path(paths.cache_folder()) == home / "mine"


@pytest.mark.parametrize("mode", [0o770, 0o777, 0o702])
def test_a_folder_that_others_can_write_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch, mode: int) -> None:
    shared = home / "shared"
    shared.mkdir()
    shared.chmod(mode)
    monkeypatch.setenv("PRLINT_CACHE_DIR", str(shared))
    with pytest.raises(PermissionError, match=r"can be written by other users; run chmod 700 on it$"):
        paths.cache_folder()
    shared.chmod(0o755)
    assert paths.cache_folder() == str(shared)


def test_a_folder_of_somebody_else_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: user + 1)
    with pytest.raises(PermissionError, match=r"belongs to another user; set PRLINT_CACHE_DIR to your own$"):
        paths.cache_folder()


def test_without_a_home_nothing_is_made_where_prlint_runs(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    monkeypatch.chdir(home)
    with pytest.raises(FileNotFoundError):
        paths.cache_folder()
    assert list(home.iterdir()) == []
