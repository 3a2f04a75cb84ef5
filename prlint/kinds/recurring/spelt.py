"""A word that differs from the established one by a slip of the hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.near import inflected, near, possessive_base, squeezed
from prlint.text.wordlist import SHORTEST, grade

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from prlint.kinds.recurring.grammar import Grammar
    from prlint.kinds.recurring.pair import Pair, Slip
    from prlint.text.tokendiff import Hunk

_INFLECTIONS = ("ings", "ing", "edly", "ed", "ers", "er", "ies", "es", "s", "d", "ly", "y", "e", "'s", "'")
_STYLES = (
    ("our", "or"),
    ("ise", "ize"),
    ("isa", "iza"),
    ("isi", "izi"),
    ("yse", "yze"),
    ("tre", "ter"),
    ("ll", "l"),
    ("ogue", "og"),
    ("ae", "e"),
    ("oe", "e"),
    ("ence", "ense"),
)
#: Words of one of these classes never take the other's place.
_NEVER = frozenset(
    (a, b)
    for one, other in (
        ("preposition", "determiner"),
        ("auxiliary", "preposition"),
        ("auxiliary", "determiner"),
        ("auxiliary", "conjunction"),
        ("determiner", "conjunction"),
        ("modal", "preposition"),
        ("modal", "determiner"),
    )
    for a, b in ((one, other), (other, one))
)
_MOST_WORDS = 4


def spelt(pair: Pair, grammar: Grammar, known: Container[str]) -> Iterator[Slip]:
    """Yields each word that reads a slip of the hand away from the established one; `known` are other words of the draft."""
    for hunk in pair.hunks:
        gone, come = pair.gone(hunk), pair.come(hunk)
        if not gone or not come or len(gone) > _MOST_WORDS or len(come) > _MOST_WORDS:
            continue
        if len(gone) == len(come) == 1:
            yield from _one(pair, hunk, grammar, known)
        elif squeezed(" ".join(one.text for one in gone)) == squeezed(" ".join(one.text for one in come)):
            if _torn([one.low for one in gone], [one.low for one in come], known):
                yield pair.slip("misspelt", hunk, certain=True)
        elif len(gone) == len(come):
            # Several words in a row changed; one by one.
            continue


def _one(pair: Pair, hunk: Hunk, grammar: Grammar, known: Container[str]) -> Iterator[Slip]:
    old, new = pair.gone(hunk)[0], pair.come(hunk)[0]
    if old.low in (pair.before(hunk), pair.after(hunk)):
        return  # it stood twice
    a, b = possessive_base(old.low), possessive_base(new.low)
    if not a.replace("-", "").isalpha() or not b.replace("-", "").isalpha() or a.count("-") != b.count("-"):
        return
    parts = [(one, other) for one, other in zip(a.split("-"), b.split("-"), strict=True) if one != other]
    if len(parts) != 1:
        return
    a, b = parts[0]
    closed = grammar.kind(a) not in ("open", "adverb")
    if closed and not pair.others(hunk) and (grammar.kind(a), grammar.kind(b)) in _NEVER:
        yield pair.slip("misspelt", hunk)
        return
    if {a, b} == {"for", "from"}:
        yield pair.slip("misspelt", hunk)
        return
    if not _apart(a, b, closed):
        return
    if closed:
        # Of two words of one class either may stand; "of" for "or" is a slip.
        if grammar.kind(b) != grammar.kind(a) and {a, b} != {"that", "which"}:
            yield pair.slip("misspelt", hunk, certain=not _listed(b))
        return
    odd, was_odd = not _listed(b), not _listed(a)
    if old.text[0].isupper() and hunk.old > 0:
        if new.text[0].isupper() or not (was_odd and not odd):
            yield pair.slip("name", hunk, certain=odd and b not in known and len(a) > 4)
        return
    if was_odd and (not odd or a not in known):
        return  # the earlier word was the slip, or neither is a word of the language
    if odd:
        if b not in known:
            yield pair.slip("misspelt", hunk, certain=True)
    elif near(a, b, most=2) == 1:
        yield pair.slip("misspelt", hunk)


def _apart(old: str, new: str, closed: bool) -> bool:
    """Says whether two words lie a slip apart, and are not forms of one word or ways to spell it."""
    if not near(old, new, most=1 if min(len(old), len(new)) < 8 else 2):
        return False
    if closed:
        return {old, new} != {"a", "an"}
    if any(old.replace(a, b) == new or new.replace(a, b) == old for a, b in _STYLES[:6]):
        return False
    if not _listed(new):
        return not inflected(old, new) or len(new) < len(old)
    if inflected(old, new) or _stem(old) == _stem(new):
        return False
    return not any(old.replace(a, b) == new.replace(a, b) for a, b in _STYLES)


def _stem(word: str) -> str:
    for ending in _INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _listed(word: str) -> bool:
    return len(word) < SHORTEST or not word.isascii() or grade(word) >= 0


def _torn(old: list[str], new: list[str], known: Container[str]) -> bool:
    """Says whether words run into one another or a word came apart, so that what is left is no word."""
    if any("-" in one or not one.isalpha() for one in (*old, *new)):
        return False
    if len(new) < len(old):
        # "cashflow" of two long words is a way to write it, "ofthe" is none.
        return any(not _listed(one) and one not in known for one in new) and min(map(len, old)) < SHORTEST
    return len(new) > len(old) and any(not _listed(one) and one not in known for one in new) and all(map(_listed, old))
