"""Lines put at their place in the lines of a profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.proposal import known, written
from prlint.text import yaml
from prlint.text.error import RuleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.proposal.entry import Entry
    from prlint.text.yaml import Node

#: Columns by which what a key holds is indented, in lines of ours.
_STEP = 2


def inserted(lines: Sequence[str], entries: Sequence[Entry]) -> list[str]:
    """Returns the lines of a profile with entries of one key in it, the facts among them first.

    Where the key holds a list in brackets, facts are added inside them, and what
    is said of them stands above.
    """
    path = entries[0].path
    found = list(lines)
    facts = [entry for entry in entries if not entry.doubt]
    _, root = yaml.parse("\n".join(found), "", "a profile")
    if len(path) == 2 and (root.null or root.get(path[0]) is None):
        gap = [""] if any(found) else []
        if facts:
            return [*found, *gap, f"{path[0]}:", *_section(entries, " " * _STEP)]
        # A key whose entries are all comments holds nothing yet, and would be an error.
        section_lines = ["#" + " " * _STEP + line[1:] for line in _section(entries, "")]
        at = _outer(found, f"# {path[0]}:")
        return [*found[:at], *section_lines, *found[at:]] if at else [*found, *gap, f"# {path[0]}:", *section_lines]
    parent, bound, indent = root, len(found), ""
    key_line = 0
    if len(path) == 2:
        key_line, bound = _extent(root, path[0], len(found))
        parent = root.get(path[0]) or root
        if _flow(parent, found):
            held = parent.get(path[-1])
            return _in_flow(found, parent if held is None else held, key_line, entries)
        indent = " " * (parent.column - 1)
    section = None if parent.null or parent.kind != "mapping" else parent.get(path[-1])
    if section is None or not entries[0].item:
        if not facts:
            above = _heading(found, f"{indent}# {path[-1]}:", key_line, bound)
            if above is not None:
                return [*found[:above], *_items(entries, indent), *found[above:]]
        at = _end(found, key_line, bound, len(indent)) if len(path) == 2 else len(found)
        gap = [""] if len(path) == 1 and any(found) else []
        return [*found[:at], *gap, *_section(entries, indent), *found[at:]]
    line, bound = _extent(parent, path[-1], bound)
    if _flow(section, found):
        return _in_flow(found, section, line, entries)
    indent = " " * (section.column - 1)
    at = _end(found, line, bound, len(indent) if section.column > _column(parent, path[-1]) else len(indent) + 1)
    return [*found[:at], *_items(entries, indent), *found[at:]]


def withdrawn(lines: Sequence[str], entry: Entry) -> list[str] | None:
    """Returns the lines without the comment in which the entry was proposed before; None where it is gone, or no longer ours."""
    for i, line in enumerate(lines):
        text = _comment(line)
        if not text.startswith(("# - ", f"# {entry.path[-1]}: ")) or not _means(text[2:], entry):
            continue
        first = i
        while first > 0 and _comment(lines[first - 1]) and not _comment(lines[first]).startswith("# ? "):
            first -= 1
        if first == i or not _comment(lines[first]).startswith("# ? "):
            continue
        kept = [*lines[:first], *lines[i + 1 :]]
        heading = f"# {entry.path[-1]}:"
        # The heading of a list in a comment goes with the last entry.
        if (
            first > 0
            and _comment(kept[first - 1]) == heading
            and not any(_comment(one).startswith("# ? ") for one in kept[first : first + 1])
        ):
            del kept[first - 1]
        return kept
    return None


def _comment(line: str) -> str:
    """Returns a comment with one blank after its sign, empty for any other line."""
    text = line.strip()
    return f"# {text[1:].strip()}" if text.startswith("#") else ""


def _means(text: str, entry: Entry) -> bool:
    try:
        source, node = yaml.parse(text, "", "a profile")
        value: Any = yaml.plain(node, source)
    except RuleError:
        return False
    if entry.item:
        if not isinstance(value, list) or len(value) != 1:
            return False
        try:
            return entry.identity in known.identities(entry.path, value, {})
        except (KeyError, TypeError, AttributeError):
            return False  # an item of another list
    return isinstance(value, dict) and str(value.get(entry.path[-1])) == entry.value


def _section(entries: Sequence[Entry], indent: str) -> list[str]:
    """Returns the lines of a key that is not there yet."""
    if not entries[0].item:
        return _items(entries, indent)
    heading = f"{entries[0].path[-1]}:"
    if entries[0].doubt:
        return [f"{indent}# {heading}", *_items(entries, indent)]
    return [f"{indent}{heading}", *_items(entries, indent + " " * _STEP)]


def _items(entries: Sequence[Entry], indent: str) -> list[str]:
    return [line for entry in entries for line in written.lines(entry, indent)]


def _extent(parent: Node, key: str, bound: int) -> tuple[int, int]:
    """Returns the line of a key (from 0), and the line before which what it holds ends."""
    line = next(at.line - 1 for name, at, _ in parent.items() if name == key)
    later = [at.line - 1 for _, at, _ in parent.items() if at.line - 1 > line]
    return line, min([bound, *later])


def _column(parent: Node, key: str) -> int:
    return next(at.column for name, at, _ in parent.items() if name == key)


def _end(lines: Sequence[str], first: int, bound: int, indent: int) -> int:
    """Returns where lines go that continue what stands from `first`: behind its last one.

    Comments at its end belong to it where they are indented as its content is; others belong to what follows.
    """
    last = first
    for i in range(first + 1, bound):
        text = lines[i].strip()
        if text in ("...", "---") and not lines[i][0].isspace():
            break
        if text and (not text.startswith("#") or len(lines[i]) - len(lines[i].lstrip()) >= indent):
            last = i
    return last + 1


def _heading(lines: Sequence[str], heading: str, first: int, bound: int) -> int | None:
    """Returns where the comments end that stand under a heading in a comment, None where it is not there."""
    for i in range(first, bound):
        if lines[i].rstrip() == heading:
            end = i + 1
            while end < bound and lines[end].strip().startswith("# ") and not lines[end].rstrip().endswith(":"):
                end += 1
            return end
    return None


def _outer(lines: Sequence[str], heading: str) -> int:
    """Returns where the comments end that are indented under a heading in a comment, 0 where it is not there."""
    if heading not in lines:
        return 0
    end = lines.index(heading) + 1
    while end < len(lines) and lines[end].startswith("#" + " " * (_STEP + 1)):
        end += 1
    return end


def _flow(node: Node, lines: Sequence[str]) -> bool:
    return node.kind != "scalar" and lines[node.line - 1][node.column - 1 : node.column] in ("[", "{")


def _in_flow(lines: Sequence[str], node: Node, key_line: int, entries: Sequence[Entry]) -> list[str]:
    """Returns the lines with facts inside a list, or keys, in brackets; what is said of them stands above the key."""
    facts = [entry for entry in entries if not entry.doubt]
    indent = lines[key_line][: len(lines[key_line]) - len(lines[key_line].lstrip())]
    above: list[str] = []
    for entry in entries:
        shown = written.value(entry.value)
        if entry.doubt:
            above += written.lines(entry, indent)
        else:
            above += written.remark(f"{shown}: {entry.seen}", indent)
    found = list(lines)
    if facts:
        parts = [written.value(entry.value) for entry in facts]
        if node.kind == "mapping":
            inner = f"[{', '.join(parts)}]" if facts[0].item else parts[0]
            parts = [f"{facts[0].path[-1]}: {inner}"]
        line, column, comma = _closing(lines, node)
        found[line] = f"{found[line][:column]}{', ' if comma else ''}{', '.join(parts)}{found[line][column:]}"
    return [*found[:key_line], *above, *found[key_line:]]


def _closing(lines: Sequence[str], node: Node) -> tuple[int, int, bool]:
    """Returns where the closing bracket stands (line and column from 0), and whether what comes before it wants a comma."""
    from _ruamel_yaml import CParser

    events = CParser("\n".join(lines))
    depth = 0
    last = (node.line - 1, node.column)
    while True:
        event = events.get_event()
        kind = type(event).__name__
        place = (event.start_mark.line, event.start_mark.column)
        if kind.endswith("StartEvent") and kind[:8] in ("Sequence", "MappingS"):
            depth = 1 if place == (node.line - 1, node.column - 1) else depth + 1 if depth else 0
        elif kind in ("SequenceEndEvent", "MappingEndEvent") and depth:
            depth -= 1
            if not depth:
                between = "\n".join(lines[last[0] : place[0] + 1])
                start = last[1]
                end = len(between) - (len(lines[place[0]]) - place[1])
                left = "\n".join(part.partition("#")[0] for part in between[start:end].split("\n"))
                return place[0], place[1], bool(node.value) and "," not in left
        if depth:
            last = (event.end_mark.line, event.end_mark.column)
