"""GitHub's annotations, GitLab's code quality and JUnit: what their readers make of them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from lxml import etree

from prlint.finding import Evidence
from prlint.report import Options, RunError
from prlint.reporters import github, gitlab, junit
from tests.reporters import made

if TYPE_CHECKING:
    from prlint.report import Report

HOSTILE = [
    "\n::error::two",
    "\r",
    "\x00\x07",
    "\x1b[2J",
    "\u202e",
    "\ud800",
    "\ufffe",
    "]]>",
    "%0A::error::x",
    "<b>&'\"",
]
WAIVER = {"reason": "agreed <with> them", "by": "M. Delgado", "until": "2026-06-30"}


def everything(**changed: Any) -> Report:
    """Returns a report with a finding of each sort."""
    draft = made.release()
    old = made.release("Ardenta Therapeutics, Inc. said so.\n", "releases/old.txt", "2025-09-15")
    where = made.places(draft.document, "Ardenda")
    broken = made.place(draft.document, where[0].start.offset, where[1].start.offset)
    proof = (
        made.evidence(old.document, "Ardenta Therapeutics, Inc.", "2025-09-15", "legal name"),
        Evidence(None, None, None, None, "", "the profile says so"),
    )
    findings = [
        made.finding(where, evidence=proof, suggestion=made.suggestion(where, "Ardenta"), fingerprint="1" * 64),
        made.finding([broken], severity="warning", message="a paragraph ends here", fingerprint="2" * 64),
        made.finding(where, status="trial", message="on trial", fingerprint="3" * 64),
        made.finding(where, severity="info", message="a note", fingerprint="4" * 64),
        made.finding(where, waived=WAIVER, message="known", fingerprint="5" * 64),
    ]
    errors = [RunError("unreadable-input", "cannot be read", "drafts/y.docx")]
    return made.report([draft], **{"findings": findings, "errors": errors, **changed})


class Annotation(NamedTuple):
    level: str
    properties: dict[str, str]
    text: str


def annotations(output: str) -> list[Annotation]:
    """Reads workflow commands as the runner does: a command begins a line, and every line here is one."""
    found = []
    for line in re.split(r"\r\n|\r|\n", output.removesuffix("\n")) if output else []:
        command = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
        assert command, line
        pairs = [pair.split("=", 1) for pair in command[2].split(",")]
        found.append(Annotation(command[1], {key: _back(value) for key, value in pairs}, _back(command[3])))
    return found


def _back(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_github_annotates_each_finding_with_all_that_is_known() -> None:
    error, first, broken, trial, counted = annotations(github.render(everything(), Options()))
    assert error.level == "error"
    assert error.properties == {"file": "drafts/y.docx", "title": "prlint: unreadable-input"}
    assert first == Annotation(
        "error",
        {
            "file": "drafts/2026-03-02.txt",
            "line": "5",
            "endLine": "5",
            "col": "174",
            "endColumn": "181",
            "title": "company-name-variant",
        },
        "drafts/2026-03-02.txt:5:174: two spellings of one name\n"
        "also at 7:20, 7:47\n"
        'because: "Ardenta Therapeutics, Inc.", releases/old.txt:1:1 (2025-09-15); legal name\n'
        "because: the profile says so\n"
        'review: "Ardenta"',
    )
    # Columns are only understood within one line.
    assert (broken.properties["line"], broken.properties["endLine"], "col" in broken.properties) == ("5", "7", False)
    assert (trial.level, trial.properties["title"]) == ("warning", "company-name-variant [trial rule]")
    assert (counted.level, counted.text) == ("notice", "findings: 1 waived, 1 not shown (--show info)")


def test_github_shows_notes_where_they_are_asked_for_and_says_nothing_of_a_clean_draft() -> None:
    shown = annotations(github.render(everything(), Options(shown=("error", "warning", "info"))))
    assert [one.level for one in shown] == ["error", "error", "warning", "warning", "notice", "notice"]
    assert github.render(made.report([made.release()], []), Options()) == ""


def test_github_shows_waived_findings_as_notices_where_they_are_asked_for() -> None:
    *_, known, _ = annotations(github.render(everything(), Options(details=("waived",))))
    assert known.level == "notice"
    assert "\nwaived: agreed <with> them (M. Delgado, until 2026-06-30)\n" in known.text
    quiet = annotations(github.render(everything(), Options(remarks="none")))
    assert [one.level for one in quiet] == ["error", "error", "warning", "warning"]


@pytest.mark.parametrize(
    ("waived", "said"),
    [
        ({"reason": "stood in old.txt already", "against": "old.txt"}, "stood in old.txt already"),
        ({"reason": "stood when it was written", "baseline": "b.json"}, "in the baseline"),
        ({"reason": "agreed", "comment": "line 4"}, "waived: agreed (line 4)"),
    ],
)
def test_junit_says_by_what_a_finding_is_waived(waived: dict[str, str], said: str) -> None:
    draft = made.release()
    finding = made.finding(made.places(draft.document, "Ardenda"), waived=waived)
    ((_, case),) = suites(made.report([draft], [finding]))
    assert case[0].get("message") == said


def test_github_has_no_lines_where_the_file_has_none() -> None:
    draft = made.release(path="a,b:c.docx")
    place = made.places(draft.document, "Ardenda")[0]
    start, end = (point._replace(paragraph=4) for point in (place.start, place.end))
    (one,) = annotations(
        github.render(made.report([draft], [made.finding([place._replace(start=start, end=end)])]), Options())
    )
    assert one.properties == {"file": "a,b:c.docx", "title": "company-name-variant"}
    assert one.text.startswith("a,b:c.docx, paragraph 4: two spellings")


def test_gitlab_has_what_it_asks_for_and_nothing_waived() -> None:
    found = json.loads(gitlab.render(everything(), Options()))
    assert [one["severity"] for one in found] == ["critical", "major", "minor", "minor"]
    for one in found:
        assert {"description", "check_name", "fingerprint", "severity", "location"} == set(one)
        assert re.fullmatch(r"[\da-f]{64}", one["fingerprint"])
    assert found[1] == {
        "description": "company-name-variant: two spellings of one name",
        "check_name": "company-name-variant",
        "fingerprint": found[1]["fingerprint"],
        "severity": "major",
        "location": {"path": "drafts/2026-03-02.txt", "lines": {"begin": 5, "end": 5}},
    }
    assert found[2]["location"]["lines"] == {"begin": 5, "end": 7}
    assert found[3]["description"].endswith("[trial rule]")
    assert "known" not in str(found)
    assert gitlab.render(made.report([made.release()], []), Options()) == "[]\n"


def test_gitlab_tells_the_same_finding_in_two_drafts_apart_and_knows_it_again_whatever_else_is_checked() -> None:
    drafts = [made.release(path=path) for path in ("./drafts/a.txt", "drafts/b.txt")]
    findings = [made.finding(made.places(draft.document, "Ardenda")) for draft in drafts]
    a, b = json.loads(gitlab.render(made.report(drafts, findings), Options()))
    assert a["fingerprint"] != b["fingerprint"]
    assert a["location"]["path"] == "drafts/a.txt"
    (alone,) = json.loads(gitlab.render(made.report(drafts[1:], findings[1:]), Options()))
    assert alone == b


def test_gitlab_says_page_or_paragraph_where_the_file_has_no_lines() -> None:
    draft = made.release(path="a.pdf")
    place = made.places(draft.document, "Ardenda")[0]
    start, end = (point._replace(page=2) for point in (place.start, place.end))
    (one,) = json.loads(
        gitlab.render(made.report([draft], [made.finding([place._replace(start=start, end=end)])]), Options())
    )
    assert one["description"].endswith("(page 2)")
    assert one["location"]["lines"] == {"begin": 1, "end": 1}


def suites(report: Report, options: Options = Options()) -> Any:  # noqa: B008 - an immutable tuple
    """Reads the document, and holds its counts against its tests."""
    root = etree.fromstring(junit.render(report, options).encode())
    for part in (root, *root):
        for name, path in (
            ("tests", ".//testcase"),
            ("failures", ".//failure"),
            ("errors", ".//error"),
            ("skipped", ".//skipped"),
        ):
            if part is not root or name != "skipped":
                assert part.get(name) == str(len(part.findall(path)))
    return root


def test_junit_has_a_suite_for_each_draft_and_a_test_for_each_finding() -> None:
    run, draft = suites(everything())
    assert (run.get("name"), run[0][0].tag, run[0][0].get("type")) == ("prlint", "error", "unreadable-input")
    assert (draft.get("name"), draft.get("file")) == ("drafts/2026-03-02.txt", "drafts/2026-03-02.txt")
    read, first, broken, trial, known = draft
    assert (read.get("name"), read[0].tag) == ("was read and checked", "system-out")
    assert dict(first.attrib) == {
        "name": "company-name-variant: two spellings of one name",
        "classname": "drafts.2026-03-02_txt",
    }
    assert (first[0].tag, first[0].get("type")) == ("failure", "error")
    assert first[0].text.splitlines() == [
        "error company-name-variant: two spellings of one name",
        "at 5:174, 7:20, 7:47: Ardenda",
        'because: "Ardenta Therapeutics, Inc.", releases/old.txt:1:1 (2025-09-15); legal name',
        "because: the profile says so",
        'review: "Ardenta"',
    ]
    # Below --fail-on, and of a rule on trial: seen, and no failure.
    assert [broken[0].tag, trial[0].tag] == ["system-out", "system-out"]
    assert (known[0].tag, known[0].get("message")) == (
        "skipped",
        "waived: agreed <with> them (M. Delgado, until 2026-06-30)",
    )


def test_junit_has_only_what_strict_readers_know() -> None:
    """The attributes that the schema of Jenkins' xUnit plug-in allows (junit-10.xsd), and the elements in their places."""
    allowed = {
        "testsuites": {"name", "time", "tests", "failures", "errors"},
        "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname", "id", "file"},
        "testcase": {"name", "classname", "time"},
        **{name: {"type", "message"} for name in ("failure", "error", "skipped")},
        "system-out": set(),
    }
    inside = {None: "testsuites", "testsuites": "testsuite", "testsuite": "testcase"}
    for element in suites(everything()).iter():
        assert set(element.attrib) <= allowed[element.tag]
        above = element.getparent()
        tag = None if above is None else above.tag
        assert inside.get(tag, element.tag) == element.tag


@pytest.mark.parametrize(
    ("options", "failed"),
    [
        (Options(), 1),
        (Options(fail_on="warning"), 2),
        (Options(fail_on="info"), 3),
        (Options(fail_on="never"), 0),
        (Options(by_document={"drafts/2026-03-02.txt": "never"}), 0),
    ],
)
def test_junit_fails_what_fails_the_run(options: Options, failed: int) -> None:
    assert suites(everything(errors=()), options).get("failures") == str(failed)


def test_junit_knows_a_test_again_by_a_name_without_lines_and_tells_equal_ones_apart() -> None:
    draft = made.release()
    findings = [made.finding([place]) for place in made.places(draft.document, "Ardenda")]
    names = [case.get("name") for case in suites(made.report([draft], findings))[0]][1:]
    name = "company-name-variant: two spellings of one name"
    assert names == [name, f"{name} (2)", f"{name} (3)"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_of_a_draft_escapes(hostile: str) -> None:
    draft = made.release(path=f"drafts/a{hostile}b.txt")
    where = made.places(draft.document, "Ardenda")
    finding = made.finding(where, message=f"one{hostile}two", advice=f"do{hostile}it")
    report = made.report([draft], [finding], errors=[RunError("usage", f"x{hostile}y", f"f{hostile}g")])
    error, one = annotations(github.render(report, Options()))
    assert (error.level, one.level, one.properties["title"]) == ("error", "error", "company-name-variant")
    assert all(line.isprintable() for annotation in (error, one) for line in annotation.text.split("\n"))
    assert f"review: do{hostile}it".isprintable() is (f"review: do{hostile}it" in one.text.split("\n"))
    assert len(json.loads(gitlab.render(report, Options()))) == 2
    assert gitlab.render(report, Options()).isascii()
    run, suite = suites(report)
    assert len(run) == 1
    assert len(suite) == 2
    assert junit.render(report, Options()).isascii()


@pytest.mark.parametrize("reporter", [github, gitlab, junit])
def test_one_report_is_always_the_same_bytes(reporter: Any) -> None:
    first = reporter.render(everything(), Options())
    assert first == reporter.render(everything(), Options(colour=True, width=40))
