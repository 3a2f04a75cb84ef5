"""A part of a paragraph that fits a line, with the place that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.terminal import clip, printable, width

if TYPE_CHECKING:
    from prlint.document import Document


def excerpt(document: Document, start: int, end: int, columns: int) -> tuple[str, int, int]:
    """Returns a line around a source span, the column at which the span begins in it, and the span's columns.

    The line is the view's in the author's typography, fit to print, at most
    `columns` wide, ¶ where a broken paragraph was joined, … where it was cut.
    It stays in the block in which the span begins.
    """
    before, words, after = around(document, start, end)
    marked = width(words)
    if width(before) + marked + width(after) <= columns:
        return before + words + after, width(before), marked
    words = clip(words, columns - 4)
    marked = width(words)
    spare = columns - marked - 4  # for "… " and " …"
    left = max(spare // 2, spare - width(after))
    shown = before if width(before) <= left + 2 else "… " + _last_words(before, left)
    right = columns - width(shown) - marked
    tail = after if width(after) <= right else _first_words(after, right - 2) + " …"
    return shown + words + tail, width(shown), marked


def around(document: Document, start: int, end: int) -> tuple[str, str, str]:
    """Returns what stands before a source span in its block, the span, and what stands behind it, fit to print."""
    view = document.view
    first, last = view.view_offset(start), view.view_offset(end)
    block = document.block_at(first)
    if block is None:
        return "", " ", ""
    first = min(first, block.end)
    last = min(max(last, first), block.end)
    before = _joined(document, block.start, first)
    words = _joined(document, first, last)
    after = _joined(document, last, block.end)
    # Something missing has a place and no width: the caret stands under what follows.
    return (before, words, after) if words else (before, after[:1] or " ", after[1:])


def _joined(document: Document, start: int, end: int) -> str:
    typed = document.view.as_typed
    parts = []
    for joined in document.breaks:
        if start <= joined.start < end:
            parts.append(typed(document.text, start, joined.start) + " ¶ ")
            start = joined.end
    return printable("".join(parts) + typed(document.text, start, end))


def _last_words(text: str, columns: int) -> str:
    """Returns the end of `text` that fits, from a word's beginning where there is one."""
    cut = len(text)
    used = 0
    while cut and used + width(text[cut - 1]) <= columns:
        cut -= 1
        used += width(text[cut])
    if cut and text[cut - 1] != " ":
        space = text.find(" ", cut)
        cut = space + 1 if space >= 0 else cut
    return text[cut:]


def _first_words(text: str, columns: int) -> str:
    """Returns the beginning of `text` that fits, up to a word's end where there is one."""
    cut = used = 0
    while cut < len(text) and used + width(text[cut]) <= columns:
        used += width(text[cut])
        cut += 1
    if cut < len(text) and text[cut] != " ":
        space = text.rfind(" ", 0, cut)
        cut = space if space >= 0 else cut
    return text[:cut].rstrip()
