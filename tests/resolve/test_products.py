"""Which mentions are of one product or one study, over all releases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.resolve import asset, trial
from tests.support import release

if TYPE_CHECKING:
    from prlint.claim import Release


def names(releases: list[Release], profile: dict[str, Any]) -> list[list[str]]:
    entity = asset.entities(releases, profile)
    return [[entity(each, claim) for claim in each.of("asset")] for each in releases]


def test_ways_of_writing_are_one_product_named_as_in_the_oldest_release() -> None:
    old = release("The drug ARD 131 is safe.", "2024-01-01")
    new = release("The drug ARD-131 is safe. The drug ARD131 is safe.", "2025-01-01")
    assert names([new, old], {}) == [["ARD 131", "ARD 131"], ["ARD 131"]]


def test_digits_keep_products_apart() -> None:
    (found,) = names([release("ARD-131 and ARD-125 and ARD-1404 are drugs.")], {})
    assert found == ["ARD-131", "ARD-125", "ARD-1404"]


def test_another_name_joins_backwards_in_time() -> None:
    old = release("ZTX-404 is a drug.", "2023-01-01")
    new = release("The drug ARD-131 (formerly ZTX-404) is safe.", "2025-01-01")
    assert names([old, new], {}) == [["ZTX-404"], ["ZTX-404", "ZTX-404"]]


def test_the_profile_names_and_keeps_apart() -> None:
    new = release("The drug ARD-131 (formerly ZTX-404) is safe.", "2025-01-01")
    assert names([new], {"assets": [{"name": "ARD 131", "also": ["ZTX404"]}]}) == [["ARD 131", "ARD 131"]]
    assert names([new], {"assets": [{"name": "ARD 131"}, {"name": "ZTX-404"}]}) == [["ARD 131", "ZTX-404"]]


def test_names_that_stand_for_each_other_end() -> None:
    one = release("The drug ARD-131 (formerly ZTX-404) is safe.", "2024-01-01")
    two = release("The drug ZTX-404 (formerly ARD-131) is safe.", "2025-01-01")
    assert names([one, two], {}) == [["ARD-131", "ARD-131"], ["ARD-131", "ARD-131"]]


def test_a_studys_name_stands_for_its_number() -> None:
    old = release("ARD-101 is in the Phase 2 CLARION trial (NCT01234567).", "2024-01-01")
    new = release("ARD-101 is in the Phase 2 CLARION trial.", "2025-01-01")
    entity = trial.entities([old, new], {})
    assert [entity(each, claim) for each in (old, new) for claim in each.of("trial")] == ["NCT01234567"] * 2
