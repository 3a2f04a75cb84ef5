"""Zones out of season, times in two zones, and hours that no clock shows, through the rules that ship."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.calendar.said import shown
from tests.support import findings, quotes

SEASON, PAIR, INVALID = "timezone-dst", "timezone-pair-inconsistent", "time-impossible"


def found(rule: str, text: str, **how: object) -> list[tuple[str, ...]]:
    """Returns the quoted places of a rule's findings."""
    return quotes(findings(text, select=(rule,), **how))


@given(st.dates(date(2010, 1, 1), date(2035, 12, 31)), st.sampled_from(["E", "C", "M", "P"]))
def test_of_both_names_at_most_one_is_wrong(day: date, letter: str) -> None:
    """Exactly one, but for the two days on which clocks change."""
    text = "We meet on {}, at 9 a.m. {}T."
    wrong = [season for season in "SD" if found(SEASON, text.format(shown(day), letter + season))]
    beside = day - timedelta(days=1), day + timedelta(days=1)
    changes = any(
        bool(found(SEASON, text.format(shown(beside[0]), letter + season)))
        != bool(found(SEASON, text.format(shown(beside[1]), letter + season)))
        for season in "SD"
    )
    assert len(wrong) == 1 or (wrong == [] and changes)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("PHOENIX – We meet on July 8, 2026, at 9 a.m. MST.", {}),
        ("In Regina we meet on July 8, 2026, at 9 a.m. CST.", {}),
        ("HONG KONG – We meet on July 8, 2026, at 9 a.m. CST.", {}),
        ("We meet on July 8, 2026, at 9 a.m. HST.", {}),
        ("We meet on July 8, 2026, at 9 a.m. Eastern Time (3 p.m. CET).", {}),
        ("We meet on January 8, 2026, at 9 a.m. AEDT, in Sydney.", {}),
        ("We meet on July 8 or so.\n\nThe desk is open at 9 a.m. EST.", {"date": "2026-07-01"}),
        ("VANCOUVER, British Columbia – We meet on December 8, 2026, at 9 a.m. PDT.", {}),
        ("The offer was open from March 2 to March 20, 2026, until 5 p.m. EST.", {}),
    ],
)
def test_right_and_open_names_are_quiet(text: str, how: dict[str, object]) -> None:
    """Places that keep other hours, zones without summer time, days that clocks change between."""
    assert found(SEASON, text, **how) == []


def test_the_year_round_name_is_put_in_its_place() -> None:
    """Every place of one name is one finding, and the suggestion is for review."""
    text = "We meet on July 8, 2026, at 9 a.m. EST; we close on July 8, 2026, at 5 p.m. EST."
    (finding,) = findings(text, select=(SEASON,))
    assert [place.quote for place in finding.places] == ["9 a.m. EST", "5 p.m. EST"]
    assert finding.suggestion is not None
    assert [(edit.replacement, text[edit.start : edit.end]) for edit in finding.suggestion.edits] == [("ET", "EST")] * 2
    assert finding.suggestion.safety == "review"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 8:30 a.m. ET / 5:30 a.m. PT we begin.", []),
        ("At 8:30 a.m. EST / 5:30 a.m. PT on July 8, 2026, we begin.", []),
        ("At 8:30 a.m. ET / 4:30 a.m. PT we begin.", [("4:30 a.m. PT",)]),
        ("At 3 p.m. CT/4 p.m. ET we begin.", []),
        ("At 3 p.m. CT/2 p.m. ET we begin.", [("2 p.m. ET",)]),
        ("At 11:30 p.m. ET (8:30 p.m. PT) we begin.", []),
        ("At 10:00 a.m. ET (11:00 p.m. JST) on July 8, 2026, we begin.", []),
        ("At 10:00 a.m. ET (11:00 p.m. JST) on January 8, 2026, we begin.", [("11:00 p.m. JST",)]),
        ("At 10:00 a.m. ET (15:00 London time; 16:00 CET) on January 8, 2026, we begin.", []),
        ("At 9:00 a.m. ET / 1:00 p.m. GMT on July 8, 2026, we begin.", []),
        ("At 9:00 a.m. ET / 2:00 p.m. GMT on January 8, 2026, we begin.", []),
        ("Sessions begin at 9 a.m. ET, 1 p.m. PT, and 3 p.m. CT.", []),
        ("We answer 9-5 p.m. ET (6 a.m.-2 p.m. PT).", []),
    ],
)
def test_two_zones_are_as_far_apart_as_they_are(text: str, expected: list[tuple[str, ...]]) -> None:
    """On the day of the event, or on any day where none is named; a list of sessions is no pair."""
    assert found(PAIR, text) == expected


@pytest.mark.parametrize("clock", ["13:30 p.m.", "25:00 ET", "7:60 a.m.", "24:30 CET", "0:75 p.m."])
def test_no_clock_shows_it(clock: str) -> None:
    """Each is one finding."""
    assert [places[0].rstrip(".") for places in found(INVALID, f"We meet at {clock} in Halle.")] == [clock.rstrip(".")]
