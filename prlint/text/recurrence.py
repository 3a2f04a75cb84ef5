"""Which sentences of a text stood, in the same or nearly the same words, in earlier texts.

Each text is indexed once: its sentences by their folded words, and each
sentence by its runs of three words. Most sentences of a release recur word for
word, so an earlier wording is looked at once however many texts carry it: the
cost grows with what the earlier texts say anew, not with their number times
the length of a draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.document import Document

#: Words that a sentence has at least; shorter ones are labels, and one changed word leaves nothing to know them by.
FEWEST = 4
#: The share of its runs of three words that a wording has in common with another wording of the same sentence.
ALIKE = 0.4
#: Other wordings of one sentence that are kept: the ones most like it.
_MOST = 6
#: Runs that a wording may lack of that share: of four words, one changed leaves one of four.
_SHORT = 0.6
_MARKS = "®™©*"

#: Three words that stand side by side, as one string: it keeps its hash, a tuple reckons it each time.
Shingle = str


class Line(NamedTuple):
    """A sentence: its span in the view, and the runs of three words that it has."""

    start: int
    end: int
    shingles: frozenset[Shingle]


class Wording(NamedTuple):
    """How earlier texts word a sentence: in which of them it stands so, oldest first, and its span in the newest."""

    key: str
    carriers: tuple[int, ...]
    start: int
    end: int

    @property
    def newest(self) -> int:
        """The last text that has the sentence so."""
        return self.carriers[-1]


class Recurrence(NamedTuple):
    """A sentence of the draft that recurs: which earlier texts have it word for word, and its other wordings.

    `others` begins with the one that stands in the newest text.
    """

    start: int
    end: int
    carriers: tuple[int, ...]
    others: tuple[Wording, ...]


def folded(sentence: str) -> str:
    """Returns what tells a sentence from others: case, marks of ownership and emphasis do not."""
    for mark in _MARKS:
        sentence = sentence.replace(mark, "")
    return sentence.lower().strip()


def lines(document: Document) -> dict[str, Line]:
    """Returns the sentences of a document by their folded text; ask for it by `document.once`."""
    text = document.view.text
    found: dict[str, Line] = {}
    for start, end in document.sentences:
        if end - start < 2 * FEWEST:
            continue
        key = folded(text[start:end])
        words = key.split()
        if len(words) >= FEWEST and key not in found:
            found[key] = Line(start, end, frozenset(_shingles(words)))
    return found


def _shingles(words: list[str]) -> Iterable[Shingle]:
    # The ends count too: of six words, one changed in the middle leaves nothing else.
    words = ["", *words, ""]
    return map(" ".join, zip(words, words[1:], words[2:], strict=False))


def recurrences(draft: Document, earlier: Sequence[Document]) -> list[Recurrence]:
    """Returns the sentences of the draft that recur, in order of place; `earlier` is oldest first."""
    own = draft.once(lines)
    # A run of three words is that of one sentence nearly always; the few that several have are kept beside the rest.
    having: dict[Shingle, str] = {}
    several: dict[Shingle, list[str]] = {}
    for key, line in own.items():
        for shingle in having.keys() & line.shingles:
            several.setdefault(shingle, [having[shingle]]).append(key)
        having.update(dict.fromkeys(line.shingles.difference(several), key))
    carriers: dict[str, list[int]] = {key: [] for key in own}
    alike: dict[str, list[str]] = {}  # an earlier wording → the sentences of the draft that are like it
    place: dict[str, Line] = {}
    # A sentence that the draft has too is no other wording of a third one: the two are alike, and both stand.
    seen = set(own)
    for i, document in enumerate(earlier):
        told = document.once(lines)
        for key in [key for key in told if key not in seen]:
            seen.add(key)
            line = told[key]
            if not having.keys().isdisjoint(line.shingles) and _place(key, line, own, having, several, alike):
                carriers[key] = []
        for key in told.keys() & carriers.keys():
            carriers[key].append(i)
            place[key] = told[key]
    others: dict[str, list[tuple[int, Wording]]] = {}
    for key, sentences in alike.items():
        there = place[key]
        wording = Wording(key, tuple(carriers[key]), there.start, there.end)
        for sentence in sentences:
            shared = len(own[sentence].shingles & there.shingles)
            others.setdefault(sentence, []).append((shared, wording))
    return [
        Recurrence(line.start, line.end, tuple(carriers[key]), _newest(others.get(key, ())))
        for key, line in own.items()
        if carriers[key] or key in others
    ]


def _place(
    key: str,
    line: Line,
    own: dict[str, Line],
    having: dict[Shingle, str],
    several: dict[Shingle, list[str]],
    alike: dict[str, list[str]],
) -> bool:
    """Notes which sentences of the draft a wording is like, and says whether it is like one."""
    shared: dict[str, int] = {}
    for shingle in having.keys() & line.shingles:
        for sentence in several.get(shingle) or (having[shingle],):
            shared[sentence] = shared.get(sentence, 0) + 1
    like = [
        sentence
        for sentence, count in shared.items()
        # Of the shorter one: a sentence that stops short, or that runs on for want of a full stop, is like it too.
        if count >= ALIKE * min(len(line.shingles), len(own[sentence].shingles)) - _SHORT
    ]
    if like:
        alike[key] = sorted(like)
    return bool(like)


def _newest(wordings: Sequence[tuple[int, Wording]]) -> tuple[Wording, ...]:
    """Returns the wordings that share the most with the sentence (the number before each), the newest first."""
    kept = sorted(wordings, key=lambda one: (-one[0], -one[1].newest, one[1].key))[:_MOST]
    return tuple(wording for _, wording in sorted(kept, key=lambda one: (-one[1].newest, -one[0], one[1].key)))
