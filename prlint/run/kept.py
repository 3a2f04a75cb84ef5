"""What a process that checks again and again keeps between runs: an editor's server does, a command has no need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint import engine, paths, profile
from prlint.resolve.memo import Memo
from prlint.rulebook import cache, load
from prlint.rulebook.files import find
from prlint.text import patterns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.claim import Release
    from prlint.engine import Source
    from prlint.report import RunError
    from prlint.rulebook.files import File
    from prlint.rulebook.model import Rulebook


class _Read:
    """What was read from one file while rules and bytes were the same."""

    __slots__ = ("errors", "releases", "rules", "source")

    def __init__(self, source: Source, rules: str, releases: list[Release], errors: list[RunError]) -> None:
        self.source = source
        self.rules = rules
        self.releases = releases
        self.errors = errors


class Kept:
    """Rules as long as their files are the same, and earlier releases as long as their bytes are.

    The findings are those of a run without it. It holds one reading of each
    file, and what was found out about each earlier release alone.
    """

    def __init__(self) -> None:
        self._rules: dict[tuple[str, ...], tuple[list[File], Rulebook]] = {}
        self._read: dict[str, _Read] = {}
        self._memos: dict[str, Memo] = {}
        self._patterns = -1

    def rulebook(self, own: Sequence[str]) -> Rulebook:
        """Returns the built-in rules and those at the paths `own`."""
        key = tuple(own)
        builtin = paths.rules_folder()
        files = find(own, builtin)[0]
        held = self._rules.get(key)
        if held is None or held[0] != files:
            held = self._rules[key] = (files, load(own, builtin=builtin, cache=profile.cache_folder()))
        return held[1]

    def earlier(self, sources: Iterable[Source], rulebook: Rulebook, wrong: list[RunError]) -> list[Release]:
        """Returns the releases in the files, with their claims; what is wrong with a file is added to `wrong`."""
        releases = []
        for source in sources:
            held = self._read.get(source.path)
            if held is None or held.source != source or held.rules != rulebook.digest:
                if held is not None:
                    self.forget(held.releases)
                errors: list[RunError] = []
                understood = engine.understood([source], rulebook, errors)
                held = self._read[source.path] = _Read(source, rulebook.digest, understood, errors)
            releases += held.releases
            wrong += held.errors
        return releases

    def memo(self, rulebook: Rulebook) -> Memo:
        """Returns what is known about earlier releases under these rules."""
        return self._memos.setdefault(rulebook.digest, Memo())

    def keep(self, rulebook: Rulebook) -> None:
        """Keeps the rules on disk as well, where more patterns were compiled since the last time."""
        if patterns.count() != self._patterns:
            cache.keep(rulebook)
            self._patterns = patterns.count()

    def forget(self, releases: Iterable[Release]) -> None:
        """Drops what was found out about releases that are not asked for again: a draft that has been written on."""
        gone = list(releases)
        for memo in self._memos.values():
            memo.forget(gone)
