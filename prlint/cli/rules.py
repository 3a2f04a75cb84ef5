"""Lists the rules: id, severity, family, kind, status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint import console, paths
from prlint.text.terminal import printable

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from prlint.rulebook.model import Rule

HELP = "Lists the rules: id, severity, family, kind, status."

EPILOG = """\
examples:
  prlint rules                       the rules that ship, and those of prlint.yaml
  prlint rules --rules our-rules/    and your own
  prlint rules --format json         for programs

exit code: 0, or 2 when a rule file is broken (the others are still listed)"""

SCHEMA = "prlint-rules/1"
FORMATS = ("table", "json")

_COLUMNS = ("id", "severity", "family", "kind", "status")
_ORDER = ("error", "warning", "info")


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint rules`."""
    add = parser.add_argument
    add("--rules", action="append", default=[], metavar="PATH", help="rules of your own: a file or folder")
    add("--format", default="table", choices=FORMATS, metavar="FORMAT", help="table or json (default: table)")


def run(arguments: Namespace) -> int:
    """Prints the list and returns the exit code."""
    from prlint.cli._house import rule_paths
    from prlint.rulebook import load

    rulebook = load(rule_paths(arguments.rules), builtin=paths.rules_folder())
    if arguments.format == "json":
        import json

        data = {"schema": SCHEMA, "digest": rulebook.digest, "rules": [_data(rule) for rule in rulebook.rules]}
        console.out(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        console.out(_table(rulebook.rules))
    for error in rulebook.errors:
        console.say(str(error))
    return 2 if rulebook.errors else 0


def severities(rule: Rule) -> list[str]:
    """Returns the severities that a rule may give, the gravest first."""
    given = {outcome.severity for outcome in rule.outcomes.values()}
    return [severity for severity in _ORDER if severity in given]


def _data(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "severity": severities(rule)[0],
        "outcomes": {name: outcome.severity for name, outcome in rule.outcomes.items()},
        "family": rule.family,
        "kind": rule.kind,
        "status": rule.status,
        "path": rule.path,
    }


def _table(rules: Sequence[Rule]) -> str:
    rows = [_COLUMNS, *((r.id, "/".join(severities(r)), r.family, r.kind, r.status) for r in rules)]
    wide = [max(len(row[i]) for row in rows) for i in range(len(_COLUMNS))]
    lines = ("  ".join(f"{cell:<{wide[i]}}" for i, cell in enumerate(row)).rstrip() for row in rows)
    return "".join(f"{printable(line)}\n" for line in lines)
