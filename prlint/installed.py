"""What other distributions registered with prlint, remembered between runs.

Asking `importlib.metadata` for entry points costs several times what Python
itself costs to start, so its answer is kept in the cache folder. The answer
holds as long as the entries of `sys.path` and their times of change are the
same: whatever is installed or removed there adds or removes a `.dist-info`
folder, and that changes the time. It is kept as lines of text, which can do
nothing when they are read.
"""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

from prlint.paths import cache_folder
from prlint.version import __version__

#: What can be registered; the entry points are those of `prlint.kinds` and so on.
GROUPS = ("extractors", "kinds", "readers", "reporters")


class Registration(NamedTuple):
    """An entry point: `target` is `module` or `module:attribute`, `distribution` its name and version."""

    group: str
    name: str
    target: str
    distribution: str


def registrations(path: tuple[str, ...]) -> tuple[Registration, ...]:
    """Returns what the distributions on `path` (the entries of `sys.path`) registered, sorted."""
    key = _key(path)
    try:
        file = os.path.join(cache_folder(), _file_name(path))
    except OSError:
        return _ask()  # without a cache the answer is the same, only slower
    kept = _kept(file, key)
    if kept is None:
        kept = _ask()
        _keep(file, key, kept)
    return kept


def _key(path: tuple[str, ...]) -> str:
    """Returns one line that changes whenever the answer might."""
    parts = [__version__, sys.version]
    for entry in path:
        try:
            changed = os.stat(entry or os.curdir).st_mtime_ns
        except OSError:
            changed = 0  # Python passes over an entry that is not there, and so does the question
        # An empty entry is the working folder, whichever that is today.
        parts.append(f"{entry or os.getcwd()}={changed}")
    return ascii(parts)


def _file_name(path: tuple[str, ...]) -> str:
    """Returns the file for this `sys.path`; a clash of sums costs a miss, as the file holds the whole key."""
    from zlib import crc32

    return f"registered-{crc32(ascii(path).encode()):08x}"


def _kept(file: str, key: str) -> tuple[Registration, ...] | None:
    """Returns what was kept under `key`, None where nothing was or it cannot be read."""
    try:
        with open(file, encoding="ascii", newline="\n") as stream:
            lines = stream.read().split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    # The last line is empty once a file was written to its end.
    if lines[0] != key or lines[-1]:
        return None
    rows = [line.split("\t") for line in lines[1:-1]]
    if any(len(row) != len(Registration._fields) for row in rows):
        return None
    return tuple(Registration(*row) for row in rows)


def _keep(file: str, key: str, found: tuple[Registration, ...]) -> None:
    """Writes the answer whole or not at all."""
    text = "\n".join([key, *("\t".join(row) for row in found), ""])
    partial = f"{file}.{os.getpid()}"
    try:
        with open(partial, "w", encoding="ascii", newline="\n") as stream:
            stream.write(text)
        os.replace(partial, file)
    except (OSError, UnicodeEncodeError):
        # A full disk, or names that are not ASCII: the next run asks again.
        if os.path.exists(partial):
            os.unlink(partial)


def _ask() -> tuple[Registration, ...]:
    from importlib.metadata import entry_points

    found = set()
    for group in GROUPS:
        for entry in entry_points(group=f"prlint.{group}"):
            owner = f"{entry.dist.name} {entry.dist.version}" if entry.dist else "a distribution without a name"
            row = (group, entry.name, entry.value, owner)
            # A tab or a line end would break the file that this is kept in; neither is in any name that is accepted.
            found.add(Registration(*(" ".join(cell.split()) for cell in row)))
    return tuple(sorted(found))
