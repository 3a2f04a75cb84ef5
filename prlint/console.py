"""What commands say to the one who called: standard output, standard error, files.

Nothing else of prlint prints.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from prlint.text.terminal import printable

if TYPE_CHECKING:
    from typing import TextIO

#: Columns where the reader is no terminal: the same everywhere.
WIDTH = 100
#: A line longer than this is hard to read, however wide the terminal.
WIDEST = 140


class Failure(Exception):
    """The run cannot go on, and it is not the program's fault; the text is for a person, `hint` may help."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def out(text: str) -> None:
    """Writes to standard output; a reader who has gone (`| head`) is no error."""
    _write(sys.stdout, text)


def err(text: str) -> None:
    """Writes to standard error what would go to standard output, were that not taken."""
    _write(sys.stderr, text)


def raw(data: bytes) -> None:
    """Writes bytes to standard output, as they are."""
    if sys.stdout is None:
        return
    sys.stdout.flush()
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _no_more(sys.stdout)


def say(text: str, hint: str = "") -> None:
    """Writes a remark for a person to standard error, with its hint on a line of its own."""
    lines = [f"prlint: {text}", *([f"  hint: {hint}"] if hint else [])]
    _write(sys.stderr, "".join(f"{printable(line)}\n" for one in lines for line in one.split("\n")))


def save(path: str, data: bytes, option: str = "") -> None:
    """Writes a file, whole or not at all; raises Failure where it cannot be written, `option` standing before its name."""
    from prlint.text import atomic

    try:
        atomic.write(path, data)
    except OSError as problem:
        raise Failure(f"{option}{path}: cannot be written: {problem.strerror}") from problem


def colour(wish: str) -> bool:
    """Says whether standard output gets colour; `wish` is auto, always or never.

    auto is for terminals only, and not where NO_COLOR is set to anything
    (no-color.org) or the terminal is a dumb one.
    """
    if wish != "auto":
        return wish == "always"
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and _is_terminal()


def width() -> int:
    """Returns the columns of the terminal, or a fixed number where standard output is none."""
    if not _is_terminal():
        return WIDTH
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return WIDTH
    # Some terminals say 0 before they are drawn.
    return min(columns, WIDEST) if columns else WIDTH


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed by the caller (`>&-`)
        return
    try:
        stream.write(text)
        stream.flush()
    except UnicodeEncodeError:
        # A terminal that cannot show a ¶ still gets all that it can show.
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        _no_more(stream)


def _no_more(stream: TextIO) -> None:
    # The interpreter flushes once more when it ends, and would complain then.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
