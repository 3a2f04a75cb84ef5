"""Whether a change of words leaves every fact as it was, whatever the rule that suggests it."""

from __future__ import annotations

from collections import Counter

from prlint.text.patterns import pattern

_WORD = pattern(r"[\p{L}\p{M}\p{N}$€£¥%]+(?:['’][\p{L}]+)?")

#: Words that say how much, how many, which, or that something is not so.
_FACTS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions "
    "billion billions trillion dozen half quarter third double triple twice once first second per percent percentage "
    "no not never none nor neither without less more minus plus cannot un non "
    # A pronoun that rightly stands twice: "gave her her dose".
    "her".split()
)


def harmless(old: str, new: str) -> bool:
    """Says whether no number, unit of money, amount or negation comes or goes when `old` becomes `new`."""
    was, now = (Counter(word.casefold() for word in _WORD.findall(text)) for text in (old, new))
    return not any(_counts(word) for word in ((was - now) + (now - was)))


def _counts(word: str) -> bool:
    if word in _FACTS or word.endswith(("n't", "n’t")):
        return True
    return any(letter.isdigit() or letter in "$€£¥%" for letter in word)
