"""Days that a release gives itself, its events, its periods: the rules on dates that look beyond one date."""

from __future__ import annotations

import pytest

from tests.support import findings, quotes

LEAD = "BOSTON, August 7, 2025 (GLOBE NEWSWIRE) -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today "


def found(rule: str, text: str, **how: object) -> list[tuple[str, ...]]:
    """Returns the quoted places of a rule's findings."""
    return quotes(findings(text, select=(rule,), **how))


@pytest.mark.parametrize(
    ("header", "dateline", "outcome"),
    [
        ("August 7, 2025", "BOSTON, August 7, 2025", None),
        ("Thursday, August 7, 2025", "BOSTON, Aug. 7, 2025", None),
        ("August 6, 2025", "BOSTON, August 7, 2025", "differs"),
        ("August 6, 2025", "FREMONT, CA, August 7, 2025", "differs"),
        ("August 6, 2025", "TAIPEI, Taiwan, August 7, 2025", "roll"),
        ("August 4, 2025", "TAIPEI, Taiwan, August 7, 2025", "differs"),
        ("August 7, 2024", "BOSTON, August 7, 2025", "differs"),
        ("EMBARGOED UNTIL August 7, 2025, 7 a.m. ET", "BOSTON, August 7, 2025", None),
        ("EMBARGOED UNTIL August 8, 2025, 7 a.m. ET", "BOSTON, August 7, 2025", "embargo"),
    ],
)
def test_header_and_dateline(header: str, dateline: str, outcome: str | None) -> None:
    """A day apart is a note where time zones may explain it, an error at home."""
    text = f"{header}\n\nArdenta Moves\n\n{dateline} -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today moved.\n"
    report = findings(text, select=("dateline-date-conflict",))
    assert [finding.outcome for finding in report] == ([outcome] if outcome else [])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("announced today, August 7, 2025, that it moved.", False),
        ("announced today, August 6, 2025, that it moved.", False),  # one day: time zones
        ("announced today, July 7, 2025, that it moved.", True),
        ("announced today (July 7, 2025) that it moved.", True),
        ("announced that, from today to July 7, 2026, it is open.", False),
    ],
)
def test_today_is_the_day_of_the_release(sentence: str, expected: bool) -> None:
    """A date that stands for today is compared; any other is not."""
    text = LEAD.removesuffix("today ") + sentence
    assert bool(found("dateline-date-conflict", text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ardenta will present on March 3, 2026.",
        "Ardenta is scheduled to host a call at 4:30 p.m. ET on Tuesday, March 3, 2026.",
        "The meeting is expected to take place virtually on March 3.",
        "The offer will expire at 5:00 p.m., New York City time, on March 3, 2026.",
        "Registration will open in Halle, Lund and online on March 3.",
    ],
)
def test_what_is_to_come_is_not_past(text: str) -> None:
    """A future verb, and a day two weeks before the release."""
    (finding,) = findings(text, date="2026-03-17", select=("event-tense-past",))
    assert (finding.outcome, finding.severity) == ("past", "warning")


@pytest.mark.parametrize(
    "text",
    [
        "Ardenta will present on March 19, 2026.",
        "Ardenta will host a call to discuss its results for the year ended December 31, 2025.",
        "Ardenta will host a call on the offering announced on March 3, 2026.",
        "Ardenta will report on the meeting held on March 3, 2026.",
        "Shares will be issued to holders of record on March 3, 2026.",
        "The notes, issued on March 3, 2026, will be paid in 2030.",
        "A replay of the call, which will be held on March 3, 2026, is up.",
        "The meeting that will be held on March 3, 2026, was rescheduled.",
        "Ardenta will present on December 3.",
        "The congress will be held on March 16-19, 2026.",
        "The patent will be in force from the day on which it was granted on March 3, 2026.",
    ],
)
def test_past_days_of_other_things_are_quiet(text: str) -> None:
    """Periods, announcements and record days that a future event refers to; days too far off to know their year."""
    assert found("event-tense-past", text, date="2026-03-17") == []


def test_a_release_judged_later_tells_what_is_over_by_then() -> None:
    """The day asked for decides, not that of the release."""
    text = LEAD + "said that it will present its data on August 20, 2025."
    assert found("event-tense-past", text) == []
    assert found("event-tense-past", text, as_of="2025-09-30") == [("August 20, 2025",)]


@pytest.mark.parametrize(
    ("headline", "lead", "expected"),
    [
        ("Ardenta Reports Second Quarter 2025 Results", "reported its second quarter 2025 results.", None),
        ("Ardenta Reports Q2 2025 Results", "reported results for the second quarter ended June 30, 2025.", None),
        ("Ardenta Reports 2Q25 Earnings", "reported results for its second quarter of 2025.", None),
        ("Ardenta Reports Q2 2025 Results", "reported results for the third quarter ended June 30, 2025.", "lead"),
        ("Ardenta Reports Q2 2025 Results", "reported results for the second quarter of 2024.", "lead"),
        ("Ardenta Reports Q2 2025 Results", "reported results for the quarter ended June 30, 2024.", "year"),
        ("Ardenta Reports Q2 2025 Results", "reported results that beat first quarter 2025 results.", "lead"),
        ("Ardenta Reports Q2 2025 Results", "reported results better than first quarter 2025 results.", None),
        ("Ardenta Reports Q2 2025 Results", "said that a trial starts in the first quarter of 2026.", None),
        ("Ardenta Starts Trial in Q2 2025", "reported its first quarter 2025 results.", None),
        ("Ardenta Reports Fiscal Third Quarter 2025 Results", "reported its quarter ended June 30, 2025.", None),
        ("Ardenta Reports Q1 and Q2 2025 Results", "reported its second quarter 2025 results.", None),
    ],
)
def test_one_quarter(headline: str, lead: str, expected: str | None) -> None:
    """Headline and lead; comparisons, milestones and fiscal years are no conflict."""
    text = f"{headline}\n\n{LEAD}{lead}\n"
    assert [f.outcome for f in findings(text, select=("period-label-stale",))] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("until", "expected"),
    [("August 14, 2025", False), ("May 14, 2025", True), ("August 14", False), ("February 7, 2026", False)],
)
def test_a_replay_outlasts_its_call(until: str, expected: bool) -> None:
    """An end before the call is last quarter's."""
    text = LEAD + (
        "announced results.\n\nArdenta will host a conference call on Thursday, August 7, 2025, at 8:30 a.m. ET. "
        f"A replay of the call will be available until {until}."
    )
    assert bool(found("replay-before-event", text)) == expected


def test_a_dividend_is_paid_after_its_record_day() -> None:
    """Both ways of ordering the sentence."""
    right = "The dividend is payable on March 27, 2026 to shareholders of record as of March 13, 2026."
    wrong = "The dividend will be paid on March 13, 2026 to shareholders of record as of the close of business on March 27, 2026."
    assert found("payment-before-record", right) == []
    assert found("payment-before-record", wrong) == [("March 13, 2026", "March 27, 2026")]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("August 8, 2026", "Saturday"),
        ("September 7, 2026", "Labor Day"),
        ("November 11, 2026", None),
        ("August 6, 2026", None),
    ],
)
def test_calls_are_held_on_business_days(day: str, why: str | None) -> None:
    """A weekend or a holiday is a note; days on which markets are open are none."""
    report = findings(f"Ardenta will host a conference call on {day}.", select=("event-weekend-business",))
    assert [(f.severity, f.message) for f in report] == ([("info", f"{day}: {why}")] if why else [])


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        ("Thursday, August 7, 2025, at 4:30 p.m. ET", "August 7, 2025, at 4:30 p.m. ET", None),
        ("Thursday, August 7, at 4:30 p.m. ET", "August 7, 2025, at 4:30 p.m. Eastern Time", None),
        ("Thursday, August 7, 2025, at 4:30 p.m. ET", "August 6, 2025, at 4:30 p.m. ET", "day"),
        ("Thursday, August 7, 2025, at 4:30 p.m. ET", "August 7, 2025, at 5:00 p.m. ET", "hour"),
        ("Thursday, August 7, 2025, at 4:30 p.m. ET", "August 7, 2025, at 1:30 p.m. PT", None),
        ("Thursday, August 7, 2025, at 4:30 p.m. ET", "August 20, 2025, at 9:00 a.m. ET", None),
    ],
)
def test_one_call_has_one_hour(first: str, second: str, outcome: str | None) -> None:
    """Two days or two hours contradict each other; both together are two calls."""
    text = f"{LEAD}announced a conference call on {first}.\n\nThe conference call will be held on {second}.\n"
    report = findings(text, select=("call-time-conflict",))
    assert [finding.outcome for finding in report] == ([outcome] if outcome else [])
