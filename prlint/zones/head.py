"""What stands before the story of a release: days, headline and subheads, and what filings, wires and houses put there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Zone
from prlint.text import corrected
from prlint.text.patterns import pattern
from prlint.zones.dateline import DATE, dateline_end, day_alone, wire_alone
from prlint.zones.openings import CONTACT, SOURCE, ends_sentence

if TYPE_CHECKING:
    from prlint.document import Block

_RELEASE_LINE = pattern(
    r"(?:for (?:immediate )?release|(?:press|news) release of .{3,80}|(?:(?:company|corporate|earnings|regulatory|asx|stock exchange|market) )?(?:press|news|media|earnings) release|news"
    r"|(?:asx|regulatory|stock exchange|market) (?:announcement|release)|not for (?:release|distribution|publication)\b.{0,160}|embargoed\b.{0,80})[:.]?",
    "i",
)
#: What filings and pages put above a release, never its headline: "EX-99.1 2 ex991.htm EXHIBIT 99.1", "[LOGO]", "RNS Number : 3198K".
_FURNITURE = pattern(
    r"(?>[\w-]++\.(?:jpe?g|gif|png|html?|txt)|ex(?:hibit|\.)?[ -]?(?:no\.? ?)?\d{1,3}(?:[.(]\d{0,3})?(?: \d++)?|rns number ?:? ?\w{3,8}\b"
    r"|(?:\w++ )?logo|graphic omitted|(?:press|news) release|page \d++(?: of \d++)?|\d++|[ |\[\](*):.–-]++)++",
    "i",
)
#: What a house writes over its drafts: "Confidential draft v3, not for release", "DRAFT 7 – for review by March 2".
_DRAFT_LINE = pattern(
    r"(?=[^\n]{0,80}\b(?:draft|confidential|embargo|version|revision|v\d|for (?:internal )?(?:review|approval)|not (?:yet )?for)\b)"
    r"[(\[*]*(?:(?:strictly|privileged|private|and|confidential|internal|working|final|first|second|third|clean|redline|draft|embargo|press|news"
    rf"|version|revision|rev|v\d[\d.]*|no|number|not|yet|for|until|release|distribution|publication|dissemination|review|comments?|approval|only"
    rf"|use|of|as|by|dated|the|to|pm|am|\d[\d.:/-]*|{DATE}|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{{L}}*)\b[ .,;:–—&#()\[\]*/-]*+)+",
    "i",
)
#: What stands above a release in the United Kingdom, and is no sentence of its story.
_NOTICE = pattern(
    r"(?:this (?:announcement|communication|news release|press release)\b|the information (?:contained|communicated) (?:with)?in this announcement|(?:this )?information (?:contained )?in this announcement"
    r"|neither this announcement|not for (?:release|distribution|publication)|capitali[sz]ed terms|in addition, market soundings|for best results when printing|upon the publication of)",
    "i",
)
#: A heading that is not at its end.
_UNFINISHED = pattern(r"(?<=\p{L}{2}.{20}) (?:ended|ending|through|until|dated|of|for|the|in|on|and|at|to)$", "i")
#: What only a contact's line has: a telephone number, an e-mail address.
_REACH = pattern(
    r"@[\w-]+\.\w|(?<!\S)(?:https?://|www\.)\S++$|(?:\+?\d{1,3}[ .-]{1,3})?\(?\d{3}\)?[ .)/-]{1,3}\d{3}[ .-]\d{4}|\+\d{1,3}[ ()\d]{7,}|(?i:tel(?:ephone)?|phone|fax)\b[ .:]"
)
#: A line with whom to ask: it leads to no headline.
_ASKED = pattern(
    r"[^\n]{0,80}?(?:\b[\w.+-]+@[\w-]+\.\w|(?<!\d)(?:\+?1[ .-])?\(?[2-9]\d\d\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?!\d))[^\n]{0,60}"
    r"|(?:for )?(?:(?:more|further|additional|immediate) )?(?:information|details),? ?(?:please )?(?:contact|call)?:?(?: [^\n]{0,60})?"
    r"|(?:https?://|www\.)[^\s]+",
    "i",
)
#: A line of a block of contacts: a name, an office, a number, an address; a headline has more words.
_ENTRY = pattern(r"@|\d{3}[-.) ]{1,2}\d{4}|^(?:\S+ ){0,3}\S+$|^\p{Lu}\S+ \p{Lu}\S+ / \p{Lu}\S+ \p{Lu}\S+$")
#: What no line of contacts has: "ARDENTA CORPORATION ANNOUNCES".
_TELLS = pattern(
    r"\b(?:announc(?:es|ed)|report(?:s|ed)|declares|increases|completes|closes|receives|appoints|acquires|launches|signs|names|posts)\b",
    "i",
)
#: What a page's table leaves behind, line by line.
_BARS = ("|", "||", "| |")
_TABLE_ROW = pattern(r"\|[^|\n]*+\|")

#: Code points that a headline or subhead has at most.
LONGEST_HEADLINE = 400
#: Blocks that can stand before the dateline: dates, headline, subheads, bullet points.
_HEAD_BLOCKS = 32
#: Lines that a contact before the headline can have from one telephone number to the next.
_CONTACT_LINES = 7
#: Code points from which a line that ends with a colon is a sentence, not a label.
_LABEL = 60
#: Code points that a legal notice has at least; less is a line such as "This announcement".
_SHORTEST_NOTICE = 40
#: Code points of a line of contacts, at most.
_LONGEST_ENTRY = 160


def lead(text: str, blocks: tuple[Block, ...]) -> int:
    """Returns the index of the block that opens the story."""
    count = _first(text, blocks)
    for i, block in enumerate(blocks[:count]):
        if block.kind in ("paragraph", "item") and dateline_end(text, block) > block.start:
            return i
    # A dateline on a line of its own: the story is what follows.
    for i, block in enumerate(blocks[: min(count, len(blocks) - 1)]):
        if wire_alone(text, block.start, block.end):
            return next((j for j in range(i + 1, len(blocks)) if not _stands_above(text, blocks[j])), i + 1)
    # Without a dateline the story opens with the first block that reads like running text.
    for i, block in enumerate(blocks[:count]):
        line = text[block.start : block.end]
        if (
            block.kind == "paragraph"
            and (len(blocks) == 1 or (_runs(line) and not (len(line) <= LONGEST_HEADLINE and _kept_apart(text, block))))
            and not (_stands_above(text, block) or _notice(text, block) or _corrects(line))
        ):
            return i
    return 0


def head(text: str, blocks: tuple[Block, ...]) -> list[Zone]:
    """Returns the zones of the blocks before the story: days, contacts, one headline, subheads."""
    zones: list[Zone] = []
    seen = False
    contacts = _contacts_above(text, blocks)
    for i, block in enumerate(blocks):
        start, end = block.start, block.end
        line = text[start:end]
        if i == len(blocks) - 1 and wire_alone(text, start, end):
            name = "dateline"
        elif i and _UNFINISHED.search(text, blocks[i - 1].start, blocks[i - 1].end):
            # "… for the Fiscal Year Ended ¶ June 30, 2026": the line before goes on with it.
            name = "subhead" if seen else "headline"
            seen = True
        elif _stands_above(text, block) and not (i in contacts and _REACH.search(line)):
            name = "header-date"
        elif i in contacts or (not seen and end - start < _LONGEST_ENTRY and _ASKED.fullmatch(text, start, end)):
            name = "contacts"
        elif _notice(text, block) or _corrects(line):
            name = "legend"
        elif SOURCE.match(text, start, end):
            name = "source"
        elif block.kind == "row" or line in _BARS or _TABLE_ROW.search(text, start, end):
            name = "table"
        elif block.kind == "rule":
            name = "body"
        else:
            name = "subhead" if seen else "headline"
            seen = True
        zones.append(Zone(name, start, end))
    return zones


def _first(text: str, blocks: tuple[Block, ...]) -> int:
    """Returns how many blocks can stand before the story; bars that a page's table left behind do not count."""
    left = _HEAD_BLOCKS
    for i, block in enumerate(blocks):
        left -= text[block.start : block.end] not in _BARS
        if not left:
            return i + 1
    return len(blocks)


def _stands_above(text: str, block: Block) -> bool:
    """Says whether a line is one that stands above a release: a date, "Press Release", "Exhibit 99.1", "Correction"."""
    start, end = block.start, block.end
    return (
        day_alone(text, start, end)
        or any(line.fullmatch(text, start, end) for line in (_RELEASE_LINE, _DRAFT_LINE, _FURNITURE))
        or corrected.is_line(text[start:end])
    )


def _kept_apart(text: str, block: Block) -> bool:
    """Says whether a line is neither headline nor story, although it may end like a sentence: whom to ask."""
    start, end = block.start, block.end
    return _ASKED.fullmatch(text, start, end) is not None or CONTACT.match(text, start, end) is not None


def _notice(text: str, block: Block) -> bool:
    """Says whether a block is one of the legal notices that stand above a release."""
    return _NOTICE.match(text, block.start, block.end) is not None and block.end - block.start >= _SHORTEST_NOTICE


def _corrects(line: str) -> bool:
    """Says whether a block before the story tells what a corrected release had wrong."""
    return _runs(line) and corrected.opens(line)


def _runs(line: str) -> bool:
    """Says whether a line is running text: it ends like a sentence or is longer than a headline."""
    if line.endswith(":") and len(line) < _LABEL and "," not in line:
        return False
    end = line.rstrip("\"')")
    return len(line) > LONGEST_HEADLINE or end.endswith((":", "!", "?")) or ends_sentence(end)


def _entry(line: str) -> bool:
    """Says whether a line is as short as a name, and no headline that goes on in the next line."""
    return _ENTRY.search(line) is not None and _TELLS.search(line) is None


def _contacts_above(text: str, blocks: tuple[Block, ...]) -> frozenset[int]:
    """Returns the indexes of the blocks that are contacts before the headline.

    They go from "Contact:" to the last number or address, and on through lines as short as a name. What stands right
    above the story is no entry of theirs, however short.
    """
    found: set[int] = set()
    nearest = max((i for i, one in enumerate(blocks) if text[one.start : one.end] not in _BARS), default=0)
    for i, block in enumerate(blocks):
        if i in found or block.end - block.start >= _LONGEST_ENTRY or not CONTACT.match(text, block.start, block.end):
            continue
        last = i
        for j in range(i + 1, len(blocks)):
            one = blocks[j]
            if j - last > _CONTACT_LINES:
                break
            if one.end - one.start < _LONGEST_ENTRY and _REACH.search(text, one.start, one.end):
                last = j
        while last + 1 < nearest and _entry(text[blocks[last + 1].start : blocks[last + 1].end]):
            last += 1
        found.update(range(i, last + 1))
    return frozenset(found)
