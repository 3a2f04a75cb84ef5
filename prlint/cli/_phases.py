"""Each asset with its phases over time, from the releases of all its issuer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.claim import Claim, Release, Value


class Stand(NamedTuple):
    """What one release says of the phase of an asset; `date` is ISO or None."""

    date: str | None
    phases: tuple[str, ...]
    indications: tuple[str, ...]
    study: str
    status: str
    release: Release
    claim: Claim


def assets(releases: Sequence[Release], profiles: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, list[Stand]]]:
    """Returns each asset with its phases, oldest first; the same words of one release once."""
    from prlint.resolve.issuer import issuers
    from prlint.resolve.resolution import Resolution

    result = []
    known = next(iter(profiles.values()), {})
    for group in issuers(list(releases), known):
        dated = sorted(group, key=lambda release: (release.date or "", release.document.path))
        resolution = Resolution(dated, profiles.get(dated[0].document.path, known))
        stands: dict[str, list[Stand]] = {}
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
                    stands.setdefault(names.get(asset, asset), []).append(stand)
        result += sorted(stands.items())
    return result


def _texts(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value else ()
