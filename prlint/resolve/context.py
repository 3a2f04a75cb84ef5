"""What a kind may ask for while it checks one draft with one rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from prlint.claim import Claim, Release
    from prlint.finding import Cited
    from prlint.resolve.resolution import Resolution
    from prlint.rulebook.model import Zones
    from prlint.text.recurrence import Recurrence

T = TypeVar("T")


class CheckContext(NamedTuple):
    """The Context of prlint.registry: a draft, its issuer's earlier releases, profile and lists."""

    release: Release
    as_of: str | None
    earlier: Sequence[Release]
    profile: Mapping[str, Any]
    lists: Mapping[str, Any]
    resolution: Resolution
    zones: Zones
    rule: str

    def claims(self, release: Release, type: str) -> tuple[Claim, ...]:
        """Returns a release's claims of a type, those outside the rule's zones left out."""
        if not (self.zones.only or self.zones.excluded):
            return release.of(type)
        # An earlier release is asked for each draft anew, and says the same each time.
        return self.once(release, f"claims {type}", lambda one: self._admitted(one, type))

    def _admitted(self, release: Release, type: str) -> tuple[Claim, ...]:
        admit, at = self.zones.admit, release.document.zones_at
        return tuple(claim for claim in release.of(type) if admit(at(claim.start, claim.end)))

    def admits(self, start: int, end: int) -> bool:
        """Says whether the rule holds at a view span of the draft."""
        return self.zones.admit(self.release.document.zones_at(start, end))

    def once(self, release: Release, name: str, make: Callable[[Release], T]) -> T:
        """Returns `make(release)`, made once in a run for this rule; see prlint.registry.Context."""
        return self.resolution.memo.once(release, (self.rule, name), make)

    def shared(self, name: str, make: Callable[[], T]) -> T:
        """Returns `make()`, made once for this draft and for all rules; see prlint.registry.Context."""
        return self.resolution.shared((name, bool(self.earlier)), make)

    def entity(self, release: Release, claim: Claim) -> str:
        """Returns the name of what a claim is about."""
        return self.resolution.entity(release, claim)

    def recurring(self) -> Sequence[Recurrence]:
        """Returns the draft's sentences that recur; see prlint.registry.Context."""
        return self.resolution.recurring(self.release, self.earlier) if self.earlier else ()

    def happened(self, kinds: Sequence[str], names: Sequence[str] = (), since: str = "") -> list[Cited]:
        """Returns where the draft or an earlier release tells of such news; see prlint.registry.Context."""
        # Most drafts have nothing to explain.
        from prlint.resolve.ledger import happened

        return happened(self.release, self.earlier, self.resolution.memo, kinds, names, since)
