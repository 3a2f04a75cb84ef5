"""The text of a PDF: lines joined to paragraphs, across columns and pages too."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from prlint.document import Anchor
from prlint.readers.pdf.hyphens import joint, words
from prlint.readers.pdf.lines import FILLED, MARK
from prlint.text.assemble import Piece
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.readers.pdf.lines import Line

_RULE = pattern(r"[-=_*#~ ]{3,}")
_ENDS = pattern(r"[.!?:;…][\"'”’)\]*¹²³⁴⁵⁶⁷⁸⁹⁰†‡]*$")
_GOES_ON = pattern(r"\p{Ll}[\p{L}'’-]*[,;]?(?![^\s])")  # no address: neither @ nor a stop inside
_OPEN_QUOTE = pattern(r"“[^”]*$")
#: How much more than the usual leading stands between paragraphs.
_MORE = 1.18
#: Heights of a letter: an indent, and how far two sizes differ.
_INDENT = 0.7
_OTHER_SIZE = 0.09
_LARGER = 1.12
_LONGEST_HEADING = 250


class Flow(NamedTuple):
    """What a PDF reads; one anchor for each line of a page."""

    text: str
    pieces: Sequence[Piece]
    anchors: Sequence[Anchor]


def flow(pages: Sequence[Sequence[Line]], margins: Sequence[Line]) -> Flow:
    """Returns the text of the pages' lines, then that of the margins."""
    lines = [line for page in pages for line in page]
    setting = _Setting(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and setting.goes_on(paragraphs[-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    counts = words(line.text for line in lines)
    made = _Made()
    for paragraph in paragraphs:
        made.add(paragraph, setting.kind(paragraph), "", counts)
    for line in margins:
        made.add([line], "paragraph", "page-header", counts)
    return Flow("\n".join(made.lines), made.pieces, made.anchors)


class _Made:
    """Text, pieces and anchors, as they grow."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.pieces: list[Piece] = []
        self.anchors: list[Anchor] = []
        self._at = 0

    def add(self, paragraph: Sequence[Line], kind: str, zone: str, counts: dict[str, int]) -> None:
        text = ""
        for line in paragraph:
            own = _row(line.cells) if line.cells else line.text
            if text:
                gone, between = joint(text, own, counts)
                text = text[: len(text) - gone] + between
            box = (line.left, line.bottom, line.right, line.top)
            self.anchors.append(Anchor(self._at + len(text), page=line.page, box=box))
            text += own
        self.pieces.append(Piece(kind, self._at, self._at + len(text), 1 if kind == "heading" else 0, zone))
        self.lines.append(text)
        self._at += len(text) + 1


def _row(cells: Sequence[str]) -> str:
    """Returns a row; at its ends a bar is its frame, so an empty cell there needs one more."""
    text = " | ".join(cells)
    return text if cells[0] and cells[-1] else f"| {text} |"


class _Setting:
    """How a document is set: its size, the leading of each size."""

    def __init__(self, lines: Sequence[Line]) -> None:
        letters: Counter[float] = Counter()
        gaps: dict[float, Counter[float]] = {}
        for line in lines:
            letters[_rounded(line.size)] += len(line.text)
        for before, after in pairwise(lines):
            if _same_style(before, after) and (drop := _drop(before, after)) and drop < 3 * after.size:
                gaps.setdefault(_rounded(after.size), Counter())[_rounded(drop)] += 1
        self.size = max(letters, key=lambda each: (letters[each], -each)) if letters else 0.0
        self.leading = {size: max(found, key=lambda each: (found[each], -each)) for size, found in gaps.items()}

    def kind(self, paragraph: Sequence[Line]) -> str:
        """Returns what a paragraph is: a row, an item, a rule, a heading or running text."""
        first = paragraph[0]
        text = " ".join(line.text for line in paragraph)
        if first.cells:
            return "row"
        if _begins_item(first):
            return "item"
        if _RULE.fullmatch(text.strip()):
            return "rule"
        set_apart = first.size > _LARGER * self.size or all(line.bold for line in paragraph)
        if set_apart and len(text) <= _LONGEST_HEADING and not _ENDS.search(text):
            return "heading"
        return "paragraph"

    def goes_on(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Says whether a line goes on with the paragraph."""
        last = paragraph[-1]
        if line.cells or last.cells or _begins_item(line) or not _alike(paragraph, line):
            return False
        drop = _drop(last, line)
        if drop is None:
            return self._turns_over(paragraph, line)
        leading = self.leading.get(_rounded(line.size), 1.3 * line.size)
        if drop > max(_MORE * leading, leading + 1.0) or _indented(paragraph, line):
            return False
        if not _stops_short(last, line):
            return True
        if line.size > _LARGER * self.size:
            return not _ENDS.search(last.text)  # a headline's lines break where their sense does
        return _runs_on(last, line) or (not _ENDS.search(last.text) and _fills(last))

    def _turns_over(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Says whether a line at the top of a column or a page goes on with the paragraph that ended the last one.

        A sentence that stops short of the side is cut, as the page shows it, unless it plainly goes on.
        """
        last = paragraph[-1]
        if (last.page, last.flow) == (line.page, line.flow) or line.size > _LARGER * self.size:
            return False
        if line.left - line.column[0] > _INDENT * line.size and not _begins_item(paragraph[0]):
            return False
        if _ENDS.search(last.text) and not _OPEN_QUOTE.search(
            paragraph[0].text + "".join(x.text for x in paragraph[1:])
        ):
            return False
        return not _stops_short(last, line)


def _rounded(points: float) -> float:
    return round(2 * points) / 2


def _same_style(before: Line, after: Line) -> bool:
    return abs(before.size - after.size) <= _OTHER_SIZE * max(before.size, after.size)


def _alike(paragraph: Sequence[Line], line: Line) -> bool:
    """Says whether a line is set like the paragraph: one in bold letters ends where these do."""
    last = paragraph[-1]
    return (
        _same_style(last, line)
        and (not all(each.bold for each in paragraph) or line.bold)
        and (last.bold or not line.bold or not _stops_short(last, line))
    )


def _drop(before: Line, after: Line) -> float | None:
    """Returns by how much a line stands below another; None where it does not: in the next column, on the next page."""
    if before.page != after.page:
        return None
    drop = before.base - after.base
    return drop if drop > 0.3 * after.size else None


def _begins_item(line: Line) -> bool:
    return line.begin > line.left and MARK.match(line.text) is not None


def _indented(paragraph: Sequence[Line], line: Line) -> bool:
    """Says whether a line begins elsewhere than its paragraph's lines do: the first may stand in or out."""
    last = paragraph[-1]
    room = _INDENT * line.size
    if _centred(line) and abs((last.left + last.right) - (line.left + line.right)) < 2 * line.size:
        return False
    if len(paragraph) == 1:
        if _begins_item(last):
            return line.left < last.left - room
        return line.left > last.left + room and _stops_short(last, line)
    return abs(line.left - last.left) > room


def _centred(line: Line) -> bool:
    left, right = line.left - line.column[0], line.column[1] - line.right
    return min(left, right) > 0.5 * line.size and abs(left - right) < line.size


def _stops_short(last: Line, line: Line) -> bool:
    """Says whether the line's first word would have fitted behind the last line."""
    room = last.column[1] - last.right
    if _centred(last):
        room += last.left - last.column[0]
    return last.right > last.left and room > line.first + 0.25 * line.size + 1.0


def _runs_on(last: Line, line: Line) -> bool:
    return _GOES_ON.match(line.text) is not None and last.text[-1:] not in ".!?:;" and _fills(last)


def _fills(line: Line) -> bool:
    return line.right - line.left > FILLED * (line.column[1] - line.column[0])
