"""prlint opens no connection: a run in which Python refuses every socket ends as any other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

#: Runs prlint with a hook that ends the process where anything asks for the network, or starts a program that could.
WATCHED = """
import os, sys
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "smtplib.", "subprocess.", "os.system", "os.exec", "os.posix_spawn")):
        os.write(2, f"asked for {event} {arguments}".encode())
        os._exit(99)
sys.addaudithook(watch)
from prlint.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("format", ["text", "json", "html"])
def test_a_check_asks_for_no_network_and_starts_nothing(tmp_path: Path, format: str) -> None:
    done = run("check", str(ROOT / "seeds"), "--format", format, "--output", "report", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "report").stat().st_size > 1000


def test_neither_do_claims_and_explain(tmp_path: Path) -> None:
    for arguments in (("claims", str(ROOT / "seeds")), ("explain", "person-name-variant"), ("rules",)):
        assert run(*arguments, cwd=tmp_path).returncode == 0


def test_this_test_would_see_a_connection(tmp_path: Path) -> None:
    for code in (
        "import socket; socket.socket()",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', ''])",
    ):
        watched = WATCHED.replace("from prlint.cli.main import main", code)
        done = subprocess.run(
            [sys.executable, "-c", watched], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 99, done.stderr
