"""`prlint check --annotate`: the findings written into a copy of the draft."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint import annotate, console, inputs
from prlint.console import Failure
from prlint.text.terminal import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.engine import Source
    from prlint.report import Report


def allowed(copy: str, drafts: Sequence[str]) -> None:
    """Raises Failure where there is not one draft to annotate, or no format to annotate it in."""
    if len(drafts) != 1:
        said = "none" if not drafts else f"these are {len(drafts)}"
        raise Failure(f"--annotate takes one draft, and {said}", "earlier releases can be named with --archive")
    draft = drafts[0]
    if draft != inputs.STDIN and os.path.realpath(draft) == os.path.realpath(copy):
        raise Failure(f"--annotate {copy} is the draft itself, which is never changed", "name a new file for the copy")
    known = annotate.suffixes()
    if not copy.lower().endswith(tuple(known)):
        raise Failure(
            f"--annotate {copy}: no such copies are written", f"its name ends in {' or '.join(sorted(known))}"
        )


def write(copy: str, sources: Mapping[str, Source], report: Report, shown: Sequence[str]) -> str:
    """Writes the copy of the one draft in the report, and returns a sentence about it.

    Waived findings, and those of a severity that is not `shown`, are not in it. A draft that could not be read has
    none: the report says why.
    """
    if not report.documents:
        return ""
    info = report.documents[0]
    if info.path not in sources:
        raise Failure(f"--annotate {copy}: the draft is a part of another file", "save it as a file of its own")
    if info.format not in annotate.formats() or not copy.lower().endswith(annotate.load(info.format).SUFFIXES):
        suffixes = annotate.load(info.format).SUFFIXES if info.format in annotate.formats() else ()
        hint = f"a copy of it is called … {' or '.join(suffixes)}" if suffixes else "drafts in .docx and .pdf are"
        raise Failure(f"--annotate {copy}: {info.path} cannot be copied so: it is {info.format}", hint)
    release = info.release
    assert release is not None  # the engine keeps it with what it says of a draft
    kept = [each for each in report.findings if each.waived is None and each.severity in shown]
    notes = annotate.notes(release.document, kept)
    try:
        data = annotate.load(info.format).annotate(sources[info.path].data, release.document, notes)
    except ValueError as problem:
        raise Failure(f"--annotate {copy}: {info.path} cannot be annotated: {problem}") from problem
    console.save(copy, data, "--annotate ")
    return f"{copy}: {counted(len(notes), 'comment')}"
