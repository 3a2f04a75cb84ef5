"""Word comments, each anchored on exactly the words that it is about.

Runs are split where a comment begins or ends inside them; their formatting, and
all that Word tracks, stays as it is. Word holds comments in the main text
alone: one about a note or a text box is anchored where that hangs in the text,
one about a page's header at the beginning, and it says so. All parts of the file but those
that name the comments are copied byte for byte.
"""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from prlint.readers.docx.flow import flow
from prlint.readers.docx.package import Package, attribute, local, relations_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.annotate import Note
    from prlint.document import Document
    from prlint.readers.docx.runs import Segment

SUFFIXES = (".docx", ".docm")

AUTHOR = "prlint"
INITIALS = "pr"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: What must not be parted by a comment's marks.
_WHOLE = frozenset(("oMath", "oMathPara"))


class _Spot(NamedTuple):
    """Where a comment goes: a span of the main text, or an element there; `about` says what it cannot stand on."""

    start: int
    end: int
    host: Any
    about: str


def annotate(data: bytes, document: Document, notes: Sequence[Note]) -> bytes:
    """Returns a copy of the Word file with a comment for each note."""
    if not notes:
        return data
    package = Package(data)
    before = flow(package)
    if before.text != document.text:
        raise ValueError("the file is not the one that was read")
    here = _Main(before.segments, package.main)
    if not here.own:
        raise ValueError("there are no words in its text on which a comment could stand")
    spots = [_spot(here, note) for note in notes]
    _split(here, {offset for spot in spots if spot.host is None for offset in (spot.start, spot.end)})
    part, comments, changed = _comments(package)
    taken = [int(id) for each in comments if (id := attribute(each, "id")).isdecimal()]
    first = 1 + max(taken, default=-1)
    root = package.tree(package.main)
    for i in reversed(range(len(notes))):
        # From the last to the first, so that comments that end at one place stand in their order.
        _anchor(here, spots[i], root, str(first + i))
    for i, (note, spot) in enumerate(zip(notes, spots, strict=True)):
        comments.append(_comment(root.tag, str(first + i), note, spot.about))
    return _repacked(package, {**changed, package.main: _bytes(root), part: _bytes(comments)})


class _Main:
    """The stretches of the main text, by offset, and the rest."""

    def __init__(self, segments: Sequence[Segment], main: str) -> None:
        self.all = segments
        self.own = [each for each in segments if each.part == main and each.host is None]
        self.starts = [each.start for each in self.own]
        self.all_starts = [each.start for each in segments]

    def moved(self, i: int, run: Any, new: Any) -> None:
        """Notes that the stretches of `run`, from the one at `i` on, stand in a new run."""
        while i < len(self.own) and self.own[i].run is run:
            self.own[i] = self.own[i]._replace(run=new)
            i += 1

    def over(self, start: int, end: int) -> Sequence[Segment]:
        """Returns the stretches that hold any of the span."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = bisect_left(self.starts, end)
        return [each for each in self.own[first:last] if each.start + each.length > start]


def _spot(here: _Main, note: Note) -> _Spot:
    """Returns where a note can stand."""
    start, end = note.start, max(note.end, note.start + 1)
    over = here.over(start, end)
    if over:
        return _Spot(max(start, over[0].start), min(end, over[-1].start + over[-1].length), None, "")
    at = here.all[max(0, bisect_right(here.all_starts, start) - 1)]
    if at.host is not None:
        return _Spot(0, 0, at.host, "In the text box here" if at.part == here.own[0].part else "In the note here")
    if at.part != here.own[0].part:
        return _Spot(*_whole(here.own[0]), None, "In the page's header or footer")
    # Between two paragraphs, or between two cells: the words before.
    return _Spot(*_whole(here.own[max(0, bisect_right(here.starts, start) - 1)]), None, "")


def _whole(segment: Segment) -> tuple[int, int]:
    return segment.start, segment.start + segment.length


def _split(here: _Main, offsets: set[int]) -> None:
    """Parts runs so that each of the offsets lies between two of them."""
    # From the last to the first: a run keeps what stands before, so the earlier offsets in it stay true.
    for offset in sorted(offsets, reverse=True):
        i = bisect_right(here.starts, offset) - 1
        if i < 0:
            continue
        segment = here.own[i]
        run, inside = segment.run, offset - segment.start
        if any(local(each.tag) in _WHOLE for each in run.iterancestors()):
            continue
        if inside == 0:
            if i and here.own[i - 1].run is run and segment.content.getparent() is run:
                here.moved(i, run, _part(run, [segment.content, *segment.content.itersiblings()]))
        elif inside < segment.length and local(segment.content.tag) == "t":
            following = list(segment.content.itersiblings())
            rest = _rest(segment.content, segment.inset + inside)
            left = segment._replace(length=inside, inset=0)
            right = segment._replace(start=offset, length=segment.length - inside, content=rest, inset=0)
            here.own[i : i + 1] = [left, right]
            here.starts.insert(i + 1, offset)
            here.moved(i + 1, run, _part(run, [rest, *following]))


def _rest(content: Any, at: int) -> Any:
    """Cuts a text element, and returns one with the rest of its words."""
    text = content.text or ""
    if content.get(_SPACE) != "preserve":
        # Blanks at the edges are layout so far, and must not become text.
        kept = text.strip(" \t\r\n")
        at -= text.find(kept)
        text = kept
    rest = deepcopy(content)
    content.text, rest.text = text[:at], text[at:]
    for each in (content, rest):
        each.set(_SPACE, "preserve")
    return rest


def _part(run: Any, following: Sequence[Any]) -> Any:
    """Moves what follows in a run to a new one behind it with the same formatting, and returns that."""
    new = etree.Element(run.tag, dict(run.attrib))
    for each in run:
        if local(each.tag) == "rPr":
            new.append(deepcopy(each))
            break
    for each in following:
        new.append(each)
    run.addnext(new)
    return new


def _anchor(here: _Main, spot: _Spot, root: Any, id: str) -> None:
    """Sets a comment's marks around its words."""
    if spot.host is not None:
        first = last = spot.host
    else:
        over = here.over(spot.start, spot.end)
        first, last = over[0].run, over[-1].run
    first, last = _outermost(first, _WHOLE), _outermost(last, _WHOLE)
    space = root.tag[: root.tag.find("}") + 1]
    start, end, run, reference = (
        etree.Element(f"{space}{name}") for name in ("commentRangeStart", "commentRangeEnd", "r", "commentReference")
    )
    for each in (start, end, reference):
        each.set(f"{space}id", id)
    run.append(reference)
    first.addprevious(start)
    last.addnext(end)
    # The comment's own run is part of no tracked change and of no link.
    top = last
    while local(top.getparent().tag) != "p":
        top = top.getparent()
    (end if top is last else top).addnext(run)


def _outermost(element: Any, names: frozenset[str]) -> Any:
    """Returns the outermost of an element and those around it with one of these names."""
    found = element
    for each in element.iterancestors():
        if local(each.tag) in names:
            found = each
    return found


def _comment(tag: str, id: str, note: Note, about: str) -> Any:
    space = tag[: tag.find("}") + 1]
    comment = etree.Element(f"{space}comment")
    for name, value in (("id", id), ("author", AUTHOR), ("initials", INITIALS)):
        comment.set(f"{space}{name}", value)
    message, *rest = note.paragraphs
    for said in (f"{about}: {message}" if about else message, *rest):
        run = etree.SubElement(etree.SubElement(comment, f"{space}p"), f"{space}r")
        text = etree.SubElement(run, f"{space}t")
        text.text = said
        text.set(_SPACE, "preserve")
    return comment


def _comments(package: Package) -> tuple[str, Any, dict[str, bytes]]:
    """Returns the part for comments and its root; where the file had none, the parts that name the new one too."""
    relations = package.relations(package.main)
    for relation in relations.values():
        if relation.kind == "comments" and relation.target in package:
            return relation.target, package.tree(relation.target), {}
    root = package.tree(package.main)
    space = root.tag[1 : root.tag.find("}")]
    part = next(name for i in range(10_000) if (name := f"word/comments{i or ''}.xml") not in package)
    id = next(name for i in range(1, 100_000) if (name := f"rIdComments{i}") not in relations)
    file = relations_part(package.main)
    links = package.tree(file) if file in package else etree.Element(f"{{{_RELATIONSHIPS}}}Relationships")
    type = f"{_STRICT if 'purl.oclc.org' in space else _OFFICE}/relationships/comments"
    etree.SubElement(links, f"{{{_RELATIONSHIPS}}}Relationship", {"Id": id, "Type": type, "Target": f"/{part}"})
    types = package.tree("[Content_Types].xml")
    etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{part}", "ContentType": _COMMENTS_TYPE})
    comments = etree.Element(f"{{{space}}}comments", nsmap={"w": space})
    return part, comments, {file: _bytes(links), "[Content_Types].xml": _bytes(types)}


def _repacked(package: Package, changed: dict[str, bytes]) -> bytes:
    """Returns the file with the changed parts in place of the old ones."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for entry in package.entries():
            content = changed.pop(entry.filename, None)
            new.writestr(entry, package.bytes(entry.filename) if content is None else content)
        for name, content in changed.items():
            entry = ZipInfo(name)  # its date is that of all zips without one
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, content)
    return stream.getvalue()


def _bytes(root: Any) -> bytes:
    found: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return found
