"""check --since REF, in real repositories."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.running import CLEAN, FAULTY, ONLY, environment, folder
from tests.cli.running import prlint as run

if TYPE_CHECKING:
    from pathlib import Path

#: Nothing of the machine's own settings.
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def prlint(at: Path, *arguments: str, stdin: str | None = None, **changed: str) -> Any:
    """Runs prlint without settings of git, and with the rules that the session's other runs have compiled."""
    kept = {"PRLINT_CACHE_DIR": os.environ["PRLINT_CACHE_DIR"]}
    return run(at, *arguments, stdin=stdin, **{**GIT, **kept, **changed})


def git(at: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=at, env={**environment(at), **GIT}, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def repository(at: Path, **files: str) -> Path:
    """Makes a repository whose first commit, `start`, has the files."""
    at.mkdir()
    folder(at, **files)
    git(at, "init", "-q", "-b", "main")
    commit(at)
    git(at, "tag", "start")
    return at


def commit(at: Path) -> None:
    git(at, "add", "-A")
    git(at, "commit", "-q", "--allow-empty", "-m", "x")


def checked(
    at: Path, *arguments: str, paths: tuple[str, ...] = ("drafts",), rules: str = "ours.yaml", **changed: str
) -> list[str]:
    """Returns the drafts in which something was found."""
    only = ("--rules", rules, "--select", "house-word", "--format", "concise")
    done = prlint(at, "check", *paths, *only, *arguments, **changed)
    assert done.returncode in (0, 1), done.stderr
    return [line.partition(":")[0] for line in done.stdout.splitlines()]


def test_what_is_the_same_as_in_the_revision_is_not_checked(tmp_path: Path) -> None:
    """Each draft is faulty: what is checked is what is found."""
    names = ("same", "changed", "staged", "renamed", "deleted", "committed")
    at = repository(tmp_path / "r", **{f"drafts__{name}_txt": f"{name}: {FAULTY}" for name in names})
    drafts = at / "drafts"
    (drafts / "committed.txt").write_text("Now: " + FAULTY)
    commit(at)
    (drafts / "changed.txt").write_text("Now: " + FAULTY)
    (drafts / "staged.txt").write_text("Now: " + FAULTY)
    git(at, "add", "drafts/staged.txt")
    git(at, "mv", "drafts/renamed.txt", "drafts/new name ä.txt")
    (drafts / "deleted.txt").unlink()
    (drafts / "untracked.txt").write_text(FAULTY)
    (at / ".gitignore").write_text("drafts/ignored.txt\n")
    (drafts / "ignored.txt").write_text(FAULTY)
    brought = {"changed", "staged", "new name ä", "untracked", "ignored"}
    assert set(checked(at, "--since", "HEAD")) == {f"drafts/{name}.txt" for name in brought}
    assert set(checked(at, "--since", "start")) == {f"drafts/{name}.txt" for name in brought | {"committed"}}
    # Whatever is named, and from where.
    assert checked(at, "--since", "HEAD", paths=("drafts/same.txt", "drafts/changed.txt")) == ["drafts/changed.txt"]
    assert checked(drafts, "--since", "HEAD", paths=("same.txt", "staged.txt"), rules="../ours.yaml") == ["staged.txt"]
    # Put back as it was, it is the same again.
    git(at, "checkout", "-q", "HEAD", "--", "drafts/changed.txt")
    assert "drafts/changed.txt" not in checked(at, "--since", "HEAD")


def test_nothing_changed_is_said_and_is_no_failure(tmp_path: Path) -> None:
    at = repository(tmp_path / "r", drafts__a_txt=FAULTY)
    done = prlint(at, "check", "drafts", *ONLY, "--since", "HEAD")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Note: no draft has changed since HEAD: nothing was checked\n")


def test_a_draft_that_did_not_change_stays_evidence(tmp_path: Path) -> None:
    told = "MADISON, Wis., {}, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) today announced results. {}\n"
    text = {
        "drafts__a_txt": told.format("March 2", "ARD-131 is in a Phase 3 trial in colitis."),
        "drafts__b_txt": told.format("May 4", "ARD-131 is tested in colitis."),
    }
    at = repository(tmp_path / "r", **text)
    (at / "drafts" / "b.txt").write_text(told.format("May 4", "ARD-131 is in a Phase 2 trial in colitis."))

    def found(*arguments: str) -> Any:
        done = prlint(at, "check", "drafts", "--select", "trial-phase-drift", "--format", "concise", *arguments)
        return done.stdout

    assert "Phase 2 here" in found("--since", "HEAD")
    assert found("--since", "HEAD") == found()


def test_standard_input_is_always_checked(tmp_path: Path) -> None:
    at = repository(tmp_path / "r", drafts__a_txt=FAULTY)
    done = prlint(at, "check", "-", *ONLY, "--since", "HEAD", stdin=FAULTY)
    assert done.returncode == 1


def test_a_link_is_as_new_as_what_it_leads_to(tmp_path: Path) -> None:
    at = repository(tmp_path / "r", drafts__a_txt=FAULTY)
    (at / "drafts" / "link.txt").symlink_to("a.txt")
    commit(at)
    assert checked(at, "--since", "HEAD", paths=("drafts/link.txt",)) == []
    (at / "drafts" / "a.txt").write_text("Now: " + FAULTY)
    assert checked(at, "--since", "HEAD", paths=("drafts/link.txt",)) == ["drafts/link.txt"]


def test_each_draft_is_held_against_its_own_repository(tmp_path: Path) -> None:
    at = repository(tmp_path / "r", drafts__a_txt=FAULTY)
    repository(at / "drafts" / "inner", b_txt=FAULTY)
    (at / "drafts" / "inner" / "b.txt").write_text("Now: " + FAULTY)
    assert checked(at, "--since", "start", paths=("drafts/a.txt", "drafts/inner/b.txt")) == ["drafts/inner/b.txt"]


def test_a_hook_of_another_repository_does_not_mislead_it(tmp_path: Path) -> None:
    other = repository(tmp_path / "other", a_txt=CLEAN)
    at = repository(tmp_path / "r", drafts__a_txt=FAULTY)
    assert checked(at, "--since", "HEAD", GIT_DIR=str(other / ".git"), GIT_INDEX_FILE=str(other / "none")) == []


@pytest.mark.parametrize(
    ("ref", "said", "hint"),
    [
        ("gone", "--since gone: there is no such revision in {at}", "git branch --all and git tag list the names"),
        ("", "--since cannot be ``", "it takes a revision of git"),
        ("--output=pwned", "--since cannot be `--output=pwned`", "it takes a revision of git"),
        ("start:drafts/a.txt", "--since start:drafts/a.txt: there is no such revision in {at}", ""),
        ("$(touch pwned)", "--since $(touch pwned): there is no such revision in {at}", ""),
    ],
)
def test_what_is_no_revision_is_refused(ref: str, said: str, hint: str, tmp_path: Path) -> None:
    at = repository(tmp_path / "r", drafts__a_txt=FAULTY)
    done = prlint(at, "check", "drafts", f"--since={ref}")
    first, second, *rest = done.stderr.splitlines()
    assert (done.returncode, done.stdout, rest) == (2, "", [])
    assert first == f"prlint: {said.format(at=os.path.realpath(at))}"
    assert second.startswith(f"  hint: {hint}")
    assert not list(tmp_path.rglob("pwned"))


def test_a_draft_outside_of_any_repository_is_refused(tmp_path: Path) -> None:
    at = folder(tmp_path, drafts__a_txt=FAULTY)
    done = prlint(at, "check", "drafts", "--since", "HEAD")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "prlint: --since: drafts/a.txt lies in no git repository",
        "  hint: without --since every draft that is named is checked",
    ]


def test_a_shallow_clone_is_told_to_fetch(tmp_path: Path) -> None:
    origin = repository(tmp_path / "r", drafts__a_txt=FAULTY)
    before = git(origin, "rev-parse", "HEAD")
    commit(origin)
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-tags", f"file://{origin}", "clone")
    done = prlint(tmp_path / "clone", "check", "drafts", "--since", before)
    assert done.returncode == 2
    assert "hint: this clone is a shallow one: fetch the revision, or the whole history" in done.stderr


def test_without_git_it_says_so(tmp_path: Path) -> None:
    at = repository(tmp_path / "r", drafts__a_txt=FAULTY)
    (tmp_path / "empty").mkdir()
    done = prlint(at, "check", "drafts", "--since", "HEAD", PATH=str(tmp_path / "empty"))
    assert (done.returncode, done.stderr) == (2, "prlint: --since needs git, which is not installed\n")


def test_what_the_repository_wants_to_run_is_not_run(tmp_path: Path) -> None:
    at = repository(tmp_path / "r", drafts__a_txt=FAULTY)
    script = tmp_path / "evil.sh"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/pwned\n")
    script.chmod(0o755)
    (at / "drafts" / "a.txt").write_text("Now: " + FAULTY)
    for key in ("core.fsmonitor", "diff.external"):
        git(at, "config", key, str(script))
    assert checked(at, "--since", "HEAD") == ["drafts/a.txt"]
    assert not (tmp_path / "pwned").exists()
