from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.kinds.written import findings
from tests.support import findings as builtin_findings
from tests.support import quotes

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
kind: define
outcomes:
  {outcome}: {{message: '{message}'}}
params: {{claim: acronym, term: acronym, meaning: expansion{more}}}
"""


def rule(outcome: str, message: str = "{term}", more: str = "") -> str:
    return RULE.format(outcome=outcome, message=message, more=more)


def found(folder: Path, outcome: str, text: str, more: str = "", **how: str) -> list[tuple[str, ...]]:
    made = findings(folder, f"{rule(outcome, more=more)}", text, **how)
    return quotes(made)


@pytest.mark.parametrize(
    "text",
    [
        "The overall response rate (ORR) rose. Overall Response Rates (ORRs) rise.",
        "The non-small cell lung cancer (NSCLC) is the Non-Small-Cell Lung Cancer (NSCLC).",
        "The Food and Drug Administration (FDA) is the Food & Drug Administration (FDA).",
    ],
)
def test_number_case_hyphens_and_small_words_are_one_meaning(text: str):
    assert builtin_findings(text, select=["acronym-two-expansions"]) == []


def test_two_meanings_show_the_first_definition_and_each_that_differs():
    text = "An overall response rate (ORR) and an objective response rate (ORR), then the overall response rate (ORR)."
    (one,) = builtin_findings(text, select=["acronym-two-expansions"])
    assert [place.quote for place in one.places] == ["overall response rate (ORR)", "objective response rate (ORR)"]
    assert one.suggestion is None


def test_the_house_can_decide_between_two_meanings():
    text = "An overall response rate (ORR) and an objective response rate (ORR)."
    (one,) = builtin_findings(text, select=["acronym-two-expansions"], profile="prefer: {ORR: Objective response rate}")
    assert [place.quote for place in one.places] == ["overall response rate (ORR)"]
    assert one.suggestion is not None
    assert (one.suggestion.replacement, one.suggestion.safety) == ("objective response rate", "review")
    (edit,) = one.suggestion.edits
    assert text[edit.start : edit.end] == "overall response rate"


def test_a_use_anywhere_makes_a_definition_useful(tmp_path: Path):
    text = "The glucose carrier protein (GCP) binds sugar."
    assert found(tmp_path, "unused", text) == [("glucose carrier protein (GCP)",)]
    assert found(tmp_path, "unused", f"{text} GCPs bind.") == []
    assert found(tmp_path, "unused", f'{text} "This is the GCP-binding drug of choice," said Maria Delgado.') == []


def test_an_undefined_term_is_reported_when_it_is_used_often(tmp_path: Path):
    assert found(tmp_path, "undefined", "The GCP binds. Each GCP is small.") == [("GCP",)]
    assert found(tmp_path, "undefined", "The GCP binds.") == []
    assert found(tmp_path, "undefined", "The GCP binds. Each GCP is small.", ", known: [GCP]") == []


def test_a_definition_is_given_again_only_in_a_section_of_its_own(tmp_path: Path):
    lead = "The glucose carrier protein (GCP) binds sugar."
    again = "Without the glucose carrier protein (GCP) the cell dies."
    assert found(tmp_path, "redefined", f"{lead} {again}") == [("glucose carrier protein (GCP)",)]
    assert found(tmp_path, "redefined", f"{lead}\n\nAbout Ardenta\n\n{again}") == []
