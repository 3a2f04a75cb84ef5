"""What a company expects of a measure in numbers, for a period that is not over: revenue of $178 to $182 million in 2025."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.anchored import holding
from prlint.text.metrics import LABELS, figures, period
from prlint.text.numbers import MONEY, PERCENT, money
from prlint.text.patterns import pattern
from prlint.text.scope import issuer_words, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document, Span

NEEDS = ("date", "release")
FIELDS = {
    "metric": "what is expected, folded, with the words that narrow it",
    "period": "the period it is expected for: 2025, FY2025, 2025Q1; empty where the text names none",
    "low": "the figure as printed with its qualifier, of a range its beginning",
    "high": "of a range, its end as printed; else empty",
    "unit": "% or the ISO 4217 code of the currency",
    "scope": "the names in its sentence beside the issuer's, folded",
    "move": "raise, lower, narrow or update where the text says that it changes, repeat where it says that it does not; else empty",
}

_TRIGGER = pattern(
    r"guidance|outlook|[Ee]xpect|nticipat|[Ff]orecast|[Pp]roject(?:s|ed|ing)\b|estimates (?:that|its|full)|on track|targets|targeting"
)
_WORDS = ("guidance", "outlook", "expect", "anticipat", "forecast", "project", "estimates", "on track", "target")
_NOT = ("table", "contacts", "legend", "fls", "footnote", "isi")
_OUTLOOK = r"(?:guidance|outlook|forecasts?|expectations?|range|estimates?|targets?|projections?)"
_MOVES = (
    ("raise", pattern(rf"\b(?:rais(?:es|ed|ing)|increas(?:es|ed|ing)|lift(?:s|ed|ing)|boost(?:s|ed|ing)|upgrad(?:es|ed|ing)) (?:[^.;]{{0,70}}? )?{_OUTLOOK}\b|{_OUTLOOK}\b (?:\w+ ){{0,4}}?(?:raised|increased|lifted|upward)\b", "i")),
    ("lower", pattern(rf"\b(?:lower(?:s|ed|ing)|reduc(?:es|ed|ing)|cut(?:s|ting)?|trim(?:s|med|ming)|withdr(?:aws|ew|awing)|suspend(?:s|ed|ing)) (?:[^.;]{{0,70}}? )?{_OUTLOOK}\b|{_OUTLOOK}\b (?:\w+ ){{0,4}}?(?:lowered|reduced|cut|trimmed|withdrawn|downward)\b", "i")),
    ("narrow", pattern(r"\b(?:narrow|tighten)(?:s|ed|ing)\b", "i")),
    ("update", pattern(rf"\b(?:updat|revis|adjust|refin|chang)(?:es|ed|ing|e)\b (?:[^.;]{{0,70}}? )?{_OUTLOOK}\b|\b(?:updated|revised|adjusted|new)(?: [\w-]+){{0,4}} {_OUTLOOK}\b|\bnow (?:expects?|anticipates?|projects?|forecasts?|sees|estimates?|targets?|expected|anticipated)\b|"
                       rf"\b(?:previous(?:ly)?|prior|earlier|original(?:ly)?|former(?:ly)?|compared (?:to|with)|instead of|up from|down from|rather than)\b[^.;]{{0,60}}(?:{_OUTLOOK}|expected|range|\$|%)|\bno longer expects?\b", "i")),
    ("repeat", pattern(r"\b(?:re-?affirm|reiterat|affirm|maintain|confirm|repeat|re-?confirm)(?:s|ed|ing|es)?\b|\bunchanged\b|\b(?:continues? to|still) (?:expect|anticipate|project|forecast|believe)s?\b|\bin line with (?:its|our|the)? ?(?:previous|prior|earlier|previously)", "i")),
)  # fmt: skip
#: What an outlook is not: of the market, of something that did happen.
_OTHERWISE = pattern(
    r"\b(?:market (?:is|size|was|to|will)|industry (?:is|was)|CAGR|compound annual|globally|global (?:market|revenue)|worldwide (?:market|sales)|analysts?|consensus|per share|previously expected|had expected|exceed(?:ed|ing) (?:the )?(?:expectations|guidance)|"
    r"up to|peak|potential|milestone|royalt\w+|could|may|might)\b",
    "i",
)
_AMOUNTS = pattern(r"[$€£¥%]|[A-Z]{3} ?\d|percent")
_MONEY = pattern(MONEY)
_PERCENT = pattern(PERCENT)
_PER = pattern(r"\)? (?:per|a) (?:share|unit|day|month|year)|\)? (?:increase|decrease|growth|higher|lower|more|less)")
_YEARS = pattern(r"(?<![\d$/-])(?P<year>20\d\d)(?![\d/-])")
#: A part of the company, whose outlook is not the whole's.
_PARTS = pattern(
    r"\b(?:segment|subsidiar(?:y|ies)|division|business line|unit|center|centre|plant|partner|acquisition|agreements?|contract|portfolio)\b",
    "i",
)
_HEADING = 120


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each measure with the figures that are expected of it."""
    text = document.view.text
    release = claims["release"][0] if claims["release"] else None
    own = issuer_words(release.string("name"), release.string("ticker")) if release else frozenset()
    today = release.string("date") if release else ""
    for sentence in holding(document, _WORDS):
        block = document.block_at(sentence.start)
        if (
            block is None
            or block.kind == "row"
            or sentence.end - sentence.start > 700
            or document.zone_at(sentence.start) in _NOT
        ):
            continue
        if _AMOUNTS.search(text, *sentence) is None or _OTHERWISE.search(text, *sentence):
            continue
        yield from _of(document, sentence, claims["date"], own, today)
    yield from _listed(document, claims["date"], own, today)


def _listed(document: Document, dates: tuple[Claim, ...], own: frozenset[str], today: str) -> Iterator[Claim]:
    """Yields the items of a list under a heading or a sentence that speaks of guidance."""
    text = document.view.text
    said: Span | None = None
    for block in document.blocks:
        if block.kind == "item" and said is not None:
            for sentence in (s for s in document.sentences if block.start <= s.start < block.end):
                if _TRIGGER.search(text, sentence.start, sentence.end) is None and not _OTHERWISE.search(
                    text, sentence.start, sentence.end
                ):
                    yield from _of(document, sentence, dates, own, today, said)
        elif block.kind != "item":
            low = text[block.start : block.end]
            short = block.end - block.start <= _HEADING or low.rstrip().endswith(":")
            said = _span(block) if short and ("uidance" in low or "utlook" in low) else None


def _span(block: Any) -> Span:
    from prlint.document import Span

    return Span(block.start, block.end)


def _of(
    document: Document,
    sentence: Span,
    dates: tuple[Claim, ...],
    own: frozenset[str],
    today: str,
    said: Span | None = None,
) -> Iterator[Claim]:
    text = document.view.text
    zone = document.zone_at(sentence.start)
    found = [figure for figure in figures(text, sentence.start, sentence.end) if not figure.compared]
    if not found:
        return
    spans = [sentence, *([said] if said is not None else [])]
    when = _when(text, spans, dates, today)
    move = next((name for span in spans for name, form in _MOVES if form.search(text, span.start, span.end)), "")
    words = () if zone in ("headline", "subhead") else named(document, sentence.start, sentence.end, own)
    parts = {match[0].lower() for match in _PARTS.finditer(text, *sentence)}
    scope = tuple(sorted({*parts, *(word for word in words if word not in LABELS)}))
    for figure in found:
        amount = _MONEY.search(figure.low)
        unit = money(amount[0]) if amount else None
        percent = unit is None and (_PERCENT.search(figure.low) or _PERCENT.search(figure.high))
        # A percentage is a margin's level; of anything else it may be its growth.
        if (unit is None and not (percent and "margin" in figure.metric)) or _PER.match(text, figure.end):
            continue
        yield Claim("outlook", figure.start, figure.end, text[figure.start : figure.end],
                    {"metric": figure.metric, "period": when, "low": figure.low, "high": figure.high, "unit": unit.currency if unit else "%",
                     "scope": scope, "move": move})  # fmt: skip


def _when(text: str, spans: list[Span], dates: tuple[Claim, ...], today: str) -> str:
    """Returns the one period that is not over; empty where the sentence, else what introduces it, names none or several."""
    for span in spans:
        names = {
            name
            for date in dates
            if span.start <= date.start < span.end
            and (name := period(text, date.start, date.end, date.fields))
            and name[0] != "@"
            and not (today and date.string("end") and date.string("end") < today)
        }
        # "2025 revenue guidance", "fiscal 2025" without a date of its own.
        names = names or {
            match["year"]
            for match in _YEARS.finditer(text, span.start, span.end)
            if not today or match["year"] >= today[:4]
        }
        if names:
            return names.pop() if len(names) == 1 else ""
    return ""
