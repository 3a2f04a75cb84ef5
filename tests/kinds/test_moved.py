"""Events on other days than earlier releases say."""

from __future__ import annotations

import pytest

from tests.support import findings, quotes

_LEAD = "BOSTON, {day} (GLOBE NEWSWIRE) -- Ardenta Medical, Inc. (Nasdaq: ARDT) {said} {fact}"
_BEFORE = (
    ("2025-11-03", "today opened a plant for pumps in Ohio, where two hundred people will find work."),
    ("2025-12-15", "today named two directors, who will sit on the committees for audit and pay."),
)
FORUM, CONGRESS = "It will present at the Westholm Growth Forum", "It will exhibit at the Westholm Oncology Congress"


def _found(before: list[str], now: str) -> list[tuple[str, ...]]:
    earlier = [
        (day, _LEAD.format(day=day, said=said, fact=fact)) for (day, said), fact in zip(_BEFORE, before, strict=False)
    ]
    draft = _LEAD.format(day="March 2, 2026", said="today announced an order from Halle.", fact=now)
    return quotes(findings(draft, date="2026-03-02", earlier=earlier, select=("event-date-drift",)))


@pytest.mark.parametrize(
    ("before", "now", "alarm"),
    [
        ([f"{FORUM} on April 8, 2026."] * 2, f"{FORUM} on April 9, 2026.", True),
        ([f"{FORUM} on April 8, 2026."], f"{FORUM} on April 9, 2026.", False),  # a single day, told once
        ([f"{FORUM} on April 8."] * 2, f"{FORUM}, which takes place on April 9, 2026.", True),  # the nearest year
        ([f"{FORUM} on April 8, 2026."] * 2, f"{FORUM} on April 9, 2027.", False),
        ([f"{FORUM} on April 8, 2026."] * 2, "It is at the Halle Growth Forum on April 9, 2026.", False),
        ([f"{FORUM} on April 8, 2026.", f"{FORUM} on April 9, 2026."], f"{FORUM} on April 10, 2026.", False),
        ([f"{CONGRESS}, June 5-9, 2026."], f"{CONGRESS}, June 12-16, 2026.", True),
        ([f"{CONGRESS}, June 5-9, 2026."], f"{CONGRESS}, June 8-12, 2026.", False),  # they touch
        ([f"{CONGRESS}, June 5-9, 2026."] * 2, f"{CONGRESS} on June 7, 2026.", False),
        ([f"{CONGRESS}, June 5-9, 2026."] * 2, f"{CONGRESS} on June 17, 2026.", True),
        ([f"{CONGRESS}, June 5-9, 2026."] * 2, f"{CONGRESS} on June 17, 2026, where a poster is shown.", False),
        ([f"{FORUM} on April 8, 2026."] * 2, f"{FORUM} on April 9, 2026. The forum was rescheduled.", False),
        ([f"{FORUM} on April 8, 2026."] * 2, f"{FORUM} on April 8, 2026, and {FORUM[3:]} on April 9, 2026.", False),
    ],
)
def test_days_of_events(before: list[str], now: str, alarm: bool) -> None:
    """Days that no earlier release has are a finding, unless they are those of a session or of another year."""
    assert bool(_found(before, now)) is alarm


def test_every_place_is_marked() -> None:
    """The event's name is marked wherever the wrong day follows it."""
    twice = f"{FORUM} on April 9, 2026. Investors meet at the Westholm Growth Forum on April 9, 2026."
    assert _found([f"{FORUM} on April 8, 2026."] * 2, twice) == [("Westholm Growth Forum", "Westholm Growth Forum")]
