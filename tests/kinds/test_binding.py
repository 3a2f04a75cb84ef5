"""One key, one thing: registry numbers and isotopes."""

from __future__ import annotations

import pytest

from tests.support import findings


def nct(draft: str, *earlier: tuple[str, str]) -> list[str]:
    found = findings(draft, date="2026-03-02", earlier=earlier, select=("nct-binding", "nct-format"))
    return [finding.message for finding in found]


def test_the_newest_release_with_the_number_speaks() -> None:
    """A slip that was mended since is no evidence."""
    slip = ("2025-01-01", "ARD-101 is in a Phase 2 trial (NCT01234567) in colitis.")
    mended = ("2025-06-01", "ARD-101 is in the Phase 3 trial (NCT01234567) in colitis.")
    assert nct("ARD-101 is in a Phase 3 trial (NCT01234567) in colitis.", slip, mended) == []


def test_a_number_without_a_phase_binds_nothing() -> None:
    old = ("2025-01-01", "The trial NCT01234567 is enrolling.")
    assert nct("ARD-101 is in a Phase 3 trial (NCT01234567) in colitis.", old) == []


def test_two_numbers_are_two_trials() -> None:
    assert nct("ARD-101 is in a Phase 2 trial (NCT01234567) and a Phase 3 trial (NCT07654321).") == []


def test_a_number_of_seven_digits() -> None:
    (message,) = nct("It is registered as NCT0123456.")
    assert "NCT0123456" in message


def test_the_profile_may_know_a_narrower_phase() -> None:
    draft = "ARD-101 is in a Phase 2 trial (NCT01234567) in colitis."
    for phase, count in (("2b", 0), ("1/2a", 0), ("3", 1)):
        known = f'studies: [{{id: NCT01234567, phase: "{phase}"}}]'
        assert len(findings(draft, profile=known, select=("nct-binding",))) == count


ISOTOPE = ("isotope-identity",)


def test_two_isotopes_for_one_product_under_two_names() -> None:
    draft = (
        "The drug ARD 131 (formerly ZTX-404) is safe. ARD 131 utilizes iodine-131 as its payload. "
        "The drug ZTX-404 is labeled with lutetium-177."
    )
    (finding,) = findings(draft, select=ISOTOPE)
    assert finding.severity == "error"
    assert [place.quote for place in finding.places] == ["ARD 131", "ZTX-404"]


def test_one_isotope_in_two_forms() -> None:
    draft = "The drug ARD 131 utilizes iodine-131. In patients ARD 131 delivers 131I to the tumor."
    assert findings(draft, select=ISOTOPE) == []


FIRST = "ARD-101 has received orphan drug designation from the FDA for multiple myeloma."
AGAIN = "The FDA has granted orphan drug designation to ARD-101 for multiple myeloma."
OTHER = "It opened a plant.\n\nThe FDA has granted orphan drug designation to ARD-101 for psoriasis."


@pytest.mark.parametrize(
    ("draft", "earlier", "found"),
    [
        (OTHER, [FIRST, AGAIN], 1),
        (OTHER.replace("ARD-101", "ARD 101"), [FIRST, AGAIN], 1),
        (OTHER, [FIRST], 0),
        (OTHER, [FIRST + " ARD-101 has received orphan drug designation for psoriasis.", AGAIN], 0),
        (OTHER.replace("orphan drug", "fast track"), [FIRST, AGAIN], 0),
        (OTHER.replace("ARD-101", "ARD-202"), [FIRST, AGAIN], 0),
        (OTHER.replace("has granted", "may grant"), [FIRST, AGAIN], 0),
        (OTHER + " ARD-101 holds the orphan drug designation for multiple myeloma.", [FIRST, AGAIN], 0),
    ],
    ids=["drift", "written-otherwise", "one-release", "known", "other-kind", "other-drug", "not-granted", "both"],
)
def test_a_designation_for_another_disease(draft, earlier, found):
    told = [(f"2025-{5 + i:02}-15", text) for i, text in enumerate(earlier)]
    assert len(findings(draft, date="2026-03-02", earlier=told, select=["designation-drift"])) == found
