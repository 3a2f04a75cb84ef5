"""One company, one market, one ticker, and no ticker for two companies."""

from __future__ import annotations

import pytest

from tests.support import findings

LEAD = "BOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta Medical, Inc. (Nasdaq: ARDT) today opened a plant"


def _outcomes(rest: str) -> list[str]:
    return [f.outcome for f in findings(LEAD + rest, select=("ticker-exchange-consistency",))]


def test_another_ticker_on_the_same_market() -> None:
    assert _outcomes(".\n\nArdenta Medical, Inc. (Nasdaq: ADRT) is in Boston.") == ["differs"]


def test_one_ticker_for_two_companies_is_a_warning_at_the_second() -> None:
    text = f"{LEAD} with Belmora Corp. (Nasdaq: ARDT), a maker of pumps."
    (finding,) = findings(text, select=("ticker-exchange-consistency",))
    assert (finding.outcome, finding.severity) == ("shared", "warning")
    assert finding.places[0].quote == "Nasdaq: ARDT"
    assert "Belmora" in finding.message


@pytest.mark.parametrize(
    "rest",
    [
        " with Belmora Corp. (NYSE: ARDT), a maker of pumps.",
        " with Ardenta (Nasdaq: ARDT) of Boston.",
        " with Belmora Corp. (Nasdaq: ARDT), a subsidiary.",
        " with Belmora Corp. (Nasdaq: BLMR), a maker of pumps.",
    ],
)
def test_what_is_in_order(rest: str) -> None:
    assert _outcomes(rest) == []
