"""Dates and times: weekdays, days that are none, datelines, quarters, time zones, ranges, annual reports."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from benchmarks.accuracy.planting import (
    MONTHS,
    Page,
    Plant,
    Planter,
    in_body,
    release_month,
    release_year,
    sentence,
    shuffled,
)

if TYPE_CHECKING:
    from random import Random

_DAY = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}}), (20\d\d)\b")
_ABBREVIATED = re.compile(rf"\b((?:{'|'.join(m[:3] for m in MONTHS)})[a-z]*\.?) (\d{{1,2}}), (20\d\d)\b")
#: Places that use the zone's letters for another time, or all the year.
_OTHERS = {
    "E": "Australia|Sydney|Melbourne|Queensland|Jamaica|Panama|Cayman|Canc[uú]n|Bogot[aá]",
    "C": "China|Beijing|Shanghai|Hong Kong|Taiwan|Taipei|Mexico|Costa Rica|Cuba|Saskatchewan|Australia",
    "P": "Philippines|Manila",
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _weekday(page: Page, random: Random) -> Plant | None:
    for match in shuffled(_DAY.finditer(page.text), random):
        try:
            day = date(int(match[3]), MONTHS.index(match[1]) + 1, int(match[2]))
        except ValueError:
            continue
        right = _WEEKDAYS[day.weekday()]
        wrong = _WEEKDAYS[(day.weekday() + random.randrange(1, 7)) % 7]
        before = page.text[: match.start()]
        printed = re.search(r"\b(\w+day), $", before)
        length = match.end() - match.start()
        if printed and printed[1] == right:
            return Plant(*printed.span(1), wrong, after=length + 2)
        # A weekday of our own goes where the sentence speaks of the day, and not of a period or a range.
        if re.search(r"\b[Oo]n $", before) and in_body(page, *match.span()):
            return Plant(match.start(), match.end(), f"{wrong}, {match[0]}", right=f"{right}, {match[0]}")
    year = release_year(page)
    if year is None:
        return None
    day = date(year, random.randrange(1, 13), random.randrange(1, 29))
    written = f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
    text = random.choice(
        (
            "The team met on {w}, {d}, in Chicago.",
            "Doors open at noon on {w}, {d}.",
            "The deadline for applications is {w}, {d}.",
        )
    )
    wrong = _WEEKDAYS[(day.weekday() + random.randrange(1, 7)) % 7]
    return sentence(page, random, text.format(w=wrong, d=written), text.format(w=_WEEKDAYS[day.weekday()], d=written))


def _impossible(page: Page, random: Random) -> Plant | None:
    for match in shuffled(_DAY.finditer(page.text), random):
        if in_body(page, *match.span()):
            wrong = random.choice(
                ("April 31", "June 31", "September 31", "November 31", "February 30", f"{match[1]} 32")
            )
            return Plant(*match.span(), f"{wrong}, {match[3]}")
    return None


def _dateline(page: Page) -> re.Match[str] | None:
    for zone in page.document.zones:
        if zone.name == "dateline":
            return _ABBREVIATED.search(page.text, zone.start, zone.end)
    return None


def _header(page: Page) -> re.Match[str] | None:
    for zone in page.document.zones:
        if zone.name == "header-date":
            return _ABBREVIATED.search(page.text, zone.start, zone.end)
    return None


def _dateline_year(page: Page, random: Random) -> Plant | None:
    found = _dateline(page)
    if found is None or _header(page) is not None:
        return None
    return Plant(*found.span(3), str(int(found[3]) - 1), before=found.start(3) - found.start())


def _two_days(page: Page, wrong: str, right: str) -> Plant | None:
    header = _header(page)
    if header is not None:
        return Plant(*header.span(), wrong)
    return Plant(0, 0, f"{wrong}\n\n", right=f"{right}\n\n", top=True)


def _header_day(page: Page, random: Random) -> Plant | None:
    found = _dateline(page)
    if found is None:
        return None
    month = next(m for m in MONTHS if m.startswith(found[1][:3]))
    day = int(found[2])
    other = day + random.choice((-2, -1, 1, 2))
    other = other if 1 <= other <= 28 else 14
    return _two_days(page, f"{month} {other}, {found[3]}", f"{month} {day}, {found[3]}")


def _header_year(page: Page, random: Random) -> Plant | None:
    found = _dateline(page)
    if found is None:
        return None
    month = next(m for m in MONTHS if m.startswith(found[1][:3]))
    day = f"{month} {found[2]}"
    return _two_days(page, f"{day}, {int(found[3]) - 1}", f"{day}, {found[3]}")


def _zone(page: Page, random: Random) -> Plant | None:
    year = release_year(page)
    if year is None:
        return None
    summer = random.random() < 0.6
    # CST is China's time too, all the year; EST that of Panama, and a name of Sydney's winter; PST the Philippines'.
    letters = [letter for letter, places in _OTHERS.items() if not re.search(rf"\b(?:{places})", page.text)]
    if not letters:
        return None
    letter = random.choice(letters)
    month = random.choice(("June", "July", "August") if summer else ("December", "January", "February"))
    zones = (f"{letter}ST", f"{letter}DT")
    wrong, right = zones if summer else zones[::-1]
    day = f"{month} {random.randrange(2, 28)}, {year}"
    hour = random.choice(("8:30 a.m.", "10:00 a.m.", "4:30 p.m.", "9:00 AM"))
    text = random.choice(
        (
            "A conference call was set for {h} {z} on {d}.",
            "The webcast of {d} starts at {h} {z} and is open to all.",
            "On {d} at {h} {z}, management will answer questions.",
        )
    )
    return sentence(page, random, text.format(h=hour, z=wrong, d=day), text.format(h=hour, z=right, d=day))


def _quarter(page: Page, random: Random) -> Plant | None:
    year = release_year(page)
    if year is None:
        return None
    names = ("first", "second", "third", "fourth")
    ends = ("March 31", "June 30", "September 30", "December 31")
    i = random.randrange(4)
    wrong = (i + random.choice((-1, 1))) % 4
    text = random.choice(
        (
            "These are the figures for the {q} calendar quarter ended {e}, {y}.",
            "Orders for the {q} calendar quarter of {y}, which ended {e}, {y}, were steady.",
            "The report covers the {q} calendar quarter ended {e}, {y}.",
        )
    )
    return sentence(
        page, random, text.format(q=names[i], e=ends[wrong], y=year - 1), text.format(q=names[i], e=ends[i], y=year - 1)
    )


def _range(page: Page, random: Random) -> Plant | None:
    year = release_year(page)
    if year is None:
        return None
    first = random.randrange(2, 20)
    last = first + random.randrange(2, 6)
    month = random.choice(MONTHS)
    text = random.choice(
        (
            "The conference takes place {m} {a}-{b}, {y}, in Denver.",
            "The exhibition runs from {m} {a} to {m} {b}, {y}.",
            "The fair was open {m} {a}–{b}, {y}.",
        )
    )
    wrong = text.format(m=month, a=last, b=first, y=year)
    return sentence(page, random, wrong, text.format(m=month, a=first, b=last, y=year))


def _past(page: Page, random: Random) -> Plant | None:
    # Without a date of the release nothing shows what is past.
    month = release_month(page)
    if month is None:
        return None
    year = month[0]
    day = f"{random.choice(MONTHS)} {random.randrange(2, 28)}"
    text = random.choice(
        (
            "The company will present the results at a meeting in Boston on {d}, {y}.",
            "Management will host a conference call on {d}, {y}.",
            "The doors will open on {d}, {y}.",
        )
    )
    return sentence(page, random, text.format(d=day, y=year - 2), text.format(d=day, y=year + 1))


def _annual_report(page: Page, random: Random) -> Plant | None:
    pattern = re.compile(r"Form 10-K for the (?:fiscal )?year ended ([A-Z][a-z]+ \d{1,2}, )(20\d\d)")
    for match in shuffled(pattern.finditer(page.text), random):
        return Plant(*match.span(2), str(int(match[2]) - 2), before=match.start(2) - match.start())
    month = release_month(page)
    if month is None:
        return None
    # Until the end of March last year's report may not be out.
    last = month[0] - 1 if month[1] > 3 else month[0] - 2
    text = random.choice(
        (
            "Risks are described in the Annual Report on Form 10-K for the fiscal year ended December 31, {y}.",
            "See our annual report on Form 10-K for the year ended December 31, {y}, for a discussion of risks.",
            "More is said under Risk Factors in our most recent Form 10-K for the year ended December 31, {y}.",
        )
    )
    return sentence(page, random, text.format(y=last - 2), text.format(y=last))


PLANTERS = (
    Planter("weekday", True, "the weekday of a date is another", _weekday),
    Planter("impossible-date", True, "a day that no calendar has", _impossible),
    Planter(
        "dateline-year",
        False,
        "the dateline's year is last year, and no other date of the release stands",
        _dateline_year,
    ),
    Planter("header-day", True, "the date above the release is a day or two off its dateline", _header_day),
    Planter("header-year", True, "the date above the release is a year before its dateline", _header_year),
    Planter("time-zone", True, "standard time in summer, or daylight time in winter", _zone),
    Planter(
        "quarter-end",
        True,
        "a quarter of the calendar (no fiscal year excuses it) ends on another quarter's last day",
        _quarter,
    ),
    Planter("range-reversed", True, "a range of days ends before it begins", _range),
    Planter("past-as-future", True, "what will happen has a date two years past", _past),
    Planter("annual-report-year", True, "the annual report cited is two years too old", _annual_report),
)
