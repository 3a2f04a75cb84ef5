"""Designations: granted or not, to what, for what."""

from __future__ import annotations

import pytest

from tests.support import claims


@pytest.mark.parametrize(
    ("text", "kind", "granted"),
    [
        ("The FDA has granted an orphan drug designation for ARD-101 in the treatment of asthma.", "orphan drug", True),
        ("ARD-101 has been designated as an orphan drug by the FDA for asthma.", "orphan drug", True),
        ("ARD-101 received Fast Track designation for asthma.", "fast track", True),
        ("ARD-101 received Breakthrough Therapy designation for asthma.", "breakthrough therapy", True),
        ("The company applied for orphan drug designation for ARD-101 in asthma.", "orphan drug", False),
    ],
)
def test_designations(text: str, kind: str, granted: bool) -> None:
    (claim,) = claims(text, "designation")
    assert (claim.string("kind"), claim.get("granted"), claim.string("asset")) == (kind, granted, "ARD-101")
    assert claim.get("indication") == ("asthma",)


def test_the_agency_is_named() -> None:
    (claim,) = claims("The U.S. Food and Drug Administration granted Fast Track designation to ARD-101.", "designation")
    assert claim.string("subject") == "FDA"


def test_two_products_leave_it_open() -> None:
    (claim,) = claims("ARD-101 and ARD-202 received Fast Track designation.", "designation")
    assert claim.string("asset") == ""
