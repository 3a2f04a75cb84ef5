"""Reading the named lists that extractors and kinds are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")


def made_once(make: Callable[[Any], T]) -> Callable[[Any], T]:
    """Decorates a function of a list's data alone: its result is kept until it is asked about another list.

    A run has one rulebook, and what is made of its lists is the same for every release.
    """
    last: list[tuple[Any, T]] = []

    def made(data: Any) -> T:
        if not last or last[0][0] is not data:
            last[:] = [(data, make(data))]
        return last[0][1]

    return made


def items(lists: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Returns the entries of a list (of a mapping: its keys), none where there is no such list."""
    return tuple(map(str, entries(lists, name)))


def entries(lists: Mapping[str, Any], name: str, key: str = "items") -> Any:
    """Returns what stands under `key` in a list file, or all of the list where it is plain."""
    data = lists.get(name, ())
    if hasattr(data, "keys"):
        return data.get(key, data if key == "items" else ())
    return data if key == "items" else ()
