"""Where patterns stand in a release, under conditions on the words around them.

The kinds that work on wording (forbid, replace, require, mixed) share this.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from prlint.text.holding import holds_piece, matches, possible, stretches
from prlint.text.patterns import expand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from prlint.document import Document
    from prlint.text.patterns import Pattern


class Hit(NamedTuple):
    """A place, in view offsets; `groups` are the pattern's named groups, empty where one took no part, `out` the part to replace."""

    start: int
    end: int
    text: str
    groups: Mapping[str, str]
    out: tuple[int, int]
    replacement: str | None = None


def hits(
    document: Document,
    patterns: Iterable[Pattern],
    *,
    within: Sequence[tuple[int, int]] | None = None,
    near: Sequence[Pattern] = (),
    template: str | None = None,
) -> Iterator[Hit]:
    r"""Yields where any of the patterns stands, in order of the patterns, no two of them over the same words.

    `within` limits the search to view spans; `near` wants one of these patterns in the same sentence. A group
    named `place` narrows the place, and a group named `out` what a replacement replaces (else the place).
    `template` is a replacement in which named groups are expanded (`\g<name>`).
    """
    text = document.view.text
    # In order of place, and no two overlapping: what starts last before a place is all that can reach into it.
    taken: list[tuple[int, int]] = []
    for each in patterns:
        spans = stretches(document, each) if within is None else [it for it in within if possible(document, each, *it)]
        for start, end in spans:
            for match in each.finditer(text, start, end):
                groups = {name: value or "" for name, value in match.groupdict().items()}
                place = match.span("place") if groups.get("place") else match.span()
                at = bisect_left(taken, place)
                if place[0] == place[1] or any(
                    first < place[1] and place[0] < last for first, last in taken[max(0, at - 1) : at + 1]
                ):
                    continue
                if near and not holds(document, place[0], place[1], near):
                    continue
                taken.insert(at, place)
                yield Hit(
                    place[0],
                    place[1],
                    text[place[0] : place[1]],
                    groups,
                    match.span("out") if groups.get("out") else place,
                    None if template is None else expand(match, template),
                )


def holds(document: Document, start: int, end: int, patterns: Iterable[Pattern]) -> bool:
    """Says whether one of the patterns stands in the sentence, or the sentences, of a view span."""
    first, last = document.sentence_at(start), document.sentence_at(max(start, end - 1))
    text = document.view.text
    return any(
        possible(document, each, first.start, last.end) and each.search(text, first.start, last.end) is not None
        for each in patterns
    )


def likely(document: Document, literals: Sequence[str]) -> bool:
    """Says whether the text has one of the literals, in any case; of no literals, yes.

    Far cheaper than a pattern, so a rule can say without what its pattern need not be tried.
    """
    if not literals:
        return True
    text = document.once(_lower)
    # What has no white space stands in a word; of the rest the longest part does, or it stands nowhere.
    return any(
        holds_piece(document, piece) and (piece == literal or literal in text)
        for literal, piece in _small(tuple(literals))
    )


def _lower(document: Document) -> str:
    return document.view.text.lower()


@cache
def _small(literals: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Returns each literal in lower case, with its longest part without white space."""
    lower = [literal.lower() for literal in literals]
    return tuple((literal, max(literal.split() or [""], key=len)) for literal in lower)


def anywhere(document: Document, patterns: Sequence[Pattern]) -> bool:
    """Says whether one of the patterns stands anywhere; of no patterns, yes."""
    return not patterns or any(next(matches(document, each), None) is not None for each in patterns)


def chosen(fields: Mapping[str, object], where: Mapping[str, object]) -> bool:
    """Says whether a claim's fields have the values of `where`; of a list of values any one will do."""
    for name, wanted in where.items():
        values = wanted if isinstance(wanted, (list, tuple)) else (wanted,)
        if fields.get(name) not in values:
            return False
    return True


def as_written(found: str, instead: str) -> str:
    """Returns a replacement with the capitals of what was found: of its first word, or of each word as in a title."""
    parts = found.replace("-", " ").split()
    if len(parts) > 1 and all(part[:1].isupper() for part in parts):
        return "".join(c.upper() if i == 0 or not instead[i - 1].isalnum() else c for i, c in enumerate(instead))
    return instead[:1].upper() + instead[1:] if found[:1].isupper() and not found.isupper() else instead
