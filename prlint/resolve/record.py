"""The record: which earlier releases are evidence for a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.resolve.issuer import issuers
from prlint.resolve.memo import Memo
from prlint.resolve.reissues import Reissues

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from prlint.claim import Release


class Record:
    """The releases of one run: its drafts, and the archive beside them. Made once, and asked for each draft."""

    def __init__(
        self, drafts: Sequence[Release], archive: Sequence[Release], memo: Memo, *, apart: bool = False
    ) -> None:
        """With `apart` the drafts are no evidence for each other."""
        self._archive = tuple(archive)
        self._checked = frozenset(release.document.sha256 for release in drafts)
        self._memo = memo
        everything = [*drafts, *archive]
        # One for each content: a file named twice is one piece of evidence.
        evidence = archive if apart else everything
        known = {release.document.sha256: release for release in evidence}.values()
        self._dated = sorted(
            (release for release in known if release.date is not None),
            key=lambda release: (release.date or "", release.document.sha256),
        )
        self._reissues = Reissues(everything)

    def earlier(self, release: Release, as_of: str | None, profile: Mapping[str, Any]) -> list[Release]:
        """Returns the draft's issuer's releases before `as_of` (an ISO date) and before the draft, oldest first.

        A release without a date has no place in time and is no evidence; nor is
        the draft itself, or a copy of it; of releases that repeat or correct one
        another the last counts. For a draft without a date nothing is earlier.
        """
        if as_of is None:
            return []
        before = min(as_of, release.date or as_of)
        dated = [
            other for other in self._dated if (other.date or "") < before and not self._reissues.repeats(release, other)
        ]
        return self._reissues.distinct(self._of_one_issuer(release, dated, profile))

    def later(self, release: Release, as_of: str | None, profile: Mapping[str, Any]) -> list[Release]:
        """Returns the draft's issuer's releases in the archive that are newer than the draft, or than `as_of`: no evidence.

        Where the archive itself is checked, at its own dates, it is no surprise that a newer release is in it.
        """
        known = self._checked if as_of == release.date else frozenset()
        before = min(as_of or "9999", release.date or "9999")
        newer = [
            other
            for other in self._archive
            if other.date is not None
            and other.date > before
            and other.document.sha256 not in known
            and not self._reissues.repeats(release, other)
        ]
        return self._of_one_issuer(release, newer, profile)

    def _of_one_issuer(self, release: Release, others: Sequence[Release], profile: Mapping[str, Any]) -> list[Release]:
        """Returns those of `others` that are the release's issuer's.

        A text that names no issuer (a draft without its frame) belongs to the only
        company that the others speak for, if there is just one.
        """
        if not others:
            return []
        groups = issuers([release, *others], profile, self._memo)
        named = [any(member.issuer for member in group) for group in groups]
        mine = next(group for group in groups if group[0] is release)
        members = {id(member) for member in mine}
        for group, has_name in zip(groups, named, strict=True):
            if sum(named) <= 1 and (not has_name or not release.issuer):
                members.update(id(one) for one in group)
        return [other for other in others if id(other) in members]


def earlier_releases(
    release: Release, known: Iterable[Release], as_of: str | None, profile: Mapping[str, Any]
) -> list[Release]:
    """Returns what `Record.earlier` does, for one draft alone."""
    return Record([release], [other for other in known if other is not release], Memo()).earlier(
        release, as_of, profile
    )
