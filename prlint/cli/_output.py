"""`--output FILE`: what a command would print is written to a file instead."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint import console, inputs
from prlint.console import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable


def allowed(output: str, releases: Iterable[str]) -> None:
    """Raises Failure where the file to write is one of those that are read."""
    whole = os.path.realpath(output)
    if any(path != inputs.STDIN and os.path.realpath(path) == whole for path in releases):
        raise Failure(f"--output {output} is one of the releases: it is never overwritten")


def write(output: str, text: str) -> None:
    """Writes the file; raises Failure where that cannot be."""
    console.save(output, text.encode("utf-8", "backslashreplace"), "--output ")
