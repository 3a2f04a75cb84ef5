"""One work under two titles that a slip sets apart.

Titles are what stands in quotation marks as the title of a work. Two of as many words, four or more, of which all but one
are equal, are one title where the words that differ are forms of one word, or one letter apart with the same first letter
and not both unknown: two products may be a letter apart, and two works about them.

Params:

* `least` (number, 4): words that a title has at least.
* `shortest` (number, 5): letters of words that may be a letter apart.

Outcomes: `slip` (a letter) and `inflected` (an ending). Messages may name `found`, `expected` (the words that differ), and
`title` (the other title).

An example:

    kind: retitled
    outcomes:
      slip: {severity: warning, message: '"{found}" here, "{expected}" where the title stands first'}
    params: {least: 4}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Cited, Consistent, Contradicted
from prlint.registry import Param
from prlint.text.near import inflected, near, transposed
from prlint.text.patterns import pattern
from prlint.text.wordlist import unlisted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "least": Param("number", 4, about="words that a title has at least"),
    "shortest": Param("number", 5, about="letters of words that may be a letter apart"),
}

OUTCOMES = dict.fromkeys(("slip", "inflected"), ("found", "expected", "title"))

_WORD = pattern(r"[\p{L}\p{N}][\p{L}\p{N}'-]*+")


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a verdict for each title that stands twice, or nearly so."""
    document = context.release.document
    zones = [zone for zone in document.zones if zone.name == "title"]
    if len(zones) < 2:
        return
    text = document.view.text
    whole: set[tuple[str, ...]] = set()
    #: A title without one of its words, and where that word was: the word and its title.
    without: dict[tuple[int, tuple[str, ...]], tuple[Span, str, Span]] = {}
    for zone in sorted(zones, key=lambda zone: zone.start):
        found = [*_WORD.finditer(text, zone.start, zone.end)]
        words = tuple(match[0].lower() for match in found)
        if len(words) < params["least"]:
            continue
        if words in whole:
            yield Consistent(text[zone.start : zone.end])
            continue
        whole.add(words)
        for i, match in enumerate(found):
            key = (i, words[:i] + words[i + 1 :])
            here = Span(*match.span())
            other, word, title = without.setdefault(key, (here, words[i], Span(zone.start, zone.end)))
            outcome = _apart(words[i], word, params["shortest"]) if other is not here else ""
            if outcome:
                values = {
                    "found": match[0],
                    "expected": text[other.start : other.end],
                    "title": text[title.start : title.end],
                }
                yield Contradicted(outcome, [here], [Cited(context.release, other.start, other.end)], values)


def _apart(one: str, other: str, shortest: int) -> str:
    """Returns the outcome for two words of a title, none where they may be meant."""
    if not (one.replace("'", "").isalpha() and other.replace("'", "").isalpha()) or min(len(one), len(other)) < 3:
        return ""
    if inflected(one, other):
        return "inflected"
    if min(len(one), len(other)) < shortest or one[0] != other[0]:
        return ""
    if not (near(one, other, most=1) or transposed(one, other)) or len(unlisted((one, other))) == 2:
        return ""
    return "slip"
