"""A paragraph that stands twice.

Two paragraphs are one when they have the same words in the same order; case, punctuation and space do not count.
What does not end like a sentence is a heading or a cell, and a note under one table may stand under the next.

Params:

* `words` (number, 15): shorter paragraphs are left alone.
* `blocks` (texts, `paragraph`, `item`): the kinds of line that count.
* `within` (texts, none): parts of a release that may repeat what stands elsewhere, as a summary does: of two equal
  paragraphs neither may lie in one of these zones.

Outcome `repeated`, one finding for each paragraph, at its later places. Its message may name `opening` (its first
words), `words` and `count` (how often it stands).

An example:

    kind: repeated
    severity: warning
    message: 'this paragraph stands {count} times'
    params: {words: 20}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Cited, Consistent, Contradicted
from prlint.registry import Param

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "words": Param("number", 15, about="shorter paragraphs are left alone"),
    "blocks": Param("texts", ("paragraph", "item"), about="the kinds of line that count"),
    "within": Param("texts", (), about="zones that may repeat what stands elsewhere"),
}

OUTCOMES = {"repeated": ("opening", "words", "count")}

#: Words of the opening that a message shows.
_SHOWN = 6


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a contradiction for each paragraph that comes again, else one word that all is well."""
    document = context.release.document
    text = document.view.text
    shortest = 4 * params["words"]
    marks = [c for c in set(text.casefold()) if not c.isalnum()]
    seen: dict[str, list[Span]] = {}
    for i, block in enumerate(document.blocks):
        # A paragraph of so many words has at least so many letters: most blocks are never split.
        if block.kind not in params["blocks"] or block.end - block.start < shortest:
            continue
        if document.zone_at(block.start) in params["within"] or not context.admits(block.start, block.end):
            continue
        if not text[block.start : block.end].rstrip("\"')").endswith((".", "!", "?")):
            continue
        before = document.blocks[i - 1] if i else None
        if before and (before.kind == "row" or not any(c.isalpha() for c in text[before.start : before.end])):
            continue
        key = text[block.start : block.end].casefold()
        for mark in marks:
            key = key.replace(mark, "")
        seen.setdefault(key, []).append(Span(block.start, block.end))
    found = False
    for places in seen.values():
        words = text[places[0].start : places[0].end].split()
        if len(places) < 2 or len(words) < params["words"]:
            continue
        found = True
        yield Contradicted(
            "repeated",
            places[1:],
            [Cited(context.release, places[0].start, places[0].end, "the first time")],
            {"opening": " ".join(words[:_SHOWN]), "words": len(words), "count": len(places)},
        )
    if not found:
        yield Consistent()
