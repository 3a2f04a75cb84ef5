"""Planting one error in a release: what a planter is, and what planters share.

A planter knows the text and nothing of prlint's claims or rules: it looks for
its own occasions, so that what prlint fails to read counts as missed. Where a
text offers no occasion, many planters add a sentence of their own; they give its
right form too, and what is reported of that does not count as found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from random import Random

    from prlint.document import Block, Document

MONTHS = tuple("January February March April May June July August September October November December".split())

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Plant(NamedTuple):
    """One error: the view's `[start, end)` becomes `text`.

    `right` is the wording that would be right there, None where that is what
    stands there already. `before` and `after` are how many code points on either
    side belong to the place of the error. With `top` the text goes before everything else.
    """

    start: int
    end: int
    text: str
    right: str | None = None
    before: int = 0
    after: int = 0
    top: bool = False


class Page(NamedTuple):
    """A release to plant in, and the words of the corpus: all of them, and those that are common."""

    document: Document
    known: frozenset[str]
    common: frozenset[str]

    @property
    def text(self) -> str:
        """The view's text."""
        return self.document.view.text


class Planter(NamedTuple):
    """A kind of error. `visible`: a careful reader proves it from the text (and a calendar) alone."""

    kind: str
    visible: bool
    about: str
    plant: Callable[[Page, Random], Plant | None]


class Planted(NamedTuple):
    """A text with one error, where the error stands in it (code points), and the text without it."""

    text: str
    start: int
    end: int
    right: str


def apply(document: Document, plant: Plant) -> Planted:
    """Writes the error into the source."""
    view, source = document.view, document.text
    if plant.top:
        first = last = len(source) - len(source.lstrip())
    elif plant.start == plant.end:
        first = last = view.source_span(plant.start - 1, plant.start).end
    else:
        first, last = view.source_span(plant.start, plant.end)
    start = view.source_start(plant.start - plant.before) if plant.before else first
    after = view.source_span(plant.end, plant.end + plant.after).end if plant.after else last
    text = source[:first] + plant.text + source[last:]
    right = source if plant.right is None else source[:first] + plant.right + source[last:]
    return Planted(text, start, first + len(plant.text) + after - last, right)


def shuffled(found: Iterable[re.Match[str]], random: Random) -> list[re.Match[str]]:
    """Returns matches in an order of chance."""
    matches = list(found)
    random.shuffle(matches)
    return matches


def in_body(page: Page, start: int, end: int) -> bool:
    """Says whether a span is running text: no heading, speech, title, address, contact or legend."""
    zones = page.document.zones_at(start, end)
    if not zones <= {"body", "lead", "about"}:
        return False
    block = page.document.block_at(start)
    return block is not None and block.kind in ("paragraph", "item") and len(page.text[block.start : block.end]) > 80


def word_at(page: Page, start: int, end: int) -> bool:
    """Says whether a span is a word of its own, and no part of an address or a code."""
    around = page.text[max(0, start - 1) : start] + " " + page.text[end : end + 1]
    return not re.search(r"[\w@/_#-]", around) and not re.match(r"\.\w|'\w", page.text[end : end + 2])


def paragraphs(page: Page, random: Random) -> Iterator[Block]:
    """Yields running paragraphs that end with a full stop, in an order of chance."""
    blocks = [
        block
        for block in page.document.blocks
        if block.kind == "paragraph"
        and block.end - block.start > 120
        and page.text[block.end - 1] == "."
        and page.document.zones_at(block.start, block.start + 1) <= {"body", "lead"}
        and "quote" not in page.document.zones_at(block.start, block.end)
    ]
    random.shuffle(blocks)
    yield from blocks


def sentence(page: Page, random: Random, wrong: str, right: str) -> Plant | None:
    """Adds a sentence at the end of a paragraph."""
    for block in paragraphs(page, random):
        return Plant(block.end, block.end, f" {wrong}", right=f" {right}")
    return None


def occurrences(page: Page, word: str) -> list[tuple[int, int]]:
    """Returns where a word stands as a word of its own."""
    found = [match.span() for match in re.finditer(re.escape(word), page.text)]
    return [(start, end) for start, end in found if word_at(page, start, end)]


SLIPS = ("omission", "transposition", "substitution", "insertion")


def slip(word: str, random: Random, how: str = "") -> str:
    """Returns the word with one slip of the keyboard after its first letter; the word itself where none is possible."""
    how = how or random.choice(SLIPS)
    places = [i for i in range(1, len(word)) if word[i].isalpha()]
    random.shuffle(places)
    for i in places:
        wrong = _slipped(word, i, how, random)
        if wrong.lower() != word.lower():
            return wrong
    return word


def _slipped(word: str, i: int, how: str, random: Random) -> str:
    if how == "omission":
        return word[:i] + word[i + 1 :]
    if how == "transposition":
        return word[:i] + word[i + 1 : i + 2] + word[i] + word[i + 2 :] if word[i + 1 : i + 2].isalpha() else word
    if how == "substitution":
        return word[:i] + _neighbour(word[i], random) + word[i + 1 :]
    return word[: i + 1] + word[i:]


def _neighbour(letter: str, random: Random) -> str:
    for row in _KEYS:
        at = row.find(letter.lower())
        if at >= 0:
            near = random.choice([row[k] for k in (at - 1, at + 1) if 0 <= k < len(row)])
            return near.upper() if letter.isupper() else near
    return letter


def misspelt(page: Page, random: Random, word: str, how: str = "") -> str | None:
    """Returns a misspelling that is no word of the corpus, None where ten tries give none."""
    for _ in range(10):
        wrong = slip(word, random, how)
        if wrong != word and wrong.lower() not in page.known and not _plural(word, wrong):
            return wrong
    return None


def _plural(word: str, wrong: str) -> bool:
    # An ending lost or won makes another form, not a misspelling.
    shorter, longer = sorted((word.lower(), wrong.lower()), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in ("s", "d", "n", "r", "y", "e")


_DATE = re.compile(rf"\b({'|'.join(m[:3] for m in MONTHS)})[a-z]*\.? \d{{1,2}}, (20\d\d)")


def release_month(page: Page) -> tuple[int, int] | None:
    """Returns year and month of the date that the release bears, above it or in its dateline; None without one."""
    for zone in page.document.zones:
        found = _DATE.search(page.text, zone.start, zone.end) if zone.name in ("header-date", "dateline") else None
        if found:
            return int(found[2]), [m[:3] for m in MONTHS].index(found[1]) + 1
    return None


def release_year(page: Page) -> int | None:
    """Returns the year of the first full date of the text."""
    found = _DATE.search(page.text)
    return int(found[2]) if found else None


def amount(value: float) -> str:
    """Returns a number as releases print it: 12.4, 1,250."""
    return f"{value:,.1f}" if value < 1000 and value != int(value) else f"{value:,.0f}"
