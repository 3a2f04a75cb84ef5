"""The cache: the same rules from it as without it, made anew whenever it cannot be trusted, and never dangerous."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from binascii import crc32
from typing import TYPE_CHECKING

import pytest

from prlint.rulebook import cache, load
from prlint.text import patterns

if TYPE_CHECKING:
    from pathlib import Path

    from prlint.rulebook.model import Rulebook

RULE = """\
id: doubled
kind: forbid
message: '"{found}" stands twice'
params:
  pattern: '\\b(?P<word>the|of) (?P=word)\\b'
unless:
  - {id: music, sentence: [by the the]}
examples:
  - flag: 'It opened [[the the]] plant.'
  - quiet: 'It opened the plant.'
"""
CLAIM = """\
claim: models
read:
  - text: '{count:number} {gap} models'
value: count
examples: [{text: 'In 80 xenograft models.', gives: {count: 80}}]
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A folder of rules, older than any cache."""
    folder = tmp_path / "rules"
    (folder / "lists").mkdir(parents=True)
    (folder / "doubled.yaml").write_text(RULE)
    (folder / "models.yaml").write_text(CLAIM)
    (folder / "lists" / "metals.yaml").write_text("items: [Au, Ag]\n")
    (tmp_path / "cache").mkdir()
    return folder


def _load(rules: Path) -> Rulebook:
    return load([str(rules)], builtin="", cache=str(rules.parent / "cache"))


def _kept(rules: Path) -> Path:
    (file,) = (rules.parent / "cache").iterdir()
    return file


def _warm(rules: Path) -> bytes:
    """Loads and keeps the rules; what is kept is trusted as if it had been written an hour later."""
    made = _load(rules)
    cache.keep(made)
    _later(rules)
    return _kept(rules).read_bytes()


def _later(rules: Path) -> None:
    now = _kept(rules).stat().st_mtime + 3600
    os.utime(_kept(rules), (now, now))


def _same(one: Rulebook, other: Rulebook) -> bool:
    def plain(book: Rulebook) -> str:
        return repr(
            [
                (
                    rule.id,
                    rule.kind,
                    rule.outcomes,
                    rule.zones,
                    rule.family,
                    rule.path,
                    rule.examples,
                    *tuple(pattern.source for pattern in rule.params["pattern"]),
                    *tuple(
                        (reason.id, [phrase.pattern.source for phrase in reason.sentence]) for reason in rule.unless
                    ),
                )
                for rule in book.rules
            ]
            + [(fact.name, fact.FIELDS, fact.readers[0].pattern.source, fact.readers[0].slots) for fact in book.facts]
            + [book.lists, book.digest, book.errors]
        )

    return plain(one) == plain(other)


def _from_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Records each time that rules are read from their files."""
    read: list[str] = []
    real = load.__globals__["_read"]
    monkeypatch.setitem(load.__globals__, "_read", lambda *args: (read.append("files"), real(*args))[1])
    return read


def test_rules_from_the_cache_are_those_of_the_files(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load([str(rules)], builtin="")
    _warm(rules)
    read = _from_files(monkeypatch)
    again = _load(rules)
    assert not read
    assert _same(first, again)


def test_nothing_is_kept_without_a_folder(rules: Path) -> None:
    cache.keep(load([str(rules)], builtin=""))
    assert not list((rules.parent / "cache").iterdir())


def test_compiled_patterns_come_back(rules: Path) -> None:
    _warm(rules)
    script = (
        "import sys, regex\n"
        "regex.compile = None\n"  # whatever is not kept fails
        "from prlint.rulebook import load\n"
        "book = load([sys.argv[1]], builtin='', cache=sys.argv[2])\n"
        "rule = book.rules[0]\n"
        "assert rule.params['pattern'][0].search('of the the plant')[0] == 'the the'\n"
        "assert rule.unless[0].sentence[0].pattern.search('a song by The The')\n"
        "assert 'ruamel' not in ' '.join(sys.modules), 'YAML was read'\n"
        "assert '_ruamel_yaml' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script, str(rules), str(rules.parent / "cache")], check=True)


@pytest.mark.parametrize("what", ["changed", "changed in place", "added", "removed", "renamed", "list"])
def test_another_content_is_read_anew(rules: Path, what: str) -> None:
    _warm(rules)
    file = rules / "doubled.yaml"
    if what == "changed":
        file.write_text(RULE.replace("twice", "two times"))
    elif what == "changed in place":
        # Same size, and its time set back to what it was: only the content differs.
        before = file.stat()
        file.write_text(RULE.replace("twice", "again"))
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        os.utime(_kept(rules), ns=(before.st_atime_ns, before.st_mtime_ns))
    elif what == "added":
        (rules / "more.yaml").write_text(RULE.replace("id: doubled", "id: more"))
    elif what == "removed":
        file.unlink()
    elif what == "renamed":
        file.rename(rules / "tripled.yaml")
    else:
        (rules / "lists" / "metals.yaml").write_text("items: [Au, Cu]\n")
    assert _same(_load(rules), load([str(rules)], builtin=""))


def test_new_times_alone_do_not_cost_a_reading_of_yaml(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _warm(rules)
    shutil.copy(rules / "doubled.yaml", rules / "copy")
    (rules / "copy").replace(rules / "doubled.yaml")
    read = _from_files(monkeypatch)
    book = _load(rules)
    assert not read
    # It is kept again with its new times, so that the next run need not read the content.
    before = _kept(rules).read_bytes()
    cache.keep(book)
    assert _kept(rules).read_bytes() != before


def test_patterns_compiled_during_the_run_are_kept_too(rules: Path) -> None:
    _warm(rules)
    book = _load(rules)
    before = _kept(rules).read_bytes()
    cache.keep(book)
    assert _kept(rules).read_bytes() == before
    patterns.pattern(r"one that no rule has [0-9]").search("x")
    cache.keep(book)
    assert len(_kept(rules).read_bytes()) > len(before)


def test_examples_come_only_when_asked_for(rules: Path) -> None:
    _warm(rules)
    assert not _load(rules).rules[0].examples
    assert not load([str(rules)], builtin="").rules[0].examples
    asked = load([str(rules)], builtin="", cache=str(rules.parent / "cache"), examples=True)
    assert len(asked.rules[0].examples) == 2
    assert len(asked.facts[0].examples) == 1


def test_broken_rules_are_reported_each_time(rules: Path) -> None:
    (rules / "broken.yaml").write_text("id: broken\n")
    for _ in range(2):
        book = _load(rules)
        cache.keep(book)
        assert [error.rule for error in book.errors] == ["broken"]
        assert [rule.id for rule in book.rules] == ["doubled"]
    assert not list((rules.parent / "cache").iterdir())


@pytest.mark.parametrize("spoil", ["empty", "cut", "flipped", "other"])
def test_a_spoilt_cache_is_made_anew(rules: Path, spoil: str) -> None:
    data = bytearray(_warm(rules))
    if spoil == "empty":
        data.clear()
    elif spoil == "cut":
        del data[len(data) // 2 :]
    elif spoil == "flipped":
        data[len(data) // 2] ^= 1
    else:
        data[:] = b"\x89PNG\r\n"
    _kept(rules).write_bytes(data)
    _later(rules)
    book = _load(rules)
    assert _same(book, load([str(rules)], builtin=""))
    cache.keep(book)
    assert _kept(rules).read_bytes() != bytes(data)


class _Hostile:
    def __init__(self, flag: Path) -> None:
        self.flag = flag

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.flag),)


@pytest.mark.parametrize("where", ["first", "second"])
def test_a_pickle_can_make_nothing_but_rules(rules: Path, where: str) -> None:
    _warm(rules)
    book = _load(rules)
    assert book.origin is not None
    flag = rules.parent / "flag"
    good = pickle.dumps((book.origin.stamp, book.digest))
    bad = pickle.dumps(_Hostile(flag))
    data = bad if where == "first" else good + bad
    _kept(rules).write_bytes(crc32(data).to_bytes(4, "big") + data)
    _later(rules)
    assert _same(_load(rules), load([str(rules)], builtin=""))
    assert not flag.exists()


def test_another_version_is_read_anew(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _warm(rules)
    read = _from_files(monkeypatch)
    monkeypatch.setattr("prlint.rulebook.cache.__version__", "9.9.9")
    _load(rules)
    assert read


def test_a_folder_that_cannot_be_written_costs_time_and_no_result(rules: Path) -> None:
    book = load([str(rules)], builtin="", cache=str(rules.parent / "nowhere" / "cache"))
    cache.keep(book)
    assert [rule.id for rule in book.rules] == ["doubled"]
    assert not (rules.parent / "nowhere").exists()
