"""Markdown: headings, lists, tables and running text, the marks left out of the view.

Emphasis, links, images, code marks, escapes, comments and HTML tags are mark-up;
their text stays, an image's does not. Of CriticMarkup's tracked changes the
accepted text stays; they are in the document's markings. What an archive appended after a line
`---` and `[Original/Source Press Release]` is not the release and is left out.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from prlint.document import Edit
from prlint.text import critic
from prlint.text.assemble import Piece, assemble
from prlint.text.decode import decoded
from prlint.text.lines import is_paragraph, lines
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.document import Document, Marking
    from prlint.text.lines import Line

FORMAT = "markdown"
SUFFIXES = (".md", ".markdown")

_TAIL = pattern(r"(?m)^-{3,}[ \t]*(?:\r?\n[ \t]*)*\[Original/Source Press Release\]")
_FRONT = pattern(r"\A---[ \t]*\r?\n(?:.*\r?\n)*?---[ \t]*(?:\r?\n|\Z)")
_BLANK = " \t\u00a0\u3000"
_HEADING = pattern(r"(?P<mark>#{1,6})[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*$")
_BOLD_LINE = pattern(r"(?:\*\*|__)(?=\S)(?P<text>(?:(?!\*\*|__).)+)(?:\*\*|__):?$")
_BULLETS = "-+*•●◦▪‣·"
_ITEM = pattern(r"(?P<mark>(?:[-+*•●◦▪‣·]|\d{1,3}[.)])[ \t\u00a0]+)(?=\S)")
_ROW = pattern(r"\|.*\|$|[^|]+\|[^|]+\|.+")
_ROW_RULE = pattern(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")
_RULE = pattern(r"(?:[-*_][ \t]*){3,}")
_UNDERLINE = pattern(r"(?:=+|-{3,})")
_QUOTE = pattern(r"(?:>[ \t]?)+")

_INLINE = pattern(
    r"""
    (?P<comment><!--(?s:.*?)-->)
  | (?P<escape>\\(?=[!-/:-@\[-`{-~]))
  | (?P<image>!\[[^\]\n]*\]\((?:[^()\s]|\([^()\s]*\))*(?:[ ]"[^"\n]*")?\))
  | (?P<open>\[)(?=(?P<label>(?:[^\[\]\n\\]|\\.|!\[[^\]]*\]\([^)]*\))+)(?P<close>\]\((?:[^()\s]|\([^()\s]*\))*(?:[ ]"[^"\n]*")?\)))
  | (?P<auto><(?P<url>(?:https?://|mailto:)[^<>\s]+)>)
  | (?P<tag></?[A-Za-z][A-Za-z0-9-]*(?:[ ][^<>\n]*)?/?>)
  | (?P<entity>&(?:[A-Za-z]{2,8}|\#\d{2,6}|\#[xX][0-9A-Fa-f]{2,6});)
  | (?P<code>`+)
  | (?P<strong>\*\*+|(?<!\w)__+(?=\w)|(?<=\w)__+(?!\w))
  | (?P<emphasis>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\W_])|(?<=[^\W_]|[.,!?"'”’)])_(?!\w))
    """,
    "x",
)


def read(path: str, data: bytes) -> Document:
    """Returns the document; raises `Undecodable` for what is no text."""
    text = decoded(data)
    front = _FRONT.match(text)
    tail = _TAIL.search(text)
    begin, stop = front.end() if front else 0, tail.start() if tail else len(text)
    pieces: list[Piece] = []
    dropped: list[Edit] = []
    open_paragraph = False
    whole = tuple(lines(text, begin, stop, _BLANK))
    unwrapped = _unwrapped(text, whole)
    for line in whole:
        _, start, end, _ = line
        if text.startswith(">", start, end):
            quoted = _QUOTE.match(text, start, end)
            start = quoted.end() if quoted else start
        if start == end:
            open_paragraph = False
            continue
        piece = _piece(text, start, end)
        if piece is None:
            open_paragraph = False
        elif open_paragraph and piece.kind == "paragraph":
            # Lines of one paragraph: Markdown knows wraps only, an address or contact block ends its lines hard.
            pieces[-1] = pieces[-1]._replace(end=end)
        elif open_paragraph and _UNDERLINE.fullmatch(text, start, end) and pieces[-1].kind == "paragraph":
            pieces[-1] = pieces[-1]._replace(kind="heading", level=1 if text[start] == "=" else 2)
            open_paragraph = False
        else:
            pieces.append(piece)
            open_paragraph = piece.kind in ("paragraph", "item") and not _hard_end(text, line.begin, line.past)
        open_paragraph = open_paragraph and line.begin not in unwrapped
    markings: list[Marking] = []
    for piece in pieces:
        dropped += _marks(text, piece)
        for edits, found in critic.marked(text, piece.start, piece.end):
            dropped += edits
            markings += found
    return assemble(
        path=path,
        data=data,
        format=FORMAT,
        text=text,
        pieces=pieces,
        dropped=_paired(text, dropped),
        markings=markings,
    )


def _unwrapped(text: str, whole: tuple[Line, ...]) -> frozenset[int]:
    """Returns where the lines begin that are a paragraph each, as text is pasted that knows no wraps.

    They stand among others without a blank line, and one of them at least is longer than any column.
    """
    unwrapped: set[int] = set()
    for filled, group in groupby(whole, key=lambda line: line.start < line.end):
        run = tuple(group)
        if filled and len(run) > 1 and any(is_paragraph(text, line.start, line.end) for line in run):
            unwrapped.update(line.begin for line in run)
    return frozenset(unwrapped)


def _piece(text: str, start: int, end: int) -> Piece | None:
    """Returns what a line is, its leading mark left out; None for a table's ruler."""
    # Nearly all lines are plain text, as their first character tells.
    first = text[start]
    heading = _HEADING.match(text, start, end) if first == "#" else None
    if heading:
        first, last = heading.span("text")
        return Piece("heading", first, last, level=len(heading.group("mark")))
    barred = text.find("|", start, end) >= 0
    if barred and _ROW_RULE.fullmatch(text, start, end):
        return None
    if first in "-*_" and _RULE.fullmatch(text, start, end):
        return Piece("rule", start, end)
    item = _ITEM.match(text, start, end) if first in _BULLETS or first.isdecimal() else None
    if item:
        return Piece("item", item.end(), end)
    if first == "|" and _ROW.fullmatch(text, start, end):
        return Piece("row", start, end)
    if end - start < 160 and text.startswith(("**", "__"), start):
        bold = _BOLD_LINE.fullmatch(text, start, end)
        if bold and text[bold.end("text") - 1] != ".":
            return Piece("heading", start, end, level=7)
    return Piece("paragraph", start, end)


def _hard_end(text: str, start: int, end: int) -> bool:
    """Says whether a line ends with Markdown's hard break: two spaces or a backslash."""
    line = text[start:end].rstrip("\r\n")
    return line.endswith(("  ", "\\"))


def _marks(text: str, piece: Piece) -> Iterator[Edit]:
    """Yields the mark-up inside a piece."""
    # Each alternative holds one of these.
    if not any(text.find(mark, piece.start, piece.end) >= 0 for mark in "*_[<&\\`"):
        return
    for match in _INLINE.finditer(text, piece.start, piece.end):
        kind = match.lastgroup
        start, end = match.span()
        if match.group("open"):
            yield Edit(start, start + 1, "")
            close, past = match.span("close")
            yield Edit(close, past, "")
        elif match.group("auto"):
            yield Edit(start, start + 1, "")
            yield Edit(end - 1, end, "")
        elif match.group("entity"):
            from html import unescape  # few releases have entities, and the table of them is large

            plain = unescape(match.group())
            if plain != match.group():
                yield Edit(start, end, plain)
        elif match.group("tag"):
            yield Edit(start, end, " " if match.group().lower().startswith(("<br", "<p", "</p", "<td", "</td")) else "")
        elif kind:
            yield Edit(start, end, "")


def _paired(text: str, edits: list[Edit]) -> list[Edit]:
    """Returns the edits without an asterisk, underscore or backtick that has no partner in its line.

    A lone asterisk is a footnote mark, a lone underscore part of a name: text, not mark-up.
    """
    edits.sort()
    counts: dict[tuple[int, str], int] = {}
    line_of: list[int] = []
    line = at = 0
    for edit in edits:
        line += text.count("\n", at, edit.start)
        at = edit.start
        line_of.append(line)
        mark = text[edit.start : edit.end]
        if mark.strip("*_`") == "":
            counts[(line, mark)] = counts.get((line, mark), 0) + 1
    kept = []
    for edit, line in zip(edits, line_of, strict=True):
        mark = text[edit.start : edit.end]
        if mark.strip("*_`") or counts[(line, mark)] > 1:
            kept.append(edit)
    return kept
