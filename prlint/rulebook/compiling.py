"""From rule files to a rulebook, without a cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.rulebook.contents import digest
from prlint.rulebook.factfile import read_fact
from prlint.rulebook.known import Known
from prlint.rulebook.model import Rule, Rulebook
from prlint.rulebook.reading import Reading
from prlint.rulebook.rule import read_rule
from prlint.text.error import RuleError
from prlint.text.yaml import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.rulebook.fact import Fact
    from prlint.rulebook.files import File
    from prlint.text.yaml import Node

#: The folder whose files are lists.
LISTS = "lists"


def build(contents: Sequence[tuple[File, bytes]], errors: Iterable[RuleError]) -> Rulebook:
    """Returns the rulebook; what is wrong is among its errors, and all the rest is there."""
    problems = list(errors)
    lists: dict[str, Any] = {}
    facts: dict[str, Fact] = {}
    rules: dict[str, Rule] = {}
    places: dict[str, str] = {}
    rest: list[tuple[File, Reading, Node]] = []
    for file, data in contents:
        try:
            reading, root = _parsed(file, data)
            if file.family == LISTS:
                _list(file, reading, root, lists, places)
                problems += reading.errors
            else:
                rest.append((file, reading, root))
        except RuleError as error:
            problems.append(error)
    # Claims before rules, which name them.
    for _, reading, root in rest:
        if _is_fact(root):
            fact = read_fact(reading, root, lists)
            _unique(reading, root, "claim", fact.name, places)
            if not reading.errors:
                facts[fact.name] = fact
            problems += reading.errors
    known = Known(lists, facts)
    for file, reading, root in rest:
        if not _is_fact(root):
            rule = _rule(file, reading, root, known)
            if rule is not None:
                _unique(reading, root, "id", rule.id, places)
                if not reading.errors:
                    rules[rule.id] = rule
            problems += reading.errors
    return Rulebook(
        rules=tuple(rules[id] for id in sorted(rules)),
        lists=lists,
        facts=tuple(facts.values()),
        errors=tuple(problems),
        digest=digest(contents),
    )


def _parsed(file: File, data: bytes) -> tuple[Reading, Node]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        # `problem.object` is the file without a byte-order mark.
        before = problem.object[: problem.start].decode().split("\n")
        raise RuleError(
            file.path,
            "this is not UTF-8",
            line=len(before),
            column=len(before[-1]) + 1,
            source=problem.object.split(b"\n")[len(before) - 1].decode(errors="replace").rstrip("\r"),
            hint="save the file as UTF-8",
        ) from None
    source, root = parse(text, file.path)
    return Reading(source), root


def _list(file: File, reading: Reading, root: Node, lists: dict[str, Any], places: dict[str, str]) -> None:
    name = file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if root.empty:
        reading.wrong(root, "this list is empty")
        return
    first = places.setdefault(f"list {name}", file.path)
    if first != file.path:
        reading.wrong(root, f"the list `{name}` is here twice", f"the first is {first}; rename this file")
        return
    if root.kind == "mapping":
        reading.format(root)
    data = reading.plain(root)
    if not reading.errors:
        lists[name] = data


def _is_fact(root: Node) -> bool:
    return root.kind == "mapping" and root.get("claim") is not None


def _rule(file: File, reading: Reading, root: Node, known: Known) -> Rule | None:
    if root.empty:
        reading.wrong(root, "this file is empty", "a rule needs `id`, `kind`, `message` and `examples`")
        return None
    if not reading.mapping(root, "a rule"):
        return None
    rule = read_rule(reading, root, family=file.family, ours=file.ours, known=known)
    stem = file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if file.ours and rule.id and rule.id != stem:
        reading.wrong(root.get("id") or root, f"the file is called {stem}, the rule `{rule.id}`", "name both alike")
    return rule


def _unique(reading: Reading, root: Node, key: str, name: str, places: dict[str, str]) -> None:
    node = root.get(key)
    if name and node is not None:
        here = f"{reading.source.path}:{node.line}"
        first = places.setdefault(f"{key} {name}", here)
        if first != here:
            what = "rule" if key == "id" else "claim"
            reading.wrong(node, f"the {what} `{name}` is here twice", f"the first is in {first}")
