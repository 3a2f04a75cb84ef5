"""JUnit XML, for dashboards that show tests: each draft is a suite, each finding a test of it.

A test is named by rule and message, never by a line, so that a dashboard knows
it again in the next run. It fails where the finding fails the run, is skipped
where it is waived, and passes with the finding in its output otherwise. Each
draft has one test more, which passes when it was read: a clean draft is seen to
have been checked. Findings of severities that are not shown are left out, unless
they fail the run. What kept the run from being complete is an error of the suite `prlint`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.report import fails, waived_said
from prlint.text.terminal import printable
from prlint.text.uris import file_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.finding import Finding
    from prlint.report import DocumentInfo, Options, Report, RunError


class _Case(NamedTuple):
    """A test: its name, and what became of it (`failure`, `error`, `skipped`, or empty for passed)."""

    name: str
    outcome: str = ""
    type: str = ""
    message: str = ""
    lines: tuple[str, ...] = ()


def render(report: Report, options: Options) -> str:
    """Returns the document; the same report is always the same bytes (no times, no machine names)."""
    suites = [("prlint", "", [_error(error) for error in report.errors])] if report.errors else []
    for info in report.documents:
        cases = [_read(info)]
        for finding in report.findings:
            if finding.document == info.path:
                failed = fails(finding, options.fail_on, options.by_document)
                if failed or finding.waived is not None or finding.severity in options.shown:
                    cases.append(_finding(finding, failed))
        suites.append((info.path, file_of(info.path), _told_apart(cases)))
    counts = _counts([case for _, _, cases in suites for case in cases])
    # The readers that hold a report to a schema know no count of the skipped ones here, and no files of tests.
    del counts["skipped"]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites{_attributes({'name': 'prlint', **counts})}>"]
    for name, file, cases in suites:
        where = {"file": file} if file else {}
        lines.append(f"  <testsuite{_attributes({'name': name, **_counts(cases), **where})}>")
        for case in cases:
            lines += _test(case, _class(name))
        lines.append("  </testsuite>")
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _read(info: DocumentInfo) -> _Case:
    dated = f", dated {info.date}" if info.date else ", without a date"
    return _Case("was read and checked", lines=(f"{info.words} words{dated}",))


def _finding(finding: Finding, failed: bool) -> _Case:
    lines = [f"{finding.severity} {finding.rule}: {finding.message}"]
    if finding.places:
        lines.append(f"at {', '.join(place.start.named for place in finding.places)}: {finding.places[0].quote}")
    lines += [f"because: {evidence.said}" for evidence in finding.evidence]
    if finding.review:
        lines.append(f"review: {finding.review}")
    if finding.status != "stable":
        lines.append(f"the rule is {finding.status}: it fails no build")
    waived = finding.waived
    message = finding.message if waived is None else waived_said(waived)
    return _Case(
        f"{finding.rule}: {finding.message}",
        "skipped" if waived is not None else "failure" if failed else "",
        finding.severity,
        message,
        tuple(lines),
    )


def _error(error: RunError) -> _Case:
    said = f"{error.where}: {error.message}" if error.where else error.message
    return _Case(f"{error.kind}: {said}", "error", error.kind, error.message, (said,))


def _told_apart(cases: list[_Case]) -> list[_Case]:
    """Returns the tests, those of one name numbered in their order."""
    seen: dict[str, int] = {}
    told = []
    for case in cases:
        number = seen[case.name] = seen.get(case.name, 0) + 1
        told.append(case if number == 1 else case._replace(name=f"{case.name} ({number})"))
    return told


def _class(path: str) -> str:
    """Returns a name that dashboards part at its dots: folders, then the file."""
    return path.strip("./").replace(".", "_").replace("/", ".") or "prlint"


def _counts(cases: list[_Case]) -> dict[str, str]:
    def of(outcome: str) -> str:
        return str(sum(case.outcome == outcome for case in cases))

    return {"tests": str(len(cases)), "failures": of("failure"), "errors": of("error"), "skipped": of("skipped")}


def _test(case: _Case, class_: str) -> list[str]:
    begin = f"    <testcase{_attributes({'name': case.name, 'classname': class_})}>"
    body = "\n".join(_text(line) for line in case.lines)
    if not case.outcome:
        return [begin, f"      <system-out>{body}</system-out>", "    </testcase>"]
    about = {"message": case.message, **({} if case.outcome == "skipped" else {"type": case.type})}
    return [begin, f"      <{case.outcome}{_attributes(about)}>{body}</{case.outcome}>", "    </testcase>"]


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{_text(value)}"' for name, value in values.items())


def _text(text: str) -> str:
    """Escapes for XML, in ASCII; control characters, which it forbids, are shown by number."""
    shown = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return shown.encode("ascii", "xmlcharrefreplace").decode("ascii")
