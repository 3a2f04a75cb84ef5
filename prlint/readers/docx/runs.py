"""The runs inside paragraphs: their words, and what Word keeps beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.document import Marking
from prlint.readers.docx import letters
from prlint.readers.docx.fields import Fields, leads
from prlint.readers.docx.package import attribute, child, local
from prlint.readers.docx.styles import Style, flag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.readers.docx.package import Package, Relation

_SEE_THROUGH = frozenset(
    ("smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "fldSimple", "oMath", "oMathPara", "Choice")
)


class Segment(NamedTuple):
    """Where `length` code points of the text, from `start` on, stand: in the element `content` of `run`.

    `inset` is where they begin in the element's own text. `host` is None in the
    main text; a text box or a note has the run there that it hangs on, and what
    hangs nowhere (a page's header) has `part` alone.
    """

    start: int
    length: int
    run: Any
    content: Any
    inset: int
    part: str
    host: Any


class Runs:
    """Collects the text of one file, run by run."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self._styles = styles
        self.parts: list[str] = []
        self.length = 0
        self.breaks: list[int] = []
        self.segments: list[Segment] = []
        self.markings: list[Marking] = []
        self.commented: dict[str, tuple[int, int]] = {}
        self.boxes: list[tuple[str, Any, str, Any]] = []
        self._latest: dict[str, int] = {}
        self._part = self._main = ""
        self._relations: Mapping[str, Relation] = {}
        self._host: Any = None
        self._fields = Fields()
        self._inserted: list[str] = []
        self._links: list[str] = []

    def enter(self, part: str, relations: Mapping[str, Relation], host: Any, root: Any) -> None:
        """Begins a story."""
        self._main = self._main or part
        self._part, self._relations, self._host = part, relations, host
        self._fields.enter(part, root)

    # What the walk over blocks asks for

    def since(self, begin: int) -> str:
        """Returns the text from `begin` on."""
        length, found = self.length, []
        for part in reversed(self.parts):
            if length <= begin:
                break
            found.append(part)
            length -= len(part)
        return "".join(reversed(found))

    def drop(self, begin: int) -> int:
        """Takes back what has been read from `begin` on, which is only white space, and returns `begin`."""
        while self.length > begin:
            self.length -= len(self.parts.pop())
        while self.segments and self.segments[-1].start >= begin:
            self.segments.pop()
        self.markings = (
            [
                each if each.end <= begin else each._replace(start=min(each.start, begin), end=begin)
                for each in self.markings
            ]
            if self.markings and self.markings[-1].end > begin
            else self.markings
        )
        return begin

    def trim(self, begin: int) -> None:
        """Takes back the gap at the end of a cell."""
        if self.length > begin and self.parts[-1] == " ":
            self.length -= len(self.parts.pop())

    def gap(self, text: str) -> None:
        """Adds what parts lines and cells, and stands in no run."""
        self.parts.append(text)
        self.length += len(text)

    # Inside a paragraph

    def inline(self, parent: Any) -> None:
        """Reads what stands in a paragraph, or in a part of one."""
        for element in parent:
            name = local(element.tag)
            if name == "r":
                self._run(element)
            elif name in ("ins", "moveTo"):
                self._inserted.append(attribute(element, "author"))
                self.inline(element)
                self._inserted.pop()
            elif name in ("del", "moveFrom"):
                self.deleted("".join(each.text or "" for each in element.iter() if local(each.tag) in ("delText", "t")))
            elif name == "hyperlink":
                self._links.append(self._target(element))
                self.inline(element)
                self._links.pop()
            elif name in ("commentRangeStart", "commentRangeEnd"):
                self.comment(name, attribute(element, "id"))
            elif name == "AlternateContent":
                chosen = _chosen(element)
                if chosen is not None:
                    self.inline(chosen)
            elif name == "fldSimple":
                self._links.append(leads(attribute(element, "instr")))
                self.inline(element)
                self._links.pop()
            elif name in _SEE_THROUGH or (element.tag.endswith("/math}" + name) and name not in ("rPr", "ctrlPr")):
                self.inline(element)
        self._fields.paragraph()

    def comment(self, name: str, id: str) -> None:
        """Notes where the words of a comment begin or end."""
        start, _ = self.commented.get(id, (self.length, 0))
        if name == "commentRangeStart":
            self.commented[id] = (self.length, self.length)
        elif id in self.commented:
            self.commented[id] = (start, self.length)

    def deleted(self, text: str) -> None:
        """Notes deleted words, which are not in the text."""
        if text:
            self._beside("deletion", text)

    def _run(self, run: Any) -> None:
        hidden = highlighted = raised = False
        for element in run:
            name = local(element.tag)
            if name == "rPr":
                hidden, highlighted, raised = self._properties(element)
            elif name == "t":
                text, inset = letters.text(element)
                self._add(letters.raised(text) if raised else text, run, element, inset, hidden, highlighted)
            elif name in letters.CHARACTERS:
                self._add(letters.CHARACTERS[name], run, element, 0, hidden, highlighted)
            elif name in ("br", "cr"):
                if attribute(element, "type") in ("", "textWrapping") and self._fields.shown() and not hidden:
                    self.breaks.append(self.length)
                    self._add("\n", run, element, 0, hidden, highlighted)
            elif name == "sym":
                self._add(letters.symbol(element), run, element, 0, hidden, highlighted)
            else:
                self._other(name, run, element, hidden)

    def _other(self, name: str, run: Any, element: Any, hidden: bool) -> None:
        """Reads what stands in a run and is no text of its own."""
        if name == "fldChar":
            self._fields.mark(attribute(element, "fldCharType"))
        elif name == "instrText":
            self._fields.code(element.text or "")
        elif name in ("footnoteReference", "endnoteReference"):
            if self._fields.shown() and not hidden:
                self.boxes.append(
                    (name.removesuffix("Reference"), attribute(element, "id"), self._part, self._hanging(run))
                )
        elif name == "commentReference":
            # A comment without a range is about the place where it stands.
            self.commented.setdefault(attribute(element, "id"), (self.length, self.length))
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            self._drawing(run, element)
        elif name == "ruby":
            base = child(element, "rubyBase")
            words = "" if base is None else "".join(each.text or "" for each in base.iter() if local(each.tag) == "t")
            self._add(words.translate(letters.BLANKS), run, element, 0, hidden, False)

    def _properties(self, properties: Any) -> tuple[bool, bool, bool]:
        """Returns whether a run is hidden, whether it is highlighted, and whether it is raised."""
        hidden: bool | None = None
        highlighted = False
        raised: bool | None = None
        style = Style()
        for element in properties:
            name = local(element.tag)
            if name == "vanish":
                hidden = flag(properties, "vanish")
            elif name == "rStyle":
                style = self._styles.get(attribute(element, "val"), style)
            elif name == "highlight":
                highlighted = attribute(element, "val") not in ("none", "")
            elif name == "vertAlign":
                raised = attribute(element, "val") == "superscript"
        return (
            bool(style.hidden if hidden is None else hidden),
            highlighted,
            bool(style.raised if raised is None else raised),
        )

    def _add(self, text: str, run: Any, content: Any, inset: int, hidden: bool, highlighted: bool) -> None:
        if not text or (self._fields.open and not self._fields.shown()):
            return
        if hidden:
            self._beside("hidden", text)
            return
        start = self.length
        self.segments.append(Segment(start, len(text), run, content, inset, self._part, self._host))
        self.parts.append(text)
        self.length += len(text)
        if self._inserted:
            self._over("insertion", start, self._inserted[-1])
        if highlighted:
            self._over("highlight", start, "")
        if self._links or self._fields.open:
            target = next((link for link in reversed(self._links) if link), "") or self._fields.target()
            if target:
                self._over("link", start, target)

    def _over(self, kind: str, start: int, about: str) -> None:
        """Notes a marking over the text from `start` on; what touches one alike is one with it."""
        last = self._latest.get(kind, -1)
        if last >= 0 and self.markings[last].end == start and self.markings[last].about == about:
            self.markings[last] = self.markings[last]._replace(end=self.length)
        else:
            self._latest[kind] = len(self.markings)
            self.markings.append(Marking(kind, start, self.length, about))

    def _beside(self, kind: str, text: str) -> None:
        """Notes words that are not in the text; what follows at the same place is one with them."""
        last = self._latest.get(kind, -1)
        if last >= 0 and self.markings[last].start == self.length:
            self.markings[last] = self.markings[last]._replace(about=self.markings[last].about + text)
        else:
            self._latest[kind] = len(self.markings)
            self.markings.append(Marking(kind, self.length, self.length, text))

    # Fields, drawings, links

    def _drawing(self, run: Any, element: Any) -> None:
        """Keeps the text boxes of a drawing for later; of alternatives the newer one counts."""
        if local(element.tag) == "AlternateContent":
            element = _chosen(element)
        if element is None or not self._fields.shown():
            return
        waiting = [element]
        while waiting:
            each = waiting.pop()
            name = local(each.tag)
            if name == "txbxContent":
                self.boxes.append(("text-box", each, self._part, self._hanging(run)))
            elif name == "AlternateContent":
                chosen = _chosen(each)
                waiting += [] if chosen is None else [chosen]
            else:
                waiting += reversed(list(each))

    def _hanging(self, run: Any) -> Any:
        """Returns the run of the main text on which a box or a note hangs that `run` refers to, None for a header's."""
        return run if self._part == self._main and self._host is None else self._host

    def _target(self, element: Any) -> str:
        for name, value in element.attrib.items():
            if local(name) == "id" and value in self._relations:
                relation = self._relations[value]
                return relation.target if relation.external else ""
        return ""


def comments(package: Package) -> dict[str, str]:
    """Returns what each comment says, after its author's name, by the comment's id."""
    found = {}
    for relation in package.relations(package.main).values():
        if relation.kind == "comments" and relation.target in package:
            for element in package.tree(relation.target):
                words = (
                    "".join(each.text or "" for each in paragraph.iter() if local(each.tag) == "t")
                    for paragraph in element
                    if local(paragraph.tag) == "p"
                )
                said = " ".join(part for part in words if part)
                author = attribute(element, "author")
                found[attribute(element, "id")] = f"{author}: {said}" if author else said
    return found


def _chosen(alternatives: Any) -> Any:
    """Returns the alternative that Word itself would show."""
    newer = child(alternatives, "Choice")
    return child(alternatives, "Fallback") if newer is None else newer
