from __future__ import annotations

import pytest

from tests.support import claims


def marks(text: str) -> list[tuple[str, str, bool]]:
    return [(claim.string("term"), claim.string("symbol"), bool(claim.get("late"))) for claim in claims(text, "mark")]


@pytest.mark.parametrize(
    ("text", "term", "symbol"),
    [
        ("The Zelvic™ pump", "Zelvic", "™"),
        ("The Zelvic(R) pump", "Zelvic", "®"),
        ("All PLCs™ are salts", "PLC", "™"),
        ("It is part of Hearts for Ohio® as well", "Hearts for Ohio", "®"),
        ("Ask for Zelvic™ by name", "Zelvic", "™"),
        ("two of its peptide conjugates™ here", "conjugate", "™"),
    ],
)
def test_a_term_is_the_capitalised_words_before_the_sign(text: str, term: str, symbol: str):
    assert marks(text) == [(term, symbol, False)]


def test_unmarked_uses_of_a_marked_term_are_claims_too():
    assert marks("The Zelvic™ pump. A Zelvic is small. See www.Zelvic.com and Zelvic Systems.") == [
        ("Zelvic", "™", False),
        ("Zelvic", "", False),
    ]


def test_a_sign_is_late_after_an_unmarked_use_in_its_section():
    assert [late for *_, late in marks("The Zelvic pump. A Zelvic™ is small.")] == [False, True]


def test_a_new_section_may_mark_anew():
    text = "The Zelvic™ pump. A Zelvic is small.\n\nAbout Zelvic™\n\nZelvic™ is a pump.\n"
    assert not any(late for *_, late in marks(text))


def test_without_a_sign_there_is_no_claim():
    assert marks("The Zelvic pump is small.") == []


def test_a_phrase_before_its_acronym_is_the_term() -> None:
    text = "Our targeted drug conjugates™ (TDCs™) are new. These conjugates™ are ours."
    assert [claim.string("term") for claim in claims(text, "mark") if claim.get("symbol")] == [
        "targeted drug conjugate",
        "TDC",
        "conjugate",
    ]
