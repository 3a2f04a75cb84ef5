"""Promises held against the draft: repeated after their date, moved, kept, forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import findings

if TYPE_CHECKING:
    from prlint.finding import Finding

RULES = ("promise-repeated-late", "promise-moved-silently", "promise-overdue")
PLAN = "The company plans to initiate a Phase 2 study of ARD-101 in colitis in the first quarter of 2026."
OTHER = "Ardenta, Inc. opened an office in Halle. "


def check(draft: str, *earlier: tuple[str, str], date: str = "2026-05-12", profile: str = "") -> list[Finding]:
    return findings(OTHER + draft, date=date, earlier=earlier, profile=profile, select=RULES)


def outcomes(draft: str, *earlier: tuple[str, str], date: str = "2026-05-12", profile: str = "") -> list[str]:
    return [finding.outcome for finding in check(draft, *earlier, date=date, profile=profile)]


def test_repeated_word_for_word_after_its_date() -> None:
    (finding,) = check(PLAN, ("2025-11-04", PLAN))
    assert (finding.rule, finding.severity, finding.outcome) == ("promise-repeated-late", "error", "late")
    assert finding.evidence[0].date == "2025-11-04"


def test_the_evidence_counts_the_releases_between() -> None:
    old = [(f"2025-{month:02}-04", f"{PLAN} This is the release of month {month}.") for month in (7, 9, 10, 11)]
    (finding,) = check(PLAN, *old)
    assert [evidence.date for evidence in finding.evidence] == ["2025-07-04", "2025-11-04"]
    assert "2 more releases" in finding.evidence[1].note


def test_in_the_text_about_the_company_too() -> None:
    about = f"About Ardenta\n\nArdenta, Inc. develops drugs. {PLAN}"
    (finding,) = check(f"It is in town.\n\n{about}", ("2025-11-04", f"Ardenta moved.\n\n{about}"))
    assert finding.outcome == "late"


@pytest.mark.parametrize("date", ["2026-01-04", "2026-03-31", "2026-04-02"])
def test_not_before_its_time_is_over(date: str) -> None:
    assert outcomes(PLAN, ("2025-11-04", PLAN), date=date) == []


@pytest.mark.parametrize(
    "said",
    [
        f"As previously announced, {PLAN[0].lower()}{PLAN[1:]}",
        "The company initiated a Phase 2 study of ARD-101 in colitis in the first quarter of 2026.",
        "The company had planned to initiate a Phase 2 study of ARD-101 in colitis in the first quarter of 2026.",
        "The company plans to initiate a Phase 2 study of ARD-101 in colitis no earlier than the first quarter of 2026.",
    ],
)
def test_told_as_past(said: str) -> None:
    assert outcomes(said, ("2025-11-04", PLAN)) == []


def test_softer_where_it_is_spoken_or_on_a_condition() -> None:
    spoken = f'"{PLAN[:-1]}," said Amy Hsu, chief executive officer of Ardenta.'
    on_condition = f"Subject to funding, {PLAN[0].lower()}{PLAN[1:]}"
    for text in (spoken, on_condition):
        (finding,) = check(text, ("2025-11-04", text))
        assert (finding.severity, finding.outcome) == ("warning", "late-unsure")


def test_a_time_without_a_year_written_again() -> None:
    old = "The company expects to submit its application to the agency by the end of March."
    assert outcomes(old, ("2026-03-13", old), date="2026-04-28") == ["late-unsure"]
    assert outcomes(old, ("2025-03-13", old), date="2026-02-28") == []


def test_a_fiscal_quarter_is_the_profiles() -> None:
    plan = "The company plans to initiate a Phase 2 study of ARD-101 in colitis in the first quarter of fiscal 2026."
    ends = 'issuer: {name: "Ardenta, Inc.", fiscal_year_end: "09-30"}'
    assert outcomes(plan, ("2025-09-04", plan), date="2026-02-12", profile=ends) == ["late"]
    ends = 'issuer: {name: "Ardenta, Inc.", fiscal_year_end: "03-31"}'
    assert outcomes(plan, ("2025-03-04", plan), date="2025-05-12", profile=ends) == []
    assert outcomes(plan, ("2025-09-04", plan), date="2026-02-12") == []


def test_moved_without_a_word() -> None:
    later = PLAN.replace("first", "third")
    (finding,) = check(later, ("2025-11-04", PLAN), date="2026-03-02")
    assert (finding.rule, finding.severity, finding.outcome) == ("promise-moved-silently", "warning", "moved")
    # Missed, and moved: a new date after the old one has passed.
    assert outcomes(later, ("2025-11-04", PLAN)) == ["moved"]


@pytest.mark.parametrize(
    "draft",
    [
        "The company now plans to initiate a Phase 2 study of ARD-101 in colitis in the third quarter of 2026.",
        f"{PLAN.replace('first', 'third')} This is a delay of two quarters.",
        "The company plans to initiate a Phase 2 study of ARD-101 in colitis in the third quarter of 2026 rather than earlier.",
        "The company plans to initiate a Phase 2 study of ARD-202 in colitis in the third quarter of 2026.",
        "The company plans to initiate a Phase 3 study of ARD-101 in colitis in the third quarter of 2026.",
        "The company plans to initiate a Phase 2 study of ARD-101 in asthma in the third quarter of 2026.",
        "The company plans to initiate a Phase 2 study of ARD-101 in colitis in March 2026.",
    ],
)
def test_moved_with_a_word_or_another_thing(draft: str) -> None:
    assert outcomes(draft, ("2025-11-04", PLAN), date="2026-03-02") == []


def test_a_move_is_measured_from_the_newest_word() -> None:
    later = PLAN.replace("first", "third")
    old = [("2025-07-04", PLAN), ("2025-11-04", f"There was a delay. {later}")]
    assert outcomes(later, *old, date="2026-03-02") == []


def test_what_was_kept_is_another_thing_now() -> None:
    done = "The company initiated a Phase 2 study of ARD-101 in colitis."
    assert outcomes(PLAN.replace("2026", "2027"), ("2025-06-04", PLAN), ("2026-02-04", done)) == []


def test_overdue_until_something_is_heard() -> None:
    (finding,) = check("It is in town.", ("2025-11-04", PLAN), date="2026-06-12")
    assert (finding.rule, finding.severity) == ("promise-overdue", "info")
    assert "plans to initiate a Phase 2 study" in finding.message
    for heard in (
        "The first patient was dosed in the Phase 2 study of ARD-101.",
        "ARD-101 is being evaluated in a Phase 2 trial in colitis.",
        "The company has discontinued the Phase 2 study of ARD-101 in colitis.",
        "The Phase 2 study of ARD-101 in colitis is expected to begin in late 2026 after a delay.",
    ):
        assert outcomes("It is in town.", ("2025-11-04", PLAN), ("2026-05-04", heard), date="2026-06-12") == []
        assert outcomes(heard, ("2025-11-04", PLAN), date="2026-06-12") == []


def test_overdue_neither_too_early_nor_for_ever() -> None:
    assert outcomes("It is in town.", ("2025-11-04", PLAN), date="2026-05-01") == []
    assert outcomes("It is in town.", ("2025-11-04", PLAN), date="2028-05-01") == []


def test_a_promise_of_another_company_or_on_a_condition_is_not_asked_after() -> None:
    for text in (
        "Westholm Inc. plans to initiate a Phase 2 study of ARD-101 in colitis in the first quarter of 2026.",
        f"If funds permit, {PLAN[0].lower()}{PLAN[1:]}",
    ):
        assert outcomes("It is in town.", ("2025-11-04", text), date="2026-06-12") == []


def test_a_later_release_is_no_evidence() -> None:
    assert outcomes(PLAN, ("2026-06-01", PLAN), date="2025-11-04") == []
