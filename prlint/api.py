"""The door for programs: `prlint.check(paths) -> Report`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint.run import Wishes, run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prlint.report import Report

    Path = str | os.PathLike[str]


def check(
    paths: Path | Iterable[Path],
    *,
    archive: Iterable[Path] = (),
    as_of: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Iterable[Path] = (),
) -> Report:
    """Checks releases and returns the report, as `prlint check` does.

    `paths` are files and folders. prlint.yaml is found upwards from each draft;
    where it names no archive, releases named together are each other's, and
    `archive` adds earlier ones that are not checked. `as_of` is a day (YYYY-MM-DD) that stands
    for each draft's own date; `select` and `ignore` are ids or families of
    rules, `rules` files and folders with rules of one's own.

    A file that cannot be read, and a mistake in prlint.yaml or in a rule, are
    in `Report.errors`, and the rest is checked: a report with errors is not
    complete. Raises Failure where an argument cannot be met (a rule that does
    not exist, a date that is none).
    """
    several = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    wishes = Wishes(
        archive=_names(archive),
        as_of=as_of,
        select=tuple(select),
        ignore=tuple(ignore),
        rules=_names(rules),
    )
    return run(_names(several), wishes).report


def _names(paths: Iterable[Path]) -> tuple[str, ...]:
    return tuple(os.fspath(path) for path in paths)
