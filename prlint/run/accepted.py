"""What somebody decided to live with: waivers, a baseline, an older version of the draft, applied to a house's report.

Where there is none of these nothing is loaded.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from prlint import engine, inputs
from prlint.console import Failure
from prlint.run.house import run_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.claim import Release
    from prlint.engine import Options, Source
    from prlint.report import DocumentInfo, Report, RunError
    from prlint.rulebook.model import Rulebook
    from prlint.run.house import House
    from prlint.waivers.record import Standing

#: The file of waivers; prlint.waivers.file names it too, and is loaded only where there is one.
_FILE = "prlint-waivers.yaml"


class Accepted(NamedTuple):
    """A house's report with what is waived, and what came of each waiver."""

    report: Report
    standings: tuple[Standing, ...] = ()


def without(found: Sequence[tuple[str, str]], against: str | None, baseline: str | None) -> list[tuple[str, str]]:
    """Returns the files that were found, without the older version of the draft and the baseline: they are no drafts.

    Raises Failure where there is no such file, and where it is not one draft that is held against it.
    """
    if baseline is not None:
        # In the folder that is checked it looks like a text.
        found = [(path, named) for path, named in found if path == named or not _same_file(path, baseline)]
    if against is None:
        return list(found)
    if not os.path.isfile(against):
        what = "is a folder: name the older version of the draft" if os.path.isdir(against) else "is not there"
        raise Failure(f"--against {against} {what}")
    drafts = [one for one in found if not _same_file(one[0], against)]
    if found and not drafts:
        raise Failure(f"--against {against} is the draft itself")
    if len(drafts) > 1:
        raise Failure(f"--against holds one draft against its older version; {len(drafts)} files were named")
    return drafts


def evidence(sources: Iterable[Source], *others: str | None) -> list[Source]:
    """Returns the earlier releases, these other files left out."""
    named = [path for path in others if path is not None]
    return [source for source in sources if not any(_same_file(source.path, path) for path in named)]


def older(
    against: str | None,
    archive: Sequence[Release],
    rulebook: Rulebook,
    house: House,
    options: Options,
    errors: list[RunError],
) -> Report | None:
    """Returns the report on the older version, checked as the draft is; None without one."""
    if against is None:
        return None
    read = inputs.read([against])
    errors += read.errors
    releases = engine.understood(read.sources, rulebook, errors)
    return engine.judge(
        releases,
        rulebook,
        archive=archive,
        profile_of=lambda _: house.profile,
        options=options._replace(history=False),
    )


def accepted(
    report: Report,
    house: House,
    rulebook: Rulebook,
    *,
    baseline: str | None = None,
    against: str | None = None,
    before: Report | None = None,
) -> Accepted:
    """Returns the report with its findings waived where they are; what became of the decisions is among the notices.

    `before` is the report on `against`, the older version of the draft.
    """
    files = _files(report.documents, house)
    remarked = any(_remarked(info) for info in report.documents)
    if not (files or remarked or baseline or before):
        return Accepted(report)
    from prlint.text.error import RuleError

    names = {rule.id for rule in rulebook.rules}
    off = {rule for rule, severity in house.profile.get("rules", {}).get("severity", {}).items() if severity == "off"}
    looked = {one.rule for one in report.examined} - off
    broke = {(error.rule, error.document) for error in report.errors}

    def ran(rule: str, path: str) -> bool:
        return rule in looked and (rule, path) not in broke

    def known(rule: str) -> bool:
        # The file that would have brought the rule may be the broken one, which is reported already.
        return rule in names or bool(rulebook.errors)

    findings = list(report.findings)
    errors: list[RunError] = []
    notices: list[str] = []
    standings: list[Standing] = []
    for path, documents in files.items():
        from prlint.waivers.file import load
        from prlint.waivers.judge import judge

        try:
            judged = judge(findings, documents, load(path), ran, known)
        except RuleError as problem:
            errors.append(run_error("configuration", problem))
            continue
        findings = list(judged.findings)
        notices += judged.notices
        standings += judged.standings
    if remarked:
        from prlint.waivers import remarks

        findings = remarks.apply(findings, report.documents, ran, known, errors, notices)
    if before is not None and against is not None:
        from prlint.waivers import older as version

        notices += version.unlike(report.documents, before.documents, against)
        findings = version.marked(findings, report.documents, before.findings, before.documents, against)
    if baseline is not None:
        from prlint.waivers import baseline as stood

        paths = [info.path for info in report.documents]
        try:
            findings, said = stood.apply(findings, paths, baseline, stood.load(baseline), ran)
            notices += said
        except RuleError as problem:
            errors.append(run_error("configuration", problem))
    changed = report._replace(
        findings=tuple(findings),
        errors=(*report.errors, *errors),
        # A decision that no longer holds is the first thing to know.
        notices=(*notices, *report.notices),
    )
    return Accepted(changed, tuple(standings))


def settings(report: Report, house: House, baseline: str | None, against: str | None) -> tuple[tuple[str, str], ...]:
    """Returns the files that the report depends on beside drafts, archive and rules: path and SHA-256 of each."""
    from prlint.digest import sha256

    found = []
    for path in (house.path, *_files(report.documents, house), baseline, against):
        if path is not None:
            try:
                with open(path, "rb") as stream:
                    found.append((_near(path), sha256(stream.read()).hexdigest()))
            except OSError:
                continue  # whoever needs the file says so
    return tuple(found)


def _near(path: str) -> str:
    """Returns the path from here, where the file lies below."""
    here = os.path.join(os.getcwd(), "")
    return path.removeprefix(here)


def _files(documents: Iterable[DocumentInfo], house: House) -> dict[str, list[DocumentInfo]]:
    """Returns each file of waivers with the drafts that it holds for."""
    by_file: dict[str, list[DocumentInfo]] = {}
    of_folder: dict[str, str | None] = {}
    for info in documents:
        path = inputs.file_holding(info.path)
        folder = "" if path == inputs.STDIN else os.path.dirname(path)
        if folder not in of_folder:
            of_folder[folder] = _find(house.path, folder)
        found = of_folder[folder]
        if found is not None:
            by_file.setdefault(found, []).append(info)
    return by_file


def _find(profile: str | None, folder: str) -> str | None:
    """Returns what `prlint.waivers.file.find` does, which is loaded only where there is a file."""
    at = os.path.abspath(os.path.dirname(profile) if profile is not None else folder)
    while not os.path.lexists(os.path.join(at, _FILE)):
        parent = os.path.dirname(at)
        if profile is not None or parent == at:
            return None
        at = parent
    from prlint.waivers.file import find

    return find(profile, folder)


def _remarked(info: DocumentInfo) -> bool:
    """Says whether a draft may hold a comment for prlint."""
    return info.format in ("markdown", "html") and info.release is not None and "prlint" in info.release.document.text


def _same_file(one: str, other: str) -> bool:
    return one != inputs.STDIN and os.path.realpath(one) == os.path.realpath(other)
