"""The end of the report: how many findings there are, what is in order, what cannot be told, and what to know of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import SEVERITIES
from prlint.report import waived_how
from prlint.text.terminal import clip, counted, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prlint.finding import Finding
    from prlint.report import Options, Report

#: More remarks than this are counted, not shown.
_MOST_CONSISTENT = 12
_MOST_NOTICES = 6
_LONGEST_ABOUT = 60

_WORDS = {"error": "error", "warning": "warning", "info": "note"}


def closing(report: Report, visible: Sequence[Finding], options: Options) -> Iterator[str]:
    """Yields the paragraphs, of whatever length; `visible` are the findings shown, but for waived ones."""
    if report.documents or not report.errors:
        yield _counts(report, visible, options)
    consistent = _consistent(report, options)
    if consistent:
        yield "Consistent: " + "; ".join(consistent)
    untold = [f"{one.rule} (needs {', '.join(one.needs)})" for one in report.examined if one.cannot_tell and one.needs]
    if untold:
        yield "Cannot tell: " + "; ".join(untold)
    for notice in _first([printable(notice) for notice in report.notices], _MOST_NOTICES, options):
        yield "Note: " + notice
    if report.errors:
        yield f"The run is not complete: {counted(len(report.errors), 'error')} of the run itself"


def _counts(report: Report, visible: Sequence[Finding], options: Options) -> str:
    said = [counted(getattr(report.summary, s), _WORDS[s]) for s in options.shown if getattr(report.summary, s)]
    on_trial = sum(finding.status != "stable" for finding in visible)
    if on_trial:
        said.append("1 finding of a rule on trial" if on_trial == 1 else f"{on_trial} findings of rules on trial")
    line = f"{', '.join(said) or 'Nothing to report'} in {counted(len(report.documents), 'release')}"
    for how, count in _waived(report.findings).items():
        line += f"; {count} {how}"
    for severity in SEVERITIES:
        hidden = sum(f.waived is None and f.severity == severity for f in report.findings)
        if hidden and severity not in options.shown:
            line += f"; {counted(hidden, _WORDS[severity])} hidden (--show {severity})"
    return line


def _waived(findings: Iterable[Finding]) -> dict[str, int]:
    """Returns how many findings are waived, by how."""
    counts: dict[str, int] = {}
    for finding in findings:
        if finding.waived is not None:
            how = printable(waived_how(finding.waived))
            counts[how] = counts.get(how, 0) + 1
    return {how: counts[how] for how in sorted(counts, key=lambda how: (how != "waived", how))}


def _consistent(report: Report, options: Options) -> list[str]:
    """Returns what is said to be in order, rule by rule; where that is too much, each rule's first before any second."""
    said: dict[str, tuple[int, int]] = {}
    for i, one in enumerate(report.examined):
        for rank, about in enumerate(one.about):
            said.setdefault(clip(printable(about), _LONGEST_ABOUT), (rank, i))
    kept = set(_first(sorted(said, key=lambda about: said[about]), _MOST_CONSISTENT, options))
    more = [about for about in kept if about not in said]
    return [*(about for about in said if about in kept), *more]


def _first(said: Sequence[str], most: int, options: Options) -> list[str]:
    """Returns the first of several remarks, and how many there are besides; all where all are asked for."""
    if options.remarks == "all" or len(said) <= most:
        return list(said)
    return [*said[: most - 1], f"and {len(said) - most + 1} more"]
