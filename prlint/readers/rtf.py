"""Rich Text is known for what it is, and not read: as plain text it would be checked with all of its mark-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prlint.document import Document

#: A folder's .rtf files are passed over; one that is named, whatever it is called, is an error.
SUFFIXES: tuple[str, ...] = ()


def recognises(data: bytes) -> bool:
    """Says whether a file is Rich Text."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def read(path: str, data: bytes) -> Document:
    """Raises ValueError: there is no reader for it."""
    raise ValueError("this is Rich Text (.rtf), which is not read; save it as .docx")
