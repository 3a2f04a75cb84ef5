"""Lines put together from words: which stand on one base line, and what they read."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from prlint.readers.pdf.letters import raised
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.readers.pdf.letters import Word

#: A mark that a list's item begins with, alone.
MARK = pattern(r"[•●◦▪‣·*–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]")
#: The gap, in heights of a letter, that parts two texts on one base line.
TEXT_GAP = 4.0
#: The part of its column that a line of running text fills at least.
FILLED = 0.75
#: Letters smaller than this part of the line's are notes above or below it.
_SMALL = 0.8


class Line(NamedTuple):
    """A line of a page, or with `cells` a row of a table. `column` are the sides of the column that it stands in.

    `flow` counts the columns that a page is read in, from 0; `begin` is where its text begins behind an item's mark.
    """

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float
    bold: bool
    begin: float
    first: float  # how wide what stands before the first blank is
    column: tuple[float, float] = (0.0, 0.0)
    flow: int = 0
    cells: tuple[str, ...] = ()


def rows(words: Iterable[Word]) -> list[list[Word]]:
    """Returns the words row by row from the top, each from left to right; notes stand in the row they belong to."""
    ordered = sorted(words, key=lambda word: (-word.base, word.left))
    if not ordered:
        return []
    found: list[list[Word]] = []
    for word in ordered:
        row = found[-1] if found else None
        if row and abs(row[0].base - word.base) <= 0.15 * max(word.size, row[0].size):
            row.append(word)
        else:
            found.append([word])
    found = _with_notes(found)
    for row in found:
        row.sort(key=lambda word: word.left)
    found.sort(key=lambda row: -base(row))
    return found


def _with_notes(found: list[list[Word]]) -> list[list[Word]]:
    """Returns the rows with raised and lowered small letters put into the row that they touch."""
    kept: list[list[Word]] = []
    loose: list[tuple[int, Word]] = []
    for i, row in enumerate(found):
        around = [word.size for near in found[max(0, i - 1) : i + 2] if near is not row for word in near]
        small = max(word.size for word in row) < _SMALL * max(around, default=0.0)
        if small:
            loose += [(len(kept), word) for word in row]
        else:
            kept.append(row)
    alone: dict[float, list[Word]] = {}
    for at, word in loose:
        middle = (word.bottom + word.top) / 2
        for row in kept[max(0, at - 2) : at + 2]:
            near = any(
                -0.4 * each.size < word.left - each.right < 0.35 * each.size
                or -0.4 * each.size < each.left - word.right < 0.35 * each.size
                for each in row
                if each.bottom <= middle <= each.top and word.size < _SMALL * each.size
            )
            if near:
                above = word.base > base(row) + 0.1 * word.size
                row.append(word._replace(text=raised(word.text)) if above and word.text.isdecimal() else word)
                break
        else:
            alone.setdefault(round(word.base, 1), []).append(word)
    return [*kept, *alone.values()]


def base(row: Sequence[Word]) -> float:
    """Returns the height of a row's base line."""
    return median(word.base for word in row)


def size(row: Sequence[Word]) -> float:
    """Returns the size of a row's font: that of most of its letters."""
    return median(word.size for word in row for _ in word.text)


def gap(before: Word, after: Word) -> float:
    """Returns the gap between two words of a row in heights of a letter."""
    return (after.left - before.right) / max(before.size, after.size, 1.0)


def apart(row: Sequence[Word], least: float) -> list[list[Word]]:
    """Returns a row cut at gaps of so many heights of a letter; an item's mark stays with its text."""
    parts = [[row[0]]]
    for before, after in pairwise(row):
        wide = gap(before, after) > least
        if wide and not (len(parts[-1]) == 1 and MARK.fullmatch(before.text)):
            parts.append([after])
        else:
            parts[-1].append(after)
    return parts


def line(row: Sequence[Word], page: int) -> Line:
    """Returns the line that a row of words reads."""
    parts = [row[0].text]
    for before, after in pairwise(row):
        blank = gap(before, after)
        parts.append(" " if blank > 0.15 or (after.blank and blank > -0.3) else "")
        parts.append(after.text)
    item = len(row) > 1 and MARK.fullmatch(row[0].text) is not None
    head = row[1] if item else row[0]
    last = row[0]
    for word in row[1:]:
        if word.blank == " ":
            break
        last = word
    return Line(
        "".join(parts),
        page,
        row[0].left,
        min(word.bottom for word in row),
        max(word.right for word in row),
        max(word.top for word in row),
        base(row),
        size(row),
        all(word.bold for word in row if any(map(str.isalnum, word.text))),
        head.left,
        last.right - row[0].left,
    )
