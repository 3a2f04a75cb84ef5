"""Figures against those of earlier releases: the kinds restated and running."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prlint.text.rounding import agree
from tests.support import findings

if TYPE_CHECKING:
    from prlint.finding import Finding

OLD = "For the full year 2026, Ardenta expects revenue of $45 million to $50 million."
NEW = "For the full year 2026, Ardenta expects revenue of $40 million to $45 million."


def check(rule: str, text: str, *earlier: tuple[str, str], date: str = "2026-06-02") -> list[Finding]:
    return findings(text, date=date, earlier=earlier, select=(rule,))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("45%", "46%", False),
        ("45%", "45.3%", True),
        ("$12.4 million", "$12,449,812", True),
        ("$12.4 million", "$12.5 million", False),
        ("approximately $12 million", "$12.3 million", True),
        ("12 months", "12.0 months", True),
    ],
)
def test_figures_agree_as_they_are_rounded(one: str, other: str, same: bool) -> None:
    assert agree(one, other) is same
    assert agree(other, one) is same


def test_the_newest_guidance_counts() -> None:
    before = ("2026-01-10", NEW), ("2026-03-02", OLD)
    assert [finding.outcome for finding in check("guidance-drift", NEW, *before)] == ["changed"]
    assert check("guidance-drift", OLD, ("2026-01-10", OLD), ("2026-03-02", OLD)) == []


def test_all_places_are_one_finding() -> None:
    (finding,) = check("guidance-drift", f"{NEW}\n\nAgain: {NEW}", ("2026-03-02", OLD))
    assert len(finding.places) == 2


def test_old_and_new_side_by_side_is_news() -> None:
    both = f"{OLD} In May that was so. {NEW}"
    assert check("guidance-drift", both, ("2026-03-02", OLD)) == []


def test_reiterated_with_another_figure_is_an_error() -> None:
    (finding,) = check("guidance-drift", f"We reaffirm that {NEW[0].lower()}{NEW[1:]}", ("2026-03-02", OLD))
    assert (finding.outcome, finding.severity) == ("repeated", "error")


FIRST = "Revenue for the first quarter of 2025 was $12.4 million."
SECOND = "Revenue for the first quarter of 2025 was $14.2 million."
#: Releases that share all their words would be one release told again.
ABOUT = (
    "The plant in Lyon opened its doors to a hundred guests from all over the valley.",
    "A new board was elected at the annual meeting, which took place under an oak tree.",
    "Shipments of the smaller pump began a week early thanks to a mild and dry autumn.",
)


def test_a_fixed_figure_agrees_with_any_earlier_release() -> None:
    assert len(check("prior-period-drift", SECOND, ("2025-05-06", FIRST))) == 1
    both = ("2025-05-06", f"{ABOUT[0]} {FIRST}"), ("2025-08-06", f"{ABOUT[1]} {SECOND}")
    assert check("prior-period-drift", SECOND, *both) == []


def test_a_later_release_is_no_evidence() -> None:
    text = "Revenue for the first quarter of 2025 was $12.4 million."
    other = "Revenue for the first quarter of 2025 was $14.2 million."
    assert check("prior-period-drift", text, ("2026-09-01", other)) == []


def test_more_evidence_is_counted() -> None:
    days = ("2025-05-06", "2025-08-06", "2025-11-06")
    earlier = [(day, f"{about} {FIRST}") for day, about in zip(days, ABOUT, strict=True)]
    (finding,) = check("prior-period-drift", SECOND, *earlier)
    assert [evidence.note for evidence in finding.evidence] == ["", "and 1 more since 2025-05-06"]


def test_an_old_offering_is_another_one() -> None:
    first = "Ardenta announces a $2.5 million registered direct offering of common stock."
    second = "Ardenta announces a $4.0 million registered direct offering of common stock."
    assert len(check("offering-drift", second, ("2026-05-28", first))) == 1
    assert check("offering-drift", second, ("2026-01-28", first)) == []


def test_the_same_total_again_tells_of_the_same_payment() -> None:
    total = "Ardenta received an additional $100,000. It has received a total of $946,000 in licensing income to date."
    assert check("running-total", total, ("2026-05-28", total)) == []


def test_a_rounded_total_that_may_add_up() -> None:
    first = "Ardenta has received a total of $846,000 in licensing income to date."
    then = "Ardenta received an additional $100,000. It has received a total of approximately $0.9 million in licensing income to date."
    assert check("running-total", then, ("2026-05-28", first)) == []


def test_the_same_total_after_another_payment_has_not_grown() -> None:
    first = "Ardenta received an additional $150,000. It has received a total of $846,000 in licensing income to date."
    then = "Ardenta received an additional $100,000. It has received a total of $846,000 in licensing income to date."
    (finding,) = check("running-total", f"{then} {ABOUT[0]}", ("2026-03-28", f"{ABOUT[1]} {first} {ABOUT[2]}"))
    assert finding.outcome == "short"
