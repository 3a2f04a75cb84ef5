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
