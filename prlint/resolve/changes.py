"""What a draft changes, adds and drops against earlier releases: its facts, and the sentences that recur."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from prlint.resolve.facts import facts
from prlint.text.recurrence import folded, lines, recurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from prlint.claim import Release, Tracked
    from prlint.document import Document, Span
    from prlint.resolve.facts import Fact, Key
    from prlint.resolve.resolution import Resolution
    from prlint.text.recurrence import Recurrence, Wording

#: Zones whose every sentence counts; elsewhere only a sentence that recurs in other words.
BOILERPLATE = frozenset({"about", "fls", "legend", "isi", "footnote"})

#: The share of its words that a sentence has in common with an earlier one, to be shown as the same in other words: a
#: name or an introduction ("…, chief executive officer, said:") alone is none.
_IN_COMMON = 0.4

CHANGED, ADDED, DROPPED = "changed", "added", "dropped"


class FactChange(NamedTuple):
    """`now` are the values of the draft, `then` those of the newest earlier release that speaks of it; one may be empty."""

    what: str
    key: Key
    now: tuple[Fact, ...]
    then: tuple[Fact, ...]


class WordingChange(NamedTuple):
    """A sentence: its zone, where it stands in the draft, and where the earlier wording stands; one may be None."""

    what: str
    zone: str
    now: Span | None
    old: Release | None
    then: Span | None


class Changes(NamedTuple):
    """Everything that a reviewer looks at before the text, and how much stayed as it was."""

    facts: tuple[FactChange, ...]
    wordings: tuple[WordingChange, ...]
    same_facts: int
    same_sentences: int


def changes(
    draft: Release, earlier: Sequence[Release], tracked: Mapping[str, Iterable[Tracked]], resolution: Resolution
) -> Changes:
    """Returns what differs from `earlier`, oldest first.

    A fact is held against the newest earlier release that speaks of it. Dropped
    is only what the newest of them said: an old release's news is no loss.
    """
    now = facts(draft, tracked, resolution)
    told: dict[Key, dict[str, Fact]] = {}
    last: dict[Key, dict[str, Fact]] = {}
    for release in earlier:
        last = facts(release, tracked, resolution)
        told.update(last)
    changed = []
    same = 0
    for key, values in now.items():
        then = told.get(key, {})
        if values.keys() == then.keys():
            same += 1
        else:
            changed.append(FactChange(CHANGED if then else ADDED, key, tuple(values.values()), tuple(then.values())))
    changed += [FactChange(DROPPED, key, (), tuple(then.values())) for key, then in last.items() if key not in now]
    wordings, kept = _wordings(draft, earlier)
    return Changes(tuple(sorted(changed, key=_order)), tuple(wordings), same, kept)


def _order(change: FactChange) -> tuple[str, str, int, str]:
    return (
        change.key.group,
        change.key.subject.casefold(),
        (CHANGED, ADDED, DROPPED).index(change.what),
        change.key.what,
    )


def _wordings(draft: Release, earlier: Sequence[Release]) -> tuple[list[WordingChange], int]:
    """Returns the changed, new and dropped sentences in order of place, and how many stayed."""
    from prlint.document import Span

    document = draft.document
    known = {one.start: one for one in recurrences(document, [release.document for release in earlier])}
    found = []
    reworded: set[tuple[int, int]] = set()  # release and start of the earlier wordings that the draft has otherwise
    kept = 0
    for line in sorted(document.once(lines).values()):
        zone = document.zone_at(line.start)
        one = known.get(line.start)
        span = Span(line.start, line.end)
        if one is not None and one.carriers:
            kept += 1
        elif one is not None and (old := _reworded(document, one, earlier)) is not None:
            reworded.add((old.newest, old.start))
            found.append(WordingChange(CHANGED, zone, span, earlier[old.newest], Span(old.start, old.end)))
        elif zone in BOILERPLATE:
            found.append(WordingChange(ADDED, zone, span, None, None))
    if earlier:
        newest, own = earlier[-1], document.once(lines)
        for key, line in newest.document.once(lines).items():
            zone = newest.document.zone_at(line.start)
            if zone in BOILERPLATE and key not in own and (len(earlier) - 1, line.start) not in reworded:
                found.append(WordingChange(DROPPED, zone, None, newest, Span(line.start, line.end)))
    return found, kept


def _reworded(document: Document, one: Recurrence, earlier: Sequence[Release]) -> Wording | None:
    """Returns the newest earlier wording that a reader would call the same sentence."""
    own = Counter(folded(document.view.text[one.start : one.end]).split())
    for old in one.others:
        other = Counter(folded(earlier[old.newest].document.view.text[old.start : old.end]).split())
        if 2 * (own & other).total() >= _IN_COMMON * (own.total() + other.total()):
            return old
    return None
