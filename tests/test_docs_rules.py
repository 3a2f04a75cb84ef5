"""docs/rules.md, docs/writing-rules.md: their rules and commands do what they show; each key of the format is there."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from prlint.rulebook import examples, factfile, rule, silence, slottypes
from prlint.rulebook.fact import FOLDS
from prlint.rulebook.model import COMPARED, STATUSES, ZONES
from tests.test_readme import BLOCK, commands, shows

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "count"), [("rules.md", 8), ("writing-rules.md", 7)])
def test_every_command_does_what_the_page_shows(name: str, count: int, tmp_path: Path) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    ran = 0
    for block in BLOCK.finditer(page):
        if block["file"]:
            file = tmp_path / block["file"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block["text"], encoding="utf-8")
        if block["language"] != "console":
            continue
        for command in commands(block["text"]):
            done = subprocess.run(
                [sys.executable, "-m", *shlex.split(command.line)],
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            said = "\n".join(line.replace(" …", "") for line in command.output.splitlines())
            shown = "\n".join(_cut(line) for line in (done.stdout + done.stderr).splitlines())
            assert shows(said, shown), f"$ {command.line}\n{done.stdout}{done.stderr}"
            ran += 1
    assert ran == count


def _cut(line: str) -> str:
    """Leaves of a line of `prove` what does not change from run to run."""
    word, *rest = line.split()[:2] or [""]
    return f"{word:<6}{rest[0]}" if word in ("ok", "FAIL") else line


@pytest.mark.parametrize(
    "word",
    sorted(
        {
            *rule.KEYS,
            *examples.KEYS,
            *silence.KEYS,
            *factfile.KEYS,
            *factfile.READ_KEYS,
            *examples.INPUTS,
            *COMPARED,
            *STATUSES,
            *ZONES,
            *FOLDS,
            *(name.partition(":")[0] for name in slottypes.TYPES),
        }
    ),
)
def test_every_word_of_the_format_is_on_the_page(word: str) -> None:
    assert f"`{word}`" in PAGE or f"`{word}:" in PAGE or f"`{word} " in PAGE
