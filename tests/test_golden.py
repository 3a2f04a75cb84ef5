"""What a person and a program see of the two samples, word for word.

After a change that is meant, write the files anew and read the difference:
`python -m tests.test_golden`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).resolve().parent / "golden"

#: File → the command whose output it holds.
COMMANDS = {
    "check.txt": ("check", "seeds/"),
    "check-info.txt": ("check", "seeds/", "--show", "info"),
    "concise.txt": ("check", "seeds/", "--show", "info", "--format", "concise"),
    "report.json": ("check", "seeds/", "--format", "json"),
    "claims.txt": ("claims", "seeds/"),
}


def printed(arguments: tuple[str, ...]) -> str:
    environment = {**os.environ, "COLUMNS": "100", "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    run = subprocess.run(
        [sys.executable, "-m", "prlint", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr
    return _without_digest(run.stdout)


def _without_digest(output: str) -> str:
    """Returns the output without the digest of the rules, which any edit of any rule changes."""
    try:
        report = json.loads(output)
    except ValueError:
        return output
    report["tool"]["rules"] = "sha256:…"
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_samples_read_as_they_did(name):
    assert printed(COMMANDS[name]) == (GOLDEN / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for file, command in COMMANDS.items():
        (GOLDEN / file).write_text(printed(command), encoding="utf-8")
