"""Where in a document a pattern can match at all, by what it needs: the rest is not searched.

What stands in a line is known by its words, gathered once for each document; a
set of lines is an integer with a bit for each. Which pieces stand in a word is
found once for all documents, as releases mostly use the same words.
"""

from __future__ import annotations

from _thread import allocate_lock
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import regex

    from prlint.document import Document, Span
    from prlint.text.patterns import Pattern
    from prlint.text.required import Clause

#: So many lines are searched without asking whether they hold the rest of what the pattern needs.
_FEW = 2
#: Words that are remembered from document to document.
_MOST_WORDS = 200_000


def matches(document: Document, pattern: Pattern) -> Iterator[regex.Match[str]]:
    """Yields the matches of a pattern in the view, as `pattern.finditer` would; raises TimeoutError past the time limit."""
    text = document.view.text
    for start, end in stretches(document, pattern):
        yield from pattern.finditer(text, start, end)


def stretches(document: Document, pattern: Pattern) -> Sequence[tuple[int, int]]:
    """Returns the stretches of the view in which the pattern may match, whole lines with their ends, in order."""
    return document.once(_lines).stretches(pattern)


def possible(document: Document, pattern: Pattern, start: int = 0, end: int | None = None) -> bool:
    """Says whether the pattern may match between these places of the view, the whole view without them."""
    return document.once(_lines).hold(pattern, start, end)


def sentences_for(document: Document, pattern: Pattern) -> Iterator[Span]:
    """Yields the sentences in which the pattern may match, in order."""
    sentences = document.sentences
    at = 0
    for start, end in stretches(document, pattern):
        first = bisect_left(sentences, (start,))
        if first and sentences[first - 1].end > start:
            first -= 1
        at = max(at, first)
        while at < len(sentences) and sentences[at].start < end:
            yield sentences[at]
            at += 1


def holds_piece(document: Document, piece: str) -> bool:
    """Says whether a string without white space, in lower case, stands in the view, case aside."""
    return document.once(_lines).holds(piece)


class _Words:
    """The pieces that were ever asked for, and which of them stand in each word that was ever read."""

    def __init__(self) -> None:
        self._pieces: dict[str, int] = {}  # each with 0: the lines that hold it in a text without words
        self._of: dict[str, tuple[str, ...]] = {}
        self._short: list[str] = []
        self._beginning: dict[str, list[str]] = {}  # the other pieces by their first three characters
        self._new: list[str] = []
        self._busy = allocate_lock()

    def ask(self, piece: str) -> None:
        """Takes in a piece: of documents that are read from now on it is known where it stands."""
        self._new.append(piece)

    def lines_of(self, words: dict[str, int]) -> dict[str, int]:
        """Returns for each piece the lines that hold it, of a document's words with the lines that hold each."""
        with self._busy:
            if len(self._of) > _MOST_WORDS:
                self._of.clear()
            if self._new:
                self._take_in()
            found = self._pieces.copy()
            if not found:
                return found  # the first document: nothing was asked for yet
            known = self._of
            for word, lines in words.items():
                pieces = known.get(word)
                if pieces is None:
                    pieces = known[word] = self._standing_in(word)
                for piece in pieces:
                    found[piece] |= lines
            return found

    def _standing_in(self, word: str) -> tuple[str, ...]:
        found = {piece for piece in self._short if piece in word}
        for at in range(len(word) - 2):
            for piece in self._beginning.get(word[at : at + 3], ()):
                if word.startswith(piece, at):
                    found.add(piece)
        return tuple(found)

    def _take_in(self) -> None:
        words = list(self._of)
        text = "\n".join(words)
        ends = list(accumulate(len(word) + 1 for word in words))
        for piece in dict.fromkeys(self._new):
            if piece not in self._pieces:
                self._pieces[piece] = 0
                (self._short if len(piece) < 3 else self._beginning.setdefault(piece[:3], [])).append(piece)
                for number in _words_with(piece, text, ends):
                    self._of[words[number]] += (piece,)
        self._new.clear()


_WORDS = _Words()


class _Lines:
    """The words of each line of a text, case folded."""

    __slots__ = ("_all", "_ends", "_held", "_known", "_lines", "_lines_of", "_starts", "_word_ends", "_words")

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
        self._lines_of = lines_of
        self._lines: list[int] = []
        self._words = ""
        self._word_ends: list[int] = []
        self._known = _WORDS.lines_of(lines_of)
        self._held: dict[Pattern, int] = {}

    def stretches(self, pattern: Pattern) -> Sequence[tuple[int, int]]:
        held = self._holding(pattern)
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

    def hold(self, pattern: Pattern, start: int, end: int | None) -> bool:
        held = self._holding(pattern)
        if end is None or not held or held == self._all:
            return held != 0
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, max(start, end - 1)) - 1
        return held >> first & ((2 << last - first) - 1) != 0

    def holds(self, piece: str) -> bool:
        return not piece or self._lines_with(piece.casefold()) != 0

    def _holding(self, pattern: Pattern) -> int:
        """Returns the lines that hold a piece of each clause; all lines where no line need hold them together."""
        held = self._held.get(pattern)
        if held is None:
            held = self._held[pattern] = self._meeting(*pattern.needs)
        return held

    def _meeting(self, clauses: tuple[Clause, ...], within_line: bool) -> int:
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
            _WORDS.ask(piece)
            if not self._words:
                self._words = "\n".join(self._lines_of)
                self._word_ends = list(accumulate(len(word) + 1 for word in self._lines_of))
                self._lines = list(self._lines_of.values())
            found = 0
            for number in _words_with(piece, self._words, self._word_ends):
                found |= self._lines[number]
            self._known[piece] = found
        return found


def _words_with(piece: str, words: str, ends: Sequence[int]) -> Iterator[int]:
    """Yields which of the words, one a line, hold the piece; `ends` are where the lines end."""
    at = words.find(piece)
    while at >= 0:
        number = bisect_right(ends, at)
        yield number
        at = words.find(piece, ends[number])


def _lines(document: Document) -> _Lines:
    return _Lines(document.view.text)
