"""All that is looked at in one draft: its names, those of the earlier releases, and what is known to be in order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from prlint.text.listed import items
from prlint.text.mentions import Mention, Pool, Sweep, mention
from prlint.text.near import plain, squeezed
from prlint.text.words import lower_words, name_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim, Release
    from prlint.registry import Context
    from prlint.text.words import LowerWords

#: The slot of a word that no claim holds.
SWEPT = "body"


class Look(NamedTuple):
    """What one rule sees when it looks at one draft; words are plain (`prlint.text.near.plain`).

    `earlier` are the names of `context.earlier`, one pool for each release;
    `archive` says for a word in which of them it stands. `slots` are the
    rule's, by parameter. `known` are words in order wherever they stand,
    `confirmed` those of the profile's names and `trusted` its `words`;
    `supported` are the values of other claims that carry a spelling.
    """

    params: Mapping[str, Any]
    context: Context
    text: str
    slots: Mapping[str, frozenset[str]]
    draft: Pool
    earlier: tuple[Pool, ...]
    archive: Mapping[str, Sequence[int]]
    known: frozenset[str]
    confirmed: frozenset[str]
    trusted: frozenset[str]
    supported: frozenset[str]
    ordinary: Ordinary

    @property
    def pools(self) -> tuple[Pool, ...]:
        """The names of the draft and of the earlier releases."""
        return (self.draft, *self.earlier)


class Ordinary:
    """Words that are no names: those of a list, and those that the text writes in lower case. They are asked for plain."""

    __slots__ = ("_listed", "_lower")

    def __init__(self, listed: tuple[str, ...], lower: LowerWords) -> None:
        self._listed = _plain_words(listed)
        self._lower = lower

    def __contains__(self, word: object) -> bool:
        return word in self._listed or str(word) in self._lower


class _Read(NamedTuple):
    """The names of one release, its words that are in order wherever they stand, and first words in slots of identity."""

    pool: Pool
    known: frozenset[str]
    identified: frozenset[str]


def look_at(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Look:
    """Returns what is looked at; the earlier releases are read once in a run."""
    release = context.release
    document = release.document
    # Slots that count together are written together.
    slots = {
        param: frozenset(slot for slots in params[param] for slot in slots.split())
        for param in ("established", "identity", "short")
    }

    def read(old: Release) -> _Read:
        return _read(context.claims(old, params["claim"]), params, slots)

    mine = _read(claims, params, slots)
    past = [context.once(old, "names", read) for old in context.earlier]
    archive: dict[str, list[int]] = {}
    for i, old in enumerate(past):
        for word in old.pool.by_word:
            archive.setdefault(word, []).append(i)
    names = (name for path in params["profile"] for name in _at(context.profile, path))
    look = Look(
        params,
        context,
        document.view.text,
        slots,
        mine.pool,
        tuple(old.pool for old in past),
        archive,
        mine.known.union(*(old.known for old in past)),
        frozenset(plain(word) for name in names for word in name.split()),
        frozenset(plain(word) for word in context.profile.get("words", ())),
        _supported(params["support"], release),
        Ordinary(items(context.lists, params["ordinary"]), document.once(lower_words)),
    )
    if params["sweep"]:
        for one in _swept(look, mine.identified.union(*(old.identified for old in past))):
            look.draft.add(one)
    return look


def _read(claims: Iterable[Claim], params: Mapping[str, Any], slots: Mapping[str, frozenset[str]]) -> _Read:
    pool = Pool(_mentions(claims, params))
    known: set[str] = set()
    identified: set[str] = set()
    for one in pool.all():
        if not slots["established"].isdisjoint(one.slots):
            known.update(plain(word) for field in params["known"] for word in one.origin.string(field).split())
        if not slots["identity"].isdisjoint(one.slots):
            identified.add(plain(one.words[0]))
    return _Read(pool, frozenset(known), frozenset(identified))


def _mentions(claims: Iterable[Claim], params: Mapping[str, Any]) -> Iterator[Mention]:
    for claim in claims:
        name = claim.string(params["name"])
        at = claim.text.rfind(name) if name else -1
        if at >= 0:
            slots = claim.get(params["slots"])
            held = tuple(map(str, slots)) if isinstance(slots, tuple) else (str(slots),)
            yield mention(claim.start + at, name, held, claim)


def _supported(support: Mapping[str, Any], release: Release) -> frozenset[str]:
    if not support:
        return frozenset()
    return frozenset(squeezed(claim.string(support["field"])) for claim in release.of(support["claim"]))


def _swept(look: Look, identified: frozenset[str]) -> Iterator[Mention]:
    """Yields the words of the draft that no claim holds and that are names spelt otherwise."""
    context = look.context
    release = context.release
    covered = [(one.spans[0].start, one.spans[-1].end) for one in look.draft.all()]
    covered += [(claim.start, claim.end) for type in look.params["unlike"] for claim in release.of(type)]
    sweep = Sweep(
        look.text,
        release.document.once(name_words),
        look.pools,
        covered,
        ordinary=look.ordinary,
        identified=identified,
        slot=SWEPT,
    )
    used = [old.document.view.text for old in context.earlier]
    for one in [*sweep.rewritten(), *sweep.misspelt(used)]:
        if context.admits(one.spans[0].start, one.spans[-1].end):
            yield one


@cache
def _plain_words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(plain, words))


def _at(profile: Any, path: str) -> list[str]:
    """Returns the texts at a dotted path of the profile; a list on the way is entered."""
    found: list[Any] = [profile]
    for key in path.split("."):
        step: list[Any] = []
        for one in found:
            value = one.get(key) if hasattr(one, "get") else None
            step.extend(value if isinstance(value, (list, tuple)) else [] if value is None else [value])
        found = step
    return [str(one) for one in found if isinstance(one, str)]
