"""Addresses near the issuer's own."""

from __future__ import annotations

import pytest

from tests.support import findings

RULE = ("domain-near-miss",)
LEAD = "BOSTON, {date} (GLOBE NEWSWIRE) -- Ardenta, Inc. (Nasdaq: ARDT) today announced results. {rest}"


def made(rest, date="March 2, 2026"):
    return LEAD.format(date=date, rest=rest)


EARLIER = [("2025-09-15", made("Visit www.ardenta.com.", "Sept. 15, 2025"))]


@pytest.mark.parametrize(
    "address", ["www.ardinta.com", "ir@ardneta.com", "https://ir.ardentta.com/news", "www.ardenta.con"]
)
def test_a_slip_from_the_address_of_an_earlier_release(address):
    (finding,) = findings(made(f"Visit {address}."), earlier=EARLIER, select=RULE)
    assert (finding.severity, finding.outcome) == ("error", "known")
    assert finding.suggestion.safety == "review"
    assert "ardenta.com" in finding.suggestion.replacement
    assert finding.evidence[0].quote == "www.ardenta.com"


@pytest.mark.parametrize(
    "address",
    [
        "www.ardenta.com",
        "investor.ardenta.com",
        "ir@ardenta.com",
        "lund.com",
        "www.sec.gov",
        "ardenta.de",
        "ardenta2.com",
    ],
)
def test_addresses_that_are_right_or_another_s(address):
    assert not findings(made(f"Visit {address}."), earlier=EARLIER, select=RULE)


def test_all_places_of_one_wrong_address_are_one_finding():
    (finding,) = findings(made("Visit www.ardinta.com or write to ir@ardinta.com."), earlier=EARLIER, select=RULE)
    assert [place.quote for place in finding.places] == ["www.ardinta.com", "ir@ardinta.com"]


def test_a_wrong_address_in_an_earlier_release_does_not_make_the_right_one_wrong():
    earlier = [("2025-09-15", made("Visit www.ardinta.com.", "Sept. 15, 2025"))]
    assert not findings(made("Visit www.ardenta.com."), earlier=earlier, select=RULE)


def test_an_address_that_follows_a_second_spelling_of_the_name_is_left_open():
    assert not findings(made("Ardinta, Inc. is in Boston. Visit www.ardinta.com."), select=RULE)
