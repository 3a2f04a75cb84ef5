"""A finding as the report shows it: its places with the words around them, what proves it, what to write, who waived it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.reporters.html.frame import day, position
from prlint.text.excerpt import around

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.document import Document
    from prlint.finding import Evidence, Finding, Place
    from prlint.report import Examined

#: Code points before and behind the words of a place.
_AROUND = 42

WORDS = {"error": "Error", "warning": "Warning", "info": "Note"}


class Where(NamedTuple):
    """A place of a finding: its link, the words around it, and where in the file it stands."""

    link: str
    before: str
    words: str
    after: str
    said: str


class Proof(NamedTuple):
    """A piece of evidence; `link` is empty where its text is not on the page."""

    quote: str
    note: str
    file: str
    point: str
    date: str
    link: str
    earlier: bool


class Waiver(NamedTuple):
    """Who decided to live with a finding, when, why, until when, and what else was recorded.

    `decided` is false where nobody did: the finding stood before (a baseline, an older version of the draft).
    """

    by: str
    on: str
    reason: str
    until: str
    more: tuple[tuple[str, str], ...]
    decided: bool


class Card(NamedTuple):
    """A finding as the page shows it."""

    number: int
    finding: Finding
    family: str
    title: str
    word: str
    shown: bool
    places: tuple[Where, ...]
    proofs: tuple[Proof, ...]
    change: tuple[str, str] | None
    waiver: Waiver | None


def card(
    finding: Finding,
    number: int,
    shown: bool,
    rules: Mapping[str, Examined],
    documents: Mapping[str, Document],
    names: Mapping[str, str],
) -> Card:
    """Returns the card; `documents` are those on the page, `names` how files are called."""
    rule = rules.get(finding.rule)
    return Card(
        number,
        finding,
        rule.family if rule else "",
        rule.title if rule else "",
        WORDS[finding.severity],
        shown,
        tuple(_where(place, f"p{number}-{i}", documents) for i, place in enumerate(finding.places, start=1)),
        tuple(
            _proof(one, f"e{number}-{i}", finding, documents, names) for i, one in enumerate(finding.evidence, start=1)
        ),
        _change(finding, documents),
        _waiver(finding.waived) if finding.waived is not None else None,
    )


def _waiver(waived: Mapping[str, str]) -> Waiver:
    told = ("by", "on", "reason", "until")
    by, on, reason, until = (str(waived.get(key) or "") for key in told)
    rest = sorted((key, value) for key, value in waived.items() if key not in told and value)
    more = tuple((key.replace("_", " "), str(value)) for key, value in rest)
    return Waiver(by, day(on), reason, day(until), more, not ({"baseline", "against"} & waived.keys()))


def _change(finding: Finding, documents: Mapping[str, Document]) -> tuple[str, str] | None:
    """Returns the words of the first place and what they would be; None where nothing that can be read would change."""
    if finding.suggestion is None or not finding.places:
        return None
    place = finding.places[0]
    document = documents.get(place.document)
    start, end = place.start.offset, place.end.offset
    edits = sorted(
        (edit.start, edit.end, edit.replacement)
        for edit in finding.suggestion.edits
        if edit.document == place.document and edit.start <= end and start <= edit.end
    )
    if document is None or not edits:
        return None
    start, end = min(start, edits[0][0]), max(end, *(until for _, until, _ in edits))
    said: list[str] = []
    at = start
    for first, until, replacement in edits:
        said += [document.text[at:first], replacement]
        at = until
    gone, come = document.text[start:end], "".join(said) + document.text[at:end]
    return None if gone.split() == come.split() else (gone, come)


def _where(place: Place, link: str, documents: Mapping[str, Document]) -> Where:
    document = documents.get(place.document)
    if document is None:
        return Where("", "", place.quote, "", position(place.start))
    before, words, after = around(document, place.start.offset, place.end.offset)
    words = words if len(words) <= 4 * _AROUND else f"{words[: 2 * _AROUND]} … {words[-_AROUND:]}"
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return Where(link, before, words, after, position(place.start))


def _proof(
    evidence: Evidence, link: str, finding: Finding, documents: Mapping[str, Document], names: Mapping[str, str]
) -> Proof:
    on_page = evidence.document in documents and evidence.start and evidence.end and evidence.end > evidence.start
    return Proof(
        evidence.quote,
        evidence.note,
        names.get(evidence.document or "", "") if evidence.document != finding.document else "",
        position(evidence.start) if evidence.start else "",
        day(evidence.date) if evidence.document != finding.document else "",
        link if on_page else "",
        bool(evidence.document) and evidence.document != finding.document,
    )
