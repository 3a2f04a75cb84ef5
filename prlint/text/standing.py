"""How something stands, in words: "plans to initiate", "is enrolling", "has completed", with whom and where.

Read from data (the list `trial-words`), so that another vocabulary can be
read in the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Standing(NamedTuple):
    """A wording that says how something stands: its offsets, the status and its stance (planned, current, past).

    One that is `near` says so only of what it stands right before ("an upcoming Phase 2 trial").
    """

    start: int
    end: int
    status: str
    stance: str
    near: bool = False


def _words(says: Sequence[str]) -> str:
    # A plain word boundary on small letters is many times faster than looking around for letters in any case.
    return r"\b(?<!-)(?:" + "|".join(says) + r")(?![\p{L}\p{N}])"


class Vocabulary:
    """The statuses and qualifiers of a list, for texts in small letters; patterns are compiled when first used."""

    __slots__ = ("_before", "_not_yet", "_qualifiers", "_statuses")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._statuses = [
            (str(each["status"]), str(each["stance"]), key == "near", pattern(_words(each[key])))
            for each in data.get("statuses", ())
            for key in ("says", "near")
            if each.get(key)
        ]
        self._qualifiers = {
            name: [(value, pattern(_words(says))) for value, says in values.items()]
            for name, values in (data.get("qualifiers") or {}).items()
        }
        not_yet, before = data.get("not_yet", ()), data.get("before_not_yet", ())
        self._not_yet = pattern(r" (?:" + "|".join(not_yet) + r")(?![\p{L}\p{N}])") if not_yet else None
        self._before = pattern(_words(before) + r" $") if before else None

    def find(self, text: str, start: int, end: int) -> list[Standing]:
        """Returns the wordings in the span of a text in small letters, in order; of those that overlap the longest."""
        found = [
            Standing(match.start(), match.end(), status, stance, near)
            for status, stance, near, says in self._statuses
            for match in says.finditer(text, start, end)
        ]
        found.sort(key=lambda each: (each.start - each.end, each.start))
        kept: list[Standing] = []
        for each in found:
            if all(each.end <= other.start or other.end <= each.start for other in kept):
                kept.append(each)
        return sorted(each for each in kept if each.stance != "past" or not self._hoped(text, each, start, end))

    def _hoped(self, text: str, said: Standing, start: int, end: int) -> bool:
        """Says whether what is said to have happened is only hoped for: "topline data expected"."""
        if self._not_yet is not None and self._not_yet.match(text, said.end, end):
            return True
        return (
            self._before is not None and self._before.search(text, max(start, said.start - 40), said.start) is not None
        )

    def qualifiers(self, text: str, start: int, end: int) -> dict[str, str]:
        """Returns the value of each kind of qualifier in the span of a text in small letters; empty where none or several."""
        found: dict[str, str] = {}
        for name, values in self._qualifiers.items():
            said = [value for value, says in values if says.search(text, start, end)]
            found[name] = said[0] if len(said) == 1 else ""
        return found
