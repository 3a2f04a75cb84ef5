"""Releases that repeat or correct one another weigh as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.claim import Release
    from prlint.document import Document

#: The share of sentences that two releases have in common when one is the other again.
SAME = 0.8
#: The share that suffices when they also bear one headline: a correction changes more.
SAME_HEADLINE = 0.5


def distinct(releases: Sequence[Release]) -> list[Release]:
    """Returns `releases` (oldest first) without those that a later one of them repeats or corrects."""
    kept: list[Release] = []
    for release in releases:
        kept = [other for other in kept if not repeats(release, other)]
        kept.append(release)
    return kept


def repeats(release: Release, other: Release) -> bool:
    """Says whether one of two releases is the other again: copied, corrected or updated."""
    if release.document.sha256 == other.document.sha256:
        return True
    mine, theirs = _sentences(release.document), _sentences(other.document)
    fewer = min(len(mine), len(theirs))
    # Two short texts share their sentences by chance.
    if fewer < 5:
        return False
    share = len(mine & theirs) / max(len(mine), len(theirs))
    if share >= SAME:
        return True
    headline = _headline(release.document)
    return share >= SAME_HEADLINE and bool(headline) and headline == _headline(other.document)


def _sentences(document: Document) -> frozenset[str]:
    text = document.view.text
    return frozenset(text[start:end].casefold() for start, end in document.sentences if end - start > 20)


def _headline(document: Document) -> str:
    for zone in document.zones:
        if zone.name == "headline":
            return document.view.text[zone.start : zone.end].casefold()
    return ""
