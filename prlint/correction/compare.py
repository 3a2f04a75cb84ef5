"""The changes between a release as published and as corrected, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.correction.align import aligned, common, side
from prlint.correction.pair import Wording, paired
from prlint.correction.parts import outline
from prlint.correction.stretches import Stretch, stretches
from prlint.document import Span
from prlint.text.corrected import is_line, prefix_end, says
from prlint.text.patterns import pattern
from prlint.text.tokendiff import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.claim import Release
    from prlint.correction.align import Alignment, Side
    from prlint.correction.parts import Part

CHANGED, ADDED, REMOVED, MOVED, REISSUED = "changed", "added", "removed", "moved", "reissued"
#: What the corrected text says of its correction within a paragraph that both have.
_NOTICE = "notice"

#: Parts that make one release another than the issuer's next one, which has the rest in common with it.
_STORY = frozenset(("headline", "subhead", "paragraph", "heading", "item", "row"))
#: What opens an item of a list and is none of its words.
_BULLET = pattern(r"[-–—•*·▪●]+ ")


class Place(NamedTuple):
    """Where a change stands, as a reader of the published text says it, and its view spans in both texts.

    `sentence` and `inside` narrow the part: "the second sentence"; a quotation, a row; or are empty.
    """

    part: str
    sentence: str
    inside: str
    old: Span | None
    new: Span | None


class Change(NamedTuple):
    """One thing that changed, with all the places where it did so in the same way.

    `label` is what it is called, empty for wording; `old` and `new` are quotations in the author's typography, empty
    for what was not there. `after` is the part behind which something was added.
    """

    what: str
    label: str
    old: str
    new: str
    places: tuple[Place, ...]
    after: str = ""


class Comparison(NamedTuple):
    """Two texts of one release; `share` is what their stories have in common, from 0 to 1.

    `notice` is what the corrected text says itself of its correction; `opens` whether it begins as a correction does.
    """

    old: Release
    new: Release
    share: float
    changes: tuple[Change, ...]
    notice: str
    opens: bool
    notices: tuple[Span, ...]


class _Text(NamedTuple):
    release: Release
    parts: tuple[Part, ...]
    sides: tuple[Side, ...]
    opens: bool


def compare(old: Release, new: Release) -> Comparison:
    """Returns what differs between the two; with a `share` near 0 they are no texts of one release."""
    then, now = _text(old), _text(new)
    alignment = aligned(then.sides, now.sides)
    if alignment is None:
        return Comparison(old, new, 0.0, (), "", now.opens, ())
    share = common(then.sides, now.sides, alignment, _STORY)
    own = _own_notice(then, now, alignment)
    found = [change for _, change in sorted(_changes(then, now, alignment, frozenset(own)), key=lambda one: one[0])]
    told = [Span(now.parts[j].start, now.parts[j].end) for j in own]
    told += [place.new for change in found if change.what == _NOTICE for place in change.places if place.new]
    text = new.document.view.text
    return Comparison(
        old,
        new,
        share,
        tuple(_gathered(_dated([change for change in found if change.what != _NOTICE], now.opens or bool(told)))),
        "\n".join(text[start:end] for start, end in told),
        now.opens or bool(told),
        tuple(told),
    )


def _text(release: Release) -> _Text:
    document = release.document
    view = document.view.text
    parts, sides = [], []
    opens = False
    for part in outline(document):
        start = part.start
        if part.kind in ("headline", "subhead", "header-date", "paragraph"):
            if is_line(view[part.start : part.end]):
                opens = True
                continue
            if part.kind == "headline":
                start = prefix_end(document.view.text, part.start, part.end)
                opens = opens or start > part.start
        elif part.kind == "item" and (marker := _BULLET.match(view, part.start, part.end)):
            start = marker.end()
        parts.append(part._replace(start=start))
        sides.append(side(tokens(view, start, part.end), view[start : part.end], part.kind))
    return _Text(release, tuple(parts), tuple(sides), opens)


def _own_notice(then: _Text, now: _Text, alignment: Alignment) -> list[int]:
    """Returns the parts in which the corrected text tells of its correction: new ones before the story it corrects."""
    lead = next((i for i, part in enumerate(then.parts) if part.kind == "paragraph"), None)
    known = sorted((*alignment.pairs, *((run.old, run.new) for run in alignment.runs)))
    begins = next((j for i, j in known if lead is not None and i >= lead), len(now.parts))
    matched = _new_matched(alignment)
    before = [j for j in range(begins) if j not in matched]
    return before if any(says(now.sides[j].text) for j in before) else []


def _new_matched(alignment: Alignment) -> set[int]:
    """Returns the blocks of the corrected text that the published one has too."""
    return {j for _, j in alignment.pairs} | {j for run in alignment.runs for j in range(run.new, run.new_end)}


def _changes(then: _Text, now: _Text, alignment: Alignment, own: frozenset[int]) -> Iterator[tuple[float, Change]]:
    """Yields each change with where it stands in the published text, for their order."""
    partner = {i for i, _ in alignment.pairs} | {i for run in alignment.runs for i in range(run.old, run.old_end)}
    ends = sorted((*alignment.pairs, *((run.old_end - 1, run.new_end - 1) for run in alignment.runs)))
    for i, j in alignment.pairs:
        yield from ((i, change) for change in _of_pair(then, now, i, j, bool(own)))
    gone = [i for i in range(len(then.parts)) if i not in partner and then.sides[i].tokens]
    matched = _new_matched(alignment)
    came = [j for j in range(len(now.parts)) if j not in matched and j not in own and now.sides[j].tokens]
    for j in came:
        before = max((i for i, other in ends if other < j), default=-1)
        said = now.sides[j].text.casefold()
        moved = next((i for i in gone if then.sides[i].text.casefold() == said), None)
        place = Span(now.parts[j].start, now.parts[j].end)
        text = _typed(now.release, place)
        after = then.parts[before].name if before >= 0 else ""
        if moved is not None:
            gone.remove(moved)
            part = then.parts[moved]
            yield (
                before + 0.5,
                Change(
                    MOVED,
                    part.kind,
                    text,
                    text,
                    (Place(part.name, "", _row(part), Span(part.start, part.end), place),),
                    after,
                ),
            )
        else:
            yield (
                before + 0.5,
                Change(
                    ADDED,
                    now.parts[j].kind,
                    "",
                    text,
                    (Place(now.parts[j].name, "", _row(now.parts[j]), None, place),),
                    after,
                ),
            )
    for i in gone:
        part = then.parts[i]
        place = Span(part.start, part.end)
        yield (
            i,
            Change(
                REMOVED, part.kind, _typed(then.release, place), "", (Place(part.name, "", _row(part), place, None),)
            ),
        )


def _of_pair(then: _Text, now: _Text, i: int, j: int, noticed: bool) -> Iterator[Change]:
    part = then.parts[i]
    pair = paired(
        Wording(then.release.document, then.sides[i].tokens), Wording(now.release.document, now.sides[j].tokens)
    )
    if pair is None:
        old, new = Span(part.start, part.end), Span(now.parts[j].start, now.parts[j].end)
        yield Change(
            CHANGED,
            part.name,
            _typed(then.release, old),
            _typed(now.release, new),
            (Place(part.name, "", "", old, new),),
        )
        return
    for one in stretches(pair, then.release, now.release, part):
        old_text = _typed(then.release, one.old)
        new_text = _typed(now.release, one.new)
        dated = _in_dateline(then.release, one)
        if noticed and dated and not new_text:
            continue  # the dateline stands before the notice, and not a second time before the story
        if not old_text and says(new_text):
            yield Change(_NOTICE, "", "", new_text, (Place(part.name, "", "", None, one.new),))
            continue
        what = CHANGED if old_text and new_text else ADDED if new_text else REMOVED
        if (
            what == CHANGED
            and one.label == "the date"
            and (dated or part.kind == "header-date")
            and _issued_later(then.release, now.release)
        ):
            what = REISSUED
        name = "the dateline" if dated else part.name
        yield Change(what, one.label, old_text, new_text, (Place(name, one.sentence, one.inside, one.old, one.new),))


def _row(part: Part) -> str:
    return f'the row "{part.row}"' if part.row else ""


def _in_dateline(release: Release, one: Stretch) -> bool:
    document = release.document
    return (
        document.zone_at(one.old.start) == "dateline"
        and document.zone_at(max(one.old.start, one.old.end - 1)) == "dateline"
    )


def _issued_later(old: Release, new: Release) -> bool:
    return bool(old.date and new.date and old.date < new.date)


def _typed(release: Release, span: Span) -> str:
    document = release.document
    return document.view.as_typed(document.text, span.start, span.end).strip()


def _dated(changes: Sequence[Change], opens: bool) -> list[Change]:
    """Returns the changes; where a later date is the only one, and nothing says that it is a correction's, it is corrected."""
    if opens or any(change.what in (CHANGED, ADDED, REMOVED) for change in changes):
        return list(changes)
    return [change._replace(what=CHANGED) if change.what == REISSUED else change for change in changes]


def _gathered(changes: Sequence[Change]) -> list[Change]:
    """Returns the changes with those that are one, made in several places, as one."""
    found: dict[tuple[str, ...], Change] = {}
    for change in changes:
        key: tuple[str, ...] = (change.what, change.label, change.old, change.new)
        if change.what not in (CHANGED, REISSUED):
            key = (*key, str(len(found)))
        before = found.get(key)
        found[key] = change if before is None else before._replace(places=(*before.places, *change.places))
    return list(found.values())
