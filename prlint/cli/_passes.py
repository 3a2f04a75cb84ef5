"""Suggestions put into drafts, in memory: pass by pass, until nothing is left to write.

Each pass writes what goes together, and checks the result; what the check
takes back is not written. A second run then finds nothing to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint import fixes, inputs
from prlint.run import run
from prlint.text.decode import encoded_as

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from prlint.finding import Finding
    from prlint.fixes import Left, Plan
    from prlint.report import DocumentInfo, Report
    from prlint.run import Run, Wishes

#: Passes at most; each settles all that does not overlap, and what one brings to light is rarely more than one deep.
_PASSES = 10


class _Fixed(NamedTuple):
    path: str
    finding: Finding


class Work:
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
