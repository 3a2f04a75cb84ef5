"""Acronyms: where one is defined, and where it is used.

A definition is a term with its acronym in parentheses after it ("overall
response rate (ORR)"), in quotation marks there if the writer likes, or the
acronym with the term in parentheses. The letters decide how far back the term
reaches: first by the initials of its words, small words skipped, else in the
way of Schwartz and Hearst ("A simple algorithm for identifying abbreviation
definitions in biomedical text", 2003): every letter in order, the first one at
the start of a word.

Tickers, codes with a number of their own and the short forms of companies are
not acronyms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.patterns import pattern
from prlint.text.terms import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS: dict[str, str] = {
    "acronym": "the acronym, singular, without a mark; of a turned one, the one that is meant",
    "expansion": "the term that it stands for, as printed; empty in a use; of a swapped one, the letters in their order",
    "use": "definition, use, swapped (a term's initials in another order, where the text has them in order too), or turned (a use with two letters of a defined one turned)",
}

_ACRONYM = r"[a-z]?[A-Z](?:[A-Za-z0-9&]|[/-](?=[A-Za-z0-9])){1,9}"
_AFTER_TERM = pattern(rf"\(\s*(?:the\s|or\s|also known as\s)?([\"']?)({_ACRONYM})\1\s?[™®]?\s?(?:[;,][^()]{{0,60}})?\)")
_BEFORE_TERM = pattern(rf"(?<![\w-])({_ACRONYM})[™®]?\s\(([a-z][^()\d:;]{{5,80}})\)")
_CAPITALS = pattern(r"(?<![\w$€£@./-])[A-Z]{2,7}s?(?![\w@]|[./]\w|-?\d)")
_WORD = pattern(r"[^\W_]+")
_LEGAL = pattern(
    r"(?i)\b(?:inc|corp|ltd|llc|l\.l\.c|llp|plc|gmbh|ag|s\.a|sa|n\.v|b\.v|co|company|corporation|limited|incorporated)\.?,?\s*$"
)
_NOT_ONE = pattern(r"(?:[:]\s?|\$)$")
_SMALL = frozenset(("of", "and", "or", "the", "for", "in", "to", "a", "an", "on", "with", "by", "at", "as"))
_CAPITAL_ZONES = frozenset(("header-date", "dateline", "contacts", "source", "endmark"))
#: Of two letters, another order is another acronym.
_SHORTEST_SWAPPED = 3
#: Three letters in another order are often another acronym of the same field.
_SHORTEST_TURNED = 4
_ROMAN = pattern(r"[IVX]+")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each definition and for each use outside one."""
    text = document.view.text
    defined: dict[str, set[int]] = {}
    for match in _AFTER_TERM.finditer(text):
        acronym = _plain(match.group(2))
        if not _is_acronym(acronym):
            continue
        if right := _swapped(text, match.start(), acronym):
            fields = {"acronym": acronym, "expansion": right, "use": "swapped"}
            yield Claim("acronym", match.start(2), match.end(2), match.group(2), fields)
            continue
        begin = _term_before(text, document, match.start(), acronym)
        if begin is None:
            continue
        # "Ardenta Products (ARP)" in a headline, "(Nasdaq: ARP)" below: a symbol explains nothing.
        if any(f":{space}{acronym}{end}" in text for space in ("", " ") for end in (")", ";", ",", " -")):
            continue
        expansion = _unmarked(text[begin : match.start()])
        defined.setdefault(acronym, set()).add(match.start(2))
        yield _claim(text, begin, match.end(), acronym, expansion)
    for match in _BEFORE_TERM.finditer(text):
        acronym = _plain(match.group(1))
        # The whole parenthesis must be the term: "CT (computed tomography)", not "CT (see the table)".
        if _is_acronym(acronym) and _initials(_words(match.group(2)), acronym) == 0:
            defined.setdefault(acronym, set()).add(match.start(1))
            yield _claim(text, match.start(1), match.end(), acronym, match.group(2))
    yield from _uses(document, text, defined)


def _uses(document: Document, text: str, defined: Mapping[str, set[int]]) -> Iterator[Claim]:
    seen = {place for places in defined.values() for place in places}
    for acronym in defined:
        at = text.find(acronym)
        while at >= 0:
            end = at + len(acronym)
            plural = text.startswith("s", end)
            follows = text[end + plural : end + plural + 1]
            if not (at and text[at - 1].isalnum()) and not follows.isalnum() and at not in seen:
                seen.add(at)
                # A ticker has the form of an acronym and is none.
                if not _NOT_ONE.search(text, max(0, at - 2), at):
                    yield _use(text, at, end + plural, acronym)
            at = text.find(acronym, end)
    for match in _CAPITALS.finditer(text):
        acronym = _plain(match.group())
        if match.start() in seen or acronym in defined or _ROMAN.fullmatch(acronym):
            continue
        # Places, wires and the first words of contact blocks are written in capitals.
        if document.zone_at(match.start()) in _CAPITAL_ZONES:
            continue
        # "ABC 101" and "ABC-101" are codes.
        if (
            _NOT_ONE.search(text, max(0, match.start() - 2), match.start())
            or text[match.end() : match.end() + 2].strip(" -").isdigit()
        ):
            continue
        if right := _turned(acronym, defined):
            fields = {"acronym": right, "expansion": "", "use": "turned"}
            yield Claim("acronym", match.start(), match.end(), match.group(), fields)
            continue
        yield _use(text, match.start(), match.end(), acronym)


def _turned(acronym: str, defined: Iterable[str]) -> str:
    """Returns the acronym that the text defines of which two neighbouring letters are turned here."""
    if len(acronym) < _SHORTEST_TURNED:
        return ""
    turns = {acronym[:i] + acronym[i + 1] + acronym[i] + acronym[i + 2 :] for i in range(len(acronym) - 1)}
    return next((right for right in defined if right != acronym and right in turns), "")


def _claim(text: str, start: int, end: int, acronym: str, expansion: str) -> Claim:
    return Claim(
        "acronym",
        start,
        end,
        text[start:end],
        {"acronym": acronym, "expansion": expansion, "use": "definition"},
    )


def _use(text: str, start: int, end: int, acronym: str) -> Claim:
    return Claim("acronym", start, end, text[start:end], {"acronym": acronym, "expansion": "", "use": "use"})


def _plain(written: str) -> str:
    return written[:-1] if written.endswith("s") and len(written) > 2 and not written[:-1].islower() else written


def _is_acronym(acronym: str) -> bool:
    capitals = sum(letter.isupper() for letter in acronym)
    letters = sum(letter.isalpha() for letter in acronym)
    return capitals >= 2 and capitals * 2 >= letters and acronym not in ("TM", "SM")


def _unmarked(term: str) -> str:
    return term.replace("™", "").replace("®", "").strip(" ,\"'")


def _words(term: str) -> list[tuple[str, int]]:
    return [(match.group(), match.start()) for match in _WORD.finditer(term)]


def _term_before(text: str, document: Document, end: int, acronym: str) -> int | None:
    """Returns where the term that ends at `end` begins, None where the letters fit no term."""
    begin = max(document.sentence_at(end).start, *(text.rfind(mark, 0, end) + 1 for mark in "();"))
    block = document.block_at(end)
    begin = max(begin, block.start if block else 0)
    before = text[begin:end]
    # A company's short form is a name, not an acronym: names have rules of their own.
    if _LEGAL.search(before):
        return None
    letters = [letter for letter in acronym if letter.isalnum()]
    words = _words(before)[-(len(letters) + 5) :]
    if any(word == acronym for word, _ in words):
        return None
    first = _initials(words, acronym)
    if first is None:
        first = _initials(words, acronym, passed=1)
    if first is None:
        first = _scattered(words, acronym)
    return None if first is None else begin + words[first][1]


def _initials(words: list[tuple[str, int]], acronym: str, passed: int = 0) -> int | None:
    """Returns the index of the word at which the acronym begins, if its letters are the words' initials.

    Small words may be passed over, and up to `passed` others, but never the last.
    """
    letters = [letter.lower() for letter in acronym if letter.isalnum()]

    def begins(word: int, letter: int, passed: int) -> int | None:
        if letter < 0:
            return word + 1
        if word < 0:
            return None
        name = words[word][0].lower()
        if name[0] == letters[letter]:
            found = begins(word - 1, letter - 1, passed)
            if found is not None:
                return found
        if word == len(words) - 1:
            return None
        if name in _SMALL:
            return begins(word - 1, letter, passed)
        return begins(word - 1, letter, passed - 1) if passed else None

    return begins(len(words) - 1, len(letters) - 1, passed)


def _swapped(text: str, end: int, acronym: str) -> str:
    """Returns the initials of the words before `end` where the acronym has them in another order, and the text in theirs."""
    if len(acronym) < _SHORTEST_SWAPPED or not acronym.isalpha() or not acronym.isupper():
        return ""
    begin = text.rfind("\n", 0, end) + 1
    words = [word for word, _ in _words(text[max(begin, end - 120) : end]) if word.lower() not in _SMALL]
    initials = "".join(word[0] for word in words[-len(acronym) :])
    # Names alone: of words in small letters some give no letter.
    if initials == acronym or not initials.isupper() or sorted(initials) != sorted(acronym):
        return ""
    return initials if any(match.group() == initials for match in _CAPITALS.finditer(text)) else ""


def _scattered(words: list[tuple[str, int]], acronym: str) -> int | None:
    """Returns the index of the word at which the acronym begins, its letters standing anywhere in order."""
    letters = [letter.lower() for letter in acronym if letter.isalnum()]
    word, place = len(words) - 1, None
    if word < 0:
        return None
    for i in range(len(letters) - 1, -1, -1):
        while word >= 0:
            name = words[word][0].lower()
            place = len(name) if place is None else place
            place = (0 if name[0] == letters[0] and place > 0 else -1) if i == 0 else name.rfind(letters[i], 0, place)
            if place >= 0:
                break
            word, place = word - 1, None
        if word < 0:
            return None
    # Far more words than letters is chance; so is a last word that gave no letter (the loop began with it).
    used = [name for name, _ in words[word:] if name.lower() not in _SMALL]
    last = singular(words[-1][0].lower())
    return word if len(used) <= len(letters) and letters[-1] in last else None
