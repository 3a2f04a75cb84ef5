"""Compound words that one release writes in two ways.

Only what is comparable is a claim: one word against two ("radioisotope",
"radio isotope"), one word against a hyphen ("preclinical", "pre-clinical"), and
a hyphen against none before one and the same noun ("triple-negative tumors",
"triple negative tumors"). A hyphen before a noun and none after a verb is good
English, so without the noun in common there is no claim.

Words with a capital letter are left out: they may be names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.patterns import pattern
from prlint.text.terms import singular

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS: dict[str, str] = {
    "compound": "the compound in one word, singular; with the noun after it where the hyphen depends on that",
    "form": "word, hyphen or space",
}

_WORD = pattern(r"(?<![\w@/.-])[a-z]+(?:-[a-z]+)?(?![\w@/]|-\w|\.\w)")

# The second part of verbs with a particle, and of words that mean one thing together and another apart: "a follow-up"
# and "to follow up", "everyday" and "every day", are each right in their place.
_APART = frozenset(
    "up out in on off down over through back away by to time times day days one body thing where way ways how ever more "
    "while what be self selves like wide less full free".split()
)
_SHORTEST = 3

_Word = tuple[str, int, int]


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields every use of a compound that the document writes in two comparable ways."""
    text = document.view.text
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    single: dict[str, list[tuple[int, int]]] = {}
    for word, start, end in words:
        if "-" not in word and len(word) >= 2 * _SHORTEST:
            single.setdefault(singular(word), []).append((start, end))
    forms: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for compound, form, start, end in _written(text, words, single):
        forms.setdefault(compound, {}).setdefault(form, []).append((start, end))
    for compound, written in forms.items():
        if compound in single:
            written["word"] = single[compound]
        if len(written) < 2:
            continue
        for form, places in written.items():
            for start, end in places:
                yield Claim("compound", start, end, text[start:end], {"compound": compound, "form": form})


def _written(text: str, words: list[_Word], single: Mapping[str, object]) -> Iterator[tuple[str, str, int, int]]:
    """Yields compound, form, start and end of each compound in two words or with a hyphen that may have a twin."""
    hyphened = {word for word, _, _ in words if "-" in word}
    for i, (word, start, end) in enumerate(words):
        after = _next(text, words, i)
        first, hyphen, second = word.partition("-")
        if hyphen:
            joined = first + singular(second)
            if joined in single and second not in _APART:
                yield joined, "hyphen", start, end
            if after:
                yield f"{joined} {singular(after[0])}", "hyphen", start, end
            continue
        if after is None or "-" in after[0] or after[0] in _APART or min(len(word), len(after[0])) < _SHORTEST:
            continue
        joined = word + singular(after[0])
        if joined in single:
            yield joined, "space", start, after[2]
        noun = _next(text, words, i + 1) if f"{word}-{after[0]}" in hyphened else None
        if noun:
            yield f"{joined} {singular(noun[0])}", "space", start, after[2]


def _next(text: str, words: list[_Word], i: int) -> _Word | None:
    """Returns the word after word `i`, where only a space parts them."""
    if i + 1 < len(words) and words[i + 1][1] == words[i][2] + 1 and text[words[i][2]] == " ":
        return words[i + 1]
    return None
