"""A small picture of what the releases say of an asset's phase over time: where each point, line and word stands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.report import Stand

#: The drawing in its own units; a unit is a pixel on a screen that has room.
WIDTH = 780
_LEFT, _RIGHT, _TOP, _BOTTOM = 74, 262, 24, 26
_STEP = 40  # between two phases
_LANES = (0, -7, 7, -13)  # series that stand at one phase, above and below its line
_LINE = 15  # between two labels
#: Series with a colour and a shape of their own; the others share the last.
_MOST = 6
_LONGEST_NAME = 40


class Point(NamedTuple):
    """A mention; `said` is its tooltip."""

    x: float
    y: float
    said: str
    draft: bool


class Series(NamedTuple):
    """What is said of one disease (or study): points, the line through them, and the label at its end."""

    label: str
    colour: int
    points: tuple[Point, ...]
    line: str
    label_y: float
    stand: Stand


class Tick(NamedTuple):
    """A word on an axis."""

    at: float
    text: str


class Picture(NamedTuple):
    """One asset; `stands` are the same facts for a table."""

    asset: str
    height: int
    left: int
    right: int
    bottom: int
    phases: tuple[Tick, ...]
    days: tuple[Tick, ...]
    series: tuple[Series, ...]
    stands: tuple[Stand, ...]

    @property
    def once(self) -> bool:
        """Says that the asset's phase is told of on one day only: there is nothing to draw."""
        return len(self.days) == 1


def pictures(stands: Sequence[Stand], draft: str) -> list[Picture]:
    """Returns a picture for each asset that dated releases speak of; `draft` is the path of the release checked."""
    found = []
    for asset, group in groupby(stands, key=lambda stand: stand.asset):
        told = list(group)
        dated = [stand for stand in told if stand.said.date]
        # A picture needs days; its table has what undated releases say as well.
        if dated:
            found.append(_picture(asset, dated, draft)._replace(stands=tuple(told)))
    return found


def phase(phases: Iterable[str]) -> str:
    """Returns phases as words."""
    return "Phase " + "/".join(phases)


def _picture(asset: str, stands: Sequence[Stand], draft: str) -> Picture:
    levels = [_level(stand) for stand in stands]
    low, high = int(min(levels)), int(-(-max(levels) // 1))
    height = _TOP + _BOTTOM + max(high - low, 1) * _STEP + 20
    days = sorted({_day(stand) for stand in stands})
    first, last = days[0], days[-1]
    across = WIDTH - _LEFT - _RIGHT - 24

    def x(day: float) -> float:
        return round(_LEFT + 12 + (across * (day - first) / (last - first) if last > first else across / 2), 1)

    def y(level: float) -> float:
        return round(height - _BOTTOM - 10 - (level - low) * _STEP, 1)

    by_name: dict[str, list[Stand]] = {}
    for stand in stands:
        by_name.setdefault(", ".join(stand.indications) or stand.study or "disease not named", []).append(stand)
    series = []
    free = -_LINE * 2.0
    lanes: dict[float, int] = {}
    drawn = []
    for i, (name, of_name) in enumerate(by_name.items()):
        points = []
        lane = lanes.setdefault(_level(of_name[-1]), 0)
        lanes[_level(of_name[-1])] += 1
        for stand in of_name:
            said = ", ".join(part for part in (stand.said.date or "", phase(stand.phases), name, stand.status) if part)
            lift = _LANES[lane % len(_LANES)]
            points.append(Point(x(_day(stand)), round(y(_level(stand)) + lift, 1), said, stand.said.document == draft))
        drawn.append((points[-1].y, i, name, points, of_name[-1].status))
    for wanted, i, name, points, status in sorted(drawn, key=lambda one: one[:2]):
        free = max(wanted, free + _LINE)
        path = " ".join(f"{point.x},{point.y}" for point in points)
        label = _short(f"{name}, {status}" if status else name)
        series.append(Series(label, min(i, _MOST - 1), tuple(points), path, free + 4, by_name[name][-1]))
    tall = int(max(height, free + _BOTTOM))
    return Picture(
        asset,
        tall,
        _LEFT,
        WIDTH - _RIGHT,
        tall - _BOTTOM,
        tuple(Tick(y(level), f"Phase {level}") for level in range(low, high + 1)),
        tuple(_ticks(first, last, x, stands)),
        tuple(series),
        tuple(stands),
    )


def _ticks(first: float, last: float, x: object, stands: Sequence[Stand]) -> Iterable[Tick]:
    assert callable(x)
    dates = sorted({stand.said.date or "" for stand in stands})
    yield Tick(x(first), dates[0])
    if last > first:
        if len(dates) > 2:
            years = range(int(first) + 1, int(last) + 1)
            between = [one for one in years if x(one) - x(first) > 110 < x(last) - x(one)]
            step = max(1, len(between) // 4)
            for one in between[::step]:
                yield Tick(x(one), str(one))
        yield Tick(x(last), dates[-1])


def _level(stand: Stand) -> float:
    """Returns the height of a phase; 1.5 for Phase 1/2."""
    numbers = [int(phase) for phase in stand.phases if phase.isdecimal()]
    return sum(numbers) / len(numbers) if numbers else 0


def _day(stand: Stand) -> float:
    return year(stand.said.date)


def year(date: str | None) -> float:
    """Returns an ISO date as a year with a fraction, exact enough to draw."""
    number, month, day = (int(part) for part in (date or "0-1-1").split("-"))
    return number + (month - 1) / 12 + (day - 1) / 372


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip(" ,") + "…"
