"""The report as one page for a browser and for paper: the release with its findings in place, and a sign-off part.

The page is one file: it fetches nothing and its policy forbids to, and the
only script and style that run in it are its own, named by their digest. All
that comes from a draft is text: escaped, and with nothing in it that turns the
writing direction unseen.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.finding import SEVERITIES
from prlint.reporters.html.marked import Mark, parts
from prlint.reporters.html.timeline import WIDTH, phase, pictures
from prlint.text.excerpt import around
from prlint.text.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.document import Document
    from prlint.finding import Evidence, Finding, Place, Point
    from prlint.report import DocumentInfo, Examined, Options, Report

#: The page shows what lies behind each draft (prlint.report.History).
HISTORY = True

#: Places that are shown with the words around them; of the others only where they are.
_MOST_PLACES = 3
_AROUND = 42

_WORDS = {"error": "Error", "warning": "Warning", "info": "Note"}


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
    waived: tuple[tuple[str, str], ...]


class Sheet(NamedTuple):
    """A release with its findings."""

    id: str
    info: DocumentInfo
    name: str
    headline: str
    cards: tuple[Card, ...]
    parts: tuple[Any, ...]
    pictures: tuple[Any, ...]
    counts: dict[str, int]


def render(report: Report, options: Options) -> str:
    """Returns the page; findings of severities that are not shown stand in it, filtered out at first."""
    from base64 import b64encode

    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    from prlint.digest import sha256

    here = os.path.dirname(os.path.abspath(__file__))

    def own(name: str) -> tuple[str, str]:
        with open(os.path.join(here, name), encoding="utf-8") as stream:
            text = stream.read()
        return text, b64encode(sha256(text.encode()).digest()).decode()

    (style, style_digest), (script, script_digest) = own("style.css"), own("script.js")
    environment = Environment(
        loader=FileSystemLoader(here),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # What is no text in a path or a message is shown by number, as on a terminal.
        finalize=lambda value: (
            value if isinstance(value, Markup) else printable(value) if isinstance(value, str) else value
        ),
    )
    sheets = _sheets(report, options)
    page = environment.get_template("page.html").render(
        report=report,
        sheets=sheets,
        cards={card.number: card for card in sorted((c for sheet in sheets for c in sheet.cards), key=_number)},
        most=_MOST_PLACES,
        style=Markup(style),  # noqa: S704 - a file of this folder
        script=Markup(script),  # noqa: S704 - the same
        policy=(
            f"default-src 'none'; style-src 'sha256-{style_digest}'; script-src 'sha256-{script_digest}'; "
            "base-uri 'none'; form-action 'none'"
        ),
        words=_WORDS,
        severities=SEVERITIES,
        shown=options.shown,
        issuer=_issuer(report.documents),
        named=[one for one in report.examined if one.about],
        clean=[one for one in report.examined if one.consistent and not one.contradicted and not one.about],
        needing=[one for one in report.examined if one.cannot_tell and one.needs],
        open=[one for one in report.examined if one.cannot_tell and not one.needs],
        width=WIDTH,
        phase=phase,
        day=_day,
    )
    return page.rstrip("\n") + "\n"


def _number(card: Card) -> int:
    return card.number


def _issuer(documents: Sequence[DocumentInfo]) -> str:
    """Returns the issuer of all the releases; empty where there are several."""
    names = {info.issuer or "" for info in documents}
    return names.pop() if len(names) == 1 else ""


def _headline(document: Document | None) -> str:
    if document is None:
        return ""
    zone = next((zone for zone in document.zones if zone.name == "headline"), None)
    return document.view.as_typed(document.text, zone.start, zone.end).replace("\n", " ") if zone else ""


def _sheets(report: Report, options: Options) -> list[Sheet]:
    # What is shown is numbered first, so that the numbers on the page have no gaps.
    order = sorted(report.findings, key=lambda finding: not _shown(finding, options))
    numbers = {id(finding): number for number, finding in enumerate(order, start=1)}
    by_document: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_document.setdefault(finding.document, []).append(finding)
    documents = {info.path: info.release.document for info in report.documents if info.release}
    rules = {one.rule: one for one in report.examined}
    names = _names({*documents, *(info.path for info in report.documents), *_cited(report)})
    marks: dict[str, list[Mark]] = {}
    for finding in report.findings:
        for mark, path in _marks(finding, numbers[id(finding)], documents):
            marks.setdefault(path, []).append(mark)
    sheets = []
    for i, info in enumerate(report.documents, start=1):
        found = sorted(by_document.get(info.path, ()), key=lambda finding: _first(finding, numbers[id(finding)]))
        document = documents.get(info.path)
        cards = tuple(_card(finding, numbers[id(finding)], rules, documents, names, options) for finding in found)
        history = info.history
        sheets.append(
            Sheet(
                f"d{i}",
                info,
                names[info.path],
                _headline(document),
                cards,
                tuple(parts(document, marks.get(info.path, ()))) if document else (),
                tuple(pictures(history.stands, info.path)) if history and history.earlier else (),
                {s: sum(f.severity == s and f.waived is None for f in found) for s in SEVERITIES},
            )
        )
    return sheets


def _first(finding: Finding, number: int) -> tuple[int, int]:
    return (finding.places[0].start.offset if finding.places else 0, number)


def _shown(finding: Finding, options: Options) -> bool:
    return finding.waived is not None or finding.severity in options.shown


def _names(paths: set[str]) -> dict[str, str]:
    """Returns the name of each file; files of one name in two folders keep their paths."""
    names = {path: path.rpartition("/")[2] or path for path in paths}
    several = Counter(names.values())
    return {path: name if several[name] == 1 else path for path, name in names.items()}


def _cited(report: Report) -> set[str]:
    return {one.document for finding in report.findings for one in finding.evidence if one.document}


def _marks(finding: Finding, number: int, documents: dict[str, Document]) -> list[tuple[Mark, str]]:
    """Returns where a finding marks the texts of the page: its places, and its evidence."""
    rank = len(SEVERITIES) if finding.waived is not None else SEVERITIES.index(finding.severity)
    found = []
    for i, place in enumerate(finding.places, start=1):
        document = documents.get(place.document)
        if document:
            start, end = (document.view.view_offset(point.offset) for point in (place.start, place.end))
            found.append((Mark(start, max(start, end), f"p{number}-{i}", number, rank), place.document))
    for i, evidence in enumerate(finding.evidence, start=1):
        document = documents.get(evidence.document or "")
        if document and evidence.start and evidence.end and evidence.document:
            start, end = (document.view.view_offset(point.offset) for point in (evidence.start, evidence.end))
            if end > start:
                found.append((Mark(start, end, f"e{number}-{i}", 0, 0), evidence.document))
    return found


def _card(
    finding: Finding,
    number: int,
    rules: dict[str, Examined],
    documents: dict[str, Document],
    names: dict[str, str],
    options: Options,
) -> Card:
    rule = rules.get(finding.rule)
    waived = finding.waived or {}
    told = ("by", "reason")
    return Card(
        number,
        finding,
        rule.family if rule else "",
        rule.title if rule else "",
        _WORDS[finding.severity],
        _shown(finding, options),
        tuple(_where(place, f"p{number}-{i}", documents) for i, place in enumerate(finding.places, start=1)),
        tuple(
            _proof(one, f"e{number}-{i}", finding, documents, names) for i, one in enumerate(finding.evidence, start=1)
        ),
        _change(finding, documents),
        tuple((key, str(waived[key])) for key in (*told, *sorted(set(waived) - {*told})) if key in waived),
    )


def _change(finding: Finding, documents: dict[str, Document]) -> tuple[str, str] | None:
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


def _where(place: Place, link: str, documents: dict[str, Document]) -> Where:
    document = documents.get(place.document)
    if document is None:
        return Where("", "", place.quote, "", _point(place.start))
    before, words, after = around(document, place.start.offset, place.end.offset)
    words = words if len(words) <= 4 * _AROUND else f"{words[: 2 * _AROUND]} … {words[-_AROUND:]}"
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return Where(link, before, words, after, _point(place.start))


def _proof(
    evidence: Evidence, link: str, finding: Finding, documents: dict[str, Document], names: dict[str, str]
) -> Proof:
    on_page = evidence.document in documents and evidence.start and evidence.end and evidence.end > evidence.start
    return Proof(
        evidence.quote,
        evidence.note,
        names.get(evidence.document or "", "") if evidence.document != finding.document else "",
        _point(evidence.start) if evidence.start else "",
        _day(evidence.date) if evidence.document != finding.document else "",
        link if on_page else "",
        bool(evidence.document) and evidence.document != finding.document,
    )


def _point(point: Point) -> str:
    """Returns a position as an author finds it: by page or paragraph where the format has them."""
    if point.page:
        return f"page {point.page}"
    if point.paragraph:
        return f"paragraph {point.paragraph}"
    return f"line {point.line}, column {point.column}"


_MONTHS = "January February March April May June July August September October November December".split()


def _day(date: str | None) -> str:
    """Returns an ISO date in words; what is none stays as it is."""
    parts = (date or "").split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return date or ""
    return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
