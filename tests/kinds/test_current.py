"""The newest report: the decision table for annual reports row by row, the rest of its algorithm, and quarterly reports."""

from __future__ import annotations

import os
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import support

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.finding import Finding

SEEDS = os.path.join(os.path.dirname(__file__), "..", "..", "seeds")
ANNUAL, QUARTERLY = "annual-report-stale", "quarterly-report-stale"
NAF, AF, LAF = "non-accelerated", "accelerated", "large accelerated"
FPI = "foreign private issuer"


def release(cites: str, day: str, story: str = "its plans for the year") -> str:
    """Returns a release of `day` whose cautionary paragraph cites `cites`."""
    dateline = date.fromisoformat(day)
    return f"""Ardenta Therapeutics Speaks of {story.title()}

BOSTON, {dateline:%B} {dateline.day}, {dateline.year} (GLOBE NEWSWIRE) -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) \
today spoke of {story}.

This news release contains forward-looking statements. These statements are subject to risks and uncertainties that \
may cause actual results to differ materially. A complete description of risks and uncertainties related to our \
business is contained in our periodic reports filed with the Securities and Exchange Commission, including our \
{cites}. We disclaim any obligation to update any such forward-looking statements.
"""


def found(cites: str, day: str, *, rule: str = ANNUAL, **how: Any) -> list[Finding]:
    """Returns the findings of one rule in a release of `day`."""
    return support.findings(release(cites, day), select=(rule,), **how)


def outcomes(cites: str, day: str, **how: Any) -> list[tuple[str, str]]:
    """Returns severity and outcome of each finding."""
    return [(finding.severity, finding.outcome) for finding in found(cites, day, **how)]


def profile(status: str = "", year_end: str = "", filings: str = "") -> str:
    """Returns a profile with what is given."""
    lines = [f"  filer_status: {status}"] if status else []
    lines += [f"  fiscal_year_end: {year_end}"] if year_end else []
    lines += [f"  filings: [{filings}]"] if filings else []
    return "\n".join(["issuer:", *lines, ""]) if lines else ""


def year(end: str, form: str = "10-K") -> str:
    """Returns a reference to the annual report for the year that ended on `end`."""
    day = date.fromisoformat(end)
    return f"Form {form} for the year ended {day:%B} {day.day}, {day.year}"


FILED = "{form: 10-K, period_end: 2016-12-31, filed: 2017-03-15}"
RETAIL = '{nearest: saturday, to: "01-31"}'

#: row, day of the release, reference, profile, severity (None: nothing) and outcome.
TABLE: Sequence[tuple[str, str, str, str, tuple[str, str] | None]] = [
    ("K1", "2017-01-31", year("2015-12-31", "10-K/A"), profile(NAF), ("info", "amendment-only")),
    ("K2", "2017-10-17", year("2016-12-31"), profile(NAF), None),
    ("K3", "2017-10-17", year("2015-12-31"), profile(NAF), ("error", "outdated")),
    ("K4", "2017-03-20", year("2015-12-31"), "", ("info", "maybe-outdated")),
    ("K5", "2017-03-20", year("2015-12-31"), profile(AF), ("warning", "late-possible")),
    ("K6", "2017-03-20", year("2015-12-31"), profile(NAF), None),
    ("K7", "2017-03-20", year("2015-12-31"), profile(NAF, filings=FILED), ("error", "superseded")),
    ("K8", "2017-04-10", year("2015-12-31"), profile(NAF), ("warning", "late-possible")),
    ("K9 day 60", "2024-02-29", year("2022-12-31"), profile(LAF), None),
    ("K9 day 61", "2024-03-01", year("2022-12-31"), profile(LAF), ("warning", "late-possible")),
    ("K10", "2025-03-03", year("2023-12-31"), profile(LAF), None),
    ("K11 last day", "2024-01-16", year("2022-09-30"), profile(NAF), ("warning", "late-possible")),
    ("K11 day after", "2024-01-17", year("2022-09-30"), profile(NAF), ("error", "outdated")),
    ("K12", "2017-10-17", year("2016-06-30"), profile(NAF, '"06-30"'), ("error", "outdated")),
    ("K12 without year end", "2017-10-17", year("2016-06-30"), profile(NAF), ("error", "outdated")),
    ("K13", "2025-03-25", year("2024-02-03"), profile(LAF, RETAIL), None),
    ("K13 without year end", "2025-03-25", year("2024-02-03"), profile(LAF), None),
    ("K14 before", "2025-04-15", year("2023-12-31", "20-F"), profile(FPI), None),
    ("K14 after", "2025-05-20", year("2023-12-31", "20-F"), profile(FPI), ("error", "outdated")),
    ("K15", "2017-01-05", year("2016-12-31"), profile(NAF), ("error", "too-soon")),
    ("K15 future", "2017-01-05", year("2016-12-31") + ", to be filed", profile(NAF), None),
    ("K16", "2020-05-01", year("2018-12-31"), profile(NAF), ("warning", "late-possible")),
]


@pytest.mark.parametrize(("row", "day", "cites", "known", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_decision_table(row: str, day: str, cites: str, known: str, expected: tuple[str, str] | None) -> None:
    """Each row of the table gives its verdict, and nothing beside it."""
    assert outcomes(cites, day, profile=known) == ([expected] if expected else []), row


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("K3", "the one for 2016-12-31 was due 2017-03-31, with Form 12b-25 2017-04-17"),
        ("K4", "the one for 2016-12-31 is due from 2017-03-01 to 2017-03-31, depending on the filer"),
        ("K5", "the one for 2016-12-31 is late: it was due 2017-03-16, with Form 12b-25 2017-03-31"),
        ("K7", "the one for 2016-12-31 was filed on 2017-03-15"),
        ("K11 day after", "the one for 2023-09-30 was due 2023-12-29, with Form 12b-25 2024-01-16"),
        ("K12", "the one for 2017-06-30 was due 2017-09-28, with Form 12b-25 2017-10-13"),
        ("K14 after", "the one for 2024-12-31 was due 2025-04-30, with Form 12b-25 2025-05-15"),
        ("K16", "was due 2020-03-30, under COVID-19 order 34-88465 2020-05-14"),
    ],
)
def test_messages_show_the_due_dates(row: str, says: str) -> None:
    """The dates of the table stand in the message."""
    _, day, cites, known, _ = next(entry for entry in TABLE if entry[0] == row)
    (finding,) = found(cites, day, profile=known)
    assert says in finding.message


def test_what_would_settle_it_is_said() -> None:
    """K4 without a profile names the filer status; with one there is nothing left to ask."""
    text = release(year("2015-12-31"), "2017-03-20")
    (examined,) = support.report(text, select=(ANNUAL,)).examined
    assert examined.needs == ("filer status",)
    (examined,) = support.report(text, select=(ANNUAL,), profile=profile(NAF)).examined
    assert (examined.needs, examined.consistent) == ((), 1)


def test_without_a_date_nothing_can_be_told() -> None:
    """A release that bears no date is judged by none."""
    report = support.report(f"Risks are described in our {year('2001-12-31')}.", select=(ANNUAL,))
    assert report.findings == ()
    assert report.examined[0].needs == ("the release's date",)


def test_without_a_date_a_reference_that_names_no_year_leaves_nothing_open() -> None:
    """There is nothing to ask."""
    report = support.report("Risks are described in our most recent Form 10-K.", select=(ANNUAL,))
    assert (report.findings, report.examined[0].needs) == ((), ())


@pytest.mark.parametrize("as_of", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("known", ["", profile(NAF, '"12-31"'), profile(NAF, RETAIL)])
@pytest.mark.parametrize(
    "cites", [year("2015-12-31"), "Form 10-K for fiscal 2015", "Form 10-Q for the quarter ended June 30, 2015"]
)
def test_any_day_can_be_asked_about(as_of: str, known: str, cites: str) -> None:
    """Days at either end of the calendar break nothing off."""
    assert (
        support.report(release(cites, "2017-10-17"), as_of=as_of, profile=known, select=(ANNUAL, QUARTERLY)).errors
        == ()
    )


class TestAlgorithm:
    """The numbered clauses that the table leaves open."""

    def test_1_a_period_that_is_not_over(self) -> None:
        assert outcomes(year("2017-12-31"), "2017-10-17") == [("error", "future")]

    @pytest.mark.parametrize(
        "clause",
        [
            ", which is expected to be filed on or before March 31, 2018",
            ", which we will file in March",
            " (to be filed)",
        ],
    )
    def test_1_unless_it_is_still_to_be_filed(self, clause: str) -> None:
        assert outcomes(year("2017-12-31") + clause, "2017-10-17") == []

    def test_1_files_or_will_file_of_another_form_is_no_excuse(self) -> None:
        cites = (
            year("2017-12-31")
            + ", which it may update in Quarterly Reports on Form 10-Q that it has filed or will file"
        )
        assert outcomes(cites, "2017-10-17") == [("error", "future")]

    @pytest.mark.parametrize(("day", "expected"), [("2017-01-14", [("error", "too-soon")]), ("2017-01-15", [])])
    def test_2_fourteen_days(self, day: str, expected: list[tuple[str, str]]) -> None:
        assert outcomes(year("2016-12-31"), day) == expected

    @pytest.mark.parametrize(
        ("day", "expected"),
        [("2017-03-14", []), ("2017-03-15", [("info", "filed-today")]), ("2017-03-16", [("error", "superseded")])],
    )
    def test_4_a_known_filing_beats_the_calendar(self, day: str, expected: list[tuple[str, str]]) -> None:
        assert outcomes(year("2015-12-31"), day, profile=profile(filings=FILED)) == expected

    def test_4_an_amendment_of_the_next_report_is_a_known_filing_too(self) -> None:
        known = profile(filings="{form: 10-K/A, period_end: 2016-12-31, filed: 2017-03-15}")
        assert outcomes(year("2015-12-31"), "2017-03-20", profile=known) == [("error", "superseded")]

    def test_6_an_earlier_release_cites_a_later_period(self) -> None:
        earlier = [("2017-03-16", release(year("2016-12-31"), "2017-03-16", "a patent"))]
        (finding,) = found(year("2015-12-31"), "2017-03-20", earlier=earlier, profile=profile(NAF))
        assert (finding.severity, finding.outcome) == ("error", "backslide")
        assert [(e.date, e.quote) for e in finding.evidence] == [("2017-03-16", year("2016-12-31"))]
        assert "2017-03-16" in finding.message

    def test_6_what_was_a_slip_then_proves_nothing_now(self) -> None:
        earlier = [("2016-11-16", release(year("2016-12-31"), "2016-11-16", "a patent"))]
        assert outcomes(year("2015-12-31"), "2017-01-20", earlier=earlier) == []

    def test_6_a_report_still_to_be_filed_proves_nothing(self) -> None:
        earlier = [("2017-03-01", release(year("2016-12-31") + ", to be filed", "2017-03-01", "a patent"))]
        assert outcomes(year("2015-12-31"), "2017-03-03", earlier=earlier, profile=profile(NAF)) == []

    def test_6_the_calendar_and_an_earlier_release_make_one_finding(self) -> None:
        earlier = [("2017-03-16", release(year("2016-12-31"), "2017-03-16", "a patent"))]
        (finding,) = found(year("2015-12-31"), "2017-10-17", earlier=earlier)
        assert finding.outcome == "outdated"
        assert "2017-03-16" in [e.date for e in finding.evidence]

    def test_7_two_periods_in_one_release(self) -> None:
        cites = year("2015-12-31") + ". More on risks is in our " + year("2016-12-31")
        (finding,) = found(cites, "2017-03-20", profile=profile(NAF))
        assert (finding.severity, finding.outcome) == ("error", "two-periods")
        assert [p.quote for p in finding.places] == [year("2015-12-31")]
        assert [e.quote for e in finding.evidence] == [year("2016-12-31")]

    def test_7_both_in_one_sentence_is_a_list(self) -> None:
        cites = f"{year('2015-12-31')} and {year('2016-12-31')}"
        assert outcomes(cites, "2017-10-17") == []
        assert outcomes("Forms 10-K for the years ended December 31, 2015 and 2016", "2017-10-17") == []

    def test_8_not_a_year_end_of_this_issuer(self) -> None:
        cites = year("2016-06-30")
        assert outcomes(cites, "2016-10-17", profile=profile(year_end='"12-31"')) == [("error", "wrong-year-end")]
        assert outcomes(year("2024-01-31"), "2024-10-17", profile=profile(year_end=RETAIL)) == [
            ("error", "wrong-year-end")
        ]

    def test_8_unless_the_year_was_changed(self) -> None:
        cites = "Form 10-KT for the transition period from January 1, 2016 to June 30, 2016"
        assert outcomes(cites, "2016-12-17", profile=profile(year_end='"12-31"')) == []

    @pytest.mark.parametrize(
        ("filed", "why"),
        [("March 18, 2017", "Saturday"), ("March 19, 2017", "Sunday"), ("February 20, 2017", "Washington's Birthday")],
    )
    def test_9_filings_are_made_on_business_days(self, filed: str, why: str) -> None:
        (finding,) = found(f"{year('2016-12-31')}, filed with the SEC on {filed}", "2017-10-17")
        assert (finding.severity, finding.outcome) == ("warning", "filed-on-closed-day")
        assert why in finding.message

    def test_9_a_business_day_is_fine(self) -> None:
        assert outcomes(f"{year('2016-12-31')}, filed with the SEC on March 15, 2017", "2017-10-17") == []

    def test_9_filed_after_the_release_or_before_the_period_was_over(self) -> None:
        assert outcomes(f"{year('2016-12-31')}, filed on March 15, 2018", "2017-10-17") == [
            ("error", "filed-in-future")
        ]
        assert outcomes(f"{year('2016-12-31')}, filed on March 15, 2016", "2017-10-17") == [
            ("error", "filed-before-end")
        ]

    def test_10_no_quarterly_report_for_the_fourth_quarter(self) -> None:
        cites = "Form 10-Q for the quarter ended December 31, 2016"
        known = profile(year_end='"12-31"')
        assert outcomes(cites, "2017-04-17", rule=QUARTERLY, profile=known) == [("error", "quarter-is-year-end")]
        both = f"{year('2016-12-31')} and {cites}"
        assert outcomes(both, "2017-04-17", rule=QUARTERLY) == [("error", "quarter-is-year-end")]
        # A company whose year ends in June reports on the quarter that ends in December.
        assert outcomes(f"{year('2016-06-30')} and {cites}", "2017-04-17", rule=QUARTERLY) == []

    def test_11_an_amendment_alone(self) -> None:
        (finding,) = found(year("2015-12-31", "10-K/A"), "2017-01-31")
        assert (finding.severity, finding.outcome) == ("info", "amendment-only")

    def test_11_not_beside_the_report_itself_nor_on_top_of_an_error(self) -> None:
        both = f"{year('2015-12-31')} and {year('2015-12-31', '10-K/A')}"
        assert outcomes(both, "2017-01-31") == []
        assert outcomes(f"{year('2015-12-31')}, as amended", "2017-01-31") == []
        assert outcomes(year("2015-12-31", "10-K/A"), "2017-10-17") == [("error", "outdated")]


class TestSurfaceForms:
    """What is and what is not a reference that must be the newest."""

    @pytest.mark.parametrize(
        "cites",
        [
            "Annual Report on Form 10-K for the fiscal year ended December 31, 2015",
            "Annual Report on Form 10-K for the year ended December 31, 2015, as amended",
            "Annual Report on Form 10-K for its fiscal year ended Dec. 31, 2015, filed with the SEC on March 15, 2016",
            "annual report for the year ended December 31, 2015 on Form 10-K",
            "2015 Annual Report on Form 10-K",
            "Annual Report on Form 10-K for fiscal 2015",
            "Annual Report on Form 10-K for the year ended 31 December 2015",
            "Annual Report on Form 10-K filed with the Securities and Exchange Commission on March 15, 2016",
            'Form 10-K (File No. 001-12345) for the year ended December 31, 2015 (the "2015 10-K")',
        ],
    )
    def test_every_way_of_naming_the_year(self, cites: str) -> None:
        """Two years later each of them is outdated for certain, whatever the issuer's year end."""
        assert outcomes(cites, "2018-06-17") == [("error", "outdated")]

    @pytest.mark.parametrize(
        "cites",
        [
            "most recent Annual Report on Form 10-K",
            "latest Form 10-K",
            "Annual Report on Form 10-K",
            "reports on Forms 10-K, 10-Q and 8-K",
        ],
    )
    def test_without_a_year_it_is_always_the_newest(self, cites: str) -> None:
        assert outcomes(cites, "2018-06-17") == []

    def test_history_need_not_be_the_newest(self) -> None:
        text = release("most recent Form 10-K", "2018-06-17").replace(
            "today spoke", f"whose lease was filed with its {year('2011-12-31')}, today spoke"
        )
        assert support.findings(text, select=(ANNUAL,)) == []

    @pytest.mark.parametrize("owner", ["Parent's", "Borealis Bio's", "Borealis'", "Parent's and Ardenta's respective"])
    def test_the_report_of_another_company(self, owner: str) -> None:
        text = release("most recent Form 10-K", "2018-06-17").replace(
            "our most recent Form 10-K", f"{owner} {year('2015-12-31')}"
        )
        assert support.findings(text, select=(ANNUAL,)) == []

    def test_the_issuers_own_report_by_name(self) -> None:
        text = release("most recent Form 10-K", "2018-06-17").replace(
            "our most recent Form 10-K", f"Ardenta's {year('2015-12-31')}"
        )
        assert [f.outcome for f in support.findings(text, select=(ANNUAL,))] == ["outdated"]

    def test_a_fiscal_year_is_resolved_by_the_profile_only(self) -> None:
        """Fiscal 2016 of a June company ended in June: outdated in November 2017; of a December company it is not."""
        cites = "Annual Report on Form 10-K for fiscal 2016"
        assert outcomes(cites, "2017-11-17", profile=profile(NAF, '"06-30"')) == [("error", "outdated")]
        assert outcomes(cites, "2017-11-17", profile=profile(NAF, '"12-31"')) == []
        report = support.report(release(cites, "2017-11-17"), select=(ANNUAL,))
        assert (report.findings, report.examined[0].needs) == ((), ("the fiscal year end",))

    def test_a_retailers_fiscal_year_may_be_either_of_two(self) -> None:
        """Fiscal 2024 may have ended on 3 February 2024 or on 1 February 2025."""
        report = support.report(
            release("Form 10-K for fiscal 2024", "2025-05-20"), select=(ANNUAL,), profile=profile(LAF, RETAIL)
        )
        assert (report.findings, report.examined[0].needs) == ((), ("the fiscal year end",))

    def test_one_finding_lists_all_mentions(self) -> None:
        cites = year("2015-12-31") + ". More on risks is in our " + year("2015-12-31")
        (finding,) = found(cites, "2017-10-17")
        assert len(finding.places) == 2

    def test_the_suggestion_is_the_next_periods_wording_for_review(self) -> None:
        (finding,) = found("Form 10-K/A for the fiscal year ended Dec. 31, 2013, as amended", "2017-10-17")
        assert finding.suggestion is not None
        assert finding.suggestion.safety == "review"
        assert finding.suggestion.replacement == "Form 10-K for the fiscal year ended Dec. 31, 2016"

    def test_filer_status_by_date(self) -> None:
        """The status in force at the end of the year decides when its report was due."""
        known = f"issuer:\n  filer_status: [{{status: {AF}}}, {{status: {NAF}, from: 2016-12-31}}]\n"
        assert outcomes(year("2015-12-31"), "2017-03-20", profile=known) == []
        assert outcomes(year("2014-12-31"), "2016-03-20", profile=known) == [("warning", "late-possible")]

    def test_canadian_annual_report(self) -> None:
        assert outcomes(year("2023-12-31", "40-F"), "2025-03-20") == []
        assert outcomes(year("2023-12-31", "40-F"), "2025-07-20") == [("error", "outdated")]


class TestQuarterly:
    """Form 10-Q, whose fourth quarter is the annual report."""

    KNOWN = profile(NAF, '"12-31"')

    @pytest.mark.parametrize(
        ("quarter", "day", "expected"),
        [
            ("June 30, 2017", "2017-11-14", []),
            ("June 30, 2017", "2017-11-15", [("info", "late-possible")]),
            ("June 30, 2017", "2017-11-21", [("warning", "outdated")]),
            ("September 30, 2017", "2018-05-15", []),
            ("September 30, 2017", "2018-05-22", [("warning", "outdated")]),
            ("September 30, 2017", "2017-08-22", [("error", "future")]),
        ],
    )
    def test_each_quarter_until_the_next_is_due(self, quarter: str, day: str, expected: list[tuple[str, str]]) -> None:
        assert (
            outcomes(f"Form 10-Q for the quarter ended {quarter}", day, rule=QUARTERLY, profile=self.KNOWN) == expected
        )

    def test_without_a_year_end_the_next_quarter_may_be_the_fourth(self) -> None:
        cites = "Form 10-Q for the quarterly period ended June 30, 2017"
        assert outcomes(cites, "2017-12-31", rule=QUARTERLY) == []
        assert outcomes(cites, "2018-02-27", rule=QUARTERLY) == [("warning", "outdated")]
        both = f"{year('2016-12-31')} and {cites}"
        assert outcomes(both, "2017-12-31", rule=QUARTERLY) == [("warning", "outdated")]

    def test_a_list_of_quarters_counts_by_its_newest(self) -> None:
        cites = "Forms 10-Q for the quarters ended March 31, June 30 and September 30, 2017"
        assert outcomes(cites, "2017-12-20", rule=QUARTERLY, profile=self.KNOWN) == []

    def test_annual_and_quarterly_report_are_judged_each_by_its_rule(self) -> None:
        cites = f"{year('2015-12-31')} and Form 10-Q for the quarter ended June 30, 2017"
        assert outcomes(cites, "2017-08-20", profile=self.KNOWN) == [("error", "outdated")]
        assert outcomes(cites, "2017-08-20", rule=QUARTERLY, profile=self.KNOWN) == []

    def test_an_annual_report_that_covers_the_quarter(self) -> None:
        cites = f"{year('2017-12-31')} and Form 10-Q for the quarter ended September 30, 2017"
        assert outcomes(cites, "2018-03-20", rule=QUARTERLY, profile=self.KNOWN) == [("info", "covered")]


@given(st.dates(date(2012, 1, 1), date(2025, 12, 31)), st.sampled_from(["", NAF, AF, LAF]), st.integers(0, 900))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_report_only_ever_gets_older(end: date, status: str, days: int) -> None:
    """Whatever the year end: once outdated always outdated, and never outdated within 60 days of the next year end."""
    rank = {"current": 0, "maybe-outdated": 1, "late-possible": 2, "outdated": 3}

    def standing(after: int) -> int:
        day = (end + timedelta(days=after)).isoformat()
        outcome = [o for _, o in outcomes(year(end.isoformat()), day, profile=profile(status))]
        return rank[outcome[0] if outcome else "current"]

    now = standing(15 + days)
    assert now <= standing(15 + days + 30)
    if 15 + days <= 364 + 60:
        assert now == 0
    if 15 + days > 371 + 90 + 5 + 15 + 5 + 65:  # with room for relief
        assert now == 3


class TestSamples:
    """The two real releases."""

    def read(self, name: str) -> str:
        with open(os.path.join(SEEDS, name), encoding="utf-8") as file:
            return file.read()

    def judged(self, name: str, as_of: str | None = None) -> list[Finding]:
        return support.findings(self.read(name), as_of=as_of, select=(ANNUAL, QUARTERLY))

    def test_the_report_of_2016_in_october_2017(self) -> None:
        assert self.judged("000_ddad1479818f83c8.txt") == []

    def test_the_amendment_of_2015_in_january_2017(self) -> None:
        (finding,) = self.judged("002_c5298252547a7647.txt")
        assert (finding.severity, finding.outcome) == ("info", "amendment-only")

    def test_the_amendment_of_2015_in_october_2017(self) -> None:
        (finding,) = self.judged("002_c5298252547a7647.txt", "2017-10-17")
        assert (finding.severity, finding.outcome) == ("error", "outdated")
        assert "2017-03-31" in finding.message
        assert "2017-04-17" in finding.message

    def test_the_amendment_of_2015_on_20_march_2017(self) -> None:
        (finding,) = self.judged("002_c5298252547a7647.txt", "2017-03-20")
        assert (finding.severity, finding.outcome) == ("info", "maybe-outdated")

    def test_the_report_one_year_on(self) -> None:
        """The same text, its report's year one less, is an error that names the year to cite."""
        text = self.read("000_ddad1479818f83c8.txt").replace("December 31, 2016", "December 31, 2015")
        (finding,) = support.findings(text, select=(ANNUAL,))
        assert finding.outcome == "outdated"
        assert finding.suggestion is not None
        assert finding.suggestion.replacement == "Form 10-K for the year ended December 31, 2016"


class TestCautionaryTexts:
    """Ways in which careful issuers write, none of them stale."""

    RULES = (ANNUAL, QUARTERLY)

    @pytest.mark.parametrize(
        ("day", "cites"),
        [
            ("2024-03-05", "Form 10-K for the year ended December 31, 2023, filed with the SEC today"),
            ("2024-01-10", "Form 10-K for the year ended December 31, 2023, when available"),
            ("2024-02-27", ("Form 10-K for the year ended December 31, 2022 and, when available, Form 10-K for the year ended "
             "December 31, 2023")),
            ("2024-11-25", "Form 10-K for the fiscal year ended January 28, 2024"),
            ("2025-03-27", "Form 10-K for the fiscal year ended January 28, 2024"),
            ("2024-08-20", ("Form 10-K for the year ended December 31, 2023, as amended by Amendment No. 1 on Form 10-K/A filed on "
             "April 29, 2024")),
            ("2024-05-10", ("Form 10-K for the year ended December 31, 2023 and the Form 10-Q for the quarter ended March 31, 2024 "
             "to be filed with the SEC")),
            ("2024-08-01", 'Form 10-K for the fiscal year ended March 31, 2024 ("Fiscal 2024")'),
            ("2024-08-01", "Form 10-K for Fiscal 2024"),
            ("2024-12-01", "Form 10-K filed with the SEC on February 29, 2024, and Form 10-Q filed on November 7, 2024"),
            ("2020-06-10", "Form 10-K for the year ended December 31, 2019 and our Current Report on Form 8-K filed on March 30, 2020"),
            ("2025-02-10", "Form 10-Q for the quarter ended September 30, 2024 and Form 10-K for the year ended December 31, 2023"),
            ("2024-01-05", "Form 10-K for the year ended December 31, 2022 and preliminary results for the year ended December 31, 2023"),
        ],
    )  # fmt: skip
    def test_is_left_alone(self, day: str, cites: str) -> None:
        assert support.findings(release(cites, day), select=self.RULES) == []

    def test_a_report_to_come_does_not_make_the_old_one_current(self) -> None:
        cites = f"{year('2021-12-31')} and, when available, {year('2023-12-31')}"
        assert outcomes(cites, "2024-02-27") == [("error", "outdated")]

    def test_an_issuer_that_tells_of_its_late_report_is_left_alone(self) -> None:
        text = release(year("2015-12-31"), "2017-10-17", "its Form 12b-25")
        assert support.findings(text, select=(ANNUAL,)) == []
