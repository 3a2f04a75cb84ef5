"""CriticMarkup: tracked changes, comments and highlight in plain characters, as Markdown editors write them.

`{++added++}`, `{--taken out--}`, `{~~old~>new~~}`, `{==highlighted==}{>>a comment<<}`
(criticmarkup.com).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Edit, Marking
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_CRITIC = pattern(
    r"\{\+\+(?P<insertion>[^\n]+?)\+\+\}|\{--(?P<deletion>[^\n]+?)--\}|\{==(?P<highlight>[^\n]+?)==\}"
    r"|\{>>(?P<comment>[^\n]+?)<<\}|\{~~(?P<old>[^\n]*?)~>(?P<new>[^\n]*?)~~\}"
)
#: Every mark begins with one of these.
_OPENS = ("{++", "{--", "{==", "{>>", "{~~")


def marked(text: str, start: int, end: int) -> Iterator[tuple[list[Edit], list[Marking]]]:
    """Yields for each mark in the source `[start, end)` what to leave out with all changes accepted, and what it marks."""
    if text.find("{", start, end) < 0 or not any(text.find(opens, start, end) >= 0 for opens in _OPENS):
        return
    last: Marking | None = None
    for match in _CRITIC.finditer(text, start, end):
        first, past = match.span()
        kind = "substitution" if match.group("new") is not None else str(match.lastgroup)
        if kind in ("insertion", "highlight"):
            inner = match.span(kind)
            last = Marking(kind, *inner)
            yield [Edit(first, inner[0], ""), Edit(inner[1], past, "")], [last]
        elif kind == "substitution":
            inner = match.span("new")
            made = [Marking("deletion", inner[0], inner[0], match.group("old"))]
            made += [Marking("insertion", *inner)] if match.group("new") else []
            yield [Edit(first, inner[0], ""), Edit(inner[1], past, "")], made
        elif kind == "deletion":
            yield [Edit(first, past, "")], [Marking(kind, first, first, match.group(kind))]
        else:
            # `{==words==}{>>comment<<}` is about the words, a comment alone about the place where it stands.
            here = last is not None and last.end + 3 == first
            start, end = (last.start, last.end) if last is not None and here else (first, first)
            yield [Edit(first, past, "")], [Marking(kind, start, end, match.group(kind))]
