"""What a person should look at before a correction goes out: what it does not say, and what still stands uncorrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.correction.compare import ADDED, CHANGED, MOVED, REISSUED, REMOVED
from prlint.correction.draft import sentence
from prlint.correction.stretches import PASSAGE, SENTENCE
from prlint.document import Span
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.correction.compare import Change, Comparison

#: Changes from which a notice is longer than its reader's patience.
_MANY = 20
_LETTERS = 4
_DIGITS = pattern(r"\d")
_WORD = pattern(r"\w")
#: Names of things that are no more than a number by themselves: the same number elsewhere is another one's.
_BARE = frozenset(("the figure", "the percentage", "the phase", "the period", "the year", "the month", "the number"))


class Remark(NamedTuple):
    """`kind` is unsaid, silent, standing, reissued, moved or many; `place` is a view span of the corrected text."""

    kind: str
    text: str
    place: Span | None = None


def remarks(comparison: Comparison) -> list[Remark]:
    """Returns the remarks on a comparison that found changes, the weightiest first."""
    return [*_unsaid(comparison), *_silent(comparison), *_standing(comparison), *_beside(comparison)]


def _unsaid(comparison: Comparison) -> Iterator[Remark]:
    name = comparison.new.document.path
    if not comparison.opens:
        yield Remark("unsaid", f"{name} does not say that it corrects a release: begin it with the notice")
    elif not comparison.notice:
        yield Remark("unsaid", f"{name} says that it corrects a release, and not what")


def _silent(comparison: Comparison) -> Iterator[Remark]:
    if not comparison.notice:
        return
    said = _folded(comparison.notice)
    for change in comparison.changes:
        if change.what not in (CHANGED, ADDED, REMOVED):
            continue
        if _folded(_without_weekday(change.new or change.old)) in said:
            continue
        core = _core(change)
        if core and core in said:
            continue
        yield Remark("silent", f"its own notice does not say that {sentence(change)}", change.places[0].new)


def _core(change: Change) -> str:
    """Returns what of a new passage is not in the old one, in its words: the one word that a notice may name alone."""
    if change.label not in (PASSAGE, SENTENCE) or not change.old or not change.new:
        return ""
    old, new = change.old.split(" "), change.new.split(" ")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return _folded(" ".join(new))


def _without_weekday(value: str) -> str:
    """Returns a date without its weekday, which need not stand everywhere; anything else as it is."""
    first, _, rest = value.partition(" ")
    return rest if first.rstrip(",").casefold().endswith("day") and _DIGITS.search(rest) else value


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("“", '"').replace("”", '"').replace("’", "'").split())


def _standing(comparison: Comparison) -> Iterator[Remark]:
    """Yields where the corrected text still has what it corrects elsewhere."""
    document = comparison.new.document
    text = document.view.text
    told = comparison.notices
    seen = set()
    for change in comparison.changes:
        if change.what != CHANGED or not _telling(change):
            continue
        place = change.places[0].old
        if place is None:
            continue
        value = _without_weekday(comparison.old.document.view.text[place.start : place.end])
        if value in seen or value in change.new:
            continue
        seen.add(value)
        at = text.find(value)
        while at >= 0:
            end = at + len(value)
            alone = not (_WORD.match(text, at - 1) if at else None) and not _WORD.match(text, end)
            if (
                alone
                and not any(span.start <= at < span.end for span in told)
                and document.zone_at(at) != "header-date"
            ):
                line, column = document.line_column(document.view.source_start(at))
                yield Remark(
                    "standing", f"{document.path}:{line}:{column} still reads {value}; {change.label} was corrected to {change.new}",
                    Span(at, end),
                )  # fmt: skip
            at = text.find(value, end)


def _telling(change: Change) -> bool:
    """Says whether what was corrected is told from other things by its value."""
    if (
        change.label in (PASSAGE, SENTENCE)
        or change.label in _BARE
        or change.label.startswith(("the number of", "the paragraph"))
    ):
        return False
    if change.label == change.places[0].part:
        return False
    return len(_DIGITS.findall(change.old)) >= _LETTERS - 1 or (
        sum(letter.isalpha() for letter in change.old) >= _LETTERS and not change.label.startswith("the title")
    )


def _beside(comparison: Comparison) -> Iterator[Remark]:
    for change in comparison.changes:
        if change.what == REISSUED:
            told = f"{change.label} of the release reads {change.new} (first: {change.old}), taken for the day of the correction"
            yield Remark("reissued", told, change.places[0].new)
        elif change.what == MOVED:
            yield Remark("moved", sentence(change), change.places[0].new)
    told_of = sum(change.what in (CHANGED, ADDED, REMOVED) for change in comparison.changes)
    if told_of > _MANY:
        yield Remark("many", f"{told_of} changes: is this a correction, or another release?")
