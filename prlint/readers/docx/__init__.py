"""Word: the text with all changes accepted, one paragraph a line.

Inserted words are in the text, deleted and hidden ones are not; of a field
only its result is. A row of a table is a line with ` | ` between its cells; a
table that only lays out text (one column, or whole paragraphs in its cells) is
read as paragraphs. Text boxes, notes, headers and footers follow the text, in
zones of their own. What Word keeps beside the text (tracked changes, comments,
hidden words, highlight, links) is in the document's markings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.assemble import assemble

if TYPE_CHECKING:
    from prlint.document import Document

FORMAT = "docx"
SUFFIXES = (".docx", ".docm")

_OLE = b"\xd0\xcf\x11\xe0"
#: Names of streams in an OLE container, as its directory has them.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
#: How a text of LibreOffice begins, behind the 30 bytes of its first entry's head.
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."


def recognises(data: bytes) -> bool:
    """Says whether these bytes are a Word file, an old or an encrypted one or an OpenDocument in its place among them."""
    if data.startswith(_OLE):
        return _ENCRYPTED in data or _OLD_WORD in data
    if data.startswith(_OPEN_DOCUMENT, 30):
        return True
    return data.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in data and b"word/" in data


def read(path: str, data: bytes) -> Document:
    """Returns the document; raises ValueError where the file is protected, damaged, too large or no Word file."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise ValueError("this Word file is password-protected; save a copy without a password")
        raise ValueError("this is a Word file of the old format (.doc); save it as .docx")
    if data.startswith(_OPEN_DOCUMENT, 30):
        raise ValueError("this is an OpenDocument file (.odt), which is not read; save it as .docx")
    # What follows takes time to import, and only those who have Word files pay for it.
    from prlint.readers.docx.flow import flow
    from prlint.readers.docx.package import Package

    found = flow(Package(data))
    return assemble(
        path=path,
        data=data,
        format=FORMAT,
        text=found.text,
        pieces=found.pieces,
        anchors=found.anchors,
        markings=found.markings,
    )
