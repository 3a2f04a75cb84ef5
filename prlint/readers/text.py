"""Plain text: paragraphs parted by blank lines, wrapped or one line each.

A line end inside a paragraph is a wrap, and reads as a space, where the next
line's first word would not have fitted or goes on in lower case, or where a
line ends with a word that ends none; otherwise the lines are lines of their own
(a contact block, an address).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.assemble import Piece, assemble
from prlint.text.breaks import cut, hangs
from prlint.text.decode import decoded
from prlint.text.lines import WIDEST, lines
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from prlint.document import Document

FORMAT = "text"
SUFFIXES = (".txt", ".text")

_BLANK = " \t\u00a0\u3000\f"
_ITEM = pattern(r"(?:[•●◦▪‣·*–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t]++(?=\S)")
_GOES_ON = pattern(r"\p{Ll}[\p{L}'’-]*[,;.:]?")  # no address: neither @ nor a stop inside
_LAST = pattern(r"\p{Ll}[\p{L}'’-]*\.(?= \p{Lu}|$)")
#: A line of a headline in capitals that goes on in the next: "ARDENTA REPORTS", "AN INCREASE OF 17%".
_HEAD_GOES_ON = pattern(
    r"[^\p{Ll}\n]*(?:\b(?:REPORTS?|ANNOUNCES?|DECLARES?|RECEIVES?|COMPLETES?|APPOINTS?|NAMES|AND|OR|OF|FOR|IN|THE|TO|WITH|AN?|ON|BY|FROM|AT|ITS)|\d%|,)"
)
_CAPITALS = pattern(r"[^\p{Ll}\n]*\p{Lu}{3}[^\p{Ll}\n]*")
_RULE = pattern(r"[-=_*#~ ]{3,}")

#: The narrowest column, in code points, that counts as wrapped.
NARROWEST = 60
#: The widest in which a line that breaks off was wrapped; in a longer one the paragraph itself was broken.
_WIDEST_RAGGED = 120
#: Code points of a line that is more than an entry in a list of names.
_RUNNING = 20


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
        if (
            pieces
            and kind == "paragraph"
            and pieces[-1].kind != "rule"
            and _wrapped(text, pieces[-1].start, last, start, end, width)
        ):
            pieces[-1] = pieces[-1]._replace(end=end)
        else:
            pieces.append(Piece(kind, start, end))
        last = (start, end)
    return pieces


def _wrapped(text: str, opened: int, previous: tuple[int, int], start: int, end: int, width: int) -> bool:
    """Says whether a line goes on with the one before it, in a paragraph that began at `opened`.

    A page's own lines are ragged: they part where its source had been wrapped, and there a line may break off long
    before it is full.
    """
    word = text.find(" ", start, end)
    first = text[start : word if word >= 0 else end]
    long = previous[1] - previous[0]
    if _HEAD_GOES_ON.fullmatch(text, *previous) and _CAPITALS.fullmatch(text, start, end):
        return True
    # In wider lines than anyone wraps at, each is a paragraph; the longest is no column.
    if width <= WIDEST and long + 1 + len(first) > width:
        return True
    last = text[previous[1] - 1]
    goes_on = _GOES_ON.fullmatch(first) is not None
    if goes_on and (last.isalpha() or last in ",(=&%)" or (2 * long >= NARROWEST and last.isdigit())):
        return True
    before = text[opened : previous[1]]
    if width > _WIDEST_RAGGED or len(before) < _RUNNING:
        return False
    if hangs(before) or cut(before, text[start:end]):
        return True
    return last not in ".!?:" and (_LAST.match(text, start, end) is not None or (goes_on and end - start >= _RUNNING))
