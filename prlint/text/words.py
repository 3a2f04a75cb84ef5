"""The capitalised words of a view, which is where names are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from prlint.document import Document

#: A word that can stand in a name: capitalised, or with a capital inside (iRobot, 23andMe).
NAME_WORD = r"(?:\p{Lu}|\p{Ll}{1,3}\p{Lu}|\d{1,4}(?=\p{Lu}|and\p{Lu}))[\p{L}\p{M}\p{N}]*+(?:(?:[-'&.+!]|(?<=\p{Lu})/)(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]++)*+"
# The boundary comes first: it rules out most places at once.
_WORD = pattern(r"\b(?=[\p{L}\d])" + NAME_WORD)
_ENDS = (",", ".", ";", ":", ")", "'s")


#: An office that lost the space before the name it stands in front of.
_GLUED = pattern(r"(?:CEO|CFO|COO|CTO|CMO|CSO|President|Officer|Director|Chairman|Contact)(?=\p{Lu}\p{Ll}{2})")


_OFFICES = frozenset(("CEO", "CFO", "COO", "CTO", "CMO", "CSO", "Pre", "Off", "Dir", "Cha", "Con"))


class Word(NamedTuple):
    """A word of the view without its possessive ending; offsets are the view's."""

    start: int
    end: int
    text: str


def capitalised(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Returns the words that can stand in a name, in order; not those inside an address of the web."""
    found = []
    for match in _WORD.finditer(text, start, end):
        at = match.start()
        if at and (text[at - 1] in "@./_" or text[at - 1].isalnum()):
            # An abbreviation's full stop ("U.S.Food") does not begin an address, but a name glued to it is no name either.
            continue
        word = match.group()
        if word.endswith(("'s", "'S")):
            word = word[:-2]
        if text.startswith("@", match.end()) or ("." in word and word.rsplit(".", 1)[-1].islower()):
            continue
        if word[:3] in _OFFICES:
            glued = _GLUED.match(word)
            if glued is not None:
                at, word = at + glued.end(), word[glued.end() :]
        found.append(Word(at, at + len(word), word))
    return found


def name_words(document: Document) -> list[Word]:
    """Returns `capitalised` of the whole view; ask for it by `document.once`, as several extractors and kinds do."""
    return capitalised(document.view.text)


def lower_words(document: Document) -> LowerWords:
    """Returns the view's words of the language; ask for it by `document.once`."""
    return LowerWords(document.view.text)


class LowerWords:
    """The words that a text writes in lower case somewhere: words of the language, and no names."""

    __slots__ = ("_tokens",)

    def __init__(self, text: str) -> None:
        self._tokens = frozenset(text.split())

    def __contains__(self, word: str) -> bool:
        """Says whether `word`, given in lower case, is one of them; most words end at a blank, the others at a stop."""
        tokens = self._tokens
        return word.isalpha() and (word in tokens or any(word + end in tokens for end in _ENDS))
