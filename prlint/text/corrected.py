"""What a corrected release says itself of its correction: in its headline, and before the text that it corrects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How a wire, or an issuer, opens the headline of a corrected release.
_PREFIX = pattern(
    r"(?:\**(?:correcting and replacing|c o r r e c t i o n\b|correction(?: from source| notice)?|corrected(?: release| version)?"
    r"|(?:update|updated|replacement)(?: release| version)?|corrects)\b(?:[ ]?[:–—-]+[ ]?|[ ]))+",
    "i",
)
#: "/C O R R E C T I O N -- Ardenta, Inc./" is a line of its own.
_LINE = pattern(
    r"/c ?o ?r ?r ?e ?c ?t ?i ?o ?n\b[^\n]{0,120}/|correction(?: notice)?|corrected (?:release|version)", "i"
)
_SAYS = pattern(
    r"\bshould (?:have )?(?:read|been|be|stated?)\b|\binstead of\b|\brather than\b|\bas originally issued\b"
    r"|\b(?:corrected|updated|corrective|replacement) (?:\w+ )?(?:release|version|copy)\b|\breplaces\b[^.]{0,60}\brelease\b"
    r"|\bcorrect(?:s|ed|ing|ion)\b[^.]{0,120}\b(?:release|error|date|figure|number|name|headline|paragraph|typo\w*|issued|published)\b"
    r"|\bplease note that\b[^.]{0,160}\b(?:corrected|updated|changed|incorrect\w*)\b",
    "i",
)
#: The same where nothing else says yet that a release is corrected.
_NOTE = pattern(
    r"\bshould (?:have )?(?:read|been|stated)\b|\bas (?:\w+ly )?(?:originally|incorrectly|erroneously|inadvertently|previously) "
    r"(?:issued|transmitted|stated|reported|released|published)\b"
    r"|\b(?:corrected|updated|corrective|replacement) (?:\w+ )?(?:release|version|copy)(?: \w+)? (?:follows|reads|is as follows)\b"
    r"|\bplease note that\b[^.]{0,160}\b(?:corrected|updated|changed|incorrect\w*)\b",
    "i",
)
_WRONG = pattern(
    r"\b(?:instead of|rather than|(?:and|but) not|, not|(?:incorrectly|erroneously|inadvertently|originally|previously) (?:stated|listed|read|reported|issued|given)"
    r"(?: as| that)?) (?P<wrong>[^.;()\n]{2,120}?(?:(?<=\p{Lu}\p{Ll}{2,4})\.[^.;()\n]{1,60}?)?)"
    r"(?=,? as (?:\w+ ){0,2}(?:originally|incorrectly|erroneously|previously|inadvertently|stated|issued|transmitted|reported)|[;()]|\.(?:\s|$)|$)",
    "im",
)


def prefix_end(text: str, start: int, end: int) -> int:
    """Returns where a headline begins behind the words that say it is a correction."""
    found = _PREFIX.match(text, start, end)
    return found.end() if found and found.end() < end else start


def is_line(text: str) -> bool:
    """Says whether a block is nothing but the word that opens a correction."""
    return _LINE.fullmatch(text.strip()) is not None


def says(text: str) -> bool:
    """Says whether a paragraph tells of a correction."""
    return _SAYS.search(text) is not None


def opens(text: str) -> bool:
    """Says whether a paragraph before the story is, by its own words, the note on what was wrong."""
    return _NOTE.search(text) is not None


def wrong(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yields where a note quotes what was wrong: "June 1 (instead of June 31)", "and not Monday, May 5, as stated"."""
    for match in _WRONG.finditer(text, start, end):
        yield match.span("wrong")
