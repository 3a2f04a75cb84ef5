"""Paths as the machines of others want them: URIs, and the file that a release lies in."""

from __future__ import annotations

import os

#: Between a submission to EDGAR and the type of one of its releases: `filing.txt#EX-99.1`.
_WITHIN = "#EX-99"


def file_of(path: str) -> str:
    """Returns the file of a document, without a `./` in front: the submission, where it is a release within one."""
    file, within, _ = path.rpartition(_WITHIN)
    shown = file if within else path
    while shown.startswith("./"):
        shown = shown[2:].lstrip("/")
    return shown


def is_part(path: str) -> bool:
    """Says whether a document is a release within a file."""
    return _WITHIN in path


def reference(path: str) -> str:
    """Returns the file of a document as a URI reference (RFC 3986), percent-encoded byte by byte.

    A relative path stays one; an absolute one gets the scheme `file`.
    """
    from urllib.parse import quote

    encoded = quote(os.fsencode(file_of(path)), safe="/")
    return f"file://{encoded}" if encoded.startswith("/") else encoded
