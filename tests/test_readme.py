"""What README.md and other pages show is what happens: files are laid out, commands run, outputs compared.

A block after `<!-- file: NAME -->` is that file, there from then on. In a
`console` block a line `$ prlint …` is a command and what follows its output, in
which a line `…` stands for any lines; the order is that of the page.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", "docs/archive.md")

BLOCK = re.compile(
    r"^(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


class Command(NamedTuple):
    line: str
    output: str


def commands(block: str) -> list[Command]:
    found = []
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, _, output = part.partition("\n")
        found.append(Command(line, output))
    return found


def shows(expected: str, actual: str) -> bool:
    """Says whether `actual` is what the page shows; blank lines around it do not count."""
    pattern = "".join("(?:.*\n)*?" if line.strip() == "…" else re.escape(f"{line}\n") for line in expected.splitlines())
    return re.fullmatch(pattern, actual.strip("\n") + "\n") is not None


@pytest.mark.parametrize("name", PAGES)
def test_every_command_does_what_the_page_shows(name: str, tmp_path: Path) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": "100"}
    ran = 0
    for block in BLOCK.finditer(page):
        if block["file"]:
            file = tmp_path / block["file"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block["text"], encoding="utf-8")
        if block["language"] != "console":
            continue
        for command in commands(block["text"]):
            program, *arguments = shlex.split(command.line)
            assert program == "prlint", command.line
            done = subprocess.run(
                [sys.executable, "-m", "prlint", *arguments],
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            allowed = (0, 1) if arguments[0] == "check" else (0,)
            assert done.returncode in allowed, f"{command.line}\n{done.stdout}{done.stderr}"
            assert shows(command.output.strip("\n"), done.stdout), f"{command.line}\n{done.stdout}"
            ran += 1
    assert ran == page.count("\n$ prlint ")
    assert ran >= 2


def test_an_output_that_differs_would_be_seen() -> None:
    assert shows("a\n…\nd", "a\nb\nc\nd\n")
    assert shows("a\n…", "a\n")
    assert not shows("a\n…\nd", "a\nb\n")
    assert not shows("a", "a\nb\n")


def test_the_two_commands_of_the_page_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_file_that_the_page_links_is_there() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / link).is_file(), link
