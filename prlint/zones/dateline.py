"""Where a dateline stands: places, the day and the wire, up to a dash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from prlint.document import Block

_MONTH = (
    r"(?i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
#: A day with its year, as releases write it.
DATE = rf"(?:(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})|(?:\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH},?[ -]\d{{4}})|(?:\d{{4}}-\d\d?-\d\d?)|(?:(?:19|20)\d\d[ -]{_MONTH}[ -]\d{{1,2}}(?!\d|,? \d{{4}})))"
#: The day without its year, as wires wrote it for decades: "April 18 /PRNewswire/".
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?![\d,]? ?\d))"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)"
_CLOCK = r"(?:@? ?\d{1,2}:\d\d ?[APap]\.?[Mm]\.?(?: (?:(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard |Daylight )?Time)?|[A-Z]{2,4}))?)"
_WIRE = r"(?:\([^():\n]{2,45}\)|/ ?[A-Z][\w. -]{1,30}/|[A-Z]{4,}(?:WIRE|NEWS))"
_PLACE = rf"(?:(?:\p{{Lu}}[\p{{L}}.']*+|and|&|de|of)(?:[ -](?!{_MONTH} \d)(?:\p{{Lu}}[\p{{L}}.']*+|and|&|de|del|la|of|the))*+)"
_PART = rf"(?:{DATE}|{_DAY}|{_WEEKDAY}|{_CLOCK}|{_WIRE}|{_PLACE})"
#: What a dateline has somewhere before its last dash: a date, or a wire's tag.
_TAG = r"(?:\((?i:[^():\n]{0,20}(?:wire|news)[^():\n]{0,20})\)|/ ?[A-Z][\w. -]{1,30}/)"
#: Places, dates and the wire in any order, up to a dash: `MADISON, Wis., Oct. 17, 2017 (GLOBE NEWSWIRE) --`.
_SEGMENT = pattern(rf"{_PART}(?:[ ,;/]{{0,3}}{_PART}){{0,8}}[ ,]*+(?P<dash>-+|–|—|:)[ –—-]*+(?=\S)")
_WIRE_OR_DATE = pattern(rf"(?:{_WEEKDAY}|{DATE}|{_DAY}|{_CLOCK}|{_WIRE}|[ ,–—-])+")
_DATE_AND_TAG = pattern(rf"{DATE},? {_TAG}[ ]++(?=\p{{Lu}})")
_A_DATE = pattern(DATE)
_TAG_ONLY = pattern(_TAG)
_DATE_OR_TAG = pattern(rf"{DATE}|{_TAG}")
#: A date alone, after the words that such a line has, or after the place: "Released 07:00 29-Sep-2016", "LEEDS, UK – 24 June 2014",
#: "May 03, 2026 23:06 ET"; never a headline in capitals: "Ardenta, Inc. Reports Results For Year Ended December 31, 2026".
_DATE_ONLY = pattern(
    r"(?![^\n]{0,300}\b(?i:reports?|announces?|results|quarter|ended|ending)\b)"
    rf"[| ]*(?:(?i:rns number ?:? ?\w{{3,8}}) [^\n]{{0,60}}? )?(?:(?i:for (?:immediate )?release|(?:press|news|media) release|released?|(?:release )?dated?|issued)[ :,–—-]*)?(?:{_CLOCK}[ ,]*)?"
    rf"(?:{_PLACE}(?:,? {_PLACE}){{0,3}}[ ,–—-]+)?{_WEEKDAY}? ?{DATE}(?:[ ,|-]*(?:{_CLOCK}|\d{{1,2}}:\d\d(?::\d\d)?(?: [A-Z]{{2,4}})?))?(?:[ ,–—-]*{_WIRE}[ –—-]*)?\.?"
)


def dateline_end(text: str, block: Block) -> int:
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
    # "Class Period: February 8, 2026 - June 4, 2026" is a range.
    return block.start if _A_DATE.match(text, at, block.end) else at


def day_alone(text: str, start: int, end: int) -> bool:
    """Says whether a line is a day, with the words, the place or the wire that may stand beside it."""
    return _DATE_ONLY.fullmatch(text, start, end) is not None


def wire_alone(text: str, start: int, end: int) -> bool:
    """Says whether a line is a whole dateline: "VANCOUVER, April 7, 2014 /CNW/ -"."""
    return day_alone(text, start, end) and _TAG_ONLY.search(text, start, end) is not None
