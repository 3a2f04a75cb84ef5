"""Shows a rule's manual page: what it finds and why, with its examples and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint import console, paths
from prlint.cli._page import page_of
from prlint.console import Failure
from prlint.rulebook.message import written
from prlint.text.terminal import printable, wrap

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Mapping

    from prlint.rulebook.fact import Fact
    from prlint.rulebook.model import Rule, Rulebook

HELP = "Shows a rule's manual page: what it finds and why, with its examples and sources."


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint explain`."""
    add = parser.add_argument
    add("rule", metavar="RULE", nargs="?", help="the id of a rule, or the name of a claim defined in YAML")
    add("--rules", action="append", default=[], metavar="PATH", help="rules of your own")
    add("--all", metavar="DIR", help="write the pages of all rules into a folder, as Markdown, with an index")


def run(arguments: Namespace) -> int:
    """Prints the page, or writes all of them, and returns the exit code."""
    if bool(arguments.rule) == bool(arguments.all):
        raise Failure("explain takes the id of a rule, or --all DIR", "prlint rules lists the rules")
    from prlint.cli._house import rule_paths
    from prlint.rulebook import load

    rulebook = load(rule_paths(arguments.rules), builtin=paths.rules_folder(), examples=True)
    if arguments.all:
        return _write_all(arguments.all, rulebook)
    width = console.width()
    rule = rulebook.rule(arguments.rule)
    fact = next((fact for fact in rulebook.facts if fact.name == arguments.rule), None)
    if rule is None and fact is None:
        raise Failure(f"there is no rule `{arguments.rule}`", _hint(arguments.rule, rulebook))
    for line in page(rule) if rule is not None else _fact_page(fact) if fact is not None else ():
        # An indented line keeps its indentation where it is broken.
        indent = line[: len(line) - len(line.lstrip())]
        for part in wrap(printable(line.strip()).split(), max(20, width - len(indent))) if line.strip() else ("",):
            console.out(f"{indent}{part}\n")
    return 0


def _write_all(folder: str, rulebook: Rulebook) -> int:
    from prlint.cli._manual import manual, write

    # A page that is not made because its rule is broken would be taken away.
    for error in rulebook.errors:
        console.say(str(error))
    if rulebook.errors:
        return 2
    made, gone = write(folder, manual(rulebook.rules))
    console.out(f"{made} pages written to {printable(folder)}" + (f", {gone} taken away\n" if gone else "\n"))
    return 0


def _hint(name: str, rulebook: Rulebook) -> str:
    # A broken file may be the very one that is asked for.
    for error in rulebook.errors:
        if error.rule == name:
            return f"its file is broken: {str(error).splitlines()[0]}"
    from prlint.text.hints import nearest

    near = nearest(name, [rule.id for rule in rulebook.rules])
    return f"did you mean `{near}`?" if near else "prlint rules lists them"


def page(rule: Rule) -> Iterator[str]:
    """Yields the lines of a rule's page, as a terminal shows them."""
    page = page_of(rule)
    yield page.id
    if page.title:
        yield f"  {page.title}"
    yield ""
    yield from (f"  {line}" for line in page.about)
    for title, text in (("Why", page.why), ("What to do", page.advice)):
        if text:
            yield from ("", title)
            yield from (f"  {line}" for line in text.splitlines())
    params = [(name, value + (f" ({about})" if about else "")) for name, value, about in page.params]
    for title, pairs in (("Outcomes", page.outcomes), ("Parameters", params), ("Silent when", page.silences)):
        if pairs:
            yield from ("", title)
            yield from (f"  {name}: {text}" for name, text in pairs)
    yield from ("", "Examples")
    for shown in page.examples:
        yield f"  {shown.heading}:"
        yield from (f"    {day}: {text}" for day, text in shown.archive)
        yield from (f"    {line}" for line in shown.text.splitlines())
        yield from (f"      says: {says}" for says in shown.says)
    if page.sources:
        yield from ("", "Sources")
        yield from (f"  {source}" for source in page.sources)
    yield from ("", f"Defined in {page.path}")


def _fact_page(fact: Fact) -> Iterator[str]:
    yield fact.name
    if fact.title:
        yield f"  {fact.title}"
    yield from ("", "  a claim defined in YAML", "", "Fields")
    for name, about in fact.FIELDS.items():
        roles = [role for role, fields in (("key", fact.key), ("value", fact.value)) if name in fields]
        yield f"  {name}: {about}{''.join(f' ({role})' for role in roles)}"
    yield from ("", "Examples")
    for example in fact.examples:
        yield f"  {example.text.strip()}"
        for gives in example.gives or ({},):
            yield f"    gives {_gives(gives)}"
    yield from ("", f"Defined in {fact.path}")


def _gives(gives: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {written(value)}" for name, value in gives.items()) or "nothing"
