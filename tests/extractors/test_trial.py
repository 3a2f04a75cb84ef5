"""Trials: what a sentence binds to a phase, and what it leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import claims

if TYPE_CHECKING:
    from prlint.claim import Claim


def trials(text: str) -> list[Claim]:
    return claims(text, "trial")


def one(text: str) -> Claim:
    (claim,) = trials(text)
    return claim


@pytest.mark.parametrize(
    ("text", "asset"),
    [
        ("ARD-101 is in a Phase 2 trial in colitis.", "ARD-101"),
        ("The Phase 2 trial of ARD-101 is enrolling.", "ARD-101"),
        ("We completed a Phase 2 ARD-101 study.", "ARD-101"),
        ("ARD-101's Phase 2 trial is enrolling.", "ARD-101"),
        ("A Phase 2 trial of ARD-101 in combination with pembrolizumab is enrolling.", "ARD-101"),
        ("A Phase 2 trial of ARD-101 versus adalimumab is enrolling.", "ARD-101"),
        ("ARD-202 is safe; the Phase 2 trial of ARD-101 is enrolling.", "ARD-101"),
        ("ARD-101 and ARD-202 are in Phase 2 trials.", ""),
        ("The older ARD-202 has good Phase 2 data, while ARD-101 advances.", "ARD-202"),
        ("A Phase 2 trial is under way.", ""),
    ],
)
def test_the_product_is_bound_where_it_is_plain(text: str, asset: str) -> None:
    assert one(text).string("asset") == asset


def test_a_pronoun_refers_to_the_one_product_of_the_sentence_before() -> None:
    assert one("ARD-101 is a small molecule. It is being evaluated in a Phase 2 trial.").string("asset") == "ARD-101"
    assert one("ARD-101 is like ARD-202. It is being evaluated in a Phase 2 trial.").string("asset") == ""


def test_what_the_company_adds_refers_to_the_trial_before() -> None:
    _first, second = trials(
        "ARD-101 is in a Phase 1 trial in asthma. In addition, the company plans to initiate a Phase 2 trial in asthma."
    )
    assert (second.string("asset"), second.string("stance")) == ("ARD-101", "planned")


def test_a_description_speaks_of_its_subject() -> None:
    text = (
        "Ardenta Reports\n\nBOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. reports.\n\nAbout ARD-101\n\n"
        "ARD-101 is an oral drug. A Phase 2 trial in colitis is enrolling.\n"
    )
    assert one(text).string("asset") == "ARD-101"


def test_each_phase_has_its_own_disease() -> None:
    first, second = trials(
        "It is evaluated in a Phase 1 clinical trial in patients with relapsed or refractory (R/R) multiple myeloma (MM) "
        "as well as in a Phase 2 clinical trial for R/R MM and select R/R lymphomas."
    )
    assert first.get("indication") == ("multiple myeloma",)
    assert second.get("indication") == ("multiple myeloma", "lymphoma")
    assert {first.string("line"), second.string("line")} == {"later"}


@pytest.mark.parametrize(
    ("text", "status", "stance"),
    [
        ("The company plans to initiate a Phase 2 trial.", "planned", "planned"),
        ("An upcoming Phase 2 trial was discussed.", "foreseen", "planned"),
        ("ARD-101 is a Phase 3-ready drug.", "planned", "planned"),
        ("ARD-101 is in a Phase 2 trial.", "ongoing", "current"),
        ("The Phase 2 trial is enrolling patients.", "enrolling", "current"),
        ("The first patient was dosed in the Phase 2 trial.", "first patient dosed", "current"),
        ("The company has initiated a Phase 2 trial.", "initiated", "current"),
        ("Its ongoing Phase 2 trial has completed enrollment.", "enrollment complete", "past"),
        ("ARD-101 completed a Phase 2 trial.", "completed", "past"),
        ("Topline data from the Phase 2 trial were presented.", "topline", "past"),
        ("Topline data from the Phase 2 trial are expected in May.", "foreseen", "planned"),
        ("ARD-101 has completed Phase 1 study preparation.", "foreseen", "planned"),
        ("Ardenta completed a Phase 2 trial of ARD-101 and is planning a meeting with the FDA.", "completed", "past"),
        ("Ardenta completed its work on ARD-101 and is preparing a Phase 3 study.", "foreseen", "planned"),
        ("The Phase 2 trial was suspended.", "stopped", "past"),
        ("The Phase 2 trial.", "", ""),
    ],
)
def test_status(text: str, status: str, stance: str) -> None:
    claim = one(text)
    assert (claim.string("status"), claim.string("stance")) == (status, stance)


def test_what_is_planned_next_says_nothing_of_the_trial_before() -> None:
    first, second = trials("ARD-101 completed a Phase 1 trial, and the company plans to start a Phase 2 trial.")
    assert (first.string("stance"), second.string("stance")) == ("past", "planned")
    plan, ground = trials("The company plans to start a Phase 3 trial following the Phase 2 trial.")
    assert (plan.string("stance"), ground.string("stance")) == ("planned", "")


@pytest.mark.parametrize(
    ("text", "study"),
    [
        ("ARD-101 is in a Phase 2 trial (NCT01234567).", "NCT01234567"),
        ("ARD-101 is in a Phase 2 trial (NCT 01234567).", "NCT01234567"),
        ("ARD-101 is in a Phase 2 trial (2016-000123-42).", "2016-000123-42"),
        ("ARD-101 is in the Phase 2 CLARION trial.", "CLARION"),
        ("ARD-101 is in CLARION-2, a Phase 2 trial.", "CLARION-2"),
        ("ARD-101 is in a Phase 1b, 12-week study ZX-1-H24-4.", "ZX-1-H24-4"),
        ("ARD-101 is in a Phase 2 MDD trial in major depressive disorder (MDD).", ""),
        ("ARD-101 is in a Phase 2 FDA study.", ""),
    ],
)
def test_study_keys(text: str, study: str) -> None:
    assert one(text).string("study") == study


def test_numbers_are_given_in_turn() -> None:
    found = trials("NCT01234567 is a Phase 2 trial and NCT07654321 a Phase 3 trial.")
    assert [claim.string("study") for claim in found] == ["NCT01234567", "NCT07654321"]


def test_a_number_without_a_phase_is_a_trial_too() -> None:
    claim = one("The trial NCT01234567 is enrolling.")
    assert (claim.string("study"), claim.get("phases"), claim.string("status")) == ("NCT01234567", (), "enrolling")


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("a Phase 2 trial in children with asthma", "age", "pediatric"),
        ("a Phase 1 trial in healthy volunteers", "volunteers", "healthy"),
        ("a Phase 2 trial in newly diagnosed patients", "line", "first"),
        ("a Phase 2 trial of oral ARD-101", "route", "oral"),
        ("an oral presentation of a Phase 2 trial", "route", ""),
        ("a Phase 2 trial in China", "place", "China"),
        ("a Phase 2 trial that the U.S. FDA cleared", "place", ""),
        ("an investigator-initiated Phase 2 trial", "sponsor", "investigator"),
        ("a Phase 2 trial of ARD-101 plus pembrolizumab", "partner", "pembrolizumab"),
        ("a Phase IV trial", "route", ""),
    ],
)
def test_qualifiers(text: str, field: str, value: str) -> None:
    assert one(f"ARD-101 is in {text}.").string(field) == value


@pytest.mark.parametrize("text", ["", "Phase", "ARD-101.", "A Phase II SBIR grant.", "Construction of Phase 2 began."])
def test_no_trial(text: str) -> None:
    assert trials(text) == []
