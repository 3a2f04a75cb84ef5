"""Chooses the wording to hold a sentence against, and says what is a slip beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.document import Span
from prlint.finding import Cited, Contradicted
from prlint.kinds.recurring.facts import facts
from prlint.kinds.recurring.grammar import grammar
from prlint.kinds.recurring.lost import lost, put_in, stops_short
from prlint.kinds.recurring.marks import marks
from prlint.kinds.recurring.pair import Slip, paired, span_in
from prlint.kinds.recurring.spelt import spelt
from prlint.kinds.recurring.turned import stronger, turned
from prlint.text.markets import markets
from prlint.text.recurrence import lines
from prlint.text.tokendiff import beginning, sentence_tokens
from prlint.text.words import places, small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Release
    from prlint.document import Document
    from prlint.kinds.recurring.pair import Pair
    from prlint.text.recurrence import Recurrence, Wording
    from prlint.text.tokendiff import Token

#: Zones that tell news: their figures and dates are each release's own.
_NEWS = frozenset(("header-date", "headline", "subhead", "dateline", "lead", "table", "quote"))
#: Zones whose lines are no sentences.
_NO_SENTENCES = frozenset(("header-date", "headline", "subhead", "dateline", "table"))
#: Slips that are slips however many releases carried them.
_LASTING = frozenset(("mark", "word-lost", "doubled", "misspelt", "short", "runs-on"))
#: Words that may be changed in other places of a sentence before it counts as written anew.
_REWRITTEN = 4
#: Places in which a sentence may have been changed and still be the one it was.
_MOST_CHANGES = 4
_FAR = 1000
#: Releases that are asked what follows on a sentence.
_RECENT = 4
_STOPS = (".", "!", "?")


class _Known:
    """The words (and pairs of words) that the draft has elsewhere, or an earlier release has; looked up only in doubt."""

    __slots__ = ("_draft", "_earlier")

    def __init__(self, draft: Document, earlier: Sequence[Document]) -> None:
        self._draft = draft
        self._earlier = earlier

    def __contains__(self, word: object) -> bool:
        there = places(self._draft.once(small), str(word))
        if next(there, None) is not None and next(there, None) is not None:
            return True
        if " " in str(word):
            return any(str(word) in document.once(small) for document in self._earlier)
        return any(word in document.words for document in self._earlier)


class _Look(NamedTuple):
    """A sentence beside one earlier wording: how many words changed, and the slips among them."""

    wording: Wording
    distance: int
    slips: list[Slip]
    whole: bool = False


class Judge:
    """Holds the sentences of one draft against their earlier wordings, and keeps what it found for the next rule."""

    def __init__(self, draft: Release, earlier: Sequence[Release], lists: Mapping[str, Any]) -> None:
        self._document = draft.document
        self._earlier = earlier
        self._grammar = grammar(lists)
        self._markets = markets(lists)
        self._known = _Known(draft.document, [release.document for release in earlier])
        self._year = int((draft.date or "0")[:4])
        self._found: dict[tuple[int, int], list[Contradicted]] = {}
        self._looks: dict[tuple[int, str], _Look] = {}

    def verdicts(self, recurrence: Recurrence, established: int) -> list[Contradicted]:
        """Returns the slips of a sentence; `established` is how many earlier releases must carry a wording."""
        key = recurrence.start, established
        if key not in self._found:
            self._found[key] = list(self._slips(recurrence, established))
        return self._found[key]

    def _slips(self, recurrence: Recurrence, established: int) -> Iterator[Contradicted]:
        if not recurrence.others:
            return
        zones = self._document.zones_at(recurrence.start, recurrence.end)
        if zones & _NO_SENTENCES:
            return
        standing = not zones & _NEWS
        if recurrence.carriers:
            yield from self._carried(recurrence, standing, established)
            return
        looks = [self._look(recurrence, wording, standing) for wording in recurrence.others]
        settled = [one for one in looks if len(one.wording.carriers) >= established]
        whole = next((one for one in settled if one.whole), None)
        chosen = whole or min(settled or looks, key=lambda one: (one.distance, -one.wording.newest))
        slips = chosen.slips if settled else [slip for slip in chosen.slips if slip.certain]
        for other in looks:
            # What a newer release already says otherwise is its change, and no slip of this one.
            if other.wording.newest > chosen.wording.newest and other.distance <= chosen.distance and not whole:
                again = {(slip.outcome, slip.start, slip.end) for slip in other.slips}
                slips = [slip for slip in slips if (slip.outcome, slip.start, slip.end) in again]
        for slip in slips:
            # A sentence of the draft that has both names tells of the change.
            if slip.outcome != "name" or not self._told(recurrence, chosen.wording, slip):
                yield self._said(recurrence, chosen.wording, slip, slip.outcome)

    def _told(self, recurrence: Recurrence, wording: Wording, slip: Slip) -> bool:
        """Says whether a sentence of the draft has the old and the new words of a change."""
        document = self._document
        old = sentence_tokens(self._earlier[wording.newest].document, wording.start, wording.end)
        new = sentence_tokens(document, recurrence.start, recurrence.end)
        then = {word.low.removesuffix("'s") for word in old[slip.old : slip.old_end]}
        now = {word.low.removesuffix("'s") for word in new[slip.start : slip.end]}
        gone, come, text = then - now, now - then, document.once(small)
        sentences = {document.sentence_at(at) for word in gone for at in places(text, word)}
        if sum(word.low.removesuffix("'s") in gone for word in old) > 1:
            # It stood there twice, and was changed once: that tells of nothing.
            sentences.discard(document.sentence_at(recurrence.start))
        return any(next(places(text[start:end], word), -1) >= 0 for start, end in sentences for word in come)

    def _carried(self, recurrence: Recurrence, standing: bool, established: int) -> Iterator[Contradicted]:
        """Yields an old slip: releases before those that carry it had the sentence right."""
        for wording in recurrence.others:
            if len(wording.carriers) >= established and wording.carriers[0] < recurrence.carriers[0]:
                slips = [slip for slip in self._look(recurrence, wording, standing).slips if slip.outcome in _LASTING]
                if slips:
                    yield self._said(recurrence, wording, slips[0], "carried")
                return

    def _look(self, recurrence: Recurrence, wording: Wording, standing: bool) -> _Look:
        key = recurrence.start, wording.key
        if key not in self._looks:
            self._looks[key] = self._looked(recurrence, wording, standing)
        return self._looks[key]

    def _looked(self, recurrence: Recurrence, wording: Wording, standing: bool) -> _Look:
        old = sentence_tokens(self._earlier[wording.newest].document, wording.start, wording.end)
        new = sentence_tokens(self._document, recurrence.start, recurrence.end)
        block = self._document.block_at(recurrence.start)
        ends = block is not None and recurrence.end == block.end
        whole = self._whole(old, new, ends, recurrence, wording)
        if whole is not None:
            return _Look(wording, 1, [whole], whole=True)
        pair = paired(old, new, wording)
        if pair is None or len(pair.hunks) > _MOST_CHANGES:
            return _Look(wording, _FAR, [])
        distance = sum(len(pair.gone(hunk)) + len(pair.come(hunk)) for hunk in pair.hunks)
        return _Look(wording, distance, list(self._of_pair(pair, ends, standing)))

    def _whole(
        self, old: tuple[Token, ...], new: tuple[Token, ...], ends: bool, recurrence: Recurrence, wording: Wording
    ) -> Slip | None:
        """Returns what is wrong with a sentence as a whole: its end is missing, or it runs on into the next one."""
        if ends and stops_short(old, new, self._grammar):
            return Slip("short", len(new) - 1, len(new), len(new) - 1, len(old))
        if old[-1].text not in _STOPS:
            return None
        same = 0
        while same < min(len(old), len(new)) and old[same].low == new[same].low:
            same += 1
        if not 3 < same < len(new) - 2:
            return None
        # A word or two of the next sentence may be as the lost ones were.
        for at in range(min(same, len(old) - 1), max(3, same - 3), -1):
            if (
                new[at].text[:1].isupper()
                and new[at].start == new[at - 1].end + 1
                and self._begins(new[at : at + 3], recurrence, wording)
            ):
                if at == len(old) - 1:
                    return Slip("runs-on", at - 1, at + 1, at - 1, at + 1, what="full stop")
                return Slip("short", at - 1, at + 1, at - 1, len(old))
        return None

    def _begins(self, words: Sequence[Token], recurrence: Recurrence, wording: Wording) -> bool:
        """Says whether an earlier release has a sentence that begins so: behind the wording, or one that is here too."""
        wanted = [one.low for one in words]
        for i in wording.carriers[-_RECENT:]:
            document = self._earlier[i].document
            text = document.view.text
            end = document.once(lines)[wording.key].end
            after = document.sentence_at(min(end + 1, len(text) - 1))
            if after.start >= end and beginning(text, after.start, after.end, 3) == wanted:
                return True
        return any(
            beginning(other.key, 0, len(other.key), 3) == wanted
            for other in recurrence.others
            if other.key != wording.key
        )

    def _of_pair(self, pair: Pair, ends: bool, standing: bool) -> Iterator[Slip]:
        words = sum(max(len(pair.gone(hunk)), len(pair.come(hunk))) for hunk in pair.hunks)
        found: list[Slip] = []
        whole = words <= _REWRITTEN
        found += (slip for slip in marks(pair, ends) if whole or slip.certain)
        found += facts(pair, self._grammar, self._markets, self._year, standing)
        found += (slip for slip in spelt(pair, self._grammar, self._known) if whole or slip.certain)
        found += (slip for slip in put_in(pair, self._grammar, self._known) if whole or slip.certain)
        if whole or len(pair.hunks) == 1:
            found += stronger(pair, self._grammar)
        if whole:
            found += turned(pair, self._grammar)
            taken = {(slip.old, slip.start) for slip in found}
            found += (slip for slip in lost(pair, self._grammar) if (slip.old, slip.start) not in taken)
        seen: set[tuple[int, int]] = set()
        for slip in found:
            if (slip.old, slip.start) not in seen:
                seen.add((slip.old, slip.start))
                yield slip
        sentence = pair.old[-1].text in _STOPS and pair.new[-1].text in _STOPS
        if pair.hunks and not found and sentence and not any("@" in one.text for one in (*pair.old, *pair.new)):
            hunk = max(pair.hunks, key=lambda one: (one.old_end - one.old + one.new_end - one.new, -one.old))
            if any(one.text[0].isalnum() for one in (*pair.gone(hunk), *pair.come(hunk))):
                yield pair.slip("changed", hunk)

    def _said(self, recurrence: Recurrence, wording: Wording, slip: Slip, outcome: str) -> Contradicted:
        text = self._document.view.text
        new = sentence_tokens(self._document, recurrence.start, recurrence.end)
        before = self._earlier[wording.newest].document
        earlier, old = before.view.text, sentence_tokens(before, wording.start, wording.end)
        # A place of some width, also where something is missing.
        first, last = slip.start, slip.end
        old_first, old_last = slip.old, slip.old_end
        if first == last:
            back = 1 if first else 0
            forth = 1 if last < len(new) else 0
            first, last, old_first, old_last = (
                first - back,
                last + forth,
                old_first - back,
                min(len(old), old_last + forth),
            )
        place = Span(new[first].start, new[last - 1].end)
        carriers = [self._earlier[i] for i in wording.carriers]
        evidence = []
        for n, release in enumerate(reversed(carriers[-2:])):
            more = len(carriers) - 2
            note = f"and {more} more since {carriers[0].date}" if n == 1 and more > 0 else "the sentence as it was"
            evidence.append(Cited(release, *span_in(release, wording, old_first, old_last), note))
        return Contradicted(
            outcome,
            [place],
            evidence,
            {
                "found": text[place.start : place.end],
                "expected": _shown(earlier, old, old_first, old_last),
                "what": slip.what or slip.outcome,
                "date": carriers[-1].date or "",
                "releases": f"{len(carriers)} earlier releases" if len(carriers) > 1 else "an earlier release",
            },
        )


def _shown(text: str, words: Sequence[Token], first: int, last: int) -> str:
    """Returns the earlier words, the middle of many left out."""
    last = min(last, len(words))
    first = max(0, min(first, last - 1))
    if last - first <= 10:
        return text[words[first].start : words[last - 1].end]
    return f"{text[words[first].start : words[first + 4].end]} … {text[words[last - 4].start : words[last - 1].end]}"
