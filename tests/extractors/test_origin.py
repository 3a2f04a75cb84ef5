"""The places of datelines."""

from __future__ import annotations

import pytest

from tests.support import claims


@pytest.mark.parametrize(
    ("place", "read"),
    [
        ("BOSTON", [("BOSTON", "")]),
        ("OAKHOLM, Mass.", [("OAKHOLM", "MA")]),
        ("OAKHOLM, MASSACHUSETTS", [("OAKHOLM", "MA")]),
        ("OAKHOLM, N.J.", [("OAKHOLM", "NJ")]),
        ("HALLE, Germany", [("HALLE", "Germany")]),
        ("OAKHOLM, Mass. and HALLE, Germany", [("OAKHOLM", "MA"), ("HALLE", "Germany")]),
        ("OAKHOLM, MA & LEEDS", [("OAKHOLM", "MA"), ("LEEDS", "")]),
        ("SALT LAKE CITY", [("SALT LAKE CITY", "")]),
    ],
)
def test_places(place: str, read: list[tuple[str, str]]) -> None:
    """City and state are told apart, the state in two letters; each place is a claim."""
    found = claims(f"{place}, March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. today announced results.", "origin")
    assert [(claim.get("city"), claim.get("region")) for claim in found] == read
    assert all(claim.text in place for claim in found)


def test_no_dateline() -> None:
    """A text without a dateline comes from nowhere."""
    assert claims("Ardenta, Inc. makes pumps in Boston.", "origin") == []
