"""Claims in YAML: what their slots read, through the real engine, and rules over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from prlint import engine
from prlint.prove import prove_fact
from prlint.rulebook import load
from tests.support import report

if TYPE_CHECKING:
    from pathlib import Path

    from prlint.rulebook.model import Rulebook


def _book(tmp_path: Path, **files: str) -> Rulebook:
    for name, text in files.items():
        path = tmp_path / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    rulebook = load([str(tmp_path)], builtin="")
    assert not rulebook.errors, "\n".join(str(error) for error in rulebook.errors)
    return rulebook


def _read(tmp_path: Path, way: str, text: str, more: str = "") -> list[dict[str, Any]]:
    """Returns the fields of each claim that one way of reading finds in a text."""
    claim = f"claim: assay\nread:\n  - {way}\n{more}examples: [{{text: 'nothing', gives: []}}]\n"
    rulebook = _book(tmp_path, assay=claim, lists__metals="items: [gold, silver, fool's gold]\n")
    made = engine.understand(engine.Source("draft.txt", text.encode()), rulebook, ["assay"])
    return [dict(claim.fields) for claim in made.of("assay")]


@pytest.mark.parametrize(
    ("slot", "text", "value"),
    [
        ("{x:number}", "It has 12.40 of them.", 12.4),
        ("{x:number}", "It has 1,200,000 of them.", 1_200_000.0),
        ("{x:number}", "It has 3.2 million of them.", 3_200_000.0),
        ("{x:number}", "It has eighty of them.", 80.0),
        ("{x:number}", "It has twenty-one of them.", 21.0),
        ("{x:number}", "It has -4 of them.", -4.0),
        ("{x:number g/t}", "It has 12.4 g/t of them.", 12.4),
        ("{x:number m}", "It has 12.4 m of them.", 12.4),
        ("{x:number mg}", "It has 5-mg of them.", 5.0),
        ("{x:money}", "It has $12.4 million of them.", 12_400_000.0),
        ("{x:money}", "It has EUR 5,000 of them.", 5000.0),
        ("{x:money}", "It has $(4.5) of them.", -4.5),
        ("{x:percent}", "It has 12.4% of them.", 12.4),
        ("{x:percent}", "It has 12 percent of them.", 12.0),
        ("{x:date}", "It has March 2, 2026 of them.", "2026-03-02"),
        ("{x:date}", "It has 2 March 2026 of them.", "2026-03-02"),
        ("{x:period}", "It has first quarter of 2026 of them.", "first quarter of 2026"),
        ("{x:code}", "It has GR-24-017 of them.", "GR-24-017"),
        ("{x:code}", "It has ARD 101 of them.", "ARD 101"),
        ("{x:one-of Au, Ag}", "It has AU of them.", "Au"),
        ("{x:ordered Inferred, Indicated, Measured}", "It has indicated of them.", "Indicated"),
        ("{x:list:metals}", "It has fool's gold of them.", "fool's gold"),
        ("{x:text}", "It has a good many of them.", "a good many"),
    ],
)
def test_what_a_slot_reads(tmp_path: Path, slot: str, text: str, value: object) -> None:
    (fields,) = _read(tmp_path, f'text: "It has {slot} of them"', text)
    assert fields["x"] == value


@pytest.mark.parametrize(
    ("slot", "text"),
    [
        ("{x:number}", "It has some of them."),
        ("{x:number g/t}", "It has 12.4 of them."),
        ("{x:number g/t}", "It has 12.4 g/tonne of them."),
        ("{x:percent}", "It has 12 of them."),
        ("{x:money}", "It has 12 of them."),
        ("{x:date}", "It has February 30, 2026 of them."),
        ("{x:code}", "It has gold of them."),
        ("{x:one-of Au, Ag}", "It has Cu of them."),
        ("{x:one-of Au, Ag}", "It has Aug of them."),
    ],
)
def test_what_a_slot_does_not_read(tmp_path: Path, slot: str, text: str) -> None:
    assert _read(tmp_path, f'text: "It has {slot} of them"', text) == []


def test_what_comes_with_a_value(tmp_path: Path) -> None:
    way = 'text: "{a:money} {gap} {b:ordered low, high} {gap} {c:period}"'
    (fields,) = _read(tmp_path, way, "We raised €3 million at a High price in Q2 2026.")
    assert fields == {
        "a": 3_000_000.0,
        "a_currency": "EUR",
        "b": "high",
        "b_rank": 2,
        "c": "Q2 2026",
        "c_start": "2026-04-01",
        "c_end": "2026-06-30",
    }


def test_a_gap_stays_in_its_sentence(tmp_path: Path) -> None:
    way = "text: '{x:code} {gap} {y:number g/t}'"
    assert _read(tmp_path, way, "We drilled GR-1. It rained. There was 4 g/t there.") == []
    (fields,) = _read(tmp_path, way, "We drilled GR-1. In GR-2, at last, there was 4 g/t.")
    assert fields == {"x": "GR-2", "y": 4.0}


def test_a_pattern_with_types(tmp_path: Path) -> None:
    way = r"pattern: '(?P<hole>[A-Z]{2}-\d+)(?: returned (?P<grade>[\d.]+) g/t)?'"
    found = _read(tmp_path, way, "GR-1 returned 4.50 g/t and GR-2 nothing.", "fields: {grade: number}\n")
    assert found == [{"hole": "GR-1", "grade": 4.5}, {"hole": "GR-2", "grade": None}]


def test_an_order_given_as_a_list(tmp_path: Path) -> None:
    fields = "fields: {x: {ordered: ['poor, so far', good]}}\n"
    way = "text: 'it was {x}'"
    assert _read(tmp_path, way, "Then it was poor, so far. And it was Good.", fields) == [
        {"x": "poor, so far", "x_rank": 1},
        {"x": "good", "x_rank": 2},
    ]


def test_typography_does_not_matter(tmp_path: Path) -> None:
    # U+2011 is a hyphen in the view; the fold makes the dash one too, and takes case and the space away.
    found = _read(
        tmp_path,
        "text: 'hole {x:code}'",
        "In hole GR\u201124, hole gr\u201324 and Hole GR 24 it was dry.",
        "fold: [dashes, case, spaces]\n",
    )
    assert [fields["x"] for fields in found] == ["GR-24", "GR-24", "GR24"]


def test_the_first_way_of_reading_wins(tmp_path: Path) -> None:
    way = "text: '{x:number g/t} gold'\n  - text: '{x:number g/t}'"
    found = _read(tmp_path, way, "It had 4 g/t gold and 5 g/t.")
    assert [fields["x"] for fields in found] == [4.0, 5.0]


MODELS = """\
claim: models
read:
  - text: '{count:number} {gap} models'
value: count
examples:
  - {text: 'Tested in more than 80 xenograft models.', gives: {count: 80}}
"""
FALLS = """\
id: models-fall
kind: agree
params: {claim: models, earlier: not_lower}
compare: [document, archive]
outcomes:
  changed: {severity: error, message: '{found} models here, {earlier} on {earlier_date}'}
examples:
  - flag: 'Tested in more than [[60 xenograft models]].'
    date: 2026-03-02
    archive: [{date: 2025-03-02, text: 'Tested in <<80 xenograft models>>.'}]
    outcome: changed
  - quiet: 'Tested in 80 xenograft models.'
"""


def test_a_rule_over_a_claim_needs_no_key_or_value_of_its_own(tmp_path: Path) -> None:
    rulebook = _book(tmp_path, models=MODELS, falls=FALLS)
    text = "Ardenta tested it in more than 60 xenograft models."
    old = "Ardenta tested it in more than 80 xenograft models."
    made = report(text, date="2026-03-02", earlier=[("2025-03-02", old)], rulebook=rulebook)
    assert not made.errors
    assert [finding.message for finding in made.findings] == ["60 models here, 80 on 2025-03-02"]
    assert not report(old, date="2026-03-02", earlier=[("2025-03-02", text)], rulebook=rulebook).findings


@pytest.mark.parametrize(
    ("gives", "problem"),
    [
        ("{count: 81}", "`count` should be 81.0, it is 80.0"),
        ("[]", "it should give 0, it gives 1: '80 xenograft models'"),
        ("[{count: 80}, {count: 80}]", "it should give 2, it gives 1: '80 xenograft models'"),
    ],
)
def test_an_example_that_does_not_hold_is_said(tmp_path: Path, gives: str, problem: str) -> None:
    _book(tmp_path, models=MODELS.replace("{count: 80}", gives))
    rulebook = load([str(tmp_path)], builtin="", examples=True)
    (failed,) = prove_fact(rulebook.facts[0], rulebook)
    assert failed.problems == (problem,)
