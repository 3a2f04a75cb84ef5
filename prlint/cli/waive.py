"""Records a decision to live with a finding; lists and prunes such decisions.

The draft is checked first, so that the decision quotes what it is about. It is
written to prlint-waivers.yaml beside prlint.yaml, else to the nearest one
upwards from the draft, else to a new one.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint import console, inputs, profile
from prlint.cli._asked import complain
from prlint.cli._decide import decide, text_of
from prlint.console import Failure
from prlint.run import Wishes
from prlint.run import run as check

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from prlint.finding import Finding
    from prlint.run import Run
    from prlint.waivers.record import Waiver

HELP = "Records a decision to live with a finding; lists and prunes such decisions."

EPILOG = """\
WHAT is FILE:LINE as a report shows it, or a fingerprint or six characters of one (prlint check --show fingerprint)
and then the drafts to look in:

  prlint waive draft.docx:19 --reason "the client's own wording, agreed with legal" --until 2026-06-30
  prlint waive 3f9a2c draft.docx --reason "…" --scope issuer
  prlint waive --list                  what has been decided
  prlint waive --list draft.docx       and what became of it
  prlint waive --prune draft.docx      take out what no longer holds"""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint waive`."""
    add = parser.add_argument
    add("what", nargs="?", metavar="WHAT", help="FILE:LINE, or a fingerprint or six characters of one")
    add("drafts", nargs="*", metavar="DRAFT", help="where to look for a fingerprint: files, folders, or -")
    add("--reason", metavar="TEXT", help="why the finding may stand; needed")
    add("--until", metavar="DATE", help="the last day on which that holds (YYYY-MM-DD; default: no end)")
    add("--by", metavar="NAME", help="who decided (default: git's user.name, else the name you are logged in by)")
    add("--on", metavar="DATE", help="when it was decided (YYYY-MM-DD; default: today)")
    add(
        "--scope", default="release", metavar="SCOPE", help="release, or issuer: all of its releases (default: release)"
    )
    add("--list", action="store_true", help="list the decisions; with drafts, those that concern them")
    add("--prune", action="store_true", help="take out the decisions about these drafts that no longer hold")
    add("--archive", action="append", default=[], metavar="PATH", help="as in prlint check")
    add("--as-of", metavar="DATE", help="as in prlint check")
    add("--rules", action="append", default=[], metavar="PATH", help="as in prlint check")


def run(arguments: Namespace) -> int:
    """Does what was asked for and returns the exit code."""
    from prlint.waivers import place
    from prlint.waivers.record import SCOPES

    drafts = [*([arguments.what] if arguments.what else []), *arguments.drafts]
    if arguments.list or arguments.prune:
        if arguments.reason or (arguments.list and arguments.prune):
            raise Failure("--list, --prune and a new waiver are three things", "one at a time")
        return _list(drafts, arguments) if arguments.list else _prune(drafts, arguments)
    if not arguments.what:
        raise Failure("nothing was named to waive", "prlint waive FILE:LINE --reason …")
    if arguments.scope not in SCOPES:
        raise Failure(f"--scope cannot be `{arguments.scope}`", " or ".join(SCOPES))
    reason = " ".join((arguments.reason or "").split())
    if not reason:
        raise Failure("a waiver needs a reason", 'such as --reason "the client\'s own wording, agreed with legal"')
    where = place.spot(arguments.what)
    if where is not None:
        drafts = [where.path, *arguments.drafts]
        if not os.path.isfile(where.path) and where.path != inputs.STDIN:
            raise Failure(f"{where.path} is not there")
    elif not place.is_fingerprint(arguments.what.lower()):
        raise Failure(
            f"`{arguments.what}` is no FILE:LINE and no fingerprint",
            "six hexadecimal characters or more, which prlint check --show fingerprint prints",
        )
    else:
        drafts = arguments.drafts
        if not drafts:
            raise Failure("name the draft that has this finding", f"prlint waive {arguments.what} DRAFT --reason …")
    done = _checked(drafts, arguments)
    if where is None:
        found = place.by_fingerprint(done.report, arguments.what.lower())
    else:
        own = where.path.replace(os.sep, "/")
        found = [one for one in place.by_spot(done.report, where) if inputs.file_holding(one.document) == own]
    decide(_one(found, done, arguments), done, arguments, reason)
    return 0


def _checked(drafts: Sequence[str], arguments: Namespace) -> Run:
    done = check(drafts, Wishes(archive=arguments.archive, as_of=arguments.as_of, rules=arguments.rules))
    complain(done.report.errors)
    if done.report.errors:
        raise Failure("nothing was changed: the check that this needs is not complete")
    return done


def _one(found: Sequence[Finding], done: Run, arguments: Namespace) -> list[Finding]:
    """Returns the finding that is meant, in each of the drafts that has it; raises Failure where it is not one."""
    from prlint.waivers.place import listed

    if not found:
        raise Failure(
            f"there is no finding at {arguments.what}"
            if ":" in arguments.what
            else f"no finding has the fingerprint {arguments.what}",
            "prlint check --show info,waived,fingerprint shows all",
        )
    still = [finding for finding in found if finding.waived is None]
    if not still:
        from prlint.report import waived_because

        raise Failure(f"that is waived already: {waived_because(found[0].waived or {})}")
    if len({finding.fingerprint for finding in still}) > 1:
        raise Failure(
            f"{arguments.what} names {len(still)} findings; name one by its first characters:\n{listed(still, done.report)}"
        )
    return still


def _list(drafts: Sequence[str], arguments: Namespace) -> int:
    """Prints the decisions, with what became of them in the drafts."""
    from prlint.waivers.file import find, load

    if not drafts:
        here = profile.find(os.path.join(os.getcwd(), "x"))
        path = find(here, os.getcwd())
        waivers = load(path) if path is not None else ()
        lines = [_line(waiver) for waiver in waivers]
    else:
        lines = [_line(standing.waiver, standing.state) for standing in _checked(drafts, arguments).standings]
    console.out("".join(f"{line}\n" for line in lines) or "nothing has been waived\n")
    return 0


def _line(waiver: Waiver, state: str = "") -> str:
    from prlint.text.terminal import printable

    parts = [f"{waiver.path}:{waiver.line}", *([state] if state else []), waiver.name]
    behind = [waiver.by, waiver.on, *([f"until {waiver.until}"] if waiver.until else [])]
    behind += ["all releases of the issuer"] if waiver.scope == "issuer" else []
    return printable(f"{'  '.join(parts)}  {waiver.reason} ({', '.join(behind)})")


def _prune(drafts: Sequence[str], arguments: Namespace) -> int:
    """Takes out the decisions about the drafts that no longer hold."""
    from prlint.waivers.record import DEAD
    from prlint.waivers.write import removed

    if not drafts:
        raise Failure("--prune needs the drafts to look at", "prlint waive --prune DRAFT…")
    standings = _checked(drafts, arguments).standings
    alive = {(one.waiver.path, one.waiver.line) for one in standings if one.state not in DEAD}
    dead = {(one.waiver.path, one.waiver.line): one for one in standings if one.state in DEAD}
    dead = {place: one for place, one in dead.items() if place not in alive}
    for path in sorted({path for path, _ in dead}):
        without = removed(text_of(path), path, {line for other, line in dead if other == path})
        console.save(path, without.encode())
    lines = [f"took out {_line(one.waiver, one.state)}\n" for _, one in sorted(dead.items())]
    console.out("".join(lines) or "every waiver of these drafts holds\n")
    return 0
