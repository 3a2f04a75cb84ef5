"""EDGAR's own files: a full submission with all of its documents, and one document in its wrapper.

The releases in it are the exhibits 99. Each is a part of its own, read as HTML
or as plain text. What stands before it in the file is blanked out and not cut
off, so that lines, columns and offsets are those of the file itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint import registry
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.document import Document

#: The files end in .txt and .htm, which are plain text and HTML: they are known by how they begin.
SUFFIXES: tuple[str, ...] = ()

_WHOLE = (b"<SEC-DOCUMENT>", b"<SUBMISSION>", b"<IMS-DOCUMENT>", b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----")
_ONE = b"<DOCUMENT>"
_END = b"</DOCUMENT>"
_TYPE = pattern(r"<TYPE>[ \t]*+(?P<type>[^\s<]{1,40})", "i")
_TEXT = pattern(r"<TEXT>", "i")
_TEXT_END = pattern(r"</TEXT>", "i")
_FILED = pattern(r"(?:FILED AS OF DATE:|<FILING-DATE>)\s*+(?P<date>(?:19|20)\d{6})\b", "i")
#: Not text at all: PDF and pictures in letters, and data that is tagged for machines.
_CODED = pattern(r"\s*+(?:<(?:PDF|XML|ZIP|JSON|EXCEL)>|begin [0-7]{3} )", "i")
_TAGGED = pattern(r"<(?:!doctype html|html|body|div|font|br|td|p)\b", "i")
#: What marks pages, tables and their columns in a plain text; nobody reads it.
_MARKS = pattern(r"</?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d{1,2})>", "i")

#: Where the wrapper of a document, and its first tag, are looked for.
_HEAD, _BEGINNING = 4096, 20_000
#: Bytes of one exhibit.
_LARGEST = 4_000_000


class _Exhibit(NamedTuple):
    """A document of the file: its type, and where its text stands in the bytes."""

    type: str
    start: int
    end: int


def recognises(data: bytes) -> bool:
    """Says whether a file is a submission, or one document of it in its wrapper."""
    begin = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().upper()
    return begin.startswith((*_WHOLE, _ONE))


def parts(path: str, data: bytes) -> list[tuple[str, bytes, str, str | None]]:
    """Returns the exhibits 99 as `path#EX-99.1`: path, bytes, format, and the day of filing where the header has it.

    One document in its wrapper keeps its path, whatever its type. Raises
    ValueError where there is none, or none that is text, and for a submission
    that ends within a document.
    """
    documents = list(_documents(data))
    whole = not data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().upper().startswith(_ONE) or len(documents) > 1
    if whole and documents and data.rfind(_END) < documents[-1].start:
        raise ValueError(f"this EDGAR submission is damaged: it ends in its {documents[-1].type}; download it again")
    found = [one for one in documents if one.type.startswith("EX-99")] if whole else documents
    if not found:
        types = ", ".join(dict.fromkeys(one.type for one in documents)) or "no document"
        raise ValueError(f"this EDGAR submission has no exhibit 99, which a press release would be: it has {types}")
    readable = [(one, format) for one in found if (format := _format(data, one))]
    if not readable:
        raise ValueError(f"the {found[0].type} of this EDGAR file is no text, but a PDF, a picture or data")
    for one, _ in readable:
        if one.end - one.start > _LARGEST:
            raise ValueError(
                f"the {one.type} of this EDGAR file is larger than {_LARGEST // 1_000_000} MB: not a release"
            )
    filed = _filed(data)
    made: list[tuple[str, bytes, str, str | None]] = []
    taken: dict[str, int] = {}
    for one, format in readable:
        taken[one.type] = taken.get(one.type, 0) + 1
        again = f"-{taken[one.type]}" if taken[one.type] > 1 else ""
        text = _unmarked(data[one.start : one.end]) if format == "text" else data[one.start : one.end]
        made.append((f"{path}#{one.type}{again}" if whole else path, _blank(data, one.start) + text, format, filed))
    return made


def read(path: str, data: bytes) -> Document:
    """Returns the document of a file that holds one; raises ValueError where it holds several, which `parts` gives."""
    found = parts(path, data)
    if len(found) > 1:
        raise ValueError(f"this EDGAR submission holds several releases: {', '.join(part[0] for part in found)}")
    path, data, format, _ = found[0]
    return registry.load("readers", format).read(path, data)


def _documents(data: bytes) -> Iterator[_Exhibit]:
    """Yields the documents in order; one that is not closed ends with the file."""
    at = data.find(_ONE)
    while at >= 0:
        end = data.find(_END, at)
        end = len(data) if end < 0 else end
        head = data[at : min(at + _HEAD, end)].decode("latin-1")
        type = _TYPE.search(head)
        text = _TEXT.search(head)
        if type and text:
            start = at + text.end()
            tail = data[max(start, end - 200) : end].decode("latin-1")
            close = _TEXT_END.search(tail)
            yield _Exhibit(type["type"].upper(), start, end - len(tail) + close.start() if close else end)
        at = data.find(_ONE, end)


def _format(data: bytes, one: _Exhibit) -> str:
    """Returns the format of a document's text; empty for what is no text."""
    begin = data[one.start : min(one.end, one.start + _BEGINNING)].decode("latin-1")
    if not begin.strip() or _CODED.match(begin):
        return ""
    return "html" if _TAGGED.search(begin) else "text"


def _filed(data: bytes) -> str | None:
    """Returns the ISO date of filing that stands in the header."""
    begin = data.find(_ONE)
    found = _FILED.search(data[: min(begin, _BEGINNING) if begin >= 0 else _BEGINNING].decode("latin-1"))
    if found is None:
        return None
    day = found["date"]
    iso = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    from datetime import date

    try:
        date.fromisoformat(iso)
    except ValueError:
        return None
    return iso


_SPACES = bytes(byte if byte in b"\r\n" else 0x20 for byte in range(256))
#: Bytes that go on with a code point in UTF-8: they count as nothing.
_GOING_ON = bytes(range(0x80, 0xC0))


def _blank(data: bytes, end: int) -> bytes:
    """Returns the file's beginning with a space for each code point; line ends stay."""
    before = data[:end].removeprefix(b"\xef\xbb\xbf")
    if not before.isascii():
        try:
            data.decode("utf-8")
            return before.translate(_SPACES, _GOING_ON)
        except UnicodeDecodeError:
            pass
    return before.translate(_SPACES)


def _unmarked(text: bytes) -> bytes:
    """Returns a plain text with EDGAR's marks blanked out; Latin-1 keeps every byte where it is."""
    plain = text.decode("latin-1")
    kept: list[str] = []
    at = 0
    for mark in _MARKS.finditer(plain):
        kept += (plain[at : mark.start()], " " * len(mark.group()))
        at = mark.end()
    return "".join((*kept, plain[at:])).encode("latin-1")
