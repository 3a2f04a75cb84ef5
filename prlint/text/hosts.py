"""Hosts of the web: how one is written, and which part of it is registered."""

from __future__ import annotations

#: A host's form, for use inside a pattern: labels, and an ending of two to ten letters of one case.
HOST = (
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[a-z]{2,10}|[A-Z]{2,10})(?![A-Za-z0-9@-])(?!\.[A-Za-z0-9])"
)

#: Second-level domains under which names are registered, in countries that have such.
_SECOND = frozenset("ac co com edu gov gob go gr ne net nhs nom or org plc ltd".split())


def registered(host: str) -> tuple[str, str]:
    """Returns the registered label of a host in lower case, and the suffix that it stands under."""
    parts = host.split(".")
    if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND:
        return parts[-3], ".".join(parts[-2:])
    return parts[-2], parts[-1]
