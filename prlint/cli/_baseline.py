"""Writes what stands in an archive to a baseline (`prlint check --write-baseline FILE`)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint import console, inputs
from prlint.console import Failure
from prlint.text.terminal import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from prlint.report import Report


def allowed(arguments: Namespace, found: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Returns the files that were found, without the baseline that is to be written anew.

    Raises Failure where it cannot be written beside what else was asked for.
    """
    path = arguments.write_baseline
    for other in ("baseline", "against", "output", "annotate"):
        if getattr(arguments, other):
            hint = "a baseline is written anew from all that stands" if other == "baseline" else "run it twice"
            raise Failure(f"--write-baseline and --{other} do not go together", hint)
    drafts = [one for one in found if one[0] == inputs.STDIN or os.path.realpath(one[0]) != os.path.realpath(path)]
    if len(drafts) < len(found) and not _is_baseline(path):
        raise Failure(f"--write-baseline {path} is one of the drafts: it is never overwritten")
    return drafts


def _is_baseline(path: str) -> bool:
    from prlint.waivers.baseline import HEADER

    begin = HEADER.partition(":")[0].encode()
    with open(path, "rb") as stream:
        return stream.read(len(begin)) == begin


def write(path: str, report: Report) -> int:
    """Writes the baseline and says so; returns the exit code. What is wrong with the run was said.

    Of a run that is not complete nothing is written: what it did not see would
    be reported as new.
    """
    from prlint.waivers.baseline import written

    if report.errors:
        console.say(f"--write-baseline {path}: nothing was written, as the run is not complete")
        return 2
    text = written(report.findings, path)
    console.save(path, text.encode("utf-8", "surrogateescape"), "--write-baseline ")
    found, files = text.count("\n") - 1, len({f.document for f in report.findings if f.waived is None})
    console.out(f"{path}: {counted(found, 'finding')} in {counted(files, 'release')}\n")
    for notice in report.notices:
        console.say(notice)
    return 0
