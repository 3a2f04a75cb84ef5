"""A term of several capitalised words that stands elsewhere with one word a slip away.

"Hemostatic Gause" where the release, or an earlier one, has "Hemostatic Gauze"
again and again. The odd word must stand once in the release, and in no earlier
one; the other word must stand beside the same word twice or more, or once
where it is a word of the language and the odd one is in no dictionary. Where both
are words of the language, a slip is believed only where the words on both
sides agree, or the right term stands three times and the odd word is not a
common one. An ending that differs is grammar and no slip.

Params:

* `shortest` (number, 5): letters that the odd word has at least.
* `unlike` (texts, none): types of claims whose words are for the rules on names.
* `left` (list, none): names whose words have a rule of their own.
* `ordinary` (number, 11): the grade from which a word is so common that only words on both sides prove it odd.

Outcome `odd`; its message may name `found` and `expected` (the terms), `word`,
`other`, and `count` and `places` of the other word ("1 other place").

An example:

    kind: odd-word
    severity: warning
    message: '"{found}" here, "{expected}" elsewhere'
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Cited, Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.listed import items
from prlint.text.near import inflected
from prlint.text.wordlist import grade, slip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "shortest": Param("number", 5, about="letters that the odd word has at least"),
    "unlike": Param("texts", (), about="types of claims whose words are for the rules on names"),
    "left": Param("list", "", about="names whose words have a rule of their own"),
    "ordinary": Param("number", 11, about="the grade from which only words on both sides prove a word odd"),
}

OUTCOMES = {"odd": ("found", "expected", "word", "other", "count", "places")}

#: Signs that may close a word without parting it from its own meaning; before them no term goes on.
_CLOSING = ".,;:)'\"!?"
#: What two forms of one word may end with, after the letters that they share.
_ENDINGS = frozenset(("", "s", "d", "r", "n", "y", "e", "l", "ed", "er", "es", "ly", "al", "or", "rs", "ing", "ion"))
#: The odd word of an issuer is looked for in this many of its latest releases.
_LATEST = 10


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a contradiction for each odd word."""
    text = context.release.document.view.text
    terms = _Terms(text)
    found: dict[int, Contradicted] = {}
    for odd in terms.once(params["shortest"]):
        (at,) = odd.places
        end = at + len(odd.word)
        if at in found or not context.admits(at, end) or _within(context, params["unlike"], at, end):
            continue
        verdict = _judged(odd, terms, params, context)
        if verdict is not None and str(verdict.values["expected"]) in items(context.lists, params["left"]):
            continue
        if verdict is not None and not _named(context, params["unlike"], odd.key, str(verdict.values["other"])):
            found[at] = verdict  # once, though a word has a neighbour on either side
    yield from found.values() or (Consistent(),)


#: What `_read` says of each token that was read so far: releases mostly have the same.
_READ: dict[str, tuple[str, int, str, bool]] = {}
_MOST_TOKENS = 200_000


class _Beside:
    """A word with the word before it (`side` -1) or after it (1): where that stands, counted by the word."""

    __slots__ = ("key", "places", "side", "word")

    def __init__(self, side: int, key: str, word: str, places: list[int]) -> None:
        self.side = side
        self.key = key
        self.word = word
        self.places = places


class _Terms:
    """The pairs of neighbouring capitalised words of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.count: dict[str, int] = {}
        self.pairs: dict[tuple[int, str], dict[str, list[int]]] = {}
        self.sides: dict[int, tuple[str, str]] = {}
        at = 0
        read = _READ
        if len(read) > _MOST_TOKENS:
            read.clear()
        for token, times in Counter(text.replace("\n", " ").split(" ")).items():
            if token not in read:
                read[token] = _read(token)
            lower = read[token][2]
            self.count[lower] = self.count.get(lower, 0) + times
        for line in text.split("\n"):
            previous, previous_at = "", -1
            for token in line.split(" "):
                if token.islower():
                    at += len(token) + 1
                    previous = ""
                    continue
                word, opening, _, capitalised = read[token]
                start = at + opening
                at += len(token) + 1
                if not capitalised:
                    previous = ""
                    continue
                if previous and not opening:
                    self._add(previous, previous_at, word, start)
                previous, previous_at = (word, start) if word == token else ("", -1)

    def _add(self, before: str, before_at: int, after: str, after_at: int) -> None:
        self.pairs.setdefault((-1, before), {}).setdefault(after, []).append(after_at)
        self.pairs.setdefault((1, after), {}).setdefault(before, []).append(before_at)
        self.sides[after_at] = (before, self.sides.get(after_at, ("", ""))[1])
        self.sides[before_at] = (self.sides.get(before_at, ("", ""))[0], after)

    def once(self, shortest: int) -> Iterator[_Beside]:
        """Yields each word that stands once in the text, with each neighbour that it has there."""
        for (side, key), words in self.pairs.items():
            for word, places in words.items():
                if len(word) >= shortest and self.count[word.lower()] == 1:
                    yield _Beside(side, key, word, places)


def _read(token: str) -> tuple[str, int, str, bool]:
    """Returns a token's word, where that begins in it, the word in lower case, and whether it is capitalised."""
    closed = token.rstrip(_CLOSING)
    opened = closed.lstrip("(\"'")
    word = opened.removesuffix("'s")
    return word, len(closed) - len(opened), word.lower(), word[:1].isupper() and word.isalpha() and len(word) > 2


def _judged(odd: _Beside, terms: _Terms, params: Mapping[str, Any], context: Context) -> Contradicted | None:
    """Returns the contradiction where another word stands in the place of the odd one elsewhere."""
    word, (at,) = odd.word, odd.places
    beside = terms.pairs[odd.side, odd.key]
    listed = grade(word.lower())
    for other, places in beside.items():
        right = grade(other.lower())
        # A word of the language speaks for itself against one that is in no dictionary.
        if len(places) < (1 if listed < 0 <= right else 2) or not _slipped(word, other):
            continue
        if listed >= 0 and right >= 0:
            both = any(terms.sides[place] == terms.sides[at] and all(terms.sides[at]) for place in places)
            if not both and (len(places) < 3 or listed >= params["ordinary"]):
                continue
        return _found(odd, other, len(places), places[0], context, None)
    if listed >= 0:
        return None
    for old in reversed(context.earlier[-_LATEST:]):
        text = old.document.view.text
        if word in text:
            return None
    return _earlier(odd, context)


def _earlier(odd: _Beside, context: Context) -> Contradicted | None:
    """Returns the contradiction where earlier releases have another word in the place of one that no dictionary has."""
    held: dict[str, list[tuple[int, int]]] = {}
    latest = context.earlier[-_LATEST:]
    wanted = f"{odd.key} " if odd.side < 0 else f" {odd.key}"
    for i, old in enumerate(latest):
        text = old.document.view.text
        place = text.find(wanted)
        while place >= 0:
            start = (
                place + len(wanted) if odd.side < 0 else max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
            )
            end = start
            while end < len(text) and text[end].isalpha():
                end += 1
            other = text[start:end]
            if other[:1].isupper() and _slipped(odd.word, other):
                held.setdefault(other, []).append((i, start))
            place = text.find(wanted, place + 1)
    for other, places in held.items():
        if len(places) > 1:
            i, start = places[-1]
            return _found(odd, other, len(places), start, context, latest[i])
    return None


def _slipped(word: str, other: str) -> bool:
    a, b = word.lower(), other.lower()
    if a[0] != b[0] or not slip(a, b) or inflected(a, b):
        return False
    # Announces and Announced, Executor and Executors: an ending, and no slip.
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return not (a[same:] in _ENDINGS and b[same:] in _ENDINGS)


def _found(odd: _Beside, other: str, count: int, where: int, context: Context, old: Any) -> Contradicted:
    (at,) = odd.places
    found, expected = ((f"{odd.key} {word}") if odd.side < 0 else f"{word} {odd.key}" for word in (odd.word, other))
    written = other.upper() if odd.word.isupper() else other
    first = where - len(odd.key) - 1 if odd.side < 0 else where
    cited = Cited(old or context.release, first, first + len(expected))
    places = "1 other place" if count == 1 else f"{count} other places"
    values = {"found": found, "expected": expected, "word": odd.word, "other": other, "count": count, "places": places}
    end = at + len(odd.word)
    return Contradicted("odd", [Span(at, end)], [cited], values, [Replacement(at, end, written)])


def _named(context: Context, types: Sequence[str], key: str, other: str) -> bool:
    """Says whether the right term is part of a name that such a claim holds: its spellings are compared by the rules on names."""
    return any(
        {key, other} <= set(claim.string("name").split()) for type in types for claim in context.release.of(type)
    )


def _within(context: Context, types: Sequence[str], start: int, end: int) -> bool:
    """Says whether a claim of one of these types holds the place."""
    return any(claim.start <= start and end <= claim.end for type in types for claim in context.release.of(type))
