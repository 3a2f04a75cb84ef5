"""Shows a rule's manual page: what it finds and why, with its examples and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint import console, paths, registry
from prlint.console import Failure
from prlint.rulebook.message import written
from prlint.text.patterns import Pattern
from prlint.text.terminal import printable, wrap

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Mapping

    from prlint.rulebook.example import Example, Mark
    from prlint.rulebook.fact import Fact
    from prlint.rulebook.model import Rule, Rulebook, Unless

HELP = "Shows a rule's manual page: what it finds and why, with its examples and sources."


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint explain`."""
    parser.add_argument("rule", metavar="RULE", help="the id of a rule, or the name of a claim defined in YAML")
    parser.add_argument("--rules", action="append", default=[], metavar="PATH", help="rules of your own")


def run(arguments: Namespace) -> int:
    """Prints the page and returns the exit code."""
    from prlint.cli._house import rule_paths
    from prlint.rulebook import load

    rulebook = load(rule_paths(arguments.rules), builtin=paths.rules_folder(), examples=True)
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


def _hint(name: str, rulebook: Rulebook) -> str:
    # A broken file may be the very one that is asked for.
    for error in rulebook.errors:
        if error.rule == name:
            return f"its file is broken: {str(error).splitlines()[0]}"
    from prlint.text.hints import nearest

    near = nearest(name, [rule.id for rule in rulebook.rules])
    return f"did you mean `{near}`?" if near else "prlint rules lists them"


def page(rule: Rule) -> Iterator[str]:
    """Yields the lines of a rule's page."""
    yield rule.id
    if rule.title:
        yield f"  {rule.title}"
    yield ""
    yield f"  {rule.status}, family {rule.family}, kind {rule.kind}" + (f", since {rule.since}" if rule.since else "")
    for day, word in ((rule.valid_from, "from"), (rule.valid_to, "to")):
        if day:
            yield f"  valid {word} {day}"
    yield f"  compares: {', '.join(rule.compare)}"
    if rule.zones.only:
        yield f"  only in: {', '.join(rule.zones.only)}"
    if rule.zones.excluded:
        yield f"  not in: {', '.join(rule.zones.excluded)}"
    yield from _section("Why", rule.why)
    yield from _section("What to do", rule.advice)
    yield from ("", "Outcomes")
    for name, outcome in rule.outcomes.items():
        yield f"  {outcome.severity} {name}: {outcome.message}"
    yield from _params(rule)
    if rule.unless:
        yield from ("", "Silent when")
        for reason in rule.unless:
            yield f"  {reason.id}: {_conditions(reason)}" + (f". {reason.why}" if reason.why else "")
    yield from ("", "Examples")
    for example in rule.examples:
        yield from _example(example)
    if rule.sources:
        yield from ("", "Sources")
        for source in rule.sources:
            yield f"  {source.title}{f', {source.url}' if source.url else ''} (checked {source.checked})"
    yield from ("", f"Defined in {rule.path}")


def _section(title: str, text: str) -> Iterator[str]:
    if text:
        yield from ("", title)
        yield from (f"  {line}" for line in text.splitlines())


def _params(rule: Rule) -> Iterator[str]:
    declared = registry.load("kinds", rule.kind).PARAMS
    set_here = {name: value for name, value in rule.params.items() if value != declared[name].default}
    if set_here:
        yield from ("", "Parameters")
        for name, value in set_here.items():
            about = declared[name].about
            yield f"  {name}: {_value(value)}" + (f" ({about})" if about else "")


def _value(value: Any) -> str:
    if isinstance(value, Pattern):
        return value.source
    if isinstance(value, (tuple, list)):
        return ", ".join(_value(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if hasattr(value, "items"):
        return "; ".join(f"{name} → {_value(item)}" for name, item in value.items())
    return str(value)


def _conditions(reason: Unless) -> str:
    said = []
    for where, phrases in (
        ("the sentence says", reason.sentence),
        ("before it stands", reason.before),
        ("after it stands", reason.after),
        ("the release says", reason.document),
    ):
        if phrases:
            said.append(f"{where} " + " or ".join(f'"{phrase.written}"' for phrase in phrases))
    if reason.zone:
        said.append(f"it stands in {' or '.join(reason.zone)}")
    return ", and ".join(said)


def _example(example: Example) -> Iterator[str]:
    expected = example.expected
    about = [
        *(f"released {example.date}" for _ in [0] if example.date),
        *(f"as of {example.as_of}" for _ in [0] if example.as_of),
        *("a known miss" for _ in [0] if example.known),
    ]
    verdict = "quiet" if not expected else "found" if len(expected) == 1 else f"{len(expected)} findings"
    yield f"  {verdict}{''.join(f', {one}' for one in about)}:"
    for old in example.archive:
        yield f"    {old.date}: {_marked(old.text.text, [(mark, '<<', '>>') for mark in old.text.evidence])}"
    places = {mark: (mark, "[[", "]]") for one in expected for mark in one.places}
    evidence = [(mark, "<<", ">>") for mark in example.marked_evidence]
    yield from (f"    {line}" for line in _marked(example.text, [*places.values(), *evidence]).splitlines())
    for one in expected:
        if one.says:
            yield f"      says: {one.says}"


def _marked(text: str, marks: list[tuple[Mark, str, str]]) -> str:
    for mark, opening, closing in sorted(marks, reverse=True):
        text = text[: mark.start] + opening + text[mark.start : mark.end] + closing + text[mark.end :]
    return text


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
