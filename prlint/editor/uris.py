"""Paths as the protocol writes them, and back."""

from __future__ import annotations

import os
from urllib.parse import unquote, urlsplit

from pygls.uris import from_fs_path, to_fs_path

from prlint.inputs import file_holding


def path_of(uri: str) -> str:
    """Returns the path of a file's URI; of a text that is in no file yet, a name in the working folder."""
    if urlsplit(uri).scheme == "file":
        return to_fs_path(uri) or uri
    return os.path.basename(unquote(urlsplit(uri).path)) or "untitled"


def uri_of(path: str) -> str:
    """Returns the URI of a file; a release within a file has that of the file."""
    path = file_holding(path)
    return from_fs_path(os.path.abspath(path)) or path
