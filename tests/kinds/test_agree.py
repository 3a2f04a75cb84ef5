from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.kinds.written import findings
from tests.support import quotes

if TYPE_CHECKING:
    from pathlib import Path

FACT = r"""
claim: assay
read:
  - pattern: '(?P<hole>[A-Z]{2}-\d+) returned (?P<grade>[\d.,]+) g/t (?P<metal>\w+)'
key: [hole, metal]
value: grade
examples: [{text: 'GR-17 returned 12.4 g/t gold', gives: {hole: GR-17, grade: '12.4', metal: gold}}]
"""
RULE = """\
kind: agree
outcomes:
  differs: {{message: '{{hole}}: {{other}}, then {{found}}'}}
  changed: {{message: '{{hole}}: {{earlier}} on {{earlier_date}}, now {{found}}'}}
compare: [document, archive]
params: {{claim: assay, key: [hole, metal], value: [grade]{more}}}
"""


def found(folder: Path, text: str, more: str = "", **how):
    return findings(folder, RULE.format(more=more), text, fact=FACT, outcomes=("differs", "changed"), **how)


def test_two_values_for_one_key_are_one_finding_at_both_places(tmp_path: Path):
    text = "GR-17 returned 12.4 g/t gold. GR-18 returned 3 g/t gold. GR-17 returned 14.2 g/t gold."
    (one,) = found(tmp_path, text)
    assert one.message == "GR-17: 12.4, then 14.2"
    assert quotes([one]) == [("GR-17 returned 12.4 g/t gold", "GR-17 returned 14.2 g/t gold")]


@pytest.mark.parametrize(("first", "second"), [("12.4", "12.40"), ("1,000", "1000"), ("7", "7.0")])
def test_numbers_are_compared_as_numbers(tmp_path: Path, first: str, second: str):
    assert found(tmp_path, f"GR-17 returned {first} g/t gold; GR-17 returned {second} g/t gold.") == []


def test_keys_fold_case_when_asked(tmp_path: Path):
    text = "GR-17 returned 12 g/t Gold. GR-17 returned 14 g/t gold."
    assert len(found(tmp_path, text)) == 1
    assert found(tmp_path, text, ", fold: [spaces]") == []


def test_another_key_is_another_thing(tmp_path: Path):
    assert found(tmp_path, "GR-17 returned 12 g/t gold. GR-17 returned 40 g/t silver.") == []


EARLIER = [("2026-01-05", "GR-17 returned 12 g/t gold.")]


@pytest.mark.parametrize(
    ("now", "how", "count"),
    [
        ("14", "ignore", 0),
        ("14", "same", 1),
        ("12.0", "same", 0),
        ("14", "not_lower", 0),
        ("9", "not_lower", 1),
        ("9", "not_higher", 0),
        ("14", "not_higher", 1),
    ],
)
def test_the_newest_earlier_release_is_what_a_value_is_held_to(tmp_path: Path, now: str, how: str, count: int):
    text = f"GR-17 returned {now} g/t gold."
    made = found(tmp_path, text, f", earlier: {how}", date="2026-03-02", earlier=EARLIER)
    assert len(made) == count
    if made:
        assert made[0].message == f"GR-17: 12 on 2026-01-05, now {now}"
        assert [cited.quote for cited in made[0].evidence] == ["GR-17 returned 12 g/t gold"]


def test_an_older_value_gives_way_to_a_newer_one(tmp_path: Path):
    earlier = [("2025-06-01", "GR-17 returned 30 g/t gold."), *EARLIER]
    text = "GR-17 returned 14 g/t gold."
    assert found(tmp_path, text, ", earlier: not_lower", date="2026-03-02", earlier=earlier) == []
