"""Which designations are of one product: the product's own name, whatever it is called where it is designated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.resolve import asset
from prlint.text.codes import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from prlint.claim import Claim, Release
    from prlint.resolve.memo import Memo


def entities(
    releases: Sequence[Release], profile: Mapping[str, Any], memo: Memo | None = None
) -> Callable[[Release, Claim], str]:
    """Returns what gives a designation the name of its product, empty where the sentence names none, or several."""
    product = asset.entities(releases, profile, memo)

    def entity(release: Release, claim: Claim) -> str:
        name = claim.string("asset")
        return product(release, claim._replace(type="asset", fields={"name": name, "code": fold(name)})) if name else ""

    return entity
