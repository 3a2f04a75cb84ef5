"""The parts of a release: headline … endmark, and inside them speech and titles of works.

Zones are read from form alone: where a block stands and how it begins. Each
block lies in one zone; the dateline is the beginning of the lead's block. A
block that nothing speaks for belongs to the zone that is open: body, an about
part, the forward-looking statements, contacts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Zone
from prlint.text.patterns import pattern
from prlint.zones.dateline import dateline_end
from prlint.zones.head import head, lead
from prlint.zones.inline import inline, mistakes
from prlint.zones.openings import CONTACT, SOURCE, ends_sentence

if TYPE_CHECKING:
    from prlint.document import Block, Document

_ABOUT = pattern(r"About (?P<subject>[^\n]{2,100}?)[ ]*(?::|--|–|—)?[ ]*(?:\n|$)")
_ABOUT_RUN_IN = pattern(
    r"About (?P<subject>\p{Lu}[^\n.:]{1,80}?(?:,? (?:Inc|Corp|Ltd|Co)\.)?(?:™|®|\(TM\)|\(R\))?)"
    r"(?:[ ]?(?:--|–|—|:)[ ]|(?<=[\p{Ll}.)®™])(?=\p{Lu}\p{Ll}+ )|(?<=[\p{Ll}.)®™]) (?=(?:The|We|Founded|Based|Headquartered) ))"
)
_FLS_HEAD = pattern(
    r"(?:(?:cautionary|special)? ?(?:notes?|statements?|language)? ?(?:regarding|concerning|on|about|as to)? ?"
    r"(?:the )?forward[- ]looking (?:statements?|information)|safe[- ]harbou?r|cautionary (?:note|statement|language)|disclaimers?\b)",
    "i",
)
_FLS_BODY = pattern(
    r"(?:forward[- ]looking (?:statements?|information)|private securities litigation reform act|safe harbou?r)", "i"
)
#: One of these stands wherever `_FLS_BODY` does; the case of a letter is the pattern's business.
_FLS_WORDS = ("looking", "litigation", "harbo")
_FLS_OPENS = pattern(
    r"(?:(?:this|the|certain|some|except|statements?|all|matters?|information|any|various)\b|[A-Z])", "i"
)
_ISI = pattern(r"(?:\*+ ?)?(?:important safety information|indications? and (?:usage|important)|boxed warning)", "i")
_LEGEND = pattern(
    r"(?:(?:shall|does|do|is|will) not (?:constitute )?an offer (?:to sell|of)|not an offer to sell|nor (?:shall|will) there be any sale)",
    "i",
)
_ENDMARK = pattern(r"(?:# ?# ?#|-?-? ?30 ?-?-|[-–—]* ?(?:END|ENDS|end|ends|End) ?[-–—]*)")
_FOOTNOTE = pattern(r"(?:[¹²³⁴⁵⁶⁷⁸⁹†‡§]|\[\d{1,2}\] )")


def zoned(document: Document) -> Document:
    """Returns the document with its zones; those that the format itself sets apart stay."""
    given = {zone.start: zone for zone in document.zones}
    blocks = tuple(block for block in document.blocks if block.start not in given)
    text = document.view.text
    zones: list[Zone] = []
    opening = lead(text, blocks)
    zones += head(text, blocks[:opening])
    first = blocks[opening].start if opening < len(blocks) else len(text)
    dateline = dateline_end(text, blocks[opening]) if opening < len(blocks) else first
    opened, subject = "body", ""
    for i in range(opening, len(blocks)):
        block = blocks[i]
        start = block.start
        name, about = _own(text, block)
        if i == opening:
            if dateline > start:
                zones.append(Zone("dateline", start, dateline))
                start = dateline
            if not name:
                zones.append(Zone("lead", start, block.end))
                continue
        if name in ("endmark", "source", "legend", "table", "footnote"):
            zones.append(Zone(name, start, block.end, about))
            continue
        if name:
            opened, subject = name, about
        elif opened in ("about", "contacts", "isi", "fls") and block.kind == "heading" and not _same_part(text, block):
            opened, subject = "body", ""
        zones.append(Zone(opened, start, block.end, subject))
    return document.with_zones(
        [*_merged(zones), *given.values(), *mistakes(text, blocks[: opening + 2]), *inline(text, blocks)]
    )


def _own(text: str, block: Block) -> tuple[str, str]:
    """Returns the zone that a block opens by its own words, and what it is about; empty where it opens none."""
    start, end = block.start, block.end
    if block.kind == "row":
        return "table", ""
    if _ENDMARK.fullmatch(text, start, end):
        return "endmark", ""
    if SOURCE.match(text, start, end) and end - start < 120:
        return "source", ""
    if end - start < 120 and CONTACT.match(text, start, end):
        return "contacts", ""
    short = end - start < 160
    heading = _ABOUT.fullmatch(text, start, end) if short and not ends_sentence(text[start:end]) else None
    about = heading or _ABOUT_RUN_IN.match(text, start, end)
    if about:
        return "about", about.group("subject").strip(" :*-–—")
    if _ISI.match(text, start, end):
        return "isi", ""
    low = text[start : min(end, start + 400)].lower()
    if ("offer" in low or "sale" in low) and _LEGEND.search(text, start, min(end, start + 400)):
        return "legend", ""
    if _FLS_HEAD.match(text, start, end) or (
        any(word in low for word in _FLS_WORDS)
        and _FLS_OPENS.match(text, start, end)
        and _FLS_BODY.search(text, start, min(end, start + 300))
    ):
        return "fls", ""
    if _FOOTNOTE.match(text, start, end):
        return "footnote", ""
    return "", ""


def _same_part(text: str, block: Block) -> bool:
    """Says whether a heading inside an about or contacts part belongs to it: a name, a line of a contact."""
    return block.end - block.start < 3 or "@" in text[block.start : block.end]


def _merged(zones: list[Zone]) -> list[Zone]:
    """Returns the zones with neighbours of one part joined; each About heading begins a part of its own."""
    merged: list[Zone] = []
    for zone in zones:
        last = merged[-1] if merged else None
        if (
            last
            and last.name == zone.name
            and last.subject == zone.subject
            and zone.name not in ("subhead", "footnote")
            and zone.start <= last.end + 1  # nothing that the format sets apart lies between
        ):
            merged[-1] = last._replace(end=zone.end)
        else:
            merged.append(zone)
    return merged
