"""Telephone numbers: which are read, and what is wrong with their form."""

from __future__ import annotations

import pytest

from tests.support import claims


def _phones(text: str) -> list[tuple[object, object, object]]:
    return [(c.get("digits"), c.get("plan"), c.get("formed")) for c in claims(text, "phone")]


@pytest.mark.parametrize(
    "written", ["617-555-0100", "(617) 555-0100", "1-617-555-0100", "+1 617 555 0100", "1-(617)-555-0100"]
)
def test_ways_of_writing_one_number(written: str) -> None:
    assert _phones(f"Call {written} today.") == [("6175550100", "NANP", True)]


def test_extension_and_label() -> None:
    (claim,) = claims("Tel: 617-555-0100 ext. 24", "phone")
    assert (claim.get("label"), claim.get("extension")) == ("tel", "24")


@pytest.mark.parametrize("written", ["617-555-010", "617-555-01000", "117-555-0100", "617-055-0100"])
def test_what_no_one_can_dial(written: str) -> None:
    assert [formed for _, _, formed in _phones(f"Phone: {written}")] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Conference ID: 117-555-0100",
        "from 100-200-3000 to 400",
        "sales of 617 555 0100 units",
        "EIN 117-155-0100",
        "in 2019-2020-2021",
        "DOI: 10.1000/117-555-0100",
    ],
)
def test_what_is_no_telephone_number(text: str) -> None:
    assert _phones(text) == []


def test_where_another_country_is_called_groups_of_three_are_not_judged() -> None:
    assert all(formed for *_, formed in _phones("Tel: +61 2 5550 1234, mobile: 041-155-012"))


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lund, CEO(617) 555-0100 x110",
        "www.ardenta.com(617) 555-0100",
        "ir@ardenta.com617-555-0100Investor Relations:",
        "Ana LundDirector of Programs617.555.0100 alund@ardenta.com",
        "Ardenta, Inc.(617) 555-0100alund@ardenta.com",
        "It can be reached by phone or text message at 617.555.0100.",
    ],
)
def test_lines_that_were_joined(text: str) -> None:
    """A number is read though the end of an address, or the beginning of a word, touches it."""
    assert [digits for digits, *_ in _phones(text)] == ["6175550100"]


def test_an_address_after_a_number_does_not_take_its_end() -> None:
    """The local part begins after the number."""
    assert [claim.get("local") for claim in claims("(617) 555-0100alund@ardenta.com", "web")] == ["alund"]
