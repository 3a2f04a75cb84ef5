"""How far a product is on its way to the market."""

from __future__ import annotations

import pytest

from tests.support import claims


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("ARD-101 was approved by the FDA for psoriasis.", "approved"),
        ("The FDA has approved ARD-101 for psoriasis.", "approved"),
        ("Ardenta received FDA approval of ARD-101 for psoriasis.", "approved"),
        ("Ardenta submitted a new drug application for ARD-101 in psoriasis.", "submitted"),
        ("The BLA for ARD-101 in psoriasis is under review.", "submitted"),
        ("ARD-101 is an oral, investigational drug for psoriasis.", "investigational"),
        ("ARD-101 has not been approved for psoriasis.", "investigational"),
    ],
)
def test_the_stage(text: str, stage: str) -> None:
    (claim,) = claims(text + " All patients slept.", "approval")
    assert (claim.string("asset"), claim.get("indication"), claim.string("stage")) == ("ARD-101", ("psoriasis",), stage)


@pytest.mark.parametrize(
    "text",
    [
        "If approved, ARD-101 will be sold for psoriasis.",
        "ARD-101 may be approved for psoriasis.",
        "Ardenta submitted a supplemental new drug application for ARD-101 in psoriasis.",
        "ARD-101 and ARD-202 were approved.",
        "The FDA approved the protocol of ARD-101.",
        "ARD-101 received a complete response letter and was not approved.",
        "The plan was approved.",
    ],
)
def test_what_says_nothing_of_it(text: str) -> None:
    assert claims(text, "approval") == []


def test_whose_approval() -> None:
    assert [claim.string("subject") for claim in claims("ARD-101 was approved in Japan.", "approval")] == ["PMDA"]
