"""What a release prints of a time of day must be true of clocks.

Time zones, their names for winter and summer, and the days on which clocks
change come from a dated list. A name for one season is judged on the day of the
event, not of the release; a time without a day, and a zone whose name serves
places that do not change their clocks and that the release names, are left open.
Two times given as one ("8:30 a.m. ET / 5:30 a.m. PT") must be as far apart as
their zones are on that day; without a day, as far as they can be on any.

Params:

* `claim` (claim, required): the times of day.
* `zones` (list, `time-zones`): zones, rules and names.

Outcomes: `invalid` (no clock shows it), `season` (a winter name in summer, or
the reverse) and `apart` (two zones' times do not go together). Messages may
name the claim's fields; `found`; for `season` also `day`, `kept` (standard or
daylight, what clocks there show) and `short` (the name for all year); for
`apart` also `other` (the first of the two times), `here` and `there` (their
zones), `wrong` and `right` (hours between them as printed and as they are).

An example:

    kind: clock
    outcomes:
      season: {severity: warning, message: 'on {day} it is {kept} time; write {short}'}
    params: {claim: time}
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from prlint.calendar.daylight import DAYLIGHT, STANDARD, TimeZones
from prlint.calendar.said import Days, days_of, shown
from prlint.finding import CannotTell, Consistent, Contradicted, Replacement
from prlint.registry import Param

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "claim": Param("claim", about="the times of day"),
    "zones": Param("list", "time-zones", about="zones, rules and names"),
}

OUTCOMES = {
    "invalid": ("found",),
    "season": ("found", "day", "kept", "short"),
    "apart": ("found", "other", "here", "there", "wrong", "right"),
}

_DAY = timedelta(days=1)
_HALF_DAY, _WHOLE_DAY = 720, 1440
#: Days of a year between which no two zones of the list differ as they do on another: winter, the weeks in which only
#: some have changed their clocks, and summer, in both hemispheres.
_SAMPLES = ((1, 15), (3, 20), (4, 15), (7, 15), (9, 30), (10, 15), (10, 30), (12, 1))


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each time of which clocks can say something."""
    if not any(claim.get("invalid") or claim.get("same") or claim.get("season") for claim in claims):
        return
    zones = TimeZones(context.lists.get(params["zones"], {}))
    wrong: dict[tuple[str, bool], list[tuple[Claim, dict[str, object]]]] = {}
    for i, claim in enumerate(claims):
        if claim.get("invalid"):
            yield Contradicted("invalid", [claim], values={**claim.fields, "found": claim.text})
            continue
        if claim.get("same") and i and not claims[i - 1].get("invalid"):
            yield _pair(claims[i - 1], claim, zones, context)
        if claim.get("season"):
            said = _season(claim, zones, context)
            if isinstance(said, dict):
                wrong.setdefault((claim.string("zone_text"), claim.get("season") == DAYLIGHT), []).append((claim, said))
            else:
                yield said
    for found in wrong.values():
        replacements = [
            Replacement(start, start + len(zone), str(values["short"]))
            for claim, values in found
            if (zone := claim.string("zone_text"))
            for start in (claim.start + claim.text.rindex(zone),)
        ]
        yield Contradicted("season", [claim for claim, _ in found], values=found[0][1], replacements=replacements)


def _season(claim: Claim, zones: TimeZones, context: Context) -> Verdict | dict[str, object]:
    """Returns the values of a message where the zone's name is not for the season, else a verdict."""
    days = _days(claim, context)
    if days is None:
        return CannotTell()
    zone = claim.string("zone")
    if _excused(zones, zone, days.first, context):
        return CannotTell()
    first, last = zones.forward(zone, days.first), zones.forward(zone, days.last)
    if first is None or first != last:
        return CannotTell()
    kept = DAYLIGHT if first else STANDARD
    if kept == claim.get("season"):
        return Consistent(f"{claim.string('zone_text')} on {shown(days.first)}")
    return {
        **claim.fields,
        "found": claim.text,
        "day": shown(days.first),
        "kept": kept,
        "short": str(zones.zone(zone)["short"]),
    }


def _excused(zones: TimeZones, zone: str, day: date, context: Context) -> bool:
    """Says whether the release names a place that bears the zone's name and keeps other hours."""
    text = context.release.document.view.text
    places = zones.excused(zone, day)
    # A dateline writes its place in capitals.
    for place in dict.fromkeys((*places, *(place.upper() for place in places))):
        at = text.find(place)
        while at >= 0:
            end = at + len(place)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                return True
            at = text.find(place, end)
    return False


def _days(claim: Claim, context: Context) -> Days | None:
    """Returns the days that a time belongs to; "today" is the day of the release."""
    relative = claim.get("relative")
    if relative:
        if not context.release.date:
            return None
        day = date.fromisoformat(context.release.date) + (relative == "tomorrow") * _DAY
        return Days(day, day, True)
    return days_of(claim, context.as_of) if claim.get("start") or claim.get("day") else None


def _pair(first: Claim, second: Claim, zones: TimeZones, context: Context) -> Verdict:
    here, there = zones.named(_bare(first)), zones.named(_bare(second))
    if here is None or there is None:
        return CannotTell()
    days = _days(first, context) or _days(second, context)
    if days is not None:
        sample = [days.first, days.last]
    else:
        year = int((context.as_of or "2025")[:4])
        sample = [date(year, month, day) for month, day in _SAMPLES]
    right: dict[float, None] = {}
    for day in sample:
        actual, other = zones.hours(here, day), zones.hours(there, day)
        right |= dict.fromkeys(b - a for a in sorted(actual) for b in sorted(other))
    printed = [_minutes(second) - _minutes(first)]
    if first.get("to_hour") != -1 and second.get("to_hour") != -1:
        printed.append(_minutes(second, "to_") - _minutes(first, "to_"))
    # Without a.m. and p.m. one clock face shows both halves of the day.
    turn = _WHOLE_DAY if first.get("half") and second.get("half") else _HALF_DAY
    for apart in printed:
        if not any((apart - hours * 60) % turn == 0 for hours in right):
            return Contradicted(
                "apart",
                [second],
                values={
                    **second.fields,
                    "found": second.text,
                    "other": first.text,
                    "here": here.zone,
                    "there": there.zone,
                    "wrong": _hours(((apart + _HALF_DAY) % _WHOLE_DAY - _HALF_DAY) / 60),
                    "right": " or ".join(_hours(hours) for hours in right),
                },
            )
    return Consistent(f"{first.text} and {second.text}")


def _bare(claim: Claim) -> str:
    text = claim.string("zone_text")
    return next(
        (text.removeprefix(prefix) for prefix in ("US/", "US ", "U.S. ", "U.S ") if text.startswith(prefix)), text
    )


def _minutes(claim: Claim, which: str = "") -> int:
    return int(str(claim.get(f"{which}hour"))) * 60 + int(str(claim.get(f"{which}minute")))


def _hours(hours: float) -> str:
    return (
        "the same"
        if not hours
        else f"{abs(hours):g} {'hour' if abs(hours) == 1 else 'hours'} {'later' if hours > 0 else 'earlier'}"
    )
