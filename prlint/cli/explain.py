"""Shows the manual's page of a rule, a kind of rule or a claim type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint import console, paths, registry
from prlint.cli._page import page_of
from prlint.console import Failure
from prlint.rulebook.message import written
from prlint.text.terminal import printable, wrap

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator, Mapping

    from prlint.rulebook.fact import Fact
    from prlint.rulebook.model import Rule, Rulebook

HELP = "Shows the manual's page of a rule (what it finds and why, with examples and sources), a kind or a claim type."

EPILOG = """\
examples:
  prlint explain trial-phase-drift          why it speaks, and when it is silent
  prlint explain agree                      the parameters and outcomes of a kind, for one who writes a rule
  prlint explain person                     the fields of a claim type
  prlint explain --all docs/rules           the manual's pages of all rules, as Markdown

exit code: 0, or 2 where there is no such page or a rule file is broken"""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of `prlint explain`."""
    add = parser.add_argument
    add("rule", metavar="NAME", nargs="?", help="the id of a rule, or the name of a kind or a claim type")
    add("--rules", action="append", default=[], metavar="PATH", help="rules of your own: a file or folder")
    group = parser.add_argument_group("pages in Markdown").add_argument
    group("--all", metavar="DIR", help="write the pages of all rules into a folder, with an index")
    group("--kinds", metavar="DIR", help="write the pages of all kinds into a folder, with an index")
    group("--claims", metavar="DIR", help="write the pages of all claim types into a folder, with an index")
    group("--commands", metavar="DIR", help="write the pages of all commands into a folder, with an index")


def run(arguments: Namespace) -> int:
    """Prints the page, or writes all of them, and returns the exit code."""
    folders = (arguments.all, arguments.kinds, arguments.claims, arguments.commands)
    if bool(arguments.rule) == any(folders):
        raise Failure(
            "explain takes a name, or --all, --kinds, --claims or --commands with a folder",
            "prlint rules lists the rules",
        )
    from prlint.cli._house import rule_paths
    from prlint.rulebook import load

    rulebook = load(rule_paths(arguments.rules), builtin=paths.rules_folder(), examples=True)
    if any(folders):
        return _write_all(folders, rulebook)
    name = arguments.rule
    rule = rulebook.rule(name)
    fact = next((fact for fact in rulebook.facts if fact.name == name), None)
    if rule is not None:
        _print(page(rule))
    elif fact is not None:
        _print(_fact_page(fact))
    elif name in registry.names("kinds") or name in registry.names("extractors"):
        from prlint.cli._reference import told

        # What is written for people has its lines broken already.
        console.out("".join(f"{printable(line)}\n" for line in told(name)))
    else:
        raise Failure(f"there is no rule `{name}`", _hint(name, rulebook))
    return 0


def _print(lines: Iterable[str]) -> None:
    width = console.width()
    for line in lines:
        # An indented line keeps its indentation where it is broken.
        indent = line[: len(line) - len(line.lstrip())]
        for part in wrap(printable(line.strip()).split(), max(20, width - len(indent))) if line.strip() else ("",):
            console.out(f"{indent}{part}\n")


def _write_all(folders: tuple[str | None, ...], rulebook: Rulebook) -> int:
    from prlint.cli._manual import MARK, manual, write
    from prlint.cli._reference import CLAIMS_MARK, COMMANDS_MARK, KINDS_MARK, claim_pages, command_pages, kind_pages

    # A page that is not made because its rule is broken would be taken away.
    for error in rulebook.errors:
        console.say(str(error))
    if rulebook.errors:
        return 2
    rules, kinds, claims, commands = folders
    for folder, mark, pages in (
        (rules, MARK, manual(rulebook.rules) if rules else {}),
        (kinds, KINDS_MARK, kind_pages(rulebook.rules) if kinds else {}),
        (claims, CLAIMS_MARK, claim_pages() if claims else {}),
        (commands, COMMANDS_MARK, command_pages() if commands else {}),
    ):
        if folder:
            made, gone = write(folder, pages, mark)
            console.out(f"{made} pages written to {printable(folder)}" + (f", {gone} taken away\n" if gone else "\n"))
    return 0


def _hint(name: str, rulebook: Rulebook) -> str:
    # A broken file may be the very one that is asked for.
    for error in rulebook.errors:
        if error.rule == name:
            return f"its file is broken: {str(error).splitlines()[0]}"
    from prlint.text.hints import hint

    known = {rule.id for rule in rulebook.rules} | {*registry.names("kinds"), *registry.names("extractors")}
    return hint(name, known, "prlint rules lists them")


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
