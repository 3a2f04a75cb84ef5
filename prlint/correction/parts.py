"""What a reader calls the parts of a release: the headline, the second paragraph, a row of a table, a section by its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.patterns import pattern
from prlint.text.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.document import Block, Document

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
#: A line of the text that is a heading, in a format that does not mark them.
_HEADING = pattern(r"(?=[^\n]*\p{L}{3})[\p{Lu}\d][^\n]{2,90}[^\s.!?:;,\"'”)]")
#: A line that says nothing but a figure: a cell of a table that was taken apart.
_CELL = pattern(r"[\d\s$€£¥%().,–—-]+")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", '"', ".)")
#: Lines in a row of which that many are cells make a table; and how long one of them is at most.
_CELLS, _LONGEST_CELL = 4, 100
#: Rows of plain text that make a table; fewer gaps in a line are an address or a signature.
_ROWS = 3
_LETTER = pattern(r"\p{L}[^\n|]*")

_NAMES = {
    "header-date": "the date line",
    "headline": "the headline",
    "fls": "the forward-looking statements",
    "isi": "the important safety information",
    "legend": "the legend",
    "contacts": "the contacts",
    "source": "the source line",
    "endmark": "the end mark",
}


class Part(NamedTuple):
    """A block (view offsets) with what a reader calls it; `kind` is its zone's name, or paragraph, heading, item, row.

    `row` is what a table's row is called, else empty.
    """

    start: int
    end: int
    kind: str
    name: str
    row: str = ""


def ordinal(number: int) -> str:
    """Returns first, second … twelfth, 13th, 21st."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def outline(document: Document) -> tuple[Part, ...]:
    """Returns a part for each block of the release, in order.

    The paragraph with the dateline is the first one. Headings, tables, lists and the parts that have a name of their
    own are not counted; below a heading of the story paragraphs are counted anew, and named with it.
    """
    return tuple(_parts(document))


def _parts(document: Document) -> Iterator[Part]:
    text = document.view.text
    many = {"subhead": 0, "footnote": 0, "table": 0}
    for zone in document.zones:
        if zone.name in ("subhead", "footnote"):
            many[zone.name] += 1
    kinds = _kinds(document)
    many["table"] = sum(kind == "row" and before != "row" for kind, before in zip(kinds, ["", *kinds], strict=False))
    seen = dict.fromkeys(many, 0)
    count = items = 0
    under = ""
    last = ""  # the paragraph before, for what is counted after it
    before = row = ""
    for block, kind in zip(document.blocks, kinds, strict=True):
        said = text[block.start : block.end]
        if kind == "paragraph":
            count += 1
            last = f"the {ordinal(count)} paragraph" + (f' under "{under}"' if under else "")
            name = last
        elif kind == "heading":
            # A reader who is sent to a heading looks for its words.
            under, count = said, 0
            name = f'the heading "{said}"'
            last = name
        elif kind == "item":
            items = items + 1 if before == "item" else 1
            name = f"the {ordinal(items)} item of the list" + (f" after {last}" if last else "")
        elif kind == "row":
            seen["table"] += before != "row"
            name = "the table" if many["table"] == 1 else f"the {ordinal(seen['table'])} table"
        elif kind in ("subhead", "footnote"):
            seen[kind] += 1
            called = {"subhead": "subheadline", "footnote": "footnote"}[kind]
            name = f"the {called}" if many[kind] == 1 else f"the {ordinal(seen[kind])} {called}"
        elif kind == "about":
            section = document.zone_of(block.start)
            name = (
                f'the section "About {section.subject}"'
                if section and section.subject
                else "the section about the company"
            )
        elif kind in _NAMES:
            name = _NAMES[kind]
        else:
            # What a format keeps beside the release: a page's header and number, a comment.
            continue
        # The figures of a table that was taken apart stand below what they are figures of.
        row = (_row_label(said) or (row if before == "row" else "")) if kind == "row" else ""
        yield Part(block.start, block.end, kind, name, row)
        before = kind


def _kinds(document: Document) -> list[str]:
    tabular = _tabular(document)
    kinds = [_kind(document, block, tabular) for block in document.blocks]
    text = document.view.text
    # A heading stands above something.
    for i in range(len(kinds) - 1, -1, -1):
        block = document.blocks[i]
        above = kinds[i + 1] in ("paragraph", "item", "row", "heading") if i + 1 < len(kinds) else False
        if (
            kinds[i] == "paragraph"
            and above
            and document.zone_at(block.start) == "body"
            and _HEADING.fullmatch(text, block.start, block.end)
        ):
            kinds[i] = "heading"
    return kinds


def _kind(document: Document, block: Block, tabular: frozenset[int]) -> str:
    if block.kind == "row" or block.start in tabular:
        return "row"
    zone = document.zone_at(block.start)
    if zone in ("dateline", "lead", "body", "table"):
        return block.kind if block.kind in ("heading", "item") else "paragraph"
    return zone


def _tabular(document: Document) -> frozenset[int]:
    """Returns where the lines begin that are rows of a table without being marked as such."""
    found: set[int] = set()
    run: list[int] = []
    if document.format == "text":
        for row in rows(document):
            block = document.block_at(row.cells[0].start)
            if row.opens:
                run = []
            if block is not None:
                run.append(block.start)
            if len(run) >= _ROWS:
                found.update(run)
    text = document.view.text
    run = []
    cells = 0
    for block in (*document.blocks, None):
        said = text[block.start : block.end] if block else ""
        if block and len(said) <= _LONGEST_CELL and not said.endswith(_SENTENCE_ENDS) and block.kind == "paragraph":
            run.append(block.start)
            cells += _CELL.fullmatch(said) is not None
            continue
        if cells >= _CELLS and 3 * cells >= len(run):
            found.update(run)
        run, cells = [], 0
    return frozenset(found)


def _row_label(said: str) -> str:
    """Returns what a row's first cell says in letters; empty where it says nothing."""
    line = said.lstrip(" |")
    cell = line.partition("|")[0] if "|" in line else line
    words = _LETTER.match(cell)
    if words is None:
        return ""
    label: str = words.group()
    for i, letter in enumerate(label):
        if letter.isdigit() or letter in "$€£(":
            label = label[:i]
            break
    return label.strip(" .:")
