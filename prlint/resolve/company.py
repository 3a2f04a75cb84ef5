"""Which mentions name one company: short forms, former names and aliases, as texts and profile tell them.

Two names that merely lie near each other are not joined here: that is for a
rule to report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.resolve.memo import Memo
from prlint.text.near import near, squeezed
from prlint.text.patterns import pattern
from prlint.text.words import capitalised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from prlint.claim import Claim, Release

_FORMERLY = pattern(
    r",?\s?\(?(?:\w+ )?(?:formerly|f/k/a|fka|previously|doing business as|d/b/a|dba|also known as|a/k/a)(?: known as| called| named)?:?,?\s\"?(?=\p{Lu}|\p{Ll}\p{Lu})",
    "i",
)
_RENAMED = pattern(
    r"\b(?:chang(?:ed|es|ing)|change) (?:its|the|of) (?:corporate |company )?name (?:from \"?(?P<old>\p{Lu}[^\"\n]{1,60}?)\"? )?to \"?(?=\p{Lu}|\p{Ll}\p{Lu})"
)
_LEGAL_END = pattern(r",? (?:Inc|Corp|Corporation|Ltd|Limited|LLC|plc|AG|SA|S\.A|N\.V|Co|Company)\.?$")


def entities(
    releases: Sequence[Release], profile: Mapping[str, Any], memo: Memo | None = None
) -> Callable[[Release, Claim], str]:
    """Returns what gives a mention the name of its company: the profile's, else the first full one of the oldest release."""
    memo = memo or Memo()
    names = Aliases()
    for issuer in _profile_names(profile):
        names.join(issuer)
    for release in sorted(releases, key=lambda one: one.date or ""):
        for aliases in memo.once(release, "told", told):
            names.join(aliases)
    return lambda _, claim: names.canonical(claim.string("name"))


class Aliases:
    """Names that are known to be one thing's; the first one given for a thing is its name."""

    def __init__(self) -> None:
        self._of: dict[str, str] = {}
        self._printed: dict[str, str] = {}
        self._place: dict[str, int] = {}
        self._joined: set[tuple[str, ...]] = set()

    def join(self, names: tuple[str, ...]) -> None:
        """Says that these names are one thing's."""
        # Every release tells the same names; saying it again changes nothing.
        if names in self._joined:
            return
        self._joined.add(names)
        keys = [(key, name) for name in names if (key := squeezed(name))]
        for key, name in keys:
            self._printed.setdefault(key, name)
            self._place.setdefault(key, len(self._place))
        if not keys:
            return
        roots = [self._root(key) for key, _ in keys]
        # The oldest name stays: roots are kept in the order in which they were first told.
        first = min(roots, key=self._place.__getitem__)
        for root in roots:
            self._of[root] = first

    def canonical(self, name: str) -> str:
        """Returns the name of the thing that `name` is one of, itself where nothing is known."""
        key = squeezed(name)
        return self._printed.get(self._root(key), name)

    def _root(self, key: str) -> str:
        self._of.setdefault(key, key)
        while self._of[key] != key:
            key = self._of[key]
        return key


def told(release: Release) -> tuple[tuple[str, ...], ...]:
    """Returns groups of names that a release says are one company's, each full name first."""
    return tuple(dict.fromkeys(_told(release)))


def _told(release: Release) -> Iterator[tuple[str, ...]]:
    text = release.document.view.text
    claims = release.of("company")
    full: dict[str, set[str]] = {}
    for claim in claims:
        name = claim.string("name")
        short = claim.string("short")
        # A short form that is a slip away from a word of the name is no alias: one of them is misspelt.
        slip = any(near(one, other) for one in short.split() for other in name.split())
        yield (name, short) if short and not slip else (name,)
        if " " in name:
            full.setdefault(name.split()[0], set()).add(name)
        formerly = _FORMERLY.match(text, claim.end) or _FORMERLY.match(text, claim.end + 1)
        if formerly is not None and (other := _name_at(text, formerly.end(), claims)):
            yield name, other
    # The first word alone means the only company whose name begins with it.
    for claim in claims:
        name = claim.string("name")
        others = full.get(name, set())
        if " " not in name and len({squeezed(other) for other in others}) == 1:
            yield *others, name
    for match in _RENAMED.finditer(text):
        new = _name_at(text, match.end(), claims)
        old = match.group("old")
        if new:
            yield bare(old) if old else bare(release.issuer), new


def _name_at(text: str, offset: int, claims: Sequence[Claim]) -> str:
    """Returns the name that begins at an offset: a company's mention, else the capitalised words there."""
    for claim in claims:
        if claim.start == offset:
            return claim.string("name")
    words: list[str] = []
    end = offset
    for word in capitalised(text, offset, offset + 80):
        if word.start - end > 1:
            break
        words.append(word.text)
        end = word.end
    return bare(" ".join(words))


def bare(name: str) -> str:
    """Returns a company's name without its legal suffix."""
    return _LEGAL_END.sub("", name.strip())


def _profile_names(profile: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    issuer = profile.get("issuer") or {}
    name = issuer.get("name")
    if not name:
        return
    former = [str(one["name"]) if hasattr(one, "get") else str(one) for one in issuer.get("former_names", ())]
    yield bare(str(name)), *(bare(str(one)) for one in issuer.get("short_names", ())), *(bare(one) for one in former)
