"""The lines of a source text, for readers whose format goes by lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


#: The widest column, in code points, that anyone wraps at; longer lines are paragraphs.
WIDEST = 200


class Line(NamedTuple):
    """`[begin, past)` is the line with its end (LF, CR or CRLF), `[start, end)` what is not blank in it."""

    begin: int
    start: int
    end: int
    past: int


def lines(text: str, begin: int, stop: int, blank: str) -> Iterator[Line]:
    """Yields the lines of `text[begin:stop]`; `blank` are the characters left out at both ends of a line."""
    returns = "\r" in text
    while begin < stop:
        end = text.find("\n", begin, stop)
        end, past = (stop, stop) if end < 0 else (end, end + 1)
        if returns:
            cr = text.find("\r", begin, end)
            if cr >= 0:
                end, past = cr, past if cr + 1 == end else cr + 1
        line = text[begin:end].lstrip(blank)
        start = end - len(line)
        yield Line(begin, start, start + len(line.rstrip(blank)), past)
        begin = past


def is_paragraph(text: str, start: int, end: int) -> bool:
    """Says whether a line is longer than any column; a long address in it does not count."""
    return end - start > WIDEST and end - start - max(map(len, text[start:end].split())) > WIDEST
