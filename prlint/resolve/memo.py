"""What follows from one release alone, found out once in a run, however many drafts are held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from prlint.claim import Release

T = TypeVar("T")


class Memo:
    """Values by release and name; it lives as long as one run (or an editor's server), and keeps the releases that it knows alive."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        # The release beside its values: an id is one release's only as long as that is there.
        self._kept: dict[int, tuple[Release, dict[Hashable, Any]]] = {}

    def once(self, release: Release, name: Hashable, make: Callable[[Release], T]) -> T:
        """Returns `make(release)`, which must depend on nothing but the release and what `name` stands for."""
        held = self._kept.get(id(release))
        if held is None:
            held = self._kept[id(release)] = (release, {})
        values = held[1]
        if name not in values:
            values[name] = make(release)
        return cast("T", values[name])

    def forget(self, releases: Iterable[Release]) -> None:
        """Drops what is known of releases that will not be asked for again."""
        for release in releases:
            self._kept.pop(id(release), None)
