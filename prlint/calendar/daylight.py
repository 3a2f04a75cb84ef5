"""Time zones and their summer time, computed from dated lists.

The zones and rules are plain data (`rules/lists/time-zones.yaml`), given by the
caller; nothing here knows a zone by name. Hours are those from UTC.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.calendar.days import day_of, in_force, nth_weekday

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

STANDARD, DAYLIGHT, EITHER = "standard", "daylight", ""
#: The keys of a zone's row that hold its names, and the season each is for.
_SEASONS = (("either", EITHER), ("standard", STANDARD), ("daylight", DAYLIGHT))


class Named(NamedTuple):
    """A zone as a text names it: the zone's row, and the season that the name is for (EITHER where it is for both)."""

    row: Mapping[str, Any]
    season: str

    @property
    def zone(self) -> str:
        """The zone's own name."""
        return str(self.row["zone"])


class TimeZones:
    """The zones of the list, by each of their names."""

    __slots__ = ("_data", "_zones")

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data` holds `zones`, `rules` and `open` as in time-zones.yaml."""
        self._data = data
        self._zones: dict[str, Mapping[str, Any]] = {str(row["zone"]): row for row in data.get("zones") or ()}

    def named(self, name: str) -> Named | None:
        """Returns the zone that a name as printed stands for, None where the list has no such name.

        Stops in a short form do not count, nor does the case of "time".
        """
        bare = name.replace(".", "")
        for written in (
            (name, bare) if bare.isupper() else (name, name.replace(" time", " Time"), name.replace(" Time", " time"))
        ):
            for row in self._zones.values():
                for key, season in _SEASONS:
                    if written in row.get(key, ()):
                        return Named(row, season)
        return None

    def zone(self, zone: str) -> Mapping[str, Any]:
        """Returns a zone's row by its own name; raises KeyError where there is none."""
        return self._zones[zone]

    def forward(self, zone: str, day: date) -> bool | None:
        """Says whether a zone's clocks are forward on a day.

        None where the list has no rule for that year, and on the two days
        themselves on which clocks change. False in a zone without summer time.
        """
        rule = self._zones[zone].get("rule")
        if not rule:
            return False
        for row in self._data["rules"][str(rule)]:
            if int(row["from"]) <= day.year <= int(row["to"] or day.year):
                start, end = _switch(row["start"], day.year), _switch(row["end"], day.year)
                if day in (start, end):
                    return None
                if start < end:
                    return start < day < end
                return not end < day < start
        return None

    def hours(self, named: Named, day: date) -> frozenset[float]:
        """Returns the hours from UTC that a name can stand for on a day: what clocks there show, and what the name says."""
        winter = float(named.row["hours"])
        forward = self.forward(named.zone, day)
        shown = {winter, winter + 1} if forward is None else {winter + forward}
        if named.season:
            shown.add(winter + (named.season == DAYLIGHT))
        elif named.row.get("loose"):
            shown.add(winter)
        return frozenset(shown)

    def excused(self, zone: str, day: date) -> tuple[str, ...]:
        """Returns the places that, named in a text, leave open what a zone's clocks show on a day."""
        places = [str(place) for place in self._zones[zone].get("unlike") or ()]
        for row in self._data.get("open") or ():
            bounds = {"valid_from": row.get("from"), "valid_to": row.get("to")}
            if row["zone"] == zone and in_force(bounds, day):
                places += [str(place) for place in row["places"]]
        return tuple(places)


def _switch(row: Mapping[str, Any], year: int) -> date:
    found = nth_weekday(year, int(row["month"]), _WEEKDAYS.index(str(row["weekday"])), int(row["nth"]))
    return found or day_of(f"{year}-{int(row['month']):02}-01")
