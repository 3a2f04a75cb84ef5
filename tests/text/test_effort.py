"""Where a pattern needs no time limit: never where it could run away."""

from __future__ import annotations

import pytest

from prlint.text import patterns
from prlint.text.effort import harmless
from prlint.text.patterns import pattern


@pytest.mark.parametrize(
    "source",
    [
        "(?:a+)+b",
        "(?:a|aa)*b",
        "(?:a?)*b",
        r"(?:\w+ ?)+$",
        "(?:(?:a{1,9}){1,9}){1,9}b",
        "(?:a|a|a|a){20}b",
        r"(?:\w|[ab]|A|.){20}b",
        "(?:phase){e<=1}",
        "(?(one)a|b)",
        "(?R)",
        "a**",
        "(a",
    ],
)
def test_what_can_run_away_needs_a_limit_everywhere(source: str) -> None:
    assert harmless(source) == 0


@pytest.mark.parametrize(
    ("source", "least", "most"),
    [
        ("approv(?:ed|al)", 100_000, 1 << 20),
        (r"\b(?:re-?nam(?:e|es|ed|ing))\b", 100_000, 1 << 20),
        (r"[^\s\]]+ (?=x)", 1_000, 10_000),
        (r"\w+ \w+ \w+", 40, 100),
        (r".*.*.*.*.*", 1, 20),
        (r"(?: \w+){0,3} trial", 20, 200),
    ],
)
def test_the_more_a_pattern_repeats_the_shorter_the_text(source: str, least: int, most: int) -> None:
    assert least <= harmless(source) <= most


def test_a_verbose_pattern_is_read_without_its_blanks_and_remarks() -> None:
    assert harmless("a + # (a+)+\n b", verbose=True) == harmless("a+b")


def test_a_limit_holds_however_often_a_pattern_was_used(monkeypatch: pytest.MonkeyPatch) -> None:
    runaway = pattern("(?:a+a+)+b")
    for _ in range(40):
        assert runaway.search("aab") is not None
    monkeypatch.setattr(patterns, "TIME_LIMIT", 0.05)
    with pytest.raises(TimeoutError):
        runaway.search("a" * 4000)


def test_matches_are_the_same_with_and_without_a_limit() -> None:
    words = pattern(r"\w+ly")
    assert len({tuple(match.span() for match in words.finditer("early, lately and daily")) for _ in range(40)}) == 1
