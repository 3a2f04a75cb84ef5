"""Things in order of their place, of which those of a part are found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable


class Placed(Protocol):
    """Anything with a place; `start` is an offset in the view."""

    @property
    def start(self) -> int:
        """Where it begins."""


T = TypeVar("T", bound=Placed)


class Row(Generic[T]):
    """Things sorted by where they begin. Never changed once made."""

    __slots__ = ("_items", "_starts")

    def __init__(self, items: Iterable[T]) -> None:
        self._items = sorted(items, key=lambda item: item.start)
        self._starts = [item.start for item in self._items]

    def between(self, start: int, end: int) -> list[T]:
        """Returns the things that begin at `start` or later, and before `end`."""
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
