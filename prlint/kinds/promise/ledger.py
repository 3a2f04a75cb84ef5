"""The promises and deeds of one release, ready to be compared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from prlint.calendar import windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.calendar.fiscal import YearEnd
    from prlint.calendar.windows import Window
    from prlint.claim import Claim, Release


class Entry(NamedTuple):
    """A promise or a deed, or (with `stage`) how a thing stands.

    `said` is the day of its release; `keys` are its key words, `exact` those of
    them that hold a digit. `told` says that its sentence only tells of an old promise.
    """

    release: Release
    claim: Claim
    said: date
    promise: bool
    action: str
    keys: frozenset[str]
    exact: frozenset[str]
    window: Window | None
    due: str
    hedge: bool
    moved: bool
    quoted: bool
    told: bool
    actor: str = ""
    stage: str = ""

    @property
    def recurring(self) -> bool:
        """Whether it is of a kind that comes again."""
        return bool(self.claim.get("recurring"))

    @property
    def counted(self) -> bool:
        """Whether its due is counted from the day on which it was said."""
        return bool(self.claim.get("many"))

    @property
    def own(self) -> bool:
        """Whether the issuer can be held to it: its own plan, without a condition, of a thing that comes once."""
        return self.promise and not (self.hedge or self.recurring or self.told) and self._issuer

    @property
    def _issuer(self) -> bool:
        return self.actor in ("", "issuer")


def read(release: Release, claims: Sequence[Claim], stages: str, rule: YearEnd | None) -> list[Entry]:
    """Returns what a release promises, does and shows; of a release without a date, nothing.

    `claims` are its promises, `stages` the type of the claims that show how things stand.
    """
    if release.date is None:
        return []
    said = date.fromisoformat(release.date)
    found = []
    document = release.document
    for claim in claims:
        promise = claim.get("stance") != "done"
        words = claim.get("object")
        keys = frozenset(words if isinstance(words, tuple) else ())
        found.append(
            Entry(
                release,
                claim,
                said,
                promise,
                claim.string("action"),
                keys,
                frozenset(key for key in keys if not key.isalpha() and any(map(str.isdecimal, key))),
                windows.window(claim.fields, said, rule) if promise else None,
                claim.string("due"),
                bool(claim.get("hedge")),
                claim.get("stance") == "moved",
                promise and "quote" in document.zones_at(claim.start, claim.end),
                claim.get("stance") == "told",
                _actor(claim.string("actor"), release.issuer),
            )
        )
    for claim in release.of(stages):
        if claim.get("stance") in ("current", "past"):
            none: frozenset[str] = frozenset()
            stage = claim.string("status")
            found.append(
                Entry(release, claim, said, False, "", none, none, None, "", False, False, False, False, "", stage)
            )
    return found


def _actor(name: str, issuer: str) -> str:
    """Returns who promises, the issuer under one name however it is called."""
    return "issuer" if name and issuer.casefold().startswith(name.casefold()) else name
