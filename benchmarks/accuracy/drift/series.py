"""A series of one issuer's releases, and a fact that is changed at every place of the newest.

The newest release agrees with itself; only the earlier ones object. A drifter
knows the texts and nothing of prlint's claims or rules. A fact that the series
does not have is added to it: a sentence of our own in each earlier release, and
in the newest one its drifted form.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy.planting import MONTHS, Page, paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from random import Random

    from benchmarks.accuracy.corpus import Item

#: A fact is one of the series when so many of the earlier releases have it.
ESTABLISHED = 2

_MARGIN = 12


class Series(NamedTuple):
    """The newest release and those before it, oldest first, with their dates (ISO)."""

    draft: Item
    page: Page
    date: str
    earlier: tuple[Item, ...]
    pages: tuple[Page, ...]
    dates: tuple[str, ...]

    def established(self, text: str) -> bool:
        """Says whether enough of the earlier releases have these words."""
        return sum(text in page.text for page in self.pages) >= ESTABLISHED


class Edit(NamedTuple):
    """The draft's view `[start, end)` becomes `text`."""

    start: int
    end: int
    text: str


class Drift(NamedTuple):
    """A change. `news` is a sentence that explains it, empty where none would.

    For a fact of our own, `before` is the sentence of the earlier releases (of
    those up to the ISO date `until`, where it is given), `right` and `wrong` are
    the two forms of the newest; else `edits` change what stands there. `explained`
    stands for `wrong` where the explanation is in the sentence itself.
    """

    edits: tuple[Edit, ...] = ()
    news: str = ""
    before: str = ""
    right: str = ""
    wrong: str = ""
    explained: str = ""
    until: str = ""


class Drifter(NamedTuple):
    """A kind of drift."""

    kind: str
    about: str
    plant: Callable[[Series, Random], Drift | None]


class Text(NamedTuple):
    """A text and the source spans in it that were changed."""

    text: str
    places: tuple[tuple[int, int], ...]


def everywhere(page: Page, old: str, new: str) -> tuple[Edit, ...]:
    """Returns the edits that write `new` for `old`, in both cases of its letters, wherever it is a word and no address."""
    edits = []
    for match in re.finditer(
        rf"(?<![\w@./-]){re.escape(old)}(?![\w@-]|\.(?:com|org|net|io|co)\b)", page.text, re.IGNORECASE
    ):
        written = new.upper() if match[0].isupper() and not old.isupper() else new
        edits.append(Edit(*match.span(), written))
    return tuple(edits)


def where(page: Page, pattern: str, new: str, group: int = 0) -> tuple[Edit, ...]:
    """Returns the edits that write `new` for a group of each match."""
    return tuple(Edit(*match.span(group), new) for match in re.finditer(pattern, page.text))


def write(page: Page, edits: Iterable[Edit], sentences: Sequence[str], random: Random, marked: int = 0) -> Text | None:
    """Returns the source with the edits, and with each of the sentences at the end of a paragraph of its own.

    The first `marked` sentences are places too. None where there is no paragraph to add to.
    """
    document = page.document
    spans = [(*document.view.source_span(edit.start, edit.end), edit.text, True) for edit in edits]
    ends = [block.end for block in paragraphs(page, random)]
    if sentences and not ends:
        return None
    for i, added in enumerate(sentences):
        at = document.view.source_span(ends[i % len(ends)] - 1, ends[i % len(ends)]).end
        spans.append((at, at, f" {added}", i < marked))
    spans.sort(key=lambda span: span[:2])
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    last = length = 0
    for start, end, text, is_place in spans:
        if start < last:
            return None
        parts += [document.text[last:start], text]
        length += start - last + len(text)
        if is_place:
            wide = 0 if text else _MARGIN
            places.append((max(0, length - len(text) - wide), length + wide))
        last = end
    return Text("".join([*parts, document.text[last:]]), tuple(places))


def day(iso: str) -> str:
    """Returns a date as releases print it."""
    year, month, number = iso.split("-")
    return f"{MONTHS[int(month) - 1]} {int(number)}, {year}"
