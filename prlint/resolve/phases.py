"""Each asset with the phases that the releases of one issuer state, over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.claim import Claim, Release, Value
    from prlint.resolve.resolution import Resolution


class Stand(NamedTuple):
    """What one release says of the phase of an asset; `date` is ISO or None."""

    date: str | None
    phases: tuple[str, ...]
    indications: tuple[str, ...]
    study: str
    status: str
    release: Release
    claim: Claim


def stands(dated: Sequence[Release], resolution: Resolution) -> dict[str, list[Stand]]:
    """Returns by asset what the releases, oldest first, say of its phase; the same words of one release once."""
    found: dict[str, list[Stand]] = {}
    printed: dict[str, str] = {}
    for release in dated:
        names = {}
        for claim in release.of("asset"):
            name, entity = claim.string("name"), resolution.entity(release, claim)
            # An entity without a name of its own goes by the folded one; the printed one reads better.
            names[name] = printed.setdefault(entity, name if name.casefold() == entity.casefold() else entity)
        seen = set()
        for claim in release.of("trial"):
            asset = claim.string("asset")
            stand = Stand(
                release.date,
                _texts(claim.get("phases")),
                _texts(claim.get("indication")),
                claim.string("study"),
                claim.string("status"),
                release,
                claim,
            )
            said = (asset, *stand[1:5])
            if asset and stand.phases and said not in seen:
                seen.add(said)
                found.setdefault(names.get(asset, asset), []).append(stand)
    return found


def _texts(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value else ()
