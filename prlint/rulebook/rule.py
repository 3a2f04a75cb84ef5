"""One rule file, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import SEVERITIES
from prlint.rulebook.examples import read_examples
from prlint.rulebook.message import TemplateError, parts
from prlint.rulebook.model import COMPARED, STATUSES, ZONES, Outcome, Reference, Rule, Zones
from prlint.rulebook.params import message_fields, read_params
from prlint.rulebook.silence import read_unless
from prlint.text.hints import hint as near

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from prlint.registry import Kind
    from prlint.rulebook.known import Known
    from prlint.rulebook.reading import Reading
    from prlint.text.yaml import Node

KEYS = (
    "format",
    "id",
    "title",
    "since",
    "status",
    "kind",
    "compare",
    "outcomes",
    "severity",
    "message",
    "zones",
    "params",
    "unless",
    "gives_way",
    "spelling",
    "consistent",
    "advice",
    "why",
    "sources",
    "valid_from",
    "valid_to",
    "examples",
)

#: What our own rules must say beyond what every rule must.
OURS = ("title", "since", "status", "advice", "why", "sources")


def read_rule(reading: Reading, root: Node, *, family: str, ours: bool, known: Known) -> Rule:
    """Returns the rule; it is only of use when `reading.errors` stayed empty."""
    reading.keys(root, KEYS)
    reading.format(root)
    top = root.value[0][0] if root.value else root
    name = reading.required(root, "id", top, "a rule")
    id = _identifier(reading, name)
    reading.rule = id or None
    if ours:
        for key in OURS:
            reading.required(root, key, name or top, "a rule of our own")
    kind_node = reading.required(root, "kind", name or top, "a rule")
    kind_name = reading.choice(kind_node, "kind", known.kinds, "")
    kind = known.kind(kind_name) if kind_name else None
    outcomes: Mapping[str, Outcome] = {}
    params: Mapping[str, object] = {}
    fields: Collection[str] = ()
    if kind is not None:
        params = read_params(reading, kind.PARAMS, root, kind_name, known)
        # What a kind has against parameters that are right one by one; most have nothing.
        mistake = getattr(kind, "mistake", None)
        if mistake is not None and kind_node is not None and not reading.errors and (said := mistake(params)):
            reading.wrong(kind_node, said)
        fields = message_fields(kind.PARAMS, reading.present(root, "params"), params, known)
        outcomes = _outcomes(reading, root, kind_name, kind, fields)
    since, until = (reading.date(reading.present(root, key), f"`{key}`") for key in ("valid_from", "valid_to"))
    if since and until and since > until:
        reading.wrong(root.get("valid_to") or root, f"`valid_to` lies before `valid_from`, which is {since}")
    return Rule(
        id=id,
        title=reading.text(reading.present(root, "title"), "`title`"),
        family=family,
        kind=kind_name,
        status=reading.choice(reading.present(root, "status"), "status", STATUSES, "trial"),
        compare=reading.choices(reading.present(root, "compare"), "comparison", COMPARED)
        or COMPARED,  # what the kind compares with
        outcomes=outcomes,
        zones=_zones(reading, reading.present(root, "zones")),
        params=params,
        unless=read_unless(
            reading,
            reading.present(root, "unless"),
            known.lists,
            kind.OUTCOMES if kind is not None else {},
            fields,
        ),
        gives_way=reading.flag(reading.present(root, "gives_way"), "`gives_way`"),
        spelling=reading.flag(reading.present(root, "spelling"), "`spelling`"),
        consistent=_template(reading, reading.present(root, "consistent"), "consistent", ("about",)),
        advice=reading.text(reading.present(root, "advice"), "`advice`"),
        why=reading.text(reading.present(root, "why"), "`why`"),
        sources=_sources(reading, reading.present(root, "sources")),
        since=_version(reading, reading.present(root, "since")),
        valid_from=since,
        valid_to=until,
        # Without a kind nothing is known of outcomes, and complaints about examples would only follow from that.
        examples=read_examples(reading, root, outcomes) if kind is not None else (),
        path=reading.source.path,
        line=name.line if name is not None else 1,
    )


def _identifier(reading: Reading, node: Node | None) -> str:
    text = reading.text(node, "`id`")
    if text and node is not None and not all(part.isascii() and part.isalnum() for part in text.split("-")):
        reading.wrong(node, f"`{text}` is not an id", "small letters and digits, joined by hyphens")
    elif text and node is not None and text != text.lower():
        reading.wrong(node, f"`{text}` is not an id", f"write `{text.lower()}`")
    return text


def _version(reading: Reading, node: Node | None) -> str:
    text = reading.text(node, "`since`")
    if text and node is not None and not all(part.isascii() and part.isdigit() for part in text.split(".")):
        reading.wrong(node, f"`since` is not a version: `{text}`", 'write it like "0.1"')
    return text


def _outcomes(reading: Reading, root: Node, kind_name: str, kind: Kind, fields: Collection[str]) -> dict[str, Outcome]:
    declared = kind.OUTCOMES
    node = reading.present(root, "outcomes")
    found: dict[str, Outcome] = {}
    if node is None:
        if root.get("outcomes") is not None:
            return found
        if len(declared) != 1:
            names = ", ".join(f"`{name}`" for name in declared)
            at = root.get("message") or root.get("kind") or root
            reading.wrong(
                at, f"kind `{kind_name}` has several outcomes", f"give a message to each under `outcomes:`: {names}"
            )
            return found
        (only,) = declared
        return {only: _outcome(reading, root, {*declared[only], *fields}, "a rule")}
    for key in ("severity", "message"):
        twice = root.get(key)
        if twice is not None:
            reading.wrong(twice, f"`{key}` is given at the top and under `outcomes`", "keep it under `outcomes`")
    if not reading.mapping(node, "`outcomes`"):
        return found
    for name, shown, value in node.items():
        if name not in declared:
            reading.wrong(shown, f"unknown outcome `{name}` of kind `{kind_name}`", near(name, declared))
        elif not value.null and reading.mapping(value, f"the outcome `{name}`"):
            reading.keys(value, ("severity", "message", "advice"), " in an outcome")
            found[name] = _outcome(reading, value, {*declared[name], *fields}, "an outcome")
        elif value.null:
            reading.wrong(shown, f"the outcome `{name}` has no value", "leave it out to keep it quiet")
    return found


def _outcome(reading: Reading, node: Node, fields: Collection[str], what: str) -> Outcome:
    severity = reading.choice(reading.present(node, "severity"), "severity", SEVERITIES, "warning")
    message = reading.required(node, "message", node.value[0][0] if node.value else node, what)
    template = _template(reading, message, "message", fields)
    # At the top of a rule the advice is the rule's.
    advice = reading.text(reading.present(node, "advice"), "`advice`") if what == "an outcome" else ""
    return Outcome(severity, template, advice)


def _template(reading: Reading, node: Node | None, key: str, fields: Collection[str]) -> str:
    """Returns a text that may name these fields."""
    template = reading.text(node, f"`{key}`")
    if node is not None and template:
        try:
            for name, _, offset in parts(template):
                if name and name not in fields:
                    unknown = (
                        f"unknown field `{name}` in the message"
                        if key == "message"
                        else f"unknown field `{name}` in `{key}`"
                    )
                    reading.wrong_inside(node, offset, len(name) + 2, unknown, near(name, fields))
        except TemplateError as problem:
            hint = "a literal brace is written twice: `{{`"
            reading.wrong_inside(node, problem.offset, problem.width, f"`{key}`: {problem}", hint)
    return template


def _zones(reading: Reading, node: Node | None) -> Zones:
    if node is None or not reading.mapping(node, "`zones`"):
        return Zones()
    reading.keys(node, ("only", "not"), " in `zones`")
    only = reading.choices(reading.present(node, "only"), "zone", ZONES)
    return Zones(only, reading.choices(reading.present(node, "not"), "zone", ZONES))


def _sources(reading: Reading, node: Node | None) -> tuple[Reference, ...]:
    good = []
    for item in reading.each(node, "`sources`"):
        reading.keys(item, ("title", "url", "checked"), " in `sources`")
        title = reading.text(reading.required(item, "title", item, "a source"), "`title`")
        # Left out where the source stands for what is generally known, and nobody has looked.
        checked = reading.date(reading.present(item, "checked"), "`checked`")
        good.append(Reference(title, reading.text(reading.present(item, "url"), "`url`"), checked or ""))
    return tuple(good)
