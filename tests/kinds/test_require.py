from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.kinds.written import findings
from tests.support import quotes, report

if TYPE_CHECKING:
    from pathlib import Path

RULE = "kind: require\nmessage: 'missing at {found}'\n"
BLOCKS = "We offer shares here.\n\nWe offer shares there. This is no offer.\n"


@pytest.mark.parametrize(
    ("scope", "offsets"),
    [("document", []), ("block", [0]), ("sentence", [0, BLOCKS.rindex("We")])],
)
def test_how_near_to_the_trigger_it_must_be(tmp_path: Path, scope: str, offsets: list[int]):
    rule = RULE + f"params: {{given: 'We offer', pattern: 'no offer', scope: {scope}}}"
    assert [f.places[0].start.offset for f in findings(tmp_path, rule, BLOCKS)] == offsets


def test_without_a_trigger_every_release_needs_it(tmp_path: Path):
    rule = RULE + "params: {pattern: 'no offer'}"
    assert quotes(findings(tmp_path, rule, "We make pumps.")) == [("We make pumps.",)]


def test_without_its_trigger_it_is_not_needed(tmp_path: Path):
    rule = RULE + "params: {given: 'We offer', pattern: 'no offer'}"
    assert findings(tmp_path, rule, "We make pumps.") == []


def test_a_zone_may_be_required(tmp_path: Path):
    rule = RULE + "params: {zone: [about]}"
    lead = "FAIRHOPE, Ala., March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. opened a plant today."
    assert len(findings(tmp_path, rule, lead)) == 1
    assert findings(tmp_path, rule, f"{lead}\n\nAbout Ardenta\n\nArdenta makes pumps.") == []


def test_it_may_have_to_stand_in_a_zone(tmp_path: Path):
    rule = RULE + "params: {pattern: 'pumps', zone: [about]}"
    lead = "FAIRHOPE, Ala., March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. makes pumps."
    assert len(findings(tmp_path, rule, f"{lead}\n\nAbout Ardenta\n\nArdenta makes valves.")) == 1
    assert findings(tmp_path, rule, f"{lead}\n\nAbout Ardenta\n\nArdenta makes pumps.") == []


def test_claims_trigger_and_satisfy(tmp_path: Path):
    rule = RULE + "params: {given_claim: acronym, where: {use: use}, pattern: 'glossary'}"
    assert quotes(findings(tmp_path, rule, "The GCP binds.")) == [("GCP",)]
    assert findings(tmp_path, rule, "The GCP binds (see the glossary).") == []


def test_short_texts_are_left_alone(tmp_path: Path):
    rule = RULE + "params: {pattern: 'no offer', words: 5}"
    assert findings(tmp_path, rule, "We make pumps.") == []
    assert len(findings(tmp_path, rule, "We make pumps and valves.")) == 1


def test_an_empty_text_needs_nothing():
    assert report("", select=["offer-legend-missing"]).findings == ()


def test_what_is_missing_from_a_part_of_a_release_cannot_be_told(tmp_path: Path):
    rule = RULE + "params: {given: 'We offer', pattern: 'no offer', whole: true}"
    story = "FAIRHOPE, Ala., March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. opened a plant. We offer shares."
    assert findings(tmp_path, rule, story) == []
    assert len(findings(tmp_path, rule, f"{story}\n\nAbout Ardenta\n\nArdenta makes pumps.")) == 1
    assert len(findings(tmp_path, rule, f"{story}\n\n###")) == 1
