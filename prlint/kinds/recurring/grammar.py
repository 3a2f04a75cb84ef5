"""Closed classes of words, and which of them cannot stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.text.listed import entries, made_once

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Endings of adjectives and participles, which can go without harm to the noun they stand before.
_ADJECTIVES = (
    "al",
    "ive",
    "ous",
    "ic",
    "able",
    "ible",
    "ful",
    "less",
    "ent",
    "ant",
    "ary",
    "ory",
    "ed",
    "ing",
    "ar",
    "ish",
    "est",
    "ern",
)
_CLOSING = (".", ";", ")", "!", "?", ":")
#: Prepositions that begin a phrase which another preposition cannot govern.
_PLAIN = frozenset(("of", "in", "on", "at", "by", "for", "from", "with", "to", "into", "without", "through", "via"))
_AFTER_PLAIN = frozenset(("of", "in", "on", "at", "by", "for", "from", "with", "to", "into", "as", "than"))


class Grammar:
    """The words of the list `recurring-words`, ready to be asked about."""

    __slots__ = (
        "absolutes",
        "adverbs",
        "classes",
        "counted_down",
        "dangers",
        "hedges",
        "naming",
        "negations",
        "opposites",
        "prefixes",
        "since",
        "stronger",
        "turned",
    )

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.classes = {str(word): str(name) for name, words in data.get("classes", {}).items() for word in words}
        self.adverbs = frozenset(map(str, data.get("adverbs", ())))
        self.negations = frozenset(map(str, data.get("negations", ())))
        self.opposites = frozenset(
            (str(a), str(b)) for one, other in data.get("opposites", ()) for a, b in ((one, other), (other, one))
        )
        self.prefixes = tuple(map(str, data.get("prefixes", ())))
        self.turned = tuple(
            (str(a), str(b)) for one, other in data.get("turned", ()) for a, b in ((one, other), (other, one))
        )
        self.stronger = tuple({str(word): i for i, word in enumerate(row)} for row in data.get("stronger", ()))
        self.hedges = frozenset(map(str, data.get("hedges", ())))
        self.absolutes = frozenset(map(str, data.get("absolutes", ())))
        self.naming = frozenset(map(str, data.get("naming", ())))
        self.since = frozenset(map(str, data.get("since", ())))
        self.dangers = frozenset(map(str, data.get("dangers", ())))
        self.counted_down = frozenset(map(str, data.get("counted_down", ())))

    def kind(self, word: str) -> str:
        """Returns a word's class: a closed one, `adverb`, `number`, `mark`, `edge` where there is none, else `open`."""
        if not word:
            return "edge"
        found = self.classes.get(word)
        if found:
            return found
        if word in self.negations:
            return "negation"
        if word in self.adverbs or (word.endswith("ly") and len(word) > 4):
            return "adverb"
        if any(c.isdigit() for c in word):
            return "number"
        return "open" if word[0].isalpha() else "mark"

    def modifies(self, word: str) -> bool:
        """Says whether a word has the form of an adjective or participle."""
        return "-" in word or word.endswith(_ADJECTIVES)

    def clash(self, left: str, right: str, after: str = "") -> bool:
        """Says whether two words cannot stand side by side in a sentence; `after` is the one behind them."""
        one, two = self.kind(left), self.kind(right)
        if one == "determiner":
            return two in ("preposition", "conjunction", "auxiliary", "modal", "determiner") or (
                two == "mark" and right in (",", *_CLOSING)
            )
        if one == "preposition":
            if right in _CLOSING or right == ",":
                return left != "to" or right in (".", ";")
            if left in _PLAIN:
                if two == "preposition":
                    return right in _AFTER_PLAIN and right != left
                if two == "conjunction":
                    return self.kind(after) not in ("preposition", "adverb", "negation") and not after.endswith("ed")
                return two == "modal" or (two == "auxiliary" and right not in ("being", "be", "have", "do"))
            return False
        if one == "modal":
            return (
                two in ("determiner", "modal")
                or right in ("of", "to", "than", "is", "are", "was", "were", "has", "had", "been", "being", ".", ";")
                or (two == "conjunction" and self.kind(after) != "modal")
            )
        if one == "auxiliary":
            return (two == "modal" or (two == "conjunction" and left in ("be", "been", "being"))) or (
                right in (".", ";") and left in ("is", "are", "be", "been", "has", "have", "had", "being")
            )
        if one == "conjunction":
            return two == "conjunction" or right in (*_CLOSING,)
        return left == right == "," or (left == "," and right in (".", ";"))


@made_once
def _grammar(data: Any) -> Grammar:
    return Grammar(data)


def grammar(lists: Mapping[str, Any]) -> Grammar:
    """Returns the grammar of the list `recurring-words`."""
    return _grammar(entries(lists, "recurring-words"))
