"""The releases that a command was given, with their claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint import engine, inputs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.claim import Release
    from prlint.engine import Source
    from prlint.report import RunError
    from prlint.rulebook.model import Rulebook


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
