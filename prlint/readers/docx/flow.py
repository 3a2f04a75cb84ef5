"""The text of a Word file, and for each stretch of it the element that it stands in.

The order is: the main text; text boxes and notes in the order in which the
text refers to them; headers and footers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.document import Anchor, Marking
from prlint.readers.docx.package import attribute, child, local
from prlint.readers.docx.runs import Runs, comments
from prlint.readers.docx.styles import Style, numbered, outline, styles
from prlint.text.assemble import Piece
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.readers.docx.package import Package
    from prlint.readers.docx.runs import Segment

_ITEM = pattern(r"(?:[•●◦▪‣·*–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t]++(?=\S)")
_RULE = pattern(r"[-=_*#~ ]{3,}")
_ENDS = (".", "!", "?", ":", ";", ".”", '."')
#: Code points: a line that ends before, at a break typed by hand, is a line of its own.
_SHORT_LINE = 60
#: A cell with a longer paragraph, or with more paragraphs, holds running text: its table is layout.
_LONGEST_IN_CELL = 160
_MOST_IN_CELL = 2

_SEE_THROUGH = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "body", "smartTag", "hdr", "ftr"))


class Flow(NamedTuple):
    """What a Word file reads; `segments` are sorted by where they begin in `text`."""

    text: str
    pieces: Sequence[Piece]
    anchors: Sequence[Anchor]
    markings: Sequence[Marking]
    segments: Sequence[Segment]


def flow(package: Package) -> Flow:
    """Returns the text, its pieces and where each stretch of it stands."""
    walk = _Walk(package)
    root = package.tree(package.main)
    body = child(root, "body")
    walk.story(package.main, root if body is None else body)
    walk.beside()
    walk.pages()
    text = "".join(walk.runs.parts).removesuffix("\n")
    markings = [
        # Behind the last word there may have been lines without one.
        each._replace(start=min(each.start, len(text)), end=min(each.end, len(text)))
        for each in (*walk.runs.markings, *_ranges(walk.runs, comments(package)))
    ]
    markings.sort(key=lambda each: (each.start, each.end, each.kind))
    return Flow(text, walk.pieces, walk.anchors, markings, walk.runs.segments)


def _ranges(runs: Runs, said: dict[str, str]) -> Iterator[Marking]:
    """Yields the comments over the words that they are about."""
    for id, (start, end) in runs.commented.items():
        yield Marking("comment", start, max(start, end), said.get(id, ""))


class _Walk:
    """Goes through the stories of a file, block by block."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles: dict[str, Style] = styles(package)
        self.runs = Runs(self.styles)
        self.pieces: list[Piece] = []
        self.anchors: list[Anchor] = []
        self._paragraphs = 0
        self._zone = ""
        self._begin = 0  # where the open line began
        self._in_row = False

    # Stories

    def story(self, part: str, element: Any, zone: str = "", host: Any = None) -> None:
        """Reads one story: the main text, a note, a text box, a header."""
        self._zone = zone
        self.runs.enter(part, self.package.relations(part), host, root=self.package.tree(part))
        self._blocks(element)
        self._close("paragraph")

    def beside(self) -> None:
        """Reads the text boxes and the notes that the text refers to; they may refer to others."""
        notes = self._notes()
        waiting = self.runs.boxes
        while waiting:
            kind, what, part, host = waiting.pop(0)
            if kind == "text-box":
                self.story(part, what, kind, host)
            elif (kind, what) in notes:
                note_part, element = notes.pop((kind, what))
                self.story(note_part, element, "footnote", host)

    def _notes(self) -> dict[tuple[str, str], tuple[str, Any]]:
        found = {}
        for relation in self.package.relations(self.package.main).values():
            if relation.kind in ("footnotes", "endnotes") and relation.target in self.package:
                for element in self.package.tree(relation.target):
                    found[relation.kind.removesuffix("s"), attribute(element, "id")] = (relation.target, element)
        return found

    def pages(self) -> None:
        """Reads headers and footers, each wording once."""
        seen = set()
        for relation in self.package.relations(self.package.main).values():
            if relation.kind in ("header", "footer") and relation.target in self.package:
                element = self.package.tree(relation.target)
                words = "".join(element.itertext()).split()
                if tuple(words) not in seen:
                    seen.add(tuple(words))
                    self.story(relation.target, element, "page-header")
        self.beside()

    # Blocks

    def _blocks(self, parent: Any) -> None:
        for element in parent:
            name = local(element.tag)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name in ("commentRangeStart", "commentRangeEnd"):
                self.runs.comment(name, attribute(element, "id"))
            elif name in _SEE_THROUGH:
                self._blocks(element)

    def _paragraph(self, element: Any) -> None:
        properties = child(element, "pPr")
        style, item, level, joined = Style(), None, 0, False
        if properties is not None:
            named = child(properties, "pStyle")
            style = self.styles.get(attribute(named, "val"), Style()) if named is not None else style
            item, level = numbered(properties), outline(properties)
            mark = child(properties, "rPr")
            joined = mark is not None and any(local(each.tag) in ("del", "moveFrom") for each in mark)
        self.runs.inline(element)
        if joined:
            # With the paragraph's mark deleted, what follows is the same paragraph.
            self.runs.deleted("¶")
        elif self._in_row:
            self.runs.gap(" ")
        else:
            level = level or style.level
            item = style.item if item is None else item
            self._close("heading" if level else "item" if item else "paragraph", level)

    def _close(self, kind: str, level: int = 0) -> None:
        """Ends the line; what has no text is no line."""
        begin, self._begin = self._begin, self.runs.length
        breaks, self.runs.breaks = self.runs.breaks, []
        text = self.runs.since(begin)
        if not text.strip():
            self._begin = self.runs.drop(begin)
            return
        if not self._zone:
            self._paragraphs += 1
        self.anchors.append(Anchor(begin, paragraph=0 if self._zone else self._paragraphs))
        for first, last in _lines(text, [at - begin for at in breaks] if kind == "paragraph" else []):
            line = text[first:last]
            own = kind
            if kind == "paragraph":
                own = "item" if _ITEM.match(line) else "rule" if _RULE.fullmatch(line.strip()) else kind
            self.pieces.append(Piece(own, begin + first, begin + last, level, self._zone))
        self.runs.gap("\n")
        self._begin = self.runs.length

    # Tables

    def _table(self, table: Any) -> None:
        rows = [row for row in _below(table, "tr") if not _deleted(row)]
        layout = self._in_row or _is_layout(rows)
        for row in rows:
            cells = list(_below(row, "tc"))
            if layout:
                for cell in cells:
                    self._blocks(cell)
                continue
            self._row(cells)

    def _row(self, cells: Sequence[Any]) -> None:
        self._in_row = True
        begin = self.runs.length
        # At the ends of a row a bar is its frame, so an empty cell there needs one more.
        framed = bool(cells) and not (_words(cells[0]) and _words(cells[-1]) and _spans(cells[-1]) == 1)
        if framed:
            self.runs.gap("| ")
        empty = True
        for i, cell in enumerate(cells):
            if i:
                self.runs.gap(" | ")
            before = self.runs.length
            self._blocks(cell)
            empty = empty and not self.runs.since(before).strip()
            self.runs.trim(before)
            for _ in range(_spans(cell) - 1):
                self.runs.gap(" | ")
        if framed:
            self.runs.gap(" |")
        self._in_row = False
        if empty:
            self._begin = self.runs.drop(begin)
        else:
            self._close("row")


def _lines(text: str, breaks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yields the lines of a paragraph: a line break typed by hand parts, but where the text plainly runs on."""
    begin = 0
    ends = [*breaks, len(text)]
    for i, at in enumerate(breaks):
        before, after = text[begin:at].strip(), text[at : ends[i + 1]].strip()
        if len(before) >= _SHORT_LINE and len(after) >= _SHORT_LINE and not before.endswith(_ENDS):
            continue
        if before:
            yield begin, at
        begin = at + 1
    if text[begin:].strip():
        yield begin, len(text)


def _below(parent: Any, name: str) -> Iterator[Any]:
    """Yields a table's rows or a row's cells, those inside content controls too."""
    for element in parent:
        own = local(element.tag)
        if own == name:
            yield element
        elif own in _SEE_THROUGH:
            yield from _below(element, name)


def _deleted(row: Any) -> bool:
    properties = child(row, "trPr")
    return properties is not None and child(properties, "del") is not None


def _spans(cell: Any) -> int:
    """Returns how many columns a cell takes."""
    properties = child(cell, "tcPr")
    span = None if properties is None else child(properties, "gridSpan")
    value = "1" if span is None else attribute(span, "val")
    return min(int(value), 64) if value.isdecimal() else 1


def _words(cell: Any) -> str:
    return "".join(each.text or "" for each in cell.iter() if local(each.tag) == "t").strip()


def _is_layout(rows: Sequence[Any]) -> bool:
    """Says whether a table only lays out text: one column, or a cell that holds running text or a table."""
    most = 0
    for row in rows:
        cells = list(_below(row, "tc"))
        most = max(most, len(cells))
        for cell in cells:
            paragraphs = [len(words) for each in cell if local(each.tag) == "p" and (words := _words(each))]
            if len(paragraphs) > _MOST_IN_CELL or max(paragraphs, default=0) > _LONGEST_IN_CELL:
                return True
            if any(local(each.tag) == "tbl" for each in cell):
                return True
    return most < 2
