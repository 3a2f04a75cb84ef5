"""The words that stand beside a place, and how far they are those beside a place of another text."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prlint.document import Span

#: What parts words.
_PARTING = str.maketrans(dict.fromkeys(".,;:()[]{}\"'/-–—•·™®©%$€£&+*!?<>|#@_=~^`\\", " "))
#: Code points on either side in which the neighbouring words are looked for, and how many of them count.
_REACH, _MOST = 90, 6
#: Places of one text that are looked at.
_PLACES = 12
#: Words that tell nothing by standing beside a name.
_EMPTY = frozenset(
    "a an and are as at be been but by for from has have he her his in inc into is it its mr ms mrs of on or our said she that the their dr prof "
    "they this to was we were which who will with".split()
)

Sides = tuple[list[str], list[str]]


class Agreement(NamedTuple):
    """How many words beside a place are those beside a place of another text.

    `telling` counts those that are no function words, each once; `before` and `after` count all, by side.
    `text`, counted from 0, `start` and `end` say where the other place is.
    """

    telling: int
    before: int
    after: int
    text: int
    start: int
    end: int

    @property
    def words(self) -> int:
        """How many words agree on both sides together."""
        return self.before + self.after


def beside(text: str, start: int, end: int, word: str = "", instead: str = "") -> Sides:
    """Returns the words before a place, nearest first, and after it, in its line; `word` is read as `instead`.

    `text` is in small letters.
    """
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    line = text.find("\n", end)
    last = min(len(text) if line < 0 else line, end + _REACH)
    left = text[first:start].translate(_PARTING).split()[: -_MOST - 1 : -1]
    right = text[end:last].translate(_PARTING).split()[:_MOST]
    if word:
        left, right = ([instead if one == word else one for one in side] for side in (left, right))
    return left, right


def best(here: Sequence[Sides], texts: Sequence[tuple[str, Iterable[Span]]]) -> Agreement | None:
    """Returns the best agreement of any of the places `here` with a place of `texts`; None where nothing agrees.

    Texts are in small letters, each with its places; of two that agree as well, the later one counts.
    """
    found: Agreement | None = None
    for i in reversed(range(len(texts))):
        text, spans = texts[i]
        for start, end in islice(spans, _PLACES):
            left, right = beside(text, start, end)
            for mine_left, mine_right in here:
                before, after = _common(left, mine_left), _common(right, mine_right)
                telling = len({*_telling(left[:before]), *_telling(right[:after])})
                rank = (telling, before + after)
                if before + after and (found is None or rank > (found.telling, found.words)):
                    found = Agreement(telling, before, after, i, start, end)
    return found


def _telling(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if word not in _EMPTY and len(word) > 1 and not word.isdigit())


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Returns with how many same words both begin."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns the span of a place with some of the words around it, in its line."""
    first = max(text.rfind("\n", 0, start) + 1, start - 30)
    if first and text[first - 1] not in " \n":
        blank = text.find(" ", first, start)
        first = blank + 1 if blank >= 0 else start
    line = text.find("\n", end)
    last = min(len(text) if line < 0 else line, end + 30)
    if last < len(text) and text[last] not in " \n":
        last = max(text.rfind(" ", end, last), end)
    return first, last
