"""Numbers that are written twice, in words and in digits: `seven (7)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.numbers import WORDS
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS = ()
FIELDS = {
    "words": "the number in words",
    "digits": "the number in digits",
}

#: From the bracket back: brackets with nothing but digits are rare.
_BRACKET = pattern(
    r"(?<=\p{L}) \((?P<digits>\d{1,3})\)(?=[ -]\p{L})|(?<=\p{L})(?= (?:percent|per cent))(?P<percent> percent| per cent) \((?P<digits>\d{1,3}) ?(?:%|percent|per cent)\)"
)
#: "twenty-nine cents ($0.29)"
_CENTS = pattern(r"(?<=\p{L}) cents? \(\$ ?0?\.(?P<digits>\d{2})\)")
_WORDS = pattern(rf"(?<![\w-])(?P<words>{WORDS})$")
_REACH = 24
#: Larger numbers have words that are not read here: "two thousand (2,000)".
_PART_OF_MORE = pattern(r"(?:hundred|thousand|million|billion)(?: and)?[ -]\S*$|\b(?:and|point|one|no)[ -]\S*$", "i")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each number in words that its digits follow."""
    text = document.view.text
    cents = _CENTS.finditer(text) if " cent" in text else ()
    for match in (*_BRACKET.finditer(text), *cents):
        words = _WORDS.search(text, max(0, match.start() - _REACH), match.start())
        if words and not _PART_OF_MORE.search(text, max(0, words.start() - _REACH), words.start()):
            yield Claim("numeral", words.start(), match.end(), text[words.start() : match.end()],
                        {"words": words["words"], "digits": match["digits"]})  # fmt: skip
