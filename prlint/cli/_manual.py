"""The manual's pages in Markdown: one for each rule, and a table of them all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint import paths
from prlint.cli._page import page_of
from prlint.cli.rules import severities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prlint.cli._page import Page, Shown
    from prlint.rulebook.model import Rule

#: The first line of each file that is made here: what bears it may be replaced, and taken away with its rule.
MARK = "<!-- Made from the rules by `prlint explain --all`; edit the rule instead. -->"

INDEX = "index.md"

_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\*_<[]|#"})


def manual(rules: Sequence[Rule]) -> dict[str, str]:
    """Returns the text of every page by its path under the manual's folder: `names/company-name-variant.md`."""
    pages = {f"{rule.family}/{rule.id}.md": _text(_rule(page_of(rule), rule)) for rule in rules}
    return {INDEX: _text(_index(rules)), **pages}


def write(folder: str, pages: dict[str, str], mark: str = MARK) -> tuple[int, int]:
    """Writes the pages and takes away those of rules that are gone; returns how many it wrote and took away.

    Only files that were made here, with `mark` in their first line, are ever taken away. Raises OSError.
    """
    from prlint.text import atomic

    gone = [path for path in _made(folder, mark) if path not in pages]
    for path, text in pages.items():
        file = os.path.join(folder, *path.split("/"))
        os.makedirs(os.path.dirname(file), exist_ok=True)
        atomic.write(file, text.encode("utf-8"))
    for path in gone:
        os.unlink(os.path.join(folder, *path.split("/")))
    return len(pages), len(gone)


def differing(folder: str, pages: dict[str, str], mark: str = MARK) -> list[str]:
    """Returns the pages that are not in the folder as they should be, and those that should not be there, sorted."""
    there = {}
    for path in _made(folder, mark):
        with open(os.path.join(folder, *path.split("/")), encoding="utf-8") as stream:
            there[path] = stream.read()
    return sorted(path for path in {*pages, *there} if pages.get(path) != there.get(path))


def _made(folder: str, mark: str) -> Iterator[str]:
    """Yields the paths of the files in the folder that were made here."""
    for at, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            file = os.path.join(at, name)
            if not name.endswith(".md"):
                continue
            with open(file, encoding="utf-8", errors="replace") as stream:
                if stream.readline().rstrip("\n") == mark:
                    yield os.path.relpath(file, folder).replace(os.sep, "/")


def _text(lines: Iterable[str]) -> str:
    return "\n".join((MARK, "", *lines, ""))


def plain(text: str) -> str:
    """Returns a text that Markdown shows as it stands, on one line."""
    return " ".join(text.split()).translate(_SPECIAL)


def _code(text: str) -> str:
    """Returns a text as code, which may hold single backticks."""
    line = " ".join(text.split()).replace("|", "\\|")  # in a table a bar ends the cell, even in code
    return f"`` {line} ``" if "`" in line else f"`{line}`"


def _index(rules: Sequence[Rule]) -> Iterator[str]:
    yield "# The rules"
    family = ""
    for rule in sorted(rules, key=lambda rule: (rule.family, rule.id)):
        if rule.family != family:
            family = rule.family
            yield from ("", f"## {family}", "", "| rule | finds | severity | kind | status |", "|---|---|---|---|---|")
        yield (
            f"| [{rule.id}]({rule.family}/{rule.id}.md) | {plain(rule.title)} | {', '.join(severities(rule))} "
            f"| {rule.kind} | {rule.status} |"
        )


def _rule(page: Page, rule: Rule) -> Iterator[str]:
    yield f"# {page.id}"
    if page.title:
        yield from ("", f"{plain(page.title)}.")
    yield from ("", *(f"- {plain(line)}" for line in page.about))
    for heading, text in (("Why", page.why), ("What to do", page.advice)):
        if text:
            yield from ("", f"## {heading}", "", *(line.translate(_SPECIAL) for line in text.splitlines()))
    yield from ("", "## What it says", "", "| outcome | message |", "|---|---|")
    yield from (f"| {plain(name)} | {plain(message)} |" for name, message in page.outcomes)
    if page.params:
        yield from ("", "## Parameters", "", "| parameter | value | meaning |", "|---|---|---|")
        yield from (f"| `{name}` | {_code(value)} | {plain(about)} |" for name, value, about in page.params)
    if page.silences:
        yield from ("", "## Silent when", "", *(f"- {plain(id)}: {plain(text)}" for id, text in page.silences))
    if page.examples:
        yield from ("", "## Examples", "", "`[[…]]` is what is found, `<<…>>` what proves it.")
        for shown in page.examples:
            yield from _example(shown)
    if page.sources:
        yield from ("", "## Sources", "", *(f"- {plain(source)}" for source in page.sources))
    yield from ("", f"Defined in `{_path(rule)}`.")


def _example(shown: Shown) -> Iterator[str]:
    fence = "```" if "```" not in shown.text else "````"
    yield from ("", f"{shown.heading[:1].upper()}{shown.heading[1:]}:")
    for day, text in shown.archive:
        yield from ("", f"Earlier release, {day}:", "", f"{fence}text", text.rstrip(), fence)
    if shown.archive:
        yield from ("", "Draft:")
    yield from ("", f"{fence}text", shown.text.rstrip(), fence)
    for says in shown.says:
        yield from ("", f"> {plain(says)}")


def _path(rule: Rule) -> str:
    """Returns the rule's path; that of one that ships, as it stands in the source tree."""
    folder = paths.rules_folder().replace(os.sep, "/")
    return f"rules/{rule.path[len(folder) + 1 :]}" if rule.path.startswith(f"{folder}/") else rule.path
