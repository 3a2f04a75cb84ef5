"""Compound words that one release writes in two ways.

Only what is comparable is a claim: one word against two ("biomarker",
"bio marker"), one word against a hyphen ("preclinical", "pre-clinical"), and
a hyphen against none before one and the same noun ("first-line treatment",
"first line treatment"). A hyphen before a noun and none after a verb is good
English, so without the noun in common there is no claim.

Words with a capital letter are left out: they may be names.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.patterns import pattern
from prlint.text.terms import singular

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS: dict[str, str] = {
    "compound": "the compound in one word, singular; with the noun after it where the hyphen depends on that",
    "form": "word, hyphen or space",
}

# Anchored at the hyphen, which is rarer than a letter.
_HYPHENED = pattern(r"-(?<=(?<![\w@/.-])(?P<first>[a-z]{2,})-)(?P<second>[a-z]{2,})(?![\w@/-]|\.\w)")
_MARKS = ".,;:!?()[]\"'"

# The second part of verbs with a particle, and of words that mean one thing together and another apart: "a follow-up"
# and "to follow up", "everyday" and "every day", are each right in their place.
_APART = frozenset(
    "up out in on off down over through back away by to time times day days one body thing where way ways how ever more "
    "while what be self selves like wide less full free".split()
)
_SHORTEST = 3

_Forms = dict[str, dict[str, list[tuple[int, int]]]]


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields every use of a compound that the document writes in two comparable ways."""
    text = document.view.text
    words = [word.strip(_MARKS) for word in text.split()]
    single = {singular(word) for word in set(words) if len(word) >= 2 * _SHORTEST and word.isalpha() and word.islower()}
    forms: _Forms = {}
    for first, second in _parted(words, single):
        _note(forms, text, first + singular(second), "space", f"{first} {second}")
    for first, second in sorted({match.group("first", "second") for match in _HYPHENED.finditer(text)}):
        joined = first + singular(second)
        if joined in single and second not in _APART:
            _note(forms, text, joined, "hyphen", f"{first}-{second}")
        if second not in _APART:
            _before_nouns(forms, text, first, second)
    for compound, written in forms.items():
        if compound in single:
            _note(forms, text, compound, "word", compound)
        if len(written) < 2:
            continue
        for form, places in written.items():
            for start, end in sorted(set(places)):
                yield Claim("compound", start, end, text[start:end], {"compound": compound, "form": form})


def _parted(words: list[str], single: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yields each pair of neighbouring words that stands as one word elsewhere."""
    stems = {word.removesuffix("y") for word in single}
    seen = set()
    for first, second in pairwise(words):
        # Most pairs end here: cheap, and wide enough for every plural.
        if first + second.rstrip("s").removesuffix("ie").removesuffix("y") not in stems:
            continue
        if min(len(first), len(second)) >= _SHORTEST and second not in _APART and (first, second) not in seen:
            seen.add((first, second))
            if first + singular(second) in single and first.islower():
                yield first, second


def _before_nouns(forms: _Forms, text: str, first: str, second: str) -> None:
    """Notes the uses with and without a hyphen, each under the word that follows."""
    open_ = _places(text, f"{first} {second}")
    for form, places in (("hyphen", _places(text, f"{first}-{second}")), ("space", open_)) if open_ else ():
        for start, end in places:
            noun = text[end + 1 : end + 40].split(" ", 1)[0].strip(_MARKS) if text.startswith(" ", end) else ""
            if noun.islower():
                key = f"{first}{singular(second)} {singular(noun)}"
                forms.setdefault(key, {}).setdefault(form, []).append((start, end))


def _note(forms: _Forms, text: str, compound: str, form: str, written: str) -> None:
    places = _places(text, written)
    if places:
        forms.setdefault(compound, {}).setdefault(form, []).extend(places)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Returns where the words stand, singular or plural, and not as part of a longer word or an address."""
    places = []
    stem = words[:-1] if words.endswith(("y", "s")) else words
    at = text.find(stem)
    while at >= 0:
        end = at + len(stem)
        while end < len(text) and text[end].isalpha():
            end += 1
        before, after = text[max(0, at - 1) : at], text[end : end + 1]
        inside = before.isalnum() or before in tuple("@/.-_") or after.isdigit() or after in tuple("-@/_")
        if not inside and singular(text[at:end]) == singular(words):
            places.append((at, end))
        at = text.find(stem, end)
    return places
