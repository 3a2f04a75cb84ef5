"""Rare words: those that no list of English has, and that are not made of listed ones.

A word in lower case is read wherever it stands. One with a capital is nearly
always a name, so it is read only where it is long and stands once in the text.

Unknown is not misspelt. A claim says only what a word is, and which common word
it stands a slip away from, if any; whether that is an error depends on what the
release and its issuer's earlier releases establish.

Left out are parts of addresses, hyphenated words, codes, hashtags, words with
a capital inside, and words with any letter that is not one of a to z, for
those are other languages' or names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.wordforms import formed, medical
from prlint.text.wordlist import Near, grade, neighbours, unlisted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS: dict[str, str] = {
    "word": "the word in lower case",
    "form": "lower, capital (its first letter only) or upper",
    "setting": "heading, first (of a sentence), or running",
    "meant": "the common word that it stands a slip away from, in the word's own form; empty where it stands near none",
    "grade": "how common that word is: binary logarithm; 8 is about once, 12 about sixteen times in a million words",
    "slips": "how many slips it stands away, 0 where near none",
    "slip": "how it differs: turned, doubled, halved, dropped, brushed, missed, added, changed; two; empty",
    "at": "which letter of the word differs first, from 0",
    "rivals": "how many other words, about as common, it could be a slip for",
    "certain": "whether so common a word and so usual a slip leave no doubt",
}

#: Letters from which two slips in one word still leave no doubt which word was meant.
TWICE = 10
#: Letters from which a capitalised word is read.
NAME = 8
#: Slips of the hand, which nobody makes on purpose.
_HAND = ("turned", "doubled", "halved", "brushed", "dropped")
#: So common is a word of the language that what is a slip of the hand away is no medicine.
_COMMON = 12
#: Letters from which a word is held against rare words too, for two letters turned or one doubled.
_LONG = 8
#: A rival is a word that is at most this many grades rarer than the best.
_ABOUT = 3
#: Small words that lose the space behind them; none that compounds begin with, as in- and on- do.
_SMALL = ("the", "that", "with", "from", "and", "for", "of", "to")
#: Letters of a word that one of them was glued to.
_REST = 4
#: Letters; the longest words of chemistry and medicine have fewer, and what is longer was never typed as a word.
LONGEST = 40
_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
#: A letter stays, other signs stand between words, and what is not ASCII becomes no letter.
_APART = bytes(code if chr(code).isalpha() else 32 for code in range(128)) + b"?" * 128
#: Beside these a word is part of something else: an address, a code, a compound, a mark.
_JOINED = "@/_-'#&+=?%~\\™®"


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields each place of each rare word."""
    text = document.view.text
    words = set(_apart(text).split())
    forms = {word: "lower" for word in words if word.islower() and len(word) <= LONGEST}
    forms |= {word: form for word in words if NAME <= len(word) <= LONGEST and (form := _capital(word))}
    rare = {word for word in unlisted({word.lower() for word in forms}) if not formed(word)}
    if not rare:
        return
    for word, form in forms.items():
        if word.lower() not in rare or (form != "lower" and text.count(word) > 1):
            continue
        fields: dict[str, str | int] | None = None
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if _alone(text, at, end):
                fields = fields or _fields(word, form)
                yield Claim("word", at, end, word, {**fields, "setting": _setting(document, at)})
            at = text.find(word, end)


def _apart(text: str) -> str:
    """Returns `text` with blanks between its words; what had letters other than a to z is no word of letters then."""
    for sign in "–—™®":
        text = text.replace(sign, " ")
    return text.encode("utf-8", "replace").translate(_APART).decode("ascii")


def _capital(word: str) -> str:
    """Returns how a word with a capital is written; empty for capitals inside a word."""
    if word.isupper():
        return "upper"
    return "capital" if word[0].isupper() and word[1:].islower() else ""


def _broken(word: str) -> bool:
    """Says whether a word has only lost a ligature, which happens to text taken out of a PDF and is nobody's slip."""
    return any(
        grade(word[:at] + ligature + word[at:]) > 0
        for ligature in _LIGATURES
        for at in range(len(word))
        if len(word) > 3
    )


def _alone(text: str, start: int, end: int) -> bool:
    """Says whether a word stands by itself: no part of a longer one, of an address or of a code."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum() or (before and before in _JOINED):
        return False
    if before == "." and text[start - 2 : start - 1].isalnum():
        return False  # an address, or words run together
    if after in (".", ":", "?") and text[end + 1 : end + 2].isalnum():
        return False
    if after == "'":
        return not text[end + 1 : end + 2].isalpha() or text.startswith("'s", end)
    return after == "?" or not (after and after in _JOINED)


def _fields(word: str, form: str) -> dict[str, str | int]:
    """Returns what is the same wherever the word stands."""
    lower = word.lower()
    glued = _glued(lower) if form == "lower" else ""
    if glued:
        return {
            "word": lower,
            "form": form,
            "meant": glued,
            "grade": 20,
            "slips": 1,
            "slip": "missed",
            "at": glued.index(" "),
            "rivals": 0,
            "certain": True,
        }
    near = _near(lower, form)
    if not near:
        return {
            "word": lower,
            "form": form,
            "meant": "",
            "grade": 0,
            "slips": 0,
            "slip": "",
            "at": 0,
            "rivals": 0,
            "certain": False,
        }
    best = near[0]
    return {
        "word": lower,
        "form": form,
        "meant": _written(best.word, form),
        "grade": best.grade,
        "slips": best.edits,
        "slip": best.slip,
        "at": _first_difference(lower, best.word),
        "rivals": sum(other.edits == best.edits and other.grade > best.grade - _ABOUT for other in near[1:]),
        "certain": _certain(lower, form, best) or (form == "lower" and _surrounded(lower, near)),
    }


def _glued(word: str) -> str:
    """Returns the two words that a word is which lost the space between them, the first one small: "toenjoy", "ofthe"."""
    for first in _SMALL:
        rest = word.removeprefix(first)
        if rest != word and (rest in _SMALL or (len(rest) >= _REST and grade(rest) >= _COMMON and not medical(word))):
            return f"{first} {rest}"
    return ""


def _certain(word: str, form: str, meant: Near) -> bool:
    """Says whether a word can only be a slip for `meant`: few people mistype the first letter, and few short words have one neighbour."""
    length, at = len(word), _first_difference(word, meant.word)
    if form != "lower":
        # Names are made by another end, another letter, or one left out of a word that is not too common: Brightwelle.
        return 0 < at < length - 1 and (
            (meant.slip in _HAND and meant.grade >= 9) or (meant.slip == "added" and meant.grade >= 12)
        )
    if meant.edits > 1:
        return meant.grade >= 10 and at > 1 and word[-2:] == meant.word[-2:]
    if at and length >= _LONG and meant.slip in ("turned", "doubled"):
        return True
    if not at or length < 5:
        return meant.slip == "turned" and meant.grade >= 13
    if meant.slip in ("changed", "added"):
        return length > 6 and meant.grade >= 10
    return meant.grade >= (11 if length < 6 else 9 if length < 8 else 5)


def _surrounded(word: str, near: tuple[Near, ...]) -> bool:
    """Says whether a word stands between common words: which of them was meant is open, that one of them was is not."""
    once = [other for other in near if other.edits == 1]
    common = [other for other in once if other.grade >= 10] or once
    least = 2 if common is not once else 3
    return len(word) > 5 and len(common) >= least and any(_first_difference(word, other.word) for other in common)


def _near(word: str, form: str) -> tuple[Near, ...]:
    """Returns the common words near a word; a plural is not near its own singular, nor a medicine near a word of the language."""
    near = neighbours(word) or (neighbours(word, 2) if len(word) >= TWICE else ()) or _undone(word, form)
    found = tuple(other for other in near if not _related(word, other.word))
    if medical(word) and form == "lower":
        found = tuple(o for o in found if o.grade >= _COMMON and o.slip in (*_HAND, "missed") and o.word[0] == word[0])
    if found and form == "lower" and _broken(word):
        return ()
    # Of words about as common, the one that the hand slips to is meant: "secnd" is no send.
    best = found[0] if found else None
    if best is not None and best.edits == 1 and best.slip in ("added", "changed"):
        slipped = next((o for o in found if o.edits == 1 and o.slip in _HAND and o.grade >= best.grade - 1), None)
        if slipped is not None:
            return (slipped, *(other for other in found if other is not slipped))
    return found


def _undone(word: str, form: str) -> tuple[Near, ...]:
    """Returns the word of any list that a long word is when two letters are turned back or a doubled one is taken out."""
    if len(word) < _LONG or form != "lower" or medical(word):
        return ()
    turned = {
        word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1) if word[i] != word[i + 1]
    }
    single = {word[:i] + word[i + 1 :] for i in range(1, len(word)) if word[i] == word[i - 1]}
    found = [
        Near(other, held, 1, how)
        for how, others in (("turned", turned), ("doubled", single))
        for other in sorted(others)
        if (held := grade(other)) >= 0
    ]
    return tuple(found) if len(found) == 1 else ()


def _related(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return long in (
        short + "s",
        short + "es",
        short + "d",
        short + "ed",
        short + "r",
        short + "n",
        short + "al",
        short + "ly",
    )


def _first_difference(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _setting(document: Document, start: int) -> str:
    block = document.block_at(start)
    if (block is not None and block.kind == "heading") or document.zone_at(start) in ("headline", "subhead"):
        return "heading"
    return "first" if document.sentence_at(start).start == start else "running"


def _written(word: str, form: str) -> str:
    return word.upper() if form == "upper" else word.capitalize() if form == "capital" else word
