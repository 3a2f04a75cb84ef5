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


RESOURCE = """\
claim: resource
read:
  - text: '{tonnes:number Mt} {gap} {class:ordered Inferred, Indicated, Measured} resource at {deposit:text}.'
key: [deposit]
value: class
examples:
  - {text: 'It has 4.5 Mt in the Inferred resource at Kestrel.', gives: {deposit: Kestrel, class: Inferred}}
"""


@pytest.mark.parametrize(("then", "now", "falls"), [("Indicated", "Inferred", True), ("Inferred", "Measured", False)])
@pytest.mark.parametrize(
    "rule",
    [
        "kind: agree\nparams: {claim: resource, earlier: not_lower}\noutcomes:\n  changed:",
        "kind: progress\nparams: {claim: resource, value: class, same: [deposit]}\noutcomes:\n  regression:",
    ],
)
def test_words_on_a_scale_are_compared_by_rank(tmp_path: Path, rule: str, then: str, now: str, falls: bool) -> None:
    # By the alphabet Indicated stands before Inferred.
    examples = "examples: [{flag: '[[x]]', outcome: O}, {quiet: 'x'}]\n".replace(
        "O", rule.rsplit(maxsplit=1)[-1].strip(":")
    )
    fall = f"id: falls\n{rule} {{severity: error, message: '{{found}} here, {{earlier}} before'}}\n"
    rulebook = _book(tmp_path, resource=RESOURCE, falls=f"{fall}compare: [document, archive]\n{examples}")
    text = "It has 4.5 Mt in the {} resource at Kestrel."
    made = report(text.format(now), date="2026-03-02", earlier=[("2025-03-02", text.format(then))], rulebook=rulebook)
    assert not made.errors
    assert [finding.message for finding in made.findings] == [f"{now} here, {then} before"] * falls


@pytest.mark.parametrize(
    ("type", "one", "other", "same"),
    [
        ("period", "second quarter of 2026", "Q2 2026", True),
        ("period", "Q1 2026", "Q2 2026", False),
        ("date", "March 2, 2026", "2 March 2026", True),
        ("date", "March 2, 2026", "March 3, 2026", False),
        ("number", "1,200", "1.2 thousand", True),
        ("number", "12.4", "12.40", True),
        ("money", "$1.2 million", "US$1,200,000", True),
        ("percent", "12.4%", "12.40 percent", True),
        ("percent", "12.4%", "12.5%", False),
        ("one-of gold, silver", "Gold", "gold", True),
        ("code", "GR-24-017", "gr-24–017", True),
        ("text", "the Kestrel Deposit", "the kestrel deposit", True),
    ],
)
def test_values_are_compared_and_not_their_writing(tmp_path: Path, type: str, one: str, other: str, same: bool) -> None:
    fact = (
        f"claim: said\nread:\n  - text: 'the value of {{what:one-of alpha, beta}} is {{x:{type}}} now'\nkey: what\nvalue: x\n"
        "fold: [case, dashes, spaces]\nexamples: [{text: 'x', gives: []}]\n"
    )
    rule = (
        "id: differs\nkind: agree\nparams: {claim: said}\noutcomes:\n  differs: {severity: error, message: 'x'}\n"
        "examples: [{flag: '[[x]]', outcome: differs}, {quiet: 'x'}]\n"
    )
    rulebook = _book(tmp_path, said=fact, differs=rule)
    text = f"Here the value of alpha is {one} now. There the value of alpha is {other} now."
    made = report(text, rulebook=rulebook)
    assert not made.errors
    assert len(made.documents[0].release.of("said")) == 2  # type: ignore[union-attr]
    assert len(made.findings) == (not same)


def _cells(tmp_path: Path, column: str, table: str, more: str = "", name: str = "draft.md") -> list[dict[str, Any]]:
    claim = f"claim: assay\nread:\n  - table: {column}\n{more}examples: [{{text: 'nothing', gives: []}}]\n"
    rulebook = _book(tmp_path, assay=claim)
    made = engine.understand(engine.Source(name, table.encode()), rulebook, ["assay"])
    return [dict(claim.fields) for claim in made.of("assay")]


@pytest.mark.parametrize(
    ("head", "type", "cell", "value"),
    [
        ("Au (g/t)", "", "12.40", 12.4),
        ("Au (g/t)", "", "12.4 g/t", 12.4),
        ("Au (g/t)", "", "12.4*", 12.4),
        ("Au (g/t)", "", "12.4 (1)", 12.4),
        ("Au (g/t)", "", "NSV", None),
        ("Au (g/t)", "", "<0.01", None),
        ("Au (g/t)", "", "12.4 oz/t", None),
        ("Recovery (%)", "", "92.5", 92.5),
        ("Recovery (%)", "", "(4.5)%", -4.5),
        ("Recovery", "percent", "92.5", None),
        ("Recovery", "percent", "92.5%", 92.5),
        ("Revenue ($ millions)", "", "12.4", 12_400_000.0),
        ("Revenue ($ millions)", "", "(12.4)", -12_400_000.0),
        ("Revenue ($000)", "", "$ 1,234", 1_234_000.0),
        ("Revenue", "money", "€3 million", 3_000_000.0),
        ("Ounces (000s)", "number", "1,250", 1_250_000.0),
        ("Hole ID", "code", "GR-24-017", "GR-24-017"),
        ("Hole ID", "code", "including", None),
        ("Class", "ordered Inferred, Indicated", "indicated", "Indicated"),
        ("Class", "one-of Inferred, Indicated", "Inferred and Indicated", None),
        ("Filed", "date", "March 2, 2026", "2026-03-02"),
        ("Filed", "date", "soon", None),
        ("Ended", "period", "Q2 2026", "Q2 2026"),
        ("Note", "", "as reported (see below)", "as reported (see below)"),
    ],
)
def test_what_a_cell_is_worth(tmp_path: Path, head: str, type: str, cell: str, value: object) -> None:
    table = f"| Line | {head} |\n| --- | --- |\n| A | {cell} |\n"
    fields = f"fields: {{x: '{type}'}}\n" if type else ""
    (found,) = _cells(tmp_path, f"{{line: Line, x: '{head}'}}", table, f"key: [line]\n{fields}")
    assert found["x"] == value


def test_the_head_says_what_the_currency_is(tmp_path: Path) -> None:
    table = "| Line | Revenue, in millions of € |\n|---|---|\n| A | 4 |\n| B | $5 |\n"
    found = _cells(tmp_path, "{line: Line, x: 'Revenue, in millions of €'}", table, "fields: {x: money}\n")
    assert [(row["x"], row["x_currency"]) for row in found] == [(4e6, "EUR"), (5e6, "USD")]


@pytest.mark.parametrize("head", ["HOLE-ID", "Hole\u00a0ID", "Hole ID*", "Hole ID (1)", "**Hole ID**", "Hole  ID:"])
def test_the_names_of_columns_are_folded(tmp_path: Path, head: str) -> None:
    table = f"| {head} | au(g/t) | Length (m) |\n|:---|---:|---|\n| GR-1 | 4.5 | 10 |\n"
    assert _cells(tmp_path, "{hole: Hole ID, grade: 'Au (g/t)', length: Length}", table) == [
        {"hole": "GR-1", "grade": 4.5, "length": "10"}
    ]


def test_another_unit_is_another_column(tmp_path: Path) -> None:
    table = "| Hole | Au (oz/t) | Au (g/t) |\n|---|---|---|\n| GR-1 | 0.1 | 4.5 |\n"
    fields = "fields: {grade: number g/t}\n"
    assert _cells(tmp_path, "{hole: Hole, grade: Au}", table, fields) == [{"hole": "GR-1", "grade": 4.5}]
    assert _cells(tmp_path, "{hole: Hole, grade: Au}", table.replace("g/t", "ppm"), fields) == []


HOLES = """\
| Hole | From (m) | Au (g/t) |
|---|---|---|
| GR-1 | 10 | 4.5 |
|  | 20 | 5.5 |
| including | 22 | 9.5 |
|  | 30 |  |
| GR-2 | 40 |
| GR-3 | 50 | 6.5 |
"""


def test_an_empty_key_stands_for_the_one_above_only_where_that_is_said(tmp_path: Path) -> None:
    columns = "{hole: Hole, from: 'From (m)', grade: 'Au (g/t)'}"
    more = "fields: {hole: code}\nkey: [hole, from]\nvalue: grade\n"
    # A row without its key or its value says nothing, nor does one with cells too few; "including" is no hole.
    assert [row["from"] for row in _cells(tmp_path, columns, HOLES, more)] == [10.0, 50.0]
    found = _cells(tmp_path, columns, HOLES, f"    fill: [hole]\n{more}")
    assert [(row["hole"], row["from"]) for row in found] == [("GR-1", 10.0), ("GR-1", 20.0), ("GR-3", 50.0)]


def test_each_table_is_read_under_its_own_head(tmp_path: Path) -> None:
    table = (
        f"{HOLES}\n| Hole | Ag | Au (g/t) |\n|---|---|---|\n| GR-4 | 60 | 7.5 |\n\nNow text.\n\n| GR-5 | 70 | 8.5 |\n"
    )
    columns = "{hole: Hole, from: 'From (m)', grade: 'Au (g/t)'}"
    assert [row["from"] for row in _cells(tmp_path, columns, table, "key: [hole]\nvalue: grade\n")][-1] == 50.0


def test_a_head_in_two_lines_is_one(tmp_path: Path) -> None:
    table = "| Hole | From | Au |\n|---|---|---|\n|  | (m) | (g/t) |\n| GR-1 | 10 | 4.5 |\n"
    other = "| Drill | From | Au |\n|---|---|---|\n| Hole | (m) | (g/t) |\n| GR-1 | 10 | 4.5 |\n"
    fields = "fields: {from: number m, grade: number g/t}\n"
    for text, hole in ((table, "Hole"), (other, "Drill Hole")):
        assert _cells(tmp_path, f"{{hole: {hole}, from: From, grade: Au}}", text, fields) == [
            {"hole": "GR-1", "from": 10.0, "grade": 4.5}
        ]


@pytest.mark.parametrize(
    "table",
    [
        "Hole\tFrom\tAu (g/t)\nGR-1\t10\t4.5\nGR-2\t\t5.5\n",
        "Hole    From    Au (g/t)\n-----   -----   -----\n\nGR-1    10      4.5\n\nGR-2    -       5.5\n",
        "| Hole | From | Au (g/t) |\n|---|---|---|\n| GR-1 | 10 | 4.5 |\n| GR-2 |  | 5.5 |\n",
    ],
)
def test_tables_of_plain_text(tmp_path: Path, table: str) -> None:
    text = f"The holes of this year are listed here.\n\n{table}\nGR-9 was not drilled.\n\nGR-9    and so on    4.5\n"
    found = _cells(tmp_path, "{hole: Hole, grade: 'Au (g/t)'}", text, name="draft.txt")
    assert [(row["hole"], row["grade"]) for row in found] == [("GR-1", 4.5), ("GR-2", 5.5)]


def test_a_row_gives_a_claim_for_each_way_of_reading_it(tmp_path: Path) -> None:
    table = "| Hole | Au (g/t) | Ag (g/t) |\n|---|---|---|\n| GR-1 | 4.5 | 55 |\n"
    ways = "{hole: Hole, grade: 'Au (g/t)'}\n    with: {metal: Au}\n  - table: {hole: Hole, grade: 'Ag (g/t)'}\n"
    found = _cells(tmp_path, ways, table, "    with: {metal: Ag}\n")
    assert found == [{"hole": "GR-1", "grade": 4.5, "metal": "Au"}, {"hole": "GR-1", "grade": 55.0, "metal": "Ag"}]


def test_a_paragraph_in_a_table_is_no_cell(tmp_path: Path) -> None:
    # A pattern that is tried at each of its letters takes minutes for these.
    long = "*" * 200_000 + "("
    table = f"| Hole | Au (g/t) |\n|---|---|\n| GR-1 | {long} |\n| {long} | 4 |\n| {long} | {long} |\n| GR-2 | 5 |\n"
    found = _cells(tmp_path, "{hole: Hole, grade: 'Au (g/t)'}", table, "key: [hole]\nvalue: grade\n")
    assert found == [{"hole": "GR-2", "grade": 5.0}]


def test_the_place_of_a_row_is_its_cells(tmp_path: Path) -> None:
    claim = "claim: assay\nread:\n  - table: {hole: Hole, grade: 'Au (g/t)'}\nexamples: [{text: 'x', gives: []}]\n"
    text = "| Zone | Hole | Au (g/t) | Note |\n|---|---|---|---|\n| N | GR\\|1 | **4.5** | new |\n"
    made = engine.understand(engine.Source("a.md", text.encode()), _book(tmp_path, assay=claim), ["assay"])
    (found,) = made.of("assay")
    assert (found.text, found.get("hole")) == ("GR|1 | 4.5", "GR|1")
    span = made.document.view.source_span(found.start, found.end)
    assert text[span.start : span.end] == "GR\\|1 | **4.5"


def test_kept_rules_read_tables_as_fresh_ones_do(tmp_path: Path) -> None:
    from prlint.rulebook.cache import keep

    (tmp_path / "a.yaml").write_text(
        "claim: assay\nread:\n  - table: {hole: Hole, grade: 'Au (g/t)'}\n    with: {metal: Au}\n"
        "examples: [{text: 'x', gives: []}]\n"
    )
    source = engine.Source("a.md", b"| Hole | Au (g/t) |\n|---|---|\n| GR-1 | 4.5 |\n")
    for kept in (False, True):
        rulebook = load([str(tmp_path / "a.yaml")], builtin="", cache=str(tmp_path))
        assert not rulebook.errors
        (claim,) = engine.understand(source, rulebook, ["assay"]).of("assay")
        assert claim.fields == {"hole": "GR-1", "grade": 4.5, "metal": "Au"}
        assert (rulebook.origin is not None and rulebook.origin.patterns != 0) is kept
        keep(rulebook)
