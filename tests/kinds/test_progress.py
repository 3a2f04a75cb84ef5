"""Progress along the archive: the decision table for trial phases, row by row, and what must stay quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import findings

if TYPE_CHECKING:
    from prlint.finding import Finding

RULES = (
    "trial-phase-drift",
    "trial-planned-again",
    "trial-status-regress",
    "nct-binding",
    "archive-count-regression",
)


def check(draft: str, *earlier: tuple[str, str], date: str = "2026-03-02", profile: str = "") -> list[Finding]:
    return findings(draft, date=date, earlier=earlier, profile=profile, select=RULES)


def outcomes(draft: str, *earlier: tuple[str, str], profile: str = "") -> list[tuple[str, str]]:
    """Returns severity and outcome of each finding above info."""
    found = check(draft, *earlier, profile=profile)
    return [(finding.severity, finding.outcome) for finding in found if finding.severity != "info"]


def test_p1_forward_progress_in_comparable_indications() -> None:
    old = (
        "ARD 131 is currently being evaluated in a Phase I clinical study in patients with relapsed or refractory "
        "multiple myeloma. In addition, the company plans to initiate a Phase II clinical study to assess efficacy in "
        "a range of B-cell malignancies in the first quarter of 2026."
    )
    new = "ARD 131 is currently in a Phase 1 trial for multiple myeloma and a Phase 2 trial for multiple blood cancers."
    assert outcomes(new, ("2025-09-15", old)) == []


def test_p2_three_indications_on_one_line() -> None:
    draft = """\
Ardenta Reports on ARD 131

BOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. said that ARD 131 is in a Phase 2 trial for multiple blood cancers.

About ARD 131

It is currently being evaluated in a Phase 2 clinical trial for R/R multiple myeloma and select R/R lymphomas.

About Ardenta, Inc.

ARD 131 is being evaluated in a Phase 2 clinical study in a range of B-cell malignancies.
"""
    assert outcomes(draft) == []


def test_p3_two_phases_in_one_disease_at_once() -> None:
    draft = "ARD 131 is in a Phase 1 trial in multiple myeloma. ARD 131 is in a Phase 2 trial in multiple myeloma."
    assert outcomes(draft) == []
    assert outcomes(draft, ("2025-09-15", "ARD 131 is in a Phase 2 trial in multiple myeloma.")) == []
    assert outcomes("ARD 131 is in a Phase 1 trial in multiple myeloma.", ("2025-09-15", draft)) == []


def test_p4_another_notation_is_a_note() -> None:
    (note,) = check(
        "ARD 131 is in a Phase 1 trial in multiple myeloma.",
        ("2025-09-15", "ARD 131 is in a Phase I trial in multiple myeloma."),
    )
    assert (note.severity, note.outcome) == ("info", "notation")
    assert [place.quote for place in note.places] == ["Phase 1"]
    assert note.evidence[0].quote == "Phase I"


def test_p4_two_notations_in_one_release_are_a_note() -> None:
    (note,) = check("ARD 131 is in a Phase I trial in multiple myeloma and a Phase 2 trial in lymphoma.")
    assert (note.severity, note.outcome) == ("info", "mixed")


def test_p5_one_number_with_two_phases() -> None:
    old = ("2025-09-15", "ARD-101 is in a Phase 2 trial (NCT01234567) in colitis.")
    (finding,) = check("ARD-101 is in a Phase 3 trial (NCT01234567) in colitis.", old)
    assert (finding.severity, finding.rule) == ("error", "nct-binding")
    assert finding.evidence[0].quote == "Phase 2"


def test_p5_within_one_release() -> None:
    draft = "The Phase 2 trial of ARD-101 (NCT01234567) is enrolling. The Phase 3 trial (NCT01234567) will follow."
    (finding,) = check(draft)
    assert [place.quote for place in finding.places] == ["Phase 2", "Phase 3"]


def test_p6_a_part_of_a_combined_phase() -> None:
    old = ("2025-09-15", "ARD-101 is in a Phase 1/2 trial (NCT01234567) in colitis.")
    assert outcomes("The Phase 2 portion (NCT01234567) of the study of ARD-101 in colitis is enrolling.", old) == []


def test_p7_a_phase_that_went_backwards() -> None:
    old = ("2025-12-02", "The Phase 2 trial of ARD-101 is enrolling patients with R/R DLBCL.")
    (finding,) = check("ARD-101 is being evaluated in a Phase 1 trial in R/R DLBCL.", old)
    assert (finding.severity, finding.outcome) == ("error", "regression")
    assert [place.quote for place in finding.places] == ["Phase 1"]
    assert (finding.evidence[0].quote, finding.evidence[0].date) == ("Phase 2", "2025-12-02")
    assert "ARD-101" in finding.message
    assert finding.suggestion is None


def test_p7_in_a_part_of_the_disease_is_a_warning() -> None:
    """A trial in a part of the disease may be a study of its own: that is less than proof."""
    old = ("2025-12-02", "The Phase 2 trial of ARD-101 is enrolling patients with B-cell lymphoma.")
    assert outcomes("ARD-101 is in a Phase 1 trial in R/R DLBCL.", old) == [("warning", "related")]
    both = ("2025-12-03", "The Phase 2 trial of ARD-101 is enrolling patients with R/R DLBCL.")
    assert outcomes("ARD-101 is in a Phase 1 trial in R/R DLBCL.", old, both) == [("error", "regression")]


def test_p7_all_places_are_one_finding() -> None:
    old = ("2025-12-02", "The Phase 2 trial of ARD-101 is enrolling patients with R/R DLBCL.")
    draft = "ARD-101 is in a Phase 1 trial in R/R DLBCL. As told before, ARD-101 is in a Phase 1 trial in R/R DLBCL."
    (finding,) = check(draft, old)
    assert len(finding.places) == 2


def test_p8_planned_again() -> None:
    old = ("2025-09-15", "The first patient has been dosed in the Phase 2 trial of ARD-101 in colitis.")
    (finding,) = check("The company plans to initiate a Phase 2 trial of ARD-101 in colitis.", old)
    assert (finding.severity, finding.outcome) == ("warning", "regression")
    assert "A new study?" in finding.message


HEADLINE = """\
Ardenta Announces {head} Data for ARD-101 in Colitis

BOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. today announced data. The {body} trial of ARD-101 in patients with colitis met its primary endpoint.
"""


def test_p9_headline_against_the_only_trial() -> None:
    (finding,) = check(HEADLINE.format(head="Phase 3", body="Phase 2b"))
    assert (finding.severity, finding.outcome) == ("error", "contradiction")
    assert [place.quote for place in finding.places] == ["Phase 3", "Phase 2b"]


def test_p9_a_headline_that_names_no_product() -> None:
    draft = HEADLINE.format(head="Phase 3", body="Phase 2b").replace(" for ARD-101", "")
    assert outcomes(draft) == [("error", "contradiction")]
    assert outcomes(draft + "\nARD-202 is in a Phase 1 trial in asthma.\n") == []


def test_p9_not_where_the_text_speaks_of_a_pivotal_trial() -> None:
    draft = HEADLINE.format(head="Phase 3", body="Phase 2b") + "\nThe pivotal trial will begin in May.\n"
    assert outcomes(draft) == []


def test_p9_not_where_the_text_knows_the_headlines_phase() -> None:
    draft = HEADLINE.format(head="Phase 3", body="Phase 2b") + "\nThe company will begin a Phase 3 trial in May.\n"
    assert outcomes(draft) == []


def test_p10_headline_names_a_part() -> None:
    assert outcomes(HEADLINE.format(head="Positive Phase 2", body="Phase 1b/2")) == []


JUMP = ("2026-01-05", "ARD-101 is in a Phase 1 trial in colitis.")


def test_p11_a_leap() -> None:
    assert outcomes("ARD-101 is in a Phase 3 trial in colitis.", JUMP) == [("warning", "jump")]


@pytest.mark.parametrize(
    "draft",
    [
        "ARD-101, a vaccine, is in a Phase 3 trial in colitis.",
        "ARD-101, in-licensed from Orvane, is in a Phase 3 trial in colitis.",
        "After a Phase 2 trial in colitis, ARD-101 is now in a Phase 3 trial in colitis.",
        "The company plans to initiate a Phase 3 trial of ARD-101 in colitis.",
    ],
)
def test_p11_no_leap(draft: str) -> None:
    assert outcomes(draft, JUMP) == []


def test_p11_an_old_archive_shows_no_leap() -> None:
    assert outcomes("ARD-101 is in a Phase 3 trial in colitis.", ("2022-01-05", JUMP[1])) == []


def test_p13_an_award_is_no_trial() -> None:
    old = ("2025-09-15", "The company received a Phase II SBIR grant for ARD-101 in colitis.")
    assert outcomes("ARD-101 is in a Phase 1 trial in colitis.", old) == []


def test_p14_two_diseases() -> None:
    old = ("2025-09-15", "ARD-101 is in a Phase 2 trial in glioma.")
    assert outcomes("ARD-101 is in a Phase 1 trial in neuroblastoma.", old) == []


def test_p15_adults_and_children() -> None:
    old = ("2025-09-15", "ARD-101 is in a Phase 3 trial in adults with asthma.")
    assert outcomes("ARD-101 is in a Phase 1 trial in pediatric patients with asthma.", old) == []


def test_p16_another_name_for_one_product() -> None:
    old = ("2024-05-01", "I-131-ARD1404 is currently in a Phase 1 study in multiple myeloma.")
    renamed = ("2025-01-10", "The company has renamed its compound: ARD 131 (formerly I-131-ARD1404).")
    assert outcomes("ARD 131 is currently in a Phase 1 study in multiple myeloma.", old, renamed) == []


def test_p16_the_chain_of_names_is_followed() -> None:
    """The same chain carries a regression, which shows that the names are joined and not merely different."""
    old = ("2024-05-01", "I-131-ARD1404 is currently in a Phase 2 study in multiple myeloma.")
    renamed = ("2025-01-10", "The company has renamed its compound: ARD 131 (formerly I-131-ARD1404).")
    again = ("2025-06-10", "ARD 131, also known as orvafosine I 131, was discussed.")
    draft = "Orvafosine I 131 is currently in a Phase 1 study in multiple myeloma."
    assert outcomes(draft, old, renamed, again) == [("error", "regression")]
    assert outcomes(draft, old) == []


def test_p16_the_profile_joins_names() -> None:
    old = ("2024-05-01", "I-131-ARD1404 is currently in a Phase 2 study in multiple myeloma.")
    draft = "ARD 131 is currently in a Phase 1 study in multiple myeloma."
    assert outcomes(draft, old, profile="assets: [{name: ARD 131, also: [I-131-ARD1404]}]") == [("error", "regression")]


@pytest.mark.parametrize(
    "old",
    [
        "Our partner is running a Phase 3 trial of ARD-101 in colitis in China.",
        "ARD-101 is in a Phase 3 trial in colitis in China.",
    ],
)
def test_p17_a_partners_trial_elsewhere(old: str) -> None:
    assert outcomes("ARD-101 is in a Phase 2 trial in colitis in the U.S.", ("2025-09-15", old)) == []


def test_p18_an_enrollment_that_was_complete() -> None:
    old = ("2025-09-15", "The company completed enrollment in its Phase 2 trial of ARD-101 (NCT01234567).")
    (finding,) = check("The company is actively enrolling patients in the Phase 2 trial of ARD-101 (NCT01234567).", old)
    assert (finding.severity, finding.rule) == ("warning", "trial-status-regress")


@pytest.mark.parametrize("word", ["an expansion of", "an extension of", "a new cohort of"])
def test_p18_more_of_the_same_trial(word: str) -> None:
    old = ("2025-09-15", "The company completed enrollment in its Phase 2 trial of ARD-101 (NCT01234567).")
    draft = f"The company is actively enrolling patients in {word} the Phase 2 trial of ARD-101 (NCT01234567)."
    assert outcomes(draft, old) == []


def test_p19_a_promise_that_is_overdue() -> None:
    old = (
        "2024-02-05",
        "Topline data from the Phase 2 trial of ARD-101 in colitis are expected in the second half of 2024.",
    )
    silent = "ARD-101 is in a Phase 2 trial in colitis."
    (finding,) = findings(silent, date="2025-03-10", earlier=[old], select=("promise-overdue",))
    assert (finding.severity, finding.outcome) == ("info", "overdue")
    told = "Ardenta reported topline data from the Phase 2 trial of ARD-101 in colitis."
    assert findings(told, date="2025-03-10", earlier=[old], select=("promise-overdue",)) == []


def test_p20_a_count_that_went_down() -> None:
    old = ("2025-09-15", "The compounds have been tested in more than 80 different xenograft models of cancer.")
    (finding,) = check("The compounds were effective in over 60 xenograft models.", old)
    assert (finding.severity, finding.outcome) == ("warning", "regression")
    assert check("The compounds were effective in over 90 xenograft models.", old) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # What is not bound beyond doubt compares with nothing.
        ("ARD-101 and ARD-202 are in a Phase 2 trial in colitis.", "ARD-101 is in a Phase 1 trial in colitis."),
        ("ARD-101 is in a Phase 2 trial.", "ARD-101 is in a Phase 1 trial in colitis."),
        ("ARD-101 is in a Phase 2 trial in colitis.", "A Phase 1 trial in colitis is under way."),
        # A plan is no standing.
        (
            "The company plans to initiate a Phase 3 trial of ARD-101 in colitis.",
            "ARD-101 is in a Phase 2 trial in colitis.",
        ),
        # What is past is told again.
        ("ARD-101 is in a Phase 3 trial in colitis.", "ARD-101 completed a Phase 2 trial in colitis."),
        (
            "ARD-101 is in a Phase 3 trial in colitis.",
            "Data from the Phase 2 trial of ARD-101 in colitis were published.",
        ),
        # Two studies with names of their own.
        ("ARD-101 is in the Phase 3 CLARION trial in colitis.", "ARD-101 is in the Phase 2 MERIDIAN trial in colitis."),
        # Another line of therapy, another partner, healthy volunteers.
        ("ARD-101 is in a Phase 3 trial in R/R DLBCL.", "ARD-101 is in a Phase 1 trial in newly diagnosed DLBCL."),
        (
            "ARD-101 is in a Phase 3 trial in DLBCL.",
            "ARD-101 is in a Phase 1 trial in combination with ARD-202 in DLBCL.",
        ),
        ("ARD-101 is in a Phase 3 trial in asthma.", "ARD-101 is in a Phase 1 trial in healthy volunteers for asthma."),
        # So broad that it says nothing of the part.
        ("ARD-101 is in a Phase 3 trial in solid tumors.", "ARD-101 is in a Phase 1 trial in glioblastoma."),
        # A part of a combined phase, and a later part of one phase.
        ("ARD-101 is in a Phase 2/3 trial in colitis.", "ARD-101 is in a Phase 2 trial in colitis."),
        ("ARD-101 is in a Phase 2b trial in colitis.", "ARD-101 is in a Phase 2a trial in colitis."),
    ],
)
def test_what_does_not_compare_is_left_alone(old: str, new: str) -> None:
    assert outcomes(new, ("2025-09-15", old)) == []


def test_an_older_release_with_both_stages_shows_two_studies() -> None:
    both = ("2025-06-01", "ARD-101 is in a Phase 1 trial in colitis. ARD-101 is in a Phase 3 trial in colitis.")
    assert outcomes("ARD-101 is in a Phase 1 trial in colitis.", both) == []


def test_a_lower_phase_that_the_archive_repeats_later_is_a_second_study() -> None:
    first = ("2025-01-01", "ARD-101 is in a Phase 3 trial in colitis.")
    later = ("2025-06-01", "ARD-101 is in a Phase 1 trial in colitis.")
    assert outcomes("ARD-101 is still in a Phase 1 trial in colitis.", first, later) == []


def test_later_releases_are_no_evidence() -> None:
    later = ("2026-09-15", "ARD-101 is in a Phase 3 trial in colitis.")
    assert outcomes("ARD-101 is in a Phase 2 trial in colitis.", later) == []


def test_forward_looking_statements_are_not_compared() -> None:
    old = ("2025-09-15", "ARD-101 is in a Phase 3 trial in colitis.")
    draft = (
        "Ardenta Reports\n\nBOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. reports on the year.\n\n"
        "Forward-Looking Statements\n\nThis release contains forward-looking statements, among them that ARD-101 is in a "
        "Phase 2 trial in colitis.\n"
    )
    assert outcomes(draft, old) == []
