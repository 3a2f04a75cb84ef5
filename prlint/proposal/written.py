"""Entries as the lines of a prlint.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.proposal.entry import ONCE
from prlint.text.patterns import pattern
from prlint.text.terminal import printable

if TYPE_CHECKING:
    from prlint.proposal.entry import Entry, Value

#: What YAML reads as the text it is, in brackets too.
_PLAIN = pattern(r"\p{L}[\p{L}\p{M}\p{N}.&'()/+-]*(?: [\p{L}\p{N}&(/+][\p{L}\p{M}\p{N}.&'()/+-]*)*")
_NOT_TEXT = frozenset("true false null yes no on off y n nan inf".split())
#: Columns of a comment.
WIDTH = 118


def scalar(text: str) -> str:
    """Returns a text as YAML that means it, whatever stands in it."""
    text = " ".join(text.split())
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT:
        return text
    return "'" + text.replace("'", "''") + "'"


def value(given: Value) -> str:
    """Returns a text, or keys with texts and lists of texts, on one line."""
    if isinstance(given, str):
        return scalar(given)
    parts = [
        f"{key}: [{', '.join(map(scalar, one))}]" if isinstance(one, list) else f"{key}: {scalar(one)}"
        for key, one in given.items()
    ]
    return "{" + ", ".join(parts) + "}"


def remark(text: str, indent: str) -> list[str]:
    """Returns a comment, in as many lines as it takes; the next line of a remark is indented by two more columns."""
    lines: list[str] = []
    line = f"{indent}#"
    for word in printable(text).split():
        if len(line) + 1 + len(word) > WIDTH and line.strip(" #"):
            lines.append(line)
            line = f"{indent}#  "
        line += f" {word}"
    return [*lines, line]


def lines(entry: Entry, indent: str) -> list[str]:
    """Returns an entry with the comment that says where it was seen; a doubtful one is a comment altogether."""
    written = f"- {value(entry.value)}" if entry.item else f"{entry.path[-1]}: {value(entry.value)}"
    if entry.doubt:
        seen = entry.seen.removeprefix("1 release, ") if entry.doubt == ONCE else entry.seen
        return [*remark(f"? {entry.doubt}; {seen}", indent), f"{indent}# {written}"]
    return [*remark(entry.seen, indent), indent + written]
