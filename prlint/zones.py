"""The parts of a release: headline … endmark, and inside them speech and titles of works.

Zones are read from form alone: where a block stands and how it begins. Each
block lies in one zone; the dateline is the beginning of the lead's block. A
block that nothing speaks for belongs to the zone that is open: body, an about
part, the forward-looking statements, contacts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Zone
from prlint.text import corrected
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from prlint.document import Block, Document

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:(?:{_MONTH} \d{{1,2}},? \d{{4}})|(?:\d{{1,2}} {_MONTH},? \d{{4}})|(?:\d{{4}}-\d\d-\d\d))"
#: The day without its year, as wires wrote it for decades: "April 18 /PRNewswire/".
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?![\d,]? ?\d))"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)"
_CLOCK = r"(?:@? ?\d{1,2}:\d\d ?[APap]\.?[Mm]\.?(?: (?:Eastern|Central|Mountain|Pacific|[A-Z]{2,4}))?)"
_WIRE = r"(?:\([^():\n]{3,45}\)|/[A-Z][\w. -]{1,30}/|[A-Z]{4,}(?:WIRE|NEWS))"
_PLACE = r"(?:(?:\p{Lu}[\p{L}.']*+|and|&|de|of)(?:[ -](?:\p{Lu}[\p{L}.']*+|and|&|de|del|la|of|the))*+)"
_PART = rf"(?:{_DATE}|{_DAY}|{_WEEKDAY}|{_CLOCK}|{_WIRE}|{_PLACE})"
#: What a dateline has somewhere before its last dash: a date, or a wire's tag.
_TAG = r"(?:\((?i:[^():\n]{0,20}(?:wire|news)[^():\n]{0,20})\)|/[A-Z][\w. -]{1,30}/)"
#: Places, dates and the wire in any order, up to a dash: `MADISON, Wis., Oct. 17, 2017 (GLOBE NEWSWIRE) --`.
_SEGMENT = pattern(rf"{_PART}(?:[ ,;/]{{0,3}}{_PART}){{0,8}}[ ,]*+(?P<dash>-+|–|—|:)[ –—-]*+(?=\S)")
_WIRE_OR_DATE = pattern(rf"(?:{_WEEKDAY}|{_DATE}|{_DAY}|{_CLOCK}|{_WIRE}|[ ,–—-])+")
_DATE_AND_TAG = pattern(rf"{_DATE},? {_TAG}[ ]++(?=\p{{Lu}})")
_DATE_OR_TAG = pattern(rf"{_DATE}|{_TAG}")
_DATE_ONLY = pattern(rf"{_WEEKDAY}? ?{_DATE}(?:[ ,|-]*{_CLOCK})?\.?")
_RELEASE_LINE = pattern(
    r"(?:for (?:immediate )?release|(?:press|news|media) release|news|exhibit \d{1,3}(?:[.(]\d{1,2}\)?)?|ex-\d{1,3}(?:\.\d{1,2})?|embargoed\b.{0,80})[:.]?",
    "i",
)
#: What a house writes over its drafts: "Confidential draft v3, not for release", "DRAFT 7 – for review by March 2".
_DRAFT_LINE = pattern(
    r"(?=[^\n]{0,80}\b(?:draft|confidential|embargo|version|revision|v\d|for (?:internal )?(?:review|approval)|not (?:yet )?for)\b)"
    r"[(\[*]*(?:(?:strictly|privileged|private|and|confidential|internal|working|final|first|second|third|clean|redline|draft|embargo|press|news"
    rf"|version|revision|rev|v\d[\d.]*|no|number|not|yet|for|until|release|distribution|publication|dissemination|review|comments?|approval|only"
    rf"|use|of|as|by|dated|the|to|pm|am|\d[\d.:/-]*|{_DATE}|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{{L}}*)\b[ .,;:–—&#()\[\]*/-]*+)+",
    "i",
)
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
_CONTACT = pattern(
    r"(?:(?:(?:company|media|investors?|press|corporate|public|relations|and|&|/|for|more|further|information|inquiries|pr|ir|news|general|sales|"
    r"u\.s\.|us|international|financial|business|editorial)[ /,]*)*"
    r"(?:contacts?|inquiries|enquiries|relations)(?: information| details| us)?)(?: ?[:\-–—]|$)",
    "i",
)
#: A line of a block of contacts: a name, an office, a number, an address; a headline has more words.
_ENTRY = pattern(r"@|\d{3}[-.) ]{1,2}\d{4}|^(?:\S+ ){0,3}\S+$|^\p{Lu}\S+ \p{Lu}\S+ / \p{Lu}\S+ \p{Lu}\S+$")
_SOURCE = pattern(r"(?:SOURCE:? |Source: )(?=\S)")
_ENDMARK = pattern(r"(?:# ?# ?#|-?-? ?30 ?-?-|[-–—]* ?(?:END|ENDS|end|ends|End) ?[-–—]*)")
_FOOTNOTE = pattern(r"(?:[¹²³⁴⁵⁶⁷⁸⁹†‡§]|\[\d{1,2}\] )")
_QUOTED = pattern(r'(?<![^\s(\[—–-])"(?=\S)(?P<inner>[^"\n]*+)(?:(?<=\S)"|$)')
_WORD = pattern(r"\p{L}[\p{L}'-]*+")
_WORK_BEFORE = pattern(
    r"(?:titled|entitled|headlined|called|named|article|abstract|paper|poster|session|presentation|publication|manuscript|book|webinar"
    r"|podcast|study|report|panel),?:? $",
    "i",
)
_WORK_AFTER = pattern(r" (?:session|article|abstract|paper|poster|presentation|panel|podcast|webinar|symposium)\b", "i")
_PARENTHETIC_TITLE = pattern(r"\((?P<inner>\p{Lu}[\p{L}'-]+(?: [\p{L}'-]+){3,})\)")

#: What a page's table leaves behind, line by line.
_BARS = ("|", "||", "| |")
#: Code points that a headline or subhead has at most.
LONGEST_HEADLINE = 400
#: Words that attributed speech has at least; shorter quotations are terms.
SHORTEST_QUOTE = 5
#: Blocks that can stand before the dateline: dates, headline, subheads, bullet points.
_HEAD_BLOCKS = 24


def zoned(document: Document) -> Document:
    """Returns the document with its zones; those that the format itself sets apart stay."""
    given = {zone.start: zone for zone in document.zones}
    blocks = tuple(block for block in document.blocks if block.start not in given)
    text = document.view.text
    zones: list[Zone] = []
    lead = _lead(text, blocks)
    zones += _head(text, blocks, lead)
    first = blocks[lead].start if lead < len(blocks) else len(text)
    dateline = _dateline_end(text, blocks[lead]) if lead < len(blocks) else first
    opened, subject = "body", ""
    for i in range(lead, len(blocks)):
        block = blocks[i]
        start = block.start
        name, about = _own(text, block)
        if i == lead:
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
    return document.with_zones([*_merged(zones), *given.values(), *_inline(text, blocks)])


def _lead(text: str, blocks: tuple[Block, ...]) -> int:
    """Returns the index of the block that opens the story."""
    head = _first(text, blocks)
    for i, block in enumerate(blocks[:head]):
        if block.kind in ("paragraph", "item") and _dateline_end(text, block) > block.start:
            return i
    # Without a dateline the story opens with the first block that reads like running text.
    for i, block in enumerate(blocks[:head]):
        line = text[block.start : block.end]
        if block.kind == "paragraph" and (_runs(line) or len(blocks) == 1) and not _corrects(line):
            return i
    return 0


def _first(text: str, blocks: tuple[Block, ...]) -> int:
    """Returns how many blocks can stand before the story; bars that a page's table left behind do not count."""
    left = _HEAD_BLOCKS
    for i, block in enumerate(blocks):
        left -= text[block.start : block.end] not in _BARS
        if not left:
            return i + 1
    return len(blocks)


def _corrects(line: str) -> bool:
    """Says whether a block before the story tells what a corrected release had wrong."""
    return _runs(line) and corrected.opens(line)


def _dateline_end(text: str, block: Block) -> int:
    """Returns where the block's dateline ends, its start where it has none.

    A dateline is one to four stretches between dashes. After the date only the
    wire follows, or the place where none stood before; a name between two
    dashes is already the story.
    """
    at, known, placed = block.start, False, False
    for _ in range(4):
        segment = _SEGMENT.match(text, at, min(block.end, block.start + 240))
        if segment is None:
            break
        bare = _WIRE_OR_DATE.fullmatch(text, at, segment.start("dash")) is not None
        if known and not bare and (placed or "." in text[at : segment.start("dash")].rstrip(" .")):
            break
        placed = placed or not bare
        at = segment.end()
        known = known or _DATE_OR_TAG.search(text, block.start, at) is not None
    if not known:
        # "BOSTON - March 2, 2026 (NEWMEDIAWIRE) Ardenta": the wire's tag parts, the last dash is missing.
        tagged = _DATE_AND_TAG.match(text, at, block.end)
        return tagged.end() if tagged else block.start
    return at


def _runs(line: str) -> bool:
    """Says whether a line is running text: it ends like a sentence or is longer than a headline."""
    return len(line) > LONGEST_HEADLINE or line.rstrip("\"')").endswith((".", "!", "?", ":"))


def _head(text: str, blocks: tuple[Block, ...], lead: int) -> list[Zone]:
    """Returns the zones before the lead: dates, one headline, subheads."""
    zones: list[Zone] = []
    seen = contacts = False  # a headline; contacts above it
    # What stands right above the story is no entry of theirs, however short.
    nearest = next((one for one in reversed(blocks[:lead]) if text[one.start : one.end] not in _BARS), None)
    for block in blocks[:lead]:
        line = text[block.start : block.end]
        if any(form.fullmatch(line) for form in (_DATE_ONLY, _RELEASE_LINE, _DRAFT_LINE)) or corrected.is_line(line):
            name = "header-date"
        elif _corrects(line):
            name = "legend"
        elif not seen and (_CONTACT.match(line) or (contacts and _ENTRY.search(line) and block != nearest)):
            name = "contacts"
            contacts = True
        elif block.kind in ("rule", "row") or line in _BARS:
            name = "body" if block.kind == "rule" else "table"
        else:
            name = "subhead" if seen else "headline"
            seen = True
        zones.append(Zone(name, block.start, block.end))
    return zones


def _own(text: str, block: Block) -> tuple[str, str]:
    """Returns the zone that a block opens by its own words, and what it is about; empty where it opens none."""
    start, end = block.start, block.end
    if block.kind == "row":
        return "table", ""
    if _ENDMARK.fullmatch(text, start, end):
        return "endmark", ""
    if _SOURCE.match(text, start, end) and end - start < 120:
        return "source", ""
    if end - start < 120 and _CONTACT.match(text, start, end):
        return "contacts", ""
    short = end - start < 160
    heading = _ABOUT.fullmatch(text, start, end) if short and not _ends_sentence(text[start:end]) else None
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


def _ends_sentence(line: str) -> bool:
    return line.endswith((".", "?", "!")) and not line.endswith(("Inc.", "Corp.", "Ltd.", "Co.", "S.A.", "N.V."))


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


def _inline(text: str, blocks: tuple[Block, ...]) -> list[Zone]:
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
