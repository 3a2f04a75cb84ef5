"""What stood in an archive when it was first checked: one finding a line, so that only what is new is reported.

A line holds the fingerprint, the rule and the file, as it lies from the
baseline's own folder; no word of a draft. Lines are sorted, so that a change
is a line in a diff.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from prlint.waivers.record import DIGITS, hexadecimal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from prlint.finding import Finding

HEADER = "# prlint baseline 1: fingerprint, rule and file of each finding that stood when this was written"

#: Bytes; a hundred for each finding.
SIZE_LIMIT = 50_000_000
_MOST = 3


class Entry(NamedTuple):
    """One finding that stood; `file` is relative to the baseline's folder, with `/`."""

    fingerprint: str
    rule: str
    file: str


def written(findings: Iterable[Finding], path: str) -> str:
    """Returns the text of a baseline at `path`: all findings that nobody waived."""
    lines = sorted(
        f"{finding.fingerprint} {finding.rule} {_file(finding.document, path)}"
        for finding in findings
        if finding.waived is None
    )
    return "\n".join([HEADER, *sorted(lines, key=lambda line: (line.split(" ", 2)[2], line))]) + "\n"


def load(path: str) -> tuple[Entry, ...]:
    """Returns the entries of the baseline at `path`; raises RuleError."""
    from prlint.text.error import RuleError

    try:
        with open(path, "rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as problem:
        raise RuleError(path, f"cannot be read: {problem.strerror}", hint="--write-baseline writes one") from problem
    if len(data) > SIZE_LIMIT:
        raise RuleError(path, f"the file is larger than {SIZE_LIMIT:,} bytes")
    text = data.decode("utf-8", "surrogateescape")
    entries = []
    # Git may have written it with the line ends of Windows.
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split(" ", 2)
        if len(parts) != 3 or len(parts[0]) != DIGITS or not hexadecimal(parts[0]):
            hint = "a line is fingerprint, rule and file; --write-baseline writes them"
            raise RuleError(path, "this is no line of a baseline", line=number, column=1, source=line, hint=hint)
        entries.append(Entry(*parts))
    return tuple(entries)


def apply(
    findings: Sequence[Finding],
    documents: Iterable[str],
    path: str,
    entries: Iterable[Entry],
    ran: Callable[[str, str], bool],
) -> tuple[list[Finding], list[str]]:
    """Returns the findings, those that stood before marked so, and a remark on entries that nothing stands for any more.

    `documents` are the paths of the drafts, `ran(rule, path)` says whether a
    rule was run to its end on one.
    """
    left: dict[tuple[str, str], int] = {}
    for entry in entries:
        key = (entry.fingerprint, entry.file)
        left[key] = left.get(key, 0) + 1
    files = {document: _file(document, path) for document in documents}
    name = os.path.basename(path)
    result = list(findings)
    for i, finding in enumerate(findings):
        key = (finding.fingerprint, files.get(finding.document, ""))
        if finding.waived is None and left.get(key):
            left[key] -= 1
            result[i] = finding._replace(waived={"reason": "stood when the baseline was written", "baseline": name})
    return result, _dead(entries, left, files, path, ran)


def _dead(
    entries: Iterable[Entry],
    left: dict[tuple[str, str], int],
    files: dict[str, str],
    path: str,
    ran: Callable[[str, str], bool],
) -> list[str]:
    named = {file: document for document, file in files.items()}
    dead = []
    for entry in entries:
        document = named.get(entry.file)
        if document is not None and left[(entry.fingerprint, entry.file)] and ran(entry.rule, document):
            left[(entry.fingerprint, entry.file)] -= 1
            dead.append(f"{entry.rule} in {document}")
    if not dead:
        return []
    shown = "; ".join(dead[:_MOST]) + (f" and {len(dead) - _MOST} more" if len(dead) > _MOST else "")
    entry_ = (
        "1 entry stands for nothing any more" if len(dead) == 1 else f"{len(dead)} entries stand for nothing any more"
    )
    return [f"{path}: {entry_} ({shown}): write it anew"]


def _file(document: str, path: str) -> str:
    """Returns a draft's path from the baseline's folder; standard input stays `-`."""
    if document == "-":
        return document
    relative = os.path.relpath(os.path.abspath(document), os.path.dirname(os.path.abspath(path)))
    return relative.replace(os.sep, "/").replace("\n", "?").replace("\r", "?")
