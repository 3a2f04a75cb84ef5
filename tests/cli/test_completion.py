"""prlint completion: the scripts in the shells themselves."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from prlint.cli._complete import script, taken
from prlint.cli.main import commands
from prlint.registry import names
from tests.cli.running import prlint

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("completion")
    for shell in ("bash", "zsh", "fish"):
        (folder / f"prlint.{shell}").write_text(script(shell), encoding="utf-8")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a draft.txt").write_text("", encoding="utf-8")
    return folder


def bash(folder: Path, *words: str) -> set[str]:
    """Returns what bash offers for the last of the words."""
    line = " ".join(f"'{word}'" for word in ("prlint", *words))
    asks = f"source prlint.bash; COMP_WORDS=({line}); COMP_CWORD={len(words)}; _prlint; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(["bash", "-c", asks], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return set(done.stdout.splitlines()) - {""}


def fish(folder: Path, line: str) -> set[str]:
    asks = f"source prlint.fish; complete -C '{line}'"
    environment = {"HOME": str(folder), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["fish", "--no-config", "-c", asks], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return {offered.split("\t")[0] for offered in done.stdout.splitlines()}


def test_the_command_prints_the_script(tmp_path: Path, scripts: Path) -> None:
    done = prlint(tmp_path, "completion", "bash")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (scripts / "prlint.bash").read_text(encoding="utf-8")
    assert prlint(tmp_path, "completion", "tcsh").returncode == 2


@pytest.mark.parametrize("command", commands())
def test_every_option_of_every_command_is_known(tmp_path: Path, command: str) -> None:
    """What the help shows, argparse's own, is what the scripts offer."""
    shown = prlint(tmp_path, command, "--help").stdout
    options = {name for one in taken(command) for name in one.names}
    assert {word.strip("[],") for word in shown.split() if word.strip("[],").startswith("--")} - {"--"} >= options
    assert all(option in shown for option in options)


def test_bash_completes(scripts: Path) -> None:
    assert bash(scripts, "che") == {"check"}
    assert set(commands()) <= bash(scripts, "")
    assert "--archive" in bash(scripts, "check", "--a")
    assert bash(scripts, "check", "--format", "") == set(names("reporters"))
    assert bash(scripts, "check", "--format", "=", "js") == {"json"}
    assert bash(scripts, "check", "--select", "trial-ph") == {"trial-phase-drift"}
    assert bash(scripts, "check", "--select", "names,trial-ph") == {"names,trial-phase-drift"}
    assert bash(scripts, "explain", "person-n") == {"person-name-variant"}
    assert bash(scripts, "check", "dra") == {"drafts"}
    assert bash(scripts, "check", "drafts/a") == {"drafts/a draft.txt"}
    assert bash(scripts, "completion", "f") == {"fish"}


@pytest.mark.needs("fish")
def test_fish_completes(scripts: Path) -> None:
    assert fish(scripts, "prlint che") == {"check"}
    assert fish(scripts, "prlint check --format js") == {"json"}
    assert "--archive" in fish(scripts, "prlint check --a")
    assert fish(scripts, "prlint check dra") == {"drafts/"}
    assert fish(scripts, "prlint completion z") == {"zsh"}


@pytest.mark.needs("zsh")
def test_zsh_completes(scripts: Path) -> None:
    """In a terminal of its own: zsh completes nowhere else."""
    terminal, inner = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "HOME": str(scripts), "TERM": "dumb", "PS1": "> ", "LC_ALL": "C.UTF-8"}
    shell = subprocess.Popen(
        ["zsh", "-f", "-i"],
        cwd=scripts,
        env=environment,
        stdin=inner,
        stdout=inner,
        stderr=inner,
        start_new_session=True,
    )
    os.close(inner)
    try:
        os.write(terminal, b"autoload -U compinit; compinit -u -D; source ./prlint.zsh; print -r -- re''ady\n")
        assert b"ready" in _until(terminal, b"ready\r\n")
        for typed, whole in (
            (b"prlint che", b"prlint check "),
            (b"prlint check --form", b"prlint check --format "),
            (b"prlint check --format js", b"prlint check --format json "),
            (b"prlint check dra", b"prlint check drafts/"),
            (b"prlint explain person-n", b"prlint explain person-name-variant "),
        ):
            os.write(terminal, typed + b"\t")
            assert whole in _until(terminal, whole), typed
            os.write(terminal, b"\x15")  # take the line away
    finally:
        shell.kill()
        shell.wait()
        os.close(terminal)


def _until(terminal: int, wanted: bytes, seconds: float = 30) -> bytes:
    """Returns what the terminal shows until the words come, or the time is over."""
    end, shown = time.monotonic() + seconds, b""
    while wanted not in shown and (left := end - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            try:
                shown += os.read(terminal, 4096)
            except OSError:  # the shell has gone
                break
    return shown
