"""Which releases are one issuer's."""

from __future__ import annotations

from prlint import profile
from prlint.resolve.issuer import issuers
from tests.support import release

FORM = "{head} Reports News\n\nBOSTON, {date} (GLOBE NEWSWIRE) -- {name} ({exchange}: {ticker}) today reported news of its work.\n"


def made(name, ticker, date="Jan. 5, 2026", exchange="Nasdaq"):
    return release(FORM.format(head=name.split(",")[0], name=name, ticker=ticker, date=date, exchange=exchange))


def sizes(releases, known=None):
    return sorted(len(group) for group in issuers(releases, known or {}))


def test_one_name_or_one_ticker_is_one_issuer():
    a = made("Ardenta Therapeutics, Inc.", "ARDT")
    b = made("Ardenta Therapeutics, Inc.", "ARDX")
    c = made("Ardennta Therapeutics, Inc.", "ARDT")
    d = made("Belmora Corp.", "BLMR")
    assert sizes([a, b, c, d]) == [1, 3]


def test_a_name_and_a_ticker_with_one_slip_each_are_the_issuer_s():
    a = made("ARDT Therapeutics, Inc.", "ARDT")
    assert sizes([a, made("ARTD Therapeutics, Inc.", "ARTD")]) == [2]
    assert sizes([a, made("ARDV Therapeutics, Inc.", "ARDV")]) == [2]
    assert sizes([a, made("Belmora Therapeutics, Inc.", "ARDV")]) == [1, 1]
    assert sizes([a, made("ARDV Therapeutics, Inc.", "QXVE")]) == [1, 1]


def test_a_former_name_is_known_from_the_profile_alone():
    old, new = made("Orvane Bio, Inc.", "ORVB"), made("Ardenta Therapeutics, Inc.", "ARDT")
    assert sizes([old, new]) == [1, 1]
    known = profile.parse(
        "issuer:\n  name: Ardenta Therapeutics, Inc.\n  former_names: [{name: 'Orvane Bio, Inc.', until: 2025-02-11}]\n",
        "prlint.yaml",
    )
    assert sizes([old, new], known) == [2]
