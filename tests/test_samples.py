"""The two sample releases: what must be found, what must not, and that it hangs on the text alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from prlint import engine
from tests.support import builtin

SEEDS = Path(__file__).parent.parent / "seeds"
NAMES = {"000": "000_ddad1479818f83c8.txt", "002": "002_c5298252547a7647.txt"}


def sample(key: str) -> str:
    return (SEEDS / NAMES[key]).read_text(encoding="utf-8")


def check(texts: dict[str, str], as_of: str | None = None):
    """Returns the findings on texts named together."""
    sources = [engine.Source(f"{key}.txt", text.encode("utf-8")) for key, text in texts.items()]
    report = engine.check(sources, builtin(), options=engine.Options(as_of=as_of))
    assert not report.errors
    return report.findings


@cache
def together():
    return check({key: sample(key) for key in NAMES})


def brief(findings, severities=("error", "warning")):
    """Returns document, rule, severity and the places' lines of each finding."""
    return sorted(
        (f.document[:3], f.rule, f.severity, tuple(place.start.line for place in f.places))
        for f in findings
        if f.severity in severities
    )


EXPECTED = [
    ("000", "acronym-two-expansions", "warning", (9, 27)),
    ("000", "broken-paragraph", "warning", (17,)),
    ("000", "broken-paragraph", "warning", (33,)),
    ("000", "company-name-variant", "error", (19, 27, 29, 31, 31, 49)),
    ("000", "domain-near-miss", "error", (31,)),
    ("000", "patent-number-kind", "warning", (11,)),
    ("000", "safe-effective-investigational", "warning", (23,)),
    ("002", "acronym-two-expansions", "warning", (11, 21)),
    ("002", "event-name-variant", "warning", (15,)),
    ("002", "person-name-variant", "error", (15,)),
    ("002", "regulatory-status-verb", "warning", (25,)),
]


def test_the_samples_give_these_errors_and_warnings_and_no_others():
    assert brief(together()) == EXPECTED


def one(rule: str, document: str):
    found = [f for f in together() if f.rule == rule and f.document.startswith(document)]
    assert len(found) == 1
    return found[0]


def test_the_company_is_one_finding_with_six_places_and_evidence_from_both_releases():
    finding = one("company-name-variant", "000")
    assert [place.quote for place in finding.places] == ["Collectar"] * 6
    assert finding.suggestion.replacement == "Cellectar"
    assert finding.suggestion.safety == "review"
    text = sample("000")
    assert {text[edit.start : edit.end] for edit in finding.suggestion.edits} == {"Collectar"}
    cited = {(e.document[:3], e.start.line) for e in finding.evidence if e.start}
    assert cited & {("000", 7), ("000", 9)}
    assert any(document == "002" for document, _ in cited)


def test_the_address_is_measured_against_the_earlier_release():
    finding = one("domain-near-miss", "000")
    assert finding.places[0].quote == "www.collectar.com"
    assert any(e.document.startswith("002") and "www.cellectar.com" in e.quote for e in finding.evidence)


def test_the_surgeon_is_measured_against_his_introduction():
    finding = one("person-name-variant", "002")
    assert "Kou" in finding.places[0].quote
    assert finding.suggestion.replacement == "Kuo"
    assert any("John S. Kuo, M.D., Ph.D." in e.quote for e in finding.evidence)


def test_the_two_event_names_are_cited():
    finding = one("event-name-variant", "002")
    assert "Conference" in finding.places[0].quote
    assert {e.start.line for e in finding.evidence} >= {9, 11}


def test_notes_are_those_a_proof_reader_would_write():
    notes = brief(together(), ("info",))
    rules = {(document, rule) for document, rule, _, _ in notes}
    assert {
        ("000", "variant-within-document"),
        ("000", "trademark-consistency"),
        ("000", "pronoun-drift"),
        ("000", "acronym-unused"),
        ("000", "hyphen-compound"),
        ("000", "trial-phase-drift"),
        ("000", "claim-escalation"),
        ("002", "hyphen-compound"),
        ("002", "acronym-unused"),
        ("002", "pronoun-drift"),
        ("002", "annual-report-stale"),
    } <= rules
    drift = [n for n in notes if n[1] == "trial-phase-drift"]
    assert len(drift) == 1, "one note on the way of writing phases"


def test_what_is_right_is_not_reported():
    said = [(f.document[:3], f.rule, " ".join(place.quote for place in f.places)) for f in together()]
    for document, rule, quote in said:
        assert "Diapeutic" not in quote
        assert "designated as an orphan drug" not in quote
        assert "jqapartners" not in quote
        assert "Caruso" not in quote
        assert not (document == "000" and rule.startswith("annual-report")), "the 10-K for 2016 is the newest"
        assert rule != "promise-overdue"
        assert rule != "product-code-variant", "every code is a product of its own"
        assert "NCI supported" not in quote
    # Nothing from the forward-looking statements or speech about "our".
    for finding in together():
        if finding.rule == "pronoun-drift":
            assert {place.start.line for place in finding.places} <= {27, 21, 11}


def test_one_release_alone_shows_both_spellings_and_does_not_choose():
    found = check({"000": sample("000")})
    (company,) = [f for f in found if f.rule == "company-name-variant"]
    assert company.severity == "error"
    assert company.suggestion is None
    assert {"Collectar", "Cellectar"} <= {place.quote for place in company.places} | {e.quote for e in company.evidence}
    errors = [f for f in found if f.severity == "error"]
    assert errors == [company], "the address cannot be judged while the name is open"


def test_the_other_release_alone_gives_its_four():
    assert brief(check({"002": sample("002")})) == [entry for entry in EXPECTED if entry[0] == "002"]


def test_the_annual_report_goes_stale_with_the_day_of_judgement():
    late = check({"002": sample("002")}, as_of="2017-10-17")
    (stale,) = [f for f in late if f.rule == "annual-report-stale" and f.severity == "error"]
    assert "2017-03-31" in stale.message
    assert "2017-04-17" in stale.message
    soon = check({"002": sample("002")}, as_of="2017-03-20")
    severities = {f.severity for f in soon if f.rule == "annual-report-stale"}
    assert severities == {"info"}


#: Every name of the samples that a rule could have learnt by heart, and another for it.
RENAMED = [
    ("Cellectar", "Norvantis"),
    ("Collectar", "Norventis"),
    ("cellectar", "norvantis"),
    ("collectar", "norventis"),
    ("Kuo", "Lim"),
    ("Kou", "Lmi"),
    ("CLRB", "NVTS"),
    ("CLR ", "NVT "),
    ("Academic Surgical", "European Vascular"),
    ("Congress", "Symposium"),
    ("PDC", "GTC"),
    ("phospholipid drug conjugates", "glycolipid tumor carriers"),
    ("phospholipid ether-drug conjugates", "glycolipid ether-tumor carriers"),
    ("Phospholipid Drug Conjugates", "Glycolipid Tumor Carriers"),
    ("Caruso", "Delmonte"),
]


def renamed(text: str) -> str:
    for old, new in RENAMED:
        text = text.replace(old, new)
    return text


def test_with_other_names_throughout_the_findings_are_the_same():
    found = check({key: renamed(sample(key)) for key in NAMES})
    assert brief(found) == EXPECTED
    (company,) = [f for f in found if f.rule == "company-name-variant"]
    assert company.suggestion.replacement == "Norvantis"
    (person,) = [f for f in found if f.rule == "person-name-variant"]
    assert person.suggestion.replacement == "Lim"


#: Each error of the samples, how it reads when corrected, and the rules that then fall silent.
CORRECTIONS = {
    "company": (
        "000",
        [("Collectar", "Cellectar"), ("collectar.com", "cellectar.com")],
        {"company-name-variant", "domain-near-miss"},
    ),
    "address": ("000", [("www.collectar.com", "www.cellectar.com")], {"domain-near-miss"}),
    "first-break": ("000", [("The\n\nFDA", "The FDA")], {17}),
    "second-break": ("000", [("other\n\ngovernment", "other government")], {33}),
    "patent": (
        "000",
        [("recently issued patent, JP 2014-147869", "recently issued patent, JP 5926832")],
        {"patent-number-kind"},
    ),
    "outcomes": (
        "000",
        [("can result in improved outcomes", "is being studied in solid tumors")],
        {"safe-effective-investigational"},
    ),
    "expansion-000": (
        "000",
        [("phospholipid ether-drug conjugates", "phospholipid drug conjugates")],
        {"acronym-two-expansions"},
    ),
    "surgeon": ("002", [("Kou", "Kuo")], {"person-name-variant"}),
    "event": ("002", [("Surgical Conference", "Surgical Congress")], {"event-name-variant"}),
    "designation": ("002", [("under an orphan drug designated Phase I", "in a Phase I")], {"regulatory-status-verb"}),
    "expansion-002": (
        "002",
        [("phospholipid ether-drug conjugates", "phospholipid drug conjugates")],
        {"acronym-two-expansions"},
    ),
}


@pytest.mark.parametrize("name", CORRECTIONS)
def test_a_corrected_error_is_no_longer_reported_and_nothing_new_is(name):
    key, changes, gone = CORRECTIONS[name]
    text = sample(key)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    found = brief(check({k: text if k == key else sample(k) for k in NAMES}))
    # Lines move when a break is joined: what is compared is rule and document.
    rules = sorted((document, rule) for document, rule, _, _ in found)
    if gone <= {17, 33}:
        expected = sorted((d, r) for d, r, _, lines in EXPECTED if not (r == "broken-paragraph" and set(lines) & gone))
    else:
        expected = sorted((d, r) for d, r, _, _ in EXPECTED if not (d == key and r in gone))
    assert rules == expected


def test_the_order_of_files_changes_nothing():
    one_way = check({key: sample(key) for key in ("000", "002")})
    other = check({key: sample(key) for key in ("002", "000")})
    assert sorted(one_way) == sorted(other)
