"""English words and how common they are, looked up in a sorted file that is mapped, never loaded.

The file (`prlint/data/words.bin`, made by `tools/wordlist.py`, which says from
what) holds three tables: all words; the common words, which a slip may have
been meant for; and the common words spelt backwards. A table is an index of
26³ + 1 offsets, one for each three letters that a word can begin with, and
lines of `word` and one capital letter, its grade. So a look-up is one search in
the few hundred bytes of a bucket, and only the pages that are asked for are read.

Only words of `a` to `z` are held, of four letters or more.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from mmap import mmap

MAGIC = b"prlint-words/1\n\0"
#: Words shorter than this are in no table.
SHORTEST = 4
#: The grade of a word that is known, but of which no frequency is.
UNGRADED = "A"
BUCKETS = 26**3
INDEX_BYTES = 4 * (BUCKETS + 1)
_AAA = (97 * 26 + 97) * 26 + 97


class Near(NamedTuple):
    """A common word that lies a slip away: its grade (0 for the rarest), the number of slips and the kind of the slip."""

    word: str
    grade: int
    edits: int
    slip: str


@lru_cache(maxsize=8192)
def grade(word: str) -> int:
    """Returns how common a word in lower case is: the binary logarithm of its count less 13, 0 without one, -1 where it is in no list.

    The counts are of a corpus of 10^12 words: 8 is about once, 12 about
    sixteen times, in a million.
    """
    return _tables().words.grade(word) if _spelt(word) else -1


#: Words of the list that were asked for. It can hold no other words, so it stays small whatever is read.
_met: set[str] = set()


def unlisted(words: Iterable[str]) -> list[str]:
    """Returns those words in lower case, of plain letters, that are in no list and long enough to be in one, sorted."""
    found = []
    tables = _tables()
    for word in sorted({word for word in words if len(word) >= SHORTEST} - _met):
        if not _spelt(word):
            continue
        if tables.words.grade(word) < 0:
            found.append(word)
        else:
            _met.add(word)
    return found


@lru_cache(maxsize=4096)
def neighbours(word: str, most: int = 1) -> tuple[Near, ...]:
    """Returns the common words that lie up to `most` (1 or 2) slips from a word in lower case, the nearest and commonest first.

    One is found wherever it is, but for two turned letters in the middle of four; two are looked for only where three
    letters at the beginning or the end are right.
    """
    if not _spelt(word):
        return ()
    tables = _tables()
    # One slip leaves the first or the last of these letters as they were.
    intact = max(2, (len(word) - 1) // 2) if most == 1 else max(3, (len(word) - 2) // 3)
    found: dict[str, Near] = {}
    for table, spelling in ((tables.common, word), (tables.backwards, word[::-1])):
        for other, held in table.beginning(spelling[:intact]):
            if abs(len(other) - len(word)) > most or other == spelling:
                continue
            how = slip(spelling, other)
            right = other if table is tables.common else other[::-1]
            if how:
                found[right] = Near(right, held, 1, slip(word, right))
            elif most > 1 and right not in found and _two_apart(spelling, other):
                found[right] = Near(right, held, 2, "two")
    return tuple(sorted(found.values(), key=lambda near: (near.edits, -near.grade, near.word)))


def slip(wrong: str, right: str) -> str:
    """Returns which one slip turns the word `right` into `wrong`; empty where one is not enough.

    `turned`: two neighbours changed places; `doubled` and `halved`: a letter
    too often or too seldom in a row; `dropped`; `added`, or `brushed`, where
    the added letter is a neighbour's on the keyboard; `changed`, or `missed`,
    where the other letter is the neighbour.
    """
    start = 0
    shorter = min(len(wrong), len(right))
    while start < shorter and wrong[start] == right[start]:
        start += 1
    tail, rest = wrong[start:], right[start:]
    if len(wrong) == len(right):
        if len(tail) > 1 and tail[0] == rest[1] and tail[1] == rest[0] and tail[2:] == rest[2:]:
            return "turned"
        if tail and tail[1:] == rest[1:]:
            return "missed" if rest[0] in _KEYS.get(tail[0], "") else "changed"
    elif len(wrong) == len(right) + 1:
        if tail[1:] == rest:
            around = wrong[max(0, start - 1) : start] + tail[1:2]
            if tail[0] in around:
                return "doubled"
            return "brushed" if any(tail[0] in _KEYS.get(letter, "") for letter in around) else "added"
    elif len(wrong) + 1 == len(right) and tail == rest[1:]:
        return "halved" if rest[0] in right[max(0, start - 1) : start] + rest[1:2] else "dropped"
    return ""


def _two_apart(a: str, b: str) -> bool:
    """Says whether two words lie at most two slips apart (optimal string alignment)."""
    # Two slips change the set of letters by at most four.
    if len(set(a) ^ set(b)) > 4:
        return False
    start, end = 0, min(len(a), len(b))
    while start < end and a[start] == b[start]:
        start += 1
    cut = 0
    while cut < end - start and a[-1 - cut] == b[-1 - cut]:
        cut += 1
    a, b = a[start : len(a) - cut], b[start : len(b) - cut]
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        last, row, further = row, [i + 1], before
        for j, y in enumerate(b):
            best = min(last[j] + (x != y), last[j + 1] + 1, row[j] + 1)
            if i and j and x == b[j - 1] and a[i - 1] == y:
                best = min(best, further[j - 1] + 1)
            row.append(best)
        if min(row) > 2:
            return False
        before = last
    return row[-1] <= 2


def _spelt(word: str) -> bool:
    return len(word) >= SHORTEST and word.isascii() and word.isalpha() and word.islower()


class _Table:
    """One sorted table of the mapped file."""

    __slots__ = ("_data", "_index", "_text")

    def __init__(self, data: mmap, at: int) -> None:
        self._data = data
        self._index = at
        self._text = at + INDEX_BYTES

    def _bucket(self, word: str) -> tuple[int, int]:
        """Returns where the words begin and end that share the first three letters."""
        a, b, c = word[:3].encode()
        at = self._index + 4 * ((a * 26 + b) * 26 + c - _AAA)
        both = int.from_bytes(self._data[at : at + 8], "little")
        return self._text + (both & 0xFFFFFFFF), self._text + (both >> 32)

    def grade(self, word: str) -> int:
        """Returns the grade of a word, -1 where it is not here."""
        start, end = self._bucket(word)
        # A word sorts before all that begin with it, so the first that does is the word, or the word is not there.
        at = self._data.find(b"\n" + word.encode(), start, end)
        if at < 0:
            return -1
        grade = self._data[at + len(word) + 1] - 65
        return grade if grade < 32 else -1

    def beginning(self, prefix: str) -> Iterator[tuple[str, int]]:
        """Yields each word that begins with `prefix`, two letters or more, with its grade."""
        start, end = self._bucket(prefix if len(prefix) > 2 else prefix + "a")
        if len(prefix) == 2:
            end = self._bucket(prefix + "z")[1]
        written = b"\n" + prefix.encode()
        first = self._data.find(written, start, end)
        if first < 0:
            return
        last = self._data.rfind(written, first, end)
        for line in self._data[first + 1 : end].decode()[: last - first + 64].split("\n"):
            if line.startswith(prefix):
                yield line[:-1], ord(line[-1]) - 65


class _Tables(NamedTuple):
    words: _Table
    common: _Table
    backwards: _Table


@cache
def _tables() -> _Tables:
    """Maps the file; it stays mapped, as a module stays loaded."""
    from mmap import ACCESS_READ, mmap

    with open(path(), "rb") as stream:
        data = mmap(stream.fileno(), 0, access=ACCESS_READ)
    size = len(MAGIC)
    if data[:size] != MAGIC:
        raise ValueError(f"{path()} is no list of words of this version of prlint")
    offsets = (int.from_bytes(data[size + 4 * i : size + 4 * i + 4], "little") for i in range(3))
    return _Tables(*(_Table(data, at) for at in offsets))


def path() -> str:
    """Returns where the file is: in the package, as a wheel and a source tree both have it."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return os.path.join(package, "data", "words.bin")


def _neighbouring_keys() -> dict[str, str]:
    """Returns for each letter those beside it, above it and below it on a QWERTY keyboard."""
    rows = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    near: dict[str, str] = {}
    for r, row in enumerate(rows):
        for i, letter in enumerate(row):
            beside = row[max(0, i - 1) : i] + row[i + 1 : i + 2]
            below = rows[r + 1][max(0, i - 1) : i + 1] if r < 2 else ""
            above = rows[r - 1][i : i + 2] if r else ""
            near[letter] = beside + below + above
    return near


_KEYS = _neighbouring_keys()
