"""What README.md and the pages of docs/ show is what happens: files are laid out, commands run, outputs compared.

A block with a title (```yaml title="NAME"), or after `<!-- file: NAME -->`, is
that file, there from then on; the site shows a title above the block. In a
`console` block a line `$ …` is a command and what follows its output, in which
a line `…` stands for any lines and ` …` at the end of a line for its rest; the
order is that of the page. A command that is not prlint's alone (with a pipe,
or of another program) is given to a shell. Each page has a folder of its own,
with the samples in seeds/ and the rule packs in docs/examples/.
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

from prlint.cli._complete import taken
from prlint.cli.main import commands as commands_there
from prlint.cli.main import parser_of
from tests.warm import Done, Warm

ROOT = Path(__file__).parent.parent

BLOCK = re.compile(
    r"^(?:<!-- file: (?P<file>\S+) -->\n)?"
    r'(?P<fence>```+)(?P<language>\w+)(?: title="(?P<title>[^"\n]+)")?\n(?P<text>.*?)^(?P=fence)$',
    re.MULTILINE | re.DOTALL,
)
#: Pages with a command; those of single rules are made from the rules and have none.
PAGES = sorted(
    str(page.relative_to(ROOT))
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))
    if re.search(r"^```console$", page.read_text(encoding="utf-8"), re.MULTILINE)
)
#: What a shell does with a line, beyond parting its words.
SHELL = re.compile(r"[|<>;&*$`~]")
#: What else a page may run: a shell's own words, and programs that every machine with git has.
PROGRAMS = (
    *("bash", "cd", "echo", "source"),
    *("cat", "cp", "diff", "git", "grep", "head", "ls", "mkdir", "mv", "python", "rm", "sed", "touch"),
)


class Command(NamedTuple):
    line: str
    output: str


def commands(block: str) -> list[Command]:
    found = []
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, _, output = part.partition("\n")
        found.append(Command(line, output.strip("\n")))
    return found


def shows(expected: str, actual: str) -> bool:
    """Says whether `actual` is what the page shows; blank lines around it do not count."""
    pattern = "".join(
        "(?:.*\n)*?" if line.strip() == "…" else rf"{_line(line)}\n" for line in expected.strip("\n").splitlines()
    )
    return re.fullmatch(pattern, actual.strip("\n") + "\n" if actual.strip() else "") is not None


def _line(expected: str) -> str:
    # An excerpt that goes on ends in " …" in the output itself; that is one of the ways to end.
    return re.escape(expected.removesuffix(" …")) + (".*" if expected.endswith(" …") else "")


def run(line: str, cwd: Path, warm: Warm) -> Done:
    """Runs a line of a page as somebody would who typed it."""
    environment = {"PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": "100", "HOME": str(cwd.parent)}
    words = shlex.split(line)
    if words[0] == "prlint" and not SHELL.search(line):
        return warm.prlint(cwd, environment, *words[1:])
    assert words[0] in ("prlint", *PROGRAMS), f"{words[0]} may not be there on every machine"
    bin = os.path.dirname(sys.executable)
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=cwd,
        env={**os.environ, **environment, "PATH": os.pathsep.join([bin, os.environ["PATH"]]), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("name", PAGES)
def test_every_command_does_what_the_page_shows(name: str, tmp_path: Path, warm: Warm) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    here = tmp_path / "here"
    shutil.copytree(ROOT / "seeds", here / "seeds")
    shutil.copytree(ROOT / "docs" / "examples", here / "docs" / "examples")
    ran = 0
    for block in BLOCK.finditer(page):
        if block["title"] or block["file"]:
            file = here / (block["title"] or block["file"])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block["text"], encoding="utf-8")
        if block["language"] != "console":
            continue
        for command in commands(block["text"]):
            done = run(command.line, here, warm)
            shown = (done.out, done.out + done.err, done.err + done.out)
            assert any(shows(command.output, one) for one in shown), f"$ {command.line}\n{done.out}{done.err}"
            # A run that failed is on a page only to show what it says.
            assert done.code in (0, 1) or re.search(r"^prlint: ", command.output, re.MULTILINE), command.line
            ran += 1
    assert ran == len(re.findall(r"^\$ ", page, re.MULTILINE))
    assert ran >= 1


def test_an_output_that_differs_would_be_seen() -> None:
    assert shows("a\n…\nd", "a\nb\nc\nd\n")
    assert shows("a\n…", "a\n")
    assert shows("", "")
    assert shows("ok …", "ok   1.3 ms\n")
    assert shows("cut …", "cut …\n")
    assert not shows("a\n…\nd", "a\nb\n")
    assert not shows("a", "a\nb\n")
    assert not shows("", "b\n")


def test_every_page_with_a_command_is_known() -> None:
    assert {"README.md", "docs/archive.md", "docs/rules.md", "docs/writing-rules.md"} <= set(PAGES)


def test_a_command_is_run_as_a_command(tmp_path: Path, warm: Warm) -> None:
    """What a copy of the warm process does is what a process does that was started for it."""
    shutil.copy(ROOT / "seeds" / "002_c5298252547a7647.txt", tmp_path / "draft.txt")
    line = "prlint check draft.txt --format concise"
    quick, slow = run(line, tmp_path, warm), run(f"{line} | cat", tmp_path, warm)
    assert (quick.code, quick.out) == (slow.code, slow.out)
    assert quick.code == 1
    failed = run("prlint check nowhere.txt", tmp_path, warm)
    assert failed.code == 2
    assert failed.err.startswith("prlint: ")


@pytest.mark.parametrize("name", ["README.md", *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md"))])
def test_what_a_page_gives_to_a_shell_is_there(name: str) -> None:
    """Commands in `sh` blocks change the machine, or take too long: what they name is there all the same."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for block in BLOCK.finditer((ROOT / name).read_text(encoding="utf-8")):
        if block["language"] != "sh":
            continue
        for line in block["text"].splitlines():
            program, *words = shlex.split(line, comments=True)
            if program == "make":
                assert re.search(rf"^{words[0]}:", makefile, re.MULTILINE), line
            elif program.endswith("python"):
                assert words[0] == "-m"
                module = ROOT / words[1].replace(".", "/")
                assert module.with_suffix(".py").is_file() or (module / "__main__.py").is_file(), line
            elif program == "prlint":
                parser_of(words[0]).parse_args(words[1:])  # paths of the reader's own
            else:
                assert (program, words[0]) in (("pip", "install"), ("pipx", "install")), line
                assert all(word == "." or word.startswith((".[", "--")) for word in words[1:]), line


#: A command that is named in running text, in a block of another program's settings, or in a shell's.
NAMED = re.compile(r"(?<![\w/.-])prlint (?P<command>[a-z]+(?:-[a-z]+)*)\b(?P<rest>[^`'\"\n|]*)")


def _typed(block: re.Match[str]) -> str:
    """Returns what of a block somebody, or something, types: neither what is printed nor remarks."""
    lines = block["text"].splitlines()
    kept = [line for line in lines if line.startswith("$ ")] if block["language"] == "console" else lines
    return "\n".join(line.partition("# ")[0] for line in kept)


@pytest.mark.parametrize(
    "name", ["README.md", "CHANGELOG.md", *sorted(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))]
)
def test_every_command_and_option_that_a_page_names_is_there(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    code = [*re.findall(r"(?<!`)`([^`\n]+)`(?!`)", page), *(_typed(block) for block in BLOCK.finditer(page))]
    for command in (found for text in code for found in NAMED.finditer(text)):
        assert command["command"] in commands_there(), command[0]
        options = {option for one in taken(command["command"]) for option in one.names}
        for option in re.findall(r"(?<!\S)--[a-z][a-z-]*", command["rest"]):
            assert option in options, command[0]
