"""Which mentions are of one product: all ways of writing its code, and the other names that texts or the profile give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.text.codes import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from prlint.claim import Claim, Release
    from prlint.resolve.memo import Memo


def entities(
    releases: Sequence[Release], profile: Mapping[str, Any], memo: Memo | None = None
) -> Callable[[Release, Claim], str]:
    """Returns what gives a mention the name of its product: the profile's, else the first one in the oldest release.

    Names that any release calls other names of one product are joined, in all
    releases: "ARD-131 (formerly I-131-ARD404)" makes them one in those before it too.
    """
    joined: dict[str, str] = {}  # a code → one that stands for the same product
    shown: dict[str, str] = {}  # a code → the name to show

    def root(code: str) -> str:
        while joined.get(code, code) != code:
            code = joined[code]
        return code

    def join(code: str, other: str) -> None:
        one, two = root(code), root(other)
        if one != two:
            joined[two] = one

    for entry in profile.get("assets", ()):
        code = fold(str(entry["name"]))
        shown[code] = str(entry["name"])
        for other in entry.get("also", ()):
            join(code, fold(str(other)))
    confirmed = {root(code) for code in shown}
    for release in sorted(releases, key=lambda one: one.date or ""):
        for claim in release.of("asset"):
            code, other = claim.string("code"), claim.string("alias_of")
            shown.setdefault(code, claim.string("name"))
            # What the profile keeps apart no text joins.
            if other and not {root(code), root(other)} <= confirmed:
                join(*((other, code) if root(code) not in confirmed else (code, other)))
    first = {root(code): name for code, name in reversed(shown.items())}

    def entity(release: Release, claim: Claim) -> str:
        code = claim.string("code") or fold(claim.text)
        return first.get(root(code), claim.string("name") or claim.text)

    return entity
