"""Dates as press releases write them: where they stand, and the first and last day they cover.

`find(text)` reads days ("Oct. 17, 2017", "17 October 2017", "2017-10-17",
"2017-Oct-17", "1997 OCT 17", "10/17/2017", a wire's "-0- 10/17/97"), ranges of days ("May 4-6, 2017"), months, quarters ("1Q17",
"first quarter of 2017"), halves, thirds ("mid-2025"), years and fiscal years.
Nothing that the text leaves out is filled in:

* a date without a year ("February 8") has no first and last day until
  `resolve(date, reference)` is asked to choose the year nearest to a day;
* a fiscal year or quarter has none either: only the issuer's own rule can say
  which days it covers;
* a date that does not exist ("June 31, 2017") keeps its numbers, has no days,
  and is marked `impossible`.

Offsets are code points of the text given, which is a document's view.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

PRECISIONS = ("day", "month", "quarter", "third", "half", "year")

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH_NUMBER = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


class Date(NamedTuple):
    """A date that a text names.

    `first` and `last` are ISO days, empty where the text does not settle them.
    `year`, `month` and `day` are the numbers printed (0 where none is), those
    of the first day of a range, `to_month` and `to_day` those of its last.
    `weekday` and, of a range, `to_weekday` are as printed, before the date or
    in brackets after it. `impossible` says that the calendar has no such day,
    `reversed` that a range ends before it begins. `fiscal` says that the
    period is one of a fiscal year; `number` is then its quarter or half.
    """

    start: int
    end: int
    text: str
    first: str
    last: str
    precision: str
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: str = ""
    impossible: bool = False
    fiscal: bool = False
    number: int = 0
    to_month: int = 0
    to_day: int = 0
    to_weekday: str = ""
    reversed: bool = False


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May\.?|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_WEEKDAY = (
    r"(?:Mon(?:day|\.)?|Tue(?:sday|s?\.|s)?|Wed(?:nesday|\.)?|Thu(?:rsday|rs?\.|rs?)?|Fri(?:day|\.)?"
    r"|Sat(?:urday|\.)?|Sun(?:day|\.)?)"
)
_TO_WEEKDAY = r"\s?(?:[-–—]|to|through|thru|and|&)\s?"
_YEAR = r"(?:19|20)\d\d(?!s\b)"
_SHORT_YEAR = r"(?:(?:19|20)\d\d|'\d\d|(?<=[QH]\s?|FY\s?)\d\d)"
_FISCAL = r"(?:fiscal|financial)(?:\syear)?\s|FY\s?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_NO_NUMBER = r"(?![\d%:]|[.,]\d)"  # the digits are a day or a year, not the beginning of a longer number
_TO = r"\s?(?:[-–—]|to|through|until)\s?"
_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"

# One pass; an alternative for each way of writing, the longest first where two begin alike.
_DATE = pattern(
    rf"""\b(?=\w)(?<![/.]|\w-)(?:
      (?=(?-i:[\dA-Z]))(?:(?:(?P<weekday_first>{_WEEKDAY}){_TO_WEEKDAY})?(?P<weekday>{_WEEKDAY}),?\s)?(?:
          (?P<month1>{_MONTH})(?:\s|(?<=\.))(?P<day1>{_DAY}){_NO_NUMBER}
            (?:{_TO}(?:(?P<month2>{_MONTH})\s)?(?P<day2>{_DAY}){_NO_NUMBER}|\s(?:and|&)\s(?P<day2and>{_DAY}){_NO_NUMBER})?
            (?:,?\s(?:of\s)?(?P<year1>{_YEAR}){_NO_NUMBER})?
        | (?:(?<={_WEEKDAY},?\s)the\s)?(?P<day3>{_DAY})(?:{_TO}(?P<day4>{_DAY}))?\s(?:of\s)?(?P<month3>{_MONTH}),?\s(?P<year3>{_YEAR}){_NO_NUMBER}
        | (?<={_WEEKDAY},?\s)(?:the\s)?(?P<day5>{_DAY})\s(?:of\s)?(?P<month5>{_MONTH}))
        (?:,?\s\((?P<weekday_after>{_WEEKDAY})\))?
    | (?=\d)(?P<iso_year>{_YEAR})-(?P<iso_month>\d\d|[1-9])-(?P<iso_day>\d\d|[1-9])(?![\w-])
    | (?=\d)(?P<named_year>{_YEAR})(?:-(?P<named_month>{_MONTH})-|\s(?P<capital_month>(?-i:[A-Z]{{3}}))(?<={_MONTH})\s)(?P<named_day>\d{{1,2}})(?!,?\s(?:19|20)\d\d)(?![\w-]){_NO_NUMBER}
    | (?<=-0-\s{{1,3}})(?P<wire_month>\d{{1,2}})/(?P<wire_day>\d{{1,2}})/(?P<wire_year>\d\d)(?![\w/])
    | (?P<us_month>\d{{1,2}})/(?P<us_day>\d{{1,2}})/(?P<us_year>{_YEAR})(?![\w/])
    | (?:(?=[elm])(?:early|mid|late)[-\s])?(?=(?-i:[A-Z]))(?P<month6>{_MONTH}),?\s(?:of\s)?(?P<year6>{_YEAR}){_NO_NUMBER}
    | (?=[fstq\d])(?:(?P<quarter_word>{_ORDINAL})(?:\s|-)(?P<quarter_fiscal>fiscal\s)?quarter|Q(?P<quarter>[1-4])|(?P<quarter_first>[1-4])Q)
        (?:\s|-|,\s)?(?:(?:of|in|for)\s)?(?:the\s)?(?P<fiscal7>{_FISCAL})?(?P<year7>{_SHORT_YEAR}){_NO_NUMBER}
    | (?=[fsh\d])(?:(?P<half_word>first|second)(?:\s|-)half|H(?P<half>[12])|(?P<half_first>[12])H)
        (?:\s|-)?(?:of\s)?(?:the\s)?(?P<fiscal8>{_FISCAL})?(?P<year8>{_SHORT_YEAR}){_NO_NUMBER}
    | (?=[elm])(?P<third>early|mid|late|middle\sof)[-\s](?P<year9>{_YEAR}){_NO_NUMBER}
    | (?=[ye])(?:year[-\s]end(?:\sof)?|end\sof(?:\sthe)?(?:\s(?:calendar\s)?year)?)\s(?P<year_end>{_YEAR}){_NO_NUMBER}
    | (?=f)(?:fiscal(?:\syear)?\s|financial\syear\s|FY\s?)(?P<fiscal_year>{_SHORT_YEAR}){_NO_NUMBER}
    | (?:in|during|by|throughout|since|until|before|after|through|for|full[-\s]year|calendar(?:\syear)?)\s
        (?P<plain_year>{_YEAR})(?!-\d|-[a-z]{{3,9}}-\d|\s(?-i:[A-Z]{{3}})\s\d|\s(?:mg|patients|shares|people|units|participants)){_NO_NUMBER}
    )""",
    "xi",
)


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Date]:
    """Yields the dates of `text[start:end]` in their order, none inside another."""
    for first, last in _windows(text, start, len(text) if end is None else end):
        for match in _DATE.finditer(text, first, last):
            found = _read(match)
            if found is not None:
                yield found


def read(text: str, start: int = 0) -> Date | None:
    """Returns the date that begins at `start` of `text`, or None."""
    match = _DATE.match(text, start)
    return _read(match) if match else None


def resolve(found: Date, reference: date) -> Date:
    """Returns a date without a year with the year that puts it nearest to `reference`.

    Any other date is returned as it is. A 29 February is put into the nearest
    leap year within a year of the reference; where there is none it is impossible.
    """
    if found.year or not found.month or not found.day:
        return found
    candidates = []
    for year in (reference.year - 1, reference.year, reference.year + 1):
        first = make(year, found.month, found.day)
        if first is not None:
            candidates.append(first)
    if not candidates:
        return found._replace(impossible=True)
    first = min(candidates, key=lambda day: abs((day - reference).days))
    last = first
    if found.to_day:
        to_month = found.to_month or found.month
        ends = make(first.year + (to_month < found.month), to_month, found.to_day)
        if ends is None or ends < first:
            return found._replace(impossible=True)
        last = ends
    return found._replace(first=first.isoformat(), last=last.isoformat(), year=first.year)


def make(year: int, month: int, day: int) -> date | None:
    """Returns the day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_of_month(year: int, month: int) -> date:
    """Returns the last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def ends_month(iso: str) -> bool:
    """Says whether an ISO day is the last of its month."""
    return (date.fromisoformat(iso) + timedelta(days=1)).day == 1


def printed_like(day: date, sample: str) -> str:
    """Returns `day` written the way the day in `sample` is written; ISO where that way is not known."""
    found = read(sample)
    if found is None or found.precision != "day" or not found.year:
        return day.isoformat()
    if sample[:4].isdigit():
        return day.isoformat()
    if "/" in sample:
        return f"{day.month}/{day.day}/{day.year}"
    name = MONTHS[day.month - 1]
    written = _NAME.search(sample)
    if written is not None and MONTHS[found.month - 1].lower() != written.group().lower().rstrip("."):
        name = name if len(name) < 5 else name[: 4 if day.month == 9 else 3] + ("." if "." in written.group() else "")
    if sample[0].isdigit():
        return f"{day.day} {name} {day.year}"
    return f"{name} {day.day}, {day.year}"


_NAME = pattern(rf"(?<!\w){_MONTH}", "i")
#: The two digits of a year that a wire's end mark bears are of the last century from this one on.
_FIRST_OF_WIRES = 70


# Every date holds the name of a month, or ends with a year; whole dates are looked for only around these.
_MONTHS_AT = pattern(
    r"(?:Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MA[RY]|APR|JU[NL]|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6}[., ]"
)
_YEARS_AT = pattern(r"\d\d(?!\d)(?<=(?<!\d)(?:19|20)\d\d|[QHYqhy] ?'?\d\d|[QHqh][1-4] ?'\d\d)")
#: Code points before and after an anchor, longer than any date's part on that side.
_AROUND_MONTH = (36, 62)
_AROUND_YEAR = (52, 20)
#: The end mark of wires, with a day beside it whose year has two digits.
_ENDMARKS = pattern(r"-0-\s{1,3}\d{1,2}/")
_AROUND_MARK = (0, 8)
_ANCHORS = ((_MONTHS_AT, _AROUND_MONTH), (_YEARS_AT, _AROUND_YEAR), (_ENDMARKS, _AROUND_MARK))


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yields the stretches of `text[start:end]` that can hold a date, merged where they touch."""
    around = [
        (max(start, anchor.start() - before), min(end, anchor.end() + after))
        for anchors, (before, after) in _ANCHORS
        for anchor in anchors.finditer(text, start, end)
    ]
    first = last = -1
    for begins, ends in sorted(around):
        if begins <= last:
            last = max(last, ends)
            continue
        if last >= 0:
            yield first, last
        first, last = begins, ends
    if last >= 0:
        yield first, last


def _read(match: regex.Match[str]) -> Date | None:
    group = match.group
    if group("month1") or group("month3") or group("month5"):
        return _days(match)
    if group("iso_year"):
        found = _numeric(match, int(group("iso_year")), int(group("iso_month")), int(group("iso_day")))
        # "2015-7-45" is a number of something.
        return None if found.impossible and len(match[0]) < len("2015-07-45") else found
    if group("named_year"):
        month = _month(group("named_month") or group("capital_month"))
        return _numeric(match, int(group("named_year")), month, int(group("named_day")))
    if group("wire_year"):
        year = int(group("wire_year"))
        year += 1900 if year >= _FIRST_OF_WIRES else 2000
        found = _numeric(match, year, int(group("wire_month")), int(group("wire_day")))
        return None if found.impossible else found
    if group("us_year"):
        month, day = int(group("us_month")), int(group("us_day"))
        if month > 12 >= day:  # 17/10/2017 can only be day first
            month, day = day, month
        return _numeric(match, int(group("us_year")), month, day)
    if group("month6"):
        # "may" and "march" are words too: a month's name has a capital.
        if not group("month6")[0].isupper():
            return None
        year, month = int(group("year6")), _month(group("month6"))
        return _period(match, "month", year, (month, month))
    if group("year7"):
        fiscal = group("fiscal7") or group("quarter_fiscal")
        return _part(match, "quarter", group("quarter_word") or group("quarter") or group("quarter_first"), fiscal)
    if group("year8"):
        return _part(match, "half", group("half_word") or group("half") or group("half_first"), group("fiscal8"))
    if group("third"):
        first = _THIRDS[group("third")[:3].lower()]
        return _period(match, "third", int(group("year9")), (first, first + 3))
    if group("year_end"):
        end = f"{group('year_end')}-12-31"
        return Date(match.start(), match.end(), group(), end, end, "day", int(group("year_end")), 12, 31)
    if group("fiscal_year"):
        year = _year(group("fiscal_year"))
        return Date(match.start(), match.end(), group(), "", "", "year", year, fiscal=True)
    start, end = match.span("plain_year")
    year = int(group("plain_year"))
    return Date(start, end, group("plain_year"), f"{year}-01-01", f"{year}-12-31", "year", year)


def _days(match: regex.Match[str]) -> Date | None:
    group = match.group
    name = group("month1") or group("month3") or group("month5")
    if not name[0].isupper():
        return None
    month, day = _month(name), _number(group("day1") or group("day3") or group("day5"))
    year = int(group("year1") or group("year3") or 0)
    if not year and (day > 31 or day == 0):
        return None  # "March 45" without a year is not a date at all
    to = group("day2") or group("day2and") or group("day4")
    to_month = _month(group("month2")) if group("month2") else 0
    to_day = _number(to) if to else 0
    weekday, weekday_first = group("weekday") or "", group("weekday_first")
    found = Date(
        match.start(), match.end(), group(), "", "", "day", year, month, day,
        weekday=weekday_first or weekday or group("weekday_after") or "", to_month=to_month, to_day=to_day,
        to_weekday=weekday if weekday_first else "",
    )  # fmt: skip
    if not year:
        # A leap year has every day that any year has.
        ends = make(2000, to_month or month, to_day) if to_day else date(2000, 1, 1)
        return found._replace(impossible=make(2000, month, day) is None or ends is None)
    # "December 30 to January 2, 2018" begins in the year before the one printed.
    last = make(year, to_month or month, to_day) if to_day else make(year, month, day)
    first = make(year - (0 < to_month < month), month, day)
    if first is None or last is None:
        return found._replace(impossible=True)
    if last < first:
        return found._replace(impossible=True, reversed=True)
    return found._replace(first=first.isoformat(), last=last.isoformat())


def _numeric(match: regex.Match[str], year: int, month: int, day: int) -> Date:
    written = make(year, month, day)
    iso = written.isoformat() if written else ""
    return Date(
        match.start(), match.end(), match.group(), iso, iso, "day", year, month, day, impossible=written is None
    )


def _period(match: regex.Match[str], precision: str, year: int, months: tuple[int, int], *, number: int = 0) -> Date:
    first, last = date(year, months[0], 1), last_of_month(year, months[1])
    return Date(
        match.start(), match.end(), match.group(), first.isoformat(), last.isoformat(), precision, year, months[0],
        number=number,
    )  # fmt: skip


def _part(match: regex.Match[str], precision: str, written: str, fiscal: str | None) -> Date:
    number = _ORDINALS.get(written.lower()) or int(written)
    year = _year(match.group("year7") or match.group("year8"))
    if fiscal:
        return Date(match.start(), match.end(), match.group(), "", "", precision, year, fiscal=True, number=number)
    months = 3 if precision == "quarter" else 6
    return _period(match, precision, year, ((number - 1) * months + 1, number * months), number=number)


#: First month of the third of a year that a word names ("mid-2025": 1 May to 31 August).
_THIRDS = {"ear": 1, "mid": 5, "lat": 9}


def _month(name: str) -> int:
    return _MONTH_NUMBER[name[:3].lower()]


def _number(day: str) -> int:
    return int(day[:2] if day[:2].isdigit() else day[:1])


def _year(written: str) -> int:
    digits = written.lstrip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
