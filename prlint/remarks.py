"""What a run tells people beside its findings: which dates limit what could be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.claim import Release


def undated(releases: Sequence[Release], as_of: str | None) -> Iterator[str]:
    """Yields one remark on all drafts that bear no date, where no day of judgement was given either."""
    bare = [r.document.path for r in releases if r.date is None and r.document.view.text and as_of is None]
    if not bare:
        return
    first = bare[0] if len(bare) == 1 else f"{bare[0]} and {len(bare) - 1} more"
    bear = "bears" if len(bare) == 1 else "bear"
    yield f"{first} {bear} no date: rules that need one cannot tell (give --as-of YYYY-MM-DD)"


def remarks_on_dates(release: Release, newer: Sequence[Release], as_of: str | None) -> Iterator[str]:
    """Yields what `newer` releases of the issuer in its archive mean for the draft: they are no evidence for it."""
    if not newer:
        return
    path = release.document.path
    newest = max(other.date or "" for other in newer)
    count = "1 release" if len(newer) == 1 else f"{len(newer)} releases"
    if as_of is not None and (release.date is None or as_of <= release.date):
        yield f"{path}: {count} of the archive after {as_of} left out"
    else:
        yield (
            f"{path} is dated {release.date}, before the issuer's newest release in the archive ({newest}): "
            f"is the draft's date right? {count} left out"
        )
