"""Which releases are one issuer's.

Two releases are one issuer's when they bear one ticker or one issuing
company's name, or names that the profile gives to one company. A release that
names no issuer belongs to the one company that all others speak for, if there
is just one: it is the text of a draft without its frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.text.near import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from prlint.claim import Release


def issuers(releases: Sequence[Release], profile: Mapping[str, Any]) -> list[list[Release]]:
    """Returns the releases in groups of one issuer, each in the order given; every release is in one group."""
    confirmed = frozenset(_confirmed(profile))
    groups: list[tuple[set[str], list[Release]]] = []
    unnamed: list[Release] = []
    for release in releases:
        keys = set(_keys(release))
        if not keys:
            unnamed.append(release)
            continue
        if keys & confirmed:
            keys |= confirmed
        joined = [group for group in groups if group[0] & keys]
        members = [release]
        for group in joined:
            keys |= group[0]
            members = group[1] + members
            groups.remove(group)
        groups.append((keys, members))
    if len(groups) == 1 or (unnamed and not groups):
        named = groups[0][1] if groups else []
        members = named + unnamed
        return [[release for release in releases if any(release is member for member in members)]]
    return [*(members for _, members in groups), *([release] for release in unnamed)]


def _keys(release: Release) -> Iterator[str]:
    """Yields what a release is known by: its ticker and its issuer's folded name."""
    if release.ticker:
        yield f"ticker {release.ticker.upper()}"
    for claim in release.of("release"):
        if claim.get("name"):
            yield f"name {squeezed(claim.string('name'))}"


def _confirmed(profile: Mapping[str, Any]) -> Iterator[str]:
    issuer = profile.get("issuer", {})
    for ticker in issuer.get("tickers", ()):
        yield f"ticker {ticker['symbol'].upper()}"
    for name in (issuer.get("name", ""), *issuer.get("short_names", ())):
        if name:
            yield f"name {squeezed(name)}"
    for former in issuer.get("former_names", ()):
        yield f"name {squeezed(former['name'])}"
