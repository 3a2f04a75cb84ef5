"""What a release says of itself."""

from __future__ import annotations

import pytest

from tests.support import claims

FORM = "Ardenta Therapeutics Begins Study\n\n{dateline}Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today began a study.\n"


@pytest.mark.parametrize(
    ("dateline", "city", "wire", "date"),
    [
        ("MADISON, Wis., Oct. 17, 2025 (GLOBE NEWSWIRE) -- ", "MADISON, Wis.", "GLOBE NEWSWIRE", "2025-10-17"),
        ("NEW YORK, March 2, 2026 /PRNewswire/ -- ", "NEW YORK", "PRNewswire", "2026-03-02"),
        ("TARN SPRINGS, CA - May 12, 2025 (NEWMEDIAWIRE) - ", "TARN SPRINGS, CA", "NEWMEDIAWIRE", "2025-05-12"),
        ("PORT ANSEL, N.J. - (NewMediaWire) - October 24, 2024 - ", "PORT ANSEL, N.J.", "NewMediaWire", "2024-10-24"),
        ("Oslo, 2 March 2026 – ", "Oslo", "", "2026-03-02"),
    ],
)
def test_place_wire_and_date_come_from_the_dateline(dateline, city, wire, date):
    (said,) = claims(FORM.format(dateline=dateline), "release")
    assert (said.get("city"), said.get("wire"), said.get("date")) == (city, wire, date)
    assert (said.get("name"), said.get("issuer")) == ("Ardenta Therapeutics", "Ardenta Therapeutics, Inc.")
    assert (said.get("ticker"), said.get("exchange")) == ("ARDT", "Nasdaq")


def test_a_text_without_a_frame_says_nothing_of_itself():
    (said,) = claims("Hello there.", "release")
    assert not any(said.fields.values())


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Offers were tendered until Friday, April 15, 2005.", "2005-04-18"),
        ("Offers were tendered until Thursday, April 15, 2005.", ""),  # its weekday is wrong: it proves nothing
        ("Offers were tendered until April 15, 2005.", ""),
        ("It met on Friday, April 15, 2005, and on Wednesday, April 14, 2004.", ""),
        ("It met on Friday, January 14, 2005.", ""),
    ],
)
def test_a_dateline_without_its_year_has_the_year_that_a_weekday_proves(told, date):
    text = FORM.format(dateline="MADISON, Wis., April 18 /PRNewswire-FirstCall/ -- ") + "\n" + told + "\n"
    (said,) = claims(text, "release")
    assert (said.get("city"), said.get("wire"), said.get("date")) == ("MADISON, Wis.", "PRNewswire-FirstCall", date)


def test_the_issuer_of_a_corrected_release_is_no_part_of_the_correction():
    text = (
        "/C O R R E C T I O N -- Ardenta Media Corporation/\n\n"
        "In the news release, Media Corporation (NYSE: ARD) Opens a Plant, issued earlier today over PR Newswire, the "
        'headline should read "Ardenta Media Corporation Opens a Plant". Complete, corrected release follows:\n\n'
        "Ardenta Media Corporation Opens a Plant\n\n"
        "BOSTON, April 18, 2026 /PRNewswire/ -- Ardenta Media Corporation (NYSE: ARD) today opened a plant.\n"
    )
    (said,) = claims(text, "release")
    assert said.get("issuer") == "Ardenta Media Corporation"
    (said,) = claims("CORRECTING and REPLACING Ardenta Announces Offering\n\nIt is small.\n", "release")
    assert said.get("issuer") == "Ardenta"
