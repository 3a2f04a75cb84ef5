"""Elements: which names have which place in a page, and what is known of one that stands open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.readers.html.style import State

if TYPE_CHECKING:
    from prlint.readers.html.page import Cell, Table

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
CELLS = ("td", "th")
TABLE_PARTS = ("table", "tbody", "thead", "tfoot", "tr", *CELLS)
#: Elements whose content is no text of the page; those of the second set stand in lines of text.
SKIPPED_BLOCKS = frozenset(("head", "ix:header"))
SKIPPED = frozenset("noscript template svg math object select button audio video canvas map ix:hidden".split())
BLOCKS = SKIPPED_BLOCKS | frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "frameset header hgroup html legend li listing main menu nav ol p plaintext pre search section summary ul document".split()
) | frozenset(HEADINGS) | frozenset(TABLE_PARTS)  # fmt: skip


class Inline:
    """An open inline element: the state before it, and what it marks from the run `seen` on."""

    __slots__ = ("about", "before", "kind", "name", "seen", "start")

    def __init__(self, name: str, before: State, kind: str, about: str, seen: int, start: int) -> None:
        self.name = name
        self.before = before
        self.kind = kind
        self.about = about
        self.seen = seen
        self.start = start


class Frame:
    """An open block element."""

    __slots__ = ("cell", "counts", "inlines", "kind", "level", "name", "node", "open_in", "state", "table")

    def __init__(self, name: str, node: int, parent: Frame | None) -> None:
        self.name = name
        self.node = node
        self.kind: str = parent.kind if parent else "paragraph"
        self.level: int = parent.level if parent else 0
        self.state: State = parent.state if parent else State()
        self.table: Table | None = parent.table if parent else None
        self.cell: Cell | None = parent.cell if parent else None
        self.open_in: dict[str, int] = parent.open_in if parent else {}  # block elements open within the same cell
        self.inlines: list[Inline] = []
        self.counts: dict[str, int] = {}
