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
from prlint.console import Failure
from prlint.run import Wishes
from prlint.run import run as check

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from prlint.finding import Finding
    from prlint.report import DocumentInfo
    from prlint.run import Run
    from prlint.waivers.record import Standing, Waiver

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
    found = (
        place.by_fingerprint(done.report, arguments.what.lower())
        if where is None
        else place.by_spot(done.report, where)
    )
    if where is not None:
        own = where.path.replace(os.sep, "/")
        found = [finding for finding in found if finding.document.partition("#")[0] == own or finding.document == own]
    return _waive(_one(found, done, arguments), done, arguments, reason)


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


def _waive(found: Sequence[Finding], done: Run, arguments: Namespace, reason: str) -> int:
    from prlint.waivers.alike import identity, said, same_release
    from prlint.waivers.write import added, decision, removed

    on = _day("--on", arguments.on) if arguments.on else _today()
    until = _day("--until", arguments.until) if arguments.until else ""
    if until and until < on:
        raise Failure(f"--until {until} lies before the decision, {on}")
    by = arguments.by or _name()
    infos = {info.path: info for info in done.report.documents}
    made: list[tuple[str, Finding, Waiver]] = []
    for finding in found:
        info = infos[finding.document]
        known = identity(info)
        if arguments.scope == "issuer" and not known.issuer:
            raise Failure(f"{info.path} does not say who its issuer is", "waive it for this release alone")
        if any(arguments.scope == "issuer" or same_release(other.release, known) for _, _, other in made):
            continue
        assert info.release is not None, "the engine gives every draft its release"
        words = said(finding, info.release)
        _in_force(info, until)
        made.append(
            (
                _file(info.path),
                finding,
                decision(finding, words, known, reason=reason, by=by, on=on, until=until, scope=arguments.scope),
            )
        )
    for path in dict.fromkeys(path for path, _, _ in made):
        mine = [waiver for other, _, waiver in made if other == path]
        # What expired, or was made on an earlier wording of this very finding, has been decided anew.
        lines = {one.waiver.line for one in _past(done, mine) if one.waiver.path == path}
        text = removed(_text(path), path, lines) if lines else _text(path)
        _write(path, added(text, path, mine))
    for path, finding, waiver in made:
        point = finding.places[0].start
        end = f", until {until}" if until else ""
        scope = "" if waiver.scope == "release" else ", in all releases of the issuer"
        instead = (
            f", in place of the one that {_PAST[past.state]}" if (past := next(_past(done, [waiver]), None)) else ""
        )
        where = f"{finding.document}:{point.line}:{point.column}"
        console.out(f"{path}: waived {waiver.name} at {where}{end}{scope}{instead}\n")
    return 0


#: Why a decision is replaced by one on the same finding.
_PAST = {"expired": "expired", "changed": "was made on an earlier wording"}


def _past(done: Run, made: Sequence[Waiver]) -> Iterator[Standing]:
    """Yields what became of decisions that others of the same scope take the place of."""
    new = {(waiver.fingerprint, waiver.scope) for waiver in made}
    return (one for one in done.standings if one.state in _PAST and (one.now, one.waiver.scope) in new)


def _in_force(info: DocumentInfo, until: str) -> None:
    if until and info.as_of is not None and until < info.as_of:
        raise Failure(f"--until {until} has passed already: {info.path} is judged as of {info.as_of}")


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
        _write(path, removed(_text(path), path, {line for other, line in dead if other == path}))
    lines = [f"took out {_line(one.waiver, one.state)}\n" for _, one in sorted(dead.items())]
    console.out("".join(lines) or "every waiver of these drafts holds\n")
    return 0


def _file(draft: str) -> str:
    """Returns the file that a decision about a draft is written to."""
    from prlint.waivers.file import NAME, find

    draft = draft if os.path.exists(draft) else draft.rpartition("#")[0] or draft
    folder = os.getcwd() if draft == inputs.STDIN else os.path.dirname(os.path.abspath(draft))
    beside = profile.find(os.path.join(folder, "x"))
    if beside is not None:
        return os.path.join(os.path.dirname(beside), NAME)
    # Drafts lie below the folder that somebody works in; of others nothing is known but their own.
    below = os.path.join(folder, "").startswith(os.path.join(os.getcwd(), ""))
    return find(None, folder) or (NAME if below else os.path.join(folder, NAME))


def _text(path: str) -> str:
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8-sig", newline="") as stream:
        return stream.read()


def _write(path: str, text: str) -> None:
    from prlint.text import atomic

    try:
        atomic.write(path, text.encode())
    except OSError as problem:
        raise Failure(f"{path}: cannot be written: {problem.strerror}") from problem


def _name() -> str:
    """Returns git's user.name, else the name that the user is logged in by, marked as such."""
    import subprocess

    try:
        done = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607 - the user's own git
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=10,
            check=False,
        )
        name = " ".join(done.stdout.split())
    except (OSError, subprocess.SubprocessError):
        name = ""
    if name:
        return name
    for variable in ("LOGNAME", "USER", "USERNAME"):
        login = " ".join(os.environ.get(variable, "").split())
        if login:
            return f"{login} (login)"
    raise Failure("it is not known who decides", "--by NAME says so")


def _today() -> str:
    """Returns today's date, which only says when a decision was made: no check ever looks at a clock."""
    from datetime import datetime

    return datetime.now().astimezone().date().isoformat()


def _day(option: str, given: str) -> str:
    from prlint.profile.checks import iso_date

    try:
        return iso_date(given)
    except ValueError as problem:
        raise Failure(f"{option} is not a date: `{given}`", str(problem)) from problem
