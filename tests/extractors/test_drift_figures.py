"""Figures that earlier releases can contradict: counts, totals, outlooks, reported figures, runways, results, deals."""

from __future__ import annotations

import pytest

from tests.support import claims


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        ("To date, more than 240 patients have been treated.", "more than 240", "patient treated"),
        ("Ardenta holds a portfolio with 50 patents granted.", "50", "patent granted"),
        ("The company holds 62 issued patents worldwide.", "62", "patent issued"),
        ("The valve is approved in more than 40 countries.", "more than 40", "country approved"),
        ("Over 900 hospitals have adopted the system.", "Over 900", "hospital adopted"),
        ("The system has been used in over 12,000 procedures.", "over 12,000", "procedure used"),
        ("It was active in over 60 xenograft models.", "over 60", "xenograft model"),
        ("The company has shipped two million units and 415 systems to date.", "415", "system"),
    ],
)
def test_what_was_done_is_counted(text: str, number: str, noun: str) -> None:
    found = [(claim.get("number"), claim.get("noun")) for claim in claims(text, "tally")]
    assert (number, noun) in found


@pytest.mark.parametrize(
    "text",
    [
        "We plan to enroll 240 patients.",
        "The study will have treated up to 240 patients.",
        "In the study 118 patients were treated.",
        "The company has 240 employees in 12 countries.",
        "Dr. Roe has authored 240 peer-reviewed publications.",
        "We installed 240 systems in the fourth quarter.",
        "The company has installed 35 systems in the fourth quarter.",
        "Depression affects 240 million people worldwide.",
    ],
)
def test_what_may_fall_or_is_still_to_come_is_no_count(text: str) -> None:
    assert claims(text, "tally") == []


def test_nearly_leaves_room_below() -> None:
    (claim,) = claims("Nearly 300 patients have been treated to date.", "tally")
    low, high = (float(each) for each in claim.get("count"))  # type: ignore[union-attr]
    assert low < 285 < high


def test_a_running_total_is_bound_to_those_who_pay() -> None:
    text = (
        "Ardenta Receives Additional $100,000 Payment from Orvane, Inc., Bringing Total Payments to $695,950\n\n"
        "MADISON, Wis., May 5, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. (Nasdaq: ARDT) today announced a payment."
    )
    (claim,) = claims(text, "running")
    assert (claim.get("total"), claim.get("amount"), claim.get("parties")) == ("$695,950", "$100,000", ("orvane",))


def test_a_total_of_one_quarter_is_narrow() -> None:
    (claim,) = claims("Ardenta has received a total of $350,000 in payments in the first quarter of 2026.", "running")
    assert claim.get("narrow") is True


@pytest.mark.parametrize(
    ("text", "low", "high", "period", "move"),
    [
        ("For the full year 2026, it expects revenue of between $178 million and $182 million.", "$178 million", "$182 million", "2026", ""),
        ("The company reiterates that it expects 2026 revenue of $45 million.", "$45 million", "", "2026", "repeat"),
        ("The company now expects 2026 revenue of $45 million.", "$45 million", "", "2026", "update"),
        ("The company raised its outlook and expects revenue of $45-50 million in 2026.", "$45 million", "50 million", "2026", "raise"),
    ],
)  # fmt: skip
def test_outlook(text: str, low: str, high: str, period: str, move: str) -> None:
    (claim,) = claims(text, "outlook")
    assert [claim.get(field) for field in ("metric", "low", "high", "period", "move")] == [
        "revenue",
        low,
        high,
        period,
        move,
    ]


def test_a_market_is_no_outlook() -> None:
    assert claims("The global market is expected to reach revenue of $45 billion in 2030.", "outlook") == []


def test_a_figure_and_the_one_it_is_compared_with() -> None:
    text = "Net revenue for the first quarter of 2026 was $4.9 million, compared to $3.5 million in the same period of 2025."
    found = [(claim.get("period"), claim.get("number"), claim.get("compared")) for claim in claims(text, "reported")]
    assert found == [("2026Q1", "$4.9 million", False), ("2025Q1", "$3.5 million", True)]


def test_a_year_beside_a_quarter_is_left_open() -> None:
    text = "Expenses for rent aside, net revenue for the first quarter of 2026 was $4.9 million, compared with $3.5 million in 2025."
    assert [claim.get("period") for claim in claims(text, "reported")] == ["2026Q1"]


def test_preliminary_figures_may_change() -> None:
    assert claims("Preliminary net revenue for the first quarter of 2026 was $4.9 million.", "reported") == []


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Cash is expected to fund operations into the third quarter of 2027.", "into the third quarter of 2027"),
        ("We have a cash runway into 2029.", "into 2029"),
        ("Our cash is sufficient to fund our plan through the end of 2028.", "through the end of 2028"),
    ],
)
def test_runway(text: str, until: str) -> None:
    (claim,) = claims(text, "runway")
    assert claim.get("until") == until


def test_the_end_of_a_year_and_the_next_year_touch() -> None:
    (through,) = claims("Cash will fund operations through the end of 2027.", "runway")
    (into,) = claims("Cash will fund operations into 2028.", "runway")
    assert through.get("days")[0] == into.get("days")[0]  # type: ignore[index]


def test_a_result_with_its_cut_off() -> None:
    text = "As of the January 15, 2026 data cutoff, the objective response rate in the CLARION study was 45%, versus 23% with placebo."
    (claim,) = claims(text, "readout")
    got = [claim.get(field) for field in ("study", "endpoint", "number", "cutoff")]
    assert got == ["clarion", "overall response", "45%", "2026-01-15"]


def test_a_result_without_cut_off_is_none() -> None:
    assert claims("The objective response rate in the CLARION study was 45%.", "readout") == []


def test_a_dividend_by_each_of_its_dates() -> None:
    text = "A dividend of $0.05 per share has a record date of June 30, 2026 and a payment date of July 10, 2026."
    found = {claim.get("deal"): claim.get("amount") or claim.get("day") for claim in claims(text, "deal")}
    assert found == {
        "per share recorded 2026-06-30": "$0.05",
        "per share paid 2026-07-10": "$0.05",
        "paid for 2026-06-30": "2026-07-10",
        "recorded for 2026-07-10": "2026-06-30",
    }
