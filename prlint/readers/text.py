"""Plain text: paragraphs parted by blank lines, wrapped or one line each.

A line end inside a paragraph is a wrap, and reads as a space, where the next
line's first word would not have fitted or goes on in lower case, or where the
line ends with a word that ends none; otherwise the lines are lines of their own
(a contact block, an address).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.assemble import Piece, assemble
from prlint.text.breaks import hangs
from prlint.text.decode import decoded
from prlint.text.lines import lines
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from prlint.document import Document

FORMAT = "text"
SUFFIXES = (".txt", ".text")

_BLANK = " \t\u00a0\u3000\f"
_ITEM = pattern(r"(?:[•●◦▪‣·*–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t]++(?=\S)")
_GOES_ON = pattern(r"\p{Ll}[\p{L}'’-]*[.,;]?")  # no address: neither @ nor a stop inside
_RULE = pattern(r"[-=_*#~ ]{3,}")

#: The narrowest column, in code points, that counts as wrapped.
NARROWEST = 60
#: The widest; where lines are longer, each is a paragraph.
_WIDEST = 110


def read(path: str, data: bytes) -> Document:
    """Returns the document; raises `Undecodable` for what is no text."""
    text = decoded(data)
    pieces: list[Piece] = []
    group: list[tuple[int, int]] = []
    for _, start, end, _ in lines(text, 0, len(text), _BLANK):
        if start < end:
            group.append((start, end))
        else:
            pieces += _paragraphs(text, group)
            group = []
    pieces += _paragraphs(text, group)
    return assemble(path=path, data=data, format=FORMAT, text=text, pieces=pieces)


def _paragraphs(text: str, lines: list[tuple[int, int]]) -> list[Piece]:
    """Returns the pieces of a run of lines without a blank one among them."""
    width = max([NARROWEST, *(end - start for start, end in lines)])
    pieces: list[Piece] = []
    last = (0, 0)
    for start, end in lines:
        kind = "item" if _ITEM.match(text, start, end) else "rule" if _RULE.fullmatch(text, start, end) else "paragraph"
        if pieces and kind == "paragraph" and pieces[-1].kind != "rule" and _wrapped(text, last, start, end, width):
            pieces[-1] = pieces[-1]._replace(end=end)
        else:
            pieces.append(Piece(kind, start, end))
        last = (start, end)
    return pieces


def _wrapped(text: str, previous: tuple[int, int], start: int, end: int, width: int) -> bool:
    word = text.find(" ", start, end)
    first = text[start : word if word >= 0 else end]
    fits = previous[1] - previous[0] + 1 + len(first) <= width
    long = previous[1] - previous[0] >= NARROWEST and text[previous[1] - 1].isdigit()
    if not fits or (
        _GOES_ON.fullmatch(first) is not None
        and (text[previous[1] - 1].isalpha() or text[previous[1] - 1] == "," or long)
    ):
        return True
    # Wraps are ragged where a long word was hyphenated or a name kept whole.
    return previous[1] - previous[0] >= NARROWEST and width <= _WIDEST and hangs(text[previous[0] : previous[1]])
