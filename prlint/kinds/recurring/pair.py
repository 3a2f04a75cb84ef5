"""A sentence of the draft beside the wording that earlier releases settle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.recurrence import lines
from prlint.text.tokendiff import Hunk, Token, hunks, sentence_tokens

if TYPE_CHECKING:
    from prlint.claim import Release
    from prlint.text.recurrence import Wording

#: Words that may go and come, all in all, for two sentences to be one.
MOST = 16


class Slip(NamedTuple):
    """A change that makes the sentence worse or untrue.

    `start` and `end` are tokens of the draft's sentence, `old` and `old_end`
    those of the earlier one that read otherwise. One that is `certain` is a
    slip whoever wrote the sentence before, and how often.
    """

    outcome: str
    start: int
    end: int
    old: int
    old_end: int
    certain: bool = False
    what: str = ""


class Pair(NamedTuple):
    """Two wordings of one sentence, in words and marks, and what was changed."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    hunks: tuple[Hunk, ...]
    wording: Wording

    def before(self, hunk: Hunk) -> str:
        """The word in front of a change, in small letters; empty at the beginning."""
        return self.old[hunk.old - 1].low if hunk.old else ""

    def after(self, hunk: Hunk, by: int = 0) -> str:
        """The word behind a change, or `by` words further, in small letters; empty at the end."""
        at = hunk.old_end + by
        return self.old[at].low if at < len(self.old) else ""

    def gone(self, hunk: Hunk) -> tuple[Token, ...]:
        """What the earlier wording has there."""
        return self.old[hunk.old : hunk.old_end]

    def come(self, hunk: Hunk) -> tuple[Token, ...]:
        """What the draft has there."""
        return self.new[hunk.new : hunk.new_end]

    def slip(self, outcome: str, hunk: Hunk, *, certain: bool = False, what: str = "") -> Slip:
        """Returns the slip that a change is."""
        return Slip(outcome, hunk.new, hunk.new_end, hunk.old, hunk.old_end, certain, what)

    def others(self, hunk: Hunk) -> tuple[Hunk, ...]:
        """The other changes of the sentence."""
        return tuple(one for one in self.hunks if one is not hunk)


def paired(old: tuple[Token, ...], new: tuple[Token, ...], wording: Wording) -> Pair | None:
    """Returns the draft's sentence beside an earlier wording, None where too much was changed."""
    found = hunks([one.low for one in old], [one.low for one in new], MOST)
    return None if found is None else Pair(old, new, tuple(found), wording)


def span_in(release: Release, wording: Wording, first: int, last: int) -> tuple[int, int]:
    """Returns the view span in a release that carries a wording, of its tokens `[first, last)` and two on each side."""
    line = release.document.once(lines)[wording.key]
    found = sentence_tokens(release.document, line.start, line.end)
    first, last = max(0, first - 2), min(len(found), max(last, first + 1) + 2)
    return (found[first].start, found[last - 1].end) if first < last else (line.start, line.end)
