"""Checks of any profile's values: each sees a node and returns what it stands for, or raises with its place.

A check takes the node, its file, and the name of its key for the message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from prlint.text.yaml import Node, Source

    Check = Callable[[Node, Source, str], Any]


def mapping(keys: Mapping[str, Check], required: Sequence[str] = ()) -> Check:
    """Returns the check of a mapping that has these keys and no others, those `required` among them."""

    def check(node: Node, source: Source, name: str) -> dict[str, Any]:
        what = f"`{name}`" if name else "a profile"
        if node.kind != "mapping":
            raise source.at(node, f"{what} wants keys and values", hint=f"its keys are {_words(keys)}")
        found: dict[str, Any] = {}
        for key, at, value in node.items():
            if key not in keys:
                from prlint.text.hints import hint

                raise source.at(at, f"unknown key `{key}`" + (f" in `{name}`" if name else ""), hint=hint(key, keys))
            _there(at, value, source)
            found[key] = keys[key](value, source, key)
        for key in required:
            if key not in found:
                raise source.at(node, f"`{name}` has an entry without `{key}`")
        return found

    return check


def table(values: Check) -> Check:
    """Returns the check of a mapping whose keys are the user's own."""

    def check(node: Node, source: Source, name: str) -> dict[str, Any]:
        if node.kind != "mapping":
            raise source.at(node, f"`{name}` wants keys and values")
        for key, at, value in node.items():
            _there(at, value, source)
            if not key.strip():
                raise source.at(at, f"a key of `{name}` is empty")
        return {key: values(value, source, key) for key, _, value in node.items()}

    return check


def entries(items: Check) -> Check:
    """Returns the check of a list."""

    def check(node: Node, source: Source, name: str) -> list[Any]:
        if node.kind != "sequence":
            written = node.value if node.kind == "scalar" else "…"
            raise source.at(
                node,
                f"`{name}` wants a list",
                hint=f"write [{written}]" if node.kind == "scalar" else "begin each entry with `- `",
            )
        for child in node.value:
            if child.null:
                raise source.at(child, f"an entry of `{name}` is empty")
        return [items(child, source, name) for child in node.value]

    return check


def choice(allowed: Sequence[str]) -> Check:
    """Returns the check of a word that is one of `allowed`, whatever its case; it comes out as it stands there."""

    def check(node: Node, source: Source, name: str) -> str:
        value = written(node, source, name)
        folded = value.casefold()
        for choice in allowed:
            if folded == choice.casefold():
                return choice
        from prlint.text.hints import hint

        raise source.at(node, f"`{name}` cannot be `{value}`", hint=hint(value, allowed))

    return check


def _there(at: Node, value: Node, source: Source) -> None:
    if value.null:
        raise source.at(at, f"`{at.value}` has no value", hint="leave the key out where nothing is known")


def written(node: Node, source: Source, name: str) -> str:
    """Returns a text; a number counts as the text it is written as (`phase: 1`)."""
    if node.kind != "scalar":
        raise source.at(node, f"`{name}` wants a text, not a {'list' if node.kind == 'sequence' else 'mapping'}")
    if not node.style and node.value in ("true", "false"):
        raise source.at(
            node, f"`{name}` wants a text, not {node.value}", hint=f'write "{node.value}" if you mean the word'
        )
    text = " ".join(node.value.split())
    if not text:
        raise source.at(node, f"`{name}` is empty", hint="leave the key out where nothing is known")
    return text


def day(node: Node, source: Source, name: str) -> str:
    """Returns an ISO date."""
    value = written(node, source, name)
    try:
        return iso_date(value)
    except ValueError as problem:
        raise source.at(node, f"`{name}` is not a date: `{value}`", hint=str(problem)) from problem


def iso_date(value: str) -> str:
    """Returns an ISO date as it is; raises ValueError with a sentence for a person."""
    from datetime import date

    parts = value.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not value.replace("-", "").isdecimal() or not value.isascii():
        raise ValueError("dates are written YYYY-MM-DD")
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2])).isoformat()
    except ValueError:
        raise ValueError("there is no such day") from None  # Python's own words differ between its versions


def _words(names: Mapping[str, Any]) -> str:
    return ", ".join(f"`{name}`" for name in names)
