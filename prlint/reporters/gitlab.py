"""GitLab's Code Quality report, which a merge request shows as what it brought and what it mended.

GitLab tells findings apart by their fingerprint alone, so it is made of ours
and of the path: two drafts may say the same wrong thing. Findings of severities
that are not shown, and waived ones, are left out. A file without lines is shown
at its first, and the text says page or paragraph. What kept the run from being
complete is in it too: a draft that could not be read must not look mended.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from prlint.digest import sha256
from prlint.text.terminal import printable
from prlint.text.uris import file_of

if TYPE_CHECKING:
    from prlint.finding import Finding
    from prlint.report import Options, Report, RunError

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, options: Options) -> str:
    """Returns the report, an array; `[]` where there is nothing to show."""
    errors = [_error(error) for error in report.errors]
    findings = [_finding(one) for one in report.findings if one.waived is None and one.severity in options.shown]
    return json.dumps([*errors, *findings], indent=1) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    begin = end = 1
    said = f"{finding.rule}: {finding.message}"
    if finding.places:
        start = finding.places[0].start
        if start.page is None and start.paragraph is None:
            begin, end = start.line, finding.places[0].end.line
        else:
            said += f" ({start.named})"
    # A rule on trial never ranks with those that fail a build.
    stable = finding.status == "stable"
    severity = _SEVERITIES[finding.severity] if stable or finding.severity != "error" else "minor"
    return {
        "description": printable(said if stable else f"{said} [{finding.status} rule]"),
        "check_name": finding.rule,
        "fingerprint": _hash(finding.fingerprint, finding.document),
        "severity": severity,
        "location": {"path": _path(finding.document), "lines": {"begin": begin, "end": end}},
    }


def _error(error: RunError) -> dict[str, Any]:
    # GitLab leaves out what has no place; the profile is where a run is set up.
    line = error.line or 1
    return {
        "description": printable(f"{error.kind}: {error.message}"),
        "check_name": f"prlint-{error.kind}",
        "fingerprint": _hash(error.kind, error.rule or "", error.message, error.document or ""),
        "severity": "critical",
        "location": {"path": _path(error.document or "prlint.yaml"), "lines": {"begin": line, "end": line}},
    }


def _path(document: str) -> str:
    return file_of(document).encode("utf-8", "replace").decode("utf-8")


def _hash(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
