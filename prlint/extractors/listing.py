"""Lists that are announced with their number: "three criteria:" and the bullets, or the names, that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.anchored import anchored
from prlint.text.intervals import value
from prlint.text.listed import entries, item_set, made_once
from prlint.text.numbers import WORDS
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from regex import Match

    from prlint.document import Block, Document

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
#: Paragraphs that begin with the mark of an item, as wires type it.
_DASHED = pattern(r"(?:--|[-–—*•●▪◦·])(?= ?\S)")
#: Blocks after a list in which more of it may stand.
_AHEAD = 2
#: In a sentence: a number, a noun of things that bear names, a colon and what follows it to the end.
_TOLD = pattern(
    rf"(?<![\w$€£¥.,-])(?P<stated>{WORDS}|[2-9]|1[0-2])(?P<what>(?: (?!of\b)[\p{{Ll}}'-]+){{0,3}}? (?P<noun>plants|sites|cities|offices|stores|towns|locations|branches|factories|mills|warehouses|hubs"
    r"|airports|campuses|showrooms|laboratories|centers|centres|clinics|hospitals|schools|markets|countries|counties|districts|provinces)): ?(?:(?:in|at|from) )?(?P<list>[^:;.\n]{5,300})(?=[.;\n]|$)"
)
_COLONS = pattern(r"s: ?(?:(?:in|at|from) )?\p{Lu}")
#: A name of a place, of one word or several; none of letters alone, which may be a state's.
_NAME = pattern(r"(?:the )?(?:(?:St\.|\p{Lu}[\p{L}'’-]+)(?: (?:de|del|la|of|upon|on|am|an der))? ?){1,3}")
_PARTED = pattern(r",? (?:and|&) ")
_PLACES = ("cities", "towns", "countries", "counties", "districts", "provinces")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each announced list whose end can be seen."""
    text = document.view.text
    blocks = document.blocks
    for i, block in enumerate(blocks[:-1]):
        if (
            text[block.end - 1 : block.end] != ":"
            or not (blocks[i + 1].kind == "item" or _DASHED.match(text, blocks[i + 1].start, blocks[i + 1].end))
            or block.kind not in ("paragraph", "heading")
        ):
            continue
        sentence = document.sentence_at(block.end - 1)
        match = _ANNOUNCED.search(text, max(sentence.start, block.end - 110), block.end)
        if match is None or _INCLUDING.search(text, max(sentence.start, match.start() - 30), block.end):
            continue
        items = _bullets(text, blocks, i + 1)
        if items >= _LEAST:
            yield Claim("listing", match.start(), block.end, text[match.start() : block.end],
                        {"stated": match["stated"], "what": match["what"].strip(), "items": items})  # fmt: skip
    for sentence in anchored(document, _COLONS):
        for match in _TOLD.finditer(text, sentence.start, sentence.end):
            items = _named(match, lists)
            if items and not _INCLUDING.search(text, max(sentence.start, match.start() - 30), match.end("what")):
                yield Claim("listing", match.start(), match.end(), match[0],
                            {"stated": match["stated"], "what": match["what"].strip(), "items": items})  # fmt: skip


def _bullets(text: str, blocks: Sequence[Block], first: int) -> int:
    """Returns how many items follow one another from block `first` on; 0 where the list's end cannot be seen."""
    level, items = blocks[first].level, 0
    mark = _DASHED.match(text, blocks[first].start, blocks[first].end) if blocks[first].kind != "item" else None
    for i, block in enumerate(blocks[first:], first):
        if not (text.startswith(mark[0], block.start) if mark else block.kind == "item"):
            ahead = blocks[i : i + _AHEAD]
            # A list that goes on after a paragraph, or whose items the archive took apart, cannot be counted.
            if (
                text[block.end - 1] == ":"
                or _ITEM.match(text, block.start, block.end)
                or (mark and any(text.startswith(mark[0], each.start) for each in ahead))
            ):
                return 0
            break
        items += block.level == level
    return items


def _named(match: Match[str], lists: Mapping[str, Any]) -> int:
    """Returns how many places a sentence lists; 0 where a name may be a part of another.

    More than announced are proven where each is a known city: "Lyon, France" is one place. Fewer are where the places
    themselves are counted: a city may have two plants.
    """
    parted = [*_PARTED.finditer(match["list"])]
    if len(parted) != 1 or ", " in match["list"][parted[0].end() :]:
        return 0
    names = [*match["list"][: parted[0].start()].split(", "), match["list"][parted[0].end() :]]
    if not all(_NAME.fullmatch(name) for name in names):
        return 0
    cities = item_set(lists, "places") - _states(entries(lists, "states"))
    if len(names) > (value(match["stated"]) or 0):
        return len(names) if all(name in cities for name in names) else 0
    return len(names) if match["noun"] in _PLACES else 0


@made_once
def _states(data: Any) -> frozenset[str]:
    return frozenset(name for names in data.values() for name in names) if hasattr(data, "values") else frozenset()
