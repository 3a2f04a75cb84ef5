"""Lists that are announced with their number: "three criteria:" and the bullets that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.numbers import WORDS
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS = ()
FIELDS = {
    "stated": "how many are announced, as printed",
    "what": "of what",
    "items": "how many follow",
}

#: At the end of its paragraph: a number, a few words of which the last of the noun is in the plural, a colon.
_ANNOUNCED = pattern(
    rf"(?<![\w$€£¥.,-])(?P<stated>{WORDS}|[2-9]|1[0-2])(?P<what>(?: (?!of\b|months?\b|years?\b|weeks?\b|days?\b|quarters?\b)[\p{{L}}'-]+){{0,4}}? (?!months|years|weeks|days|quarters|percent|times|hours)\p{{L}}{{3,}}(?<!s)s)"
    r"(?: (?:are|were|is|will be|include|as follows|below|listed|the following|presented|of|at|in|for|on|with|has|have|the|its|our|to|be|a|an|this|that|[\p{L}-]+)){0,6} ?:$"
)
_INCLUDING = pattern(
    r"\b(?:includ\w+|such as|among|between|over|more than|at least|first|last|next|other|additional|of (?:the|our|its))\b",
    "i",
)
_ITEM = pattern(r"(?:[-*•●▪◦]|\(?\d{1,2}[.)]|\(?[a-z][.)]) ?\S")
_LEAST = 2


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each announced list whose end can be seen."""
    text = document.view.text
    blocks = document.blocks
    for i, block in enumerate(blocks[:-1]):
        if (
            text[block.end - 1 : block.end] != ":"
            or blocks[i + 1].kind != "item"
            or block.kind not in ("paragraph", "heading")
        ):
            continue
        sentence = document.sentence_at(block.end - 1)
        match = _ANNOUNCED.search(text, max(sentence.start, block.end - 110), block.end)
        if match is None or _INCLUDING.search(text, max(sentence.start, match.start() - 30), block.end):
            continue
        level = blocks[i + 1].level
        items = 0
        for following in blocks[i + 1 :]:
            if following.kind != "item":
                # A list that goes on after a paragraph, or whose items the archive took apart, cannot be counted.
                if _ITEM.match(text, following.start, following.end) or text[following.end - 1] == ":":
                    items = 0
                break
            items += following.level == level
        if items >= _LEAST:
            yield Claim("listing", match.start(), block.end, text[match.start() : block.end],
                        {"stated": match["stated"], "what": match["what"].strip(), "items": items})  # fmt: skip
