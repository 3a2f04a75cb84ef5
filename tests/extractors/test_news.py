"""News: what a release reports as new, and whom it is about."""

from __future__ import annotations

import pytest

from tests.support import builtin, claims

DATELINE = "BOSTON, March 2, 2026 (GLOBE NEWSWIRE) -- "


def told(text):
    """Returns kind, about and other of each piece of news."""
    return [(c.get("kind"), c.get("about"), c.get("other")) for c in claims(DATELINE + text, "news")]


@pytest.mark.parametrize(
    ("text", "kind", "about"),
    [
        ("Ardenta, Inc. today appointed Bo Lund as Chief Financial Officer.", "appointment", "Bo Lund"),
        ("Ardenta, Inc. named Bo Lund to the new role of chief scientist.", "appointment", "Bo Lund"),
        ("Bo Lund, Ph.D., joins Ardenta as vice president.", "appointment", "Bo Lund"),
        ("Bo Lund was promoted to chief operating officer.", "appointment", "Bo Lund"),
        ("Maria Delgado, CFO, succeeds Bo Lund, who founded the company.", "appointment", "Maria Delgado"),
        ("The company announced changes to its leadership.", "appointment", ""),
        ("Maria Delgado, CEO of Ardenta, will step down in May.", "departure", "Maria Delgado"),
        ("Dr. Delgado resigned from the board.", "departure", "Delgado"),
        ("Orvane, Inc. changed its name to Ardenta, Inc.", "rename", "Orvane"),
        ("ARD 131 (formerly I-131-ARD404) is given once.", "rename", "ARD 131"),
        ("The Holm Cancer Research Center, now Holm Cancer Center, agreed.", "rename", "Holm Cancer Research Center"),
        ("The shares will begin trading on the NYSE American on May 4.", "listing", ""),
        ("The company is changing its ticker symbol in May.", "listing", ""),
        ("The company is changing its ticker symbol in May.", "symbol", ""),
        ("The shares will begin trading on the NYSE American under the symbol ARDX.", "symbol", ""),
        ("The company announced its uplisting to the OTCQB.", "listing", ""),
        ("It moved its headquarters to Lund.", "move", ""),
        ("The FDA granted fast track designation to ARD-101.", "designation", "ARD-101"),
        ("The designation for ARD-101 was withdrawn at the request of the company.", "designation-end", "ARD-101"),
        ("The FDA placed the trial of ARD-101 on clinical hold.", "hold", "ARD-101"),
        ("The FDA has lifted the clinical hold on ARD-101.", "hold-lifted", "ARD-101"),
        ("It discontinued the development of ARD-101.", "stop", "ARD-101"),
        ("The study was terminated early.", "stop", ""),
        ("Enrollment in CLARION has resumed.", "restart", "CLARION"),
        ("A second Phase 2 study of ARD-101 is open.", "new-study", "ARD-101"),
        ("The protocol was amended in May.", "redesign", ""),
        ("The meeting was rescheduled to May 4.", "rescheduled", ""),
        ("It now expects data in 2027.", "rescheduled", ""),
        ("It raised its guidance for 2026.", "guidance", ""),
        ("It reaffirmed its guidance for 2026.", "guidance-given", ""),
        ("It completed the acquisition of Belmora.", "acquisition", "Belmora"),
        ("It divested its stake in Belmora.", "sale", "Belmora"),
        ("It opened a new website in May.", "rebrand", ""),
        ("A previous version incorrectly stated the date.", "correction", ""),
        ("The data cutoff was May 4.", "data-cut", ""),
        ("It changed its fiscal year to the calendar year.", "fiscal-year", ""),
        ("It closed a private placement.", "financing", ""),
        ("It began a restructuring.", "restructuring", ""),
        ("It made a 1-for-10 reverse stock split.", "split", ""),
        ("ARD-101 was approved by the FDA.", "approval", "ARD-101"),
        ("It received a complete response letter for ARD-101.", "refusal", "ARD-101"),
        ("ARDENTIL was registered as a trademark.", "trademark", "ARDENTIL"),
        ("It allowed three of its patents to lapse.", "lapse", ""),
    ],
)
def test_what_is_told_and_whom_it_is_about(text, kind, about):
    assert (kind, about) in [(k, a) for k, a, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "ARD-101 is in a Phase 2 trial in colitis.",
        "Maria Delgado is chief executive officer of Ardenta.",
        "The common stock trades on Nasdaq under the symbol ARDT.",
        "Dr. Delgado may resign from the board.",
        "It has not changed its name.",
        "He formerly lived in Boston.",
        "The doctor's appointment takes an hour.",
    ],
)
def test_what_is_no_news(text):
    assert told(text) == []


def test_a_forward_looking_statement_tells_nothing():
    text = "Forward-Looking Statements\n\nThis release contains forward-looking statements. Key people resigned before."
    assert claims(text, "news") == []


def test_both_names_of_a_rename():
    assert ("rename", "Orvane", "Ardenta") in told("Orvane, Inc. changed its name to Ardenta, Inc.")
    assert ("rename", "Orvane", "Ardenta") in told("The company changed its name from Orvane to Ardenta.")


def test_every_kind_of_news_has_a_sentence_here():
    tested = {
        mark.args[1][i][1]
        for mark in test_what_is_told_and_whom_it_is_about.pytestmark
        for i in range(len(mark.args[1]))
    }
    assert tested == set(builtin().lists["news"]["kinds"])
