"""Until when a company says that its cash lasts: "sufficient to fund operations into the third quarter of 2026"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.anchored import holding
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.document import Document, Span

NEEDS = ("date",)
FIELDS = {
    "until": "the end as printed, with its preposition: into the third quarter of 2026",
    "days": "the days at which it may be spent, as day numbers of the common calendar: the first and the last, or one",
    "move": "extended or shortened where the text says that it moved; unchanged where it says that it did not; else empty",
}

_WORDS = ("runway", "fund", "financ", "support", "sustain", "cover", "meet", "sufficient")
_MONEY = pattern(
    r"\b(?:cash|runway|capital resources|liquidity|proceeds|funds|funding|financial resources|balance sheet|resources)\b",
    "i",
)
_LASTS = pattern(
    r"(?:runway|fund(?:ed|s|ing)?|financ(?:e|es|ing)|support|sustain|cover|meet|sufficient|last|operations|operate)\b(?:(?!\d{4})[^.;\n]){0,150}?"
    r"\b(?P<until>(?P<how>into|through|until|to|beyond)(?: (?:at least|approximately|about|around|the|end|of|early|late|mid-?|beyond|and|into))* ?$)",
    "i",
)
_YEAR = pattern(r"(?<![\w$/-])20\d\d(?![\w/-])")
#: What is paid for: all that the company does, not one trial.
_ALL = pattern(
    r"operat|runway|plans?\b|obligations|requirements|needs|business|activities|expenditures|company|\blasts?\b", "i"
)
_EARLY = pattern(r"\bearly\b", "i")
_LATE = pattern(r"\blate\b", "i")
_END = pattern(r"\bend of\b", "i")
_MOVES = (
    ("extended", pattern(r"\bextend(?:s|ed|ing) (?:its|the|our|expected|projected|cash)\b|\b(?:lengthen\w*|longer than|up from)\b", "i")),
    ("unchanged", pattern(r"\b(?:re-?affirm\w*|reiterat\w*|maintain\w*|confirm\w*|unchanged|continues? to|still)\b", "i")),
    ("shortened", pattern(r"\b(?:shorten\w*|reduc\w+|previously|earlier than|prior (?:guidance|expectation|estimate)|now expect\w*|instead of|rather than|compared (?:to|with)|accelerat\w+|no longer|revis\w+|updat\w+)\b", "i")),
)  # fmt: skip
_PRECISE = ("quarter", "half", "third", "year", "month", "day")
#: Readers take "early" and "late" for the first and the last third.
_THIRD = 3


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each date until which the company is funded."""
    text = document.view.text
    for sentence in holding(document, _WORDS):
        if _MONEY.search(text, sentence.start, sentence.end) is None:
            continue
        for start, end, first, last in _ends(text, sentence, claims["date"]):
            lasts = _LASTS.search(text, sentence.start, start)
            if lasts is None or _ALL.search(text, lasts.start(), lasts.start("until")) is None:
                continue
            days = _days(
                lasts["until"], date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal() + 1
            )
            move = next((name for name, form in _MOVES if form.search(text, sentence.start, sentence.end)), "")
            at = lasts.start("until")
            yield Claim("runway", at, end, text[at:end],
                        {"until": text[at:end], "days": tuple(str(day) for day in days), "move": move})  # fmt: skip
            break


def _ends(text: str, sentence: Span, dates: Sequence[Claim]) -> Iterator[tuple[int, int, str, str]]:
    """Yields the periods of a sentence with their first and last day; bare years too, which are dates only after some words."""
    inside = [each for each in dates if sentence.start <= each.start < sentence.end]
    for each in inside:
        if each.get("precision") in _PRECISE and each.get("start"):
            yield each.start, each.end, each.string("start"), each.string("end")
    for match in _YEAR.finditer(text, *sentence):
        if not any(each.start <= match.start() < each.end for each in inside):
            yield *match.span(), f"{match[0]}-01-01", f"{match[0]}-12-31"


def _days(how: str, first: int, last: int) -> tuple[int, ...]:
    """Returns the days at which the cash may be spent: within a period that it reaches into, or at its end."""
    third = (last - first) // _THIRD
    if _END.search(how) or how.lower().startswith(("through", "beyond")):
        return (last,)
    if _EARLY.search(how):
        return first, first + third
    if _LATE.search(how):
        return last - third, last - 1
    return first, last - 1
