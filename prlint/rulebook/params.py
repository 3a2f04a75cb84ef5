"""The parameters of a rule, held to what its kind declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.rulebook.phrase import compiled, source
from prlint.text.hints import hint as near
from prlint.text.yaml import scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.registry import Param
    from prlint.rulebook.known import Known
    from prlint.rulebook.reading import Reading
    from prlint.text.yaml import Node


def claim_types(declared: Mapping[str, Param], node: Node | None, known: Known) -> tuple[str, ...]:
    """Returns the claim types that a rule names in its parameters, as far as they are known; the first is its own."""
    found = []
    for name, param in declared.items():
        if param.type == "claim":
            given = node.get(name) if node is not None and node.kind == "mapping" else None
            type = given.value if given is not None and given.kind == "scalar" else param.default
            if isinstance(type, str) and type in known.claims:
                found.append(type)
    return tuple(found)


def message_fields(
    declared: Mapping[str, Param], node: Node | None, values: Mapping[str, Any], known: Known
) -> frozenset[str]:
    """Returns what a message may name beyond its outcome's own fields.

    These are the fields of the claims, and the named groups of the patterns:
    where a parameter has several patterns, those that all of them have.
    """
    fields = {field for type in claim_types(declared, node, known) for field in known.fields(type)}
    for name, param in declared.items():
        if param.type in ("pattern", "patterns") and values.get(name):
            patterns = values[name] if isinstance(values[name], tuple) else (values[name],)
            fields |= set.intersection(*(set(pattern.groups) for pattern in patterns))
    return frozenset(fields)


def read_params(reading: Reading, declared: Mapping[str, Param], root: Node, kind: str, known: Known) -> dict[str, Any]:
    """Returns a value for each parameter that the kind declares."""
    node = reading.present(root, "params")
    if node is not None and not reading.mapping(node, "`params`"):
        return {}
    values: dict[str, Any] = {}
    claim = next(iter(claim_types(declared, node, known)), "")
    if node is not None:
        reading.keys(node, tuple(declared), f" in `params` of kind `{kind}`")
    for name, param in declared.items():
        given = reading.present(node, name) if node is not None else None
        if given is not None:
            values[name] = _value(reading, given, f"`{name}`", param, claim, known)
        elif param.type == "fields" and name in (compared := known.compared(claim)):
            # A claim of YAML says itself what makes two of them one thing, and what must then be equal.
            values[name] = compared[name]
        elif param.default is not ...:
            values[name] = param.default
        elif node is None or node.get(name) is None:
            at = node if node is not None else root.get("kind") or root
            about = f": {param.about}" if param.about else ""
            reading.wrong(at, f"kind `{kind}` needs the parameter `{name}`{about}", f"add `{name}:` under `params:`")
    return values


def _value(reading: Reading, node: Node, what: str, param: Param, claim: str, known: Known) -> Any:
    """Returns one parameter's value; None where it is wrong, which is recorded."""
    match param.type:
        case "claim":
            return reading.choice(node, "claim", known.claims, "")
        case "field" if claim:
            return reading.choice(node, f"field (of the claim `{claim}`)", tuple(known.fields(claim)), "")
        case "fields" if claim:
            return reading.choices(node, f"field (of the claim `{claim}`)", tuple(known.fields(claim)))
        case "list":
            text = reading.text(node, what)
            if text and text not in known.lists:
                reading.wrong(node, f"unknown list `{text}`", near(text, known.lists))
            return text
        case "choice":
            return reading.choice(node, what.strip("`"), param.choices, "")
        case "pattern" | "patterns" | "phrases":
            return _patterns(reading, node, what, param.type)
        case "number" | "flag":
            return _number_or_flag(reading, node, what, param.type)
        case "text" | "field":
            # An empty replacement takes the words out.
            return reading.text(node, what, empty=param.type == "text")
        case "texts" | "fields":
            return tuple(text for text, _ in reading.texts(node, what))
        case "mapping":
            return reading.plain(node) if reading.mapping(node, what) else None
        case other:
            msg = f"a kind declares {what} with the unknown type {other!r}"
            raise ValueError(msg)


def _patterns(reading: Reading, node: Node, what: str, type: str) -> Any:
    if type == "pattern":
        text = reading.text(node, what)
        return compiled(reading, node, text) if text else None
    made = (
        compiled(reading, item, source(text), None) if type == "phrases" else compiled(reading, item, text)
        for text, item in reading.texts(node, what)
    )
    return tuple(pattern for pattern in made if pattern is not None)


def _number_or_flag(reading: Reading, node: Node, what: str, type: str) -> float | bool | None:
    value = scalar(node) if node.kind == "scalar" else None
    if type == "flag" and isinstance(value, bool):
        return value
    if type == "number" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    reading.wrong(node, f"{what} is a number" if type == "number" else f"{what} is `true` or `false`")
    return None
