from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import regex

from prlint.text import patterns


def _run(script: str) -> str:
    """Runs a script in a Python that has not imported anything yet, and returns what it prints."""
    return subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout


def test_flags_are_those_of_regex() -> None:
    assert {letter: int(getattr(regex, letter.upper())) for letter in patterns.FLAGS} == patterns.FLAGS
    assert int(regex.VERSION1) == patterns.VERSION1


def test_a_pattern_matches_as_regex_does() -> None:
    found = patterns.pattern(r"(?P<word>[a-z]+) (?P=word)", "i").search("So THE the end")
    assert found is not None
    assert (found[0], found["word"], found.span()) == ("THE the", "THE", (3, 10))


def test_a_pattern_that_runs_away_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "TIME_LIMIT", 0.05)
    with pytest.raises(TimeoutError):
        patterns.pattern(r"(?:a+a+)+b").search("a" * 4000)


KEPT = r"""
import sys
from prlint.text import patterns
forms = {forms!r}
patterns.use(forms)
one = patterns.pattern(r"(?P<word>\p{{L}}+) (?P=word)", "i")
found = one.search("So THE the end")
print(found[0], found["word"], one.groups, [m[0] for m in one.finditer("a a, b b")], one.sub(r"\g<word>", "a a b"))
print("compiler" if "regex._regex_core" in sys.modules and {alone} else "engine alone")
"""


def _forms() -> dict[Any, Any]:
    one = patterns.pattern(r"(?P<word>\p{L}+) (?P=word)", "i")
    one.search("")
    key = (one.source, one.flags)
    return {key: patterns.kept()[key]}


def test_a_kept_pattern_needs_no_compiler() -> None:
    script = KEPT.replace(', one.sub(r"\\g<word>", "a a b")', "").format(forms=_forms(), alone=True)
    assert _run(script).splitlines() == ["THE the THE ('word',) ['a a', 'b b']", "engine alone"]


def test_what_needs_the_compiler_still_finds_it() -> None:
    script = KEPT.format(forms=_forms(), alone=False)
    assert _run(script).splitlines()[0] == "THE the THE ('word',) ['a a', 'b b'] a b"


def test_the_engine_alone_is_the_one_that_regex_then_uses() -> None:
    script = (
        "import sys\n"
        "from prlint.text import patterns\n"
        f"patterns.use({_forms()!r})\n"
        "patterns.pattern(r'(?P<word>\\p{L}+) (?P=word)', 'i').search('')\n"
        "assert 'regex' not in sys.modules\n"
        "engine = sys.modules['regex._regex']\n"
        "import regex\n"
        "assert sys.modules['regex._regex'] is engine\n"
        "print(regex.sub('(?i)(B)', r'<\\1>', 'abc'), type(regex.compile('x')) is type(engine.compile(*list(patterns.kept().values())[0])))\n"
        "try:\n    regex.compile('(')\nexcept regex.error as problem:\n    print(problem)\n"
    )
    assert _run(script).splitlines() == ["a<b>c True", "missing ) at position 1"]


def test_where_the_engine_has_no_file_of_its_own_regex_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_engine_path", lambda: "")
    monkeypatch.setattr(patterns, "_NAME", "regex._regex")
    assert patterns._engine() is sys.modules["regex._regex"]
    assert patterns.engine_version() == (regex.__version__,)


def test_an_unknown_flag_is_refused() -> None:
    with pytest.raises(KeyError):
        patterns.pattern("a", "q")


@pytest.mark.parametrize("template", ["", "plain", r"\g<a>", r"x\g<b>y\g<a>z\g<a>", r"a > b \g<a>> c"])
def test_a_template_is_expanded_as_regex_does(template: str) -> None:
    found = patterns.pattern(r"(?P<a>\w+) (?P<b>\w+)").search("one two")
    assert found is not None
    assert patterns.expand(found, template) == found.expand(template)


def test_a_group_that_took_no_part_is_nothing() -> None:
    found = patterns.pattern(r"(?P<a>x)|(?P<b>y)").search("y")
    assert found is not None
    assert patterns.expand(found, r"[\g<a>]") == "[]"
    with pytest.raises(IndexError):
        patterns.expand(found, r"\g<c>")
