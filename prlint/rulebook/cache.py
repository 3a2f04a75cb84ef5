"""The compiled rulebook, kept in one file between runs.

It holds the checked rules (without their examples, which no check needs), the
lists, and the compiled form of every pattern that was used, those of
extractors and kinds too. It is good for one set of folders, for the content of
the files in them, and for the versions of regex, Python and prlint. Whether
the content is the same is read from the files' sizes and times; where those
differ, or are too fresh to be trusted, from the content itself.

What is read is a pickle, and so it is only read from a folder that nobody else
can write to, by an unpickler that makes nothing but the records of rules.
Anything wrong with the file means that there is no cache, never an error.
"""

from __future__ import annotations

import os
import sys
from _pickle import Unpickler, UnpicklingError
from binascii import crc32
from typing import TYPE_CHECKING, Any

from prlint.rulebook.model import Origin, Rulebook
from prlint.text import patterns
from prlint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prlint.rulebook.files import File

#: Changes when rules are kept in another form.
_FORMAT = 6

#: Nanoseconds within which a file may change twice without changing its time, on any file system in use.
_FRESH = 2_000_000_000

#: What the unpickler may make: the records that rules consist of, and patterns that are not compiled yet.
_ADMITTED = frozenset(
    {
        ("prlint.text.patterns", "Pattern"),
        *(("prlint.rulebook.model", name) for name in ("Outcome", "Phrase", "Reference", "Rule", "Unless", "Zones")),
        *(("prlint.rulebook.fact", name) for name in ("Fact", "Reader")),
        *(("prlint.rulebook.columns", name) for name in ("Column", "Columns")),
        ("prlint.rulebook.slots", "Slot"),
    }
)


class _Stream:
    """What an unpickler reads from, without copying."""

    def __init__(self, data: bytes) -> None:
        self._data = memoryview(data)
        self._at = 0

    def read(self, size: int) -> bytes:
        self._at += size
        return bytes(self._data[self._at - size : self._at])

    def readline(self) -> bytes:
        # Only the text protocol has lines, and nothing here is written in it.
        raise UnpicklingError


class _Careful(Unpickler):
    def find_class(self, module: str, name: str, /) -> Any:
        if (module, name) not in _ADMITTED:
            msg = f"{module}.{name} is not admitted"
            raise UnpicklingError(msg)
        return super().find_class(module, name)


def place(folder: str, roots: Sequence[str], builtin: str) -> str:
    """Returns the file in the cache folder for a set of roots."""
    key = "\0".join(os.path.abspath(root) for root in [builtin, *roots])
    data = key.encode("utf-8", "surrogateescape")
    # A clash of the two sums would cost a miss: the paths are part of the stamp.
    return os.path.join(folder, f"rules-{crc32(data):08x}{len(data):x}.cache")


def stamp(files: Sequence[File]) -> tuple[object, ...]:
    """Returns what must be the same for kept rules to hold: the versions, our own code, and the files."""
    code: list[tuple[str, int, int]] = []
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    # A rule was checked by this code against these kinds and extractors. In an installed prlint they
    # change with its version; in a source tree they change under one version.
    for room in ("extractors", "kinds", "rulebook"):
        code += _code(os.path.join(package, room), room)
    versions = (_FORMAT, __version__, sys.version, patterns.engine_version())
    return versions, tuple(sorted(code)), tuple(tuple(file) for file in files)


def _code(folder: str, shown: str) -> Iterator[tuple[str, int, int]]:
    """Yields name, size and time of each file of code; a kind or an extractor may be a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                found = entry.stat()
                yield f"{shown}/{entry.name}", found.st_size, found.st_mtime_ns
            elif "." not in entry.name and not entry.name.startswith("_"):
                yield from _code(entry.path, f"{shown}/{entry.name}")


def recall(path: str, now: tuple[object, ...]) -> Rulebook | None:
    """Returns the kept rulebook, its patterns given to `prlint.text.patterns`; None where there is none that holds.

    `now` is the stamp of the files as they are.
    """
    try:
        with open(path, "rb") as stream:
            data = stream.read()
            written = os.fstat(stream.fileno()).st_mtime_ns
        # The sum finds accidents (a cut or flipped file); that nobody else wrote it is the folder's business.
        if int.from_bytes(data[:4], "big") != crc32(data[4:]):
            return None
        pickles = _Stream(data[4:])
        stamped, digest = _Careful(pickles).load()
        trusted = _trusted(stamped, now, written)
        if not trusted and not _same(stamped, digest, now):
            return None
        rules, lists, facts, digest, forms, needs = _Careful(pickles).load()
    except Exception:  # whatever is wrong with it, it is made anew
        return None
    patterns.use(forms, needs)
    # What had to be read to be believed is kept anew, with the times that it has now.
    return Rulebook(rules, lists, facts, (), digest, Origin(path, now, patterns.count() if trusted else -1))


def _trusted(stamped: Any, now: tuple[Any, ...], written: int) -> bool:
    """Says whether no file changed, as far as sizes and times can say."""
    return bool(stamped == now) and all(max(file[4][1:]) + _FRESH < written for file in now[2])


def _same(stamped: Any, digest: str, now: tuple[Any, ...]) -> bool:
    """Says whether the files hold what they held, whatever their times."""
    if stamped[:2] != now[:2] or [file[:4] for file in stamped[2]] != [file[:4] for file in now[2]]:
        return False
    from prlint.rulebook.contents import digest as digest_of
    from prlint.rulebook.files import File

    return digest_of(_contents([File(*file) for file in now[2]])) == digest


def _contents(files: Iterable[File]) -> Iterable[tuple[File, bytes]]:
    for file in files:
        with open(file.path, "rb") as stream:
            yield file, stream.read()


def keep(rulebook: Rulebook) -> None:
    """Keeps the rulebook and every pattern compiled so far, where that is more than what is kept.

    Called once the work is done. A rulebook with errors is never kept, so
    that they are reported each time; nor is one that was loaded without a cache.
    """
    origin = rulebook.origin
    if origin is None or rulebook.errors or patterns.count() == origin.patterns:
        return
    import io
    import pickle

    from prlint.text import atomic

    class Pickler(pickle.Pickler):
        def reducer_override(self, thing: Any) -> Any:
            if isinstance(thing, patterns.Pattern):
                return patterns.Pattern, (thing.source, thing.flags)
            return NotImplemented

    out = io.BytesIO()
    bare = tuple(rule._replace(examples=()) for rule in rulebook.rules)
    facts = tuple(fact._replace(examples=()) for fact in rulebook.facts)
    body = (bare, dict(rulebook.lists), facts, rulebook.digest, patterns.kept(), patterns.kept_needs())
    for part in ((origin.stamp, rulebook.digest), body):
        Pickler(out, protocol=5).dump(part)
    data = out.getvalue()
    try:
        atomic.write(origin.path, crc32(data).to_bytes(4, "big") + data)
    except OSError:
        return  # a full or read-only disk costs time, not the result
