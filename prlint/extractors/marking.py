"""What a word processor keeps beside the text: tracked changes, comments, hidden and highlighted words.

A claim stands on the words that are marked; what is not in the text itself (deleted or hidden words, a comment
on nothing) on the word beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS: dict[str, str] = {
    "kind": "insertion, deletion, comment, hidden or highlight",
    "about": "what a comment says, what was deleted, what is hidden, who inserted; where a link leads is not here",
    "shows": "the words to show for it: those that were inserted or highlighted, else `about`",
}

_KINDS = frozenset(("insertion", "deletion", "comment", "hidden", "highlight"))


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each marking that is no link."""
    view = document.view
    for marking in document.markings:
        if marking.kind not in _KINDS or not view.text:
            continue
        start, end = view.view_offset(marking.start), view.view_offset(marking.end)
        block = document.block_at(start)
        if block is not None:
            # Over several paragraphs it stands on the first.
            end = min(end, block.end)
        words = view.text[start:end].strip()
        if words:
            start = view.text.index(words, start)
            end = start + len(words)
        # White space alone was inserted or highlighted by the way, and says nothing about the text.
        if not words and marking.end > marking.start and marking.kind in ("insertion", "highlight"):
            continue
        if not words:
            start, end = _beside(document, start)
        words = view.text[start:end]
        shows = words if marking.kind in ("insertion", "highlight") else " ".join(marking.about.split())
        yield Claim("marking", start, end, words, {"kind": marking.kind, "about": marking.about, "shows": shows})


def _beside(document: Document, at: int) -> tuple[int, int]:
    """Returns the span of the word before a place in its block, or after it where none is."""
    text = document.view.text
    block = document.block_at(at)
    first, last = (block.start, block.end) if block else (0, len(text))
    end = min(at, last)
    while end > first and text[end - 1] == " ":
        end -= 1
    if end > first:
        return max(first, text.rfind(" ", first, end) + 1), end
    start = at
    while start < last and text[start] == " ":
        start += 1
    stop = text.find(" ", start, last)
    return start, stop if stop >= 0 else last
