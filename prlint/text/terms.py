"""Folds of terms: what makes two ways of writing one term equal.

Extractors and kinds share these. They are deliberately small: no stemming, no
dictionary, only the inflections and the typography that English allows a term.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Collection

#: The folds that `folded` knows.
FOLDS = ("case", "spaces", "dashes", "plural", "marks", "joiners")

_MARKS = pattern(r"\s?(?:[™®℠©]|\((?:TM|R|SM)\))")
_DASHES = pattern(r"\s?[-–—/]\s?")
_JOINERS = pattern(r",|\s*&\s*|\b(?:[Aa]nd|[Oo]r|[Oo]f|[Tt]he|[Ff]or|[Ii]n|[Tt]o|a|[Aa]n)\b")
_WORD = pattern(r"\w+")


def singular(word: str) -> str:
    """Returns a word without the ending of an English plural: PDCs → PDC, therapies → therapy, uses → use."""
    if len(word) > 2 and word.endswith("s") and word[:-1].isupper():
        return word[:-1]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def folded(text: str, folds: Collection[str]) -> str:
    """Returns `text` with the named folds applied.

    `case` lowers; `marks` drops trade mark signs; `dashes` reads a hyphen, dash or slash as a space; `joiners` drops
    commas, articles and the small words between the parts of a term; `plural` makes every word singular; `spaces`
    leaves no space at all. White space at the ends and in runs never counts.
    """
    if "marks" in folds:
        text = _MARKS.sub("", text)
    if "dashes" in folds:
        text = _DASHES.sub(" ", text)
    if "joiners" in folds:
        text = _JOINERS.sub(" ", text)
    if "plural" in folds:
        parts = []
        at = 0
        for word in _WORD.finditer(text):
            parts += [text[at : word.start()], singular(word.group())]
            at = word.end()
        text = "".join([*parts, text[at:]])
    if "case" in folds:
        text = text.casefold()
    return "".join(text.split()) if "spaces" in folds else " ".join(text.split())
