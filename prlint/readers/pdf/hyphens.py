"""Words that a hyphen parts at the end of a line: which are one word, and which keep their hyphen."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from prlint.text.patterns import pattern
from prlint.text.wordlist import SHORTEST, grade

if TYPE_CHECKING:
    from collections.abc import Iterable

_HYPHENS = "-\u2010\u2011\u00ad"
_WORDS = pattern(r"\p{L}[\p{L}'’]*(?:[-\u2010\u2011]\p{L}[\p{L}'’]*)*")
_LAST = pattern(r"(\p{L}+)[-\u2010\u2011\u00ad]$")
_FIRST = pattern(r"(\p{Ll}\p{L}*)")
_SUSPENDED = pattern(r"(?:or|and|to|nor|through)[ ]")
_ADDRESS = pattern(r"(?:https?://|www\.)\S*$")
_MARKS = "/?&=%_#"
#: Second parts of compounds that no list of words has; a hyphenation never leaves so little.
_SHORT_PARTS = frozenset("up in on off out to of by down over".split())
#: How common (binary logarithm, see text.wordlist) a joined word is where both its halves are words too.
_COMMON = 6


def words(lines: Iterable[str]) -> dict[str, int]:
    """Returns how often each word stands inside a line, in lower case: none that a line's end may have cut."""
    counts: dict[str, int] = {}
    for text in lines:
        found = _WORDS.findall(unicodedata.normalize("NFKC", text.lower()))
        for word in found[1 if text[:1].islower() else 0 : -1 if text[-1:] in _HYPHENS else None]:
            counts[word] = counts.get(word, 0) + 1
    return counts


def joint(before: str, after: str, counts: dict[str, int]) -> tuple[int, str]:
    """Returns how two lines of one paragraph are joined: how many letters of the first go, and what comes between."""
    if not before or not after:
        return 0, ""
    if _in_address(before, after):
        return 0, ""
    stem = before.rstrip("-—/\u2010\u2011\u00ad")
    if stem == before or stem[-1:] in ("", " "):
        return 0, " "
    if len(before) - len(stem) > 1 or before[-1] not in _HYPHENS:
        return 0, ""  # "and/" and "or", a dash without blanks
    if _SUSPENDED.match(after):
        return 0, " "  # "one-" and "or two-dose": a hyphen that waits for the rest of its word
    keep = (1 if before[-1] == "\u00ad" else 0, "")
    last, first = _LAST.search(before), _FIRST.match(after)
    if last is None or first is None:
        return keep  # "CLR-" and "131", "Wisconsin-" and "Madison": the hyphen is the word's own
    if len(last.group(1)) > 1 and last.group(1).isupper():
        return keep  # "GAP-" and "certified"
    left, right = (unicodedata.normalize("NFKC", each.group(1).lower()) for each in (last, first))
    return (1, "") if _is_one(left, right, counts) else keep


def _in_address(before: str, after: str) -> bool:
    """Says whether a line ends inside a web address: no blank belongs there."""
    if _ADDRESS.search(before) is None:
        return False
    following = after.partition(" ")[0]
    # A word of plain letters after "www.example.com/" may be the sentence's; one with a mark of an address is not.
    return (
        before[-1] in "?&=%_"
        or following[:1] in _MARKS
        or (before[-1] in "/-." and any(mark in following[:-1] for mark in _MARKS))
    )


def _is_one(left: str, right: str, counts: dict[str, int]) -> bool:
    whole, compound = counts.get(left + right, 0), counts.get(f"{left}-{right}", 0)
    if whole != compound:
        return whole > compound
    if right in _SHORT_PARTS:
        return False
    both = _is_word(left) and _is_word(right)
    known = grade(left + right)
    if not left.isascii() or not right.isascii():
        return True
    return known >= (_COMMON if both else 0) or not both


def _is_word(text: str) -> bool:
    """Says whether half a word is one itself; the shortest stand in no list."""
    return grade(text) >= _COMMON if len(text) >= SHORTEST else text in _PARTICLES or text in _SHORT_PARTS


_PARTICLES = frozenset(
    "all and any big co day day end far few for hit key lab law led low mid net new non non-us not off old one own pay pre pro "
    "raw red re run set six sub tax ten the top two use via war way web win year".split()
)
