"""What is read of companies, tickers, people, addresses and events."""

from __future__ import annotations

import pytest

from tests.support import claims

DATELINE = "BOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- "


def slots(text, name):
    """Returns the slots of each mention of a name."""
    return [claim.get("slots") for claim in claims(text, "company") if claim.string("name") == name]


def test_the_lead_s_subject_stands_in_all_the_slots_it_fills():
    (claim,) = claims(f'{DATELINE}Ardenta Bio, Inc. (Nasdaq: ARDT) ("Ardenta" or the "Company") today met.', "company")[
        :1
    ]
    assert claim.get("slots") == ("ticker-lead", "dateline", "defined", "legal")
    assert [claim.string(field) for field in ("name", "legal", "slot", "ticker", "short")] == [
        "Ardenta Bio",
        "Inc.",
        "ticker-lead",
        "ARDT",
        "Ardenta",
    ]
    assert claim.text == "Ardenta Bio, Inc."


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        (f"Ardenta Receives a Patent\n\n{DATELINE}A patent was granted.\n", "headline"),
        (f"{DATELINE}Ardenta today announced a patent.", "dateline"),
        (
            f"{DATELINE}A patent was granted.\n\nAbout Ardenta\n\nArdenta is a biotechnology company in Boston.\n",
            "about",
        ),
        (f"{DATELINE}A patent was granted.\n\nSource: Ardenta\n", "source"),
        ("A patent of Ardenta plc was granted.", "legal"),
        ("A patent of Ardenta (NYSE American: ARD) was granted.", "ticker"),
        ("© 2026 Ardenta. All rights reserved.", "owner"),
    ],
)
def test_each_identity_slot(text, slot):
    found = [held for name in slots(text, "Ardenta") for held in name]
    assert slot in found or (slot == "ticker" and "ticker-lead" in found)


def test_later_mentions_are_found_short_and_possessive():
    text = (
        f"{DATELINE}Ardenta Bio, Inc. (Nasdaq: ARDT) met. Ardenta's board and Ardenta Bio agreed. Look at ardenta.com."
    )
    assert [c.text for c in claims(text, "company")] == ["Ardenta Bio, Inc.", "Ardenta", "Ardenta Bio"]


def test_a_word_of_the_language_is_not_the_name_alone():
    text = f"{DATELINE}Royalty Holding, Inc. (Nasdaq: RYLT) met. Royalty rates rose."
    assert [c.text for c in claims(text, "company")] == ["Royalty Holding, Inc."]


@pytest.mark.parametrize("heading", ["About CLX 200", "About Obesity", "About the Study"])
def test_a_product_or_a_disease_is_no_company(heading):
    text = f"{DATELINE}A patent was granted.\n\n{heading}\n\nIt is being studied by the company.\n"
    assert not [c for c in claims(text, "company") if "about" in c.get("slots")]


@pytest.mark.parametrize(
    ("listing", "expected"),
    [
        ("(Nasdaq: ARDT)", [("Nasdaq", "ARDT")]),
        ("(NASDAQ:ARDT, ARDTW)", [("Nasdaq", "ARDT"), ("Nasdaq", "ARDTW")]),
        ("(TSX: ARD) (OTCQB: ARDCF)", [("TSX", "ARD"), ("OTCQB", "ARDCF")]),
        ("(TSX.V:ARD OTCQB:ARDCF; WKN:A40XB1)", [("TSX Venture", "ARD"), ("OTCQB", "ARDCF")]),
        ('(the "Company") (NYSE American: ARD)', [("NYSE American", "ARD")]),
        ("(ratio: 12)", []),
        ("(see: ABCD)", []),
    ],
)
def test_listings(listing, expected):
    found = claims(f"{DATELINE}Ardenta Bio, Inc. {listing} today met.", "ticker")
    assert [(c.string("market"), c.string("symbol")) for c in found] == expected
    assert {c.string("company") for c in found} <= {"Ardenta Bio"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana T. Lorn, M.D., Ph.D., will speak.", ("Ana", "T.", "Lorn", ("MD", "PhD"), "introduction")),
        ('"Good," said Ana Lorn, president and CEO of Ardenta.', ("Ana", "", "Lorn", (), "introduction")),
        ("Dr. Ana Lorn will speak.", ("Ana", "", "Lorn", (), "introduction")),
        ("Jan van der Berg, PharmD, will speak.", ("Jan", "", "van der Berg", ("PharmD",), "introduction")),
        ("Ana Lorn, M.D., Jr. Fellow, will speak.", ("Ana", "", "Lorn", ("MD",), "introduction")),
        ("Dr. Lorn's talk is at noon.", ("", "", "Lorn", (), "honorific")),
    ],
)
def test_people(text, expected):
    (claim,) = claims(text, "person")[:1]
    assert (
        claim.get("given"),
        claim.get("middle"),
        claim.get("surname"),
        claim.get("credentials"),
        claim.get("slot"),
    ) == expected


def test_offices_are_read_from_the_role():
    (claim,) = claims('"Good," said Ana Lorn, President & Chief Executive Officer of Ardenta.', "person")
    assert claim.get("offices") == ("CEO", "president")


def test_a_name_glued_to_what_follows_in_a_contact_line():
    (claim,) = claims(f"{DATELINE}A patent was granted.\n\nContact:Ana LornEmail: ana@ardenta.com\n", "person")
    assert (claim.get("surname"), claim.get("slot")) == ("Lorn", "contact")


@pytest.mark.parametrize(
    "text",
    [
        "According to Allied Market Research, the market grew.",
        "New York City, chief port.",
        "The Board of Directors, president included, met.",
        "The figures come from the Observational Study Monitoring, president of which is unknown.",
    ],
)
def test_what_is_no_person(text):
    assert not claims(text, "person")


@pytest.mark.parametrize(
    ("text", "host", "domain"),
    [
        ("Visit www.ardenta.com.", "www.ardenta.com", "ardenta.com"),
        ("Visit https://ir.ardenta.co.uk/news?id=1).", "ir.ardenta.co.uk", "ardenta.co.uk"),
        ("Write to IR@Ardenta.com.", "ardenta.com", "ardenta.com"),
        ("Email:ana@ardenta.com", "ardenta.com", "ardenta.com"),
        ("Visit ardenta.com, please.", "ardenta.com", "ardenta.com"),
    ],
)
def test_addresses(text, host, domain):
    (claim,) = claims(text, "web")
    assert (claim.get("host"), claim.get("domain")) == (host, domain)
    assert not claim.text.endswith((".", ")", ","))


@pytest.mark.parametrize(
    "text",
    ["It rose 2.5 percent.", "The U.S. market", "i.e., so", "Ardenta, Inc.", "end.Next sentence", "a.m. and p.m."],
)
def test_what_is_no_address(text):
    assert not claims(text, "web")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "at the Westholm Surgical Congress on February 8, 2026",
            ("Westholm Surgical", "Congress", "February 8, 2026"),
        ),
        ("at the 66th WSS Annual Meeting in Boston", ("WSS", "Meeting", "")),
        (
            "Posters of the Westholm Society of Surgery (WSS) Conference",
            ("Westholm Society Surgery WSS", "Conference", ""),
        ),
    ],
)
def test_events(text, expected):
    (claim,) = claims(text, "event")
    assert (claim.get("stem"), claim.get("head"), claim.get("date")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The conference is in June.",
        "The Annual Meeting of shareholders",
        "our Conference Call",
        "Congress Center",
        "Congress passed the law",
    ],
)
def test_what_is_no_event(text):
    assert not claims(text, "event")


@pytest.mark.parametrize(
    ("lead", "issuer"),
    [
        ("Bexley's Corporation (NYSE: BXL)", "Bexley's Corporation"),
        ("Bexley's, Inc. (NYSE: BXL)", "Bexley's, Inc."),
        ("R. Marten's Holdings, Inc. (NYSE: RMH)", "R. Marten's Holdings, Inc."),
    ],
)
def test_a_founders_possessive_is_part_of_the_name(lead, issuer):
    text = f"BOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- {lead} today opened a store.\n"
    assert [claim.get("issuer") for claim in claims(text, "release")] == [issuer]


def test_a_possessive_before_another_word_in_capitals_is_none():
    text = "Read Bexley's Company Profile, Bexley's Limited Warranty and Bexley's Annual Report.\n"
    assert [claim.text for claim in claims(text, "company")] == []


def test_the_name_in_a_headline_in_capitals_ends_before_the_verb():
    text = "WESTHOLM PARTNERS FOR TRADE LAUNCHES IMPACT AWARDS\n\nIt will select ten winners.\n"
    assert [claim.text for claim in claims(text, "company")][:1] != [
        "WESTHOLM PARTNERS FOR TRADE LAUNCHES IMPACT AWARDS"
    ]
    (said,) = claims("ORVANE BIO LAUNCHES IMPACT AWARDS\n\nIt will select ten winners.\n", "release")
    assert said.get("issuer") == "ORVANE BIO"
