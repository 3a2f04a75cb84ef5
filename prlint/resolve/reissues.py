"""Releases that repeat or correct one another weigh as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.claim import Release

#: The share of sentences that two releases have in common when one is the other again.
SAME = 0.8
#: The share that suffices when they also bear one headline: a correction changes more.
SAME_HEADLINE = 0.5
#: Two texts with fewer sentences than this share them by chance.
_FEWEST = 5
#: Code points of a sentence that counts; shorter ones are labels and abbreviations.
_SHORT = 20


class _Print(NamedTuple):
    """What tells one text from another."""

    sha256: str
    sentences: frozenset[str]
    headline: str


class Reissues:
    """Which of some releases repeat one another; each text is looked at once, whoever asks how often."""

    __slots__ = ("_others", "_releases")

    def __init__(self, releases: Sequence[Release]) -> None:
        self._releases = tuple(releases)  # alive, so that an id is one release's
        self._others: dict[int, set[int]] = {}
        # One release repeats nothing.
        prints = [_print(release) for release in releases] if len(releases) > 1 else []
        for i, j in _alike(prints):
            self._others.setdefault(id(releases[i]), set()).add(id(releases[j]))
            self._others.setdefault(id(releases[j]), set()).add(id(releases[i]))

    def repeats(self, release: Release, other: Release) -> bool:
        """Says whether one of two releases is the other again: copied, corrected or updated."""
        return release is other or id(other) in self._others.get(id(release), ())

    def distinct(self, releases: Sequence[Release]) -> list[Release]:
        """Returns `releases` (oldest first) without those that a later one of them repeats or corrects."""
        if not self._others:
            return list(releases)
        place = {id(release): i for i, release in enumerate(releases)}
        return [
            release
            for i, release in enumerate(releases)
            if all(place.get(other, -1) <= i for other in self._others.get(id(release), ()))
        ]


def distinct(releases: Sequence[Release]) -> list[Release]:
    """Returns `releases` (oldest first) without those that a later one of them repeats or corrects."""
    return Reissues(releases).distinct(releases)


def _print(release: Release) -> _Print:
    document = release.document
    text = document.view.text
    return _Print(
        document.sha256,
        frozenset(text[start:end].casefold() for start, end in document.sentences if end - start > _SHORT),
        next((text[z.start : z.end].casefold() for z in document.zones if z.name == "headline"), ""),
    )


def _alike(prints: Sequence[_Print]) -> Iterator[tuple[int, int]]:
    """Yields each two texts of which one is the other again.

    Two texts that share half of their sentences share one of the rarer half of
    each. So only those are looked up, and what all releases of an issuer have
    in common (about the company, forward-looking statements) brings no two together.
    """
    count: dict[str, int] = {}
    for one in prints:
        for sentence in one.sentences:
            count[sentence] = count.get(sentence, 0) + 1
    copies: dict[str, list[int]] = {}
    having: dict[str, list[int]] = {}
    for i, one in enumerate(prints):
        near = set(copies.setdefault(one.sha256, []))
        copies[one.sha256].append(i)
        if len(one.sentences) >= _FEWEST:
            rarest = sorted(one.sentences, key=lambda sentence: (count[sentence], sentence))
            for sentence in rarest[: int(len(rarest) * (1 - SAME_HEADLINE)) + 1]:
                if count[sentence] > 1:
                    near.update(having.setdefault(sentence, []))
                    having[sentence].append(i)
        for j in sorted(near):
            if _same(one, prints[j]):
                yield j, i


def _same(one: _Print, other: _Print) -> bool:
    if one.sha256 == other.sha256:
        return True
    share = len(one.sentences & other.sentences) / max(len(one.sentences), len(other.sentences))
    return share >= SAME or (share >= SAME_HEADLINE and bool(one.headline) and one.headline == other.headline)
