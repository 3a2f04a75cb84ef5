"""What kinds, claim types and commands say of themselves.

Of kinds and claim types `prlint explain` prints it; the pages of docs/kinds,
docs/claims and docs/commands are made of it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from prlint import registry
from prlint.cli._manual import INDEX, plain
from prlint.cli._page import printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from prlint.registry import Param
    from prlint.rulebook.model import Rule

#: The first lines of the files that are made here.
KINDS_MARK = "<!-- Made from the kinds by `prlint explain --kinds`; edit the kind instead. -->"
CLAIMS_MARK = "<!-- Made from the extractors by `prlint explain --claims`; edit the extractor instead. -->"

COMMANDS_MARK = "<!-- Made from the commands by `prlint explain --commands`; edit the command instead. -->"

#: How a section of a kind's docstring begins, and its heading on a page.
_SECTIONS = {
    "Params:": "Parameters",
    "Parameters:": "Parameters",
    "Outcome": "Outcomes",
    "An example:": "An example",
    "Example": "An example",
}

_KINDS = """\
# The kinds

A kind is the relation that a rule checks: its `kind`. Each has a page with the parameters that a rule may give in `params`,
and the outcomes that it may name. [How to choose one](../writing-rules.md#2-choose-a-kind); [every key of a
rule](../rules.md).
"""

_CLAIMS = """\
# The claim types

A claim is a typed fact that is read from a release, with its place. Rules name the type in `claim`, and its fields in
messages and parameters; `prlint claims --only TYPE PATH` shows what is read. Fields that are empty say that the text does
not tell. [Claims of your own](../rules.md#a-claim-of-your-own) are defined in YAML.
"""


_COMMANDS = """\
# The commands

What `prlint --help` lists, and what `prlint COMMAND --help` says of each. Every command ends with 0 where all is well, with 1 where
something was found, and with 2, one clear line and a hint where the run itself failed; an interrupted one ends with 130.
"""


def kind_pages(rules: Sequence[Rule]) -> dict[str, str]:
    """Returns the text of each kind's page by its file name, and of a list of them; `rules` are shown as examples."""
    names = registry.names("kinds")
    index = [
        _KINDS,
        "| kind | checks | rules |",
        "|---|---|---|",
        *(
            f"| [{name}]({name}.md) | {_first('kinds', name)} | {sum(r.kind == name for r in rules)} |"
            for name in names
        ),
    ]
    pages = {f"{name}.md": _page(KINDS_MARK, _kind(name, [r for r in rules if r.kind == name])) for name in names}
    return {INDEX: _page(KINDS_MARK, index), **pages}


def claim_pages() -> dict[str, str]:
    """Returns the text of each claim type's page by its file name, and of a list of them."""
    names = registry.names("extractors")
    index = [
        _CLAIMS,
        "| claim | what is read |",
        "|---|---|",
        *(f"| [{name}]({name}.md) | {_first('extractors', name)} |" for name in names),
    ]
    return {
        INDEX: _page(CLAIMS_MARK, index),
        **{f"{name}.md": _page(CLAIMS_MARK, _claim(name)) for name in names},
    }


def command_pages() -> dict[str, str]:
    """Returns the text of each command's page by its file name, and of a list of them."""
    from prlint.cli.main import commands, grouped, summary

    index = [_COMMANDS]
    for heading, names in grouped():
        index += ["", f"## {heading.capitalize()}", "", "| command | does |", "|---|---|"]
        index += [f"| [prlint {name}]({name}.md) | {plain(summary(name))} |" for name in names]
    pages = {f"{name}.md": _page(COMMANDS_MARK, _command(name)) for name in commands()}
    return {INDEX: _page(COMMANDS_MARK, index), **pages}


def _command(name: str) -> Iterator[str]:
    from prlint.cli._complete import taken

    takes = taken(name)
    module = sys.modules[f"prlint.cli.{name.replace('-', '_')}"]
    words = [f"{one.word or 'ARGUMENT'}{'…' if one.several else ''}" for one in takes if not one.names]
    yield from (f"# prlint {name}", "", plain(module.HELP))
    yield from ("", f"    prlint {' '.join([name, *words, '[OPTIONS]'])}")
    for group in dict.fromkeys(one.group for one in takes):
        yield from ("", f"## {group[:1].upper()}{group[1:]}" if group else "## What it takes", "")
        yield from ("| argument | meaning |", "|---|---|")
        for one in takes:
            if one.group == group:
                value = "" if one.flag else f" {one.word}" if one.word else ""
                said = ", ".join(f"`{option}{value}`" for option in one.names) or f"`{one.word}`"
                yield f"| {said} | {plain(one.about)}{'; may be given again' if one.several and one.names else ''} |"
    yield from ("", "## Examples")
    for part in getattr(module, "EPILOG", "").split("\n\n"):
        lines = part.removeprefix("examples:\n").split("\n")
        if lines[0].startswith("  "):
            yield from ("", "```text", *(line[2:] for line in lines), "```")
        else:
            said = plain(part)
            yield from ("", f"{said[:1].upper()}{said[1:]}" + ("" if said.endswith((".", ":")) else "."))


def _page(mark: str, lines: Sequence[str] | Iterator[str]) -> str:
    return "\n".join((mark, "", *lines, ""))


def _first(group: str, name: str) -> str:
    """Returns the first paragraph of a member's docstring, for a cell of a table."""
    return " ".join(_said(group, name).split("\n\n")[0].split()).replace("|", "\\|")


def _said(group: str, name: str) -> str:
    return str(registry.load(group, name).__doc__ or "").strip()


def _kind(name: str, rules: Sequence[Rule]) -> Iterator[str]:
    kind = registry.load("kinds", name)
    yield f"# {name}"
    shown = False
    for heading, lines in _sections(_said("kinds", name)):
        if heading:
            yield from ("", f"## {heading}")
        yield ""
        yield from _fenced(lines)
        if heading == "Outcomes" and not shown:
            shown = True
            yield from _outcomes(kind.OUTCOMES)
    if not shown:
        yield from ("", "## Outcomes")
        yield from _outcomes(kind.OUTCOMES)
    yield from ("", "## Types and defaults", "", "| parameter | type | default | meaning |", "|---|---|---|---|")
    yield from (
        f"| `{param}` | {_type(about)} | {_default(about)} | {plain(about.about)} |"
        for param, about in kind.PARAMS.items()
    )
    if rules:
        yield from ("", "## Rules of this kind", "", "| rule | finds |", "|---|---|")
        yield from (
            f"| [{rule.id}](../rules/{rule.family}/{rule.id}.md) | {plain(rule.title)} |"
            for rule in sorted(rules, key=lambda rule: rule.id)
        )


def _claim(name: str) -> Iterator[str]:
    extractor = registry.load("extractors", name)
    yield from (f"# {name}", "")
    yield from _fenced(_said("extractors", name).split("\n"))
    yield from ("", "## Fields", "", "| field | holds |", "|---|---|")
    yield from (f"| `{field}` | {plain(about)} |" for field, about in extractor.FIELDS.items())
    if extractor.NEEDS:
        needs = ", ".join(f"[{need}]({need}.md)" for need in sorted(extractor.NEEDS))
        yield from ("", f"It is read with the help of: {needs}.")


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yields the headings (empty for the beginning) and the lines of each part of a docstring."""
    heading, lines = "", list[str]()
    for line in text.split("\n"):
        begins = next((title for start, title in _SECTIONS.items() if line.startswith(start)), "")
        if begins and (not lines or not lines[-1].strip()):
            yield heading, lines
            heading, lines = begins, [] if line.endswith(("Params:", "Parameters:", "An example:")) else [line]
        else:
            lines.append(line)
    yield heading, lines


def _fenced(lines: Sequence[str]) -> Iterator[str]:
    """Yields the lines without blank ones at either end, what is indented after a blank line as a block of YAML."""
    kept = "\n".join(lines).strip("\n").split("\n")
    within = False
    for i, line in enumerate(kept):
        code = line.startswith("    ") and (within or i == 0 or not kept[i - 1].strip())
        if code != within and (line.strip() or not within):
            yield "```yaml" if code else "```"
            within = code
        yield line[4:] if within else line
    if within:
        yield "```"


def _outcomes(outcomes: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield from ("", "| outcome | its message may name |", "|---|---|")
    for name, fields in outcomes.items():
        yield f"| `{name}` | {', '.join(f'`{field}`' for field in fields)} |"


def _type(param: Param) -> str:
    return f"{param.type}: {', '.join(param.choices)}" if param.choices else param.type


def _default(param: Param) -> str:
    if param.default is ...:
        return "required"
    return plain(printed(param.default, ": ")) or "none"


def told(name: str) -> Iterator[str]:
    """Yields the lines that a terminal shows of a kind and of a claim type of that name; none where there is neither."""
    if name in registry.names("kinds"):
        kind = registry.load("kinds", name)
        yield from (f"{name}: a kind of rule", "", *_said("kinds", name).split("\n"))
        yield from ("", "Types and defaults", *(f"  {p}: {_type(a)}, {_default(a)}" for p, a in kind.PARAMS.items()))
        yield from ("", "Outcomes", *(f"  {outcome}: {', '.join(said)}" for outcome, said in kind.OUTCOMES.items()))
    if name in registry.names("extractors"):
        if name in registry.names("kinds"):
            yield ""
        yield from (f"{name}: a claim type", "", *_said("extractors", name).split("\n"), "", "Fields")
        yield from (f"  {field}: {about}" for field, about in registry.load("extractors", name).FIELDS.items())
