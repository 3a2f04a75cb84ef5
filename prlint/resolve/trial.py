"""Which mentions are of one study: its registry number, and the names that go with it."""

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
    """Returns what gives a trial the name of its study, empty where it has none.

    A study's name stands for the registry number that stands beside it in any
    release, unless it stands beside two.
    """
    numbers: dict[str, set[str]] = {}
    for entry in profile.get("studies", ()):
        for name in (entry.get("name"), *entry.get("also", ())):
            if name:
                numbers.setdefault(fold(str(name)), set()).add(str(entry["id"]))
    for release in releases:
        for claim in release.of("trial"):
            study, name = claim.string("study"), claim.string("study_name")
            if name and study != name:
                numbers.setdefault(fold(name), set()).add(study)

    def entity(release: Release, claim: Claim) -> str:
        study = claim.string("study")
        known = numbers.get(fold(study), set())
        return next(iter(known)) if len(known) == 1 else study

    return entity
