"""The benchmark beside other linters: what each prints is read as the places it means."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import others
from tests.benchmarks.test_accuracy import corpus

if TYPE_CHECKING:
    import pytest

DOCS = Path(__file__).parent.parent.parent / "docs"

TEXT = "Tessaly Foods — its bakery.\nIt is teh the bakery,\nits recieved orders.\n"
TEXTS = {"0000.md": TEXT}


def said(alarms: object) -> list[str]:
    return [TEXT[alarm.start : alarm.end] for alarm in alarms]  # type: ignore[attr-defined]


def test_codespell_names_a_line_and_a_word() -> None:
    out = "./0000.md:2: teh ==> the\n./0000.md:3: recieved ==> received\n"
    assert said(others.codespell(out, TEXTS)) == ["teh", "recieved"]


def test_typos_counts_bytes_of_the_line() -> None:
    line = {"type": "typo", "path": "./0000.md", "line_num": 1, "byte_offset": 22, "typo": "bakery"}
    out = "\n".join([json.dumps(line), json.dumps({"type": "binary_file", "path": "x"})])
    assert said(others.typos(out, TEXTS)) == ["bakery"]


def test_cspell_names_line_column_and_word() -> None:
    out = "0000.md:1:1 - Unknown word (Tessaly)\n0000.md:3:5 - Unknown word (recieved) fix: (received)\n"
    assert said(others.cspell(out, TEXTS)) == ["Tessaly", "recieved"]


def test_proselint_counts_from_one() -> None:
    out = json.dumps({"result": {"file:///tmp/x/0000.md": {"diagnostics": [{"span": [1, 8]}]}}})
    assert said(others.proselint(out, TEXTS)) == ["Tessaly"]


def test_the_table_has_a_row_for_prlint_and_each_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program that marks the labelled words of every file stands in for codespell; the others are not there."""
    program = tmp_path / "bin" / "codespell"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\n"
        "if '--version' in sys.argv: sys.exit(print('1.2.3'))\n"
        "for p in sorted(pathlib.Path('.').glob('*.md')):\n"
        "    for i, line in enumerate(p.read_text().split('\\n'), 1):\n"
        "        if 'has has' in line: print(f'./{p}:{i}: has has ==> has')\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    corpus(tmp_path / "corpus")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "argv", ["others", str(tmp_path / "corpus"), "--programs", str(program.parent)])
    others.main()
    printed = capsys.readouterr().out
    assert "| prlint | 1 of 2 | 2 |" in printed
    assert "| codespell 1.2.3 | 1 of 2 | 1 |" in printed
    assert "| typos | not installed |" in printed


def test_the_page_has_the_figures_of_the_page_on_accuracy() -> None:
    """So that a new measurement of the one is not forgotten in the other."""
    accuracy = (DOCS / "accuracy.md").read_text(encoding="utf-8")
    row = re.search(
        r"^\| prlint \| (\d+) of (\d+) \| (\d+) \|", (DOCS / "comparison.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    labelled = re.search(r"^\| labelled errors found \| (\d+) of (\d+) .*?\| (\d+) of (\d+) ", accuracy, re.MULTILINE)
    alarms = re.search(r"^\| alarms \| (\d+) \| (\d+) \|", accuracy, re.MULTILINE)
    assert row
    assert labelled
    assert alarms
    found, of, more, rest = map(int, labelled.groups())
    measured = (found + more, of + rest, sum(map(int, alarms.groups())))
    assert tuple(map(int, row.groups())) == measured, (
        "run benchmarks.others anew, and write its table into comparison.md"
    )
