from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import claims


def definitions(text: str) -> list[tuple[str, str]]:
    return [
        (claim.string("acronym"), claim.string("expansion"))
        for claim in claims(text, "acronym")
        if claim.get("use") == "definition"
    ]


def uses(text: str) -> list[str]:
    return [claim.text for claim in claims(text, "acronym") if claim.get("use") == "use"]


@pytest.mark.parametrize(
    ("text", "acronym", "expansion"),
    [
        ("They are peptide linked conjugates (PLCs).", "PLC", "peptide linked conjugates"),
        ("They are peptide linked conjugates™ (PLCs™).", "PLC", "peptide linked conjugates"),
        ("All are peptide ether-drug conjugates (PDCs).", "PDC", "peptide ether-drug conjugates"),
        ("Adults with relapsed or refractory (R/R) disease", "R/R", "relapsed or refractory"),
        ("the peptidolipid ether (PLE) carrier", "PLE", "peptidolipid ether"),
        ("the U.S. Food and Drug Administration (the “FDA”)", "FDA", "Food and Drug Administration"),
        ("use of the programmed death-ligand 1 (PD-L1) test", "PD-L1", "programmed death-ligand 1"),
        ("with chronic lumbar disc disease (cLDD) today", "cLDD", "chronic lumbar disc disease"),
        ("a CT (computed tomography) scan", "CT", "computed tomography"),
        ("an automated defibrillator (AD) and an overall response rate (ORR)", "ORR", "overall response rate"),
    ],
)
def test_the_letters_say_how_far_back_the_term_reaches(text: str, acronym: str, expansion: str):
    assert (acronym, expansion) in definitions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ardenta Drug Products, Inc. (Nasdaq: ADP) said so.",
        "Ardenta Drug Products, Inc. (“ADP”) said so.",
        "The compound (ARD-101) was given.",
        "It was sold (see the table) in May (Ohio).",
        "The Zelvic(TM) system and the Zelvic (R) pump",
        "The results (CT) were good.",
        "a CT (see the table below)",
    ],
)
def test_tickers_codes_company_names_and_remarks_define_nothing(text: str):
    assert definitions(text) == []


def test_uses_fold_the_plural_and_stand_inside_compounds():
    text = "The glucose carrier protein (GCP) is rare. GCPs bind; a GCP-rich cell binds, an AGCP or GCP4 does not."
    assert [use for use in uses(text) if use.startswith("GCP")] == ["GCPs", "GCP"]


def test_codes_tickers_numerals_and_datelines_are_no_uses():
    text = (
        "FAIRHOPE, Ala., March 2, 2026 (GLOBE NEWSWIRE) -- ARD 101 and ARD-131 of Ardenta, Inc. (Nasdaq: ARDT) "
        "are in Phase III at $ARDT."
    )
    assert uses(text) == []


@given(st.text(alphabet="AB ab(),.;:\"'-/&s1\n", max_size=120))
def test_every_claim_lies_in_the_text(text: str):
    from tests.support import release

    made = release(text)
    for claim in made.of("acronym"):
        assert made.document.view.text[claim.start : claim.end] == claim.text
        assert claim.string("expansion") in claim.text.replace("™", "")
