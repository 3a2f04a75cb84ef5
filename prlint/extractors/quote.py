"""Attributed speech: each quotation with its speaker, and whether anybody is named for it at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.document import Block, Document

NEEDS = ("person",)
FIELDS = {
    "speaker": "the surname of the person who speaks, as printed beside the quotation; empty where none is read",
    "given": "that person's given name, where it stands there",
    "words": "how many words it has",
    "alone": "whether the paragraph holds nothing but quotations",
    "attributed": "whether its paragraph or a neighbour says who speaks, or goes on an open quotation",
}

_SPEECH = pattern(
    r"\b(?:said|says?|saying|stat(?:ed|es|ing)|commented|comments|commenting|add(?:ed|s|ing)|not(?:ed|es|ing)|explain(?:ed|s|ing)|remark(?:ed|s)|continu(?:ed|es)|conclud(?:ed|es)"
    r"|observed|emphasi[sz](?:ed|es|ing)|shared|shares|wrote|writes|told|announced|declared|reflected|recalled|quipped|according to|stressed|highlighted|tells|asked|replied|expressed|echoed"
    r"|shar(?:ing)|read|reads|acknowledged|affirmed|believes|believed|joked|urged|offered|responded|mused|cautioned|warned|testimonial|testified|noting|went on|quoted)\b",
    "i",
)
_INTRODUCES = pattern(
    r"(?::|[–—-]|\b(?:statement|commentary|comments?|message|quotes?|remarks|words|letter|testimonials?|reviews?|perspective|says?|said|stated|shares?|reads?|saying|praise|endorsements?|reactions?|feedback|quotations?|mission|vision|verse|scripture))[ .:]*$",
    "i",
)
_SIGNED = pattern(r"[ ]?(?:[-–—~]{1,2}[ ]?\p{Lu}|\p{Lu}[\p{L}.'-]+ \p{Lu}[^\n]{0,80}$)")
_WORD = pattern(r"[\p{L}\d][\p{L}\d'-]*+")
#: Words beside the quotations of a paragraph from which on it is a paragraph of its own, which may name the speaker anyhow.
_BESIDE = 3
#: Words that a quotation has at least to be a paragraph.
SHORTEST = 5


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each quotation of at least five words; its span leaves out the quotation marks."""
    text = document.view.text
    zones = [zone for zone in document.zones if zone.name == "quote"]
    if not zones:
        return
    people = claims.get("person", ())
    numbered = {block.start: i for i, block in enumerate(document.blocks)}
    around: dict[int, tuple[bool, bool, Claim | None]] = {}
    for zone in zones:
        block = document.block_at(zone.start)
        if block is None or document.zone_at(zone.start) in ("fls", "isi", "legend", "title", "table", "contacts"):
            continue
        if block.start not in around:
            around[block.start] = _around(document, numbered[block.start], people)
        alone, attributed, speaker = around[block.start]
        end = min(zone.end, block.end)
        yield Claim(
            "quote",
            zone.start,
            end,
            text[zone.start : end],
            {
                "speaker": speaker.string("surname") if speaker else "",
                "given": speaker.string("given") if speaker else "",
                "words": len(_WORD.findall(text[zone.start : end])),
                "alone": alone,
                "attributed": attributed,
            },
        )


def _around(document: Document, i: int, people: Sequence[Claim]) -> tuple[bool, bool, Claim | None]:
    """Returns whether a block holds quotations alone, whether somebody is named for them, and who."""
    blocks = document.blocks
    beside = _beside(document, blocks[i])
    alone = len(_WORD.findall(beside)) < _BESIDE
    before = _beside(document, blocks[i - 1]) if i else ""
    after = _beside(document, blocks[i + 1]) if i + 1 < len(blocks) else ""
    speaker = _person(document, blocks[i], people)
    if not alone:
        return False, True, speaker
    attributed = (
        _SPEECH.search(beside) is not None
        or speaker is not None
        or _SPEECH.search(before) is not None
        or _INTRODUCES.search(before) is not None
        or _open(document, i)
        or (i + 1 < len(blocks) and (_SIGNED.match(after) is not None or _SPEECH.search(after[:60]) is not None))
    )
    if speaker is None and i:
        speaker = _person(document, blocks[i - 1], people)
    return True, attributed, speaker


def _beside(document: Document, block: Block) -> str:
    """Returns a block's text without what it quotes, its end where it is long."""
    text = document.view.text
    parts, at = [], block.start
    for zone in document.zones:
        if zone.name == "quote" and block.start <= zone.start < block.end:
            parts.append(text[at : zone.start])
            at = min(zone.end, block.end)
    parts.append(text[at : block.end])
    return "".join(parts).replace('"', " ").strip()


def _open(document: Document, i: int) -> bool:
    """Says whether the paragraphs before leave a quotation open."""
    text = document.view.text
    for j in range(i - 1, max(-1, i - 6), -1):
        count = text.count('"', document.blocks[j].start, document.blocks[j].end)
        if count % 2:
            return True
        if count == 0:
            return False
    return False


def _person(document: Document, block: Block, people: Sequence[Claim]) -> Claim | None:
    """Returns the first person of a block who is named outside its quotations."""
    for claim in people:
        if block.start <= claim.start < block.end and "quote" not in document.zones_at(claim.start, claim.end):
            return claim
    return None
