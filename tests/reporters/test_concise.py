"""One line a finding."""

from __future__ import annotations

import pytest

from prlint.report import Options
from prlint.reporters import concise
from tests.reporters import made


def test_a_line_says_where_how_bad_which_rule_and_what() -> None:
    draft = made.release()
    where = made.places(draft.document, "Ardenda")
    findings = [
        made.finding(where),
        made.finding(where, severity="info"),
        made.finding(where, status="trial", severity="warning"),
        made.finding(where, waived={"reason": "agreed"}),
    ]
    assert concise.render(made.report([draft], findings), Options()) == (
        "drafts/2026-03-02.txt:5:174: error company-name-variant: two spellings of one name\n"
        "drafts/2026-03-02.txt:5:174: warning company-name-variant: two spellings of one name [trial]\n"
    )
    assert "info company-name-variant" in concise.render(made.report([draft], findings), Options(shown=("info",)))


def test_waived_findings_and_fingerprints_are_shown_when_they_are_asked_for() -> None:
    draft = made.release()
    where = made.places(draft.document, "Ardenda")
    findings = [
        made.finding(where, fingerprint="abcdef12" + "0" * 56),
        made.finding(where, fingerprint="abcdef13" + "0" * 56, waived={"reason": "agreed"}),
    ]
    report = made.report([draft], findings)
    assert concise.render(report, Options(details=("waived", "fingerprint"))) == (
        "drafts/2026-03-02.txt:5:174: error company-name-variant: two spellings of one name (abcdef12)\n"
        "drafts/2026-03-02.txt:5:174: error company-name-variant: two spellings of one name [waived] (abcdef13)\n"
    )


def test_nothing_found_is_nothing_printed() -> None:
    assert concise.render(made.report([made.release()], []), Options()) == ""


@pytest.mark.parametrize("hostile", ["\n", "\r", "\x1b[2J", "\u202e", "\u2028"])
def test_a_finding_stays_on_its_line(hostile: str) -> None:
    draft = made.release(path=f"a{hostile}b.txt")
    finding = made.finding(made.places(draft.document, "Ardenda"), message=f"one{hostile}two")
    (line,) = concise.render(made.report([draft], [finding]), Options()).splitlines()
    assert line.isprintable()
