"""A word lost, doubled or put in, and a sentence that stops short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.near import possessive_base
from prlint.text.wordlist import grade

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from prlint.kinds.recurring.grammar import Grammar
    from prlint.kinds.recurring.pair import Pair, Slip
    from prlint.text.tokendiff import Hunk, Token

#: Words lost in one place that can be a slip; more are an edit.
_MOST_LOST = 3
#: Words that may stand twice.
_TWICE = frozenset(("that", "had", "very", "so"))
_STOPS = (".", "!", "?")
_SCALES = frozenset(("hundred", "thousand", "million", "billion", "trillion"))


def lost(pair: Pair, grammar: Grammar) -> Iterator[Slip]:
    """Yields the words that a sentence has lost, and without which it is broken."""
    for hunk in pair.hunks:
        gone = pair.gone(hunk)
        if not gone or pair.come(hunk) or len(gone) > _MOST_LOST or hunk.old_end == len(pair.old):
            continue
        before, after = pair.before(hunk), pair.after(hunk)
        if before == gone[-1].low or after == gone[0].low:
            continue  # it stood twice
        if any(one.low == gone[0].low for other in pair.others(hunk) for one in pair.come(other)):
            continue  # it stands in another place now
        breaks = grammar.clash(before, after, pair.after(hunk, 1)) and not _broken_before(pair, hunk, grammar)
        if breaks or (len(gone) == 1 and _needed(pair, hunk, gone[0], grammar)):
            yield pair.slip("word-lost", hunk)


def _broken_before(pair: Pair, hunk: Hunk, grammar: Grammar) -> bool:
    """Says whether the earlier wording was the broken one, so that the change mends it."""
    gone = pair.gone(hunk)
    return grammar.clash(
        pair.before(hunk), gone[0].low, gone[1].low if len(gone) > 1 else pair.after(hunk)
    ) or grammar.clash(gone[-1].low, pair.after(hunk), pair.after(hunk, 1))


def _needed(pair: Pair, hunk: Hunk, word: Token, grammar: Grammar) -> bool:
    """Says whether a sentence cannot do without the word that is gone."""
    if _broken_before(pair, hunk, grammar):
        return False
    before, after = pair.before(hunk), pair.after(hunk)
    kind, left, right = grammar.kind(word.low), grammar.kind(before), grammar.kind(after)
    if kind in ("adverb", "negation", "mark"):
        return False
    if left == "edge":
        # "[The] company is" has lost its beginning where what follows was not made one.
        at = pair.new[hunk.new] if hunk.new < len(pair.new) else None
        return word.text[:1].isupper() and at is not None and at.text[:1].islower()
    if word.low in _SCALES:
        return left == "number" and right != "mark"
    if left == "mark" and before != ")":
        if kind == "conjunction":
            return before in (",", '"') and right in ("open", "determiner", "pronoun", "adverb")
        if kind == "determiner":
            return before == "," and _with_article(pair, hunk)
        return (kind in ("auxiliary", "modal") and right == "open") or (kind == "pronoun" and right == "modal")
    if kind in ("open", "number"):
        return _noun_or_verb(pair, hunk, word, grammar)
    return _closed(pair, hunk, word, grammar)


def _closed(pair: Pair, hunk: Hunk, word: Token, grammar: Grammar) -> bool:
    """Says whether a sentence cannot do without a word of a closed class."""
    before, after = pair.before(hunk), pair.after(hunk)
    following = pair.old[hunk.old_end].text
    kind, left, right = grammar.kind(word.low), grammar.kind(before), grammar.kind(after)
    if kind == "determiner":
        if word.low not in ("a", "an", "the") or right not in ("open", "adverb"):
            return False
        return following[:1].islower() or _with_article(pair, hunk)
    if kind == "preposition":
        return before not in ("all", "both", "half", "outside", "inside", "off") and (
            right in ("open", "determiner", "pronoun", "number", "relative")
            or (word.low == "to" and right == "auxiliary")
        )
    if kind == "conjunction":
        return left in ("open", "adverb") and right in ("open", "determiner", "pronoun", "adverb", "negation")
    if kind == "relative":
        return (
            left == "open"
            and (right in ("auxiliary", "modal") or (before.endswith("s") and _verb(after)))
            and word.low not in ("if", "because", "although", "while", "whether")
        )
    if kind == "auxiliary":
        # "Webcast available at" is a note, which does without its verb.
        return not (hunk.new == 1 and word.low in ("is", "are") and after == "available")
    if kind == "modal":
        return word.low in ("will", "would", "should", "must", "shall")
    return kind == "pronoun" and (
        word.low in ("it", "they", "we", "he", "she", "you") and right in ("auxiliary", "modal", "open")
    )


def _noun_or_verb(pair: Pair, hunk: Hunk, word: Token, grammar: Grammar) -> bool:
    before, after = pair.before(hunk), pair.after(hunk)
    left, right = grammar.kind(before), grammar.kind(after)
    if grammar.kind(word.low) == "number":
        return before == "than" and right == "open"
    if word.text[:1].isupper():
        return _in_long_name(pair, hunk)
    if not word.low.replace("-", "").isalpha():
        return False
    if left == "modal" or (before == "to" and right in ("determiner", "open", "pronoun") and _verb(word.low)):
        return right != "auxiliary" and not grammar.modifies(word.low)
    if before == "please" or (left == "adverb" and right == "preposition" and word.low.endswith("ed")):
        return True
    if left == "auxiliary" and right == "preposition":
        return after in ("of", "to", "on", "from", "with", "by", "for") and not word.low.endswith(("ing",))
    if left == "open" and right in (
        "preposition",
        "conjunction",
        "relative",
        "auxiliary",
        "modal",
        "mark",
        "determiner",
        "pronoun",
        "negation",
    ):
        if right == "preposition" and grammar.modifies(word.low):
            return False  # "statements contained in", "data available at"
        if right == "mark":
            if after == '"' and word.low.endswith("s"):
                return _verb(word.low)
            return after not in ('"', "(", "[", "-", "–", "—", "/", "'") and not grammar.modifies(word.low)
        return True
    if left == "open" and right == "open":
        return _verb(word.low) and not grammar.modifies(word.low) and (before.endswith("s") or word.low.endswith("s"))
    return False


def _with_article(pair: Pair, hunk: Hunk) -> bool:
    """Says whether a capitalised word has its article in this sentence elsewhere too, or is a party's: "the Company"."""
    word = pair.old[hunk.old_end]
    return word.text[1:].islower() and (
        possessive_base(word.low) in ("company", "corporation", "association", "board", "securities", "offering")
        or sum(a.low == "the" and b.low == word.low for a, b in zip(pair.old, pair.old[1:], strict=False)) > 1
    )


def _in_long_name(pair: Pair, hunk: Hunk) -> bool:
    """Says whether the word stood inside a name of four capitalised words or more: of a law, a form, an institution."""
    at = first = hunk.old
    while first and pair.old[first - 1].text[:1].isupper():
        first -= 1
    last = at
    while last < len(pair.old) and pair.old[last].text[:1].isupper():
        last += 1
    return last - first > 3 and first < at < last - 1


def _verb(word: str) -> bool:
    """Says whether a word is inflected like a verb: "involve", "involving", "involved"."""
    base = word.removesuffix("s")
    stems = (base, base.removesuffix("e"))
    return any(grade(stem + "ing") >= 0 for stem in stems) and any(grade(stem + "ed") >= 0 for stem in stems)


def put_in(pair: Pair, grammar: Grammar, known: Container[str]) -> Iterator[Slip]:
    """Yields a word that stands twice, and one that does not belong; `known` are the other words of all releases."""
    for hunk in pair.hunks:
        gone, come = pair.gone(hunk), pair.come(hunk)
        if not come:
            continue
        before = pair.new[hunk.new - 1].low if hunk.new else ""
        after = pair.new[hunk.new_end].low if hunk.new_end < len(pair.new) else ""
        if not gone and [one.low for one in come] in (
            [one.low for one in pair.new[max(0, hunk.new - len(come)) : hunk.new]],
            [one.low for one in pair.new[hunk.new_end : hunk.new_end + len(come)]],
        ):
            if come[0].low.isalpha() and come[0].low not in _TWICE:
                yield pair.slip("doubled", hunk, certain=True)
        elif len(come) == 1 and len(gone) < 2 and come[0].low.isalpha() and len(pair.hunks) < 3:
            word = come[0]
            behind = pair.new[hunk.new_end + 1].low if hunk.new_end + 1 < len(pair.new) else ""
            clash = grammar.clash(before, word.low, after) or grammar.clash(word.low, after, behind)
            if gone:
                clash = clash and not (
                    grammar.clash(before, gone[0].low, after) or grammar.clash(gone[0].low, after, behind)
                )
            if (clash and grammar.kind(word.low) != "open") or _foreign(pair, hunk, grammar, known):
                yield pair.slip("foreign", hunk)


#: Endings of adjectives that never stand behind their noun, as "available" does.
_BEFORE_NOUNS = ("al", "ive", "ous", "ic", "ful", "less", "ary", "ory")
#: How common a plural is from which the word is a noun.
_PLURAL = 10


def _foreign(pair: Pair, hunk: Hunk, grammar: Grammar, known: Container[str]) -> bool:
    """Says whether a word of the language was put where the issuer's releases have never had it.

    Another word of the same class in its place is an edit: "goods" for "products".
    """
    word, gone = pair.come(hunk)[0], pair.gone(hunk)
    if word.text[:1].isupper() or grammar.kind(word.low) != "open" or len(word.low) < 4 or grade(word.low) < 0:
        return False
    if gone:
        replaced = grammar.kind(gone[0].low) in (
            "preposition",
            "conjunction",
            "auxiliary",
            "modal",
            "determiner",
            "relative",
        )
        return replaced and word.low not in known
    before, after = pair.before(hunk), pair.after(hunk)
    # An adjective may come anywhere before a noun; one with a plural is a noun (table), whatever it ends in.
    if grammar.modifies(word.low) and grade(word.low + "s") < _PLURAL:
        astray = grammar.kind(before) == "modal" or grammar.kind(after) in (
            "determiner",
            "modal",
            "auxiliary",
            "pronoun",
            "preposition",
            "adverb",
        )
        return astray and word.low.endswith(_BEFORE_NOUNS) and word.low not in known and len(pair.hunks) == 1
    # "solutions table in": behind a noun, and in front of nothing that a noun stands before.
    behind = grammar.kind(before) == "open" and grammar.kind(after) in (
        "preposition",
        "conjunction",
        "relative",
        "auxiliary",
        "modal",
        "mark",
        "determiner",
        "pronoun",
    )
    alone = len(pair.hunks) == 1 and len(pair.wording.carriers) > 1
    if word.low not in known:
        return behind or alone
    return behind and alone and grade(word.low + "s") >= 0 and f"{before} {word.low}" not in known


def stops_short(old: tuple[Token, ...], new: tuple[Token, ...], grammar: Grammar) -> bool:
    """Says whether the draft's words are the beginning of the earlier sentence, without its end and without a stop."""
    length = len(new)
    if length < 5 or length + 2 > len(old) or old[-1].text not in _STOPS:
        return False
    last = length - 1 if new[-1].text in _STOPS else length
    if any(a.low != b.low for a, b in zip(old[:last], new[:last], strict=True)):
        return False
    # With a stop it is shorter and whole, unless its last word asks for more.
    return (
        last == length
        or grammar.clash(new[last - 1].low, ".")
        or grammar.kind(new[last - 1].low) in ("determiner", "conjunction")
    )
