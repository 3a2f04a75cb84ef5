"""Where trials stand in a text: phase expressions and registry numbers, each with the words that can speak of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.document import Span
from prlint.text.patterns import pattern
from prlint.text.phases import find
from prlint.text.studies import Studies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.document import Document
    from prlint.text.phases import Masks, Phase

#: Where a new thought of the sentence begins.
CLAUSE = pattern(
    r"; | while | whereas |, but | – | — |: |, and (?=(?:the|its|our|is|has|have|will|plans?|expects?|it|we|a|an|initiated|completed)\b)"
)

#: Trials in one sentence beyond which it is a list.
MOST = 12
#: Code points that speak of a trial in such a list, on either side.
REACH = 300


class Place(NamedTuple):
    """A phase expression or registry number in its sentence: the words that can speak of it, left and right."""

    start: int
    end: int
    phase: Phase | None
    sentence: Span
    left: int  # the end of the phase before, or the sentence's start
    right: int  # the start of the phase after, or the sentence's end


def places(document: Document, text: str, masks: Masks) -> list[Place]:
    """Returns the trials of a text in order: every phase, and the registry numbers of sentences without one."""
    phases = list(find(text, masks))
    by_sentence: dict[Span, list[tuple[int, int, Phase | None]]] = {}
    for phase in phases:
        by_sentence.setdefault(document.sentence_at(phase.start), []).append((phase.start, phase.end, phase))
    for start, end in Studies.numbers(text):
        sentence = document.sentence_at(start)
        if not any(phase for _, _, phase in by_sentence.get(sentence, ())):
            by_sentence.setdefault(sentence, []).append((start, end, None))
    found_places = []
    for sentence, found in by_sentence.items():
        found.sort(key=lambda each: each[0])
        for i, (start, end, read) in enumerate(found):
            left = found[i - 1][1] if i else sentence.start
            right = found[i + 1][0] if i + 1 < len(found) else sentence.end
            # A sentence of very many trials is a list or a table: each part of it speaks for itself alone.
            many = len(found) > MOST
            own = Span(max(left, start - REACH), min(right, end + REACH)) if many else sentence
            found_places.append(Place(start, end, read, own, max(left, own.start), min(right, own.end)))
    found_places.sort(key=lambda place: place.start)
    return found_places


def clause(text: str, place: Place) -> tuple[int, int]:
    """Returns the span of the words that can speak of this trial and of no other."""
    start, end = place.left, place.right
    for match in CLAUSE.finditer(text, place.left, place.start):
        start = match.end()
    stop = CLAUSE.search(text, place.end, place.right)
    return start, stop.start() if stop else end


def number(text: str, place: Place, trials: Sequence[Place]) -> str:
    """Returns the registry number of a trial: the sentence's only one, where it is plain whose it is, else the one in turn."""
    numbers = [(start, end) for start, end in Studies.numbers(text, place.sentence.start, place.sentence.end)]
    if not numbers:
        return ""
    if len(numbers) == len(trials):
        start, end = numbers[trials.index(place)]
    elif len(numbers) == 1:
        (start, end) = numbers[0]
        before = [each for each in trials if each.end <= start]
        if (before[-1] if before else trials[0]) != place:
            return ""
    else:
        return ""
    return text[start:end].replace(" ", "")
