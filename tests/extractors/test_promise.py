"""What a release announces for when, and what it tells as done."""

from __future__ import annotations

import pytest

from tests.support import claims

BEFORE = "Ardenta, Inc. is a company in Halle. "


def promised(text: str) -> list[tuple[object, ...]]:
    found = (claim for claim in claims(BEFORE + text, "promise") if claim.get("stance") != "done")
    return [(claim.get("action"), claim.get("due"), claim.get("end")) for claim in found]


@pytest.mark.parametrize(
    ("text", "action", "end"),
    [
        ("Topline results from the CLARION trial are expected in the second half of 2026.", "report", "2026-12-31"),
        ("The company is on track to report topline data by the end of Q3 2026.", "report", "2026-09-30"),
        ("Ardenta anticipates completing enrollment in MERIDIAN in Q3 2026.", "complete enrollment", "2026-09-30"),
        ("Enrollment is expected to be completed by year-end 2026.", "complete enrollment", "2026-12-31"),
        ("The trial is scheduled for completion in the fourth quarter of 2026.", "complete", "2026-12-31"),
        ("Ardenta targets an NDA submission for ARD-101 in 1H 2026.", "file", "2026-06-30"),
        ("NDA submission targeted for the first half of 2026.", "file", "2026-06-30"),
        ("We expect to dose the first patient in the third quarter of 2026.", "dose first patient", "2026-09-30"),
        ("Commercial launch of ARD-101 is planned for mid-2026.", "launch", "2026-08-31"),
        ("Ardenta plans in the first quarter of 2026 to initiate a Phase 2 study.", "initiate", "2026-03-31"),
        ("In the first quarter of 2026, the company expects to initiate a Phase 2 study.", "initiate", "2026-03-31"),
        ("The transaction is expected to close in the second quarter of 2026.", "close", "2026-06-30"),
        ("Ardenta will open its new plant in Halle by the end of March 2026.", "open", "2026-03-31"),
        ("The company's goal is to complete the tunnel by the end of 2026.", "complete", "2026-12-31"),
        ("Data remain on track for the fourth quarter of 2026.", "report", "2026-12-31"),
    ],
)
def test_ways_of_promising(text: str, action: str, end: str) -> None:
    ((found, _, last),) = promised(text)
    assert (found, last) == (action, end)


def test_one_plan_for_two_things() -> None:
    found = promised("The company expects to report topline data in March 2026 and to file an NDA in June 2026.")
    assert [(action, end) for action, _, end in found] == [("report", "2026-03-31"), ("file", "2026-06-30")]


@pytest.mark.parametrize(
    "text",
    [
        # A result of a period, a forecast of a market, what was expected once, a due of another thing.
        "The company expects to discuss its first quarter 2026 results.",
        "The market for colitis drugs is projected to reach $14 billion by 2032.",
        "The data were expected in the second half of 2025.",
        "The company expected to report the data in the second half of 2025.",
        "The company expects to report data of the trial that was completed in the first quarter of 2025.",
        "On March 3, 2026, the company disclosed plans to open a plant.",
        "Ardenta will receive this year's prize of the academy.",
        "With anticipated growth of sales in 2026, the company is pleased.",
        "The company has completed its Phase 2 trial in March 2026.",
    ],
)
def test_what_is_no_promise(text: str) -> None:
    assert promised(text) == []


def test_conditions_and_moved_times_are_noted() -> None:
    def fields(text: str) -> tuple[object, object]:
        (claim,) = (c for c in claims(BEFORE + text, "promise") if c.get("stance") != "done")
        return claim.get("stance"), claim.get("hedge")

    plan = "the company plans to file its application for ARD-101 in June 2026."
    assert fields(f"Subject to funding, {plan}") == ("promise", "subject to")
    assert fields(f"As previously disclosed, {plan}") == ("told", "")
    assert fields("The company now expects to file its application in June 2026.") == ("moved", "")
    assert fields("The company may decide, and plans to file its application in May 2026.") == ("promise", "")


def test_what_is_done_and_what_is_only_hoped_for() -> None:
    def done(text: str) -> list[object]:
        return [c.get("action") for c in claims(BEFORE + text, "promise") if c.get("stance") == "done"]

    assert done("The company initiated a Phase 2 study of ARD-101.") == ["initiate"]
    assert done("The study will be completed soon.") == []
    assert done("Topline data are expected in the second half of 2026.") == []
