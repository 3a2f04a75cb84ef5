"""Figures of a business that are reported for a period that is over: revenue of the first quarter of 2024, cash as of its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.anchored import holding
from prlint.text.metrics import LABELS, a_year_before, figures, period
from prlint.text.numbers import MONEY, money
from prlint.text.patterns import pattern
from prlint.text.scope import issuer_words, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.document import Document, Span
    from prlint.text.metrics import Figure

NEEDS = ("date", "release")
FIELDS = {
    "metric": "what is measured, folded, with the words that narrow it",
    "period": "the period or day: 2024Q1, FY2024, 9M-2024-09-30, @2024-12-31",
    "number": "the amount as printed, with its qualifier",
    "unit": "the ISO 4217 code of its currency",
    "scope": "the names in its sentence beside the issuer's, folded",
    "compared": "whether it stands for comparison with a newer one",
}

#: The figure may still change, or is counted in another way.
_OTHERWISE = pattern(
    r"\b(?:preliminary|unaudited|pre-?announc\w*|restat\w+|reclassif\w+|recast|revised|adjusted|pro[- ]forma|constant currency|excluding|annuali[sz]ed|expect\w*|anticipat\w*|guidance|outlook|forecast\w*|project\w*|"
    r"to[- ]date|so far|thus far|alone|already|since|year-to-date|estimat\w*|target\w*|would|will|could|may|per share|run rate|discontinued operations|non-GAAP|market)\b",
    "i",
)
_NOT = ("table", "contacts", "legend", "fls", "footnote")
_AMOUNTS = ("$", "€", "£", "¥", "usd", "eur ", "gbp", "cad ")
_PER = pattern(r"\)? (?:per|a) (?:share|unit|day|month|year)")
_LIKE = pattern(
    r",? ?(?:in|for|during|from|of|reported in)? ?(?:the )?(?:(?:same|comparable|corresponding|prior[- ]year|year-ago|prior year's|previous year's) (?:quarter|period|months|year|nine[- ]month period|six[- ]month period|three[- ]month period|half)|"
    r"(?:the )?(?:year-ago|prior[- ]year) (?:quarter|period))(?P<when> (?:in|of) (?:(?:the )?(?:prior|previous|last) year|20\d\d)| last year| a year ago| (?:one )?year earlier)?",
    "i",
)
_MONEY = pattern(MONEY)
_AFTER = 60
#: What stands between an amount and the period that it is of.
_LINK = pattern(
    r"\)?,? ?\(?(?:in|for|during|as of|as at|at|of|through)(?: (?:the|its|our|fiscal|full|entire|end of|first|second|third|fourth|quarter|three|six|nine|twelve|[369]|12|months?|years?|period|half|ended|ending|on|that))*,? ?",
    "i",
)
#: Longer sentences are tables that lost their lines.
_LONG = 700


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each amount whose measure and period are plain."""
    text = document.view.text
    release = claims["release"][0] if claims["release"] else None
    own = issuer_words(release.string("name"), release.string("ticker")) if release else frozenset()
    today = release.string("date") if release else ""
    for sentence in holding(document, _AMOUNTS):
        block = document.block_at(sentence.start)
        if (
            sentence.end - sentence.start > _LONG
            or block is None
            or block.kind == "row"
            or document.zone_at(sentence.start) in _NOT
        ):
            continue
        if _OTHERWISE.search(text, sentence.start, sentence.end):
            continue
        dates = [
            (date, name)
            for date in claims["date"]
            if sentence.start <= date.start < sentence.end
            and (name := period(text, date.start, date.end, date.fields))
            # A period that is not over goes on.
            and not (today and date.string("end") >= today)
        ]
        if dates:
            yield from _of(document, sentence, dates, own)


def _of(document: Document, sentence: Span, dates: Sequence[tuple[Claim, str]], own: frozenset[str]) -> Iterator[Claim]:
    text = document.view.text
    found = list(figures(text, sentence.start, sentence.end))
    scope = None
    current = ""
    for i, figure in enumerate(found):
        until = found[i + 1].start if i + 1 < len(found) else sentence.end
        when = _when(text, figure, dates, sentence.start if i == 0 else found[i - 1].end, until, current)
        if not figure.compared:
            current = when
        amount = _MONEY.search(figure.low)
        unit = money(amount[0]) if amount else None
        if not when or unit is None or figure.high or _PER.match(text, figure.end):
            continue
        if scope is None:
            zone = document.zone_at(sentence.start)
            words = () if zone in ("headline", "subhead") else named(document, sentence.start, sentence.end, own)
            scope = tuple(word for word in words if word not in LABELS)
        yield Claim("reported", figure.start, figure.end, text[figure.start : figure.end],
                    {"metric": figure.metric, "period": when, "number": figure.low, "unit": unit.currency, "scope": scope, "compared": figure.compared})  # fmt: skip


def _when(text: str, figure: Figure, dates: Sequence[tuple[Claim, str]], since: int, until: int, current: str) -> str:
    """Returns the period of an amount: the one right after it, else one before it that no other amount has."""
    like = _LIKE.match(text, figure.end, until)
    if like is not None:
        said = (like["when"] or "").strip()
        year = next((int(word) for word in said.split() if word.isdigit()), 0)
        before = a_year_before(current)
        return before if not year or str(year) in before else ""
    after = [
        name
        for date, name in dates
        if figure.end <= date.start < min(until, figure.end + _AFTER) and _LINK.fullmatch(text, figure.end, date.start)
    ]
    if after:
        # "$2.4 million in 2023", beside a quarter of 2024, is the quarter of 2023.
        return (
            after[0] if not (figure.compared and current) or len(after[0]) == len(current) or after[0][0] == "@" else ""
        )
    if figure.compared:
        return ""
    before_it = [name for date, name in dates if since <= date.start and date.end <= figure.start]
    return before_it[-1] if len(set(before_it)) == 1 else ""
