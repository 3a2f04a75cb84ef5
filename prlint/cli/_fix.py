"""`prlint check --fix`, `--apply` and `--diff`: suggestions written into the drafts, or shown as they would be.

Files are written only when all that can be written has been checked (`_passes`), each whole.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint import console, inputs
from prlint.cli._passes import Work
from prlint.console import Failure

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Mapping, Sequence

    from prlint.finding import Finding
    from prlint.report import Report
    from prlint.run import Run, Wishes


def allowed(arguments: Namespace) -> None:
    """Raises Failure for options that do not go together."""
    if arguments.diff and not (arguments.fix or arguments.apply):
        raise Failure("--diff shows what --fix or --apply would write", "prlint check --fix --diff DRAFT")
    if arguments.write_baseline:
        raise Failure("--write-baseline records findings, --fix removes them", "one at a time")


def mended(arguments: Namespace, wishes: Wishes, done: Run) -> tuple[Run, Callable[[str], None]]:
    """Writes what was asked for, and returns the run on the result with where its report goes.

    The report goes to standard error where standard output is taken by a draft
    of standard input, and nowhere where it is taken by a diff.
    """
    work = Work(arguments.paths, wishes, done)
    asked = [_named(what, done.report) for what in arguments.apply]
    work.settle(asked, fix=arguments.fix)
    for finding, why in work.left:
        if finding in asked:
            raise Failure(f"--apply {_asked(finding, asked, arguments.apply)}: {finding.rule} is not written: {why}")
    changed = work.changed()
    verb = "would fix" if arguments.diff else "fixed"
    planned = {} if arguments.diff else {path: (work.original[path], data) for path, data in changed.items()}
    # Written first: what is said to be fixed is.
    wrong = _write({path: both for path, both in planned.items() if path != inputs.STDIN})
    for line in (
        *work.told("" if arguments.quiet else verb, wrong),
        *work.unwritable(done.report if arguments.fix else None),
    ):
        console.say(line)
    if arguments.diff:
        console.out("".join(_diff(work, path) for path in changed))
        return work.done, _nowhere
    if wrong:
        raise Failure("\n".join(wrong.values()))
    if inputs.STDIN in work.original and work.takes_stdin():
        console.raw(changed.get(inputs.STDIN, work.original[inputs.STDIN]))
        return work.done, console.err
    return work.done, console.out


def _named(what: str, report: Report) -> Finding:
    """Returns the one finding that a person means; raises Failure where it is not one, or has nothing to apply."""
    from prlint.report import SHORTEST, waived_because
    from prlint.waivers import place

    if not place.is_fingerprint(what):
        raise Failure(
            f"--apply {what}: that is no fingerprint",
            f"it takes {SHORTEST} hexadecimal characters or more; --show fingerprint prints them",
        )
    found = place.by_fingerprint(report, what)
    if not found:
        raise Failure(f"--apply {what}: no finding has this fingerprint", "--show info,waived,fingerprint shows all")
    if len(found) > 1:
        same = len({finding.fingerprint for finding in found}) == 1
        hint = "name the one draft" if same else "name one by more of its characters"
        raise Failure(f"--apply {what} names {len(found)} findings:\n{place.listed(found, report)}", hint)
    (finding,) = found
    if finding.waived is not None:
        raise Failure(f"--apply {what}: that is waived: {waived_because(finding.waived)}", "take the waiver out first")
    if finding.suggestion is None:
        raise Failure(f"--apply {what}: {finding.rule} has no suggestion to apply: {finding.message}")
    return finding


def _asked(finding: Finding, asked: Sequence[Finding], words: Sequence[str]) -> str:
    return next(word for one, word in zip(asked, words, strict=True) if one is finding or one == finding)


def _write(files: Mapping[str, tuple[bytes, bytes]]) -> dict[str, str]:
    """Writes each file whole and returns why some were not; `files` are what it held when read, and what it is to hold."""
    from prlint.text import atomic

    wrong = {}
    for path, (was, data) in files.items():
        try:
            with open(path, "rb") as stream:
                same = stream.read() == was
            if not same:
                wrong[path] = f"{path} has been changed in the meantime: nothing was written to it"
            elif not os.access(path, os.W_OK):
                wrong[path] = f"{path} is read-only: nothing was written to it"
            else:
                atomic.write(path, data)
        except OSError as problem:
            wrong[path] = f"{path} cannot be written: {problem.strerror}"
    return wrong


def _diff(work: Work, path: str) -> str:
    """Returns a unified diff of a draft as it was and as it becomes."""
    from difflib import unified_diff

    old, new = (_lines(data) for data in (work.original[path], work.changed()[path]))
    lines = unified_diff(old, new, path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(data: bytes) -> list[str]:
    from prlint.text.decode import decoded

    # A carriage return is a part of its line, as it is to diff.
    parts = decoded(data).split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _nowhere(text: str) -> None:
    """Takes the report where a diff stands in its place."""
