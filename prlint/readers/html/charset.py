"""Bytes of a page to text: what is declared counts for less than what the bytes are."""

from __future__ import annotations

import codecs

from prlint.text.decode import Undecodable
from prlint.text.decode import decoded as plainly_decoded
from prlint.text.patterns import pattern

#: A declaration stands within the first kilobytes.
_DECLARED = pattern(
    r"<(?:meta|\?xml)\b[^<>]{0,300}?\b(?:charset|encoding)\s*+=\s*+[\"']?\s*+(?P<name>[\w.:-]{2,40})", "i"
)
#: Encodings that may be believed; names of codecs that are none (hex, rot13, unicode_escape) are not among them.
_KNOWN = pattern(
    r"(?:windows|cp)-?12[5]\d|windows-874|iso-?8859-\d{1,2}|latin-?\d|koi8-[ru]|macintosh|shift[_-]?jis|sjis|euc-(?:jp|kr)|gb2312|gbk|gb18030|big5"
)
#: What Latin-1 is called; a browser reads Windows-1252.
_LATIN = pattern(r"(?:windows|cp)-?1252|iso-?8859-1|latin-?1")

#: Single bytes that are no UTF-8, as Python keeps them, to what they are in Windows-1252.
_STRAY = {
    0xDC00 + byte: bytes((byte,)).decode("windows-1252", "replace").replace("\ufffd", chr(byte))
    for byte in range(0x80, 0x100)
}

_CONTROLS = bytes((*range(0x01, 0x09), *range(0x0E, 0x1A), *range(0x1B, 0x20)))
#: Of a page, this part may be null bytes or controls that somebody's tool left; with more it is no text.
_NULLS = 0.01


def decoded(data: bytes) -> str:
    """Returns the text: UTF-8 where the bytes are, else as declared; in UTF-8 with stray bytes those are Windows-1252.

    A byte-order mark is not part of the text. Raises Undecodable for binary data.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return plainly_decoded(data)
    data = data.removeprefix(codecs.BOM_UTF8)
    nulls = data.count(0)
    if nulls > _NULLS * len(data):
        return plainly_decoded(data)  # UTF-16, or an error
    if len(data) - len(data.translate(None, _CONTROLS)) > _NULLS * len(data):
        raise Undecodable("this is binary data, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    found = _DECLARED.search(data[:4096].decode("latin-1"))
    name = found.group("name").lower() if found else ""
    if name and _KNOWN.fullmatch(name) and not _LATIN.fullmatch(name):
        try:
            return data.decode(name, "replace")
        except LookupError:
            pass
    return data.decode("utf-8", "surrogateescape").translate(_STRAY)
