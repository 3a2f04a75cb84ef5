"""From the paths that a user names to sources: files, folders, standard input.

Nothing is left out silently: what cannot be read is an error of the run, and
what was passed over for a reason is a notice. The rest is read.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint import registry
from prlint.engine import Source
from prlint.report import RunError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import BinaryIO

#: Bytes of one release; the longest seen has a twentieth of it.
SIZE_LIMIT = 4_000_000
#: Bytes of one that may hold pictures: a Word file, a PDF or a submission to EDGAR.
PACKED_LIMIT = 40_000_000
_PACKED = (b"PK\x03\x04", b"%PDF", b"<SEC-DOCUMENT>", b"<SUBMISSION>", b"-----BEGIN PRIVACY-ENHANCED")

#: How files end that may well be drafts, and that no reader reads.
_UNREAD = (".doc", ".odt", ".rtf", ".pages", ".wpd")

STDIN = "-"


class Inputs(NamedTuple):
    """What was read, and what was not."""

    sources: tuple[Source, ...] = ()
    errors: tuple[RunError, ...] = ()
    notices: tuple[str, ...] = ()


class Passed(NamedTuple):
    """What a profile has passed over: absolute path of its folder, its `exclude` patterns, its archive's real path."""

    folder: str = ""
    exclude: tuple[str, ...] = ()
    archive: str = ""


def passed(profile_path: str | None, profile: Mapping[str, Any]) -> Passed:
    """Returns what the profile at `profile_path` passes over."""
    if profile_path is None:
        return Passed()
    archive = profile.get("archive")
    return Passed(
        os.path.dirname(os.path.abspath(profile_path)),
        tuple(profile.get("exclude", ())),
        os.path.realpath(archive) if archive else "",
    )


def files(paths: Iterable[str]) -> tuple[list[tuple[str, str]], list[RunError], list[str]]:
    """Returns the files at the paths, each once, with the path that it was named by; errors; notices.

    A folder stands for its releases, those of its subfolders among them,
    sorted by path; hidden ones are passed over. A symbolic link in it is
    followed when it leads to a file in the same folder, and not out of it.
    """
    found: list[tuple[str, str]] = []
    errors: list[RunError] = []
    notices: list[str] = []
    seen: set[str] = set()
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            below = list(_below(path, errors, notices))
            if not below:
                notices.append(f"{path} holds no release ({', '.join(_suffixes())})")
        else:
            below = [path]
        for file in below:
            whole = file if file == STDIN else os.path.realpath(file)
            if whole not in seen:
                seen.add(whole)
                found.append((file.replace(os.sep, "/"), path.replace(os.sep, "/")))
    return found, errors, notices


def file_holding(document: str) -> str:
    """Returns the file that a document was read from; a release within a file is named after it: "filing.txt#EX-99.1"."""
    return document if os.path.exists(document) else document.rpartition("#")[0] or document


def excluded(path: str, rules: Passed) -> bool:
    """Says whether a profile's `exclude` holds a file; `*` matches across folders as well."""
    if path == STDIN or not rules.exclude:
        return False
    from fnmatch import fnmatchcase

    relative = os.path.relpath(os.path.abspath(path), rules.folder).replace(os.sep, "/")
    return any(
        fnmatchcase(relative, pattern) or relative.startswith(pattern.rstrip("/") + "/") for pattern in rules.exclude
    )


def in_archive(path: str, rules: Passed) -> bool:
    """Says whether a file lies in the profile's archive."""
    if path == STDIN or not rules.archive:
        return False
    whole = os.path.realpath(path)
    return whole == rules.archive or whole.startswith(os.path.join(rules.archive, ""))


def read(paths: Iterable[str], contents: Mapping[str, bytes] = {}) -> Inputs:
    """Reads files; one that cannot be read is an error, one without a word a notice.

    `contents` stands for what a file holds, by its path.
    """
    sources, errors, notices = [], [], []
    for path in paths:
        try:
            data = contents[path] if path in contents else _bytes(path)
        except OSError as problem:
            errors.append(unreadable(path, f"cannot be read: {problem.strerror or problem}"))
            continue
        except ValueError as problem:  # a path that cannot be one
            errors.append(unreadable(path, f"cannot be read: {problem}"))
            continue
        limit = _limit(data)
        if len(data) > limit:
            errors.append(unreadable(path, f"is larger than {limit // 1_000_000} MB: not a release"))
            continue
        if not data.strip():
            notices.append(f"{path} is empty: there was nothing to check")
        sources.append(Source(path, data))
    return Inputs(tuple(sources), tuple(errors), tuple(notices))


def unreadable(path: str, message: str) -> RunError:
    """Returns the error for a file that is left out."""
    return RunError("unreadable-input", message, document=path)


def _bytes(path: str) -> bytes:
    if path == STDIN:
        return _read(sys.stdin.buffer)
    with open(path, "rb") as stream:
        return _read(stream)


def _read(stream: BinaryIO) -> bytes:
    """Reads a file up to its limit, and one byte more where it is longer."""
    data = stream.read(SIZE_LIMIT + 1)
    more = _limit(data) - SIZE_LIMIT
    return data + stream.read(more) if more and len(data) > SIZE_LIMIT else data


def _limit(data: bytes) -> int:
    return PACKED_LIMIT if data.startswith(_PACKED) else SIZE_LIMIT


def _suffixes() -> tuple[str, ...]:
    """Returns the suffixes by which a release is known in a folder."""
    return tuple(
        sorted({suffix for name in registry.names("readers") for suffix in registry.load("readers", name).SUFFIXES})
    )


def _below(root: str, errors: list[RunError], notices: list[str]) -> Iterator[str]:
    """Yields the releases of a folder, sorted by path."""
    within = os.path.join(os.path.realpath(root), "")
    suffixes = _suffixes()
    waiting = [root]
    found = []
    unread: list[str] = []
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as problem:
            errors.append(unreadable(folder, f"cannot be read: {problem.strerror}"))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            elif entry.name.lower().endswith(_UNREAD) and not entry.name.startswith("~"):
                unread.append(entry.path)
            elif entry.name.lower().endswith(suffixes):
                if entry.is_symlink() and not os.path.realpath(entry.path).startswith(within):
                    notices.append(f"{entry.path} leads out of {root}: not checked")
                elif entry.is_symlink() and os.path.isdir(entry.path):
                    continue  # a folder of this tree, which is read under its own name
                elif not entry.is_file() and os.path.exists(entry.path):
                    notices.append(f"{entry.path} is a pipe, socket or device: not checked")  # it may never end
                else:
                    found.append(entry.path)
    if unread:
        first = min(unread).replace(os.sep, "/")
        others = f" and {len(unread) - 1} more" if len(unread) > 1 else ""
        notices.append(f"not read: {first}{others} (save as .docx)")
    yield from sorted(found, key=lambda path: path.replace(os.sep, "/").split("/"))
