"""Finds many names at once, by their first words: cheaper than one large pattern.

A name without capitals is found in any case; one with a capital is found as it
stands (so that ALL is not "all"). The last word of a name may stand in the
plural. Of several names at one place the longest wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.words import lowered, places, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_JOINS = frozenset("-'")


#: The names that begin with one word, longest first: as written, whether that counts, and what they stand for.
Entries = list[tuple[str, bool, str]]


class Hit(NamedTuple):
    """A name found: offsets in the text given, and what the name stands for."""

    start: int
    end: int
    name: str
    stands_for: str


class Lexicon:
    """Names and what each stands for; made from plain data."""

    __slots__ = ("_by_first",)

    def __init__(self, names: Mapping[str, str]) -> None:
        by_first: dict[str, Entries] = {}
        for name, stands_for in names.items():
            lower = name.lower()
            first = lower.partition(" ")[0]
            if not first.isalnum():
                first = first[: next((i for i, c in enumerate(first) if not c.isalnum()), len(first))]
            by_first.setdefault(first, []).append((name, name != lower, stands_for))
        for entries in by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._by_first = by_first

    def find(self, text: str) -> Iterator[Hit]:
        """Yields the names in `text`, in order, none inside another."""
        lower = lowered(text)
        past = 0
        for at, entries in sorted(self._first_words(lower), key=lambda place: place[0]):
            if at < past:
                continue
            for name, exact, stands_for in entries:
                length = _length(text if exact else lower, at, name, len(text))
                if length:
                    past = at + length
                    yield Hit(at, past, name, stands_for)
                    break

    def _first_words(self, lower: str) -> Iterator[tuple[int, Entries]]:
        """Yields where the first word of a name stands, in the plural too, and the names that begin with it."""
        # A text has few of all the first words, and to look for one is cheaper than to look at every word.
        for word in runs_of(lower):
            entries = self._by_first.get(word)
            if entries is None and word.endswith("s"):
                entries = self._by_first.get(word[:-1])
            if entries is None:
                continue
            for at in places(lower, word):
                yield at, entries


def _length(text: str, at: int, name: str, stop: int) -> int:
    """Returns the length of `name` or its plural at `at`, as whole words; 0 where it does not stand there."""
    if at and (text[at - 1].isalnum() or (text[at - 1] in _JOINS and at > 1 and text[at - 2].isalnum())):
        return 0
    if not text.startswith(name, at):
        return 0
    end = at + len(name)
    if text.startswith("s", end):
        end += 1
    if end > stop or (end < len(text) and text[end].isalnum()):
        return 0
    # "cancer-targeting" is about a drug and not a disease.
    return 0 if text.startswith("-", end) and text[end + 1 : end + 2].isalpha() else end - at
