"""Patterns that are compiled once, on some earlier run.

Compiling a hundred patterns costs more than reading a release, and merely
importing `regex` as much as starting Python. So a pattern is compiled where it
is first used, and its compiled form (the plain data that `regex` pickles) can
be kept between runs: `kept()` gives it, `use()` takes it back. A run that finds
all its patterns there loads the matching engine alone, without the compiler.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import regex

    from prlint.text.required import Needs

#: Seconds that one pattern may run on one document, far above what any built-in needs.
TIME_LIMIT = 2.0
#: So often a pattern is used before it is asked where it needs no limit: in one short run that costs more than it saves.
_USES = 12

#: The flags of `regex`, by their letters and as a pattern's key has them: it need not be imported to name them.
FLAGS = {"a": 0x80, "b": 0x1000, "e": 0x8000, "f": 0x4000, "i": 0x2, "m": 0x8, "p": 0x10000, "r": 0x400, "s": 0x10,
         "u": 0x20, "w": 0x800, "x": 0x40}  # fmt: skip
VERSION1 = 0x100

#: A pattern's text and flags, and what `regex` rebuilds it from.
Key = tuple[str, int]
Form = tuple[Any, ...]

_compiled: dict[Key, Any] = {}
_forms: dict[Key, Form] = {}
_needs: dict[Key, Needs] = {}


class Pattern:
    """A regular expression that is compiled when it is first used."""

    __slots__ = ("_needs", "_pattern", "_short", "_uses", "flags", "source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = int(flags) | VERSION1
        self._pattern: Any = None
        self._needs: Needs | None = None
        self._short = 0  # the length of a text that needs no time limit, not known before some uses
        self._uses = 0

    def _get(self) -> Any:
        if self._pattern is None:
            key = (self.source, self.flags)
            found = _compiled.get(key)
            if found is None:
                form = _forms.get(key)
                found = _compiled[key] = _compile(*key) if form is None else _engine().compile(*form)
            self._pattern = found
        return self._pattern

    def _calm(self, length: int) -> bool:
        """Says whether the pattern is sure to end soon on a text of that length, so that it needs no time limit."""
        if length <= self._short:
            return True
        self._uses += 1
        if self._uses == _USES:
            from prlint.text.effort import harmless

            self._short = harmless(self.source, verbose=bool(self.flags & FLAGS["x"]))
        return False

    @property
    def needs(self) -> Needs:
        """What a text must hold for a match, as `prlint.text.required` finds it; kept between runs as compiled forms are."""
        if self._needs is None:
            key = (self.source, self.flags)
            found = _needs.get(key)
            if found is None:
                from prlint.text.required import required

                found = _needs[key] = required(self.source, "".join(c for c in "xms" if self.flags & FLAGS[c]))
            self._needs = found
        return self._needs

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the named groups."""
        return tuple(self._get().groupindex)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
        """Yields the matches in `text`; raises TimeoutError past the time limit."""
        if self._calm((len(text) if end is None else end) - start):
            return self._get().finditer(text, start, end)  # type: ignore[no-any-return]
        return self._get().finditer(text, start, end, timeout=TIME_LIMIT)  # type: ignore[no-any-return]

    def search(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Returns the first match anywhere."""
        if self._calm((len(text) if end is None else end) - start):
            return self._get().search(text, start, end)
        return self._get().search(text, start, end, timeout=TIME_LIMIT)

    def match(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Returns the match that begins at `start`."""
        if self._calm((len(text) if end is None else end) - start):
            return self._get().match(text, start, end)
        return self._get().match(text, start, end, timeout=TIME_LIMIT)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """Returns the match of the whole text."""
        if self._calm((len(text) if end is None else end) - start):
            return self._get().fullmatch(text, start, end)
        return self._get().fullmatch(text, start, end, timeout=TIME_LIMIT)

    def findall(self, text: str) -> list[Any]:
        """Returns the matched texts (or groups), as `regex.findall` does."""
        if self._calm(len(text)):
            return self._get().findall(text)  # type: ignore[no-any-return]
        return self._get().findall(text, timeout=TIME_LIMIT)  # type: ignore[no-any-return]

    def sub(self, replacement: str, text: str) -> str:
        """Returns `text` with each match replaced."""
        return self._get().sub(replacement, text, timeout=TIME_LIMIT)  # type: ignore[no-any-return]

    def split(self, text: str) -> list[str]:
        """Returns the parts of `text` between matches."""
        if self._calm(len(text)):
            return self._get().split(text)  # type: ignore[no-any-return]
        return self._get().split(text, timeout=TIME_LIMIT)  # type: ignore[no-any-return]


def pattern(source: str, flags: str = "") -> Pattern:
    """Returns a pattern; `flags` are letters of regex's inline flags ("i", "ix", "m")."""
    bits = 0
    for letter in flags:
        bits |= FLAGS[letter]
    return Pattern(source, bits)


def expand(match: regex.Match[str], template: str) -> str:
    r"""Returns `template` with each `\g<name>` replaced by what that group matched, nothing where it took no part.

    `regex` would do the same, but has to import its compiler for it. Raises
    IndexError for a group that the pattern does not have.
    """
    literal, *parts = template.split("\\g<")
    expanded = [literal]
    for part in parts:
        name, _, rest = part.partition(">")
        expanded += [match[name] or "", rest]
    return "".join(expanded)


def use(forms: Mapping[Key, Form], needs: Mapping[Key, Needs] = {}) -> None:
    """Takes back what `kept` and `kept_needs` gave on an earlier run, of the same `engine_version`."""
    _forms.update(forms)
    _needs.update(needs)


def kept() -> dict[Key, Form]:
    """Returns the compiled form of every pattern that was used or taken back so far, to be kept for the next run."""
    import copyreg

    for key, compiled in _compiled.items():
        if key not in _forms:
            # The second part of what pickling it would call: plain data.
            reduce: Any = copyreg.dispatch_table[type(compiled)]
            _forms[key] = reduce(compiled)[1]
    return dict(_forms)


def kept_needs() -> dict[Key, Needs]:
    """Returns what each pattern needs that was asked for it so far, to be kept for the next run."""
    return dict(_needs)


def count() -> int:
    """Returns how much `kept` and `kept_needs` would give."""
    return len(_forms.keys() | _compiled.keys()) + len(_needs)


def engine_version() -> tuple[object, ...]:
    """Returns what compiled forms depend on: the file of regex's matching engine, its size and time of change."""
    path = _engine_path()
    if path:
        found = os.stat(path)
        return path, found.st_size, found.st_mtime_ns
    import regex

    return (regex.__version__,)


def _compile(source: str, flags: int) -> Any:
    import regex

    return regex.compile(source, flags)


def _engine() -> Any:
    """Returns regex's matching engine, `regex._regex`, without importing the compiler around it.

    It is the same module that `import regex` would make and then use; where
    its file is not found beside the package, `regex` is imported as usual.
    """
    found = sys.modules.get(_NAME)
    if found is not None:
        return found
    path = _engine_path()
    if path:
        from importlib.machinery import ExtensionFileLoader, ModuleSpec

        loader = ExtensionFileLoader(_NAME, path)
        spec = ModuleSpec(_NAME, loader, origin=path)
        module = loader.create_module(spec)
        loader.exec_module(module)
        sys.modules[_NAME] = module
        return module
    import regex  # noqa: F401 - brings its engine with it

    return sys.modules[_NAME]


_NAME = "regex._regex"


def _engine_path() -> str:
    """Returns the file that `import regex._regex` would load, empty where it is in no folder of `sys.path`."""
    from _imp import extension_suffixes

    for entry in sys.path:
        folder = os.path.join(entry or os.curdir, "regex")
        if os.path.isdir(folder):
            for suffix in extension_suffixes():
                path = os.path.join(folder, f"_regex{suffix}")
                if os.path.isfile(path):
                    return path
            return ""  # another package of that name, or a source tree: let Python find its way
    return ""
