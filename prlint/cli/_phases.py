"""Each asset with its phases over time, from the releases of all its issuer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.claim import Release
    from prlint.resolve.phases import Stand


def assets(releases: Sequence[Release], profiles: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, list[Stand]]]:
    """Returns each asset with its phases, oldest first; the same words of one release once."""
    from prlint.resolve.issuer import issuers
    from prlint.resolve.phases import stands
    from prlint.resolve.resolution import Resolution

    result = []
    known = next(iter(profiles.values()), {})
    for group in issuers(list(releases), known):
        dated = sorted(group, key=lambda release: (release.date or "", release.document.path))
        resolution = Resolution(dated, profiles.get(dated[0].document.path, known))
        result += sorted(stands(dated, resolution).items())
    return result
