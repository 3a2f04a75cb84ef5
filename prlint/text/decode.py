"""Bytes to text, exactly, with the encodings that drafts come in."""

from __future__ import annotations

import codecs


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
