"""Which claims of one issuer's releases are about one company, person, asset or study.

Each file of this folder that is named like a claim type answers for that type
with a function `entities(releases, profile, memo)`; a type without one resolves to
its folded text.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar, cast

from prlint.resolve.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from prlint.claim import Claim, Release
    from prlint.text.recurrence import Recurrence

T = TypeVar("T")


class Resolution:
    """Joins the claims of `releases`, all of one issuer, to entities. Made for one check, never changed."""

    def __init__(self, releases: Sequence[Release], profile: Mapping[str, Any], memo: Memo | None = None) -> None:
        """`memo` is the run's, for what a resolver finds out about one release alone."""
        self.memo = memo or Memo()
        self._releases = tuple(releases)
        self._profile = profile
        self._recurring: Sequence[Recurrence] | None = None
        self._of: dict[str, Callable[[Release, Claim], str]] = {}
        self._shared: dict[Hashable, Any] = {}

    def recurring(self, draft: Release, earlier: Sequence[Release]) -> Sequence[Recurrence]:
        """Returns the sentences of the draft that recur in `earlier`, which are the same for every rule of the check."""
        if self._recurring is None:
            # Most drafts are checked without an archive.
            from prlint.text.recurrence import recurrences

            self._recurring = recurrences(draft.document, [release.document for release in earlier])
        return self._recurring

    def shared(self, name: Hashable, make: Callable[[], T]) -> T:
        """Returns `make()`, made when a rule of the check first asks for it."""
        if name not in self._shared:
            self._shared[name] = make()
        return cast("T", self._shared[name])

    def entity(self, release: Release, claim: Claim) -> str:
        """Returns the name of what a claim is about; claims with one name are about one thing."""
        resolve = self._of.get(claim.type)
        if resolve is None:
            resolve = self._of[claim.type] = _resolver(claim.type, self._releases, self._profile, self.memo)
        return resolve(release, claim)


def _resolver(
    type: str, releases: Sequence[Release], profile: Mapping[str, Any], memo: Memo
) -> Callable[[Release, Claim], str]:
    name = f"prlint.resolve.{type.replace('-', '_')}"
    try:
        module: Any = import_module(name)
    except ModuleNotFoundError as missing:
        if missing.name != name:
            raise
        return lambda _, claim: " ".join(claim.text.casefold().split())
    found: Callable[[Release, Claim], str] = module.entities(releases, profile, memo)
    return found
