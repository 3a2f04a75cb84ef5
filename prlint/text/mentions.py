"""Names as single places have them, kept by their words, and words of a text that are names misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.document import Span
from prlint.text.near import pairs, plain, squeezed, transliterated, transposed

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from prlint.text.words import Word

Name = tuple[str, ...]

#: A word that stands oftener than this without any slot is a word of its own.
_RARE = 2
#: Letters of the shortest word that is held against the names, as a name that has lost one.
CLIPPED = 4
#: Code points between the words of one name at most.
_REACH = 80


class Mention(NamedTuple):
    """A name at one place: its words, their view spans, and the slots that it stands in.

    `origin` is what it was read from, None where nothing was.
    """

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    slots: tuple[str, ...]
    origin: Any = None

    @property
    def plain(self) -> Name:
        """The words in lower case without accents."""
        return tuple(map(plain, self.words))


def mention(start: int, name: str, slots: tuple[str, ...], origin: Any) -> Mention:
    """Returns the mention of a name of one or more words that begins at `start`."""
    words, spans = [], []
    for word in name.split(" "):
        if word:
            words.append(word)
            spans.append(Span(start, start + len(word)))
        start += len(word) + 1
    return Mention(tuple(words), tuple(spans), slots, origin)


class Pool:
    """The names of one release, by their plain words."""

    __slots__ = ("by_word", "names")

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        self.names: dict[Name, list[Mention]] = {}
        self.by_word: dict[str, list[Name]] = {}
        for one in mentions:
            self.add(one)

    def add(self, one: Mention) -> None:
        """Takes in a mention."""
        name = one.plain
        if name not in self.names:
            self.names[name] = []
            for word in dict.fromkeys(name):
                self.by_word.setdefault(word, []).append(name)
        self.names[name].append(one)

    def with_word(self, word: str) -> list[Mention]:
        """Returns the mentions of all names that have a word."""
        return [one for name in self.by_word.get(word, ()) for one in self.names[name]]

    def all(self) -> Iterator[Mention]:
        """Yields every mention."""
        for mentions in self.names.values():
            yield from mentions

    def written(self) -> Iterator[Mapping[str, list[Mention]]]:
        """Yields the ways in which names, or their first words, of the same letters are printed, where there are two."""
        ways: dict[str, dict[str, list[Mention]]] = {}
        for one in self.all():
            for length in range(1, min(len(one.words), 3) + 1):
                printed = " ".join(one.words[:length])
                ways.setdefault(transliterated(printed), {}).setdefault(printed, []).append(one)
        for forms in ways.values():
            if len(forms) > 1:
                yield forms


class Sweep:
    """Looks through the capitalised `words` of a text that no claim holds for names spelt otherwise.

    `ordinary` are words that are no names and `used` those that earlier texts
    use; `identified` are plain first words of names that stand in a slot of
    identity. Swept mentions stand in `slot`.
    """

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        pools: Sequence[Pool],
        covered: Sequence[tuple[int, int]],
        *,
        ordinary: Container[str],
        identified: Container[str],
        slot: str,
    ) -> None:
        self._text = text
        self._pools = pools
        self._ordinary = ordinary
        self._identified = identified
        self._slot = (slot,)
        self._tokens = words
        self._free = list(self._uncovered(sorted(covered)))

    def rewritten(self) -> Iterator[Mention]:
        """Yields mentions with the letters of a name of the first pool, in other words or another case."""
        draft = self._pools[0]
        in_one = {squeezed(name[0]) for name in draft.names}
        in_two = {squeezed(name[0] + name[1]) for name in draft.names if len(name) > 1}
        printed: dict[str, set[str]] = {}
        for one in draft.all():
            printed.setdefault(plain(one.words[0]), set()).add(one.words[0])
        for i in self._free:
            token, after = self._tokens[i], self._next(i)
            word = plain(token.text)
            if after is not None and plain(token.text + after.text) in in_one:
                # "Orvane Bio" where the name is OrvaneBio
                yield self._mention([token, after])
            elif word in printed:
                mixed = not token.text[1:].islower() and not token.text.isupper()
                if token.text not in printed[word] and mixed:
                    # "OrvanebIo" where the name is OrvaneBio
                    yield self._mention([token])
            elif word in in_two:
                # "OrvaneBio" where the name is Orvane Bio
                yield self._mention([token])

    def misspelt(self, used: Sequence[str]) -> Iterator[Mention]:
        """Yields mentions of names that are near to a name of the pools and rare in the text; `used` are earlier texts."""
        targets = {word for pool in self._pools for word in pool.by_word}
        found: dict[str, list[int]] = {}
        for i in self._free:
            word = plain(self._tokens[i].text)
            if len(word) >= CLIPPED and word not in targets and word not in self._ordinary:
                found.setdefault(word, []).append(i)
        near_to: dict[str, list[str]] = {}
        for word, target in pairs(found, targets):
            if len(word) > CLIPPED or len(target) > CLIPPED or transposed(word, target):
                near_to.setdefault(word, []).append(target)
        for word, names in near_to.items():
            places = found[word]
            printed = self._tokens[places[0]].text
            # A word that stands there again and again, or in an earlier release, is a word of its own.
            if len(places) > _RARE or any(printed in text for text in used):
                continue
            for i in places:
                token = self._tokens[i]
                if self._text[token.end : token.end + 1] in ("™", "®"):
                    continue
                one = self._in_full(i, names) or self._alone(i, names)
                if one is not None:
                    yield one

    def _uncovered(self, covered: Sequence[tuple[int, int]]) -> Iterator[int]:
        c = 0
        for i, token in enumerate(self._tokens):
            while c < len(covered) and covered[c][1] <= token.start:
                c += 1
            if c == len(covered) or token.start < covered[c][0]:
                yield i

    def _next(self, i: int) -> Word | None:
        """Returns the capitalised word that follows after one space."""
        token = self._tokens[i]
        after = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
        return after if after is not None and self._text[token.end : after.start] == " " else None

    def _in_full(self, i: int, near_to: Iterable[str]) -> Mention | None:
        """Returns the name of several words that a token and its neighbours are, but for the token's spelling."""
        for target in sorted(near_to):
            names = {name for pool in self._pools for name in pool.by_word.get(target, ()) if len(name) > 1}
            for name in sorted(names, key=lambda one: (-len(one), one)):
                k = name.index(target)
                run = self._tokens[i - k : i - k + len(name)] if i >= k else []
                near = len(run) == len(name) and run[-1].start - run[0].start < _REACH
                if near and all(j == k or plain(run[j].text) == name[j] for j in range(len(name))):
                    return self._mention(run)
        return None

    def _alone(self, i: int, near_to: Sequence[str]) -> Mention | None:
        """Returns a token as a short form, unless it is part of another name."""
        token, after = self._tokens[i], self._next(i)
        firsts = [target for target in near_to if target in self._identified]
        if not firsts:
            return None
        if i and self._next(i - 1) is token and plain(self._tokens[i - 1].text) not in self._ordinary:
            return None
        if after is not None and not after.text.isupper() and plain(after.text) not in self._ordinary:
            # "Ardinta Forte" is a slip only where the text writes "Ardenta Forte" too.
            shown = (
                one.words[0] for first in firsts for one in self._pools[0].with_word(first) if one.plain[0] == first
            )
            if not any(f"{first} {after.text}" in self._text for first in shown):
                return None
        return self._mention([token])

    def _mention(self, tokens: Sequence[Word]) -> Mention:
        return Mention(tuple(t.text for t in tokens), tuple(Span(t.start, t.end) for t in tokens), self._slot)
