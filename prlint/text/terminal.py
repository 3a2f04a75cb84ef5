"""Text as a terminal shows it: what may be printed, how wide it is, where it breaks.

Everything that comes from a draft passes `printable` before it reaches a
terminal. Widths are columns of a terminal: two for wide East Asian characters,
none for combining marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def printable(text: str) -> str:
    """Returns `text` with nothing in it that steers a terminal.

    White space of any sort is a space. Control characters, overrides of the
    writing direction, invisible characters, surrogates and private ones are
    shown by number, `<U+202E>`: a defect that cannot be seen would be worse.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c.isspace() and c > "\x08" else f"<U+{ord(c):04X}>" for c in text)


def counted(number: int, word: str, words: str = "") -> str:
    """Returns a number with its word: "1 release", "2 releases"; `words` are several where that is not the word and an s."""
    return f"{number} {word if number == 1 else words or f'{word}s'}"


def width(text: str) -> int:
    """Returns the columns that printable `text` takes."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width  # 1 MB of tables, for the lines that need them

    columns = 0
    for character in text:
        if character < "\u0300":
            columns += 1
        elif category(character) not in ("Mn", "Me"):
            columns += 2 if east_asian_width(character) in "WF" else 1
    return columns


def clip(text: str, columns: int) -> str:
    """Returns the beginning of `text` that fits, with … for what was cut."""
    if width(text) <= columns:
        return text
    low, high = 0, min(len(text), max(columns, 0))
    # A prefix never gets narrower by growing, combining marks included.
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle]) <= columns - 1:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def wrap(words: Iterable[str], columns: int, first: int = 0) -> list[str]:
    """Joins `words` with spaces into lines of at most `columns`; a longer word stands alone.

    `first` columns of the first line are taken already.
    """
    lines: list[str] = []
    line = ""
    used = first
    for word in words:
        space = width(word) + bool(line)
        if used + space > columns and (line or (used and not lines)):
            lines.append(line)
            line = word
            used = width(word)
        else:
            line = f"{line} {word}" if line else word
            used += space
    lines.append(line)
    return lines
