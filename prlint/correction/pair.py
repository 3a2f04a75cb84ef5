"""Two wordings of one block, word by word: what differs, and which words of one stand for which of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.document import Span
from prlint.text.tokendiff import Hunk, hunks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.document import Document
    from prlint.text.tokendiff import Token

#: Words that may go or come between two wordings that are compared word by word.
_MOST = 1_200


class Wording(NamedTuple):
    """One side of a pair: a document and the words of one of its blocks."""

    document: Document
    tokens: tuple[Token, ...]

    def span(self, first: int, last: int) -> Span:
        """Returns the view span of the words `[first, last)`; an empty one where there is none."""
        if first < last:
            return Span(self.tokens[first].start, self.tokens[last - 1].end)
        at = self.tokens[first].start if first < len(self.tokens) else self.tokens[-1].end if self.tokens else 0
        return Span(at, at)

    def words(self, start: int, end: int) -> tuple[int, int]:
        """Returns the words that the view's `[start, end)` touches."""
        first = next((i for i, token in enumerate(self.tokens) if token.end > start), len(self.tokens))
        last = next((i for i, token in enumerate(self.tokens) if token.start >= end), len(self.tokens))
        return first, max(first, last)

    def opens(self, at: int) -> bool:
        """Says whether a sentence begins with the word `at`, or the block ends there."""
        if at >= len(self.tokens) or at == 0:
            return True
        start = self.tokens[at].start
        return self.document.sentence_at(start) != self.document.sentence_at(self.tokens[at - 1].start)


class Pair(NamedTuple):
    """A block as published and as corrected; `hunks` are what differs, in order."""

    old: Wording
    new: Wording
    hunks: tuple[Hunk, ...]

    def turned(self) -> Pair:
        """Returns the pair with its sides changed."""
        return Pair(self.new, self.old, tuple(Hunk(h.new, h.new_end, h.old, h.old_end) for h in self.hunks))

    def across(self, first: int, last: int, own: Hunk) -> Hunk:
        """Returns the words `[first, last)` of the new wording with those of the old one that they stand for.

        The stretch is widened to hold `own`, and each difference that it touches, as a whole.
        """
        first, last = min(first, own.new), max(last, own.new_end)
        for hunk in self.hunks:
            inside = hunk.new == hunk.new_end and first < hunk.new < last
            if inside or (hunk.new < last and first < hunk.new_end):
                first, last = min(first, hunk.new), max(last, hunk.new_end)
        return Hunk(self._old(first, own, left=True), self._old(last, own, left=False), first, last)

    def _old(self, at: int, own: Hunk, *, left: bool) -> int:
        """Returns the old word at the new one's boundary; what only went there belongs to the stretch if it is `own`."""
        shift = 0
        for hunk in self.hunks:
            if (
                hunk.new_end < at
                or (hunk.new_end == at and hunk.new < at)
                or (hunk.new == hunk.new_end == at and left != (hunk == own))
            ):
                shift = hunk.old_end - hunk.new_end
        return at + shift


def paired(old: Wording, new: Wording) -> Pair | None:
    """Returns the two wordings with what differs; None where they are too far apart."""
    found = hunks([token.text for token in old.tokens], [token.text for token in new.tokens], _MOST)
    if found is None:
        return None
    slid: list[Hunk] = []
    for i, hunk in enumerate(found):
        before = slid[-1].new_end if slid else 0
        after = found[i + 1].new if i + 1 < len(found) else len(new.tokens)
        slid.append(_slid(hunk, old, new, hunk.new - before, after - hunk.new_end))
    return Pair(old, new, tuple(slid))


def _slid(hunk: Hunk, old: Wording, new: Wording, left: int, right: int) -> Hunk:
    """Moves what only came, or only went, to where a sentence begins, if the same words allow it.

    "It grew. It fell." differs from "It fell." as much by "It grew." as by "grew. It". `left` and `right` are the
    words between this difference and the next ones.
    """
    came, went = hunk.new_end - hunk.new, hunk.old_end - hunk.old
    if bool(came) == bool(went):
        return hunk
    side, first, last = (new, hunk.new, hunk.new_end) if came else (old, hunk.old, hunk.old_end)
    for step in _slides(side.tokens, first, last, left, right):
        if side.opens(first + step) and side.opens(last + step):
            return Hunk(hunk.old + step, hunk.old_end + step, hunk.new + step, hunk.new_end + step)
    return hunk


def _slides(tokens: Sequence[Token], first: int, last: int, left: int, right: int) -> list[int]:
    """Returns by how many words the stretch can be moved so that what is left without it stays the same."""
    steps = [0]
    for step in range(left):
        if tokens[first - step - 1].text != tokens[last - step - 1].text:
            break
        steps.append(-step - 1)
    for step in range(right):
        if tokens[first + step].text != tokens[last + step].text:
            break
        steps.append(step + 1)
    return steps
