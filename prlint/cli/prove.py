"""Runs the examples of rules and claims, and says what each rule costs.

Without a path it runs those of the rules that ship.
"""

from __future__ import annotations

import os
from math import inf
from typing import TYPE_CHECKING

from prlint import console, paths
from prlint.cli._options import words
from prlint.console import Failure
from prlint.text.terminal import counted, printable

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from prlint.prove import Failed
    from prlint.rulebook.fact import Fact
    from prlint.rulebook.model import Rule, Rulebook

HELP = "Runs the examples of rules and claims, and says what each rule costs."

EPILOG = """\
examples:
  prlint prove our-rules/                    your own rules
  prlint prove --select names,trial-phase-drift    of those that ship, a family and one more

exit code: 0 every example holds, 1 one does not, 2 a rule file is broken or nothing was there to run"""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint prove`."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="rule files or folders (default: the rules that ship)")
    add("--select", action="append", default=[], metavar="RULES", help="only these ids or families, with commas")


def run(arguments: Namespace) -> int:
    """Runs the examples, prints a line for each rule, and returns the exit code."""
    from prlint.prove import costs, prove_fact, prove_rule
    from prlint.rulebook import load

    builtin = paths.rules_folder()
    rulebook = load(arguments.paths, builtin=builtin, examples=True)
    wanted = words(arguments.select)
    rules = [rule for rule in rulebook.rules if _named(rule.path, arguments.paths, builtin)]
    facts = [fact for fact in rulebook.facts if _named(fact.path, arguments.paths, builtin)]
    if wanted:
        _refuse_unknown(wanted, rules, facts)
        rules = [rule for rule in rules if {rule.id, rule.family} & set(wanted)]
        facts = [fact for fact in facts if fact.name in wanted]
    failures: list[Failed] = []
    price = costs(rules, rulebook)
    for fact in facts:
        failed = list(prove_fact(fact, rulebook))
        failures += failed
        _line(fact.name, "claim", len(fact.examples), failed, "")
    for rule in rules:
        failed = list(prove_rule(rule, rulebook))
        failures += failed
        # A rule that crashes has no price.
        cost = f"{price[rule.id]:7.2f} ms" if price.get(rule.id, inf) < inf else ""
        _line(rule.id, rule.family, len(rule.examples), failed, cost)
    return _end(rulebook, rules, facts, failures)


def _named(path: str, wanted: Sequence[str], builtin: str) -> bool:
    """Says whether a rule's file was asked for, by its own name or its folder's."""
    whole = os.path.realpath(path)
    roots = [os.path.realpath(root) for root in wanted or [builtin]]
    return any(whole == root or whole.startswith(os.path.join(root, "")) for root in roots)


def _refuse_unknown(wanted: Sequence[str], rules: Sequence[Rule], facts: Sequence[Fact]) -> None:
    known = {rule.id for rule in rules} | {rule.family for rule in rules} | {fact.name for fact in facts}
    for word in wanted:
        if word not in known:
            from prlint.text.hints import hint

            raise Failure(f"no rule or family is called `{word}`", hint(word, known, "prlint rules lists them"))


def _line(name: str, family: str, examples: int, failed: Sequence[Failed], price: str) -> None:
    """Prints one rule's line, and below it what does not hold."""
    count = counted(examples, "example")
    console.out(
        printable(f"{'FAIL' if failed else 'ok':<4}  {name:<34}  {family:<10}  {count:>11}  {price}".rstrip()) + "\n"
    )
    for one in failed:
        console.out(printable(f"      {one.path}:{one.line}: {one.example}") + "\n")
        for problem in one.problems:
            console.out(printable(f"        {problem}") + "\n")


def _end(rulebook: Rulebook, rules: Sequence[Rule], facts: Sequence[Fact], failures: Sequence[Failed]) -> int:
    from prlint.prove import MEASURED

    for error in rulebook.errors:
        console.say(str(error))
    examples = sum(len(rule.examples) for rule in rules) + sum(len(fact.examples) for fact in facts)
    broken = f", {len(failures)} failed" if failures else ""
    console.out(
        f"\n{counted(len(rules), 'rule')}, {counted(len(facts), 'claim')}, {counted(examples, 'example')}{broken}"
        f" (times: for {MEASURED:,} characters, without reading them)\n"
    )
    if rulebook.errors or (not rules and not facts):
        if not rulebook.errors:
            console.say("there was no rule to prove")
        return 2
    return 1 if failures else 0
