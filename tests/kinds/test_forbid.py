from __future__ import annotations

from typing import TYPE_CHECKING

from tests.kinds.written import findings, refused
from tests.support import quotes

if TYPE_CHECKING:
    from pathlib import Path

RULE = "kind: forbid\nmessage: '{found}'\n"


def test_named_groups_are_fields_of_the_message(tmp_path: Path):
    rule = "kind: forbid\nmessage: '{number} is no patent'\nparams: {pattern: 'patent (?P<number>\\d+/\\d+)'}"
    (found,) = findings(tmp_path, rule, "It holds patent 17/123 in May.")
    assert found.message == "17/123 is no patent"
    assert found.places[0].quote == "patent 17/123"


def test_a_field_that_no_group_gives_is_refused_when_the_rule_loads(tmp_path: Path):
    rule = "kind: forbid\nmessage: '{numbr} is no patent'\nparams: {pattern: 'patent (?P<number>\\d+)'}"
    assert "unknown field `numbr`" in refused(tmp_path, rule)


def test_the_group_place_narrows_what_is_marked(tmp_path: Path):
    rule = RULE + "params: {pattern: 'a (?P<place>miracle) cure'}"
    assert quotes(findings(tmp_path, rule, "It is a miracle cure.")) == [("miracle",)]


def test_near_wants_the_other_words_in_the_same_sentence(tmp_path: Path):
    rule = RULE + "params: {pattern: 'safe', near: 'compound'}"
    text = "The compound is safe. The plant is safe."
    assert [f.places[0].start.offset for f in findings(tmp_path, rule, text)] == [text.index("safe")]


def test_given_wants_the_other_words_anywhere(tmp_path: Path):
    rule = RULE + "params: {pattern: 'safe', given: 'investigational'}"
    assert findings(tmp_path, rule, "It is safe. It is sold.") == []
    assert len(findings(tmp_path, rule, "It is safe. It is investigational.")) == 1


def test_literals_change_nothing_where_one_of_them_stands(tmp_path: Path):
    rule = RULE + "params: {pattern: 'S[a]fe', literals: [safe]}"
    assert len(findings(tmp_path, rule, "Safe.")) == 1
    assert findings(tmp_path, RULE + "params: {pattern: 'S[a]fe', literals: [sound]}", "Safe.") == []


def test_say_follows_the_group_that_took_part(tmp_path: Path):
    rule = (
        "kind: forbid\nmessage: '{say}'\n"
        "params: {pattern: '(?P<one>uno)|(?P<two>due)', say: {one: the first, two: the second}}"
    )
    assert [f.message for f in findings(tmp_path, rule, "due uno")] == ["the second", "the first"]


def test_together_is_one_finding_for_all_places_that_read_alike(tmp_path: Path):
    rule = RULE + "params: {pattern: '(?i)gizmo|gadget', together: true}"
    assert sorted(quotes(findings(tmp_path, rule, "Gizmo, gadget, gizmo."))) == [("Gizmo", "gizmo"), ("gadget",)]


def test_more_places_than_at_most_are_left_alone(tmp_path: Path):
    rule = RULE + "params: {pattern: 'our', at_most: 2}"
    assert len(findings(tmp_path, rule, "our pump, our valve")) == 2
    assert findings(tmp_path, rule, "our pump, our valve, our pipe") == []


def test_places_outside_the_rules_zones_do_not_count(tmp_path: Path):
    rule = RULE + "zones: {not: [quote]}\nparams: {pattern: 'our', at_most: 1}"
    text = '"We are proud of our pump and our valve," said Maria Delgado. It adds to our pride.'
    assert [f.places[0].start.offset for f in findings(tmp_path, rule, text)] == [text.rindex("our")]


def test_claims_are_chosen_by_their_fields(tmp_path: Path):
    rule = "kind: forbid\nmessage: '{acronym}: {expansion}'\nparams: {claim: acronym, where: {use: definition}}"
    (found,) = findings(tmp_path, rule, "A glucose carrier protein (GCP) is a GCP.")
    assert found.message == "GCP: glucose carrier protein"


def test_a_pattern_is_sought_within_the_claims_only(tmp_path: Path):
    rule = RULE + "params: {claim: acronym, where: {use: definition}, pattern: 'protein'}"
    text = "A protein of the glucose carrier protein (GCP) kind."
    assert [f.places[0].start.offset for f in findings(tmp_path, rule, text)] == [text.rindex("protein")]
