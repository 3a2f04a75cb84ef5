"""Sentences that stand word for word in earlier releases, with a slip in the newest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.accuracy.drift.series import Drift, Drifter, Edit, Series
from benchmarks.accuracy.planting import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_SMALL = ("the", "of", "to", "and", "in", "that", "for", "with", "is", "are", "as", "by")
_ELSEWHERE = {"headline", "contacts", "table", "title", "dateline"}
_PLAIN = ("table", "yellow", "window", "seldom", "music")


def _sentences(series: Series, random: Random) -> Iterator[tuple[int, int, str]]:
    """Yields start, end and text of sentences that recur, in an order of chance; a paragraph's last sentence too."""
    document, text = series.page.document, series.page.text
    found = []
    for start, end in document.sentences:
        said = text[start:end].strip()
        zones = document.zones_at(start, end)
        if len(said) < 60 or said[-1] != "." or zones & _ELSEWHERE or text.count(said) > 1:
            continue
        if series.established(said):
            at = text.index(said, start)
            found.append((at, at + len(said), said))
    random.shuffle(found)
    yield from found


def _stop(series: Series, random: Random) -> Drift | None:
    for _, end, _ in _sentences(series, random):
        if series.page.text[end : end + 1] in ("", " ", "\n"):
            return Drift((Edit(end - 1, end, ""),))
    return None


def _word(series: Series, random: Random) -> Drift | None:
    for start, _, said in _sentences(series, random):
        words = [m for m in re.finditer(r"(?<=[a-z] )(\w+) (?=[a-z])", said) if m[1] in _SMALL]
        if words:
            word = random.choice(words)
            return Drift((Edit(start + word.start(), start + word.end(), ""),))
    return None


def _foreign(series: Series, random: Random) -> Drift | None:
    for start, _, said in _sentences(series, random):
        gaps = [m.start() for m in re.finditer(r"(?<=[a-z]) (?=[a-z])", said)]
        if len(gaps) > 4:
            at = start + random.choice(gaps)
            return Drift((Edit(at, at, " " + random.choice(_PLAIN)),))
    return None


def _cut(series: Series, random: Random) -> Drift | None:
    """The last sentence of a paragraph stops short."""
    for start, end, said in _sentences(series, random):
        block = series.page.document.block_at(start)
        gaps = [m.start() for m in re.finditer(r"(?<=[a-z]) (?=[a-z])", said)]
        if block is not None and end == block.end and len(gaps) > 8:
            at = start + random.choice(gaps[len(gaps) // 2 : -2])
            return Drift((Edit(at, end, ""),))
    return None


def _negation(series: Series, random: Random) -> Drift | None:
    for start, _, said in _sentences(series, random):
        found = re.search(r"\b(?:not|no|never|cannot|without|undertakes no)\b", said)
        if found:
            text = {"no": "an", "never": "always", "cannot": "can", "without": "with", "undertakes no": "undertakes an"}
            new = text.get(found[0], "")
            end = found.end() + (0 if new else 1)
            return Drift((Edit(start + found.start(), start + end, new),))
    return None


def _digit(series: Series, random: Random) -> Drift | None:
    for start, _, said in _sentences(series, random):
        found = list(re.finditer(r"\b(?:Section|Rule|Act of|[Ss]ince|in) (\d{2,4}[A-Z]?)\b", said))
        if found:
            number = random.choice(found)
            last = re.search(r"\d(?=\D*$)", number[1])
            assert last is not None
            digit = str((int(last[0]) + random.randrange(1, 9)) % 10)
            at = start + number.start(1) + last.start()
            return Drift((Edit(at, at + 1, digit),))
    return None


def _name(series: Series, random: Random) -> Drift | None:
    """A capitalised word of two or more becomes another one letter off, in the one place where it stands."""
    text = series.page.text
    for start, _, said in _sentences(series, random):
        words = [m for m in re.finditer(r"(?<=[a-z] )[A-Z][a-z]{5,}\b", said) if m[0] not in MONTHS]
        words = [m for m in words if len(re.findall(rf"\b{m[0]}\b", text)) == 1]
        if words:
            word = random.choice(words)
            i = random.randrange(2, len(word[0]) - 1)
            wrong = (
                word[0][:i] + word[0][i + 1 :] if word[0][i] != word[0][i - 1] else word[0][:i] + "x" + word[0][i + 1 :]
            )
            return Drift((Edit(start + word.start(), start + word.end(), wrong),))
    return None


DRIFTERS = (
    Drifter("lost-stop", "a recurring sentence has lost its full stop", _stop),
    Drifter("lost-word", "a recurring sentence has lost a small word", _word),
    Drifter("foreign-word", "a word that does not belong there stands in a recurring sentence", _foreign),
    Drifter("cut-short", "the last sentence of a recurring paragraph stops short", _cut),
    Drifter("negation", "a recurring sentence has lost its negation", _negation),
    Drifter("law-digit", "a number of a law, or a year, in a recurring sentence is a digit off", _digit),
    Drifter("recurring-name", "a name in a recurring sentence is a letter off", _name),
)
