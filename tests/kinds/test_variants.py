"""Names: each case of the decision table, and what keeps two spellings apart."""

from __future__ import annotations

import pytest

from tests.support import findings, quotes

COMPANY = "company-name-variant"
PERSON = "person-name-variant"

DATELINE = "BOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- "
EARLIER = "BOSTON, Sept. 15, 2025 (GLOBE NEWSWIRE) -- "

#: A release in which the right spelling and a wrong one stand in anchors that weigh nearly the same.
MIXED = f"""Ardenta Biologics Receives a Patent

{DATELINE}Ardenta Biologics, Inc. (Nasdaq: ARDT) (the "company") today announced a patent. Ardenta Biologics holds all rights.

The FDA has granted Ardinta a designation.

About Ardinta Biologics, Inc.

Ardinta Biologics (Nasdaq: ARDT) is a company in Boston. Ardinta's platform is new. For more information, visit www.ardinta.com.

Source: Ardinta Biologics, Inc.
"""
ARCHIVE = [
    ("2025-09-15", f"{EARLIER}Ardenta Biologics, Inc. (Nasdaq: ARDT) today announced results. Ardenta is in Boston.")
]


def companies(text, **how):
    return findings(text, select=(COMPANY,), **how)


def people(text, **how):
    return findings(text, select=(PERSON,), **how)


def test_n1_two_spellings_of_one_ticker_with_an_earlier_release():
    (finding,) = companies(MIXED, earlier=ARCHIVE)
    assert (finding.severity, finding.outcome) == ("error", "variant")
    assert [place.quote for place in finding.places] == ["Ardinta"] * 5
    assert finding.suggestion.replacement == "Ardenta"
    assert finding.suggestion.safety == "review"
    assert [evidence.quote for evidence in finding.evidence] == ["Ardenta Biologics, Inc. (Nasdaq: ARDT)"] * 2


def test_n2_the_same_without_an_earlier_release_does_not_choose():
    (finding,) = companies(MIXED)
    assert (finding.severity, finding.outcome) == ("error", "undecided")
    assert {place.quote for place in finding.places} == {"Ardinta", "Ardenta"}
    assert finding.suggestion is None


def test_n3_a_surname_after_dr_that_nobody_was_introduced_with():
    (finding,) = people("Ana T. Lorn, M.D., Ph.D., will speak. Dr. Lron's talk is at noon.")
    assert (finding.severity, finding.outcome) == ("error", "variant")
    assert [place.quote for place in finding.places] == ["Lron"]
    assert finding.suggestion.replacement == "Lorn"
    assert finding.evidence[0].quote == "Ana T. Lorn, M.D., Ph.D."


def test_n4_a_surname_that_somebody_else_was_introduced_with():
    assert not people("Ana T. Lorn, M.D., and Wei Lron, Ph.D., will speak. Dr. Lron's talk is at noon.")


def test_n5_a_nickname_in_a_later_release():
    earlier = [("2025-09-15", '"We are glad," said Jim Lorne, president and CEO of Ardenta.')]
    assert not people('"We are glad," said James Lorne, president and CEO of Ardenta.', earlier=earlier)


def test_n6_the_first_of_two_surnames():
    assert not people("Ana García Márquez, M.D., will speak. Dr. García will take questions.")


@pytest.mark.parametrize("later", ["Berg", "van der Berg"])
def test_n7_a_surname_with_or_without_its_particle(later):
    assert not people(f"Jan van der Berg, M.D., will speak. Dr. {later} will take questions.")


def test_n8_a_family_name_that_stands_first():
    assert not people("Li Wei, Ph.D., will speak. Dr. Wei and Dr. Li will take questions.")


def test_n9_an_honorific_says_nothing_about_the_name():
    assert not people("Amy Hsu, M.D., will speak. Mr. Hsu will take questions.")


@pytest.mark.parametrize("other", ["Mueller", "Muller"])
def test_n10_an_umlaut_written_otherwise_is_a_note_at_most(other):
    found = people(f"Eva Müller, M.D., will speak. Dr. {other} will take questions.")
    assert [(f.severity, f.outcome) for f in found] == [("info", "transliterated")]


def test_n11_a_headline_that_a_spell_checker_would_pass():
    text = f"Genetics Announces Results\n\n{DATELINE}Geneatics, Inc. (NYSE American: GNEA) today announced results.\n\nSource: Geneatics, Inc.\n"
    (finding,) = companies(text)
    assert (finding.severity, finding.suggestion.replacement) == ("error", "Geneatics")
    assert quotes([finding]) == [("Genetics",)]


def test_n12_companies_with_tickers_of_their_own():
    listed = "Ardenta, Inc. (Nasdaq: ARDT), Ardentis, Inc. (Nasdaq: ARDS), Ardinta, Inc. (Nasdaq: ARDI) and Ardentra, Inc. (Nasdaq: ARTR)"
    assert not companies(f"{DATELINE}{listed} today announced a consortium.")


@pytest.mark.parametrize(
    ("name", "written"), [("OrvaneBelmora", "Orvane Belmora"), ("Orvane Belmora", "OrvaneBelmora")]
)
def test_n13_one_word_or_two(name, written):
    text = f"{DATELINE}{name} PLC (LSE: ORVB) today announced results. {written} will report again in June."
    (finding,) = companies(text)
    assert (finding.severity, finding.outcome) == ("warning", "folded")
    assert quotes([finding]) == [(written,)]


def test_n14_a_defined_short_form():
    assert not companies(
        f'{DATELINE}Eva Lundgren and Company ("Lundgren") (NYSE: LNDG) today announced results. Lundgren will report in June.'
    )


def test_n15_a_short_form_and_a_common_noun():
    text = f"{DATELINE}Ardenta Biologics, Inc. (Nasdaq: ARDT) today announced results. Ardenta is in Boston. The company is new."
    assert not companies(text)


def test_n16_a_former_name_in_an_earlier_release():
    earlier = [("2013-09-15", f"{EARLIER}Orvane Bio, Inc. (Nasdaq: ARDT) today announced results.")]
    text = f"{DATELINE}Ardenta, Inc. (formerly Orvane Bio, Inc.) (Nasdaq: ARDT) today announced results."
    assert not companies(text, earlier=earlier)


def test_n16_a_former_name_that_is_near_the_new_one():
    text = f"{DATELINE}Ardenta, Inc. (formerly known as Ardinta, Inc.) (Nasdaq: ARDT) today announced results. Ardinta was founded in Boston."
    assert not companies(text)


@pytest.mark.parametrize("later", ["Lorn will take questions.", "Lorn's talk is at noon."])
def test_n17_the_surname_and_its_possessive(later):
    assert not people(f"Ana Lorn, M.D., will speak. {later} Dr. {later}")


def test_n17_a_plural_where_one_person_is_meant():
    (finding,) = people("Ana Lorn, M.D., will speak. Dr. Lorns will take questions.")
    assert (finding.severity, finding.outcome) == ("warning", "inflected")
    assert not people("Ana Lorn, M.D., will speak. The Lorns will take questions.")


CONTACT = "Ardenta Reports Results\n\n{dateline}Ardenta, Inc. (Nasdaq: ARDT) today announced results.\n\nCONTACT:\n\n{name}\nLund Partners, Inc.\n{mail}@lundpartners.com\n"


def contact(name, mail):
    return findings(CONTACT.format(dateline=DATELINE, name=name, mail=mail), select=("contact-name-email",))


def test_n18_an_address_a_letter_away_from_its_owner():
    (finding,) = contact("Jules Amberlin", "jamberlim")
    assert finding.severity == "warning"
    assert finding.places[0].quote == "jamberlim@lundpartners.com"
    assert finding.evidence[0].quote == "Jules Amberlin"


@pytest.mark.parametrize(
    "mail", ["ir", "jules", "jamberlin", "jules.amberlin", "amberlinj", "media.relations", "kberg"]
)
def test_n19_a_desk_or_the_owner_s_own_mailbox(mail):
    assert not contact("Jules Amberlin", mail)


def test_n20_dashes_and_an_alias():
    text = (
        "University of Westholm-Madison, Inc. ran the study. University of Westholm–Madison was first. "
        "The data of UW-Madison are new. University of Westholm-Madison will go on."
    )
    assert not companies(text)


def test_n21_a_renamed_institution():
    earlier = [("2021-09-15", "Lund Berg Cancer Research Center, Inc. ran the study.")]
    assert not companies("Lund Berg Cancer Center, Inc. ran the study.", earlier=earlier)


def test_n22_a_distributor_once_a_letter_off():
    text = f"{DATELINE}Ardenta, Inc. (Nasdaq: ARDT) today named a distributor. Corvaline Laboratories, Inc. will deliver to hospitals. Corvaine sells in 40 states."
    (finding,) = companies(text)
    assert finding.severity == "error"
    assert "Corvaine" in {place.quote for place in finding.places}


# What decides


def test_frequency_does_not_decide():
    text = f"""Ardenta Receives a Patent

{DATELINE}Ardenta, Inc. (Nasdaq: ARDT) today announced a patent.

About Ardinta

Ardinta is a company in Boston. {"Ardinta has a platform. " * 9}
"""
    (finding,) = companies(text)
    assert finding.suggestion.replacement == "Ardenta"
    assert len(finding.places) == 11


def test_the_profile_decides_what_the_text_leaves_open():
    (finding,) = companies(MIXED, profile='issuer: {name: "Ardinta Biologics, Inc."}\n')
    assert (finding.outcome, finding.suggestion.replacement) == ("variant", "Ardinta")


def test_a_word_that_the_profile_trusts_is_no_slip():
    text = f"{DATELINE}Ardenta, Inc. (Nasdaq: ARDT) today announced results of Ardinta in patients."
    assert companies(text)
    assert not companies(text, profile="words: [Ardinta]\n")


def test_each_earlier_release_counts_once_whatever_it_repeats():
    loud = [
        (
            "2025-09-15",
            f"{EARLIER}Ardinta Biologics, Inc. (Nasdaq: ARDT) today announced results. "
            + "Ardinta is in Boston. " * 50,
        )
    ]
    (finding,) = companies(MIXED, earlier=loud + ARCHIVE)
    assert finding.outcome == "undecided"


# What is left in peace


@pytest.mark.parametrize(
    "text",
    [
        "The Ardentas of this world, and Ardenta's own.",
        "Ardenta 200 and Ardenta 300 are products.",
        "ARDENTA is written in capitals on the label.",
        "In patients, ardente care is needed.",
    ],
)
def test_forms_of_the_name_are_no_slips(text):
    assert not companies(f"{DATELINE}Ardenta, Inc. (Nasdaq: ARDT) today announced results. {text}")


def test_a_product_named_like_its_maker_is_no_slip():
    product = "Ardento is in a trial. Patients took Ardento twice. The dose of Ardento is low."
    assert not companies(f"{DATELINE}Ardenta, Inc. (Nasdaq: ARDT) today announced results. {product}")


def test_a_title_keeps_its_spelling():
    assert not companies(
        f'{DATELINE}Ardenta, Inc. (Nasdaq: ARDT) today announced an article, titled "The Ardinta of Boston and Its Many Towers."'
    )


def test_two_officers_of_one_surname_and_office_in_turn():
    assert not people('"We are glad," said Maria Lund, CEO of Ardenta. "So are we," said Mario Lunde, CFO of Ardenta.')


@pytest.mark.parametrize(
    "text", ["", "Ardenta", "Ardenta, Inc.", "Dr. Lorn", "Inc.", "(Nasdaq: )", "About\n\nAbout", "said Dr."]
)
def test_texts_that_hold_nothing_give_nothing(text):
    assert not findings(text, select=(COMPANY, PERSON, "event-name-variant", "domain-near-miss", "contact-name-email"))
