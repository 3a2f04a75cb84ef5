"""Writes a decision to live with a finding: who made it, when, and in which file it stands."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint import console, inputs, profile
from prlint.console import Failure
from prlint.run import day

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from prlint.finding import Finding
    from prlint.report import DocumentInfo
    from prlint.run import Run
    from prlint.waivers.record import Standing, Waiver


def decide(found: Sequence[Finding], done: Run, arguments: Namespace, reason: str) -> None:
    """Records the decision on a finding, in each of the drafts that has it, and says so.

    Raises Failure where it cannot be made, or written.
    """
    from prlint.waivers.alike import identity, said, same_release
    from prlint.waivers.write import added, decision, removed

    on = day("--on", arguments.on) if arguments.on else _today()
    until = day("--until", arguments.until) if arguments.until else ""
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
        text = removed(text_of(path), path, lines) if lines else text_of(path)
        console.save(path, added(text, path, mine).encode())
    for path, finding, waiver in made:
        point = finding.places[0].start
        end = f", until {until}" if until else ""
        scope = "" if waiver.scope == "release" else ", in all releases of the issuer"
        instead = (
            f", in place of the one that {_PAST[past.state]}" if (past := next(_past(done, [waiver]), None)) else ""
        )
        where = f"{finding.document}:{point.line}:{point.column}"
        console.out(f"{path}: waived {waiver.name} at {where}{end}{scope}{instead}\n")


#: Why a decision is replaced by one on the same finding.
_PAST = {"expired": "expired", "changed": "was made on an earlier wording"}


def _past(done: Run, made: Sequence[Waiver]) -> Iterator[Standing]:
    """Yields what became of decisions that others of the same scope take the place of."""
    new = {(waiver.fingerprint, waiver.scope) for waiver in made}
    return (one for one in done.standings if one.state in _PAST and (one.now, one.waiver.scope) in new)


def _in_force(info: DocumentInfo, until: str) -> None:
    if until and info.as_of is not None and until < info.as_of:
        raise Failure(f"--until {until} has passed already: {info.path} is judged as of {info.as_of}")


def _file(draft: str) -> str:
    """Returns the file that a decision about a draft is written to."""
    from prlint.waivers.file import NAME, find

    draft = inputs.file_holding(draft)
    folder = os.getcwd() if draft == inputs.STDIN else os.path.dirname(os.path.abspath(draft))
    beside = profile.find(os.path.join(folder, "x"))
    if beside is not None:
        return os.path.join(os.path.dirname(beside), NAME)
    # Drafts lie below the folder that somebody works in; of others nothing is known but their own.
    below = os.path.join(folder, "").startswith(os.path.join(os.getcwd(), ""))
    return find(None, folder) or (NAME if below else os.path.join(folder, NAME))


def text_of(path: str) -> str:
    """Returns what a file of decisions holds; nothing where there is none."""
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8-sig", newline="") as stream:
        return stream.read()


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
