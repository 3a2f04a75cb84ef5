"""Numbers of securities, trials and registrations."""

from __future__ import annotations

import pytest

from tests.support import claims


def _formed(text: str) -> list[tuple[object, object]]:
    return [(c.get("scheme"), c.get("formed")) for c in claims(text, "identifier")]


@pytest.mark.parametrize("code", ["US0378331005", "GB0002634946", "CA13321L1085", "AU0000XVGZA3", "DE000BAY0017"])
def test_an_isin_s_check_digit(code: str) -> None:
    assert _formed(f"ISIN: {code}") == [("ISIN", True)]
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    assert _formed(f"ISIN: {wrong}") == [("ISIN", False)]


@pytest.mark.parametrize("code", ["037833100", "17275R102", "38259P508", "68389X105"])
def test_a_cusip_s_check_digit(code: str) -> None:
    assert _formed(f"CUSIP: {code}") == [("CUSIP", True)]
    swapped = code[1] + code[0] + code[2:]
    assert _formed(f"CUSIP: {swapped}") == [("CUSIP", False)] if swapped[0].isdigit() and swapped != code else True


def test_forms() -> None:
    assert _formed("EudraCT Number: 2019-001234-56 and EU CT number 2023-501234-12-00") == [
        ("EudraCT", True),
        ("EU CT", True),
    ]
    assert _formed("EudraCT 2019-1234-56") == [("EudraCT", False)]
    assert _formed("(File No. 333-251234) (File No. 333-25)") == [("SEC file", True), ("SEC file", False)]


def test_a_scheme_without_a_number_is_nothing() -> None:
    assert _formed("The ISIN and the CUSIP number follow; an EudraCT number was given.") == []
