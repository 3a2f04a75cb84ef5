"""Reads checked values out of nodes, and collects what is wrong.

A mistake costs the value it stands in, so one file can show several; a file
with any is not loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.text.error import RuleError
from prlint.text.hints import hint as near
from prlint.text.yaml import plain, scalar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from prlint.text.yaml import Node, Source


class Reading:
    """One file while it is being checked; `errors` grows."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.errors: list[RuleError] = []
        self.rule: str | None = None

    def wrong(self, node: Node, message: str, hint: str = "") -> None:
        """Records a mistake at a node."""
        self.errors.append(self.source.at(node, message, hint=hint, rule=self.rule))

    def wrong_inside(self, node: Node, offset: int, width: int, message: str, hint: str = "") -> None:
        """Records a mistake within a scalar's value."""
        self.errors.append(self.source.inside(node, offset, width, message, hint=hint, rule=self.rule))

    def mapping(self, node: Node, what: str) -> bool:
        """Says whether the node is a mapping; records it where not."""
        if node.kind == "mapping":
            return True
        self.wrong(node, f"{what} is a mapping of keys and values", "" if not node.null else "nothing is written here")
        return False

    def keys(self, node: Node, known: Collection[str], what: str = "") -> None:
        """Records each key that is not known, and each that has no value."""
        for key, name, value in node.items():
            if key not in known:
                # In `{flag: It rose, then fell.}` YAML reads a second key, without a value.
                cut = value.empty and value.line == name.line and " " in key
                hint = "quote the text before it: within braces YAML cuts it at a comma" if cut else near(key, known)
                self.wrong(name, f"unknown key `{key}`{what}", hint)
            elif value.null:
                self.wrong(name, f"`{key}` has no value", "leave the key out, or give it a value")

    def present(self, node: Node, name: str) -> Node | None:
        """Returns the value of a key, None where it is absent or null (`keys` records the latter)."""
        value = node.get(name)
        return None if value is None or value.null else value

    def required(self, node: Node, name: str, at: Node, what: str) -> Node | None:
        """Returns the value of a key; records at `at` where the key is absent."""
        if node.get(name) is None:
            self.wrong(at, f"{what} needs `{name}`")
        return self.present(node, name)

    def text(self, node: Node | None, what: str, *, empty: bool = False) -> str:
        """Returns a text, which may only be empty where `empty` says so and it is quoted."""
        if node is None:
            return ""
        if node.kind != "scalar":
            self.wrong(node, f"{what} is a text", "quote a text that begins with `[` or `{`")
        elif node.null:
            self.wrong(node, f"{what} has no value")
        elif not isinstance(scalar(node), str):
            self.wrong(node, f"{what} is a text", f'quote it: "{node.value}"')
        elif not node.value.strip() and not empty:
            self.wrong(node, f"{what} is empty")
        else:
            return str(node.value).strip() if node.style in ("|", ">") else str(node.value)
        return ""

    def texts(self, node: Node | None, what: str) -> tuple[tuple[str, Node], ...]:
        """Returns a sequence of texts with their nodes; a single text is a sequence of one."""
        if node is None:
            return ()
        if node.kind == "scalar":
            text = self.text(node, what)
            return ((text, node),) if text else ()
        if node.kind == "mapping":
            self.wrong(node, f"{what} is a list of texts")
            return ()
        if not node.value:
            self.wrong(node, f"{what} is an empty list", "leave the key out")
        return tuple((text, item) for item in node.value if (text := self.text(item, f"an item of {what}")))

    def each(self, node: Node | None, what: str) -> Iterator[Node]:
        """Yields the mappings of a sequence."""
        if node is None:
            return
        if node.kind != "sequence":
            self.wrong(node, f"{what} is a list", "begin each item with `- `")
            return
        for item in node.value:
            if self.mapping(item, f"an item of {what}"):
                yield item

    def choice(self, node: Node | None, what: str, choices: Collection[str], default: str) -> str:
        """Returns one of the choices."""
        if node is None:
            return default
        text = self.text(node, f"`{what}`")
        if text and text not in choices:
            self.wrong(node, f"unknown {what} `{text}`", near(text, choices))
            return default
        return text or default

    def choices(self, node: Node | None, what: str, choices: Collection[str]) -> tuple[str, ...]:
        """Returns several of the choices."""
        good = []
        for text, item in self.texts(node, what):
            if text in choices:
                good.append(text)
            else:
                self.wrong(item, f"unknown {what} `{text}`", near(text, choices))
        return tuple(good)

    def flag(self, node: Node | None, what: str) -> bool:
        """Returns a yes or no; no where it is not given."""
        if node is None:
            return False
        value = scalar(node) if node.kind == "scalar" else None
        if not isinstance(value, bool):
            self.wrong(node, f"{what} is yes or no", "write `true`, or leave the key out")
        return value is True

    def date(self, node: Node | None, what: str) -> str | None:
        """Returns an ISO date."""
        if node is None:
            return None
        text = self.text(node, what)
        if not text:
            return None
        from datetime import date

        try:
            # Since 3.11 other ISO forms are read too (20260302, 2026-W10-1); here a date looks one way.
            if date.fromisoformat(text).isoformat() == text:
                return text
        except ValueError:
            pass
        self.wrong(node, f"{what} is not a date: `{text}`", "write the year, month and day: 2026-03-02")
        return None

    def plain(self, node: Node) -> Any:
        """Returns plain data, None where it could not be had."""
        try:
            return plain(node, self.source)
        except RuleError as error:
            self.errors.append(error)
            return None

    def format(self, root: Node) -> None:
        """Records a format version that this prlint does not read."""
        node = self.present(root, "format")
        if node is not None and (node.kind != "scalar" or scalar(node) != 1):
            self.wrong(node, "this format is not known", "this version of prlint reads format 1")
