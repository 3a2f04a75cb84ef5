"""A statement turned round, or made stronger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.wordlist import grade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.kinds.recurring.grammar import Grammar
    from prlint.kinds.recurring.pair import Pair, Slip
    from prlint.text.tokendiff import Hunk

#: Words of a change that turns a sentence round; where more are exchanged it was written anew.
_MOST = 3
#: Words that go with a negation when it goes.
_WITH = frozenset(("do", "does", "did", "or", "any", "has", "have", "had", "be", "a", "an", "the", "some", "all"))


def turned(pair: Pair, grammar: Grammar) -> Iterator[Slip]:
    """Yields the changes by which a sentence says the opposite."""
    # Other figures beside it: the result is another one, and so is what is said about it.
    if any(one.low[:1].isdigit() for hunk in pair.hunks for one in (*pair.gone(hunk), *pair.come(hunk))):
        return
    for hunk in pair.hunks:
        gone, come = [one.low for one in pair.gone(hunk)], [one.low for one in pair.come(hunk)]
        if len(gone) > _MOST or len(come) > _MOST:
            continue
        lost, won = _negations(gone, grammar), _negations(come, grammar)
        if bool(lost) != bool(won):
            rest = [word for word in (*gone, *come) if word not in grammar.negations and word not in _WITH]
            # "cannot" and "can": what is left of them is one word, or nothing.
            single = len(gone) == len(come) == 1 and opposite(gone[0], come[0], grammar)
            if _same(pair, hunk, gone, come) or not rest or single:
                yield pair.slip("reversed", hunk, certain=bool(lost))
        elif len(gone) == len(come):
            # "an increase" and "a decrease"
            apart = [both for both in zip(gone, come, strict=True) if both[0] != both[1] and set(both) != {"a", "an"}]
            if len(apart) == 1 and opposite(*apart[0], grammar):
                yield pair.slip("reversed", hunk)


def _negations(words: list[str], grammar: Grammar) -> list[str]:
    return [word for word in words if word in grammar.negations or word.endswith("n't")]


def _same(pair: Pair, hunk: Hunk, gone: list[str], come: list[str]) -> bool:
    positive = {
        "cannot": "can",
        "without": "with",
        "nor": "or",
        "neither": "either",
        "nothing": "something",
        "never": "ever",
        "none": "some",
    }
    one = [positive.get(word, word.removesuffix("n't")) for word in gone if word not in ("not", "no")]
    other = [positive.get(word, word.removesuffix("n't")) for word in come if word not in ("not", "no")]
    return one == other


def opposite(old: str, new: str, grammar: Grammar) -> bool:
    """Says whether one word denies what the other says."""
    if (old, new) in grammar.opposites:
        return True
    short, long = sorted((old, new), key=len)
    for prefix in grammar.prefixes:
        if len(short) > 4 and long == prefix + short and ("-" in prefix or (grade(long) >= 0 and grade(short) >= 0)):
            return True
    return any(
        old.startswith(a) and new.startswith(b) and len(old) > len(a) + 3 and old[len(a) :] == new[len(b) :]
        for a, b in grammar.turned
    )


def stronger(pair: Pair, grammar: Grammar) -> Iterator[Slip]:
    """Yields the changes by which a sentence claims more."""
    for hunk in pair.hunks:
        gone, come = [one.low for one in pair.gone(hunk)], [one.low for one in pair.come(hunk)]
        if len(gone) == len(come) == 1:
            if any(gone[0] in row and come[0] in row and row[come[0]] > row[gone[0]] for row in grammar.stronger):
                yield pair.slip("stronger", hunk)
        elif gone and not come and " ".join(gone) in grammar.hedges and pair.after(hunk) not in grammar.dangers:
            yield pair.slip("stronger", hunk)
        elif gone and come and len(gone) > len(come):
            phrase = " ".join(gone)
            # "is designed to deliver" and "delivers"
            hedge = next(
                (
                    one
                    for one in grammar.hedges
                    if phrase.startswith((one + " ", "is " + one + " ", "are " + one + " "))
                ),
                "",
            )
            if hedge and len(come) == 1 and come[0][:4] == gone[-1][:4]:
                yield pair.slip("stronger", hunk)
        elif come and not gone and 1 < len(come) < 8 and pair.after(hunk) in (".", ""):
            words = [word for word in come if word != ","]
            if words and words[0] in grammar.absolutes:
                yield pair.slip("absolute", hunk)
