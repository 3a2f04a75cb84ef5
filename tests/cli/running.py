"""Runs prlint as a user does: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent

#: A rule that is held to all that a stable one needs; what it finds is easy to plant.
RULE = """\
id: house-word
title: A word that the house does not use
since: "0.1"
status: stable
kind: forbid
severity: {severity}
message: '"{{found}}" is not our word'
params: {{pattern: '\\bleverag(?:e|ing)\\b'}}
advice: Say use.
why: It says less than it seems to.
sources: [{{title: The house's style guide, checked: 2026-11-21}}]
examples:
  - id: verb
    flag: 'Ardenta will [[leverage]] its platform.'
  - id: use
    quiet: 'Ardenta will use its platform.'
"""

CLEAN = "MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) will use its platform.\n"
FAULTY = "MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) will leverage its platform.\n"
ONLY = ("--rules", "ours.yaml", "--select", "house-word")


def folder(at: Path, severity: str = "error", **files: str) -> Path:
    """Makes a folder with the rule and the files, `__` in a name being a `/`, and `_` before its suffix a dot."""
    (at / "ours.yaml").write_text(RULE.format(severity=severity))
    for name, text in files.items():
        path = at / (name.replace("__", "/").replace("_txt", ".txt").replace("_md", ".md").replace("_yaml", ".yaml"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return at


def environment(at: Path, **changed: str) -> dict[str, str]:
    """Returns the environment of a run: nothing of the machine's in it but what Python needs."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "HOME") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "PRLINT_CACHE_DIR": str(at.parent / "cache"), **changed}


def prlint(at: Path, *arguments: str, stdin: str | bytes | None = None, **changed: str) -> Any:
    """Runs prlint in a folder and returns the finished process, its outputs as text."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", "prlint", *arguments],
        cwd=at,
        env=environment(at, **changed),
        input=data if data is not None else b"",
        capture_output=True,
        timeout=120,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
