"""A draft's trials against those of earlier releases: what goes back, what may well be, and what explains it."""

from __future__ import annotations

import pytest

from tests.support import findings

RULES = (
    "trial-phase-drift",
    "trial-status-regress",
    "trial-planned-again",
    "trial-enrolling-again",
    "clinical-hold-silence",
    "nct-binding",
)


def found(draft, *earlier, months=6):
    """Returns rule, severity and outcome of each alarm; the earlier releases lie `months` and more before the draft."""
    told = [(f"2025-{9 - months + i:02}-15", text) for i, text in enumerate(earlier)]
    made = findings(draft, date="2025-09-20", earlier=told, select=RULES)
    return sorted((f.rule, f.severity, f.outcome) for f in made if f.severity != "info")


DLBCL = "ARD-101 is in a Phase 2 trial in patients with R/R DLBCL, which is enrolling patients."


def test_a_phase_that_goes_back_is_an_error():
    draft = "ARD-101 is in an ongoing Phase 1 trial in patients with R/R DLBCL."
    assert found(draft, DLBCL, months=3) == [("trial-phase-drift", "error", "regression")]


def test_a_trial_that_was_under_way_is_planned():
    draft = "The company plans to initiate a Phase 2 trial of ARD-101 in asthma."
    earlier = "The first patient was dosed in the Phase 2 trial of ARD-101 in asthma."
    assert found(draft, earlier) == [("trial-planned-again", "warning", "regression")]


def test_a_leap_over_a_phase():
    draft = "ARD-101 is in a Phase 3 trial in asthma."
    earlier = "ARD-101 is in a Phase 1 trial in asthma."
    assert found(draft, earlier, months=2) == [("trial-phase-drift", "warning", "jump")]


ENROLLED = "The company completed enrollment in the Phase 2 {}trial of ARD-101 in asthma."
ENROLLING = "The company is actively enrolling patients in the Phase 2 {}trial of ARD-101 in asthma."


@pytest.mark.parametrize(
    ("study", "rule"), [("CLARION ", "trial-status-regress"), ("", "trial-enrolling-again")], ids=["named", "nameless"]
)
def test_enrollment_that_was_complete_goes_on(study, rule):
    assert found(ENROLLING.format(study), ENROLLED.format(study)) == [(rule, "warning", "regression")]


@pytest.mark.parametrize(
    "said",
    [
        "The protocol of CLARION was amended, and the trial of ARD-101 has been expanded with a new cohort.",
        "Enrollment in CLARION, the trial of ARD-101, was reopened.",
        "Dosing of ARD-101 in CLARION resumed in May.",
    ],
)
@pytest.mark.parametrize("study", ["CLARION ", ""], ids=["named", "nameless"])
@pytest.mark.parametrize("where", ["here", "before"])
def test_an_event_explains_it_wherever_it_is_told(said, study, where):
    draft, earlier = ENROLLING.format(study), [ENROLLED.format(study)]
    if where == "here":
        draft += f" {said}"
    else:
        earlier.append(said)
    assert found(draft, *earlier) == []


def test_what_explained_an_earlier_change_explains_no_later_one():
    said = "The protocol of CLARION was amended, and the trial of ARD-101 has been expanded."
    assert found(ENROLLING.format("CLARION "), said, ENROLLED.format("CLARION ")) == [
        ("trial-status-regress", "warning", "regression")
    ]


@pytest.mark.parametrize(
    ("draft", "earlier"),
    [
        (
            "ARD-101 is in a Phase 1 trial in multiple myeloma and in a Phase 2 trial in lymphoma.",
            "ARD-101 is in a Phase 1 trial in multiple myeloma. It plans to begin a Phase 2 trial in lymphoma.",
        ),
        ("ARD-101 is in a Phase 1 trial in neuroblastoma.", "ARD-101 is in a Phase 2 trial in glioma."),
        (
            "ARD-101 is in a Phase 1 trial in children with asthma.",
            "ARD-101 is in a Phase 3 trial in adults with asthma.",
        ),
        (
            "ARD-101 is in a Phase 2 portion (NCT01234567) of a trial.",
            "ARD-101 is in a Phase 1/2 trial (NCT01234567).",
        ),
        ("ARD-101 received a Phase II SBIR grant.", "ARD-101 is in a Phase 3 trial in asthma."),
    ],
    ids=["forward", "other-disease", "children", "part-of-it", "award"],
)
def test_what_may_well_be(draft, earlier):
    assert found(draft, earlier) == []


def test_another_name_of_the_product_is_the_product():
    draft = "ARD 131 is currently in a Phase 1 study in multiple myeloma."
    earlier = [
        "I-131-ARD404 is currently in a Phase 2 study in multiple myeloma.",
        "The company renamed its lead compound, ARD 131 (formerly I-131-ARD404).",
    ]
    assert found(draft, *earlier) == [("trial-phase-drift", "error", "regression")]


def test_a_registry_number_has_one_phase():
    draft = "ARD-101 is in a Phase 3 trial (NCT01234567) in asthma."
    earlier = "ARD-101 is in a Phase 2 trial (NCT01234567) in asthma."
    assert ("nct-binding", "error", "changed") in found(draft, earlier)
