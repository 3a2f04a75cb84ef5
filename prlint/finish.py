"""From a kind's verdict to a finding: zones, reasons for silence, severity, message, source positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import (
    Cited,
    Contradicted,
    Evidence,
    Finding,
    Place,
    Point,
    SourceEdit,
    Suggestion,
    fingerprint,
)
from prlint.rulebook.message import fill
from prlint.rulebook.silence import silenced

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.claim import Claim
    from prlint.document import Document, Span
    from prlint.resolve.context import CheckContext
    from prlint.rulebook.model import Rule, Unless


class Finisher:
    """Collects the findings of one rule on one draft."""

    def __init__(self, rule: Rule, context: CheckContext, severities: Mapping[str, str]) -> None:
        """`severities` are the house's own, by rule id; `off` silences."""
        self._rule = rule
        self._context = context
        self._severity = severities.get(rule.id, "")
        self._seen: dict[tuple[str, ...], int] = {}
        self.findings: list[Finding] = []

    def add(self, verdict: Contradicted) -> bool:
        """Adds the finding and returns True, unless the rule has a reason to keep silent.

        Raises KeyError when the kind declares an outcome's field and does not give it.
        """
        rule = self._rule
        outcome = rule.outcomes.get(verdict.outcome)
        if outcome is None or self._severity == "off":
            return False
        document = self._context.release.document
        if rule.spelling and self._trusted(document, verdict.places):
            return False
        places = self._admitted(verdict.places)
        # Every place lies in a zone where the rule does not hold, or the text explains the contradiction.
        if not places or silenced(rule, document, places, verdict.outcome, lambda reason: self._told(reason, verdict)):
            return False
        text = document.view.text
        quotes = [text[place.start : place.end] for place in places]
        sentence = text[slice(*document.sentence_at(places[0].start))]
        key = (*quotes, sentence)
        ordinal = self._seen[key] = self._seen.get(key, -1) + 1
        self.findings.append(
            Finding(
                rule=rule.id,
                severity=self._severity or outcome.severity,
                status=rule.status,
                outcome=verdict.outcome,
                document=document.path,
                message=fill(outcome.message, verdict.values),
                advice=outcome.advice or rule.advice,
                places=tuple(_place(document, place.start, place.end) for place in places),
                evidence=tuple(evidence(cited) for cited in verdict.evidence),
                suggestion=_suggestion(document, verdict),
                fingerprint=fingerprint(rule.id, quotes, sentence, ordinal),
            )
        )
        return True

    def _trusted(self, document: Document, places: Sequence[Span | Claim]) -> bool:
        """Says whether the profile trusts the spelling at every place: the words there, or all of them one by one."""
        words = self._context.profile.get("words")
        if not words:
            return False
        trusted = {" ".join(str(word).casefold().split()) for word in words}
        for place in places:
            said = " ".join(document.view.text[place.start : place.end].casefold().split()).removesuffix("'s")
            if said not in trusted and not all(part in trusted for part in said.split()):
                return False
        return bool(places)

    def _told(self, reason: Unless, verdict: Contradicted) -> bool:
        """Says whether the draft, or a release since the newest evidence, tells of a reason's news."""
        draft = self._context.release
        dates = [
            each.release.date or ""
            for each in verdict.evidence
            if each.release is not None and each.release is not draft
        ]
        names = [str(value) for field in reason.about if (value := verdict.values.get(field))]
        if reason.about and not names:
            return False
        # Without evidence in an earlier release the contradiction is the draft's own, and so is what explains it.
        return bool(self._context.happened(reason.news, names, max(dates, default="9999")))

    def _admitted(self, places: Sequence[Span | Claim]) -> list[Span | Claim]:
        zones = self._rule.zones
        if not (zones.only or zones.excluded):
            return list(places)
        at = self._context.release.document.zones_at
        return [place for place in places if zones.admit(at(place.start, place.end))]


def _place(document: Document, start: int, end: int) -> Place:
    first, last = _points(document, start, end)
    return Place(document.path, first, last, _quote(document, start, end))


def _points(document: Document, start: int, end: int) -> tuple[Point, Point]:
    span = document.view.source_span(start, end)
    return _point(document, span.start), _point(document, span.end)


def _point(document: Document, offset: int) -> Point:
    anchor = document.anchor_at(offset)
    where = (None, None) if anchor is None else (anchor.page or None, anchor.paragraph or None)
    return Point(offset, *document.line_column(offset), *where)


def _quote(document: Document, start: int, end: int) -> str:
    """Returns the words in the author's own typography, ¶ for a joined paragraph break."""
    parts = []
    at = start
    for joined in document.breaks:
        if start <= joined.start < end:
            parts.append(document.view.as_typed(document.text, at, joined.start) + " ¶ ")
            at = joined.end
    parts.append(document.view.as_typed(document.text, at, end))
    return "".join(parts)


def evidence(cited: Cited) -> Evidence:
    """Returns what is cited as a finding shows it, with its place in the source."""
    if cited.release is None:
        return Evidence(None, None, None, None, "", cited.note)
    document = cited.release.document
    start, end = _points(document, cited.start, cited.end)
    return Evidence(document.path, cited.release.date, start, end, _quote(document, cited.start, cited.end), cited.note)


def _suggestion(document: Document, verdict: Contradicted) -> Suggestion | None:
    if not verdict.replacements:
        return None
    edits = tuple(
        SourceEdit(document.path, *document.view.source_span(edit.start, edit.end), edit.text)
        for edit in verdict.replacements
    )
    wordings = {edit.replacement for edit in edits}
    return Suggestion(wordings.pop() if len(wordings) == 1 else None, "safe" if verdict.safe else "review", edits)
