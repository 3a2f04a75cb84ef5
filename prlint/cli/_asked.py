"""What the commands that check have in common: the options they take, what these ask for, and how a failed run is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint import console
from prlint.cli._options import words
from prlint.run import Wishes

if TYPE_CHECKING:
    from argparse import Namespace, _ActionsContainer
    from collections.abc import Iterable

    from prlint.report import RunError


def add_evidence(to: _ActionsContainer) -> None:
    """Adds the options that say what a draft is held against, and as of when."""
    add = to.add_argument
    add("--archive", action="append", default=[], metavar="PATH", help="earlier releases: evidence, not checked")
    add("--as-of", metavar="DATE", help="judge as of this day (YYYY-MM-DD; default: each draft's own date)")
    add("--against", metavar="OLD", help="an older version of the draft: report only what the draft brought")
    add("--baseline", metavar="FILE", help="findings that stood before: report only what is new")


def add_rules(to: _ActionsContainer) -> None:
    """Adds the options that say which rules run."""
    add = to.add_argument
    add("--select", action="append", default=[], metavar="RULES", help="check only these: ids or families, with commas")
    add("--ignore", action="append", default=[], metavar="RULES", help="leave these out: ids or families, with commas")
    add("--rules", action="append", default=[], metavar="PATH", help="rules of your own: a file or folder")


def wishes(arguments: Namespace, *, history: bool, only: frozenset[str] | None = None) -> Wishes:
    """Returns what these options ask of a run; `history` and `only` as in `Wishes`."""
    return Wishes(
        archive=arguments.archive,
        as_of=arguments.as_of,
        select=words(arguments.select),
        ignore=words(arguments.ignore),
        rules=arguments.rules,
        only=only,
        history=history,
        baseline=arguments.baseline,
        against=arguments.against,
    )


def complain(errors: Iterable[RunError]) -> None:
    """Says what is wrong with the run on standard error."""
    for error in errors:
        console.say(error.shown or _line(error))


def _line(error: RunError) -> str:
    rule = f"rule {error.rule}: " if error.rule and error.kind.startswith("rule-") else ""
    return f"{error.where}: {rule}{error.message}" if error.where else f"{rule}{error.message}"
