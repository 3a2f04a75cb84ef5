"""What a figure is said of: the names, codes and phases that its sentence has, beside its issuer's own.

Two figures are comparable where nothing that either sentence names sets them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.dates import MONTHS, WEEKDAYS
from prlint.text.patterns import pattern
from prlint.text.words import capitalised, lower_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from prlint.document import Document

#: Capitalised words that name nothing.
_EMPTY = frozenset(
    "the a an we our it its this these that in to as of for with and or at on by from company corporation corp inc ltd llc plc group holdings mr ms mrs dr "
    "u.s us usd cad eur gbp c$ ceo cfo president chief officer chairman to-date since through additionally however moreover table q1 q2 q3 q4 fy form sec".split()
) | {word.lower() for word in (*MONTHS, *WEEKDAYS, *(month[:3] for month in MONTHS), "Sept")}
#: A phase, part or study that small letters name.
_PART = pattern(
    r"\b(?:phase [1-4](?:/[1-4])?[ab]?|phase i{1,3}v?(?:/i{1,3})?[ab]?|cohort [\da-z]\b|arm [\da-d]\b|part [\da-d]\b|stage [1-4]\b|pivotal|pilot|(?:second|third)(?= (?:stud|trial|cohort|part|arm))|extension)",
    "i",
)


def named(document: Document, start: int, end: int, own: Collection[str]) -> tuple[str, ...]:
    """Returns the folded names, codes and phases in a view span, sorted; `own` are the words of the issuer's name, in small letters.

    The first word of a sentence counts only where it is more than a capitalised word.
    """
    text = document.view.text
    sentence = document.sentence_at(start)
    found = {" ".join(match[0].lower().split()) for match in _PART.finditer(text, start, end)}
    common = document.once(lower_words)
    for word in capitalised(text, start, end):
        low = word.text.lower().strip(".")
        if word.start == sentence.start and word.text[1:].islower() and text[word.end : word.end + 1] not in ("™", "®"):
            continue
        # The text writes it small elsewhere: a title's word, or a label's.
        if word.text[1:].islower() and low in common:
            continue
        # "Phase" is read with its number; what the issuer is called says nothing.
        if len(low) > 1 and low not in _EMPTY and low not in own and low not in ("phase", "cohort"):
            found.add(low.replace("-", ""))
    return tuple(sorted(found))


def issuer_words(name: str, ticker: str = "") -> frozenset[str]:
    """Returns the words of the issuer's name, in small letters, with its ticker and the exchanges that stand beside it."""
    words = name.lower().replace(",", " ").split()
    return frozenset((*words, *(word.strip(".") for word in words), ticker.lower(), "nasdaq", "nyse", "otcqb", "tsx"))
