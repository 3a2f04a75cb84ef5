"""What the releases of issuers say over time, as one page: phases, changes, names, people, filings and other facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.reporters.html.frame import day, names, page
from prlint.reporters.html.timeline import pictures, year

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from prlint.chronicle import Chronicle, Course, Told, Value
    from prlint.report import RunError
    from prlint.reporters.html.timeline import Picture

#: The strip of days beside each value, in units of its drawing.
STRIP = 170
_EDGE = 5


class Row(NamedTuple):
    """A value: its words, the releases that say so first and last, how many do, and where these stand on the strip."""

    id: str
    value: Value
    first: int
    last: int
    dots: tuple[float, ...]


class Entry(NamedTuple):
    """A fact with its values."""

    course: Course
    rows: tuple[Row, ...]


class Part(NamedTuple):
    """A table of facts; `name` is short, for the choice of what to show."""

    id: str
    name: str
    title: str
    said: str
    entries: tuple[Entry, ...]


class Step(NamedTuple):
    """A value that a release was the first to give to a fact told before; `before` are those of the release before it."""

    entry: Entry
    row: Row
    before: tuple[Row, ...]


class Section(NamedTuple):
    """An issuer; `steps` are by number of the release, the newest first; `days` are those of the strips, first and last."""

    id: str
    chronicle: Chronicle
    days: tuple[str, ...]
    ticks: tuple[float, ...]
    pictures: tuple[Picture, ...]
    parts: tuple[Part, ...]
    steps: tuple[tuple[int, tuple[Step, ...]], ...]


_TITLES = {
    "phases": ("phases", "Phases and status", "What the releases say of each product, by disease or study."),
    "names": ("names", "Names and tickers", "How the issuer is called, and where it is listed."),
    "people": ("people", "People and titles", "Titles that name the same offices are one."),
    "filings": (
        "filings",
        "Reports that are cited",
        "The issuer's own reports, with the period that each is cited for.",
    ),
    "contacts": (
        "contacts",
        "Addresses and numbers",
        "What stands beside the contacts and in the words about the company.",
    ),
    "facts": ("other facts", "Other facts", "Those that changed first."),
}


def render(
    chronicles: Sequence[Chronicle], version: str, rules: str, errors: Sequence[RunError], notices: Sequence[str]
) -> str:
    """Returns the page; `rules` is the digest of the rules by which the releases were read."""
    sections = [_section(f"i{i}", chronicle) for i, chronicle in enumerate(chronicles, start=1)]
    return page(
        "claims.html",
        version,
        ("style.css", "claims.css", "print.css"),
        "claims.js",
        sections=sections,
        rules=rules,
        errors=errors,
        notices=notices,
        named=names({told.path for chronicle in chronicles for told in chronicle.releases}),
        kinds=list(dict.fromkeys((part.name, part.name) for section in sections for part in section.parts)),
        entries=sum(len(part.entries) for section in sections for part in section.parts),
        across=STRIP,
        short=day_or_none,
    )


def day_or_none(told: Told) -> str:
    """Returns the day of a release in words."""
    return day(told.date) or "no date"


def _section(id: str, chronicle: Chronicle) -> Section:
    dated = [told.date for told in chronicle.releases if told.date]
    days = tuple(dict.fromkeys([dated[0], dated[-1]])) if dated else ()
    places = _places(chronicle.releases, days)
    parts = []
    for name, (short, title, said) in _TITLES.items():
        courses: Iterable[Course] = getattr(chronicle, name)
        if name == "facts":
            courses = sorted(courses, key=lambda one: (not one.changed, one.releases == 1))
        entries = tuple(_entry(f"{id}-{name}-{i}", course, places) for i, course in enumerate(courses, start=1))
        if entries:
            parts.append(Part(f"{id}-{name}", short, title, said, entries))
    return Section(
        id,
        chronicle,
        days,
        tuple(sorted(set(places.values()))),
        tuple(one for one in pictures(chronicle.stands, "") if not one.once),
        tuple(parts),
        _steps(entry for part in parts for entry in part.entries),
    )


def _places(releases: Sequence[Told], days: Sequence[str]) -> dict[int, float]:
    """Returns where each dated release stands on the strip, by its number."""
    if not days:
        return {}
    first, last = year(days[0]), year(days[-1])
    across = STRIP - 2 * _EDGE
    return {
        i: round(_EDGE + (across * (year(told.date) - first) / (last - first) if last > first else across / 2), 1)
        for i, told in enumerate(releases)
        if told.date
    }


def _entry(id: str, course: Course, places: Mapping[int, float]) -> Entry:
    return Entry(
        course,
        tuple(
            Row(
                f"{id}-{i}",
                value,
                value.releases[0],
                value.releases[-1],
                tuple(dict.fromkeys(places[number] for number in value.releases if number in places)),
            )
            for i, value in enumerate(course.values, start=1)
        ),
    )


def _steps(entries: Iterable[Entry]) -> tuple[tuple[int, tuple[Step, ...]], ...]:
    """Returns what each release was the first to say of a fact that was told of before."""
    found: dict[int, list[Step]] = {}
    for entry in entries:
        begun = min(row.first for row in entry.rows)
        for row in entry.rows:
            if row.first > begun:
                earlier = max(number for one in entry.rows for number in one.value.releases if number < row.first)
                before = tuple(one for one in entry.rows if earlier in one.value.releases)
                found.setdefault(row.first, []).append(Step(entry, row, before))
    return tuple((number, tuple(steps)) for number, steps in sorted(found.items(), reverse=True))
