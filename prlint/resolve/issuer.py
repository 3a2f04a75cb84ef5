"""Which releases are one issuer's: by ticker, name, former name, near name with a common address, or profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.resolve.company import bare, told
from prlint.resolve.memo import Memo
from prlint.text.near import near, plain, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from prlint.claim import Release


#: Of shorter tickers many lie a letter apart.
_SHORTEST = 3


class _Identity(NamedTuple):
    """What a release says its issuer is: folded names, tickers, domains that bear the name."""

    name: str
    names: frozenset[str]
    first: str
    tickers: frozenset[str]
    domains: frozenset[str]

    def keys(self) -> tuple[str, ...]:
        """What no two issuers share: tickers and names."""
        return (*(f"ticker {ticker}" for ticker in self.tickers), *(f"name {name}" for name in self.names))


def issuers(releases: Sequence[Release], profile: Mapping[str, Any], memo: Memo | None = None) -> list[list[Release]]:
    """Returns the releases in groups, one for each issuer, in the order in which they were given.

    A release that names no issuer is a group of its own. `memo` is the run's.
    """
    memo = memo or Memo()

    def know(release: Release) -> tuple[_Identity, tuple[str, ...]]:
        identity = _identity(release, memo.once(release, "told", told))
        return identity, identity.keys()

    known = [memo.once(release, "issuer", know) for release in releases]
    confirmed = _confirmed(profile)
    if confirmed is not None:
        # Who is the profile's issuer is one issuer, whatever names and tickers it had.
        known.append((confirmed, confirmed.keys()))
    root = _joined(known)
    found: dict[int, list[Release]] = {}
    for i, release in enumerate(releases):
        found.setdefault(root[i], []).append(release)
    return list(found.values())


def _joined(known: Sequence[tuple[_Identity, Sequence[str]]]) -> list[int]:
    """Returns for each identity, which comes with its keys, the number of its issuer.

    What two of them share is looked up rather than compared pair by pair. They are one issuer's

    * with a ticker or a name in common;
    * with the first word of their names in common, unless both bear tickers, which then differ;
    * with a domain in common, or tickers that are a slip apart, under names that are nearly the same.
    """
    parent = list(range(len(known)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = i = parent[parent[i]]
        return i

    holder: dict[str, int] = {}
    # Someone who bears no ticker joins all who share the first word.
    joining = {one.first for one, _ in known if one.first and not one.tickers}
    named: dict[str, dict[str, int]] = {}
    for i, (one, keys) in enumerate(known):
        for key in (*keys, f"first {one.first}") if one.first in joining else keys:
            other = holder.setdefault(key, i)
            if parent[other] != parent[i]:
                parent[root(i)] = root(other)
        for shared in (*one.domains, *_slips(one.tickers)) if one.name else ():
            names = named.setdefault(shared, {})
            for name, other in names.items():
                if root(other) != root(i) and near_or_same(one.name, name):
                    parent[root(i)] = root(other)
            names.setdefault(one.name, i)
    return [root(i) for i in range(len(known))]


def _slips(tickers: Iterable[str]) -> Iterator[str]:
    """Yields what two tickers share that differ in one letter, or in the order of their letters."""
    for ticker in tickers:
        if len(ticker) >= _SHORTEST:
            yield " ".join(sorted(ticker))
            for i in range(len(ticker)):
                yield f"{ticker[:i]}?{ticker[i + 1 :]}"


def _identity(release: Release, names_told: Sequence[Sequence[str]]) -> _Identity:
    claims = release.of("company")
    said = release.of("release")
    name = (said[0].string("name") if said else "") or release.issuer
    folded = squeezed(name)
    names = {folded} if folded else set()
    for group in names_told if folded else ():
        keys = {squeezed(one) for one in group}
        if keys & names:
            names |= keys
    tickers = {release.ticker} if release.ticker else set()
    for ticker in release.of("ticker"):
        if folded and squeezed(ticker.string("company")) in names:
            tickers.update(str(symbol) for symbol in ticker.get("with") or (ticker.string("symbol"),))  # type: ignore[union-attr]
    first = name.split()[0] if name else ""
    # The first word stands for the name only where the release uses it so.
    alone = any(claim.string("name") == first for claim in claims)
    domains = {web.string("domain") for web in release.of("web") if near_or_same(web.string("label"), first, folded)}
    return _Identity(folded, frozenset(names), plain(first) if alone else "", frozenset(tickers), frozenset(domains))


def near_or_same(label: str, *names: str) -> bool:
    """Says whether a domain's label is one of the names, or a slip away from it."""
    folded = squeezed(label)
    return any(name and (folded == squeezed(name) or near(folded, squeezed(name))) for name in names)


def _confirmed(profile: Mapping[str, Any]) -> _Identity | None:
    issuer = profile.get("issuer") or {}
    if not issuer:
        return None
    former = [one["name"] if hasattr(one, "get") else one for one in issuer.get("former_names", ())]
    names = [str(issuer.get("name", "")), *map(str, issuer.get("short_names", ())), *map(str, former)]

    folded = frozenset(key for name in names if (key := squeezed(bare(name))))
    tickers = frozenset(str(one["symbol"]) if hasattr(one, "get") else str(one) for one in issuer.get("tickers", ()))
    return _Identity(squeezed(bare(names[0])), folded, "", tickers, frozenset(map(str, issuer.get("domains", ()))))
