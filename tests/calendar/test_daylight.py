"""Summer time, computed from the list that ships, against published days and against the system's own zones."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.calendar.daylight import TimeZones
from tests import support

ZONES = TimeZones(support.builtin().lists["time-zones"])
#: Our names, and a place that keeps the zone's time.
PLACES = {
    "Eastern": "America/New_York",
    "Central": "America/Chicago",
    "Mountain": "America/Denver",
    "Pacific": "America/Los_Angeles",
    "Hawaii": "Pacific/Honolulu",
    "London": "Europe/London",
    "Central European": "Europe/Berlin",
    "Eastern Australia": "Australia/Sydney",
    "New Zealand": "Pacific/Auckland",
    "Japan": "Asia/Tokyo",
}


@pytest.mark.parametrize(
    ("zone", "start", "end"),
    [
        ("Eastern", date(2024, 3, 10), date(2024, 11, 3)),
        ("Pacific", date(2025, 3, 9), date(2025, 11, 2)),
        ("Central", date(2026, 3, 8), date(2026, 11, 1)),
        ("Eastern", date(2006, 4, 2), date(2006, 10, 29)),
        ("London", date(2025, 3, 30), date(2025, 10, 26)),
        ("Central European", date(2026, 3, 29), date(2026, 10, 25)),
    ],
)
def test_clocks_change_on_the_published_days(zone: str, start: date, end: date) -> None:
    """Between them clocks are forward; on them it depends on the hour, so nothing is said."""
    day = timedelta(days=1)
    assert [ZONES.forward(zone, start + shift * day) for shift in (-1, 0, 1)] == [False, None, True]
    assert [ZONES.forward(zone, end + shift * day) for shift in (-1, 0, 1)] == [True, None, False]


def test_southern_summer_spans_the_new_year() -> None:
    """Sydney's clocks are forward in January and not in July."""
    assert ZONES.forward("Eastern Australia", date(2026, 1, 15)) is True
    assert ZONES.forward("Eastern Australia", date(2026, 7, 15)) is False


def test_nothing_is_known_of_years_before_the_list() -> None:
    """A year without a rule is left open."""
    assert ZONES.forward("Eastern", date(1971, 7, 1)) is None


@given(st.sampled_from(sorted(PLACES)), st.dates(date(2008, 6, 1), date(2030, 12, 31)))
def test_hours_are_those_of_the_systems_zones(zone: str, day: date) -> None:
    """At noon, on every day but those of a change."""
    try:
        place = ZoneInfo(PLACES[zone])
    except ZoneInfoNotFoundError:
        pytest.skip("this system has no time zones")
    forward = ZONES.forward(zone, day)
    if forward is None:
        return
    offset = datetime.combine(day, time(12), place).utcoffset()
    assert offset is not None
    assert float(ZONES.zone(zone)["hours"]) + forward == offset.total_seconds() / 3600


@pytest.mark.parametrize(
    ("written", "zone", "season"),
    [
        ("ET", "Eastern", ""),
        ("E.T.", "Eastern", ""),
        ("EST", "Eastern", "standard"),
        ("Pacific Daylight Time", "Pacific", "daylight"),
        ("Eastern time", "Eastern", ""),
        ("New York Time", "Eastern", ""),
        ("CEST", "Central European", "daylight"),
    ],
)
def test_a_zone_is_known_by_each_of_its_names(written: str, zone: str, season: str) -> None:
    """Stops and the case of "time" do not count."""
    named = ZONES.named(written)
    assert named is not None
    assert (named.zone, named.season) == (zone, season)


def test_other_words_are_no_zones() -> None:
    """Not every capital T ends a zone."""
    assert [ZONES.named(word) for word in ("IPOT", "et", "Park", "")] == [None] * 4
