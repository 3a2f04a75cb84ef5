"""One line a finding, `path:line:column: severity rule: message`, for editors and grep.

Findings of severities that are not shown are left out, and waived ones unless
they are asked for. All but the first place of a finding are left out as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.report import short_fingerprint, waived_how
from prlint.text.terminal import printable

if TYPE_CHECKING:
    from prlint.report import Options, Report


def render(report: Report, options: Options) -> str:
    """Returns the lines, in the report's order; nothing where there is no finding."""
    lines = []
    for finding in report.findings:
        if finding.severity not in options.shown or (finding.waived is not None and "waived" not in options.details):
            continue
        start = finding.places[0].start if finding.places else None
        where = f"{start.line}:{start.column}" if start else "1:1"
        trial = "" if finding.status == "stable" else f" [{finding.status}]"
        name = f" ({short_fingerprint(finding, report)})" if "fingerprint" in options.details else ""
        waived = f" [{waived_how(finding.waived)}]" if finding.waived is not None else ""
        said = f"{finding.severity} {finding.rule}: {finding.message}{trial}{waived}{name}"
        lines.append(f"{finding.document}:{where}: {said}")
    return "".join(printable(line) + "\n" for line in lines)
