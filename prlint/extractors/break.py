"""Paragraphs that a page, or a paste, broke in the middle of a sentence.

The view has joined such a paragraph already; this claim says where. Its span
is the joined space with the word on either side, so that a reader of the
finding sees what belongs together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS: dict[str, str] = {
    "before": "the word that the paragraph breaks off with",
    "after": "the word that it goes on with",
}


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields one claim for each joined paragraph break."""
    text = document.view.text
    for joined in document.breaks:
        block = document.block_at(joined.start)
        if block is None:
            continue
        start = max(text.rfind(" ", block.start, joined.start) + 1, block.start)
        end = text.find(" ", joined.end, block.end)
        end = block.end if end < 0 else end
        yield Claim(
            "break",
            start,
            end,
            text[start:end],
            {"before": text[start : joined.start], "after": text[joined.end : end]},
        )
