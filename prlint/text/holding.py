"""Where in a document a pattern can match at all, by what it needs: the rest is not searched.

What stands in a line is known by its words, gathered once for each document; a
set of lines is an integer with a bit for each.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import regex

    from prlint.document import Document
    from prlint.text.patterns import Pattern
    from prlint.text.required import Clause

#: So many lines are searched without asking whether they hold the rest of what the pattern needs.
_FEW = 2


def matches(document: Document, pattern: Pattern) -> Iterator[regex.Match[str]]:
    """Yields the matches of a pattern in the view, as `pattern.finditer` would; raises TimeoutError past the time limit."""
    text = document.view.text
    for start, end in stretches(document, pattern):
        yield from pattern.finditer(text, start, end)


def stretches(document: Document, pattern: Pattern) -> Sequence[tuple[int, int]]:
    """Returns the stretches of the view in which the pattern may match, whole lines with their ends, in order."""
    clauses, within_line = pattern.needs
    if not clauses:
        return ((0, len(document.view.text)),)
    return document.once(_lines).stretches(clauses, within_line)


def possible(document: Document, pattern: Pattern, start: int = 0, end: int | None = None) -> bool:
    """Says whether the pattern may match between these places of the view, the whole view without them."""
    clauses, within_line = pattern.needs
    return not clauses or document.once(_lines).hold(clauses, within_line, start, end)


def holds_piece(document: Document, piece: str) -> bool:
    """Says whether a string without white space, in lower case, stands in the view, case aside."""
    return document.once(_lines).holds(piece)


class _Lines:
    """The words of each line of a text, case folded."""

    __slots__ = ("_all", "_ends", "_known", "_lines_of", "_starts", "_word_ends", "_words")

    def __init__(self, text: str) -> None:
        lines_of: dict[str, int] = {}
        bit = 1
        lines = text.split("\n")
        for line in lines:
            for word in set(line.casefold().split()):
                lines_of[word] = lines_of.get(word, 0) | bit
            bit <<= 1
        self._all = bit - 1
        # A line ends after its line feed, so that a pattern sees that it ends.
        self._ends = list(accumulate(len(line) + 1 for line in lines))
        self._starts = [0, *self._ends[:-1]]
        self._words = "\n".join(lines_of)
        self._word_ends = list(accumulate(len(word) + 1 for word in lines_of))
        self._lines_of = list(lines_of.values())
        self._known: dict[str, int] = {}

    def stretches(self, clauses: tuple[Clause, ...], within_line: bool) -> Sequence[tuple[int, int]]:
        held = self._holding(clauses, within_line)
        if held == self._all:
            return ((0, self._ends[-1]),)
        found = []
        first = 0
        while held:
            skipped = (held & -held).bit_length() - 1
            held >>= skipped
            run = (~held & (held + 1)).bit_length() - 1  # the ones at its end
            first += skipped
            found.append((self._starts[first], self._ends[first + run - 1]))
            first += run
            held >>= run
        return found

    def hold(self, clauses: tuple[Clause, ...], within_line: bool, start: int, end: int | None) -> bool:
        held = self._holding(clauses, within_line)
        if end is None or not held:
            return held != 0
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, max(start, end - 1)) - 1
        return held >> first & ((2 << last - first) - 1) != 0

    def holds(self, piece: str) -> bool:
        return not piece or self._lines_with(piece.casefold()) != 0

    def _holding(self, clauses: tuple[Clause, ...], within_line: bool) -> int:
        """Returns the lines that hold a piece of each clause; all lines where no line need hold them together."""
        held = self._all
        for clause in clauses:
            lines = 0
            for piece in clause:
                lines |= self._lines_with(piece)
            if not lines:
                return 0
            if within_line:
                held &= lines
                if held.bit_count() <= _FEW:
                    break  # to look for more costs as much as to try the pattern here
        return held

    def _lines_with(self, piece: str) -> int:
        found = self._known.get(piece)
        if found is None:
            found = 0
            words = self._words
            at = words.find(piece)
            while at >= 0:
                word = bisect_right(self._word_ends, at)
                found |= self._lines_of[word]
                at = words.find(piece, self._word_ends[word])
            self._known[piece] = found
        return found


def _lines(document: Document) -> _Lines:
    return _Lines(document.view.text)
