r"""A word or name stands in a frame that proves it wrong; the frames are a list, each with its dates.

"Principle" alone is in order, "principle investigator" never is. Each entry of
the list is a frame of its own, so a release pays only for those whose words it has.

Params:

* `list` (list, required): the frames, under its key `frames`.

An entry has:

* `find`: a pattern, tried in any case; `^` and `$` are the ends of a block. A group
  named `place` narrows what is marked, a group named `out` what is replaced.
* `write`: what to write there instead; `\g<name>` stands for a named group.
  Or, without `find`, a mapping of wrong names → right names; in these only a
  full stop is no letter, digit, blank, hyphen or ampersand.
* `words`: with `find`, the words one of which it always has in it: in small letters, without punctuation or hyphens.
* `at` (texts, the words): in place of them, texts in small letters one of which it always has in it.
* `reach` (number, 90): how far from there, in code points, it begins and ends at most.
* `before`, `after`: patterns around what is found.
* `exact` (flag, no): capitals count.
* `from`, `until`: ISO dates; the frame holds in releases from the one on, and before the other.
  Where the release has no date, a frame with dates cannot tell.
* `flag`, `quiet`: texts that prove the entry; the place is not marked in them.

Outcome `found`; its message may name `found`, `replacement` and `why` (the entry's own
`why`, or what is meant).

An example:

    kind: frames
    severity: warning
    message: '"{found}" reads "{replacement}" here'
    params: {list: confusable-words}
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import CannotTell, Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.listed import entries, made_once
from prlint.text.patterns import pattern
from prlint.text.search import as_written, hits
from prlint.text.words import small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document
    from prlint.finding import Verdict
    from prlint.registry import Context
    from prlint.text.patterns import Pattern
    from prlint.text.search import Hit

PARAMS = {"list": Param("list", about="the frames, under its key `frames`")}

OUTCOMES = {"found": ("found", "replacement", "why")}


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a contradiction for what a frame proves wrong, with all places that read alike."""
    document = context.release.document
    date = context.release.date
    text = _Text(document)
    taken: list[tuple[int, int]] = []
    silent = True
    for frame in _read(entries(context.lists, params["list"], "frames")).possible(document):
        since, until = str(frame.get("from") or ""), str(frame.get("until") or "")
        alike: dict[tuple[str, str], list[Hit]] = {}
        for hit, instead in _found(text, frame):
            overlaps = any(first < hit.end and hit.start < last for first, last in taken)
            if overlaps or not context.admits(hit.start, hit.end):
                continue
            if (since or until) and not date:
                yield CannotTell("the date of the release")
            elif not (date and (date < since or (until and date >= until))):
                taken.append((hit.start, hit.end))
                alike.setdefault((hit.text, instead), []).append(hit)
        for (found, instead), places in alike.items():
            silent = False
            yield Contradicted(
                "found",
                [Span(hit.start, hit.end) for hit in places],
                values={
                    "found": found,
                    "replacement": instead,
                    "why": str(frame.get("why") or f'"{instead}" is meant'),
                },
                replacements=[Replacement(*hit.out, instead) for hit in places] if instead else [],
            )
    if silent:
        yield Consistent()


class _Frames:
    """A list's frames by their words: of many frames, a text has the words of few."""

    __slots__ = ("_by_word", "_data")

    def __init__(self, data: Sequence[Mapping[str, Any]]) -> None:
        self._data = data
        self._by_word: dict[str, list[int]] = {}
        for i, frame in enumerate(data):
            write = frame["write"]
            # Of each wording one word will do here.
            keys = (
                (word for wrong in write for word in _words(str(wrong))[:1])
                if hasattr(write, "keys")
                else map(str, frame["words"])
            )
            for word in keys:
                self._by_word.setdefault(word, []).append(i)

    def possible(self, document: Document) -> list[Mapping[str, Any]]:
        """Returns the frames of which a word stands in the text, in their order."""
        there = self._by_word.keys() & document.words
        return [self._data[i] for i in sorted({i for word in there for i in self._by_word[word]})]


@made_once
def _read(data: Sequence[Mapping[str, Any]]) -> _Frames:
    return _Frames(data)


class _Text:
    """A document and where words stand in it, each looked for once."""

    __slots__ = ("_places", "document", "lower")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lower = document.once(small)
        self._places: dict[str, list[int]] = {}

    def places(self, word: str, whole: bool) -> list[int]:
        """Returns where `word` stands, in order; `whole`: not as a part of a longer word."""
        found = self._places.get(word)
        if found is None:
            found = self._places[word] = []
            lower = self.lower
            at = lower.find(word)
            while at >= 0:
                end = at + len(word)
                if not whole or not (lower[at - 1 : at].isalnum() or lower[end : end + 1].isalnum()):
                    found.append(at)
                at = lower.find(word, end)
        return found

    def windows(self, frame: Mapping[str, Any]) -> list[tuple[int, int]]:
        """Returns the stretches of text in which a frame with a pattern can stand, in order and apart."""
        keys = [str(word) for word in frame["words"] if str(word) in self.document.words]
        if not keys:
            return []
        literals = frame.get("at")
        at = [
            (place, place + len(str(key)))
            for key in (literals or keys)
            for place in self.places(str(key), not literals)
        ]
        reach = int(frame.get("reach", 90))
        windows: list[tuple[int, int]] = []
        for start, end in sorted(at):
            block = self.document.block_at(start)
            first, last = max(start - reach, block.start if block else 0), min(end + reach, block.end if block else end)
            if windows and first <= windows[-1][1]:
                windows[-1] = windows[-1][0], max(last, windows[-1][1])
            else:
                windows.append((first, last))
        return windows


def _found(text: _Text, frame: Mapping[str, Any]) -> Iterator[tuple[Hit, str]]:
    write = frame["write"]
    if not hasattr(write, "keys"):
        windows = text.windows(frame)
        if windows:
            for hit in hits(text.document, [_pattern(frame, str(frame["find"]))], within=windows, template=str(write)):
                yield hit, as_written(text.document.view.text[slice(*hit.out)], hit.replacement or "")
        return
    there = text.document.words
    # A wording is only looked for where all of its words stand, and the pattern only tried where one was found.
    if any(there.issuperset(_words(wrong)) and wrong.lower() in text.lower for wrong in map(str, write)):
        right = {str(wrong).casefold(): str(instead) for wrong, instead in write.items()}
        for hit in hits(text.document, [_pattern(frame, wordings(write))]):
            yield hit, as_written(hit.text, right.get(hit.text.casefold(), ""))


def _words(wording: str) -> list[str]:
    return wording.lower().replace("-", " ").replace(".", " ").replace("&", " ").split()


def wordings(write: Mapping[str, object]) -> str:
    """Returns the pattern of the wrong wordings, longest first; in them only a full stop is no letter, digit, blank or hyphen."""
    longest = sorted(map(str, write), key=lambda wrong: (-len(wrong), wrong))
    return rf"\b(?P<place>{'|'.join(wrong.replace('.', '[.]') for wrong in longest)})\b"


def _pattern(frame: Mapping[str, Any], find: str) -> Pattern:
    return _made(str(frame.get("before", "")), find, str(frame.get("after", "")), bool(frame.get("exact")))


@cache
def _made(before: str, find: str, after: str, exact: bool) -> Pattern:
    return pattern(before + find + after, "m" if exact else "im")
