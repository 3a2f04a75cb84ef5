"""Bytes to text, exactly, with the encodings that drafts come in."""

from __future__ import annotations

import codecs

#: How `decoded` reads: name, Python's codec, and the mark in front.
_ENCODINGS = (
    ("UTF-8", "utf-8", b""),
    ("UTF-8", "utf-8", codecs.BOM_UTF8),
    ("windows-1252", "windows-1252", b""),
    ("UTF-16", "utf-16-le", codecs.BOM_UTF16_LE),
    ("UTF-16", "utf-16-be", codecs.BOM_UTF16_BE),
    ("UTF-16LE", "utf-16-le", b""),
    ("UTF-16BE", "utf-16-be", b""),
)


class Undecodable(ValueError):
    """The bytes are not text; the message says why, for a person."""


def decoded(data: bytes) -> str:
    """Returns the text of `data`: UTF-8 with or without BOM, UTF-16 with one, Windows-1252 as the last resort.

    Line ends stay as they are; a BOM is not part of the text. Raises
    Undecodable for what is no text in any of them (binary data).
    """
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data[3:], "utf-8")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    if b"\0" in data[:4096]:
        # UTF-16 without a BOM shows as text with a null in every second byte.
        even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
        if odd > 4 * even:
            return _strict(data, "utf-16-le")
        if even > 4 * odd:
            return _strict(data, "utf-16-be")
        raise Undecodable("this is binary data, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Windows-1252 leaves five bytes without a meaning; they count as binary data.
        return _strict(data, "windows-1252")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable(f"not text in {encoding}: byte {error.start} cannot be read") from None


def encoding_of(text: str, sha256: str) -> str | None:
    """Returns the encoding (as IANA names it) in which `text` is the bytes with this hash, None where it is in none.

    None says that the text was taken out of something else: positions in it are not those of the file.
    """
    from prlint.digest import sha256 as digest

    for name, codec, mark in _ENCODINGS:
        try:
            data = mark + text.encode(codec)
        except UnicodeEncodeError:
            continue
        if digest(data).hexdigest() == sha256:
            return name
    return None


def encoded_as(text: str, data: bytes) -> tuple[str, bytes] | None:
    """Returns the codec in which `text` is these bytes, and the mark in front of it; None where it is in none."""
    for _, codec, mark in _ENCODINGS:
        if not data.startswith(mark):
            continue
        try:
            if mark + text.encode(codec) == data:
                return codec, mark
        except UnicodeEncodeError:
            continue
    return None
