"""Reading the named lists that extractors and kinds are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

#: Lists of which a function's results are kept.
_MOST = 100


def made_once(make: Callable[[Any], T]) -> Callable[[Any], T]:
    """Decorates a function of a list's data alone: its result is kept, of so many lists as one rulebook has.

    A run has one rulebook, and what is made of its lists is the same for every release.
    """
    kept: dict[int, tuple[Any, T]] = {}

    def made(data: Any) -> T:
        known = kept.get(id(data))
        if known is None or known[0] is not data:
            if len(kept) > _MOST:
                kept.clear()
            # The list beside what is made of it: an id is one list's only as long as that is there.
            known = kept[id(data)] = (data, make(data))
        return known[1]

    return made


def items(lists: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Returns the entries of a list (of a mapping: its keys), none where there is no such list."""
    return _texts(entries(lists, name))


def item_set(lists: Mapping[str, Any], name: str, key: str = "items") -> frozenset[str]:
    """Returns what stands under `key` in a list, as `entries` does, to be asked whether it holds a word."""
    return _set(entries(lists, name, key))


@made_once
def _texts(data: Any) -> tuple[str, ...]:
    return tuple(map(str, data))


@made_once
def _set(data: Any) -> frozenset[str]:
    return frozenset(map(str, data))


def entries(lists: Mapping[str, Any], name: str, key: str = "items") -> Any:
    """Returns what stands under `key` in a list file, or all of the list where it is plain."""
    data = lists.get(name, ())
    if hasattr(data, "keys"):
        return data.get(key, data if key == "items" else ())
    return data if key == "items" else ()
