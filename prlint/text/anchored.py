"""Sentences that hold something rare, so that a costly pattern need not read the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.holding import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

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
