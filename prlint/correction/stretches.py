"""The differences of one block as a reader would quote them: a whole date, a name, a few words, a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.correction.names import named, speaker
from prlint.correction.parts import ordinal
from prlint.document import Span
from prlint.text.tokendiff import Hunk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.claim import Release
    from prlint.correction.pair import Pair, Wording
    from prlint.correction.parts import Part

#: Words that are quoted on either side of changed ones.
_AROUND = 3
#: Unchanged words between two changes that are quoted as one.
_BETWEEN = 2
#: Changes in one sentence from which it is quoted as a whole, and the share of its words that does the same.
_MANY = 4
_MUCH = 0.5
#: Words and marks of a sentence that is quoted whole in any case.
_BRIEF = 10
#: Words of something that has a name; what is longer is a passage.
_LONGEST = 16
_STOPS = frozenset(',;:()"–—[]|')
#: What a reader is told of words that have no name.
PASSAGE = "the passage"
SENTENCE = "the sentence"
#: What a block is called that has no name of its own, within what it is a part of.
_BLOCKS = {"row": "the row", "contacts": "the line"} | dict.fromkeys(("about", "fls", "isi", "legend"), "the paragraph")


class Stretch(NamedTuple):
    """A change within a block: view spans in both texts; one is empty for a sentence that came or went.

    `label` is what it is called; `sentence` says in which sentence of the block it stands, where that is not plain,
    and `inside` in whose quotation, or in which row.
    """

    label: str
    sentence: str
    inside: str
    old: Span
    new: Span


class _Part(NamedTuple):
    label: str
    words: Hunk


def stretches(pair: Pair, old: Release, new: Release, part: Part) -> Iterator[Stretch]:
    """Yields the changes of a pair in order; `part` is the block as published."""
    found: list[_Part] = []
    for hunk in pair.hunks:
        one = _sentences(pair, hunk) or _called(pair, hunk, old, new)
        # A second difference in one name: it is quoted already.
        if (
            one is not None
            and found
            and found[-1].label
            and found[-1].words.new_end > one.words.new >= found[-1].words.new
        ):
            continue
        if one is None and found and not found[-1].label and _near(found[-1].words, hunk, pair):
            found[-1] = _Part("", Hunk(found[-1].words.old, hunk.old_end, found[-1].words.new, hunk.new_end))
            continue
        if (
            one is None
            and found
            and found[-1].label
            and found[-1].words.new_end >= hunk.new_end
            and found[-1].words.new <= hunk.new
        ):
            continue
        found.append(one or _Part("", hunk))
    for one in _crowded(pair, found):
        words = one.words if one.label else _brief(pair, one.words) or _widened(pair, one.words)
        label = one.label
        if not label:
            label = SENTENCE if _is_sentence(pair, words) else PASSAGE
        was, now = pair.old.span(words.old, words.old_end), pair.new.span(words.new, words.new_end)
        if label == SENTENCE and _whole(pair.old, words):
            label = _BLOCKS.get(part.kind, part.name)
        whole = label == _BLOCKS.get(part.kind, part.name)
        sentence = "" if whole else _which(old, part, was, label)
        yield Stretch(label, sentence, _inside(old, new, part, was, now), was, now)


def _sentences(pair: Pair, hunk: Hunk) -> _Part | None:
    """Returns the difference as one or more sentences that came or went as a whole; None where it is none."""
    came, went = hunk.new_end > hunk.new, hunk.old_end > hunk.old
    if came == went:
        return None
    side, first, last = (pair.new, hunk.new, hunk.new_end) if came else (pair.old, hunk.old, hunk.old_end)
    whole = side.opens(first) and side.opens(last) and (first > 0 or last < len(side.tokens))
    return _Part(SENTENCE, hunk) if whole and last - first > _BETWEEN else None


def _called(pair: Pair, hunk: Hunk, old: Release, new: Release) -> _Part | None:
    """Returns what a difference is a part of, and what that is called; None for mere wording."""
    for one, turn, release in ((pair, False, new), (pair.turned(), True, old)):
        own = Hunk(hunk.new, hunk.new_end, hunk.old, hunk.old_end) if turn else hunk
        at = one.new.span(own.new, own.new_end)
        found = named(release, at.start, at.end)
        if found is None:
            continue
        words = one.across(*one.new.words(found.start, found.end), own)
        if words.old == words.old_end or max(words.old_end - words.old, words.new_end - words.new) > _LONGEST:
            continue
        return _Part(found.label, Hunk(words.new, words.new_end, words.old, words.old_end) if turn else words)
    return None


def _near(before: Hunk, hunk: Hunk, pair: Pair) -> bool:
    same = not any(pair.new.opens(at) for at in range(before.new_end, hunk.new + 1) if before.new < at)
    return same and hunk.new - before.new_end <= _BETWEEN


def _crowded(pair: Pair, found: Sequence[_Part]) -> list[_Part]:
    """Returns the differences, those of a sentence that has many as the sentence."""
    by_sentence: dict[Span, list[_Part]] = {}
    for one in found:
        by_sentence.setdefault(_sentence(pair.new, one.words.new), []).append(one)
    result = []
    for sentence, parts in by_sentence.items():
        first, last = pair.new.words(sentence.start, sentence.end)
        changed = sum(one.words.new_end - one.words.new for one in parts if one.label != SENTENCE)
        loose = [one for one in parts if not one.label]
        if len(parts) >= _MANY or (loose and changed > _MUCH * (last - first) and last - first > _AROUND):
            kept = [one for one in parts if one.label == SENTENCE]
            rest = [one for one in parts if one.label != SENTENCE]
            if rest:
                words = pair.across(first, last, rest[0].words)
                # Sentences that came or went beside it are told of by themselves.
                if not any(k.words.old < words.old_end and words.old < k.words.old_end for k in kept):
                    result += [_Part("", words), *kept]
                    continue
        result += parts
    return sorted(result, key=lambda one: (one.words.new, one.words.old))


def _sentence(side: Wording, at: int) -> Span:
    if not side.tokens:
        return Span(0, 0)
    return side.document.sentence_at(side.tokens[min(at, len(side.tokens) - 1)].start)


def _widened(pair: Pair, words: Hunk) -> Hunk:
    """Returns a difference with a few words around it, as far as its clause and the unchanged words go."""
    first, last = words.new, words.new_end
    old_first, old_last = words.old, words.old_end
    lower = max((hunk.new_end for hunk in pair.hunks if hunk.new_end <= first and hunk.old_end <= old_first), default=0)
    upper = min(
        (hunk.new for hunk in pair.hunks if hunk.new >= last and hunk.old >= old_last), default=len(pair.new.tokens)
    )
    tokens = pair.new.tokens
    for step in range(_AROUND + 1):
        if first <= lower or pair.new.opens(first) or tokens[first - 1].text in _STOPS:
            break
        # One word more where the sentence begins with it.
        if step == _AROUND and not pair.new.opens(first - 1):
            break
        first, old_first = first - 1, old_first - 1
    for step in range(_AROUND + 1):
        if last >= upper or pair.new.opens(last) or tokens[last].text in _STOPS or tokens[last].text in ".!?":
            break
        if step == _AROUND and not (pair.new.opens(last + 1) or tokens[last + 1].text in ".!?"):
            break
        last, old_last = last + 1, old_last + 1
    return Hunk(old_first, old_last, first, last)


def _brief(pair: Pair, words: Hunk) -> Hunk | None:
    """Returns the sentence that a difference stands in; None where it is longer than an excerpt."""
    sentence = _sentence(pair.new, words.new)
    whole = pair.across(*pair.new.words(sentence.start, sentence.end), words)
    long = max(whole.old_end - whole.old, whole.new_end - whole.new) > _BRIEF
    return None if long or not _is_sentence(pair, whole) else whole


def _is_sentence(pair: Pair, words: Hunk) -> bool:
    return (
        words.new_end - words.new > 1
        and pair.new.opens(words.new)
        and pair.new.opens(words.new_end)
        and pair.old.opens(words.old)
        and pair.old.opens(words.old_end)
    )


def _whole(side: Wording, words: Hunk) -> bool:
    return words.old == 0 and words.old_end == len(side.tokens)


def _which(old: Release, part: Part, was: Span, label: str) -> str:
    """Returns which sentence a change stands in; empty where there is one only, or the thing by its name stands there once."""
    text = old.document.view.text
    value = text[was.start : was.end]
    if not value or part.kind == "row":
        return ""
    if label not in (SENTENCE, PASSAGE) and text.count(value, part.start, part.end) < 2:
        return ""
    starts = [one.start for one in old.document.sentences if part.start <= one.start < part.end]
    number = sum(start <= was.start for start in starts) or 1
    return f"the {ordinal(number)} sentence" if len(starts) > 1 else ""


def _inside(old: Release, new: Release, part: Part, was: Span, now: Span) -> str:
    if part.kind == "row":
        return f'the row "{part.row}"' if part.row else ""
    who = (speaker(old, was) if was.end > was.start else "") or (speaker(new, now) if now.end > now.start else "")
    return f"the quotation of {who}" if who else ""
