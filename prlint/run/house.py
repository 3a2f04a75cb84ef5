"""A house: drafts under one prlint.yaml, and the earlier releases that it names."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint import inputs, profile
from prlint.console import Failure
from prlint.report import RunError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prlint.engine import Source
    from prlint.text.error import RuleError


class House(NamedTuple):
    """Drafts under one profile; `path` is that of its prlint.yaml, None for drafts without one."""

    path: str | None
    profile: Mapping[str, Any]
    drafts: list[str]


def houses(found: Iterable[tuple[str, str]], errors: list[RunError], notices: list[str]) -> list[House]:
    """Sorts drafts (each with the path that it was named by) by their profile.

    Those whose profile is broken, excluded ones and the archive's are left out.
    """
    sorted_: dict[str | None, House | None] = {}
    by_folder: dict[str, str | None] = {}
    cache = profile.cache_folder()
    for path, named in found:
        folder = os.path.dirname(os.path.abspath(path)) if path != inputs.STDIN else os.getcwd()
        if folder not in by_folder:
            by_folder[folder] = profile.find(os.path.join(folder, "x"))
        of = by_folder[folder]
        if of not in sorted_:
            sorted_[of] = _house(of, cache, errors)
        house = sorted_[of]
        if house is None:
            continue
        passed = inputs.passed(house.path, house.profile)
        if inputs.excluded(path, passed):
            if named == path:
                notices.append(f"{path} is excluded by {house.path}: not checked")
        # Whoever names the archive itself, or a part of it, wants it checked.
        elif not inputs.in_archive(path, passed) or inputs.in_archive(named, passed):
            house.drafts.append(path)
    return [house for house in sorted_.values() if house is not None and house.drafts]


def _house(path: str | None, cache: str | None, errors: list[RunError]) -> House | None:
    if path is None:
        return House(None, {}, [])
    from prlint.text.error import RuleError

    try:
        return House(path, profile.load(path, cache), [])
    except RuleError as problem:
        errors.append(run_error("configuration", problem))
        return None


def archive(house: House, named: Iterable[str], errors: list[RunError], notices: list[str]) -> tuple[Source, ...]:
    """Reads the earlier releases: those of the profile, and those that were named beside it.

    Raises Failure where one that was named is not there.
    """
    roots = list(named)
    for root in roots:
        if not os.path.exists(root):
            raise Failure(f"--archive {root}: there is no such file or folder")
    own = house.profile.get("archive")
    if own and house.path:
        if os.path.exists(own):
            roots.append(own)
        else:
            message = f"the archive `{own}` is not there"
            errors.append(run_error("configuration", profile.mistake(house.path, ("archive",), message)))
    found, wrong, said = inputs.files(roots)
    earlier = inputs.read([path for path, _ in found])
    errors += [*wrong, *earlier.errors]
    notices += said
    return earlier.sources


def placed(problem: RuleError, house: House) -> RuleError:
    """Returns the mistake at its place in prlint.yaml, where that names rules that are not there; else as it is."""
    if problem.line is None and house.path and problem.path in house.profile.get("rules", {}).get("paths", ()):
        written = problem.path.removeprefix(os.path.join(os.path.dirname(house.path), ""))
        message = f"the rules `{written}`: {problem.message}"
        return profile.mistake(house.path, ("rules", "paths", written), message, problem.hint)
    return problem


def run_error(kind: str, problem: RuleError) -> RunError:
    """Returns a mistake in a file of the user's as an error of the run."""
    return RunError(
        kind,
        problem.message,
        document=problem.path,
        rule=problem.rule,
        line=problem.line,
        column=problem.column,
        shown=str(problem),
    )
