"""A graph of terms from narrow to broad: two are comparable where one holds the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.text.listed import made_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def graph_of(lists: Mapping[str, Any], name: str) -> Graph:
    """Returns the graph of a list, without terms where there is no such list."""
    return _graph((lists.get(name) or {}).get("nodes") or _NONE)


class Graph:
    """Terms and their broader terms, made from a list's `nodes` (`is: [broader, …]`, `broad: true`)."""

    __slots__ = ("_above", "_broad", "_broader")

    def __init__(self, nodes: Mapping[str, Any]) -> None:
        self._broader = {name: tuple((node or {}).get("is", ())) for name, node in nodes.items()}
        self._above: dict[str, frozenset[str]] = {}
        self._broad = frozenset(name for name, node in nodes.items() if (node or {}).get("broad"))

    def above(self, name: str) -> frozenset[str]:
        """Returns all broader terms, however far; a circle in the data ends where it closes."""
        known = self._above.get(name)
        if known is not None:
            return known
        seen: set[str] = set()
        open_ = list(self._broader.get(name, ()))
        while open_:
            term = open_.pop()
            if term not in seen:
                seen.add(term)
                open_.extend(self._broader.get(term, ()))
        found = self._above[name] = frozenset(seen)
        return found

    def comparable(self, one: str, other: str) -> bool:
        """Says whether two terms are equal or one holds the other."""
        return one == other or other in self.above(one) or one in self.above(other)

    def telling(self, one: str, other: str) -> bool:
        """Says whether what holds for one says something about the other.

        Comparable terms do, unless one is so broad ("cancer") that it holds nearly everything.
        """
        return one == other or (
            one not in self._broad
            and other not in self._broad
            and (other in self.above(one) or one in self.above(other))
        )

    def all_comparable(self, ones: Iterable[str], others: Iterable[str]) -> bool:
        """Says whether each of `ones` is comparable, and tells, with some of `others`; of no terms, no."""
        others = tuple(others)
        ones = tuple(ones)
        return bool(ones) and all(any(self.telling(one, other) for other in others) for one in ones)

    def narrowest(self, names: Iterable[str]) -> tuple[str, ...]:
        """Returns the terms, in order, without those that hold another of them and without repeats."""
        kept = tuple(dict.fromkeys(names))
        held = frozenset().union(*(self.above(name) for name in kept)) if kept else frozenset()
        return tuple(name for name in kept if name not in held)


_NONE: Mapping[str, Any] = {}
_graph = made_once(Graph)
