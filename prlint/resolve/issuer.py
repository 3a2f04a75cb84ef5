"""Which releases are one issuer's: by ticker, name, former name, near name with a common address, or profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.resolve.company import bare, told
from prlint.text.near import near, plain, squeezed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.claim import Release


class _Identity(NamedTuple):
    """What a release says its issuer is: folded names, tickers, domains that bear the name."""

    name: str
    names: frozenset[str]
    first: str
    tickers: frozenset[str]
    domains: frozenset[str]


def issuers(releases: Sequence[Release], profile: Mapping[str, Any]) -> list[list[Release]]:
    """Returns the releases in groups, one for each issuer, in the order in which they were given.

    A release that names no issuer is a group of its own.
    """
    known = [_identity(release) for release in releases]
    confirmed = _confirmed(profile)
    group = list(range(len(releases)))
    by_profile: int | None = None
    for i, one in enumerate(known):
        if confirmed is not None and _same(one, confirmed):
            # The profile's issuer may have had several names and tickers.
            by_profile = i if by_profile is None else by_profile
            group[i] = group[by_profile]
        for j in range(i):
            if group[j] != group[i] and _same(one, known[j]):
                old, new = group[i], group[j]
                group = [new if g == old else g for g in group]
    found: dict[int, list[Release]] = {}
    for g, release in zip(group, releases, strict=True):
        found.setdefault(g, []).append(release)
    return list(found.values())


def _identity(release: Release) -> _Identity:
    claims = release.of("company")
    said = release.of("release")
    name = (said[0].string("name") if said else "") or release.issuer
    folded = squeezed(name)
    names = {folded} if folded else set()
    for group in told(release) if folded else ():
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


def _same(one: _Identity, other: _Identity) -> bool:
    if one.tickers & other.tickers:
        return True
    if one.names & other.names:
        return True
    if one.first and other.first and one.first == other.first and not (one.tickers and other.tickers):
        return True
    return bool(one.domains & other.domains) and bool(one.name and other.name) and near_or_same(one.name, other.name)


def _confirmed(profile: Mapping[str, Any]) -> _Identity | None:
    issuer = profile.get("issuer") or {}
    if not issuer:
        return None
    former = [one["name"] if hasattr(one, "get") else one for one in issuer.get("former_names", ())]
    names = [str(issuer.get("name", "")), *map(str, issuer.get("short_names", ())), *map(str, former)]

    folded = frozenset(key for name in names if (key := squeezed(bare(name))))
    tickers = frozenset(str(one["symbol"]) if hasattr(one, "get") else str(one) for one in issuer.get("tickers", ()))
    return _Identity(squeezed(bare(names[0])), folded, "", tickers, frozenset(map(str, issuer.get("domains", ()))))
