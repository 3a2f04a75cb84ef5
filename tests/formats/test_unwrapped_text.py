"""Plain text whose lines are paragraphs, and columns narrower than their longest line."""

from __future__ import annotations

from tests.support import findings, release

LONG = (
    "As announced in June, Ardenta ended its trial, since the committee that watches over it found that it could not reach its end, "
    "and since the experts whom it asked found no fault in how the two arms were treated, so that nothing else is left to be done."
)


def test_lines_wider_than_any_column_are_paragraphs() -> None:
    text = f"BOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. (Nasdaq: ARDT) today reported results.\n{LONG}\n{LONG}\n"
    assert [one.rule for one in findings(text, select=["duplicate-paragraph"])] == ["duplicate-paragraph"]


def test_a_column_that_ends_early_is_no_broken_paragraph() -> None:
    text = (
        "BOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. today reported results\n"
        "of its trial in patients with a failure of the lungs, which is developed with\n"
        "Orvane Therapeutics Holding AG, and which met its first goal in all\n"
        "patients.\n"
    )
    assert findings(text, select=["broken-paragraph", "paragraph-without-end"]) == []
    assert len(release(text).document.blocks) == 1


def test_what_a_filing_has_over_a_release_is_no_headline() -> None:
    text = (
        "Exhibit 99.1\n\nFOR RELEASE July 24, 2025\n\nFor more information contact:\n\nAna Ruiz – (206) 555-0127\n\n"
        "Ardenta Reports Results\n\nSeattle, WA – July 24, 2025 – Ardenta, Inc. (Nasdaq: ARDT) today announced its results.\n"
    )
    document = release(text).document
    heads = [
        document.view.text[zone.start : zone.end] for zone in document.zones if zone.name in ("headline", "subhead")
    ]
    assert heads == ["Ardenta Reports Results"]


def test_a_partner_with_a_ticker_is_not_the_issuer() -> None:
    text = (
        "BOSTON, March 2, 2026 /PRNewswire/ -- Ardenta, Inc. today reported results of its trial, which is run "
        "with Orvane Therapeutics Holding AG (SIX: ORV)."
    )
    (claim,) = release(text).of("release")
    assert (claim.get("name"), claim.get("ticker")) == ("Ardenta", "")


def test_markdown_whose_lines_are_paragraphs_is_read_as_they_stand() -> None:
    """As it is pasted from a page: a headline, and paragraphs longer than any column, without blank lines."""
    text = f"Ardenta Ends Trial\nBOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta, Inc. ended its trial.\n{LONG}\nAbout Ardenta\n{LONG}\n"
    document = release(text, name="release.md").document
    assert [document.view.text[block.start : block.start + 9] for block in document.blocks] == [
        "Ardenta E",
        "BOSTON, M",
        "As announ",
        "About Ard",
        "As announ",
    ]


def test_markdown_that_wraps_around_a_long_address_is_one_paragraph() -> None:
    address = "https://ardenta.example/" + "a" * 200
    text = f"Ardenta ended its trial, as [its committee]({address}) had\nasked.\n"
    assert len(release(text, name="release.md").document.blocks) == 1


def test_a_headline_that_goes_on_ends_the_contacts_above_it() -> None:
    text = (
        "For Further Information Contact:\n\nAna Ruiz\n\n(847) 555-0127\n\nARDENTA STATIONERS REPORTS\n\n"
        "INCREASED SALES FOR THIRD QUARTER 2025\n\n"
        "DEERFIELD, Ill., Oct. 24, 2025 – Ardenta Stationers Inc. (NASDAQ: ARDS), a distributor, today reported sales.\n"
    )
    assert findings(text, select=["headline-issuer-missing"]) == []


def test_capitals_that_go_on_in_the_next_line_are_one_headline() -> None:
    text = (
        "ARDENTA BANCSHARES REPORTS 27%\nINCREASE IN EARNINGS\n\n"
        "OHIO CITY, Ohio, July 14, 2025 (GLOBE NEWSWIRE) -- Ardenta Bancshares, Inc. (Nasdaq: ARDB) today announced "
        "net earnings of $457,000, a 17% increase over $390,000 a year ago.\n"
    )
    (claim,) = findings(text, select=["headline-body-number"])
    assert [place.quote for place in claim.places] == ["27%", "17%"]
