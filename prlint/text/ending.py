"""Whether a text goes on to what stands at the end of a release; else it may be a part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prlint.document import Document

#: Zones of which a whole release has one at least, behind its story.
_STANDING = frozenset(("about", "contacts", "fls", "source", "endmark"))


def is_whole(document: Document) -> bool:
    """Says whether an about part, contacts, a caution, a source line or an end mark stands behind the story."""
    story = next((zone.start for zone in document.zones if zone.name == "lead"), 0)
    return any(zone.name in _STANDING and zone.start > story for zone in document.zones)
