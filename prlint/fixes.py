"""Suggestions written into a draft: which edits go together, what they make of the file, and whether it reads as it should.

A file is written back in its own encoding, and no byte changes outside of the
edits. Only formats whose text is the file itself can be written: plain text,
Markdown, HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint import engine
from prlint.engine import Source
from prlint.text.decode import encoded_as
from prlint.text.fold import folded
from prlint.text.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from prlint.document import Document
    from prlint.finding import Finding, SourceEdit

#: Formats whose text is the file's own, so that a position in it is one in the file.
FORMATS = ("text", "markdown", "html")
SAFE = "safe"

#: In these parts nothing is changed unasked.
_NEVER = frozenset(("quote", "title"))


class Edit(NamedTuple):
    """Source `[start, end)` is to read `replacement`, as it is written in the file."""

    start: int
    end: int
    replacement: str


class Left(NamedTuple):
    """A finding whose suggestion is not written, and why: half a sentence for a person."""

    finding: Finding
    why: str


class Plan(NamedTuple):
    """What to write into one draft: its edits in order, the findings that they settle, and those that were left."""

    edits: tuple[Edit, ...]
    taken: tuple[Finding, ...]
    left: tuple[Left, ...]


def safe(findings: Iterable[Finding]) -> list[Finding]:
    """Returns the findings whose suggestion cannot change a fact and may be written unasked: none that is waived."""
    return [
        finding
        for finding in findings
        if finding.waived is None
        and finding.status == "stable"
        and finding.suggestion is not None
        and finding.suggestion.safety == SAFE
    ]


def plan(document: Document, data: bytes, wanted: Sequence[Finding], asked: Sequence[Finding] = ()) -> Plan:
    """Returns what can be written of the suggestions; `asked` are those a person named, which come first.

    A suggestion is written whole or not at all. Of two that overlap the first in the text is, and the other left to
    a later run.
    """
    encoding = encoded_as(document.text, data)
    taken: list[Finding] = []
    left: list[Left] = []
    edits: set[Edit] = set()
    for finding in (*sorted(asked, key=_order), *sorted(wanted, key=_order)):
        named = finding in asked
        if finding in taken:
            continue
        own = [_written(document, edit) for edit in finding.suggestion.edits] if finding.suggestion else []
        why = "" if own else "it has no suggestion"
        if not why and encoding is None:
            why = "the file's bytes cannot be told from its text"
        if not why:
            why = next((said for edit in own if (said := _refused(document, edit, encoding, named=named))), "")
        if not why and any(_collide(edit, other) for edit in own for other in edits if edit != other):
            why = "it overlaps another one"
        if why:
            left.append(Left(finding, why))
        else:
            taken.append(finding)
            edits.update(own)
    return Plan(tuple(sorted(edits)), tuple(taken), tuple(left))


def _order(finding: Finding) -> tuple[int, int, str, str]:
    edits = finding.suggestion.edits if finding.suggestion else ()
    first = min(((edit.start, edit.end) for edit in edits), default=(0, 0))
    return (*first, finding.rule, finding.fingerprint)


def _written(document: Document, edit: SourceEdit) -> Edit:
    replacement = edit.replacement
    if document.format == "html":
        for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
            replacement = replacement.replace(sign, entity)
    return Edit(edit.start, edit.end, replacement)


def _refused(document: Document, edit: Edit, encoding: tuple[str, bytes] | None, *, named: bool) -> str:
    """Returns why an edit cannot be written; empty where it can."""
    view = document.view
    source = document.text[edit.start : edit.end]
    start, end = view.view_offset(edit.start), view.view_offset(edit.end)
    if "".join(view.as_typed(document.text, start, end).split()) != "".join(source.split()):
        return "mark-up stands between its words"
    if not named and _NEVER & document.zones_at(start, max(end, start + 1)):
        return "it stands in a quotation or a title"
    if not named and not harmless(source, edit.replacement):
        return "a number or a negation would change"
    try:
        edit.replacement.encode(encoding[0] if encoding else "utf-8")
    except UnicodeEncodeError:
        return "the file's encoding has no such character"
    return ""


def _collide(one: Edit, other: Edit) -> bool:
    if one.start == other.start and one.end == other.end:
        return True
    return one.start < other.end and other.start < one.end


def written(document: Document, data: bytes, edits: Sequence[Edit]) -> bytes:
    """Returns the file with the edits, in its own encoding; raises ValueError where that cannot be told."""
    encoding = encoded_as(document.text, data)
    if encoding is None:
        raise ValueError("the file's bytes cannot be told from its text")
    codec, mark = encoding
    return mark + applied(document.text, edits).encode(codec)


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Returns the text with the edits, which are sorted and do not overlap."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.replacement)
        at = edit.end
    return "".join([*parts, text[at:]])


def reads_as_meant(document: Document, path: str, data: bytes, taken: Sequence[Finding]) -> bool:
    """Says whether the changed file, read anew, reads like the old one with nothing but the suggestions in it."""
    view = document.view
    parts: list[str] = []
    at = 0
    suggested = {
        (edit.start, edit.end, edit.replacement) for one in taken if one.suggestion for edit in one.suggestion.edits
    }
    for start, end, replacement in sorted(suggested):
        parts += (view.text[at : view.view_offset(start)], folded(replacement))
        at = view.view_offset(end)
    try:
        now = engine.read(Source(path, data, document.format))
    except ValueError:
        return False
    return _plain(now.view.text) == _plain("".join([*parts, view.text[at:]]))


def _plain(view: str) -> str:
    return "\n".join(" ".join(line.split(" ")) for line in view.split("\n")).strip()


class Shift:
    """Where a place of the old text stands in the new one."""

    __slots__ = ("_edits",)

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = tuple(edits)

    def __call__(self, start: int, end: int) -> tuple[int, int]:
        """Returns the span in the new text; one that touches an edit holds all of it."""
        return self._at(start, after=False), self._at(end, after=True)

    def spans(self) -> list[tuple[int, int]]:
        """Returns where the edits stand in the new text."""
        return [self(edit.start, edit.end) for edit in self._edits]

    def _at(self, offset: int, *, after: bool) -> int:
        shift = 0
        for edit in self._edits:
            if edit.end <= offset and (edit.end < offset or after or edit.start < edit.end):
                shift += len(edit.replacement) - (edit.end - edit.start)
            elif edit.start < offset:
                return edit.start + shift + (len(edit.replacement) if after else 0)
        return offset + shift


def withdrawn(before: Sequence[Finding], after: Sequence[Finding], made: Plan, document: Document) -> Iterator[Left]:
    """Yields the findings whose suggestions must not be written after all; all findings are of one draft.

    `after` are those on the changed draft, `document` what it was read into. A suggestion is taken back where its
    rule still finds fault there, where it brings another fault, and where a decision to live with another finding
    would end with the words that it was about. What a person asked for is only held to the first.
    """
    shift = Shift(made.edits)
    for finding in made.taken:
        own = [shift(edit.start, edit.end) for edit in finding.suggestion.edits] if finding.suggestion else []
        near = [_around(document, start, end) for start, end in own]
        stood = [(one, [shift(place.start.offset, place.end.offset) for place in one.places]) for one in before]
        # Another finding of the rule that stood beside it, and was not to be changed, is none of its result.
        beside = [span for one, spans in stood if one.rule == finding.rule and one not in made.taken for span in spans]
        still = next(
            (one for one in after if one.rule == finding.rule and _touches(one, own) and not _touches(one, beside)),
            None,
        )
        if still is not None and still.waived is None:
            yield Left(finding, f"the result still has it: {still.message}")
            continue
        if finding.suggestion is None or finding.suggestion.safety != SAFE:
            continue
        for one in after:
            if one.waived is not None or not _touches(one, near):
                continue
            same = [old for old, spans in stood if old.rule == one.rule and _touches(one, spans)]
            if not same:
                yield Left(finding, f"it would bring another finding: {one.message}")
                break
            if all(old.waived is not None for old in same):
                yield Left(finding, f"a waiver of {one.rule} in the same sentence would end with it")
                break


def _touches(finding: Finding, spans: Iterable[tuple[int, int]]) -> bool:
    return any(
        place.start.offset <= end and start <= place.end.offset for place in finding.places for start, end in spans
    )


def _around(document: Document, start: int, end: int) -> tuple[int, int]:
    """Returns the sentences, in the source, that a place of the source lies in."""
    view = document.view
    first = document.sentence_at(view.view_offset(start))
    last = document.sentence_at(view.view_offset(end))
    return view.source_start(first.start), view.source_span(last.start, last.end).end


def by_draft(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    """Returns findings by the draft that they are about."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.document, []).append(finding)
    return found
