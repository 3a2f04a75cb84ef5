"""One proposed entry of a profile, and where it was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.terminal import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prlint.claim import Release

#: So many releases that do not repeat one another settle what none of them has in a place that settles it.
SEVERAL = 2

ONCE = "seen in one release only"

#: Letters of a file's name that are shown.
_LONGEST = 56

Value = str | dict[str, str | list[str]]


class Entry(NamedTuple):
    """One thing that a profile can say.

    `path` are the keys that lead to it: of a list for one of its items, of the
    value otherwise. `value` is a text, or keys with texts and lists of texts.
    `identity` is what the thing is known again by, whatever else is said of it.
    `seen` says where it was seen; `doubt` why a person must confirm it first,
    empty where it is certain.
    """

    path: tuple[str, ...]
    value: Value
    identity: str
    seen: str
    doubt: str = ""

    @property
    def item(self) -> bool:
        """Says whether it is an item of a list."""
        return self.path in LISTS


#: The keys that hold lists; what else is proposed is a value.
LISTS = frozenset(
    (
        ("issuer", "short_names"),
        ("issuer", "former_names"),
        ("issuer", "tickers"),
        ("issuer", "domains"),
        ("people",),
        ("assets",),
        ("studies",),
    )
)


class Place(NamedTuple):
    """Where a release says something: a view offset."""

    release: Release
    start: int


class Sightings:
    """The places where each of several things was seen, in the order of the releases."""

    def __init__(self, releases: Iterable[Release]) -> None:
        """`releases` are those that count, oldest first."""
        self._order = {id(release): i for i, release in enumerate(releases)}
        self._places: dict[str, dict[int, Place]] = {}

    def add(self, thing: str, release: Release, start: int) -> None:
        """Says that a thing stands in a release; its first place in each counts."""
        self._places.setdefault(thing, {}).setdefault(self._order[id(release)], Place(release, start))

    def things(self) -> list[str]:
        """Returns all things: those of most releases first, then those that were seen last, then by name."""
        return sorted(self._places, key=lambda one: (-self.count(one), -max(self._places[one]), one))

    def count(self, *things: str) -> int:
        """Returns in how many releases one of the things was seen."""
        return len(self.numbers(*things))

    def numbers(self, *things: str) -> list[int]:
        """Returns the numbers of the releases in which one of the things was seen, oldest first."""
        return sorted({number for thing in things for number in self._places.get(thing, ())})

    def releases(self, *things: str) -> list[Release]:
        """Returns the releases in which one of the things was seen, oldest first."""
        return [self._at(number, things).release for number in self.numbers(*things)]

    def seen(self, *things: str) -> str:
        """Returns where one of the things was seen, for people: count, dates, and the last place."""
        numbers = self.numbers(*things)
        last = self._at(numbers[-1], things)
        document = last.release.document
        line = document.line_column(document.view.source_start(last.start))[0]
        place = f"{'last in' if len(numbers) > 1 else 'in'} {short_path(document.path)}:{line}"
        return f"{self.when(*things)}; {place}"

    def when(self, *things: str) -> str:
        """Returns in how many releases one of the things was seen, and from when to when, for people."""
        releases = self.releases(*things)
        dates = sorted({release.date for release in releases if release.date})
        span = f", {dates[0]} to {dates[-1]}" if len(dates) > 1 else f", {dates[0]}" if dates else ""
        return f"{counted(len(releases), 'release')}{span}"

    def _at(self, number: int, things: tuple[str, ...]) -> Place:
        return min((self._places[one][number] for one in things if number in self._places.get(one, ())), key=_start)


def short_path(path: str) -> str:
    """Returns the name of a release's file, without its folder; of a long one the beginning."""
    name = path.rpartition("/")[2]
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def most_common(counts: Mapping[str, int]) -> str:
    """Returns the text that was counted most often; of several the one that comes first by its letters."""
    return min(counts, key=lambda one: (-counts[one], one))


def _start(place: Place) -> int:
    return place.start
