"""Reading the named lists that extractors and kinds are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def items(lists: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Returns the entries of a list (of a mapping: its keys), none where there is no such list."""
    return tuple(map(str, entries(lists, name)))


def entries(lists: Mapping[str, Any], name: str, key: str = "items") -> Any:
    """Returns what stands under `key` in a list file, or all of the list where it is plain."""
    data = lists.get(name, ())
    if hasattr(data, "keys"):
        return data.get(key, data if key == "items" else ())
    return data if key == "items" else ()
