"""Times of day, with their time zone and the date that they belong to.

A time needs a.m., p.m., noon, midnight, or minutes with a zone that the list
`time-zones` knows: "4:30 p.m.", "9-11 a.m. ET", "16:30 CET", "12 noon Eastern".
A range of times is one claim. The date is the nearest day in the sentence, else
the only one in the sentence before or on the line beside it; hours that come
back ("Monday through Friday, 9 a.m. to 5 p.m.") have none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.calendar.daylight import TimeZones
from prlint.claim import Claim
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import regex

    from prlint.calendar.daylight import Named
    from prlint.claim import Value
    from prlint.document import Document

NEEDS = ("date",)
FIELDS = {
    "hour": "0 to 23, as a clock of 24 hours shows it; as printed where it is impossible",
    "minute": "0 to 59, likewise",
    "to_hour": "the hour at which a range ends, -1 where it is none",
    "to_minute": "the minute at which a range ends, -1 where it is none",
    "half": "a.m. or p.m. as printed, or noon, midnight, or empty",
    "zone": "the time zone's name in the list time-zones, or empty",
    "zone_text": "the zone as printed, or empty",
    "season": "standard or daylight where the zone's name is for one season, else empty",
    "same": "whether it gives the time before it in another zone: 8:30 a.m. ET / 5:30 a.m. PT",
    "invalid": "whether no clock shows it (25:00, 13:30 p.m.)",
    "relative": "today or tomorrow where that is all that the sentence says of the day, else empty",
    "start": "the first day that it belongs to, ISO; empty where the text does not settle it",
    "end": "the last day that it belongs to, ISO, or empty",
    "year": "the year printed of that day, 0 where none is",
    "month": "its month, 0 where no day is said",
    "day": "its day of the month, 0 likewise",
    "to_month": "the month in which it ends, 0 where none is printed",
    "to_day": "the last day of a range of days, 0 where it is none",
    "lent": "the year that the day shares with the date after it, else 0",
}

#: What every time has: a digit with the letters of a half, a colon between digits, or a word.
_AT = pattern(r"\d(?::\d\d(?!\d)| ?[AaPp]\.? ?[Mm](?![\p{L}\d]))")
_AT_WORD = pattern(r"\b(?:noon|midnight)\b")
_HALF = r"(?:[ap]\.? ?m(?![\p{L}\d])\.?|[AP]\.? ?[Mm](?![\p{L}\d])\.?)"
_CLOCK = pattern(
    rf"""(?<![\w:.,$€£]|\d/|\d[-–])
    (?:(?:12(?::00)?[ ])?(?P<word>noon|midnight)
      |(?P<hour>\d{{1,2}})(?:(?P<mark>[:.])(?P<minute>\d\d)(?::\d\d)?(?!\d|\.\d))?(?:[ ]?(?P<half>{_HALF}))?)
    (?:[ ]?(?:[-–—]|to|until|till)[ ]?
      (?:(?P<to_hour>\d{{1,2}})(?:[:.](?P<to_minute>\d\d)(?!\d|\.\d))?(?:[ ]?(?P<to_half>{_HALF}))?(?![\d%])|(?P<to_word>noon|midnight)))?
    (?:,?[ ]\(?(?P<zone>(?:US/|U\.?S\.?[ ])?(?:[A-Z](?:\.[A-Z])+\.?|[A-Z][A-Za-z]+)(?:[ ](?:[A-Z][a-z]+|[Tt]ime)){{0,4}}))?""",
    "x",
)
_US = ("US/", "US ", "U.S. ", "U.S ")
#: A word that is a zone by itself only where no name goes on: "4 p.m. Pacific", but not "6 p.m. Central Park".
_NAME_GOES_ON = pattern(r" (?!Time|Standard|Daylight)\p{Lu}\p{Ll}")
_SAME = pattern(r"\)?(?: ?/ ?| \|+ | \((?:or )?)")
_RELATIVE = pattern(r"(?i:(?<!\w)(?P<day>today|tomorrow|tonight|this (?:morning|afternoon|evening))(?!'s?\b|\w))")
_AGAIN = pattern(
    r"(?i:\b(?:daily|weekdays?|weekends?|weekly|every|each|hours|business days?|(?:mon|tues|wednes|thurs|fri|satur|sun)days"
    r"|monday(?: ?[-–]| through| to) ?friday|mon(?: ?[-–]| through| to) ?fri)\b)"
)
_PICOMETRES = pattern(r"(?i:\b(?:at|by|until|till|from|to|before|after|begin\w*|starts?|starting|through|between)[ ]$)")
_LABELLED = pattern(r"(?i:\W*(?:time|when|date|start|starts|doors|hour)\b)")
_UNTIL = pattern(r",? (?:until|through|till|to) ")
#: Code points between a time and the date that it belongs to, at most.
_FARTHEST = 110
#: Code points of a line that stands beside the line of its date.
_SHORT_LINE = 120
_DATE_FIELDS = ("start", "end", "year", "month", "day", "to_month", "to_day", "lent")


class _Clock(NamedTuple):
    start: int
    end: int
    hour: int
    minute: int
    to_hour: int
    to_minute: int
    half: str
    zone: Named | None
    zone_text: str
    invalid: bool


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields one claim for each time of day, its zone included in its span."""
    text = document.view.text
    zones: TimeZones | None = None
    end, zoned = 0, False
    anchors = [match.span() for match in _AT.finditer(text)]
    if "noon" in text or "midnight" in text:
        anchors = sorted([*anchors, *(match.span() for match in _AT_WORD.finditer(text))])
    for anchor in anchors:
        if anchor[0] < end:
            continue
        match = _around(text, anchor, end)
        if match is None:
            continue
        if zones is None:
            zones = TimeZones(lists.get("time-zones", {}))
        clock = _read(match, zones)
        if clock is None:
            continue
        same = zoned and clock.zone is not None and _SAME.fullmatch(text, end, clock.start) is not None
        end, zoned = clock.end, clock.zone is not None
        yield Claim(
            "time",
            clock.start,
            clock.end,
            text[clock.start : clock.end],
            {
                "hour": clock.hour,
                "minute": clock.minute,
                "to_hour": clock.to_hour,
                "to_minute": clock.to_minute,
                "half": clock.half,
                "zone": clock.zone.zone if clock.zone else "",
                "zone_text": clock.zone_text,
                "season": clock.zone.season if clock.zone else "",
                "same": same,
                "invalid": clock.invalid,
                **_dated(document, claims["date"], clock.start, clock.end),
            },
        )


def _around(text: str, anchor: tuple[int, int], after: int) -> regex.Match[str] | None:
    """Returns the time whose digits or word an anchor is part of."""
    start = anchor[0]
    # The anchor may stand in the hour, in the minutes, or in the second time of a range.
    for match in _CLOCK.finditer(text, max(after, start - 14), min(len(text), anchor[1] + 60)):
        if match.start() > start:
            return None
        if match.end() >= anchor[1]:
            return match
    return None


def _read(match: regex.Match[str], zones: TimeZones) -> _Clock | None:
    group = match.group
    named, zone_end = _zone(match, zones)
    half = group("half") or group("word") or group("to_half") or group("to_word") or ""
    if not half and not (named and group("mark") == ":"):
        return None
    end = zone_end if named else match.start("zone") if group("zone") else match.end()
    end -= len(match.string[match.start() : end]) - len(match.string[match.start() : end].rstrip(" ,("))
    hour, minute, invalid = _hour(group("hour"), group("minute"), group("half") or group("to_half"), group("word"))
    to_hour = to_minute = -1
    if group("to_hour") or group("to_word"):
        to_hour, to_minute, wrong = _hour(
            group("to_hour"), group("to_minute"), group("to_half") or group("half"), group("to_word")
        )
        invalid = invalid or wrong
        # "11-2 p.m." begins before noon.
        if not group("half") and group("to_half") and not invalid and hour > to_hour >= 12:
            hour -= 12
    # "15 pm" may be picometres, "30 AM" a name: without minutes only a word before it makes it a time.
    if (
        invalid
        and not group("minute")
        and not named
        and not _PICOMETRES.search(match.string, max(0, match.start() - 16), match.start())
    ):
        return None
    return _Clock(
        match.start(), end, hour, minute, to_hour, to_minute, half, named,
        match.string[match.start("zone") : zone_end] if named else "", invalid,
    )  # fmt: skip


def _zone(match: regex.Match[str], zones: TimeZones) -> tuple[Named | None, int]:
    """Returns the zone after a time, in the longest of its names, and where it ends."""
    text, start = match.string, match.start("zone")
    words = match.group("zone") or ""
    while words:
        bare = next((words.removeprefix(prefix) for prefix in _US if words.startswith(prefix)), words)
        named = zones.named(bare)
        if named is not None:
            whole = bare.replace(".", "").isupper() or " " in bare
            end = start + len(words)
            return (named, end) if whole or not _NAME_GOES_ON.match(text, end) else (None, start)
        words = words.rpartition(" ")[0] if " " in words else words[:-1] if words.endswith(".") else ""
    return None, start


def _hour(hour: str | None, minute: str | None, half: str | None, word: str | None) -> tuple[int, int, bool]:
    """Returns hour and minute on a clock of 24 hours, and whether no clock shows them."""
    if word:
        return (12 if word == "noon" else 0), 0, False
    hours, minutes = int(hour or 0), int(minute or 0)
    if not half:
        return hours, minutes, minutes > 59 or hours > 24 or (hours == 24 and minutes > 0)
    if minutes > 59 or hours > 12:
        return hours, minutes, True
    return hours % 12 + (12 if half[0] in "pP" else 0), minutes, False


def _dated(document: Document, dates: tuple[Claim, ...], start: int, end: int) -> dict[str, Value]:
    """Returns the fields of the day that a time belongs to, empty ones where the text does not say."""
    text = document.view.text
    sentence = document.sentence_at(start)
    block = document.block_at(start)
    found: Claim | None = None
    relative = ""
    days = [claim for claim in dates if claim.get("precision") == "day" and not claim.get("impossible")]
    # "At 7:30 p.m. until August 12": the day on which it ends is not that of the hour.
    inside = [
        claim
        for claim in days
        if sentence.start <= claim.start < sentence.end and not _UNTIL.fullmatch(text, end, max(end, claim.start))
    ]
    near = sorted(inside, key=lambda claim: max(claim.start - end, start - claim.end))
    if near and max(near[0].start - end, start - near[0].end) <= _FARTHEST:
        found = near[0]
    elif _AGAIN.search(text, sentence.start, sentence.end) or block is None:
        found = None
    else:
        said = _RELATIVE.search(text, sentence.start, sentence.end)
        if said:
            relative = "tomorrow" if said.group("day").lower() == "tomorrow" else "today"
        else:
            found = _before(document, days, sentence.start, block.start) or _beside(document, days, start)
    fields: dict[str, Value] = {name: found.get(name) for name in _DATE_FIELDS} if found else {}
    blank: dict[str, Value] = {"start": "", "end": "", **dict.fromkeys(_DATE_FIELDS[2:], 0)}
    return {"relative": relative, **(fields or blank)}


def _before(document: Document, days: list[Claim], start: int, block: int) -> Claim | None:
    """Returns the only day in the sentence before, in the same paragraph."""
    if start <= block:
        return None
    sentence = document.sentence_at(start - 2)
    only = [claim for claim in days if sentence.start <= claim.start < sentence.end]
    return only[0] if len(only) == 1 else None


def _beside(document: Document, days: list[Claim], start: int) -> Claim | None:
    """Returns the only day of the line before, else after, where short lines give day and time: "Date: …", "Time: …"."""
    block = document.block_at(start)
    if block is None or block.end - block.start > _SHORT_LINE or not _LABELLED.match(document.view.text, block.start):
        return None
    for offset in (block.start - 2, block.end + 1):
        other = document.block_at(offset) if 0 <= offset < len(document.view.text) else None
        if other is None or other == block or other.end - other.start > _SHORT_LINE:
            continue
        only = [claim for claim in days if other.start <= claim.start < other.end]
        if len(only) == 1:
            return only[0]
    return None
