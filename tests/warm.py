"""Runs commands of prlint as a user does, many of them quickly: one warm process, and a copy of it for each command.

A copy has its own folder, environment, standard streams and exit code, and leaves nothing behind for the next one; what
is shared is that prlint is imported and its rules are compiled already. Started as a program, this file is that process: each line of
its input is a command, each line of its output says how it ended.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple, Self

ROOT = Path(__file__).parent.parent


class Done(NamedTuple):
    code: int
    out: str
    err: str


class Warm:
    """The warm process; a context manager."""

    def __enter__(self) -> Self:
        self._process: Any = subprocess.Popen(
            [sys.executable, __file__],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate("", timeout=60)

    def prlint(self, cwd: Path, environment: dict[str, str], *arguments: str) -> Done:
        """Runs one command in a folder, with these variables beside those of the test."""
        asked = json.dumps({"cwd": str(cwd), "environment": environment, "arguments": arguments})
        self._process.stdin.write(f"{asked}\n")
        self._process.stdin.flush()
        return Done(*json.loads(self._process.stdout.readline()))


def _serve() -> None:
    from prlint.cli.main import main

    # What costs most is to compile the patterns of the rules that ship; whatever is asked first, they are there then.
    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        main(["check", str(ROOT / "seeds")])
    while line := sys.stdin.readline():
        asked = json.loads(line)
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            child = os.fork()
            if child == 0:
                os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
                os.dup2(out.fileno(), 1)
                os.dup2(err.fileno(), 2)
                os.chdir(asked["cwd"])
                os.environ.update(asked["environment"])
                code = 70
                try:
                    code = main(asked["arguments"])
                except SystemExit as end:
                    code = int(end.code or 0)
                finally:
                    sys.stdout.flush()
                    sys.stderr.flush()
                    os._exit(code)
            _, status = os.waitpid(child, 0)
            out.seek(0)
            err.seek(0)
            said = [os.waitstatus_to_exitcode(status), out.read().decode(), err.read().decode()]
        sys.stdout.write(f"{json.dumps(said)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
