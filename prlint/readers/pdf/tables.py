"""Tables of figures: which rows of a page are one, and what their cells are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.readers.pdf.lines import apart, base, size
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.readers.pdf.letters import Word

#: The gap between cells in heights of a letter.
_CELL_GAP = 1.2
#: Words that the head of a column has at most.
_LONGEST_HEAD = 6
_FIGURE = pattern(r"[(\s$€£¥+−–-]*(?:US\$|C\$)?\s*\d[\d.,]*\s?(?:[)%x]|bps|pts?)*\*?|[—–-]+|N/?[AM]|nm")
_SIGN = pattern(r"[$€£¥(]+")


def cells(row: Sequence[Word]) -> list[list[Word]]:
    """Returns the cells of a row; a currency sign set apart belongs to its figure."""
    found: list[list[Word]] = []
    for part in apart(row, _CELL_GAP):
        if found and len(found[-1]) == 1 and _SIGN.fullmatch(found[-1][0].text):
            found[-1] += part
        else:
            found.append(part)
    return found


def table(found: Sequence[Sequence[Word]]) -> tuple[int, int] | None:
    """Returns the first stretch of rows that is a table: at least two rows that end in a figure of their own."""
    i = 0
    while i < len(found):
        if not _is_figures(found[i]):
            i += 1
            continue
        last = i
        j = i + 1
        # A line without figures between two with them is a heading inside the table.
        while j < len(found) and j - last <= 2:
            if base(found[j - 1]) - base(found[j]) > 4 * size(found[j]):
                break
            if _is_figures(found[j]):
                last = j
            j += 1
        figures = sum(_is_figures(row) for row in found[i : last + 1])
        if figures >= 2:
            first = i
            while first > 0 and len(cells(found[first - 1])) > 1 and _is_head(found[first - 1], found[first]):
                first -= 1
            return first, last + 1
        i = last + 1
    return None


def _is_figures(row: Sequence[Word]) -> bool:
    own = cells(row)
    return len(own) > 1 and all(_FIGURE.fullmatch("".join(word.text for word in cell)) for cell in own[1:])


def _is_head(row: Sequence[Word], below: Sequence[Word]) -> bool:
    """Says whether a row above a table's figures is the head of its columns."""
    near = base(row) - base(below) < 3 * size(below)
    return near and all(len(cell) <= _LONGEST_HEAD for cell in cells(row))
