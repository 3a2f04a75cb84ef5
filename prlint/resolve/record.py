"""The record: which earlier releases are evidence for a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.resolve.issuer import issuers
from prlint.resolve.reissues import distinct, repeats

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.claim import Release


def earlier_releases(
    release: Release, known: Sequence[Release], as_of: str | None, profile: Mapping[str, Any]
) -> list[Release]:
    """Returns the draft's issuer's releases before `as_of` (an ISO date) and before the draft, oldest first.

    A release without a date has no place in time and is no evidence; nor is
    the draft itself, or a copy of it; of releases that repeat or correct one
    another the last counts. For a draft without a date nothing is earlier.
    """
    if as_of is None:
        return []
    before = min(as_of, release.date or as_of)
    dated = sorted(
        (other for other in known if other is not release and other.date is not None and other.date < before),
        key=lambda other: (other.date or "", other.document.sha256),
    )
    dated = [other for other in dated if not repeats(release, other)]
    return distinct(_of_one_issuer(release, dated, profile))


def later_releases(
    release: Release, archive: Sequence[Release], as_of: str | None, profile: Mapping[str, Any]
) -> list[Release]:
    """Returns the draft's issuer's releases in the archive that are newer than the draft, or than `as_of`: no evidence."""
    before = min(as_of or "9999", release.date or "9999")
    newer = [other for other in archive if other.date is not None and other.date > before]
    newer = [other for other in newer if not repeats(release, other)]
    return _of_one_issuer(release, newer, profile) if newer else []


def _of_one_issuer(release: Release, others: Sequence[Release], profile: Mapping[str, Any]) -> list[Release]:
    """Returns those of `others` that are the release's issuer's.

    A text that names no issuer (a draft without its frame) belongs to the only
    company that the others speak for, if there is just one.
    """
    groups = issuers([release, *others], profile)
    named = [group for group in groups if any(member.issuer for member in group)]
    mine = next(group for group in groups if any(member is release for member in group))
    members = [*mine, *(one for group in groups if group not in named for one in group)] if len(named) <= 1 else mine
    if len(named) == 1 and not release.issuer:
        members = [*members, *named[0]]
    return [other for other in others if any(other is member for member in members)]
