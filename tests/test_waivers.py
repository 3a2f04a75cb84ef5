"""Decisions to live with a finding: what they cover in later versions of a text, and what they say when they end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prlint.run import Wishes, run
from prlint.text.error import RuleError
from prlint.waivers import file, write
from prlint.waivers.alike import identity, said, same_release
from prlint.waivers.record import SCOPES, Identity, Waiver
from tests.cli.running import RULE
from tests.formats import proof, word

if TYPE_CHECKING:
    from prlint.finding import Finding
    from prlint.report import Report

HEAD = "Tessaly Foods Opens a Bakery in Lyon"
LEAD = (
    "LYON, France, March 2, 2026 -- Tessaly Foods, Inc. (Nasdaq: TSLY) today opened its bakery in Lyon, and will "
    "leverage its ovens for “better” bread in all of France."
)
MORE = "The bakery employs forty people and bakes four kinds of bread on every day of the year."
ABOUT = "Tessaly Foods, Inc. bakes bread."
TEXT = f"{HEAD}\n\n{LEAD}\n\n{MORE}\n\nAbout Tessaly Foods\n\n{ABOUT}\n"


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a prlint.yaml and a rule whose finding is easy to plant; the working folder of each test."""
    here = tmp_path / "house"
    here.mkdir()
    (here / "ours.yaml").write_text(RULE.format(severity="error"))
    (here / "prlint.yaml").write_text("rules: {paths: [ours.yaml], select: [house-word]}\n")
    monkeypatch.chdir(here)
    return here


def check(name: str, data: str | bytes = TEXT, **wishes: Any) -> Report:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return run([name], Wishes(**wishes)).report


def waive(report: Report, number: int = 0, at: str = file.NAME, **how: str) -> Waiver:
    """Writes a decision on a finding of the report to a file of waivers."""
    finding = report.findings[number]
    info = next(info for info in report.documents if info.path == finding.document)
    assert info.release is not None
    how = {"reason": "agreed with legal", "by": "Maria Delgado", "on": "2026-03-01", **how}
    made = write.decision(finding, said(finding, info.release), identity(info), **how)
    before = Path(at).read_text(encoding="utf-8") if Path(at).exists() else ""
    Path(at).write_text(write.added(before, at, [made]), encoding="utf-8")
    return made


def only(report: Report) -> Finding:
    assert not report.errors, report.errors
    (finding,) = report.findings
    return finding


def test_a_waived_finding_stays_in_the_report_and_fails_nothing() -> None:
    first = check("draft.txt")
    assert first.summary.error == 1
    waive(first, until="2026-06-30")
    report = check("draft.txt")
    assert only(report).waived == {
        "reason": "agreed with legal",
        "by": "Maria Delgado",
        "on": "2026-03-01",
        "until": "2026-06-30",
        "scope": "release",
        "file": "prlint-waivers.yaml:4",
    }
    assert (report.summary.error, report.notices) == (0, ())


def test_lines_added_above_change_neither_fingerprint_nor_waiver() -> None:
    first = check("draft.txt")
    waive(first)
    report = check("draft.txt", f"FOR IMMEDIATE RELEASE\n\n{HEAD}\n\nA second headline\n\n{LEAD}\n\n{MORE}\n")
    assert only(report).fingerprint == only(first).fingerprint
    assert only(report).waived is not None
    assert report.notices == ()


def test_a_waiver_ends_when_its_text_changes_and_says_what_it_reads_now() -> None:
    waive(check("draft.txt"))
    report = check("draft.txt", TEXT.replace("its ovens", "those ovens"))
    assert only(report).waived is None
    assert report.notices == (
        (
            'prlint-waivers.yaml:4: the waiver of "leverage" (house-word) no longer holds: the text has changed; it was '
            '"… and will leverage its ovens for "better" …", and draft.txt:3:109 reads '
            '"… and will leverage those ovens for "better" …"'
        ),
    )


def test_a_waiver_ends_when_the_quoted_words_change() -> None:
    waive(check("draft.txt"))
    report = check("draft.txt", TEXT.replace("will leverage", "is leveraging"))
    assert only(report).waived is None
    (notice,) = report.notices
    assert "no longer holds: the text has changed" in notice
    assert 'reads "… in Lyon, and is leveraging its ovens for …"' in notice


def test_a_waiver_that_is_not_needed_says_so() -> None:
    waive(check("draft.txt"))
    report = check("draft.txt", TEXT.replace("leverage", "use"))
    assert report.findings == ()
    assert report.notices == (
        (
            'prlint-waivers.yaml:4: the waiver of "leverage" (house-word) is no longer needed: '
            "draft.txt has no such finding any more"
        ),
    )


def test_the_same_word_in_quite_another_sentence_is_another_finding() -> None:
    waive(check("draft.txt"))
    changed = TEXT.replace("leverage its", "use its").replace(ABOUT, "All of us leverage what others know.")
    report = check("draft.txt", changed)
    assert only(report).waived is None
    (notice,) = report.notices
    assert "is no longer needed" in notice


@pytest.mark.parametrize(("as_of", "holds"), [("2026-06-30", True), ("2026-07-01", False), (None, True)])
def test_a_waiver_holds_until_the_end_of_its_last_day(as_of: str | None, holds: bool) -> None:
    waive(check("draft.txt"), until="2026-06-30")
    report = check("draft.txt", as_of=as_of)
    assert (only(report).waived is not None) is holds
    said = 'the waiver of "leverage" (house-word) expired on 2026-06-30; draft.txt is judged as of 2026-07-01'
    assert [notice for notice in report.notices if "expired" in notice] == (
        [] if holds else [f"prlint-waivers.yaml:4: {said}"]
    )


def test_the_day_of_a_draft_is_its_own_and_never_the_clocks() -> None:
    waive(check("draft.txt"), until="2026-03-05")
    later = check("draft.txt", TEXT.replace("March 2, 2026", "March 6, 2026"))
    assert only(later).waived is None
    assert "expired on 2026-03-05; draft.txt is judged as of 2026-03-06" in later.notices[0]


def test_a_draft_without_a_date_says_that_expiry_cannot_be_told() -> None:
    undated = TEXT.replace(", March 2, 2026", "")
    waive(check("draft.txt", undated), until="2026-03-05")
    report = check("draft.txt", undated)
    assert only(report).waived is not None
    assert report.notices[0] == (
        "draft.txt bears no date: it cannot be told whether 1 of its waivers has expired (give --as-of YYYY-MM-DD)"
    )


def docx(lead: str) -> bytes:
    return word.docx("".join(word.p(text) for text in (HEAD, lead, MORE, "About Tessaly Foods", ABOUT)))


def pdf(lead: str) -> bytes:
    return proof.pdf(
        [
            proof.p(HEAD, proof.HEADLINE),
            proof.p(lead, proof.JUSTIFIED),
            proof.p(MORE, proof.JUSTIFIED),
            proof.p("About Tessaly Foods", proof.HEADING),
            proof.p(ABOUT),
        ]
    )


WIRE = LEAD.replace("2026 --", "2026 (GLOBE NEWSWIRE) --").replace("“better”", '"better"')
HTML = f"<html><body><h1>{HEAD}</h1><p>{WIRE.replace('--', '&mdash;')}</p><p>{MORE}</p></body></html>"
VERSIONS = {
    "draft-v7.docx": docx(LEAD),
    "draft-v8.docx": docx(LEAD),
    "drafts/release.txt": TEXT,
    "proof.pdf": pdf(WIRE),
    "wire.html": HTML,
    "wire.md": f"# {HEAD}\n\n{WIRE}\n\n{MORE}\n",
}


@pytest.mark.parametrize("later", VERSIONS)
@pytest.mark.parametrize("first", ["draft-v7.docx", "proof.pdf", "wire.md"])
def test_a_waiver_goes_from_file_to_file(first: str, later: str) -> None:
    waive(check(first, VERSIONS[first]))
    report = check(later, VERSIONS[later])
    assert only(report).waived is not None
    assert report.notices == ()


def test_one_release_in_two_files_needs_one_waiver() -> None:
    waive(check("draft-v7.docx", VERSIONS["draft-v7.docx"]))
    Path("proof.pdf").write_bytes(pdf(WIRE.replace("leverage", "use")))
    report = run(["draft-v7.docx", "proof.pdf"]).report
    assert only(report).waived is not None
    assert report.notices == (), "it is still needed for the other file"


def test_what_is_not_saved_yet_is_under_the_waivers_too() -> None:
    waive(check("draft.txt"))
    typed = TEXT.replace("its ovens", "those ovens").encode()
    report = run(["draft.txt"], contents={"draft.txt": typed}).report
    assert only(report).waived is None
    assert "the text has changed" in report.notices[0]
    assert only(run(["draft.txt"], contents={"draft.txt": TEXT.encode()}).report).waived is not None


def test_of_two_waivers_of_one_finding_one_is_enough() -> None:
    first = check("draft.txt")
    waive(first, until="2026-03-31")
    waive(first, until="2026-06-30", reason="agreed again")
    report = check("draft.txt", as_of="2026-04-01")
    waived = only(report).waived
    assert waived is not None
    assert waived["reason"] == "agreed again"
    assert report.notices == (
        (
            'prlint-waivers.yaml:4: the waiver of "leverage" (house-word) is no longer needed: '
            "another one covers the finding in draft.txt"
        ),
    )


def test_a_waiver_is_for_one_release() -> None:
    waive(check("draft.txt"))
    next_ = TEXT.replace("March 2", "April 7").replace(HEAD, "Tessaly Foods Reports Its First Quarter")
    report = check("next.txt", next_)
    assert only(report).waived is None
    assert report.notices == (), "it says nothing about another release"


def test_a_waiver_for_the_issuer_is_for_all_of_its_releases() -> None:
    waive(check("draft.txt"), scope="issuer")
    body = TEXT.replace("March 2", "April 7").replace(HEAD, "Tessaly Foods Reports Its First Quarter")
    assert only(check("next.txt", body)).waived is not None
    quiet = check("quiet.txt", body.replace("leverage", "use"))
    assert (quiet.findings, quiet.notices) == ((), ()), "the next release need not repeat it"
    changed = check("changed.txt", body.replace("its ovens", "those ovens"))
    assert only(changed).waived is None
    assert "the text has changed" in changed.notices[0]
    other = body.replace("Tessaly Foods", "Orvane Mills").replace("TSLY", "ORVM")
    assert only(check("other.txt", other)).waived is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Tessaly Foods, Inc.", "2026-03-02", HEAD), ("Tessaly Foods, Inc.", "2026-03-02", HEAD), True),
        (("Tessaly Foods, Inc.", "2026-03-02", HEAD), ("Tessaly Foods", "2026-03-05", HEAD), True),
        (("Tessaly Foods, Inc.", "", HEAD), ("Tessaly Foods, Inc.", "2026-03-05", HEAD), True),
        (("Tessaly Foods, Inc.", "2026-03-02", HEAD), ("", "2026-03-02", f"{HEAD}, France"), True),
        (("Tessaly Foods, Inc.", "2026-03-02", HEAD), ("Orvane Mills, Inc.", "2026-03-02", HEAD), False),
        (
            ("Tessaly Foods, Inc.", "2026-03-02", HEAD),
            ("Tessaly Foods, Inc.", "2026-03-02", "Tessaly Names Maria Delgado Chief Executive"),
            False,
        ),
        (
            ("Tessaly Foods, Inc.", "2026-03-02", "Tessaly Foods Announces $2 Million Registered Direct Offering"),
            (
                "Tessaly Foods, Inc.",
                "2026-03-05",
                "Tessaly Foods Announces Closing of $2 Million Registered Direct Offering",
            ),
            False,
        ),
        # A headline that comes back each month.
        (
            ("Tessaly Foods, Inc.", "2026-03-02", "Tessaly Foods Declares Monthly Dividend"),
            ("Tessaly Foods, Inc.", "2026-04-01", "Tessaly Foods Declares Monthly Dividend"),
            False,
        ),
        (("", "", ""), ("", "", ""), True),
        (("", "2026-03-02", ""), ("", "2026-03-03", ""), False),
    ],
)
def test_versions_of_one_release(one: tuple[str, str, str], other: tuple[str, str, str], same: bool) -> None:
    assert same_release(Identity(*one), Identity(*other)) is same
    assert same_release(Identity(*other), Identity(*one)) is same


def test_two_equal_findings_need_two_waivers() -> None:
    twice = f"{HEAD}\n\n{LEAD}\n\nWe leverage bread.\n\n{MORE}\n\nWe leverage bread.\n"
    first = check("draft.txt", twice)
    assert len(first.findings) == 3
    waive(first, 1)
    waived = [finding.waived is not None for finding in check("draft.txt", twice).findings]
    assert waived == [False, True, False]


def test_a_rule_that_was_not_run_says_nothing_about_its_waivers(house: Path) -> None:
    waive(check("draft.txt"))
    changed = TEXT.replace("leverage", "use")
    assert check("draft.txt", changed, select=("doubled-word",)).notices == ()
    (house / "prlint.yaml").write_text(
        "rules: {paths: [ours.yaml], select: [house-word], severity: {house-word: off}}\n"
    )
    assert check("draft.txt", TEXT).notices == ()


def test_a_waiver_of_no_rule_says_so() -> None:
    waive(check("draft.txt"))
    text = Path(file.NAME).read_text().replace("rule: house-word", "rule: hosue-word")
    Path(file.NAME).write_text(text)
    report = check("draft.txt")
    assert only(report).waived is None
    assert report.notices == ("prlint-waivers.yaml:4: there is no rule `hosue-word`",)


def test_where_the_file_is_found(house: Path) -> None:
    first = check("drafts/new/draft.txt")
    # Beside prlint.yaml, and not where the draft lies.
    waive(first, at="drafts/new/prlint-waivers.yaml")
    assert only(check("drafts/new/draft.txt")).waived is None
    waive(first)
    assert only(check("drafts/new/draft.txt")).waived is not None
    # Without a prlint.yaml, the nearest one upwards.
    (house / "prlint.yaml").unlink()
    (house / file.NAME).unlink()
    wishes = {"rules": ("ours.yaml",), "select": ("house-word",)}
    assert only(check("drafts/new/draft.txt", **wishes)).waived is not None
    Path("drafts/new/prlint-waivers.yaml").rename("drafts/prlint-waivers.yaml")
    assert only(check("drafts/new/draft.txt", **wishes)).waived is not None


ENTRY = {
    "rule": "house-word",
    "fingerprint": "0" * 64,
    "quote": "leverage",
    "sentence": "We leverage.",
    "reason": "agreed",
    "by": "Maria Delgado",
    "on": "2026-03-02",
    "release": "{}",
}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"reason": ""}, "p:8:5: `reason` has no value\n"),
        ({"until": "2026-02-30"}, "p:12:12: `until` is not a date: `2026-02-30`\n"),
        ({"scope": "isuer"}, "p:12:12: `scope` cannot be `isuer`\n"),
        ({"unitl": "2026-06-30"}, "p:12:5: unknown key `unitl` in `waivers`\n"),
        ({"fingerprint": "abc123"}, "p:5:18: `fingerprint` is not a fingerprint\n"),
        ({"by": None}, "p:4:5: `` has an entry without `by`\n"),
    ],
)
def test_a_mistake_in_the_file_is_shown_with_its_line(changed: dict[str, str | None], said: str) -> None:
    lines = [f"    {key}: {value}".rstrip() for key, value in {**ENTRY, **changed}.items() if value is not None]
    lines[0] = f"  - {lines[0].strip()}"
    with pytest.raises(RuleError) as problem:
        file.parse("\n".join(["# ours", "schema: prlint-waivers/1", "waivers:", *lines]), "p")
    assert str(problem.value).startswith(said.replace("`` has", "`waivers` has"))


def test_a_broken_file_waives_nothing_and_fails_the_run() -> None:
    waive(check("draft.txt"))
    with Path(file.NAME).open("a") as stream:
        stream.write("  - rule: house-word\n")
    report = check("draft.txt")
    assert [finding.waived for finding in report.findings] == [None]
    (error,) = report.errors
    assert (error.kind, error.document, error.line) == ("configuration", "prlint-waivers.yaml", 17)


def test_what_a_person_wrote_in_the_file_stays() -> None:
    text = f"""\
# Decisions of the disclosure committee.
schema: prlint-waivers/1   # do not change
waivers:
  # Asked for by the partner; see the minutes of March 1.
  - rule: house-word
    fingerprint: {"0" * 64}
    quote: "leverage"
    sentence: 'We leverage.'
    reason: agreed   # until they change it
    by: Maria Delgado
    on: 2026-03-01
    scope: issuer
    release: {{}}
"""
    Path(file.NAME).write_text(text)
    waive(check("draft.txt"))
    now = Path(file.NAME).read_text()
    assert now.startswith(text)
    first, second = file.load(file.NAME)
    assert (first.scope, second.scope) == ("issuer", "release")
    assert write.removed(now, file.NAME, {second.line}) == text
    without = write.removed(now, file.NAME, {first.line})
    assert [one.fingerprint for one in file.parse(without)] == [second.fingerprint]
    assert without.startswith("# Decisions of the disclosure committee.\nschema: prlint-waivers/1   # do not change\n")


TEXTS = st.text(min_size=1, max_size=40).filter(lambda text: text.strip())
DAYS = st.dates().map(lambda day: day.isoformat())


@settings(max_examples=60)
@given(
    quotes=st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
    sentence=TEXTS,
    reason=TEXTS,
    by=TEXTS,
    on=DAYS,
    until=DAYS | st.just(""),
    scope=st.sampled_from(SCOPES),
    release=st.tuples(TEXTS, DAYS, TEXTS),
)
def test_whatever_is_written_can_be_read_again(release: tuple[str, str, str], **parts: Any) -> None:
    waiver = Waiver(rule="house-word", fingerprint="a" * 64, message="", release=Identity(*release), **parts)
    text = write.added("", "p", [waiver])
    (read,) = file.parse(text)
    assert (read.rule, read.on, read.until, read.scope) == (waiver.rule, waiver.on, waiver.until, waiver.scope)
    assert len(read.quotes) == len(waiver.quotes)
    assert write.added(write.added("", "p", [read]), "p", []) == write.added("", "p", [read])
    assert file.parse(write.added("", "p", [read])) == (read,)
