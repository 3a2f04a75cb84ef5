"""What still stands: a hold that was told and never lifted, against a draft that goes on."""

from __future__ import annotations

import pytest

from tests.support import findings

HOLD = "The FDA placed the Phase 2 trial of ARD-101 in colitis on clinical hold."
GOES_ON = "The company is enrolling patients in the Phase 2 trial of ARD-101 in colitis."


def found(draft, *earlier):
    made = findings(draft, date="2026-03-02", earlier=earlier, select=["clinical-hold-silence"])
    return [(finding.severity, len(finding.places), finding.evidence[0].date) for finding in made]


def test_a_trial_under_a_hold_goes_on():
    assert found(GOES_ON, ("2025-09-15", HOLD)) == [("warning", 1, "2025-09-15")]


def test_all_places_are_one_finding():
    text = GOES_ON + " The Phase 2 trial of ARD-101 in colitis is ongoing."
    assert found(text, ("2025-09-15", HOLD)) == [("warning", 2, "2025-09-15")]


def test_the_newest_hold_is_cited():
    again = HOLD.replace("The FDA placed", "In May the agency again placed")
    assert found(GOES_ON, ("2025-05-15", HOLD), ("2025-09-15", again)) == [("warning", 1, "2025-09-15")]


@pytest.mark.parametrize(
    ("draft", "earlier"),
    [
        (GOES_ON + " The FDA lifted the clinical hold in May.", [("2025-09-15", HOLD)]),
        (GOES_ON, [("2025-09-15", HOLD), ("2025-12-15", "The FDA has lifted the clinical hold on ARD-101.")]),
        (GOES_ON, [("2025-09-15", HOLD), ("2025-12-15", "The company resumed dosing of ARD-101 in colitis.")]),
        (GOES_ON, [("2025-05-15", HOLD), ("2025-05-15", "The FDA has lifted the clinical hold on ARD-101.")]),
        (GOES_ON.replace("ARD-101", "ARD-202"), [("2025-09-15", HOLD)]),
        (GOES_ON.replace("Phase 2", "Phase 3"), [("2025-09-15", HOLD)]),
        (GOES_ON.replace("colitis", "psoriasis"), [("2025-09-15", HOLD)]),
        (GOES_ON.replace("is enrolling patients in", "published data of"), [("2025-09-15", HOLD)]),
        (GOES_ON, [("2021-09-15", HOLD)]),
        (GOES_ON, [("2025-09-15", "A competitor was put on clinical hold.")]),
        (GOES_ON, [("2025-09-15", "The FDA may place the trial of ARD-101 on clinical hold.")]),
    ],
    ids=[
        "told-here",
        "lifted",
        "resumed",
        "lifted-that-day",
        "other-drug",
        "other-phase",
        "other-disease",
        "done",
        "old",
        "nameless",
        "possible",
    ],
)
def test_what_is_no_contradiction(draft, earlier):
    assert found(draft, *earlier) == []


def test_a_later_release_is_no_evidence_against_an_earlier_one():
    assert found(GOES_ON, ("2026-05-15", HOLD)) == []
