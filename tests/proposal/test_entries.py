"""What is proposed from releases: facts that two of them settle, and for everything else the reason why it is doubtful."""

from __future__ import annotations

import pytest

from prlint.proposal.propose import propose
from tests.proposal.making import doubts, facts, proposed, release, releases, text
from tests.support import builtin


def test_two_releases_settle_the_name_its_short_form_and_the_ticker() -> None:
    entries = proposed(*(text(i, "Orvane said that work goes on.") for i in range(2)))
    assert facts(entries, "issuer", "name") == ["Orvane Bio, Inc."]
    assert facts(entries, "issuer", "short_names") == ["Orvane"]
    assert facts(entries, "issuer", "tickers") == [{"exchange": "Nasdaq", "symbol": "ORVB"}]
    name = next(one for one in entries if one.path == ("issuer", "name"))
    assert name.seen == "2 releases, 2024-01-05 to 2024-02-05; last in 1.txt:1"


def test_the_order_in_which_releases_are_named_makes_no_difference() -> None:
    sources = [text(i, 'Orvane Bio ("Orvane") goes on, said Maria Delgado, CEO of Orvane Bio.') for i in range(4)]
    made = releases(*sources)
    assert propose(made, builtin().lists) == propose(made[::-1], builtin().lists)


def test_of_one_release_only_what_two_of_its_places_say_is_a_fact() -> None:
    entries = proposed(text(0, "Orvane said that work goes on. Maria Delgado, CEO of Orvane Bio, spoke."))
    assert facts(entries, "issuer", "name") == ["Orvane Bio, Inc."]
    assert [one.path for one in entries if not one.doubt] == [("issuer", "name")]
    assert set(doubts(entries, "people").values()) == {"seen in one release only"}
    bare = proposed("Something Happened\n\nLYON, May 5, 2024 -- Belmora Foods today opened a shop.\n")
    assert not [one for one in bare if not one.doubt]


def test_a_release_that_was_sent_twice_is_one() -> None:
    once = text(0, "Orvane said that work goes on.", "It will go on next year.", "And in the year after that, too.")
    again = once.replace("many people", "very many people")
    assert "seen in one release only" in doubts(proposed(once, again), "issuer", "short_names")["Orvane"]


def test_nobody_is_the_issuer_of_texts_that_name_none() -> None:
    with pytest.raises(ValueError, match="no release names its issuer"):
        propose([release("A text.\n")], builtin().lists)


class TestNames:
    def test_a_slip_is_never_a_short_name(self) -> None:
        entries = proposed(*(text(i, "Orvane works. Ovrane goes on.") for i in range(3)))
        assert facts(entries, "issuer", "short_names") == ["Orvane"]
        defined = proposed(*(text(i, company='Orvane Bio, Inc. ("Orvano")', listing="") for i in range(3)))
        assert facts(defined, "issuer", "short_names") == []

    def test_a_legal_form_that_is_printed_in_two_ways_is_left_out(self) -> None:
        forms = ("Orvane Bio, Inc.", "Orvane Bio, Inc.", "Orvane Bio Corp.", "Orvane Bio Corp.")
        entries = proposed(*(text(i, company=form) for i, form in enumerate(forms)))
        assert facts(entries, "issuer", "name") == ["Orvane Bio"]

    def test_the_newer_of_two_names_is_the_issuers_and_a_told_one_its_former(self) -> None:
        old = [text(i) for i in range(3)]
        new = [
            text(
                i, company="Ardenta Bio, Inc. (formerly Orvane Bio, Inc.)", short="Ardenta Bio", listing="Nasdaq: ORVB"
            )
            for i in range(3, 6)
        ]
        entries = proposed(*old, *new)
        assert facts(entries, "issuer", "name") == ["Ardenta Bio, Inc."]
        assert facts(entries, "issuer", "former_names") == [{"name": "Orvane Bio, Inc."}]

    def test_a_new_name_in_the_last_release_alone_makes_the_old_one_doubtful(self) -> None:
        entries = proposed(*(text(i) for i in range(3)), text(3, company="Ardenta Bio, Inc.", short="Ardenta Bio"))
        assert facts(entries, "issuer", "name") == []
        assert doubts(entries, "issuer", "name")["Orvane Bio, Inc."].startswith("a later release speaks as Ardenta Bio")

    def test_what_another_company_is_called_is_no_short_name(self) -> None:
        entries = proposed(
            *(
                text(i, company='Orvane Bio, Inc. ("OB")', about='works with Ostrava Brewing, Inc. ("OB") on yeast')
                for i in range(3)
            )
        )
        assert "OB" not in facts(entries, "issuer", "short_names")


class TestListings:
    def test_of_two_listings_one_after_the_other_the_first_is_a_comment(self) -> None:
        entries = proposed(
            *(text(i, listing="OTCQB: ORVB") for i in range(2)), *(text(i, listing="Nasdaq: ORVB") for i in range(2, 4))
        )
        assert facts(entries, "issuer", "tickers") == [{"exchange": "Nasdaq", "symbol": "ORVB"}]
        assert "came later" in doubts(entries, "issuer", "tickers")["OTCQB"]

    def test_the_first_day_of_trading_is_taken_from_the_release_that_tells_it(self) -> None:
        told = "Its shares will begin trading on Nasdaq on March 6, 2024 under the symbol ORVB."
        entries = proposed(
            *(text(i, listing="OTCQB: ORVB") for i in range(2)),
            text(2, told, listing="Nasdaq: ORVB"),
            *(text(i, listing="Nasdaq: ORVB") for i in range(3, 5)),
        )
        assert facts(entries, "issuer", "tickers") == [{"exchange": "Nasdaq", "symbol": "ORVB", "from": "2024-03-06"}]

    def test_two_exchanges_that_take_turns_are_both_doubtful(self) -> None:
        listings = ("Nasdaq: ORVB", "NYSE: ORVB", "Nasdaq: ORVB", "NYSE: ORVB")
        entries = proposed(*(text(i, listing=one) for i, one in enumerate(listings)))
        assert facts(entries, "issuer", "tickers") == []
        assert len(doubts(entries, "issuer", "tickers")) == 2

    def test_a_move_that_the_last_release_tells_makes_the_listing_doubtful(self) -> None:
        told = "Its common stock will transition from the OTCQB to the OTCID market."
        entries = proposed(*(text(i, *([told] if i == 2 else []), listing="OTCQB: ORVB") for i in range(3)))
        assert facts(entries, "issuer", "tickers") == []
        assert doubts(entries, "issuer", "tickers") == {"OTCQB": "a move is told on 2024-03-05"}

    def test_the_ticker_of_another_company_is_not_the_issuers(self) -> None:
        entries = proposed(*(text(i, "It works with Belmora Foods, Inc. (NYSE: BLMF) on this.") for i in range(3)))
        assert facts(entries, "issuer", "tickers") == [{"exchange": "Nasdaq", "symbol": "ORVB"}]
        assert doubts(entries, "issuer", "tickers") == {}


class TestDomains:
    def test_an_address_with_the_issuers_name_is_its_own(self) -> None:
        entries = proposed(*(text(i, end=" See www.orvanebio.com.") for i in range(2)))
        assert facts(entries, "issuer", "domains") == ["orvanebio.com"]

    def test_an_agencys_mailbox_and_a_slip_are_doubtful(self) -> None:
        contact = "Contact: Jo Berg, jo@tallowpr.com"
        entries = proposed(
            text(0, end=" See www.orvanebio.com.") + f"\n{contact}\n",
            text(1, end=" See www.orvanebio.com.") + f"\n{contact}\n",
            text(2, end=" See www.orvanebi.com.") + f"\n{contact}\n",
        )
        assert facts(entries, "issuer", "domains") == ["orvanebio.com"]
        found = doubts(entries, "issuer", "domains")
        assert found["tallowpr.com"] == "may be an agency's, a partner's or a product's"
        assert found["orvanebi.com"].startswith("a letter or two away")

    def test_an_everyday_first_word_makes_no_address_the_issuers(self) -> None:
        how = {"company": "American Lung Works, Inc.", "short": "American Lung Works", "listing": "NYSE: ALNG"}
        entries = proposed(*(text(i, end=" See www.americanpress.com.", **how) for i in range(3)))
        assert facts(entries, "issuer", "domains") == []

    def test_wires_and_public_sites_are_nobodys(self) -> None:
        entries = proposed(*(text(i, end=" See www.sec.gov and www.globenewswire.com.") for i in range(3)))
        assert not [one for one in entries if one.path == ("issuer", "domains")]


class TestYear:
    def test_annual_report_words_and_quarters_settle_it_together(self) -> None:
        entries = proposed(
            text(0, "See its Form 10-K for the fiscal year ended June 30, 2023."),
            text(4, "Sales in the third quarter ended March 31, 2024 rose."),
        )
        assert facts(entries, "issuer", "fiscal_year_end") == ["06-30"]

    def test_two_ends_settle_nothing(self) -> None:
        entries = proposed(
            text(0, "See its Form 10-K for the fiscal year ended June 30, 2023."),
            text(1, "See its Form 10-K for the fiscal year ended December 31, 2023."),
        )
        assert facts(entries, "issuer", "fiscal_year_end") == []
        assert len(doubts(entries, "issuer", "fiscal_year_end")) == 2

    def test_a_year_of_52_or_53_weeks_is_left_to_a_person(self) -> None:
        entries = proposed(
            text(3, "See its Form 10-K for the fiscal year ended February 3, 2024."),
            text(15, "See its Form 10-K for the fiscal year ended February 1, 2025."),
        )
        assert facts(entries, "issuer", "fiscal_year_end") == []

    def test_another_companys_year_tells_nothing(self) -> None:
        entries = proposed(
            *(text(i, "Belmora Foods, Inc. reported on the year ended September 30, 2023.") for i in range(3))
        )
        assert not [one for one in entries if one.path == ("issuer", "fiscal_year_end")]

    def test_february_ends_on_its_last_day(self) -> None:
        entries = proposed(
            *(text(i, "The annual report for the year ended February 28, 2023, is out.") for i in (1, 2))
        )
        assert facts(entries, "issuer", "fiscal_year_end") == ["02-29"]


class TestPeople:
    def test_a_person_with_the_issuer_named_beside_the_office(self) -> None:
        said = '"We go on," said Maria Delgado, chief executive officer of Orvane Bio.'
        entries = proposed(*(text(i, said) for i in range(2)))
        assert facts(entries, "people") == [{"name": "Maria Delgado", "title": "chief executive officer"}]

    def test_nicknames_are_one_person(self) -> None:
        said = '"We go on," said {} Berg, CEO of Orvane Bio.'
        entries = proposed(
            *(text(i, said.format(name)) for i, name in enumerate(("James", "Jim", "James", "Jim", "James")))
        )
        assert facts(entries, "people") == [{"name": "James Berg", "also": ["Jim Berg"], "title": "CEO"}]

    def test_a_partners_person_is_not_the_issuers(self) -> None:
        said = '"A fine partner," said Ana Lund, CEO of Belmora Foods, Inc.'
        entries = proposed(*(text(i, said) for i in range(3)))
        assert facts(entries, "people") == []

    def test_of_someone_whom_no_release_calls_the_issuers_a_person_must_tell(self) -> None:
        said = '"A fine step," said Ana Lund, CFO.'
        entries = proposed(*(text(i, *([said] if i < 2 else [])) for i in range(6)))
        assert facts(entries, "people") == []
        assert doubts(entries, "people") == {"Ana Lund": "no release says whose: may be another company's"}

    def test_two_titles_leave_the_name_alone(self) -> None:
        titles = ("CFO", "CFO", "CEO", "CEO")
        entries = proposed(*(text(i, f'"Good," said Ana Lund, {one} of Orvane Bio.') for i, one in enumerate(titles)))
        assert facts(entries, "people") == [{"name": "Ana Lund"}]
        (entry,) = (one for one in entries if one.path == ("people",))
        assert "two titles: " in entry.seen

    def test_of_two_who_held_one_office_the_earlier_is_doubtful(self) -> None:
        names = ("Ana Lund", "Ana Lund", "Bo Vester", "Bo Vester")
        entries = proposed(*(text(i, f'"Good," said {one}, CEO of Orvane Bio.') for i, one in enumerate(names)))
        assert facts(entries, "people") == [{"name": "Bo Vester", "title": "CEO"}]
        assert doubts(entries, "people") == {"Ana Lund": "later releases have Bo Vester in that office"}

    def test_who_left_is_doubtful(self) -> None:
        said = '"Good," said Ana Lund, CFO of Orvane Bio.'
        entries = proposed(text(0, said), text(1, said), text(2, "Ana Lund has resigned as chief financial officer."))
        assert facts(entries, "people") == []
        assert doubts(entries, "people") == {"Ana Lund": "a departure is told on 2024-03-05"}

    def test_two_spellings_of_one_surname_are_doubtful(self) -> None:
        names = ("Ana Lindqvist", "Ana Lindqvist", "Ana Lindkvist", "Ana Lindkvist")
        entries = proposed(*(text(i, f'"Good," said {one}, CEO of Orvane Bio.') for i, one in enumerate(names)))
        assert facts(entries, "people") == []

    def test_words_that_continue_a_name_are_doubtful(self) -> None:
        said = "It thanked Bo Vester Endowed Chair, M.D., Ph.D., director of Orvane Bio, for his work."
        entries = proposed(*(text(i, said) for i in range(3)))
        assert facts(entries, "people") == []


class TestProducts:
    def test_a_code_with_the_issuers_letters(self) -> None:
        entries = proposed(*(text(i, "A Phase 2 trial of ORV-12 in asthma is enrolling patients.") for i in range(2)))
        assert facts(entries, "assets") == [{"name": "ORV-12", "status": "investigational"}]
        (entry,) = (one for one in entries if one.path == ("assets",))
        assert "Phase 2 in asthma on 2024-02-05" in entry.seen

    def test_another_code_may_be_a_partners(self) -> None:
        entries = proposed(*(text(i, "A Phase 2 trial of BLM-204 in asthma is enrolling patients.") for i in range(3)))
        assert facts(entries, "assets") == []
        assert doubts(entries, "assets") == {"BLM-204": "may be a partner's product, or no product"}

    def test_a_code_that_the_text_calls_its_own(self) -> None:
        entries = proposed(
            *(text(i, "Our product candidate BLM-204 is in a Phase 2 trial in asthma.") for i in range(2))
        )
        assert [one["name"] for one in facts(entries, "assets")] == ["BLM-204"]  # type: ignore[index]

    def test_a_combination_partner_is_not_its_own(self) -> None:
        said = "Our trial of ORV-12 with BLM-204 in asthma is enrolling patients, with BLM-204 as an add-on therapy."
        entries = proposed(*(text(i, said) for i in range(3)))
        assert [one["name"] for one in facts(entries, "assets")] == ["ORV-12"]  # type: ignore[index]

    def test_digits_in_another_order_are_both_doubtful(self) -> None:
        codes = ("ORV-124", "ORV-124", "ORV-142", "ORV-142")
        entries = proposed(*(text(i, f"A Phase 2 trial of {one} in asthma goes on.") for i, one in enumerate(codes)))
        assert facts(entries, "assets") == []

    def test_a_name_that_several_releases_tell_of_is_an_alias_and_no_product_of_its_own(self) -> None:
        said = "A Phase 2 trial of ORV-12 (formerly BLM-204) in asthma is enrolling patients. The drug ORV-12 is new."
        entries = proposed(*(text(i, said) for i in range(2)))
        assert [(one["name"], one.get("also")) for one in facts(entries, "assets")] == [("ORV-12", ["BLM-204"])]  # type: ignore[index,attr-defined]

    def test_an_isotope_is_a_fact_where_all_agree(self) -> None:
        said = "ORV-131, a small molecule labeled with {}, is in a Phase 1 trial in myeloma."
        same = proposed(*(text(i, said.format("iodine-131")) for i in range(2)))
        assert facts(same, "assets")[0]["isotope"] == "iodine-131"  # type: ignore[index]
        other = proposed(text(0, said.format("iodine-131")), text(1, said.format("iodine-125")))
        assert "isotope" not in facts(other, "assets")[0]  # type: ignore[operator]

    def test_a_study_has_the_phase_that_all_releases_agree_on(self) -> None:
        said = "Our Phase 2 trial of ORV-12 in asthma (NCT01234567) is enrolling patients."
        entries = proposed(*(text(i, said) for i in range(2)))
        assert facts(entries, "studies") == [
            {"id": "NCT01234567", "asset": "ORV-12", "phase": "2", "indication": "asthma"}
        ]

    def test_a_phase_on_which_they_differ_is_left_out(self) -> None:
        said = "Our Phase {} trial of ORV-12 in asthma (NCT01234567) is enrolling patients."
        entries = proposed(text(0, said.format("2")), text(1, said.format("3")), text(2, said.format("3")))
        (found,) = facts(entries, "studies")
        assert "phase" not in found  # type: ignore[operator]
        (entry,) = (one for one in entries if one.path == ("studies",))
        assert "phase left out: 3 or 2" in entry.seen

    def test_another_companys_study_is_doubtful(self) -> None:
        said = "Belmora Foods, Inc. enrolls patients in its Phase 2 trial of BLM-204 in asthma (NCT07654321)."
        entries = proposed(*(text(i, said) for i in range(3)))
        assert facts(entries, "studies") == []
