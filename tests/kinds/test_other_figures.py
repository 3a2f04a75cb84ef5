"""What earlier releases say of another thing is no contradiction: pairs of sentences that look alike."""

from __future__ import annotations

import pytest

from tests.support import findings

RULES = (
    "archive-count-regression",
    "guidance-drift",
    "runway-drift",
    "prior-period-drift",
    "running-total",
    "deal-drift",
    "offering-drift",
    "archive-data-drift",
    "period-end-drift",
)

PAIRS = [
    (
        "The company has enrolled 120 patients in its Phase 2 trial of ARD-131.",
        "The company has enrolled 30 patients in its Phase 3 trial of ARD-131.",
    ),
    (
        "To date, 120 patients have been enrolled. The Phase 2 study is in lymphoma.",
        "To date, 30 patients have been enrolled. The Phase 3 study is in lymphoma.",
    ),
    (
        "More than 500 patients have been treated with ARD-131 worldwide.",
        "More than 50 patients have been treated with ARD-131 in Japan.",
    ),
    ("Ardenta has been granted 48 patents.", "Ardenta has been granted 12 patents in Europe."),
    ("Ardenta has 48 granted patents.", "The new family comprises 3 granted patents."),
    (
        "Ardenta has published 40 peer-reviewed articles.",
        "The journal published two peer-reviewed articles on ARD-131.",
    ),
    ("Ardenta has installed 400 systems.", "Ardenta has installed 20 systems at the new site."),
    ("The company has treated 200 patients since 2019.", "The company has treated 40 patients since January."),
    (
        "Revenue for the nine months ended September 30, 2025 was $12 million.",
        "Revenue for the three months ended September 30, 2025 was $4 million.",
    ),
    (
        "Net loss for the first quarter of 2025 was $4.0 million, or $0.10 per share.",
        "Adjusted net loss for the first quarter of 2025 was $3.1 million.",
    ),
    (
        "Revenue in the first quarter of 2025 was $4.0 million in the United States.",
        "Revenue in the first quarter of 2025 was $1.0 million in Europe.",
    ),
    (
        "Cash was sufficient to fund operations into 2028.",
        "Cash is expected to fund the Phase 2 trial into the first quarter of 2027.",
    ),
    (
        "Cash, with the proceeds of the offering, will fund operations into 2028.",
        "Excluding milestones, cash will fund operations through the end of 2027.",
    ),
    ("The company expects first half 2026 revenue of $20 million.", "The company expects 2026 revenue of $45 million."),
    (
        "The company expects 2026 revenue of $45 million.",
        "The segment is expected to bring 2026 revenue of $5 million.",
    ),
    (
        "The company expects 2026 revenue to grow to $45 million.",
        "The company expects 2026 revenue growth of $5 million.",
    ),
    (
        "As of the January 15, 2026 data cutoff, the objective response rate in the CLARION study was 45%.",
        "As of the January 15, 2026 data cutoff, the objective response rate in the CLARION study was 60% in the high-dose cohort.",
    ),
    (
        "As of the January 15, 2026 data cutoff, the objective response rate in the CLARION study was 45%.",
        "As of the January 15, 2026 data cutoff, the complete response rate in the CLARION study was 12%.",
    ),
    (
        "As of January 15, 2026, 45% of patients had a partial response in the CLARION study.",
        "As of January 15, 2026, 12% of patients had a complete response in the CLARION study.",
    ),
    (
        "Ardenta has raised a total of $64 million to date.",
        "With this round Ardenta has raised a total of $12 million in grants to date.",
    ),
    (
        "Ardenta paid an upfront payment of $10 million to Orvane, Inc.",
        "Ardenta received an upfront payment of $3 million from Orvane, Inc.",
    ),
    (
        "The dividend of $0.05 per share is payable on June 30, 2026.",
        "The preferred dividend of $0.50 per share is payable on June 30, 2026.",
    ),
    (
        "Ardenta announces a $5 million private placement.",
        "Ardenta announces the closing of the first tranche of $2 million of its private placement.",
    ),
    ("More than 300 hospitals have adopted the system.", "More than 100 hospitals have adopted the system in Germany."),
    ("The device is approved in 40 countries.", "The software is approved in 12 countries."),
    (
        "Over 5,000 students have participated in the program.",
        "Over 200 students have participated in the program this year.",
    ),
    ("Ardenta has completed three clinical trials.", "Ardenta has completed two clinical trials of ARD-200."),
]

HEAD = "MADISON, Wis., {} (GLOBE NEWSWIRE) -- Ardenta, Inc. (Nasdaq: ARDT) today told of its work.\n\n"
ASIDE = "A note on the plant and its many halls, and the people in it.\n\n"


@pytest.mark.parametrize(("then", "now"), PAIRS)
def test_another_thing_has_another_figure(then: str, now: str) -> None:
    old = HEAD.format("March 2, 2026") + ASIDE + then
    assert findings(HEAD.format("June 2, 2026") + now, earlier=[("2026-03-02", old)], select=RULES) == []
