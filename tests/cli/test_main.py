"""The command itself: its help, its version, and what it says to a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prlint import __version__
from prlint.cli import main
from tests.cli.running import prlint

if TYPE_CHECKING:
    from pathlib import Path


def test_the_version(tmp_path: Path) -> None:
    done = prlint(tmp_path, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"prlint {__version__}\n", "")


@pytest.mark.parametrize("word", ["--help", "-h", "help"])
def test_help_lists_every_command_without_importing_it(tmp_path: Path, word: str) -> None:
    done = prlint(tmp_path, word, PYTHONVERBOSE="")
    assert (done.returncode, done.stderr) == (0, "")
    for name in main.commands():
        assert f"\n  {name} " in done.stdout


@pytest.mark.parametrize("name", main.commands())
def test_every_command_has_help_and_one_line_about_itself(tmp_path: Path, name: str) -> None:
    done = prlint(tmp_path, name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"usage: prlint {name} ")
    listed = prlint(tmp_path, "--help").stdout
    (line,) = [line for line in listed.splitlines() if line.startswith(f"  {name} ")]
    assert len(line.split()) > 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "prlint: no command was given\n  hint: usage: prlint COMMAND …; prlint --help lists the commands\n"),
        (["chek"], "prlint: there is no command `chek`\n  hint: did you mean `check`?\n"),
        (["main"], None),
        (["../check"], None),
        (
            ["check"],
            "prlint: the following arguments are required: PATH\n  hint: prlint check --help shows what may stand here\n",
        ),
    ],
)
def test_a_slip_is_one_line_and_2(tmp_path: Path, arguments: list[str], message: str | None) -> None:
    done = prlint(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message is None or done.stderr == message
    assert "Traceback" not in done.stderr


def test_only_the_command_that_is_asked_for_is_imported(tmp_path: Path) -> None:
    import subprocess
    import sys

    from tests.cli.running import environment

    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "prlint", "--version"],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "prlint.cli.main" in loaded
    assert not loaded & {"prlint.cli.check", "prlint.cli.claims", "prlint.engine", "argparse", "json", "regex"}


def test_a_bug_is_one_line_unless_the_traceback_is_wanted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(word: str) -> None:
        raise RuntimeError("a cause\nover two lines")

    monkeypatch.setattr(main, "_module", broken)
    assert main.main(["check", "x"]) == 2
    assert capsys.readouterr().err == (
        "prlint: internal error: RuntimeError: a cause over two lines\n  hint: PRLINT_TRACEBACK=1 shows where\n"
    )
    monkeypatch.setenv("PRLINT_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        main.main(["check", "x"])
