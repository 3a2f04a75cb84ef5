"""Ordered scales: a fixed order of words, or plain numbers; a value may be a set of positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Position = frozenset[float]


class Scale:
    """Places values on a scale. Of an order, words parted by a bar share a rank: `enrolling | ongoing`."""

    __slots__ = ("_ranks",)

    def __init__(self, order: Sequence[str]) -> None:
        """With an empty `order` values are numbers."""
        self._ranks = {
            word.strip().casefold(): float(rank) for rank, words in enumerate(order) for word in words.split("|")
        }

    def position(self, value: object) -> Position:
        """Returns the ranks of a value; empty for one that has no place on the scale."""
        values = value if isinstance(value, tuple) else (value,)
        return frozenset(rank for each in values if (rank := self._rank(each)) is not None)

    def _rank(self, value: object) -> float | None:
        if self._ranks:
            return self._ranks.get(str(value).casefold())
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value)
        try:
            return float(str(value).replace(",", "")) if value not in (None, "") else None
        except ValueError:
            return None


def below(one: Position, other: Position) -> bool:
    """Says whether all of one value stands lower than all of another."""
    return bool(one) and bool(other) and max(one) < min(other)


def gap(one: Position, other: Position) -> float:
    """Returns how many whole ranks lie between two values, the lower one first; negative where they touch or cross."""
    return min(other) - max(one) - 1


def between(value: Position, low: Position, high: Position) -> bool:
    """Says whether any of a value lies strictly between two others."""
    return any(max(low) < rank < min(high) for rank in value)
