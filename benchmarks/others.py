"""Other linters on the same releases: how many labelled errors each finds, and with how many alarms.

    python -m benchmarks.others CORPUS [--programs FOLDER]

CORPUS is as for benchmarks.accuracy. Asked are codespell, typos, cspell and proselint, each as it comes, without
settings or word lists of one's own; those that are neither in FOLDER nor on the path are left out. Each gets the same texts: the
releases without what an archive put behind them. Its alarm counts as finding an error where it lies on any of the
label's words, whatever it says about them.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy import checking
from benchmarks.accuracy.corpus import read
from benchmarks.accuracy.natural import locate
from prlint.paths import rules_folder
from prlint.rulebook import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Alarm(NamedTuple):
    """Where a program raises an alarm: code points of the text of a file."""

    file: str
    start: int
    end: int


Texts = "Mapping[str, str]"

#: What the corpus's archive put behind a release (and prlint's reader of Markdown leaves out).
ARCHIVED = re.compile(r"^-{3,}[ \t]*(?:\r?\n[ \t]*)*\[Original/Source Press Release\]", re.MULTILINE)


def codespell(out: str, texts: Texts) -> Iterator[Alarm]:
    """It names the line and the word; each place of the word in the line counts as one that it names."""
    for file, line, word in re.findall(r"^(.+?):(\d+): (.+?) ==> .*$", out, re.MULTILINE):
        start, text = _line(texts[_name(file)], int(line))
        at = re.search(rf"\b{re.escape(word)}\b", text)
        yield Alarm(_name(file), start + at.start(), start + at.end()) if at else Alarm(_name(file), start, start)


def typos(out: str, texts: Texts) -> Iterator[Alarm]:
    """It prints an object for each line, with the offset of the word in bytes."""
    for line in out.splitlines():
        said = json.loads(line)
        if said["type"] == "typo":
            start, text = _line(texts[_name(said["path"])], said["line_num"])
            start += len(text.encode()[: said["byte_offset"]].decode())
            yield Alarm(_name(said["path"]), start, start + len(said["typo"]))


def cspell(out: str, texts: Texts) -> Iterator[Alarm]:
    """It prints path, line, column and word; the same unknown word up to five times a file, its own default."""
    for file, line, column, word in re.findall(r"^(.+?):(\d+):(\d+) - .*?\((.+?)\)", out, re.MULTILINE):
        start, _ = _line(texts[_name(file)], int(line))
        yield Alarm(_name(file), start + int(column) - 1, start + int(column) - 1 + len(word))


def proselint(out: str, texts: Texts) -> Iterator[Alarm]:
    """It prints one object, with spans that count from 1."""
    for file, said in json.loads(out)["result"].items():
        for one in said["diagnostics"]:
            start, end = one["span"]
            yield Alarm(_name(file.removeprefix("file://")), start - 1, end - 1)


#: How each is asked for its version, how it is run in the folder of the texts, and how its output is read.
PROGRAMS: dict[str, tuple[list[str], list[str], Callable[[str, Texts], Iterator[Alarm]]]] = {
    "codespell": (["--version"], ["."], codespell),
    "typos": (["--version"], ["--format", "json", "--isolated", "."], typos),
    "cspell": (["--version"], ["lint", "--no-progress", "--no-summary", "--no-color", "**"], cspell),
    "proselint": (["version"], ["check", "-o", "json", "FILES"], proselint),
}


def _name(path: str) -> str:
    """Returns a file's name in the folder that all files of a run lie in."""
    return os.path.basename(path)


def _line(text: str, number: int) -> tuple[int, str]:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: number - 1]), lines[number - 1]


def main() -> None:
    """Runs every program that is there over the same texts, and prints a table."""
    parser = argparse.ArgumentParser(prog="benchmarks.others", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--programs", default="", help="folders with the programs, parted as PATH is")
    options = parser.parse_args()
    corpus = read(options.corpus)
    began = time.perf_counter()
    results = checking.check(corpus.items, load([], builtin=rules_folder()))
    took = time.perf_counter() - began
    words = sum(result.words for result in results)
    # All files in one folder, so that each program is started once.
    names = {result.item.path: f"{i:04}.md" for i, result in enumerate(results)}
    texts = {names[r.item.path]: ARCHIVED.split(r.document.text)[0] for r in results}
    wanted = [
        (names[label.file], span.start, span.end)
        for result in results
        for label in corpus.labels
        if label.file == result.item.path and (span := locate(result.document, label.quote))
    ]
    ours = [
        Alarm(names[place.document], place.start.offset, place.end.offset)
        for result in results
        for finding in result.alarms
        for place in finding.places[:1]
    ]
    everywhere = [
        Alarm(names[place.document], place.start.offset, place.end.offset)
        for result in results
        for finding in result.alarms
        for place in finding.places
    ]
    print(f"{len(results)} releases, {words:,} words, {len(wanted)} labelled errors\n")
    print("| linter | labelled errors found | alarms | alarms for 1,000 words | seconds |\n|---|---|---|---|---|")
    _row("prlint", ours, everywhere, wanted, words, took)
    path = os.pathsep.join([options.programs, os.environ["PATH"]])
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            Path(folder, name).write_text(text, encoding="utf-8", newline="")
        for name, (version, arguments, parse) in PROGRAMS.items():
            program = shutil.which(name, path=path)
            if program is None:
                print(f"| {name} | not installed | | | |")
                continue
            said = subprocess.run([program, *version], capture_output=True, text=True, check=False).stdout
            number = re.search(r"\d+\.\d+(?:\.\d+)?", said)
            began = time.perf_counter()
            command = [part for word in arguments for part in (sorted(texts) if word == "FILES" else [word])]
            done = subprocess.run([program, *command], cwd=folder, capture_output=True, text=True, check=False)
            took = time.perf_counter() - began
            alarms = list(parse(done.stdout, texts))
            _row(f"{name} {number[0] if number else ''}".strip(), alarms, alarms, wanted, words, took)


def _row(
    name: str, alarms: list[Alarm], places: list[Alarm], wanted: list[tuple[str, int, int]], words: int, took: float
) -> None:
    found = sum(any(a.file == file and a.start < end and start < a.end for a in places) for file, start, end in wanted)
    rate = 1000 * len(alarms) / words
    print(f"| {name} | {found} of {len(wanted)} | {len(alarms):,} | {rate:.2f} | {took:.1f} |", flush=True)


if __name__ == "__main__":
    main()
