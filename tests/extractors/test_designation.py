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


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The FDA granted Fast Track designation to ARD-101.", "granted"),
        ("The company has applied for Fast Track designation for ARD-101.", "applied"),
        ("The company plans to apply for Fast Track designation for ARD-101.", "applied"),
        ("The company may apply for Fast Track designation for ARD-101.", ""),
        ("The company has applied for a second Fast Track designation for ARD-101.", ""),
        ("The company applied again for Fast Track designation for ARD-101, which was denied.", ""),
        ("ARD-101 meets the criteria for Fast Track designation.", ""),
    ],
)
def test_how_far_it_has_come(text: str, stage: str) -> None:
    (claim,) = claims(text, "designation")
    assert claim.string("stage") == stage


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Fast Track designation was granted to ARD-101 in Japan.", "PMDA"),
        ("The European Commission granted orphan designation to ARD-101.", "EMA"),
        ("ARD-101 holds orphan drug designation in the EU.", "EMA"),
        ("ARD-101 holds orphan drug designation.", ""),
    ],
)
def test_whose_it_is(text: str, agency: str) -> None:
    assert claims(text, "designation")[0].string("subject") == agency
