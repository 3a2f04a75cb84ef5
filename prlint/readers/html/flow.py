"""From tags to paragraphs: what a browser would show as a block, and which elements it stands in.

One pass with a stack of open block elements; an inline element belongs to the
block element that it stands in. Nothing here decides what is the release.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Marking
from prlint.readers.html.elements import (
    BLOCKS,
    CELLS,
    HEADINGS,
    SKIPPED,
    SKIPPED_BLOCKS,
    TABLE_PARTS,
    VOID,
    Frame,
    Inline,
)
from prlint.readers.html.page import Block, Node, Page, Table, cell_in
from prlint.readers.html.style import styled, unseen
from prlint.readers.html.tokens import attributes, tokens
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from prlint.readers.html.tokens import Token

#: Tags that stand alone in EDGAR's wrapper; what follows on the line is not text.
_SGML = frozenset(("type", "sequence", "filename", "description"))
_BOLD = frozenset(("b", "strong"))
#: How the attributes end of an element that is closed where it opens; an address without quotation marks may end so too.
_CLOSED = (" /", '"/', "'/")
_TOLD = ("class", "id", "style", "hid", "href", "span", "item", "role")

_INLINE = pattern(r"display\s*+:\s*+inline", "i")
_PAGE_END = pattern(r"(?:page-break-(?:before|after)|break-(?:before|after))\s*+:\s*+(?:always|page|left|right)", "i")
_SEEN = pattern(
    r"(?:[\s\0\u00ad\u200b-\u200f\u2060\ufeff]++|&(?:nbsp|#160|#xa0|ensp|emsp|thinsp|shy|zwnj|zwj|#8203|#8194|#8195|#8201|#173);?)*+[^\s]", "i"
)  # fmt: skip


def flow(text: str) -> Page:
    """Returns the page's blocks and elements."""
    made = _Flow(text)
    for token in tokens(text):
        made.take(token)
    made.end()
    return made.page


class _Flow:
    def __init__(self, text: str) -> None:
        self.text = text
        self.page = Page(text)
        self.page.nodes.append(Node("", frozenset(), 0))
        self.frames = [Frame("", 0, None)]
        self.block: Block | None = None
        self.page_end = False
        self.in_title = False
        self.line_from = -1  # what follows an SGML tag on its line is passed over
        self.seen: list[tuple[int, int]] = []  # runs with something to see

    def take(self, token: Token) -> None:
        if token.kind == "text":
            self._text(token.start, token.end)
        elif token.kind == "open":
            self._open(token)
        else:
            self._close(token.name, token.start)

    def end(self) -> None:
        while len(self.frames) > 1:
            self._pop()
        self._leave_inlines(self.frames[0], 0, len(self.text))
        self._flush()
        self.page.nodes[0].last = len(self.page.blocks)

    # Text

    def _text(self, start: int, end: int) -> None:
        frame = self.frames[-1]
        state = frame.state
        if self.in_title:
            if self.page.title is None and self.text[start:end].strip():
                self.page.title = (start, end)
            return
        if self.line_from == start:
            line = self.text.find("\n", start, end)
            start = end if line < 0 else line
        if state.skip or start >= end:
            return
        seen = _SEEN.match(self.text, start, end) is not None
        if self.block is None:
            if not seen:
                return
            self.block = Block(frame.node, frame.kind, frame.level, frame.cell, self.page_end)
            self.page_end = False
        block = self.block
        if state.pre:
            self._lines(block, start, end)
        else:
            block.runs.append(("raised" if state.raised else "text", start, end))
        if seen:
            run = self.text[start:end]
            self.seen.append((end - len(run.lstrip()), start + len(run.rstrip())))
            block.size += end - start
            block.linked += end - start if state.link else 0
            block.bold = block.bold and state.bold
            if state.time:
                block.time = (block.time[0] if block.time else start, end)

    def _lines(self, block: Block, start: int, end: int) -> None:
        """Takes preformatted text, whose line ends are shown."""
        while start < end:
            line = self.text.find("\n", start, end)
            stop = line if line >= 0 else end
            if stop > start:
                block.runs.append(("text", start, stop))
            if line >= 0:
                block.runs.append(("break", line, line + 1))
            start = stop + 1

    def _flush(self) -> None:
        block, self.block = self.block, None
        if block is not None:
            if block.cell is not None:
                block.cell.blocks.append(block)
            self.page.blocks.append(block)

    # Start tags

    def _open(self, token: Token) -> None:
        name = token.name
        if name in ("script", "style"):
            return  # what is in them is no text, and `tokens` passed over it
        told = {}
        if token.attributes:
            low = token.attributes.lower()
            if any(word in low for word in _TOLD):
                told = attributes(token.attributes)
        style = told.get("style", "")
        if name in VOID:
            self._void(name, token, style)
        elif name in _SGML:
            self.line_from = token.end
        elif name == "title":
            self.in_title = not self.frames[-1].state.skip or self.frames[-1].name == "head"
        elif name in BLOCKS and not (style and name not in TABLE_PARTS and _INLINE.search(style)):
            if token.attributes.endswith(_CLOSED):
                self._flush()
            else:
                self._open_block(name, told, style)
        elif not token.attributes.endswith(_CLOSED):
            self._open_inline(name, token, told, style)

    def _void(self, name: str, token: Token, style: str) -> None:
        if name == "br":
            if self.block is not None and not self.frames[-1].state.skip:
                self.block.runs.append(("break", token.start, token.end))
        elif name == "hr":
            self._flush()
            self.page_end = True
        if style and _PAGE_END.search(style):
            self._flush()
            self.page_end = True

    def _open_inline(self, name: str, token: Token, told: dict[str, str], style: str) -> None:
        frame = self.frames[-1]
        before = state = frame.state
        kind = about = ""
        if name == "a":
            self._close_inline("a", token.start)
            before = state = self.frames[-1].state
            if told.get("href"):
                from html import unescape

                kind, about = "link", unescape(told["href"]).strip()
                state = state.changed(link=True)
        elif name in _BOLD:
            state = state.changed(bold=True)
        elif name == "sup":
            state = state.changed(raised=True)
        elif name == "time":
            state = state.changed(time=True)
        elif name == "ins":
            kind = "insertion"
        elif name == "mark":
            kind = "highlight"
        elif name == "del":
            kind, state = "" if state.skip else "deletion", state.changed(skip=True)
        if style:
            state = styled(state, style)
        if name in SKIPPED or unseen(told, style):
            state = state.changed(skip=True)
        frame.inlines.append(Inline(name, before, kind, about, len(self.seen), token.end))
        frame.counts[name] = frame.counts.get(name, 0) + 1
        frame.state = state

    def _open_block(self, name: str, told: dict[str, str], style: str) -> None:
        self._flush()
        self._make_way(name)
        if style and _PAGE_END.search(style):
            self.page_end = True
        idents = frozenset(
            f"{told.get('class', '')} {told.get('id', '')} {told.get('itemprop', '')} {told.get('role', '')}".lower().split()
        )
        parent = self.frames[-1]
        self.page.nodes.append(Node(name, idents, len(self.page.blocks)))
        frame = Frame(name, len(self.page.nodes) - 1, parent)
        parent.open_in[name] = parent.open_in.get(name, 0) + 1
        state = frame.state
        if name in HEADINGS:
            frame.kind, frame.level = "heading", HEADINGS[name]
        elif name == "li":
            frame.kind, frame.level = "item", 0
        elif name in ("pre", "listing", "plaintext"):
            state = state.changed(pre=True)
        elif name == "table":
            if parent.table is not None:
                parent.table.nested = True
            frame.table, frame.cell, frame.kind = Table(), None, "paragraph"
        elif name == "tr" and frame.table is not None:
            frame.table.rows.append([])
        elif name in CELLS and frame.table is not None:
            frame.cell = cell_in(frame.table, told)
            frame.open_in = {}
            if name == "th":
                state = state.changed(bold=True)
        if style:
            state = styled(state, style)
        if name in SKIPPED_BLOCKS or unseen(told, style):
            state = state.changed(skip=True)
        frame.state = state
        if name in TABLE_PARTS and frame.table is not None:
            frame.table.parts[name] = frame.table.parts.get(name, 0) + 1
        self.frames.append(frame)

    def _make_way(self, name: str) -> None:
        """Closes what a start tag closes where no end tag did."""
        top = self.frames[-1]
        if name == "body" and top.open_in.get("head"):
            self._pop_to("head")
        elif top.name in ("head", "p") and name != "ix:header":
            self._pop()
        top = self.frames[-1]
        if (name == "li" and top.name == "li") or (name in ("dt", "dd") and top.name in ("dt", "dd")):
            self._pop()
        elif name in ("tr", "tbody", "thead", "tfoot", *CELLS) and top.table is not None:
            # An open cell ends with its row, and both with the next part of the table.
            stop = ("tr", "tbody", "thead", "tfoot", "table") if name in CELLS else ("tbody", "thead", "tfoot", "table")
            while self.frames[-1].name not in (stop if name == "tr" or name in CELLS else ("table",)):
                self._pop()
            if name in CELLS and not top.table.rows:
                top.table.rows.append([])

    # End tags

    def _close(self, name: str, at: int) -> None:
        if name == "title":
            self.in_title = False
            return
        top = self.frames[-1]
        if top.counts.get(name):
            self._close_inline(name, at)
        elif name == "br":
            if self.block is not None:
                self.block.runs.append(("break", at, at))
        elif name == "a":
            self._close_inline(name, at)
        elif name in HEADINGS:
            open_one = name if top.open_in.get(name) else next((h for h in HEADINGS if top.open_in.get(h)), "")
            if open_one:
                self._pop_to(open_one)
        elif name in TABLE_PARTS:
            if top.table is not None and top.table.parts.get(name):
                self._pop_to(name)
        elif name in BLOCKS and name not in ("body", "html") and top.open_in.get(name):
            self._pop_to(name)

    def _pop_to(self, name: str) -> None:
        while len(self.frames) > 1:
            popped = self.frames[-1].name
            self._pop()
            if popped == name:
                return

    def _pop(self) -> None:
        self._flush()
        frame = self.frames.pop()
        at = self.seen[-1][1] if self.seen else 0
        self._leave_inlines(frame, 0, at)
        self.frames[-1].open_in[frame.name] -= 1
        if frame.name in TABLE_PARTS and frame.table is not None:
            frame.table.parts[frame.name] -= 1
        self.page.nodes[frame.node].last = len(self.page.blocks)

    def _close_inline(self, name: str, at: int) -> None:
        """Closes an inline element of this block; a link may be left open a few blocks further out."""
        within: list[Frame] = []
        for frame in reversed(self.frames[-4:] if name == "a" else self.frames[-1:]):
            if frame.counts.get(name):
                i = next(i for i in range(len(frame.inlines) - 1, -1, -1) if frame.inlines[i].name == name)
                self._leave_inlines(frame, i, at)
                for inner in within:
                    inner.state = inner.state.changed(link=False)
                return
            within.append(frame)

    def _leave_inlines(self, frame: Frame, first: int, at: int) -> None:
        for inline in reversed(frame.inlines[first:]):
            frame.counts[inline.name] -= 1
            if inline.kind == "deletion":
                about = " ".join(self.text[inline.start : at].split())
                self.page.markings.append(Marking("deletion", inline.start, inline.start, about[:400]))
            elif inline.kind and len(self.seen) > inline.seen:
                self.page.markings.append(
                    Marking(inline.kind, self.seen[inline.seen][0], self.seen[-1][1], inline.about)
                )
        if len(frame.inlines) > first:
            frame.state = frame.inlines[first].before
            del frame.inlines[first:]
