"""When two findings of different versions of a text are one, and two texts versions of one release.

Versions differ in more than what was edited: a Word file, a PDF and a page
have their own typography, and a wire writes its name into the dateline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.terminal import printable
from prlint.waivers.record import Identity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from prlint.claim import Release
    from prlint.finding import Finding
    from prlint.report import DocumentInfo

#: From which share of common words on two sentences are versions of one.
NEARLY = 0.6
#: Two headlines of one day, and where one text bears no date. Days apart they must be the same, and not more days than a
#: release is delayed: "Announces Offering" is followed by "Announces Closing of Offering", and "Declares Monthly Dividend"
#: by its like.
_SAME_DAY, _NO_DAY = 0.4, 0.8
_DELAY = 14
#: Words that are shown on either side of a change, and at most.
_AROUND, _MOST = 3, 14


class Said(NamedTuple):
    """The words of a finding: those of each place, and the sentence that each stands in, without its dateline."""

    quotes: tuple[str, ...]
    sentences: tuple[str, ...]


def said(finding: Finding, release: Release) -> Said:
    """Returns the words of a finding as the view reads them, in characters that can be printed."""
    document = release.document
    quotes, sentences = [], []
    for place in finding.places:
        start, end = document.view.view_offset(place.start.offset), document.view.view_offset(place.end.offset)
        quotes.append(printable(document.view.text[start:end]))
        first, last = document.sentence_at(start)
        zone = document.zone_of(first)
        if zone is not None and zone.name == "dateline" and zone.end <= start:
            first = zone.end
        sentences.append(printable(document.view.text[first:last]).strip())
    return Said(tuple(quotes), tuple(sentences))


def identity(info: DocumentInfo) -> Identity:
    """Returns what a draft is known by."""
    headline = ""
    if info.release is not None:
        document = info.release.document
        headline = " ".join(
            " ".join(document.view.text[zone.start : zone.end].split())
            for zone in document.zones
            if zone.name == "headline"
        )
    return Identity(info.issuer or "", info.date or "", headline)


def same_issuer(one: Identity, other: Identity) -> bool:
    """Says whether two releases can be one issuer's: a name may be printed with its legal form and without."""
    a, b = words(one.issuer), words(other.issuer)
    return not a or not b or a[: len(b)] == b or b[: len(a)] == a


def same_release(one: Identity, other: Identity) -> bool:
    """Says whether two texts are versions of one release."""
    if not same_issuer(one, other):
        return False
    if not (one.headline and other.headline):
        # A text without a headline is a piece of a release, or a very bare one.
        return not (one.date and other.date) or one.date == other.date
    if not (one.date and other.date):
        return likeness(one.headline, other.headline) >= _NO_DAY
    if one.date == other.date:
        return likeness(one.headline, other.headline) >= _SAME_DAY
    near = abs((_day(one.date) - _day(other.date)).days) <= _DELAY
    return near and bare(one.headline) == bare(other.headline)


def _day(iso: str) -> date:
    from datetime import date

    return date.fromisoformat(iso)


def words(text: str) -> list[str]:
    """Returns the words of a text in lower case, without marks."""
    return "".join(letter if letter.isalnum() else " " for letter in text.casefold().replace("'", "")).split()


def bare(text: str) -> str:
    """Returns letters and digits alone: what stays when a text goes from file to file."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def folded(text: str) -> str:
    """Returns a quote without what its typography adds."""
    return " ".join(text.casefold().split())


def likeness(one: str, other: str) -> float:
    """Returns the share of words that two texts have in common, from 0 to 1."""
    a, b = words(one), words(other)
    if not a or not b:
        return float(a == b and folded(one) == folded(other))
    left: dict[str, int] = {}
    for word in a:
        left[word] = left.get(word, 0) + 1
    common = 0
    for word in b:
        if left.get(word):
            left[word] -= 1
            common += 1
    return 2 * common / (len(a) + len(b))


def nearly(one: str, other: str) -> bool:
    """Says whether two sentences are versions of one."""
    return likeness(one, other) >= NEARLY


def figures(text: str) -> list[str]:
    """Returns the words with digits: a sentence with other figures says something else."""
    return [word for word in words(text) if any(map(str.isdigit, word))]


def apart(one: str, other: str) -> tuple[str, str]:
    """Returns the part of each text in which they differ, with some words around it; both empty where they do not."""
    a, b = one.split(), other.split()
    if a == b:
        return "", ""
    shortest = min(len(a), len(b))
    begin = 0
    while begin < shortest and a[begin] == b[begin]:
        begin += 1
    end = 0
    while end < shortest - begin and a[-1 - end] == b[-1 - end]:
        end += 1
    return _part(a, begin, len(a) - end), _part(b, begin, len(b) - end)


def _part(words: Sequence[str], begin: int, end: int) -> str:
    first, last = max(0, begin - _AROUND), min(len(words), end + _AROUND)
    last = min(last, first + _MOST)
    shown = " ".join(words[first:last])
    return ("… " if first else "") + shown + (" …" if last < len(words) else "")
