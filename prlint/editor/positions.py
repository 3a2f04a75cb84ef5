r"""From offsets in a draft to the protocol's positions, and back.

A position is a line and a column, both from 0. Lines end at \n, \r\n or \r
and nowhere else; columns are counted in the units that client and server
agreed on: UTF-16 code units where nothing else was said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Callable

_LINE_END = re.compile(r"\r\n|\n|\r")

#: How many units a piece of text takes, by encoding.
_UNITS: dict[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text) + sum(character > "\uffff" for character in text),
    "utf-32": len,
}


class Positions:
    """The lines of one text."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        """`encoding` is utf-8, utf-16 or utf-32."""
        self._text = text
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._units = _UNITS[encoding]

    def at(self, offset: int) -> types.Position:
        """Returns the position of a code point."""
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._units(self._text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> types.Range:
        """Returns the range of code points `[start, end)`."""
        return types.Range(self.at(start), self.at(end))

    def offset(self, position: types.Position) -> int:
        """Returns the code point at a position; beyond a line's end its end, within a character its beginning."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        end = self._starts[position.line + 1] if position.line + 1 < len(self._starts) else len(self._text)
        units = 0
        for offset in range(start, end):
            units += self._units(self._text[offset])
            if units > position.character or self._text[offset] in "\r\n":
                return offset
        return end
