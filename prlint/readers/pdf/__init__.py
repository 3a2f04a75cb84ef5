"""PDF: the text of a proof in the order in which it is read, one paragraph a line.

Lines are put together from the places of the letters, columns told by the gaps
between them, paragraphs by spacing, indents and lines that stop short. Words
hyphenated at the end of a line are whole again, and a paragraph goes on in the
next column or on the next page. What is repeated at the top or foot of pages
follows the text, in a zone of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.assemble import assemble

if TYPE_CHECKING:
    from prlint.document import Document

FORMAT = "pdf"
SUFFIXES = (".pdf",)

#: Bytes before its mark that a file may have and still be a PDF to every program that opens one.
_MARK_WITHIN = 1024


def recognises(data: bytes) -> bool:
    """Says whether these bytes are a PDF."""
    return b"%PDF-" in data[:_MARK_WITHIN]


def read(path: str, data: bytes) -> Document:
    """Returns the document; raises ValueError where the file is protected, damaged, without text or too large."""
    # What follows takes time to import, and only those who have PDF files pay for it.
    from prlint.readers.pdf.flow import flow
    from prlint.readers.pdf.letters import pages
    from prlint.readers.pdf.margins import parted
    from prlint.readers.pdf.order import laid_out

    bodies, margins = parted(pages(data))
    found = flow(laid_out(bodies), margins)
    return assemble(path=path, data=data, format=FORMAT, text=found.text, pieces=found.pieces, anchors=found.anchors)
