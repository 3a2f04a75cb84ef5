"""prlint as others install it: from a repository of its files, with pip, into an environment of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

#: What a clone has that an install needs.
FILES = (".pre-commit-hooks.yaml", "action.yml", "LICENSE", "README.md", "pyproject.toml")

#: git without settings of the machine, nor of a hook that the tests run in.
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}

#: What pip and its like say where no registry can be reached.
_OFFLINE = ("Could not find a version", "No matching distribution", "NewConnectionError", "Failed to establish")


def environment(**changed: str) -> dict[str, str]:
    """Returns the test's environment (pip's settings are in it) with nothing that leads to this tree."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
    path = os.pathsep.join([os.path.dirname(sys.executable), kept["PATH"]])
    return {**kept, **GIT, "PATH": path, "PIP_DISABLE_PIP_VERSION_CHECK": "1", **changed}


def run(at: Path, *command: str, **changed: str) -> subprocess.CompletedProcess[str]:
    """Runs a command; where it failed for want of a network, the test is left out, but not in CI."""
    done = subprocess.run(
        command, cwd=at, env=environment(**changed), capture_output=True, text=True, timeout=900, check=False
    )
    said = done.stdout + done.stderr
    if done.returncode and any(word in said for word in _OFFLINE) and not os.environ.get("CI"):
        pytest.skip("pip reaches no registry")
    return done


def git(at: Path, *arguments: str) -> str:
    """Runs git, which must succeed."""
    done = run(at, "git", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit(at: Path) -> str:
    """Commits all there is, in a new repository where there is none, and returns the revision."""
    if not (at / ".git").exists():
        git(at, "init", "-q", "-b", "main")
    git(at, "add", "-A")
    git(at, "commit", "-q", "--no-verify", "--allow-empty", "-m", "x")
    return git(at, "rev-parse", "HEAD")


def clone(at: Path) -> str:
    """Makes a repository of prlint as it is here, and returns its revision."""
    for name in FILES:
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, at / name)
    for name in ("prlint", "rules"):
        shutil.copytree(ROOT / name, at / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    return commit(at)
