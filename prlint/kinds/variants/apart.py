"""Which mentions of two words are held together, and what keeps them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.near import plain
from prlint.text.spellings import aligned
from prlint.text.words import places, small

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prlint.kinds.variants.look import Look
    from prlint.text.mentions import Mention

#: So many earlier releases establish a name.
_SEVERAL = 2
#: Words of a name that is no short form.
_WHOLE = 3


def together(look: Look, a: str, b: str) -> tuple[list[Mention], list[Mention]]:
    """Returns the mentions of two words in names whose other words agree, of the draft and, for `b`, of the archive."""
    names_a = list(dict.fromkeys(name for pool in look.pools for name in pool.by_word.get(a, ())))
    names_b = list(dict.fromkeys(name for pool in look.pools for name in pool.by_word.get(b, ())))
    anywhere = look.params["anywhere"]
    agree = [
        (one, other)
        for one in names_a
        for other in names_b
        if (at := aligned(one, other, one.index(a), anywhere)) is not None
        and (other[at] == b if len(other) > 1 or at == 0 else False)
    ]
    if anywhere:
        agree += [(one, other) for one in names_a for other in names_b if (len(one) == 1) != (len(other) == 1)]
    full = any(len(one) > 1 for one in names_a) and any(len(other) > 1 for other in names_b)
    # Where both have a full name, the full names must agree, and not only their first words.
    if full and not anywhere and not any(len(one) > 1 and len(other) > 1 for one, other in agree):
        return [], []
    if not agree:
        return [], []
    return _mentions(look, a, names_a), _mentions(look, b, names_b)


def _mentions(look: Look, word: str, names: Iterable[tuple[str, ...]]) -> list[Mention]:
    wanted = set(names)
    return [m for pool in look.pools for name in pool.by_word.get(word, ()) if name in wanted for m in pool.names[name]]


def stand_in(look: Look, mentions: Iterable[Mention], param: str) -> bool:
    """Says whether one of the mentions stands in one of the slots that a parameter of the rule names."""
    return stands(mentions, look.slots[param])


def stands(mentions: Iterable[Mention], slots: frozenset[str]) -> bool:
    """Says whether one of the mentions stands in one of the slots."""
    return any(not slots.isdisjoint(one.slots) for one in mentions)


def _values(mentions: Iterable[Mention], field: str) -> set[str]:
    values: set[str] = set()
    for one in mentions:
        value = one.origin.get(field) if one.origin is not None else None
        for each in value if isinstance(value, tuple) else (value,):
            if each:
                values.add(plain(str(each)))
    return values


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    # An initial stands for any name that begins with it.
    return short == long or (len(short) == 1 and long.startswith(short))


def _agree(look: Look, mine: Iterable[Mention], theirs: Iterable[Mention], field: str) -> bool | None:
    """Says whether a field agrees; None where one side does not say."""
    left, right = _values(mine, field), _values(theirs, field)
    if not left or not right:
        return None
    return any(_alike(one, other) for one in left for other in right)


def differ(look: Look, mine: list[Mention], theirs: list[Mention]) -> bool:
    """Says whether a field that would make the two things two is there on both sides and differs."""
    return any(_agree(look, mine, theirs, field) is False for field in look.params["apart"])


def explained(look: Look, mine: list[Mention], theirs: list[Mention]) -> bool:
    """Says whether the two are two things, or one that is known to have had both names."""
    if differ(look, mine, theirs):
        return True
    entity = look.context.entity
    mine_first = next((m.origin for m in mine if m.origin is not None), None)
    theirs_first = next((m.origin for m in theirs if m.origin is not None), None)
    if mine_first is None or theirs_first is None:
        return False
    # A rename that a release or the profile tells of explains both spellings.
    return entity(look.context.release, mine_first) == entity(look.context.release, theirs_first)


def told(look: Look, a: str, b: str) -> bool:
    """Says whether a sentence of the draft names both and tells of a change of name, or of one who follows the other."""
    patterns = look.params["told"]
    if not patterns:
        return False
    document = look.context.release.document
    text = document.once(small)
    return any(
        any(True for _ in places(text[start:end], b))
        and any(one.search(document.view.text, start, end) is not None for one in patterns)
        for start, end in dict.fromkeys(document.sentence_at(at) for at in places(text, a))
    )


def one_name(mine: Iterable[Mention], theirs: Iterable[Mention]) -> bool:
    """Says whether a name of three words or more has all of them but one in common with one of the others."""
    lengths = {len(one.words) for one in mine if len(one.words) >= _WHOLE}
    return any(len(one.words) in lengths for one in theirs)


def bonded(look: Look, mine: Iterable[Mention], theirs: Iterable[Mention]) -> bool:
    """Says whether a field agrees that makes two established names one thing."""
    return any(_agree(look, mine, theirs, field) for field in look.params["bond"])


def ordinary(look: Look, word: str, mentions: Iterable[Mention]) -> bool:
    """Says whether a word is one of the language here: ordinary, alone, and in no identity slot."""
    if word not in look.ordinary:
        return False
    return all(len(m.words) == 1 and not any(slot in look.params["identity"] for slot in m.slots) for m in mentions)


def established(look: Look, a: str, b: str, mine: list[Mention], theirs: list[Mention]) -> bool:
    """Says whether each of the two is a name of its own, by its slots or by several earlier releases that use both."""
    both = set(look.archive.get(a, ())) & set(look.archive.get(b, ()))
    if len(both) >= 3:
        return True
    if _newcomer(look, a, b, mine, theirs) or _newcomer(look, b, a, theirs, mine):
        return True
    for slots in look.params["established"]:
        either = frozenset(slots.split())
        if stands(mine, either) and stands(theirs, either):
            return not bonded(look, mine, theirs)
    return False


def _newcomer(look: Look, new: str, old: str, mine: list[Mention], theirs: list[Mention]) -> bool:
    """Says whether a name of no earlier release bears what tells things apart, and several know the other without that."""
    if new in look.archive or len(look.archive.get(old, ())) < _SEVERAL:
        return False
    return any(_values(mine, field) and not _values(theirs, field) for field in look.params["bond"])
