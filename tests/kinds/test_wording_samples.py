"""What the rules of wording, structure and claims find in the two samples, and what they must not."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from prlint import engine
from tests.support import builtin

if TYPE_CHECKING:
    from prlint.finding import Finding, Place

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = {"000": "000_ddad1479818f83c8.txt", "002": "002_c5298252547a7647.txt"}
FAMILIES = ("wording", "structure", "claims", "identity", "numbers")


@cache
def found(key: str) -> tuple[Finding, ...]:
    source = engine.Source(f"{key}.txt", (SEEDS / NAMES[key]).read_bytes())
    ours = frozenset(rule.id for rule in builtin().rules if rule.family in FAMILIES)
    return engine.check([source], builtin(), options=engine.Options(rules=ours)).findings


def place_of(key: str, place: Place) -> tuple[int, str]:
    """Returns a place's line and quote, after a look at whether the quote does stand at its line and column."""
    lines = (SEEDS / NAMES[key]).read_text(encoding="utf-8").split("\n")
    written = lines[place.start.line - 1][place.start.column - 1 :]
    assert written.startswith(place.quote.split(" ¶ ")[0])
    return place.start.line, place.quote


def places(key: str, rule: str) -> list[tuple[str, list[tuple[int, str]]]]:
    return [(f.severity, [place_of(key, place) for place in f.places]) for f in found(key) if f.rule == rule]


@pytest.mark.parametrize(
    ("key", "rule", "expected"),
    [
        ("000", "patent-number-kind", [("warning", [(11, "issued patent, JP 2014-147869")])]),
        ("000", "broken-paragraph", [("warning", [(17, "The ¶ FDA")]), ("warning", [(33, "other ¶ government")])]),
        ("000", "safe-effective-investigational", [("warning", [(23, "can result in improved outcomes")])]),
        ("000", "safe-effective-quoted", [("info", [(13, "early clinical benefits seen")])]),
        (
            "000",
            "acronym-two-expansions",
            [
                (
                    "warning",
                    [
                        (9, "phospholipid drug conjugates™ (PDCs™)"),
                        (27, "phospholipid ether-drug conjugates™ (PDCs™)"),
                    ],
                )
            ],
        ),
        ("000", "acronym-unused", [("info", [(27, "phospholipid ether (PLE)")])]),
        ("000", "pronoun-drift", [("info", [(27, "our")])]),
        ("000", "hyphen-compound", [("info", [(31, "small-molecules")])]),
        ("000", "stray-comma", [("info", [(17, "including,")])]),
        ("000", "straight-curly-mix", [("info", [(9, "“"), (17, "'")])]),
        ("000", "trademark-consistency", [("info", [(27, "PDCs™")])]),
        ("002", "regulatory-status-verb", [("warning", [(25, "orphan drug designated Phase I clinical study")])]),
        ("002", "hyphen-compound", [("info", [(7, "Peer Reviewed")]), ("info", [(25, "small-molecules")])]),
        ("002", "time-style", [("info", [(15, "2:30 PM")])]),
        ("002", "pronoun-drift", [("info", [(11, "our")]), ("info", [(21, "our")])]),
        ("002", "stray-comma", [("info", [(13, "titled,")])]),
    ],
)
def test_expected(key: str, rule: str, expected: list[tuple[str, list[tuple[int, str]]]]):
    assert places(key, rule) == expected


def test_terms_written_in_two_ways():
    assert sorted(
        tuple(place.quote for place in f.places) for f in found("000") if f.rule == "variant-within-document"
    ) == [("radio isotopes", "radioisotope", "radioisotope"), ("triple-negative", "triple negative")]


def test_asterisks_are_residue_in_plain_text_only():
    (one,) = [f for f in found("002") if f.rule == "markup-residue"]
    assert [place.start.line for place in one.places] == [11, 13]
    source = engine.Source("002.md", (SEEDS / NAMES["002"]).read_bytes())
    made = engine.check([source], builtin(), options=engine.Options(rules=frozenset(["markup-residue"])))
    assert made.findings == ()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("000", "Diapeutic"),
        ("000", "NCI supported"),
        ("000", "clinical stage"),
        ("000", "designated as an orphan drug by the US FDA"),
        ("000", "may provide patients"),
        ("000", "our current beliefs"),
        ("002", "Fluorophores"),
        ("002", "Alkylphosphocholine"),
        ("002", "peer reviewed data"),
        ("002", "cognates"),
        ("002", "Quickshot"),
    ],
)
def test_left_alone(key: str, words: str):
    text = (SEEDS / NAMES[key]).read_text(encoding="utf-8")
    start = text.index(words)
    end = start + len(words)
    touching = [
        f.rule for f in found(key) for place in f.places if place.start.offset < end and start < place.end.offset
    ]
    assert touching == []
