"""Help worth reading: every command has an example that its own parser takes, and says how it ends."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from prlint.cli.main import commands, parser_of
from tests.cli.running import prlint

if TYPE_CHECKING:
    from pathlib import Path

#: A line of an example: the command, and after two or more spaces what it is for.
EXAMPLE = re.compile(r"^  (prlint (?P<command>\S+)(?: \S+)*?)(?: (?:[>|] \S+))?(?:  +\S.*)?$", re.MULTILINE)


def test_the_list_of_commands_has_all_of_them_and_its_examples_are_right(tmp_path: Path) -> None:
    done = prlint(tmp_path, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert set(re.findall(r"^  (\w+)  +[A-Z]", done.stdout, re.MULTILINE)) == set(commands())
    examples = list(EXAMPLE.finditer(done.stdout))
    assert len(examples) == 3
    for example in examples:
        parser_of(example["command"]).parse_args(shlex.split(example[1])[2:])


@pytest.mark.parametrize("command", commands())
def test_every_command_has_examples_that_it_takes(command: str) -> None:
    parser = parser_of(command)
    examples = list(EXAMPLE.finditer(parser.epilog or ""))
    assert examples
    for example in examples:
        assert example["command"] == command
        parser.parse_args(shlex.split(example[1])[2:])


@pytest.mark.parametrize("command", commands())
def test_every_argument_says_what_it_is_for(tmp_path: Path, command: str) -> None:
    done = prlint(tmp_path, command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(len(line) <= 98 for line in done.stdout.partition("\n\n")[0].splitlines())
    from prlint.cli._complete import taken

    assert all(one.about for one in taken(command)), command


def test_an_example_is_seen_as_one() -> None:
    (example,) = EXAMPLE.finditer("examples:\n  prlint check a b.txt --fix > out   what it does\n")
    assert example[1] == "prlint check a b.txt --fix"
