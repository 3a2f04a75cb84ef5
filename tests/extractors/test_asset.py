"""Products: which words are codes and names of products, their other names, and the isotopes that they carry."""

from __future__ import annotations

import pytest

from tests.support import claims


def names(text: str) -> list[str]:
    return [claim.string("name") for claim in claims(text, "asset")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ARD-101 is safe.", ["ARD-101"]),
        ("The drug ARD101 is safe.", ["ARD101"]),
        ("The drug ARD 131 is safe.", ["ARD 131"]),
        ("The candidate ARD 1602-PTX is in mice.", ["ARD 1602-PTX"]),
        ("The drug I-131-ARD1404 is safe.", ["I-131-ARD1404"]),
        ("It was given with pembrolizumab.", ["pembrolizumab"]),
        ("Xelvant™, an oral inhibitor of the enzyme, is safe. Patients took Xelvant daily.", ["Xelvant", "Xelvant"]),
        ("Our lead product candidate, OVA-HER2, is safe.", ["OVA-HER2"]),
    ],
)
def test_products(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ardenta, Inc. (Nasdaq: ARDT) reports.",
        "Our Form 10-K and Form S-1 are on file.",
        "It is certified to ISO 13485 and IEC 62304.",
        "The drug was filed as US 9,123,456 and JP 2014-147869.",
        "The patent EP 1234567 covers the drug.",
        "Patients with COVID-19 who took the drug.",
        "The drug binds CD19 and IL-17 on tumor cells.",
        "The drug was shown at ASCO 2024 in a trial.",
        "The trial in Princeton, NJ 08540 treats patients.",
        "The drug trial ended in FY 2024 under CFR 312.",
        "The trial NCT01234567 treats patients.",
        "Flight AAX 204 was late.",
        "Ardenta is a clinical-stage therapy company.",
        "Additionally, the therapy is safe.",
        "Precepts, thermostats and globulin are words.",
    ],
)
def test_what_is_no_product(text: str) -> None:
    assert names(text) == []


def test_all_ways_of_writing_share_a_code() -> None:
    found = claims("The drug ARD 131, ARD131 and ARD-131.", "asset")
    assert {claim.string("code") for claim in found} == {"ard131"}


@pytest.mark.parametrize(
    "text",
    [
        "ARD 131 (formerly ZTX-404) is a drug.",
        "ARD 131, also known as ZTX-404, is a drug.",
        "ARD 131, previously known as ZTX-404, is a drug.",
        "The drug ARD 131 (ZTX-404) is safe.",
    ],
)
def test_other_names(text: str) -> None:
    _, other = claims(text, "asset")
    assert (other.string("name"), other.string("alias_of")) == ("ZTX-404", "ard131")


@pytest.mark.parametrize(
    "text",
    [
        "ARD 131 and ZTX-404 are drugs.",
        "Drugs such as paclitaxel (ZTX-404) are carried to the tumor.",
        "The drug ARD 131 is safe. Now ZTX-404 follows.",
    ],
)
def test_neighbours_are_no_other_names(text: str) -> None:
    assert [claim.string("alias_of") for claim in claims(text, "asset")] == ["", ""]


@pytest.mark.parametrize(
    ("text", "isotope"),
    [
        ("The drug ARD 131 utilizes iodine-131 as its payload.", "iodine-131"),
        ("The drug ARD 131 is labeled with I-131.", "iodine-131"),
        ("The drug ARD-177 delivers 177Lu to the tumor.", "lutetium-177"),
        ("The drug ARD-177 is conjugated to ¹⁷⁷Lu.", "lutetium-177"),
        ("The drug ARD 131, unlike those with iodine-125, is safe.", ""),
        ("The drug ARD 131 was compared with iodine-131.", ""),
        ("The drugs ARD 131 and ARD 125 deliver iodine-131 and iodine-125.", ""),
    ],
)
def test_isotopes_are_learnt_from_definitions(text: str, isotope: str) -> None:
    assert {claim.string("isotope") for claim in claims(text, "asset")} == {isotope}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Velmara is in an ongoing Phase 2 study in colitis.", ["Velmara"]),
        ("Velmara is currently being evaluated in a Phase 1/2 trial.", ["Velmara"]),
        ("Velmara Inc. grew. Velmara is in a Phase 2 study.", []),
        ("Enrollment is in a Phase 2 study. It is in a Phase 2 study.", []),
        ("Velmara is in a building.", []),
    ],
)
def test_a_name_of_which_a_trial_is_told(text, names):
    assert [claim.get("name") for claim in claims(text, "asset")][:1] == names
