"""One run of check, the same from every front door: the command line, an editor, a program.

Files are found and read, sorted by the prlint.yaml that holds for them, checked
against the archive and each other, and come back as one report. Nothing is
printed here, and nothing is written but the cache.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from prlint import engine, inputs, paths, profile
from prlint.console import Failure
from prlint.report import RunError
from prlint.run import accepted
from prlint.run.chosen import chosen
from prlint.run.house import archive, houses, placed, run_error
from prlint.run.merged import merged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.engine import Source
    from prlint.report import Report
    from prlint.run.accepted import Accepted
    from prlint.run.house import House
    from prlint.run.kept import Kept
    from prlint.waivers.record import Standing


class Wishes(NamedTuple):
    """What the caller asks for, beside the drafts; each stands above prlint.yaml.

    `archive` are files and folders of earlier releases, `rules` those of rules
    of one's own; `select` and `ignore` are ids or families of rules. `as_of`
    (YYYY-MM-DD) stands for each draft's own date. `only` are the paths of the
    drafts that are checked, where not all are: the others stay evidence.
    `history` asks for what lies behind each draft. `baseline` is the path of a
    file of findings that stood before, `against` that of an older version of
    the draft: what they have is waived.
    """

    archive: Sequence[str] = ()
    as_of: str | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    rules: Sequence[str] = ()
    only: frozenset[str] | None = None
    history: bool = False
    baseline: str | None = None
    against: str | None = None


class Run(NamedTuple):
    """What came of it.

    The report, the files read by their path, from which severity on each
    draft's house fails, and what became of the waivers that concern the drafts.
    """

    report: Report
    sources: Mapping[str, Source]
    fail_on: Mapping[str, str]
    standings: tuple[Standing, ...] = ()


class Progress(Protocol):
    """What is told how far a run has come."""

    def more(self, steps: int) -> None:
        """Hears that so many steps lie ahead, beside those of before."""

    def step(self) -> None:
        """Hears that a step is done: a release was read, or a draft checked."""


def run(
    files: Sequence[str],
    wishes: Wishes = Wishes(),  # noqa: B008 - an immutable tuple
    contents: Mapping[str, bytes] = {},
    kept: Kept | None = None,
) -> Run:
    """Checks the drafts in `files` (files, folders, "-" for standard input).

    `contents` stands for what a file holds, by its path as it is found: the
    words of an editor that are not saved yet. `kept` is for a process that checks
    again and again.

    Raises Failure where a wish cannot be met. What is wrong with a file, the
    profile or a rule is an error in the report, and the rest is checked.
    """
    found, errors, notices = inputs.files(files)
    return checked(found, wishes, contents, errors, notices, kept)


def checked(
    found: Sequence[tuple[str, str]],
    wishes: Wishes,
    contents: Mapping[str, bytes],
    errors: list[RunError],
    notices: list[str],
    kept: Kept | None = None,
    progress: Progress | None = None,
) -> Run:
    """Does what `run` does with files that were found (`inputs.files`), and what was said about them."""
    as_of = None if wishes.as_of is None else day("--as-of", wishes.as_of)
    found = accepted.without(found, wishes.against, wishes.baseline)
    if not found and not errors:
        # A path that holds no release is a slip; a run that checked nothing must not look like a clean one.
        errors.append(RunError("usage", "there was nothing to check"))
    of = houses(found, errors, notices)
    if found and not (of or errors or notices):
        notices.append("nothing was checked: every file is excluded, or is in the archive")
    read: dict[str, Source] = {}
    done: list[Accepted] = []
    if of:
        everything = inputs.read([path for house in of for path in house.drafts], contents)
        errors += everything.errors
        notices += everything.notices
        read = {source.path: source for source in everything.sources}
        done = [_of_house(house, read, wishes._replace(as_of=as_of), notices, kept, progress) for house in of]
    report = merged([one.report for one in done], errors, notices, [path for path, _ in found])
    fail_on = {path: house.profile.get("fail_on", "error") for house in of for path in house.drafts}
    fail_on |= {
        one.path: fail_on.get(inputs.file_holding(one.path), "error")
        for one in report.documents
        if one.path not in fail_on
    }
    return Run(report, read, fail_on, tuple(standing for one in done for standing in one.standings))


def _of_house(
    house: House,
    read: Mapping[str, Source],
    wishes: Wishes,
    notices: list[str],
    kept: Kept | None,
    progress: Progress | None,
) -> Accepted:
    """Checks one house's drafts against its archive and all else that was named, and marks what was waived."""
    from prlint.rulebook import cache, load

    settings = house.profile.get("rules", {})
    own = [*settings.get("paths", ()), *wishes.rules]
    rulebook = kept.rulebook(own) if kept else load(own, builtin=paths.rules_folder(), cache=profile.cache_folder())
    errors = [run_error("rule-file", placed(problem, house)) for problem in rulebook.errors]
    rules = chosen(rulebook, wishes.select, wishes.ignore, house, errors)
    earlier = accepted.evidence(archive(house, wishes.archive, errors, notices), wishes.against, wishes.baseline)
    drafts = [path for path in house.drafts if path in read and (wishes.only is None or path in wishes.only)]
    # Where prlint.yaml names an archive, it alone is the record: a draft has the same findings whatever else is named.
    apart = "archive" in house.profile
    others = [] if apart else [source for path, source in read.items() if path not in drafts]
    step = progress.step if progress else lambda: None
    if progress:
        progress.more(2 * len(drafts) + len(others) + len(earlier))
    releases = engine.understood([read[path] for path in drafts], rulebook, errors, step)
    evidence = [*others, *earlier]
    record = kept.earlier(evidence, rulebook, errors) if kept else engine.understood(evidence, rulebook, errors, step)
    options = engine.Options(wishes.as_of, rules, settings.get("severity", {}), wishes.history, apart)
    before = accepted.older(wishes.against, record, rulebook, house, options, errors)
    report = engine.judge(
        releases,
        rulebook,
        archive=record,
        profile_of=lambda _: house.profile,
        options=options,
        errors=errors,
        memo=kept.memo(rulebook) if kept else None,
        step=step,
    )
    if wishes.history:
        report = report._replace(settings=accepted.settings(report, house, wishes.baseline, wishes.against))
    if kept:
        kept.forget(releases)
    (kept or cache).keep(rulebook)
    return accepted.accepted(report, house, rulebook, baseline=wishes.baseline, against=wishes.against, before=before)


def day(option: str, given: str) -> str:
    """Returns the day (YYYY-MM-DD) given for an option; raises Failure where it is none."""
    from prlint.profile.checks import iso_date

    try:
        return iso_date(given)
    except ValueError as problem:
        raise Failure(f"{option} is not a date: `{given}`", str(problem)) from problem
