"""Sentences that hold something rare, so that a costly pattern need not read the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.holding import stretches
from prlint.text.words import small

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.document import Document, Span
    from prlint.text.patterns import Pattern


def anchored(document: Document, anchor: Pattern) -> Iterator[Span]:
    """Yields each sentence in which `anchor` stands, once, in order."""
    text = document.view.text
    at = 0
    for start, end in stretches(document, anchor):
        at = max(at, start)
        while at < end and (match := anchor.search(text, at, end)) is not None:
            sentence = document.sentence_at(match.start())
            yield sentence
            at = max(sentence.end, match.end())


def holding(document: Document, literals: Sequence[str]) -> list[Span]:
    """Returns the sentences in which one of the literals (in small letters) stands, in any case, each once, in order.

    Many times cheaper than a pattern of alternatives.
    """
    low = document.once(small)
    found: set[Span] = set()
    for literal in literals:
        at = low.find(literal)
        while at >= 0:
            sentence = document.sentence_at(at)
            found.add(sentence)
            at = low.find(literal, max(sentence.end, at + 1))
    return sorted(found)
