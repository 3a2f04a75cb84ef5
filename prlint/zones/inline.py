"""Inside the parts of a release: speech, and titles of works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Zone
from prlint.text import corrected
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from prlint.document import Block

_QUOTED = pattern(r'(?<![^\s(\[—–-])"(?=\S)(?P<inner>[^"\n]*+)(?:(?<=\S)"|$)')
_WORD = pattern(r"\p{L}[\p{L}'-]*+")
_WORK_BEFORE = pattern(
    r"(?:titled|entitled|headlined|called|named|article|abstract|paper|poster|session|presentation|publication|manuscript|book|webinar"
    r"|podcast|study|report|panel),?:? $",
    "i",
)
_WORK_AFTER = pattern(r" (?:session|article|abstract|paper|poster|presentation|panel|podcast|webinar|symposium)\b", "i")
_PARENTHETIC_TITLE = pattern(r"\((?P<inner>\p{Lu}[\p{L}'-]+(?: [\p{L}'-]+){3,})\)")

#: Words that attributed speech has at least; shorter quotations are terms.
SHORTEST_QUOTE = 5


def inline(text: str, blocks: tuple[Block, ...]) -> list[Zone]:
    """Returns speech and titles of works, the quotation marks left out."""
    zones = []
    for block in blocks:
        if text.find('"', block.start, block.end) >= 0:
            for match in _QUOTED.finditer(text, block.start, block.end):
                start, end = match.span("inner")
                words = _WORD.findall(match.group("inner"))
                if (
                    _WORK_BEFORE.search(text, max(block.start, match.start() - 24), match.start())
                    or _WORK_AFTER.match(text, match.end(), block.end)
                    or (len(words) >= SHORTEST_QUOTE and _title_case(words))
                ):
                    zones.append(Zone("title", start, end))
                elif len(words) >= SHORTEST_QUOTE:
                    zones.append(Zone("quote", start, end))
        if text.find("(", block.start, block.end) < 0:
            continue
        zones.extend(
            Zone("title", *match.span("inner"))
            for match in _PARENTHETIC_TITLE.finditer(text, block.start, block.end)
            if _title_case(_WORD.findall(match.group("inner")))
        )
    return zones


def _title_case(words: list[str]) -> bool:
    """Says whether all but small words begin with a capital."""
    longer = [word for word in words if len(word) > 3]
    return len(longer) > 1 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def mistakes(text: str, blocks: tuple[Block, ...]) -> list[Zone]:
    """Returns the words that the note on a correction quotes as wrong; they are mentioned there and not said."""
    return [
        Zone("title", start, end)
        for block in blocks
        if any(text.find(word, block.start, block.end) >= 0 for word in ("orrect", "should", "riginal"))
        and corrected.opens(text[block.start : block.end])
        for start, end in corrected.wrong(text, block.start, block.end)
    ]
