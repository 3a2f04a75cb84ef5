"""Annotations of GitHub Actions: one workflow command a finding, which the run's page and the changed files show.

Each names its place in its text as well, because the log shows nothing else.
Findings of severities that are not shown, and waived ones, are counted at the
end; `--show waived` annotates those as notices. A rule on trial never annotates an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.report import waived_said
from prlint.text.terminal import printable
from prlint.text.uris import file_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.finding import Finding
    from prlint.report import Options, Report, RunError

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, options: Options) -> str:
    """Returns the commands; what is wrong with the run comes first. Nothing where there is nothing to say."""
    lines = [_error(error) for error in report.errors]
    waived = hidden = 0
    for finding in report.findings:
        if finding.waived is not None and "waived" not in options.details:
            waived += 1
        elif finding.waived is None and finding.severity not in options.shown:
            hidden += 1
        else:
            lines.append(_finding(finding))
    counts = [f"{count} {word}" for count, word in ((waived, "waived"), (hidden, "not shown (--show info)")) if count]
    if counts and options.remarks != "none":
        lines.append(_command("notice", {"title": "prlint"}, f"findings: {', '.join(counts)}"))
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding) -> str:
    level = "warning" if finding.severity == "error" and finding.status != "stable" else _LEVELS[finding.severity]
    waived = finding.waived
    if waived is not None:
        level = "notice"
    trial = "" if finding.status == "stable" else f" [{finding.status} rule]"
    where: dict[str, object] = {"file": file_of(finding.document)}
    places = finding.places
    named = finding.document
    if places:
        start, end = places[0].start, places[0].end
        named += f":{start.named}" if start.named[0].isdecimal() else f", {start.named}"
        # Pages and paragraphs have no lines that the page of a run could show.
        if start.page is None and start.paragraph is None:
            where.update(line=start.line, endLine=end.line)
            # Columns are only understood within one line.
            if start.line == end.line:
                where.update(col=start.column, endColumn=end.column)
    where["title"] = f"{finding.rule}{trial}"
    said = [f"{named}: {finding.message}"]
    if waived is not None:
        said.append(waived_said(waived))
    if len(places) > 1:
        said.append(f"also at {', '.join(place.start.named for place in places[1:])}")
    said += [f"because: {evidence.said}" for evidence in finding.evidence]
    if finding.review:
        said.append(f"review: {finding.review}")
    return _command(level, where, "\n".join(printable(line) for line in said))


def _error(error: RunError) -> str:
    where: dict[str, object] = {}
    if error.document:
        where["file"] = file_of(error.document)
        if error.line:
            where["line"] = error.line
            if error.column:
                where["col"] = error.column
    where["title"] = f"prlint: {error.kind}"
    return _command("error", where, printable(f"{error.where}: {error.message}" if error.where else error.message))


def _command(name: str, properties: Mapping[str, object], text: str) -> str:
    """Returns a workflow command; `text` may have lines, all else in it is printable."""
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(text)}"


def _data(text: str) -> str:
    """Escapes as the runner reads it back: its toolkit's `escapeData`."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escapes as the runner reads it back: its toolkit's `escapeProperty`."""
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
