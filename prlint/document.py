"""The text of one release, and the view of it that everything else reads.

Three texts must not be confused:

* the *bytes* of the file, known here only by their SHA-256;
* `Document.text`, the decoded source exactly as it stands. Findings carry
  positions in it: 0-based code points;
* `Document.view.text`, the source with typography folded, white space
  collapsed, mark-up dropped and broken paragraphs joined. Extractors and kinds
  read only this, and every offset they speak of is an offset in it.

In the view one line is one block (paragraph, heading, list item, table row),
so a pattern can never run from one paragraph into the next by accident.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Block(NamedTuple):
    """A line of the view: `kind` is paragraph, heading, item, row or rule."""

    kind: str
    level: int
    start: int
    end: int


class Zone(NamedTuple):
    """A part of the release. `subject` is what an `about` zone is about."""

    name: str
    start: int
    end: int
    subject: str = ""


class Edit(NamedTuple):
    """Source `[start, end)` reads `replacement` in the view.

    `typed` is the same in the author's typography where the source only names it, as `&rsquo;` does; of the same length.
    """

    start: int
    end: int
    replacement: str
    typed: str = ""


class Anchor(NamedTuple):
    """From the source offset `start` on the text stands on this page, or in this paragraph, of the file.

    Both count from 1; 0 where the format has none. A page's text has a `box` where that is known: left, bottom,
    right and top of the line that begins here, in points from the page's lower left corner.
    """

    start: int
    page: int = 0
    paragraph: int = 0
    box: tuple[float, float, float, float] | None = None


class Marking(NamedTuple):
    """What a word processor keeps beside the text, over a source span.

    `kind` is insertion, deletion, comment, hidden, highlight or link; `about` who made it, what a comment says,
    what was deleted, or where a link leads.
    """

    kind: str
    start: int
    end: int
    about: str = ""


#: What parts words, blanks aside. A decimal point and an abbreviation's full stop do too.
_NOT_IN_WORDS = ".,;:!?()[]{}<>\"'/|*•–—-&"

#: Zones that lie inside a block; all others cover whole blocks or a block's beginning.
INLINE_ZONES = ("quote", "title")


class View:
    """The folded text and its map to the source.

    Between edits a code point of the view is a code point of the source. An
    edit stands as a whole: a span that touches part of a replacement maps to
    all of the source that it replaced.
    """

    __slots__ = ("_edits", "_source_ends", "_view_starts", "text")

    def __init__(self, source: str, edits: Sequence[Edit]) -> None:
        """Builds the view of `source`.

        `source` must already be folded one to one (same length as the decoded
        text); `edits` are sorted, do not overlap, and change its length.
        """
        parts: list[str] = []
        starts: list[int] = []  # where each replacement starts in the view
        at = length = 0
        for start, end, replacement, _ in edits:
            parts.append(source[at:start])
            length += start - at
            starts.append(length)
            parts.append(replacement)
            length += len(replacement)
            at = end
        parts.append(source[at:])
        self.text = "".join(parts)
        self._edits = tuple(edits)
        self._view_starts = starts
        self._source_ends = [edit.end for edit in edits]

    def source_start(self, offset: int) -> int:
        """Returns where the view's code point at `offset` starts in the source."""
        i = bisect_right(self._view_starts, offset) - 1
        # Several edits can start at one offset when all but the last are empty.
        if i < 0:
            return offset
        edit = self._edits[i]
        past = offset - self._view_starts[i] - len(edit.replacement)
        return edit.start if past < 0 else edit.end + past

    def source_span(self, start: int, end: int) -> Span:
        """Returns the source span that the view's `[start, end)` stands for."""
        first = self.source_start(start)
        if end <= start:
            return Span(first, first)
        i = bisect_right(self._view_starts, end - 1) - 1
        if i < 0:
            return Span(first, end)
        edit = self._edits[i]
        past = end - 1 - self._view_starts[i] - len(edit.replacement)
        return Span(first, edit.end if past < 0 else edit.end + past + 1)

    def as_typed(self, source: str, start: int, end: int) -> str:
        """Returns the view's `[start, end)` in the typography of `source`, the decoded text, code point for code point.

        Quotation marks, dashes and spaces are the author's own again; what an edit replaced stays replaced.
        """
        parts: list[str] = []
        i = bisect_right(self._view_starts, start) - 1
        at = start
        while at < end:
            if i >= 0:
                replaced = self._view_starts[i] + len(self._edits[i].replacement)
                if at < replaced:
                    typed = self._edits[i].typed or self._edits[i].replacement
                    parts.append(typed[at - self._view_starts[i] : min(end, replaced) - self._view_starts[i]])
                    at = min(end, replaced)
            until = self._view_starts[i + 1] if i + 1 < len(self._view_starts) else end
            if at < min(end, until):
                first = self.source_start(at)
                parts.append(source[first : first + min(end, until) - at])
                at = min(end, until)
            i += 1
        return "".join(parts)

    def view_offset(self, offset: int) -> int:
        """Returns the view's offset for a source offset; inside an edit, its start."""
        i = bisect_right(self._source_ends, offset) - 1
        base = 0
        if i >= 0:
            edit = self._edits[i]
            base = self._view_starts[i] + len(edit.replacement) - edit.end
        if i + 1 < len(self._edits) and self._edits[i + 1].start <= offset:
            return self._view_starts[i + 1]
        return offset + base


class Document:
    """One release as text: source, view, blocks, sentences and zones. Never changed once made."""

    __slots__ = (
        "_block_starts",
        "_inline",
        "_kept",
        "_line_starts",
        "_outer",
        "_outer_starts",
        "_sentence_starts",
        "_words",
        "anchors",
        "blocks",
        "breaks",
        "format",
        "markings",
        "path",
        "sentences",
        "sha256",
        "text",
        "view",
        "zones",
    )

    def __init__(
        self,
        *,
        path: str,
        format: str,
        sha256: str,
        text: str,
        view: View,
        blocks: Iterable[Block],
        sentences: Iterable[Span],
        breaks: Iterable[Span] = (),
        zones: Iterable[Zone] = (),
        anchors: Iterable[Anchor] = (),
        markings: Iterable[Marking] = (),
    ) -> None:
        """`breaks` are the view spans (one space each) at which a broken paragraph was joined; `anchors` are sorted."""
        self.path = path
        self.format = format
        self.sha256 = sha256
        self.text = text
        self.view = view
        self.blocks = tuple(blocks)
        self.sentences = tuple(sentences)
        self.breaks = tuple(breaks)
        self.zones = tuple(zones)
        self.anchors = tuple(anchors)
        self.markings = tuple(markings)
        self._block_starts = [block.start for block in self.blocks]
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._line_starts: list[int] | None = None
        self._words: frozenset[str] | None = None
        self._outer = tuple(sorted((z for z in self.zones if z.name not in INLINE_ZONES), key=lambda zone: zone.start))
        self._outer_starts = [zone.start for zone in self._outer]
        self._inline = tuple(sorted((z for z in self.zones if z.name in INLINE_ZONES), key=lambda zone: zone.start))
        self._kept: dict[Callable[[Document], Any], Any] = {}

    def with_zones(self, zones: Iterable[Zone]) -> Document:
        """Returns the same document with these zones."""
        return Document(
            path=self.path,
            format=self.format,
            sha256=self.sha256,
            text=self.text,
            view=self.view,
            blocks=self.blocks,
            sentences=self.sentences,
            breaks=self.breaks,
            zones=zones,
            anchors=self.anchors,
            markings=self.markings,
        )

    @property
    def words(self) -> frozenset[str]:
        """The words of the view in lower case, without their possessive ending; compounds also by their parts.

        To ask whether a word stands anywhere costs next to nothing here, a search through the text far more.
        """
        if self._words is None:
            text = self.view.text.lower()
            for mark in _NOT_IN_WORDS:
                text = text.replace(mark, " ")
            self._words = frozenset(text.split())  # derived from text alone, made on first use
        return self._words

    def once(self, make: Callable[[Document], T]) -> T:
        """Returns `make(self)`, made when it is first asked for: what several readers take from one text.

        `make` is a function of a module, which depends on the document alone.
        """
        if make not in self._kept:
            self._kept[make] = make(self)
        return cast("T", self._kept[make])

    def block_at(self, offset: int) -> Block | None:
        """Returns the block that holds the view's `offset`; None in a document without text."""
        i = bisect_right(self._block_starts, offset) - 1
        return self.blocks[i] if i >= 0 else None

    def sentence_at(self, offset: int) -> Span:
        """Returns the view span of the sentence at `offset`."""
        i = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[i] if i >= 0 else Span(0, len(self.view.text))

    def zone_at(self, offset: int) -> str:
        """Returns the name of the block-level zone at the view's `offset`, `body` where none is."""
        zone = self.zone_of(offset)
        return zone.name if zone else "body"

    def zone_of(self, offset: int) -> Zone | None:
        """Returns the block-level zone at the view's `offset`."""
        i = bisect_right(self._outer_starts, offset) - 1
        return self._outer[i] if i >= 0 and offset < self._outer[i].end else None

    def zones_at(self, start: int, end: int) -> frozenset[str]:
        """Returns the block-level zone at `start`, and each inline zone that holds any of the span."""
        found = [self.zone_at(start)]
        for zone in self._inline:
            if zone.start >= end:
                break
            if start < zone.end:
                found.append(zone.name)
        return frozenset(found)

    def anchor_at(self, offset: int) -> Anchor | None:
        """Returns where in the file the *source* offset lies; None where the format has neither pages nor paragraphs."""
        if not self.anchors:
            return None
        i = bisect_right(self.anchors, (offset, 1 << 60)) - 1
        return self.anchors[max(i, 0)]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Returns the 1-based line and column of a *source* offset; CRLF, CR and LF end lines."""
        if self._line_starts is None:
            starts = [0]
            text = self.text
            at = 0
            while at < len(text):
                lf = text.find("\n", at)
                cr = text.find("\r", at, lf if lf >= 0 else len(text))
                if lf < 0 and cr < 0:
                    break
                end = lf if cr < 0 else cr + 1 if text.startswith("\n", cr + 1) else cr
                at = end + 1
                starts.append(at)
            self._line_starts = starts  # derived from text alone, made on first use
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
