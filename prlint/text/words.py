"""The capitalised words of a view, which is where names are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.document import Document

#: A word that can stand in a name: capitalised, or with a capital inside (iRobot, 23andMe).
NAME_WORD = r"(?:\p{Lu}|\p{Ll}{1,3}\p{Lu}|\d{1,4}(?=\p{Lu}|and\p{Lu}))[\p{L}\p{M}\p{N}]*+(?:(?:[-'&.+!]|(?<=\p{Lu})/)(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]++)*+"
# The boundary comes first: it rules out most places at once.
_WORD = pattern(r"\b(?=[\p{L}\d])" + NAME_WORD)
_ENDS = (",", ".", ";", ":", ")", "'s")


#: An office that lost the space before the name it stands in front of.
_GLUED = pattern(r"(?:CEO|CFO|COO|CTO|CMO|CSO|President|Officer|Director|Chairman|Contact)(?=\p{Lu}\p{Ll}{2})")


_OFFICES = frozenset(("CEO", "CFO", "COO", "CTO", "CMO", "CSO", "Pre", "Off", "Dir", "Cha", "Con"))


#: What ends a word and stands in none.
_STOPS = frozenset(",.;:)")


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
    text = document.view.text
    found: list[Word] = []
    at = 0
    for line in text.split("\n"):
        for token in line.split(" "):
            # Most words are in small letters throughout, and most others are a capital and small letters.
            if not token.islower() and token:
                word = token[:-1] if token[-1] in _STOPS else token
                if word.isalpha() and word[0].isupper() and word[:3] not in _OFFICES:
                    found.append(Word(at, at + len(word), word))
                else:
                    found += capitalised(text, at, at + len(token))
            at += len(token) + 1
    return found


def small(document: Document) -> str:
    """Returns the view in small letters, each in its place; ask for it by `document.once`."""
    return lowered(document.view.text)


def runs(document: Document) -> frozenset[str]:
    """Returns the view's runs of letters and digits, in lower case; ask for it by `document.once`."""
    return runs_of(document.once(small))


def runs_of(text: str) -> frozenset[str]:
    """Returns the runs of letters and digits: to ask for one costs next to nothing, a search for it far more."""
    words = set(text.split())
    others = " ".join(word for word in words if not word.isalnum())
    for character in set(others):
        if not character.isalnum():
            others = others.replace(character, " ")
    return frozenset(word for word in words if word.isalnum()).union(others.split())


def lowered(text: str) -> str:
    """Returns `text` in small letters with every letter in its place: the few capitals that would grow stay."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)


def places(text: str, word: str) -> Iterator[int]:
    """Yields where a run of letters and digits stands by itself."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            yield at
        at = text.find(word, end)


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
