"""What follows from one release alone, found out once in a run, however many drafts are held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from prlint.claim import Release

T = TypeVar("T")


class Memo:
    """Values by release and name; it lives as long as one run, and keeps the releases that it knows alive."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[tuple[Hashable, int], tuple[Release, Any]] = {}

    def once(self, release: Release, name: Hashable, make: Callable[[Release], T]) -> T:
        """Returns `make(release)`, which must depend on nothing but the release and what `name` stands for."""
        key = (name, id(release))
        found = self._kept.get(key)
        if found is None:
            # The release beside its value: an id is one release's only as long as that is there.
            found = self._kept[key] = (release, make(release))
        return cast("T", found[1])
