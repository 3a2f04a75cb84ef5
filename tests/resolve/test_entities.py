"""Which mentions are one company or one person."""

from __future__ import annotations

import pytest

from prlint import profile
from prlint.resolve import company, person
from tests.support import release

DATELINE = "BOSTON, {date} (GLOBE NEWSWIRE) -- "


def made(text, date="March 2, 2026"):
    return release(DATELINE.format(date=date) + text)


def entities(module, type, *releases, known=None):
    """Returns the entities of all mentions, release by release."""
    of = module.entities(releases, known or {})
    return [[of(one, claim) for claim in one.of(type)] for one in releases]


def test_a_short_form_is_its_company():
    text = 'Ardenta Bio, Inc. ("Ardenta") met Belmora Corp. Ardenta agreed with Belmora.'
    assert entities(company, "company", made(text)) == [
        ["Ardenta Bio", "Ardenta Bio", "Belmora", "Ardenta Bio", "Belmora"]
    ]


@pytest.mark.parametrize(
    "told", ["(formerly Orvane, Inc.)", "(formerly known as Orvane, Inc.)", ", formerly Orvane, Inc.,"]
)
def test_a_former_name_is_told_by_the_text(told):
    (found,) = entities(company, "company", made(f"Ardenta, Inc. {told} met. Orvane was in Boston."))
    assert set(found) == {"Ardenta"}


def test_a_former_name_told_once_holds_in_every_release():
    old = made("Orvane, Inc. met.", "March 2, 2020")
    new = made("Ardenta, Inc. (formerly Orvane, Inc.) met.")
    assert entities(company, "company", old, new) == [["Orvane"], ["Orvane", "Orvane"]]


def test_the_profile_s_name_is_the_name():
    known = profile.parse(
        "issuer:\n  name: Ardenta, Inc.\n  former_names: [{name: 'Orvane, Inc.', until: 2025-02-11}]\n", "prlint.yaml"
    )
    assert entities(company, "company", made("Orvane, Inc. met."), known=known) == [["Ardenta"]]


def test_names_that_are_merely_near_stay_two():
    (found,) = entities(company, "company", made("Ardenta, Inc. and Ardinta, Inc. met."))
    assert found == ["Ardenta", "Ardinta"]


def test_a_short_form_that_is_misspelt_is_no_alias():
    (found,) = entities(company, "company", made('Ardenta, Inc. ("Ardinta") met. Ardinta agreed.'))
    assert set(found) == {"Ardenta", "Ardinta"}


def test_a_nickname_an_initial_and_a_surname_are_one_person():
    old = made('"Good," said James Lorn, CEO of Ardenta.', "March 2, 2020")
    new = made('"Good," said Jim Lorn, president and CEO of Ardenta. Mr. Lorn agreed. "Yes," said J. Lorn, CEO.')
    assert entities(person, "person", old, new) == [["James Lorn"], ["James Lorn"] * 3]


def test_a_nickname_with_another_office_is_somebody_else():
    (found,) = entities(person, "person", made('"Good," said James Lorn, CEO. "Yes," said Jim Lorn, CFO.'))
    assert len(set(found)) == 2


def test_a_surname_that_two_bear_stays_a_surname():
    (found,) = entities(person, "person", made("Ana Lorn, M.D., and Bo Lorn, M.D., spoke. Dr. Lorn agreed."))
    assert found == ["Ana Lorn", "Bo Lorn", "Lorn"]
