"""HTML: exhibits as EDGAR keeps them, newsroom pages, and the pages of the wires.

`Document.text` is the decoded source as it stands: tags, entities and all, so
that every position is one in the file. The tags are read as a browser's
tokenizer reads them, which ends in linear time whatever the input is; Python's
own parser gives line and column only, can take quadratic time on unclosed
tags, and reads some of them differently from version to version.

Of a page of a site only the release is text: its story, headline and date, and
not menus, scripts, forms, share buttons, cookie notes and lists of other news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from prlint.document import Document

FORMAT = "html"
SUFFIXES = (".html", ".htm", ".xhtml")

#: A page says so at its beginning, after comments and an XML declaration.
_PAGE = pattern(
    r"(?:\s++|<\?xml\b[^<>]{0,200}\?>|<!--(?:[^-]|-(?!->)){0,4000}-->)*+<(?:!doctype html\b|html\b|head\b|body\b)", "i"
)
#: A piece of one begins with a tag, and ends with one: Markdown that begins with a tag does not.
_FRAGMENT = pattern(
    r"(?:\s++|<!--(?:[^-]|-(?!->)){0,4000}-->)*+"
    r"<(?:p|div|table|font|span|center|h[1-6]|article|section|main|header|meta|title|style|hr|br|b|strong|a|ul|ol)\b[^<]{0,4000}>",
    "i",
)


def recognises(data: bytes) -> bool:
    """Says whether a file that begins with `<` is HTML."""
    begin = data[:8192].removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    return _PAGE.match(begin) is not None or (
        _FRAGMENT.match(begin) is not None and data[-200:].rstrip(b" \t\r\n\0\x1a").endswith(b">")
    )


def read(path: str, data: bytes) -> Document:
    """Returns the document; raises ValueError for a page without text, and for what is no text at all."""
    from prlint.readers.html.article import story
    from prlint.readers.html.charset import decoded
    from prlint.readers.html.flow import flow
    from prlint.readers.html.pieces import laid_out
    from prlint.text.assemble import assemble

    text = decoded(data)
    try:
        page = flow(text)
        pieces, dropped = laid_out(page, story(page))
    except TimeoutError:  # of a pattern, on what nobody wrote by hand
        raise ValueError("this page cannot be read in reasonable time: it is too large, or damaged") from None
    if not pieces:
        raise ValueError("this page holds no text to check (a script may draw it): save the release's text instead")
    spans = [(piece.start, piece.end) for piece in pieces]
    return assemble(
        path=path,
        data=data,
        format=FORMAT,
        text=text,
        pieces=pieces,
        dropped=dropped,
        markings=page.markings_within(spans),
    )
