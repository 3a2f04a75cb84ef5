"""Patterns that are compiled once, on some earlier run.

Compiling a hundred patterns costs more than reading a release, so a pattern
is compiled where it is first used and, when a cache was given (`use`), kept
as the compiled form that `regex` pickles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Seconds that one pattern may run on one document, far above what any built-in needs.
TIME_LIMIT = 2.0

_compiled: dict[tuple[str, int], Any] = {}


class Pattern:
    """A regular expression that is compiled when it is first used."""

    __slots__ = ("_pattern", "flags", "source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = int(flags) | int(regex.VERSION1)
        self._pattern: Any = None

    def _get(self) -> Any:
        if self._pattern is None:
            key = (self.source, self.flags)
            found = _compiled.get(key)
            if found is None:
                found = _compiled[key] = regex.compile(self.source, self.flags)
            self._pattern = found
        return self._pattern

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the named groups."""
        return tuple(self._get().groupindex)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
        """Yields the matches in `text`; raises TimeoutError past the time limit."""
        return self._get().finditer(text, start, end, timeout=TIME_LIMIT)  # type: ignore[no-any-return]

    def search(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Returns the first match anywhere."""
        return self._get().search(text, start, end, timeout=TIME_LIMIT)  # type: ignore[no-any-return]

    def match(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Returns the match that begins at `start`."""
        return self._get().match(text, start, end, timeout=TIME_LIMIT)  # type: ignore[no-any-return]

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Returns the match of the whole text."""
        return self._get().fullmatch(text, start, end, timeout=TIME_LIMIT)  # type: ignore[no-any-return]

    def findall(self, text: str) -> list[Any]:
        """Returns the matched texts (or groups), as `regex.findall` does."""
        return self._get().findall(text, timeout=TIME_LIMIT)  # type: ignore[no-any-return]

    def sub(self, replacement: str, text: str) -> str:
        """Returns `text` with each match replaced."""
        return self._get().sub(replacement, text, timeout=TIME_LIMIT)  # type: ignore[no-any-return]

    def split(self, text: str) -> list[str]:
        """Returns the parts of `text` between matches."""
        return self._get().split(text, timeout=TIME_LIMIT)  # type: ignore[no-any-return]


def pattern(source: str, flags: str = "") -> Pattern:
    """Returns a pattern; `flags` are letters of regex's inline flags ("i", "ix", "m")."""
    bits = 0
    for letter in flags:
        bits |= int(getattr(regex, letter.upper()))
    return Pattern(source, bits)


def use(compiled: dict[tuple[str, int], Any]) -> None:
    """Gives the patterns compiled on an earlier run."""
    _compiled.update(compiled)


def compiled() -> dict[tuple[str, int], Any]:
    """Returns every pattern compiled or given so far, to be kept for the next run."""
    return dict(_compiled)
