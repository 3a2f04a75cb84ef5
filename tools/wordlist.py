"""Builds prlint/data/words.bin, the English words and how common they are.

    pip download --no-deps symspellpy==6.10.1 && unzip symspellpy-*.whl -d SYMSPELL
    apt-get download scowl && dpkg -x scowl_*.deb SCOWL
    python tools/wordlist.py SYMSPELL SCOWL

Words come from SCOWL (English, American, British, Canadian and Australian
lists and their first two grades of variants, up to size 70, which leaves out
the lists that are only of use for word games), counts from the frequency
dictionary of symspellpy, and the words of the trade from tools/trade-words.txt.
Both licences are beside the result. Same input, same bytes.

A word of SCOWL's largest list (size 95) is taken where it lies one slip from a
common word, so that it is not taken for a slip; but only where it is long:
among the short ones are too many that nobody uses and everybody mistypes.
"""

from __future__ import annotations

import os
import sys
from itertools import chain
from typing import TYPE_CHECKING

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from prlint.text import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HERE = os.path.dirname(os.path.abspath(__file__))
#: SCOWL's lists are of words, of words that begin with a capital, of names, of abbreviations and of contractions.
KINDS = ("words", "upper", "proper-names")
LANGUAGES = ("english", "american", "british", "british_z", "canadian", "australian")
VARIANTS = ("variant_1", "variant_2", "british_variant_1", "british_variant_2", "canadian_variant_1", "canadian_variant_2", "australian_variant_1", "australian_variant_2")  # fmt: skip
#: Sizes of the lists that are taken whole.
SIZES = (10, 20, 35, 40, 50, 55, 60, 70)
LARGEST = 95
#: What a word must have been counted to be one that a slip was meant for (of 10^12 words).
COMMON = 400_000
#: The same for a long word, which has fewer neighbours.
COMMON_LONG = 60_000
#: What a word must have been counted to be one that everybody writes.
USUAL = 10_000_000
#: Words of the trade are as common as this, in releases.
TRADE = 3_000_000
#: How often a word of a list of this size occurs at least, where nobody has counted it.
UNCOUNTED = {10: 30_000_000, 20: 8_000_000, 35: 1_000_000, 40: 500_000}
#: Letters of a long word; the largest list is believed in no other.
LONG = 8


def main(symspell: str, scowl: str) -> None:
    """Writes the file from the two unpacked packages."""
    counts = _counts(os.path.join(symspell, "symspellpy", "frequency_dictionary_en_82_765.txt"))
    folder = os.path.join(scowl, "usr", "share", "dict", "scowl")
    proper = set(_scowl(folder, ("upper", "proper-names"), SIZES))
    plain = set(_scowl(folder, ("words",), SIZES))
    largest = set(_scowl(folder, KINDS, (LARGEST,)))
    for size, count in UNCOUNTED.items():
        for word in _scowl(folder, ("words",), (size,)):
            counts.setdefault(word, count)
    own = _lines(os.path.join(HERE, "trade-words.txt"))
    trade = {word for word in own if not word.startswith("~")}
    words = plain | proper | {word.removeprefix("~") for word in own}
    common = {word for word in plain if counts.get(word, 0) >= (COMMON if len(word) < LONG else COMMON_LONG)} | trade
    grades = {word: _grade(max(counts.get(word, 0), TRADE if word in trade else 0)) for word in words}
    # Names lend no weight: a name is not what a slip in a word was meant for.
    grades |= dict.fromkeys(proper - plain - trade, wordlist.UNGRADED)
    counted = {word: counts.get(word, TRADE) for word in common}
    near = {word for word in largest - words if len(word) >= LONG and _one_from(word, counted)}
    grades |= dict.fromkeys(near, wordlist.UNGRADED)
    target = wordlist.path()
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "wb") as stream:
        stream.write(_file(grades, {word: grades[word] for word in common}))
    sys.stdout.write(
        f"{len(grades)} words ({len(near)} of the largest list), {len(common)} common ones, {os.path.getsize(target)} bytes\n"
    )


def _counts(path: str) -> dict[str, int]:
    rows = (line.split() for line in _lines(path))
    return {row[0]: int(row[1]) for row in rows if len(row) == 2}


def _lines(path: str) -> list[str]:
    with open(path, encoding="utf-8-sig") as stream:
        return [line.strip() for line in stream if line.strip() and not line.startswith("#")]


def _scowl(folder: str, kinds: Iterable[str], sizes: Iterable[int]) -> Iterable[str]:
    """Yields SCOWL's words in lower case, those of plain letters and without possessives."""
    for language in (*LANGUAGES, *VARIANTS):
        for kind in kinds:
            for size in sizes:
                file = os.path.join(folder, f"{language}-{kind}.{size}")
                if os.path.exists(file):
                    with open(file, encoding="iso-8859-1") as stream:
                        yield from (word for line in stream if _held(word := line.strip().lower()))


def _held(word: str) -> bool:
    return len(word) >= wordlist.SHORTEST and word.isascii() and word.isalpha()


def _grade(count: int) -> str:
    return chr(65 + max(1, count.bit_length() - 14)) if count else wordlist.UNGRADED


def _one_from(word: str, common: Mapping[str, int]) -> bool:
    """Says whether a common word has another letter than `word` in one place, or one letter less, and none lies a slip of the hand away.

    Whoever leaves out a letter, doubles one or turns two round has not written the Latin word that this gives.
    """
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    # developement: a letter too many in a word that everybody writes.
    if any(b and common.get(a + b[1:], 0) >= USUAL for a, b in splits[:-2]):
        return False
    other = chain(
        (a + b[1:] for a, b in splits if b and b[:1] != a[-1:]),
        (a + c + b[1:] for a, b in splits if b for c in _ALPHABET),
    )
    if not any(near in common for near in other):
        return False
    slips = chain(
        (a + b[1:] for a, b in splits if b and b[:1] == a[-1:]),
        (a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1),
        (a + c + b for a, b in splits for c in _ALPHABET),
    )
    return not any(near in common for near in slips)


_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def _file(words: Mapping[str, str], common: Mapping[str, str]) -> bytes:
    tables = [_table(words), _table(common), _table({word[::-1]: grade for word, grade in common.items()})]
    at = len(wordlist.MAGIC) + 4 * len(tables)
    head = bytearray(wordlist.MAGIC)
    for table in tables:
        head += at.to_bytes(4, "little")
        at += len(table)
    return bytes(head) + b"".join(tables)


def _table(words: Mapping[str, str]) -> bytes:
    """Returns an index and lines; an offset of the index is that of the line end before the first word of its bucket."""
    text = bytearray(b"\n")
    firsts: dict[int, int] = {}
    for word in sorted(words):
        firsts.setdefault(_bucket(word), len(text) - 1)
        text += f"{word}{words[word]}\n".encode()
    index = []
    at = len(text) - 1
    for bucket in range(wordlist.BUCKETS, -1, -1):
        at = firsts.get(bucket, at)
        index.append(at.to_bytes(4, "little"))
    return b"".join(reversed(index)) + bytes(text)


def _bucket(word: str) -> int:
    a, b, c = word[:3].encode()
    return ((a - 97) * 26 + b - 97) * 26 + c - 97


if __name__ == "__main__":
    main(*sys.argv[1:])
