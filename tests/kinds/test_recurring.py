"""A recurring sentence beside its established wording: what is a slip, and what is news."""

from __future__ import annotations

import pytest

from tests.support import findings

RULES = ("boilerplate-slip", "boilerplate-fact", "antonym-swap", "claim-escalation")
ABOUT = (
    "Ardenta, founded in 1987, makes tools for the treatment of wounds, burns and ulcers in more than 60 countries. "
    "Its shares are listed (Nasdaq: ARDT) and its partner Haverlock Health has not sold any of them. "
    'Words such as "expects," "plans" and "believes" identify statements that may differ from the results; '
    "see Section 27A of the Securities Act of 1933 and the report for the year ended December 31, 2024 on our website. "
    "The company undertakes no obligation to update these statements (except as required by law)."
)


def release(about: str, news: str = "has opened a plant in Iowa", day: str = "March 2, 2026") -> str:
    # Several sentences of its own: a release that repeats another one would weigh nothing.
    told = f"Ardenta, Inc. {news}. The board, which {news}, is glad. Nobody else {news} before. It {news} for good."
    return f"COLUMBUS, Ohio, {day} -- {told}\n\nAbout Ardenta\n\n{about}\n"


EARLIER = [
    ("2025-03-15", release(ABOUT, "has hired a chemist, who comes from Utah", "March 15, 2025")),
    ("2025-06-15", release(ABOUT, "has moved its laboratory to a larger building", "June 15, 2025")),
    ("2025-09-15", release(ABOUT, "has received a prize for its bandages", "September 15, 2025")),
]


def found(old: str, new: str, earlier=EARLIER):
    assert ABOUT.count(old) == 1, old
    text = release(ABOUT.replace(old, new))
    return [(f.rule, f.outcome, f.severity) for f in findings(text, date="2026-03-02", earlier=earlier, select=RULES)]


SLIPS = [
    ("required by law).", "required by law)", "mark"),
    ("law).", "law.", "mark"),
    ('"believes"', '"believes', "mark"),
    ("results; see", "results see", "mark"),
    ("tools for the", "tools the", "word-lost"),
    ("treatment of", "of", "word-lost"),
    ("burns and", "burns", "word-lost"),
    ("The company undertakes", "The company", "word-lost"),
    ("undertakes no", "undertakes undertakes no", "doubled"),
    ("obligation to", "obligation of to", "foreign"),
    ("any of them", "any of them kitchen", "foreign"),
    ("treatment", "treatmnet", "misspelt"),
    ("from the", "form the", "misspelt"),
    ("these statements (except as required by law).", "these", "short"),
    (" and ulcers in more than 60 countries. Its", " and Its", "short"),
    ("countries. Its", "countries Its", "runs-on"),
    ("1987", "1978", "number"),
    ("60", "50", "number"),
    ("27A", "72A", "number"),
    ("1933", "1943", "number"),
    ("December", "October", "period"),
    ("Haverlock", "Haverlook", "name"),
    ("Nasdaq", "NYSE", "listing"),
    ("ARDT", "ARTD", "listing"),
    ("not sold", "sold", "reversed"),
    ("undertakes no obligation", "undertakes obligation", "reversed"),
    ("may differ", "will differ", "stronger"),
]


@pytest.mark.parametrize(("old", "new", "outcome"), SLIPS)
def test_a_slip_in_what_recurs_is_a_warning(old: str, new: str, outcome: str) -> None:
    assert [(one[1], one[2]) for one in found(old, new)] == [(outcome, "warning")]


NEWS = [
    ("more than 60 countries", "more than 65 countries"),
    ("December 31, 2024", "December 31, 2025"),
    ("December 31, 2024", "March 31, 2025"),
    ("wounds, burns and ulcers", "wounds, burns, bites and ulcers"),
    ("makes tools", "makes innovative tools"),
    ("on our website", "on our web site"),
    ("identify statements", "can identify statements"),
    ("treatment of wounds", "care of wounds"),
    ("burns and ulcers", "burns, and ulcers"),
    ("undertakes no obligation to update", "does not undertake to update"),
    ("in more than 60 countries", "in more than 60 countries and territories of the world"),
    ("these statements (except", "these statements for any reason (except"),
]


@pytest.mark.parametrize(("old", "new"), NEWS)
def test_change_is_normal(old: str, new: str) -> None:
    assert found(old, new) == []


def test_what_one_release_alone_had_is_not_established() -> None:
    assert found("tools for the", "tools the", EARLIER[:1]) == []
    assert [one[1] for one in found("tools for the", "tools the", EARLIER[:2])] == ["word-lost"]


def test_a_word_that_is_none_is_a_slip_after_one_release() -> None:
    assert [one[1] for one in found("treatment", "treatmnet", EARLIER[:1])] == ["misspelt"]


def test_a_wording_that_a_newer_release_brought_is_no_slip() -> None:
    old, new = "has not sold any of them", "has sold some of them"
    newer = ("2025-12-15", release(ABOUT.replace(old, new), "has closed its shop in Utah", "December 15, 2025"))
    assert found(old, new, [*EARLIER, newer]) == []


def test_a_slip_that_the_last_release_had_too_is_an_old_one() -> None:
    newer = (
        "2025-12-15",
        release(ABOUT.replace("tools for the", "tools the"), "has closed its shop", "December 15, 2025"),
    )
    assert found("tools for the", "tools the", [*EARLIER, newer]) == [("boilerplate-slip", "carried", "info")]


def test_a_correction_is_none() -> None:
    wrong = [(day, text.replace("tools for the", "tools the")) for day, text in EARLIER]
    assert found("tools for the", "tools for the", wrong) == []


def test_the_evidence_is_the_newest_two_releases_and_says_how_many_more() -> None:
    text = release(ABOUT.replace("1987", "1978"))
    (one,) = findings(text, date="2026-03-02", earlier=EARLIER, select=RULES)
    assert [evidence.date for evidence in one.evidence] == ["2025-09-15", "2025-06-15"]
    assert one.evidence[1].note == "and 1 more since 2025-03-15"
    assert all("1987" in evidence.quote for evidence in one.evidence)
    assert "3 earlier releases" in one.message


def test_the_order_in_which_releases_are_named_changes_nothing() -> None:
    text = release(ABOUT.replace("1987", "1978").replace("law).", "law)"))
    one, other = (
        findings(text, date="2026-03-02", earlier=earlier, select=RULES) for earlier in (EARLIER, EARLIER[::-1])
    )
    assert [(f.message, f.fingerprint) for f in one] == [(f.message, f.fingerprint) for f in other]


def test_a_broad_rule_gives_way_to_the_one_that_knows_more() -> None:
    text = release(ABOUT.replace("wounds, burns", "wounds wounds, burns"))
    got = findings(text, date="2026-03-02", earlier=EARLIER, select=(*RULES, "doubled-word"))
    assert [f.rule for f in got] == ["doubled-word"]
