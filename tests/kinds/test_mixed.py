from __future__ import annotations

from typing import TYPE_CHECKING

from tests.kinds.written import findings

if TYPE_CHECKING:
    from pathlib import Path

RULE = "kind: mixed\nmessage: '{first_way} {first}, {other_way} {other}'\n"
SPELLING = "pattern: '(?P<American>tumors?)|(?P<British>tumours?)'"


def test_two_ways_are_one_finding_at_the_first_place_of_each(tmp_path: Path):
    (found,) = findings(tmp_path, f"{RULE}params: {{{SPELLING}}}", "tumours, tumours and tumors")
    assert found.message == "British tumours, American tumors"
    assert [(place.start.offset, place.quote) for place in found.places] == [(0, "tumours"), (21, "tumors")]


def test_one_way_is_in_order(tmp_path: Path):
    assert findings(tmp_path, f"{RULE}params: {{{SPELLING}}}", "tumours, tumours") == []


def test_a_way_counts_from_both_on(tmp_path: Path):
    rule = f"{RULE}params: {{{SPELLING}, both: 2}}"
    assert findings(tmp_path, rule, "tumours, tumours, tumors") == []
    assert len(findings(tmp_path, rule, "tumours, tumours, tumors, tumors")) == 1


def test_source_sees_the_letters_as_typed(tmp_path: Path):
    pattern = "pattern: '(?P<curly>’)|(?P<straight>'')'"
    text = "It’s  here;  it's there"
    (found,) = findings(tmp_path, f"{RULE}params: {{{pattern}, text: source}}", text)
    assert [place.start.offset for place in found.places] == [text.index("’"), text.index("'")]
    assert findings(tmp_path, f"{RULE}params: {{{pattern}}}", text) == []


def test_places_outside_the_rules_zones_do_not_count(tmp_path: Path):
    rule = f"{RULE}zones: {{not: [quote]}}\nparams: {{{SPELLING}}}"
    assert (
        findings(tmp_path, rule, '"All the tumours were very small ones," said Maria Delgado. The tumors shrank.') == []
    )
