"""Checks releases and reports what contradicts itself, the issuer's earlier releases, or its profile.

The archive and the settings of prlint.yaml, found upwards from each draft, apply
whatever files are named. Where it names no archive, releases named together are
each other's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint import console, inputs, registry
from prlint.cli._asked import add_evidence, add_rules, complain, wishes
from prlint.cli._options import one_of, words
from prlint.cli._progress import Bar
from prlint.console import Failure
from prlint.finding import SEVERITIES
from prlint.report import DETAILS, FAIL_ON, Options, exit_code
from prlint.run import checked

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable

    from prlint.report import Report

HELP = "Checks releases and reports what contradicts itself, the issuer's earlier releases, or its profile."

EPILOG = """\
examples:
  prlint check releases/                                a folder: its releases are each other's evidence
  prlint check draft.docx --archive releases/           a draft, against the earlier releases
  prlint check draft.docx --annotate reviewed.docx      a copy with a comment at each finding
  prlint check drafts/ --format sarif --output prlint.sarif    for a code host
  prlint check draft.md --fix --diff                    what would be mended by itself

exit code: 0 nothing at or above --fail-on, 1 findings, 2 the run itself failed (findings are still printed)"""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint check`."""
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="drafts: files, folders, or - for standard input")
    evidence = parser.add_argument_group("what is checked, and against what")
    add_evidence(evidence)
    add = evidence.add_argument
    add("--write-baseline", metavar="FILE", help="write the findings that stand to a baseline, and report nothing")
    add("--since", metavar="REF", help="check only the drafts that changed since this revision of git")
    add_rules(parser.add_argument_group("which rules"))
    add = parser.add_argument_group("the report").add_argument
    add("--format", default="text", metavar="FORMAT", help=f"{', '.join(registry.names('reporters'))} (default: text)")
    add("--output", metavar="FILE", help="write the report to a file")
    add("--annotate", metavar="FILE", help="write a copy of the draft with its findings as comments (.docx, .pdf)")
    add("--show", action="append", default=[], metavar="WHAT", help="also print: info, waived (findings), fingerprint")
    add("--quiet", action="store_true", help="print findings, and what is wrong with the run, and nothing else")
    add("--verbose", action="store_true", help="print all there is: notes, waived findings, fingerprints, all remarks")
    add("--fail-on", metavar="SEVERITY", help=f"{', '.join(FAIL_ON)} (default: error)")
    add("--color", default="auto", metavar="WHEN", help="auto, always, never (default: auto; NO_COLOR is respected)")
    add = parser.add_argument_group("written into the drafts").add_argument
    add("--fix", action="store_true", help="write what cannot change a fact into the drafts, and report what is left")
    add("--diff", action="store_true", help="with --fix or --apply: show what would be written, and write nothing")
    add("--apply", action="append", default=[], metavar="FINGERPRINT", help="write this finding's suggestion")


def run(arguments: Namespace) -> int:
    """Checks, prints, and returns the exit code."""
    reporter = registry.load("reporters", one_of("--format", arguments.format, registry.names("reporters")))
    show = [one_of("--show", word, (*SEVERITIES, *DETAILS)) for word in words(arguments.show)]
    if arguments.quiet and arguments.verbose:
        raise Failure("--quiet and --verbose cannot both be")
    show += ["info", *DETAILS] if arguments.verbose else []
    shown = tuple(dict.fromkeys(("error", "warning", *(word for word in show if word in SEVERITIES))))
    colour = one_of("--color", arguments.color, ("auto", "always", "never"))
    fail_on = arguments.fail_on and one_of("--fail-on", arguments.fail_on, FAIL_ON)
    found, errors, notices = inputs.files(arguments.paths)
    if arguments.output:
        from prlint.cli import _output

        _output.allowed(arguments.output, [path for path, _ in found])
    if arguments.annotate:
        from prlint.cli import _annotate

        _annotate.allowed(arguments.annotate, [path for path, _ in found])
    if arguments.write_baseline:
        from prlint.cli import _baseline

        found = _baseline.allowed(arguments, found)
    if arguments.fix or arguments.diff or arguments.apply:
        from prlint.cli import _fix

        _fix.allowed(arguments)
    only = None
    if arguments.since is not None:
        from prlint.cli import _since

        only = _since.changed(arguments.since, [path for path, _ in found])
    asked = wishes(arguments, history=getattr(reporter, "HISTORY", False), only=only)
    with Bar(wanted=not arguments.quiet) as bar:
        done = checked(found, asked, {}, errors, notices, progress=bar)
    out: Callable[[str], None] = console.out
    if arguments.fix or arguments.apply:
        done, out = _fix.mended(arguments, asked, done)
    report = done.report if arguments.since is None else _since.told(done.report, arguments.since)
    if arguments.write_baseline:
        complain(report.errors)
        return _baseline.write(arguments.write_baseline, report)
    limits = (fail_on or "error", {} if fail_on else done.fail_on)
    details = tuple(dict.fromkeys(word for word in show if word in DETAILS))
    remarks = "none" if arguments.quiet else "all" if arguments.verbose else "some"
    options = Options(console.width(), console.colour(colour), shown, *limits, details, remarks)
    _print(report, reporter, arguments, options, out)
    if arguments.annotate:
        said = _annotate.write(arguments.annotate, done.sources, report, shown)
        if said:
            console.say(said)
    return exit_code(report, *limits)


def _print(report: Report, reporter: Any, arguments: Namespace, options: Options, out: Callable[[str], None]) -> None:
    """Prints the report where it is wanted, and what is wrong with the run on standard error."""
    if arguments.output:
        from prlint.cli import _output

        plain = options._replace(width=console.WIDTH, colour=False)
        _output.write(arguments.output, reporter.render(report, plain))
    else:
        out(reporter.render(report, options))
    if options.remarks != "none" and (arguments.output or arguments.format != "text"):
        for notice in report.notices:
            console.say(notice)
    complain(report.errors)
