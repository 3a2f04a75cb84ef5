"""The report for people, in a terminal's width.

A release, its findings, errors first; under each finding the line it stands
in, what proves it, and what to do. A paragraph is one line of a thousand
characters, so a part of it is shown, ¶ where a paragraph was broken, with
carets under the place. Positions are line and column of the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import SEVERITIES
from prlint.report import short_fingerprint, waived_because
from prlint.reporters.text.alike import common, grouped, wording
from prlint.reporters.text.closing import closing
from prlint.text.excerpt import excerpt
from prlint.text.shortpaths import short_paths
from prlint.text.terminal import clip, printable, width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.document import Document
    from prlint.finding import Evidence, Finding, Place, Point
    from prlint.report import DocumentInfo, Options, Report

#: Columns of the positions, and where text begins behind them.
_MARGIN = 8
_INDENT = _MARGIN + 2
_LABEL = 9  # "because: ", "review:  ", "fix:     "

#: More places, pieces of evidence or edits than this are counted, not shown.
_MOST_PLACES = 12
_MOST_EVIDENCE = 4

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "waived": "2",
    "path": "1",
    "rule": "1",
    "quiet": "2",
    "label": "2",
}


def render(report: Report, options: Options) -> str:
    """Returns the whole report; what it holds of a draft cannot steer the terminal."""
    return _Page(report, options).text()


class _Page:
    """One report being laid out."""

    def __init__(self, report: Report, options: Options) -> None:
        self._report = report
        self._options = options
        self._width = max(options.width, 40)
        self._short = short_paths(_paths(report))
        self._lines: list[str] = []

    def text(self) -> str:
        shown = [f for f in self._report.findings if f.severity in self._options.shown]
        visible = [f for f in shown if f.waived is None]
        waived = [f for f in shown if f.waived is not None] if "waived" in self._options.details else []
        by_document: dict[str, list[Finding]] = {}
        # What somebody decided to live with comes last.
        for finding in [*sorted(visible, key=lambda f: SEVERITIES.index(f.severity)), *waived]:
            by_document.setdefault(finding.document, []).append(finding)
        for info in self._report.documents:
            found = by_document.get(info.path)
            # A release without findings is only counted at the end.
            if found:
                self._release(info, found)
        if self._options.remarks != "none":
            self._closing(visible)
        return "".join(f"{line}\n" for line in self._lines)

    # One release

    def _release(self, info: DocumentInfo, findings: Sequence[Finding]) -> None:
        path = printable(info.path)
        facts = [info.date or "no date", self._issuer(info)]
        if info.as_of and info.as_of != info.date:
            facts.insert(1, f"as of {info.as_of}")
        behind = "   ".join(fact for fact in facts if fact)
        self._lines.append("")
        if width(path) + 3 + width(behind) <= self._width:
            self._lines.append(f"{self._styled(path, 'path')}   {behind}")
        else:
            self._lines += [self._styled(path, "path"), f"  {clip(behind, self._width - 2)}"]
        document = info.release.document if info.release else None
        numbered = "fingerprint" in self._options.details
        for group in [[finding] for finding in findings] if numbered else grouped(findings):
            self._finding(group, document)

    def _issuer(self, info: DocumentInfo) -> str:
        release = info.release
        if not release or not release.ticker:
            return printable(info.issuer or "")
        listed = f"{release.exchange}:{release.ticker}" if release.exchange else release.ticker
        return printable(f"{info.issuer} ({listed})" if info.issuer else f"({listed})")

    # One finding, or several that say the same

    def _finding(self, group: Sequence[Finding], document: Document | None) -> None:
        first = group[0]
        shared, notes = common(group)
        message = shared + (f" ({len(group)} findings)" if len(group) > 1 else "")
        if first.status != "stable":
            message += f" [{first.status} rule]"
        if "fingerprint" in self._options.details:
            message += f" ({short_fingerprint(first, self._report)})"
        label = first.severity if first.waived is None else "waived"
        head = f"  {label:<7}  {first.rule}   "
        hanging = _INDENT + 1
        lines = wrap(message.split(" "), self._width - hanging, first=len(head) - hanging)
        styled = f"  {self._styled(f'{label:<7}', label)}  {self._styled(first.rule, 'rule')}   "
        self._lines += ["", (styled + lines[0]).rstrip(), *(" " * hanging + line for line in lines[1:])]
        for finding, note in zip(group, notes, strict=True):
            self._places(finding, document, note)
        self._because(first)
        same = len({wording(finding.suggestion) for finding in group}) == 1
        self._advice(first, "" if not same else wording(first.suggestion))
        if first.waived is not None:
            self._labelled("waived:", printable(waived_because(first.waived)))

    def _places(self, finding: Finding, document: Document | None, note: str) -> None:
        first = finding.places[0]
        room = self._width - _INDENT
        if document is None:
            line, at, marked = clip(printable(first.quote), room), 0, min(width(printable(first.quote)), room)
        else:
            line, at, marked = excerpt(document, first.start.offset, first.end.offset, room)
        self._lines.append(self._margin(first.start) + line)
        also = _also(finding.places) or note
        # A broken paragraph is marked by its ¶; carets under it would say the same again.
        carets = "" if "¶" in first.quote else " " * at + "^" * marked
        if not (carets or also):
            return
        beside = f"{carets}  {also}" if carets else also
        if also and width(beside) > room:
            if carets:
                self._lines.append(" " * _INDENT + self._styled(carets, finding.severity))
            self._lines += [" " * _INDENT + part for part in wrap(also.split(" "), room)]
        else:
            shown = self._styled(carets, finding.severity) + ("  " if carets and also else "") + also
            self._lines.append(" " * _INDENT + shown)

    def _because(self, finding: Finding) -> None:
        pieces: list[tuple[Point | None, str]] = []
        quoted: dict[tuple[str, str], int] = {}
        for evidence in finding.evidence:
            key = (evidence.quote, evidence.note)
            here = evidence.document == finding.document
            if evidence.quote and key in quoted:
                # The same words elsewhere: only where they stand.
                index = quoted[key]
                point, said = pieces[index]
                pieces[index] = (point, f"{said}; {self._where(evidence, here)}")
                continue
            quoted[key] = len(pieces)
            pieces.append((evidence.start if here else None, self._evidence(evidence, here)))
        shown = pieces[:_MOST_EVIDENCE]
        if len(pieces) > _MOST_EVIDENCE:
            shown.append((None, f"and {len(pieces) - _MOST_EVIDENCE} more"))
        for i, (point, said) in enumerate(shown):
            self._labelled("because:" if i == 0 else "", said, point)

    def _evidence(self, evidence: Evidence, here: bool) -> str:
        note = printable(evidence.note)
        if not evidence.quote:
            return note
        said = f'"{clip(printable(evidence.quote), 2 * self._width - 40)}"'
        if not here:
            said += f", {self._where(evidence, here)}"
        return f"{said}; {note}" if note else said

    def _where(self, evidence: Evidence, here: bool) -> str:
        point = f"{evidence.start.line}:{evidence.start.column}" if evidence.start else ""
        if here:
            return point
        name = self._short.get(evidence.document or "", "")
        where = ":".join(part for part in (name, point) if part)
        return f"{where} ({evidence.date})" if evidence.date else where

    def _advice(self, finding: Finding, instead: str) -> None:
        suggestion = finding.suggestion
        advice = printable(finding.advice)
        if suggestion is None:
            if advice:
                self._labelled("review:", advice)
            return
        said = instead or advice
        # What is safe is so by the engine's promise, and the words say what it does to the text.
        if suggestion.safety == "safe":
            self._labelled("fix:", f"{said} (safe)" if said else "safe")
        elif said:
            self._labelled("review:", said)

    def _labelled(self, label: str, said: str, point: Point | None = None) -> None:
        lines = wrap(said.split(" "), self._width - _INDENT - _LABEL)
        lead = self._styled(f"{label:<{_LABEL}}", "label") if label else " " * _LABEL
        self._lines.append(self._margin(point) + lead + lines[0])
        self._lines += [" " * (_INDENT + _LABEL) + line for line in lines[1:]]

    # The end

    def _closing(self, visible: Sequence[Finding]) -> None:
        if self._lines:
            self._lines.append("")
        for paragraph in closing(self._report, visible, self._options):
            first, *rest = wrap(paragraph.split(" "), self._width)
            hanging = wrap(" ".join(rest).split(" "), self._width - 2) if rest else []
            self._lines += [first, *(f"  {part}" for part in hanging)]

    # Small things

    def _margin(self, point: Point | None) -> str:
        position = f"{point.line}:{point.column}" if point else ""
        return self._styled(f"{position:>{_MARGIN}}", "quiet") + "  "

    def _styled(self, text: str, style: str) -> str:
        if not (self._options.colour and text.strip()):
            return text
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _also(places: Sequence[Place]) -> str:
    """Returns the places after the first: positions, with their words where those are others."""
    if len(places) < 2:
        return ""
    first = _folded(places[0].quote)
    said = []
    for place in places[1 : 1 + _MOST_PLACES]:
        position = f"{place.start.line}:{place.start.column}"
        quote = _folded(place.quote)
        if quote not in first and first not in quote:
            position += f' "{clip(printable(place.quote), 60)}"'
        said.append(position)
    more = len(places) - 1 - len(said)
    return "also " + " ".join(said) + (f" and {more} more" if more else "")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _paths(report: Report) -> list[str]:
    named = [info.path for info in report.documents]
    named += [e.document for finding in report.findings for e in finding.evidence if e.document]
    return list(dict.fromkeys(named))
