"""The releases that a command was given, with their claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint import engine, inputs
from prlint.cli import _output

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.claim import Release
    from prlint.engine import Source
    from prlint.report import RunError
    from prlint.rulebook.model import Rulebook


def given(paths: Iterable[str], output: str | None = None) -> tuple[Sequence[Source], list[RunError], list[str]]:
    """Returns what lies at the paths (files, folders, "-" for standard input), read; errors; notices.

    Raises Failure where `output`, the file to write, is one of them.
    """
    found, errors, notices = inputs.files(paths)
    if output:
        _output.allowed(output, [path for path, _ in found])
    read = inputs.read([path for path, _ in found])
    return read.sources, [*errors, *read.errors], [*notices, *read.notices]


def understood(
    sources: Iterable[Source], rulebook: Rulebook, types: Sequence[str] | None, errors: list[RunError]
) -> list[Release]:
    """Returns the releases in the files, with their claims of these types (None for all); `errors` gets what cannot be read."""
    releases = []
    for source in sources:
        try:
            releases += [engine.understand(part, rulebook, types) for part in engine.parts(source)]
        except ValueError as problem:
            errors.append(inputs.unreadable(source.path, str(problem)))
    return releases
