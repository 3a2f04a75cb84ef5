"""Writes what was found into a copy of the draft and a page beside it, and opens the page.

For people who do not live in a terminal: draft.docx gives draft.reviewed.docx,
with a comment at each finding, and draft.review.html, the report to read and
sign. The draft itself is never changed. A PDF has a copy with notes; a draft in
another format only the page.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from prlint import annotate, console, inputs, registry
from prlint.cli import _reviewed
from prlint.cli._asked import add_evidence, add_rules, complain, wishes
from prlint.cli._options import one_of, words
from prlint.console import Failure
from prlint.finding import SEVERITIES
from prlint.report import FAIL_ON, Options, exit_code
from prlint.run import checked
from prlint.text.terminal import counted

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping, Sequence

    from prlint.engine import Source
    from prlint.report import Report

HELP = "Writes what was found into a copy of the draft and a page beside it, and opens the page."

EPILOG = """\
examples:
  prlint review draft.docx                          writes draft.reviewed.docx and draft.review.html, and opens the page
  prlint review proof.pdf --archive releases/       against the earlier releases

exit code: 0 nothing at or above --fail-on, 1 findings, 2 the run itself failed (findings are still written)"""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint review`; those that check has are the same."""
    add = parser.add_argument
    add("draft", metavar="DRAFT", help="the draft: Word, PDF, or any other format that check reads")
    add_evidence(parser)
    add_rules(parser)
    add("--show", action="append", default=[], metavar="SEVERITY", help="also mark findings of this severity (info)")
    add("--fail-on", metavar="SEVERITY", help=f"{', '.join(FAIL_ON)} (default: error)")
    add("--no-open", action="store_true", help="write the files, and do not open the page")
    add("--force", action="store_true", help="replace files that stand where the two are written, whoever wrote them")


def run(arguments: Namespace) -> int:
    """Writes the copy and the page, says where they are, and returns the exit code."""
    show = [one_of("--show", word, SEVERITIES) for word in words(arguments.show)]
    shown = tuple(dict.fromkeys(("error", "warning", *show)))
    fail_on = arguments.fail_on and one_of("--fail-on", arguments.fail_on, FAIL_ON)
    draft = arguments.draft
    if draft == inputs.STDIN or os.path.isdir(draft):
        said = "standard input" if draft == inputs.STDIN else "a folder"
        raise Failure(f"review takes one draft, and {draft} is {said}", "prlint check takes it, with --format html")
    found, errors, notices = inputs.files([draft])
    done = checked(found, wishes(arguments, history=True), {}, errors, notices)
    report = done.report
    limits = (fail_on or "error", {} if fail_on else done.fail_on)
    if report.documents:
        _write(draft, report, done.sources, Options(console.WIDTH, False, shown, *limits), arguments)
    else:
        for notice in report.notices:
            console.say(notice)
    complain(report.errors)
    return exit_code(report, *limits)


def _write(draft: str, report: Report, sources: Mapping[str, Source], options: Options, arguments: Namespace) -> None:
    copy, comments, suffix = _copy(report, sources, options.shown)
    where = _reviewed.names(draft, suffix)
    page = registry.load("reporters", "html").render(report, options)
    _reviewed.write(draft, where, copy, page, force=arguments.force)
    lines = []
    if copy is not None:
        lines.append((where.copy, counted(comments, "comment")))
    summary = [counted(number, word) for word, number in zip(SEVERITIES, report.summary, strict=True) if word != "info"]
    lines.append((where.page, ", ".join(summary)))
    wide = max(len(path) for path, _ in lines)
    console.out("".join(f"{path:<{wide}}   {said}\n" for path, said in lines))
    if not arguments.no_open:
        _open(where.page)


def _copy(report: Report, sources: Mapping[str, Source], shown: Sequence[str]) -> tuple[bytes | None, int, str]:
    """Returns the copy with its comments, their number, and the copy's suffix; None where the format takes none."""
    info = report.documents[0]
    source, release = sources.get(info.path), info.release
    if source is None or release is None or info.format not in annotate.formats():
        return None, 0, ""
    annotator = annotate.load(info.format)
    kept = [each for each in report.findings if each.waived is None and each.severity in shown]
    notes = annotate.notes(release.document, kept)
    try:
        return annotator.annotate(source.data, release.document, notes), len(notes), annotator.SUFFIXES[0]
    except ValueError as problem:
        console.say(f"{info.path} has no copy with comments: {problem}")
        return None, 0, ""


def _open(page: str) -> None:
    """Opens the page where somebody can look at it: on a desktop, or in the browser that BROWSER names."""
    desktop = sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not desktop and not os.environ.get("BROWSER"):
        return
    import webbrowser
    from pathlib import Path

    if not webbrowser.open(Path(page).resolve().as_uri()):
        console.say(f"no browser could be started: open {page} yourself")
