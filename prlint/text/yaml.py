"""YAML as nodes that know where they stand.

Only the plain part of YAML is admitted: mappings, sequences and scalars. Tags,
anchors, aliases, merge keys, a second document and a duplicate key are errors.
A scalar without quotes is null (`null`, `~`), a boolean (`true`, `false`), a
number, or text; dates stay text, and so do `yes`, `no`, `on` and `off`. Keys
are always text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.text.error import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Code points in one file, and depth of nesting.
SIZE_LIMIT = 2_000_000
DEPTH_LIMIT = 20

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+(?:[eE][-+]?[0-9]{1,3})?|[eE][-+]?[0-9]{1,3})")


class Node(NamedTuple):
    """A part of a YAML file.

    `value` is text for a scalar, nodes for a sequence, pairs of nodes for a
    mapping. `style` is that of a scalar: empty for a plain one, else `'`, `"`,
    `|` or `>`. `line` and `column` are 1-based; `width` is how much of that
    line the node covers.
    """

    kind: str
    value: Any
    style: str
    line: int
    column: int
    width: int

    @property
    def empty(self) -> bool:
        """Says whether nothing is written here."""
        return self.kind == "scalar" and not self.style and not self.value

    @property
    def null(self) -> bool:
        """Says whether this is null, written or not."""
        return self.kind == "scalar" and not self.style and self.value in ("", "~", "null")

    def items(self) -> Iterator[tuple[str, Node, Node]]:
        """Yields a mapping's keys as text, as nodes, and their values."""
        for key, value in self.value:
            yield key.value, key, value

    def get(self, name: str) -> Node | None:
        """Returns a mapping's value by key."""
        for key, _, value in self.items():
            if key == name:
                return value
        return None


class Source(NamedTuple):
    """A file: its path as shown, its lines, and what it is, for messages: rules, a profile."""

    path: str
    lines: tuple[str, ...]
    holds: str = "rules"

    def error(
        self, message: str, line: int, column: int, *, width: int = 1, hint: str = "", rule: str | None = None
    ) -> RuleError:
        """Returns an error at a place of this file."""
        source = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return RuleError(self.path, message, line=line, column=column, width=width, source=source, hint=hint, rule=rule)

    def at(self, node: Node, message: str, *, hint: str = "", rule: str | None = None) -> RuleError:
        """Returns an error that marks a node."""
        return self.error(message, node.line, node.column, width=node.width, hint=hint, rule=rule)

    def inside(
        self, node: Node, offset: int, width: int, message: str, *, hint: str = "", rule: str | None = None
    ) -> RuleError:
        """Returns an error that marks `width` code points at `offset` of a scalar's value.

        Where escapes or folding hide the place, the whole node is marked.
        """
        before = node.value[:offset]
        if node.style == "|":
            row = node.line + 1 + before.count("\n")
            text = node.value.split("\n")[before.count("\n")]
            at = self.lines[row - 1].find(text) if text and row <= len(self.lines) else -1
            if at >= 0:
                return self.error(message, row, at + offset - before.rfind("\n"), width=width, hint=hint, rule=rule)
        elif node.style != ">":
            column = node.column + len(node.style)
            if self.lines[node.line - 1].startswith(node.value[: offset + width], column - 1):
                return self.error(message, node.line, column + offset, width=width, hint=hint, rule=rule)
        return self.at(node, message, hint=hint, rule=rule)


def parse(text: str, path: str, holds: str = "rules") -> tuple[Source, Node]:
    """Returns a file's lines and its root node; raises RuleError. An empty file has an empty scalar for its root.

    `holds` is what messages call the content ("rules", "a profile").
    """
    from _ruamel_yaml import CParser

    text = text.removeprefix("\ufeff")
    source = Source(path, tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")), holds)
    if len(text) > SIZE_LIMIT:
        raise RuleError(path, f"the file is larger than {SIZE_LIMIT:,} characters", hint="split it into several files")
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise source.error("a NUL character is not text", line, source.lines[line - 1].index("\x00") + 1)
    try:
        events = CParser(text)
        events.get_event()  # start of stream
        if type(events.peek_event()).__name__ == "StreamEndEvent":
            return source, Node("scalar", "", "", 1, 1, 1)
        events.get_event()  # start of document
        root = _node(events, source, 0)
        events.get_event()  # end of document
        after = events.get_event()
        if type(after).__name__ != "StreamEndEvent":
            mark = after.start_mark
            raise source.error(
                "a second document begins here", mark.line + 1, mark.column + 1, width=3, hint="one file, one document"
            )
    except RuleError:
        raise
    except Exception as problem:
        raise _syntax(source, text, problem) from None
    return source, root


def _syntax(source: Source, text: str, problem: Exception) -> RuleError:
    """Turns the parser's complaint into ours; anything that is not one is raised again."""
    mark = getattr(problem, "problem_mark", None)
    said = getattr(problem, "problem", None)
    if mark is None or said is None:
        from ruamel.yaml.error import YAMLError

        if not isinstance(problem, (YAMLError, UnicodeEncodeError)):
            raise problem
        for number, row in enumerate(source.lines, 1):
            for at, letter in enumerate(row, 1):
                if not letter.isprintable() and letter not in "\t\u00a0" and (letter < " " or letter >= "\x7f"):
                    code = f"U+{ord(letter):04X}"
                    return source.error(f"the character {code} is not allowed in YAML", number, at)
        return RuleError(source.path, f"this is not YAML: {str(problem).splitlines()[0]}")
    if "end of stream" in said:
        mark = getattr(problem, "context_mark", None) or mark  # where the quotation began
    line, column = mark.line + 1, mark.column + 1
    if line > len(source.lines):
        line, column = len(source.lines), len(source.lines[-1]) + 1
    shown = source.lines[line - 1]
    hint = ""
    if "mapping values are not allowed" in said:
        hint = "quote a text that holds `: `, or check the indentation"
    elif "cannot start any token" in said:
        tab = shown[column - 1 : column] == "\t"
        hint = "indent with spaces, not tabs" if tab else "quote a text that begins with this character"
    elif "unknown escape" in said:
        hint = "in double quotes a backslash begins an escape; use single quotes for patterns"
    elif "end of stream" in said:
        hint = "a quotation mark is not closed"
    elif "block" in str(getattr(problem, "context", "")) or "flow" in str(getattr(problem, "context", "")):
        hint = "check the indentation and the brackets of the lines above"
    return source.error(f"this is not YAML: {said}", line, column, hint=hint)


def _node(events: Any, source: Source, depth: int) -> Node:
    event = events.get_event()
    name = type(event).__name__
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    end = event.end_mark
    width = max(1, end.column + 1 - column if end.line + 1 == line else len(source.lines[line - 1]) + 1 - column)
    if name == "AliasEvent":
        raise source.error(
            f"aliases are not used in {source.holds}", line, column, width=width, hint="write the value out"
        )
    if event.anchor is not None:
        raise source.error(f"anchors are not used in {source.holds}", line, column, width=len(event.anchor) + 1)
    if event.tag is not None:
        raise source.error(
            f"tags are not used in {source.holds}", line, column, width=width, hint="write the plain value"
        )
    if depth > DEPTH_LIMIT:
        raise source.error(f"nested more than {DEPTH_LIMIT} levels deep", line, column)
    if name == "ScalarEvent":
        style = event.style or ""
        if style in ("|", ">"):
            width = 1
        return Node("scalar", event.value, style, line, column, width)
    if name == "SequenceStartEvent":
        children = []
        while type(events.peek_event()).__name__ != "SequenceEndEvent":
            children.append(_node(events, source, depth + 1))
        events.get_event()
        return Node("sequence", tuple(children), "", line, column, width)
    pairs: list[tuple[Node, Node]] = []
    seen: dict[str, Node] = {}
    while type(events.peek_event()).__name__ != "MappingEndEvent":
        key = _node(events, source, depth + 1)
        if key.kind != "scalar" or key.empty:
            raise source.at(key, "a key is a plain word")
        if key.value == "<<" and not key.style:
            raise source.at(key, f"merge keys are not used in {source.holds}", hint="write the values out")
        first = seen.setdefault(key.value, key)
        if first is not key:
            raise source.at(key, f"the key `{key.value}` is here twice", hint=f"the first is in line {first.line}")
        pairs.append((key, _node(events, source, depth + 1)))
    events.get_event()
    return Node("mapping", tuple(pairs), "", line, column, width)


def plain(node: Node, source: Source) -> Any:
    """Returns plain data; raises RuleError at a value that was left out (a written `null` is None)."""
    if node.kind == "sequence":
        return [plain(child, source) for child in node.value]
    if node.kind == "mapping":
        data = {}
        for key, name, value in node.items():
            if value.empty:
                raise source.at(name, f"`{key}` has no value", hint="write `null` where none is meant")
            data[key] = plain(value, source)
        return data
    if node.empty:
        raise source.at(node, "an item has no value", hint="write `null` where none is meant")
    return scalar(node)


def scalar(node: Node) -> str | int | float | bool | None:
    """Returns what a scalar stands for."""
    text: str = node.value
    if node.style:
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
