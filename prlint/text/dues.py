"""By when something is to be done, as releases write it: `by the end of the third quarter of 2025`, `mid-2025`, `1H26`.

Nothing that the text leaves out is filled in: `prlint.calendar.windows` says
which days a due covers, once the day it was said and the issuer's fiscal year
are known. Texts are given in small letters; offsets are those of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import regex


class Due(NamedTuple):
    """When something is due, as written.

    `relation` is the word before it (by, in, before, within, after …), empty
    without one. `part` is early, mid, late, end or later, of a `unit`: day,
    month, quarter, half, year, or (with `many`) days, weeks, months.
    `number` and `number_to` are the quarter's or half's, the last one of "the
    second or third quarter"; `month` and `day` those of a date. `year` is the
    number printed, 0 where none is; `which` is this or next where the text says
    so. `fiscal` says that the period is one of a fiscal year, `calendar` that it is not.
    """

    start: int
    end: int
    relation: str
    part: str
    unit: str
    number: int = 0
    number_to: int = 0
    month: int = 0
    day: int = 0
    year: int = 0
    which: str = ""
    fiscal: bool = False
    calendar: bool = False
    many: int = 0


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![\w-])"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}
_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|final)"
_JOIN = r"\s?(?:or|to|and|through|/|-|–|or early in the)\s?"
_NUMBERS = {"two": 2, "three": 3, "four": 4, "six": 6, "twelve": 12, "ten": 10, "thirty": 30, "sixty": 60, "ninety": 90}

#: What stands before a due; the last group parts what ends there from what may go on, or begins there only.
_RELATION = (
    r"(?:on or before|by or before|on or about|on or around|no later than|not later than|no earlier than|not before|no sooner than"
    r"|not expected (?:before|until)|prior to|as early as|as soon as|at the earliest in|by|in|during|before|within|over|around|about"
    r"|approximately|at|on|for|from|(?:beginning|starting|commencing)(?: in| on| from)?|after|following|since|until|till|through|throughout)"
).replace(" ", r"\s")
_YEAR = r"(?:20\d\d(?![\d%-])|(?<=[qh]\s?)\d\d(?!\d|%|\s?\w*%)|'\d\d(?!\d))"
# The year that a part of it is said to be of; a number of two digits stands close to Q or H alone.
_OF = (
    r"(?:,?[\s-]?(?:of\s|in\s)?(?:the\s)?(?P<fiscal{n}>(?:company's\s|our\s|its\s)?(?:fiscal|financial)(?:\syear)?\s?|fy\s?)?(?P<calendar{n}>calendar(?:\syear)?\s)?"
    r"(?:(?P<year{n}>20\d\d(?![\d%-])|'\d\d(?!\d){short})|(?P<which{n}>this|next|the\scurrent|the\sfollowing)\s(?:calendar\s|fiscal\s)?year)|,?\s(?:of\s)(?:the\s)?(?P<same{n}>year))?"
)
_PART = (
    r"(?:(?:(?P<part>early|mid(?:dle)?|late|later)(?:[\s-]+(?:in|of|part\sof|to\slate|to\smid))?"
    r"|(?P<end>(?:beginning|start|end|close|conclusion|latter\spart|back\shalf)(?=\s+of|[\s-]+(?:20|q[1-4]|[1-4]q)))(?:\s+of)?)"
    r"[\s-]+(?:the\s|its\s|our\s)?)?"
)

_DUE = pattern(
    rf"""\b(?:(?P<relation>{_RELATION})\s)?(?:(?:or\sbefore|or\saround|about|approximately|around|roughly)\s)?(?:the\s)?{_PART}(?:
        (?P<q1>{_ORDINAL})(?:{_JOIN}(?P<q2>{_ORDINAL}))?[\s-](?P<qfiscal>(?:fiscal|financial)\s)?(?P<qcalendar>calendar\s)?quarters?\b{_OF.format(n=1, short="")}
      | (?:q(?P<qn1>[1-4])(?:{_JOIN}q?(?P<qn2>[1-4])(?!\d))?|(?P<qn3>[1-4])(?:[/-](?P<qn4>[1-4]))?q){_OF.format(n=2, short="|(?<=q|q[1-4] ?)[2-4]" + chr(92) + "d(?!" + chr(92) + "d)")}(?![\w%])
      | (?P<h1>first|second|1st|2nd|latter)[\s-](?P<hfiscal>(?:fiscal|financial)\s)?half\b{_OF.format(n=3, short="")}
      | (?:h(?P<hn1>[12])|(?P<hn2>[12])h){_OF.format(n=4, short="|(?<=h|h[12] ?)[2-4]" + chr(92) + "d(?!" + chr(92) + "d)")}(?![\w%])
      | (?P<month>{_MONTH})(?:\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%:.]))?(?:,?\s(?:of\s)?(?P<year5>20\d\d(?![\d%-]))|\s(?:of\s)?(?P<which5>this|next)\syear)?
      | (?P<yearend>year[\s-]end|year's\send)(?:[\s,-]+(?:of\s)?(?:fiscal\s)?(?P<year6>20\d\d(?![\d%-])))?
      | (?P<fiscal7>fiscal(?:\syear)?\s|financial\syear\s|fy\s?)?(?P<calendar7>calendar(?:\syear)?\s)?(?P<year7>20\d\d(?![\d%-]))
      | (?P<which8>this|next|current|coming)\s(?P<unit8>calendar\syear|fiscal\syear|year|quarter|month)\b
      | (?P<theyear>(?<=(?:end|close|later|late|early|mid)\s(?:of|in)\s(?:the\s)?)(?:calendar\s)?year)\b
      | (?:(?:next|coming|following)\s)?(?P<count>\d{{1,3}}|two|three|four|six|ten|twelve|thirty|sixty|ninety)(?:\s\(\d+\))?[\s-](?P<unit9>(?:business\s|calendar\s|trading\s)?days|weeks|months)\b
    )(?!\w)(?![.,]\d)""",
    "xi",
)

_PARTS = {
    "mid": "mid", "middle": "mid", "early": "early", "beginning": "early", "start": "early", "late": "late",
    "end": "end", "close": "end", "conclusion": "end", "latter part": "late", "back half": "late", "later": "later",
}  # fmt: skip

_ENDS = pattern(
    r"\b(?:quarters?|half|20\d\d|year|q[1-4]|[1-4]q|h[12]|[12]h|days|weeks|months?|" + "|".join(_MONTHS) + r")"
)
#: Code points before and after such a word that a due may hold.
_BEFORE, _AFTER = 70, 40
_SIGNS = frozenset(
    ("quarter", "quarters", "half", "year", "year's", "year-end", "days", "weeks", "months", "month", "half-year", "mid-year",
     "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", *_MONTHS, "sept")
)  # fmt: skip


def hinted(words: Iterable[str]) -> bool:
    """Says whether a due can stand among the words of a sentence, given in small letters; cheaper than looking for it."""
    return any(
        word in _SIGNS or (word[-1:].isdigit() and ("20" in word or "q" in word or "h" in word)) or word[-1:] in "qh"
        for word in words
    )


def find(low: str, start: int, end: int) -> Iterator[Due]:
    """Yields the dues of a span of a text in small letters, in order."""
    # Whole dues are looked for only around the words that end them.
    begins = ends = start
    for anchor in _ENDS.finditer(low, start, end):
        first, last = max(start, anchor.start() - _BEFORE), min(end, anchor.end() + _AFTER)
        if first > ends:
            yield from _within(low, begins, ends)
            begins = first
        ends = last
    yield from _within(low, begins, ends)


def _within(low: str, start: int, end: int) -> Iterator[Due]:
    for match in _DUE.finditer(low, start, end):
        found = _read(match)
        if found is not None:
            yield found


def _read(match: regex.Match[str]) -> Due | None:
    group = match.groupdict()
    relation = " ".join((group["relation"] or "").split())
    part = _PARTS.get(" ".join((group["part"] or group["end"] or "").split()), "")
    made = Due(match.start(), match.end(), relation, part, "")
    quarter = group["q1"] or group["qn1"] or group["qn3"]
    half = group["h1"] or group["hn1"] or group["hn2"]
    if quarter:
        n = 1 if group["q1"] else 2
        last = group["q2"] or group["qn2"] or group["qn4"]
        made = _of(
            made._replace(unit="quarter", number=_number(quarter), number_to=_number(last) if last else 0), n, match
        )
        return made._replace(
            fiscal=made.fiscal or bool(group["qfiscal"]), calendar=made.calendar or bool(group["qcalendar"])
        )
    if half:
        number = 2 if half == "latter" else _number(half)
        made = _of(made._replace(unit="half", number=number), 3 if group["h1"] else 4, match)
        return made._replace(fiscal=made.fiscal or bool(group["hfiscal"]))
    if group["month"]:
        day = int(group["day"] or 0)
        if not relation and not part:
            return None
        return made._replace(
            unit="day" if day else "month", month=_MONTHS.index(group["month"][:3]) + 1, day=day,
            year=int(group["year5"] or 0), which=group["which5"] or "",
        )  # fmt: skip
    if group["yearend"]:
        return made._replace(unit="year", part="end", year=int(group["year6"] or 0))
    if group["year7"]:
        fiscal = bool(group["fiscal7"])
        if not relation and not part and not fiscal:
            return None
        return made._replace(unit="year", year=int(group["year7"]), fiscal=fiscal, calendar=bool(group["calendar7"]))
    if group["which8"]:
        unit = group["unit8"]
        which = "this" if group["which8"] in ("this", "current") else "next"
        return made._replace(unit=unit.rpartition(" ")[2], which=which, fiscal=unit.startswith("fiscal"))
    if group["theyear"]:
        return made._replace(unit="year")
    if group["count"] and relation in ("within", "in", "over", "during"):
        count = group["count"]
        unit = group["unit9"].rpartition(" ")[2]
        return made._replace(unit=unit, many=int(count) if count.isdigit() else _NUMBERS[count])
    return None


def _of(due: Due, n: int, match: regex.Match[str]) -> Due:
    """Returns the due with the year that it is a part of."""
    year = match.group(f"year{n}") or ""
    number = int(year.lstrip("'")) if year else 0
    which = (match.group(f"which{n}") or "").removeprefix("the ")
    return due._replace(
        year=number + 2000 if 0 < number < 100 else number,
        which={"current": "this", "following": "next"}.get(which, which),
        fiscal=bool(match.group(f"fiscal{n}")),
        calendar=bool(match.group(f"calendar{n}")),
    )


def _number(written: str) -> int:
    return _ORDINALS.get(written) or int(written)
