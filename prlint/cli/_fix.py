"""`prlint check --fix`, `--apply` and `--diff`: suggestions written into the drafts, or shown as they would be.

Each pass writes what goes together, in memory, and checks the result; what the
check takes back is not written. It ends when nothing is left to write, so that
a second run finds nothing to do. Only then files are written, each whole.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from prlint import console, fixes, inputs
from prlint.console import Failure
from prlint.run import run
from prlint.text.decode import encoded_as

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from prlint.finding import Finding
    from prlint.fixes import Left, Plan
    from prlint.report import DocumentInfo, Report
    from prlint.run import Run, Wishes

#: Passes at most; each settles all that does not overlap, and what one brings to light is rarely more than one deep.
_PASSES = 10


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
    work = _Work(arguments.paths, wishes, done)
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


class _Fixed(NamedTuple):
    path: str
    finding: Finding


class _Work:
    """The drafts as they become, pass by pass."""

    def __init__(self, paths: Sequence[str], wishes: Wishes, done: Run) -> None:
        self.done = done
        self.original = {path: source.data for path, source in done.sources.items()}
        self.fixed: list[_Fixed] = []
        self.left: list[Left] = []
        self._paths = paths
        self._wishes = wishes
        self._now = dict(self.original)

    def changed(self) -> dict[str, bytes]:
        """Returns what each draft that is not as it was is to hold."""
        return {path: data for path, data in self._now.items() if data != self.original[path]}

    def takes_stdin(self) -> bool:
        """Says whether what standard input held is a text, so that standard output is its place."""
        return any(info.path == inputs.STDIN and _writable(info, self._now) for info in self.done.report.documents)

    def settle(self, asked: Sequence[Finding], *, fix: bool) -> None:
        """Writes, in memory, what was asked for, and all that is safe if `fix`, until nothing is left to write."""
        for _ in range(_PASSES):
            stopped = {(left.finding.document, left.finding.fingerprint) for left in self.left}
            wanted = fixes.safe(self.done.report.findings) if fix else []
            wanted = [one for one in wanted if (one.document, one.fingerprint) not in stopped]
            plans = self._planned(wanted, asked)
            if not plans:
                return
            asked = ()
            self._carry_out(plans)

    def _planned(self, wanted: Sequence[Finding], asked: Sequence[Finding]) -> dict[str, Plan]:
        infos = {info.path: info for info in self.done.report.documents}
        safe, named = fixes.by_draft(wanted), fixes.by_draft(asked)
        plans = {}
        for path in dict.fromkeys((*named, *safe)):
            if not _writable(infos[path], self._now):
                self.left += [fixes.Left(one, _only(infos[path])) for one in named.get(path, ())]
                continue
            plan = self._readable(infos[path], safe.get(path, []), named.get(path, []))
            if plan.taken:
                plans[path] = plan
        return plans

    def _readable(self, info: DocumentInfo, wanted: Sequence[Finding], asked: Sequence[Finding]) -> Plan:
        """Returns a plan whose result reads like the draft with nothing but the suggestions in it."""
        assert info.release is not None  # the engine keeps it with what it says of a draft
        document, data = info.release.document, self._now[info.path]
        while True:
            plan = fixes.plan(document, data, wanted, asked)
            # What only overlaps has its turn in the next pass; a person who asked for it is told.
            self._leave(one for one in plan.left if one.finding in asked or "overlaps" not in one.why)
            stopped = {one.finding.fingerprint for one in plan.left}
            if not plan.taken or fixes.reads_as_meant(
                document, info.path, fixes.written(document, data, plan.edits), plan.taken
            ):
                return plan
            bad = [one for one in plan.taken if not self._reads_alone(info, one)] or [plan.taken[-1]]
            self._leave(fixes.Left(one, "the lines around it would be read otherwise: mend it by hand") for one in bad)
            stopped |= {one.fingerprint for one in bad}
            wanted = [one for one in wanted if one.fingerprint not in stopped]
            asked = [one for one in asked if one.fingerprint not in stopped]

    def _reads_alone(self, info: DocumentInfo, finding: Finding) -> bool:
        assert info.release is not None
        document, data = info.release.document, self._now[info.path]
        edits = fixes.plan(document, data, (), [finding]).edits
        return fixes.reads_as_meant(document, info.path, fixes.written(document, data, edits), [finding])

    def _leave(self, lefts: Iterable[Left]) -> None:
        known = {(one.finding.document, one.finding.fingerprint) for one in self.left}
        self.left += [one for one in lefts if (one.finding.document, one.finding.fingerprint) not in known]

    def _carry_out(self, plans: dict[str, Plan]) -> None:
        """Checks the drafts with the edits, and takes those back that the check does not bear out."""
        before = {info.path: info for info in self.done.report.documents}
        stood = fixes.by_draft(self.done.report.findings)
        base = dict(self._now)
        while plans:
            for path, plan in plans.items():
                release = before[path].release
                assert release is not None
                self._now[path] = fixes.written(release.document, base[path], plan.edits)
            result = run(self._paths, self._wishes, self._now)
            after = fixes.by_draft(result.report.findings)
            read = {info.path: info.release for info in result.report.documents}
            back: dict[str, list[Left]] = {}
            for path, plan in plans.items():
                release = read.get(path)
                if release is None:
                    back[path] = [fixes.Left(one, "the result cannot be read") for one in plan.taken]
                    continue
                found = list(fixes.withdrawn(stood.get(path, ()), after.get(path, ()), plan, release.document))
                if found:
                    back[path] = found
            if not back:
                self.done = result
                self.fixed += [_Fixed(path, one) for path, plan in plans.items() for one in plan.taken]
                return
            for path, lefts in back.items():
                self._leave(lefts)
                gone = {one.finding.fingerprint for one in lefts}
                kept = [one for one in plans[path].taken if one.fingerprint not in gone]
                self._now[path] = base[path]
                del plans[path]
                release = before[path].release
                if kept and release is not None:
                    plans[path] = fixes.plan(release.document, base[path], (), kept)

    def told(self, verb: str, unwritten: Container[str] = ()) -> list[str]:
        """Returns a line for each draft that changed, unless `verb` is empty, and one for each suggestion that was left."""
        lines = []
        for path in dict.fromkeys(one.path for one in self.fixed if verb and one.path not in unwritten):
            mine = [one.finding for one in self.fixed if one.path == path]
            places = ", ".join(
                f"{one.rule} {point.line}:{point.column}" for one in mine for point in (one.places[0].start,)
            )
            lines.append(f"{_name(path)}: {verb} {len(mine)}: {places}")
        for finding, why in self.left:
            point = finding.places[0].start
            lines.append(
                f"{_name(finding.document)}:{point.line}:{point.column}: {finding.rule} is left as it is: {why}"
            )
        return lines

    def unwritable(self, report: Report | None) -> list[str]:
        """Returns a line for each draft with safe suggestions that no fix can be written into."""
        if report is None:
            return []
        infos = {info.path: info for info in report.documents}
        return [
            f"{path}: {len(found)} safe {'fix is' if len(found) == 1 else 'fixes are'} not written: {_only(infos[path])}"
            for path, found in fixes.by_draft(fixes.safe(report.findings)).items()
            if not _writable(infos[path], self.original)
        ]


def _name(path: str) -> str:
    return "standard input" if path == inputs.STDIN else path


def _writable(info: DocumentInfo, files: Mapping[str, bytes]) -> bool:
    """Says whether a draft is a file of its own, and its text the file's."""
    return (
        info.format in fixes.FORMATS
        and info.path in files
        and info.release is not None
        and encoded_as(info.release.document.text, files[info.path]) is not None
    )


def _only(info: DocumentInfo) -> str:
    """Returns why nothing is written into a draft."""
    if info.format in fixes.FORMATS:
        return "its text is a part of the file, or in an encoding that cannot be told for certain"
    said = "fixes are written into plain text, Markdown and HTML"
    if info.format in ("docx", "pdf"):
        return f"{said}; --annotate COPY.{info.format} puts the findings beside the words"
    return said


def _named(what: str, report: Report) -> Finding:
    """Returns the one finding that a person means; raises Failure where it is not one, or has nothing to apply."""
    from prlint.report import waived_because
    from prlint.waivers import place

    if not place.is_fingerprint(what):
        raise Failure(
            f"--apply {what}: that is no fingerprint",
            f"it takes {place.SHORTEST} hexadecimal characters or more; --show fingerprint prints them",
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


def _diff(work: _Work, path: str) -> str:
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
