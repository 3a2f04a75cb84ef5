"""Files that are there whole or not at all."""

from __future__ import annotations

import os


def write(path: str, data: bytes) -> None:
    """Writes `data` to `path`; an interrupted run leaves what was there before.

    What is not a regular file (a pipe, a terminal) is written to as it is. A
    symbolic link stays, and the file that it points to is replaced; its mode
    is kept. Raises OSError.
    """
    path = os.path.realpath(path)
    try:
        mode: int | None = os.stat(path).st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and (mode & 0o170000) != 0o100000:  # S_IFMT, S_IFREG
        with open(path, "wb") as stream:
            stream.write(data)
        return
    beside = f"{path}.{os.getpid()}.part"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            os.chmod(beside, mode & 0o7777)
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise
