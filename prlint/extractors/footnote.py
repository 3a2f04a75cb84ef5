"""Footnote marks: where a text refers to a note, and where the note stands.

Three styles are read: numbers in brackets `[1]`, raised numbers `¹`, and symbols `*` `†` `‡`. An exponent
(m², 10⁶), a mass number (¹³¹I) and a pair of asterisks are no marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ()
FIELDS = {
    "mark": "the number, or the symbols",
    "style": "bracket, raised or symbol; empty for the number of a list item, which may be a note in either",
    "role": "reference in the text, note, or possible for what may be a note (a numbered list item)",
}

_RAISED = {raised: str(i) for i, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_BRACKET = pattern(r"(?<!\])\[(?P<numbers>\d{1,2}(?:(?:, ?| ?[-–] ?)\d{1,2}){0,6})\]|(?<=\])\[(?P<numbers>\d{1,2})\]")
_NOTE_GLUED = pattern(r"\[(?P<number>\d{1,2})\](?= ?(?:https?:|www\.|\p{Lu}))")
_UP = pattern(r"(?<=[\p{L}.,;:!?)\"%®™'])(?P<up>[⁰¹²³⁴-⁹]+(?:[,–⁻-][⁰¹²³⁴-⁹]+)*)(?![\p{L}⁺⁻])")
_UNIT = pattern(r"(?<![\p{L}])(?:[cmkµn]?m|ft|in|yd|R|H|E|mi|χ|X|L|s|sec|h|I|α)$")
_SIGN = pattern(r"(?<=[\p{L}\d.,;:!?)\"%®™'])(?P<sign>\*{1,4}|[†‡]{1,3})(?=[\s.,;:)\"]|$)", "m")
_SIGN_NOTE = pattern(r"(?:^\(?|(?<=\()|(?<=[.;] ))(?P<sign>\*{1,4}|[†‡]{1,3})\)? ?(?=[\p{L}\d\"(])", "m")
_STARS = pattern(r" (?:hotels?|resorts?|rated|rating|reviews?)\b|[ -]?star\b", "i")
_EMPHASIS = pattern(
    r"(?<![\w*])(?P<mark>\*{1,3})(?=[\p{L}\p{N}\"(])[^*\n]{1,300}(?<=[\p{L}\p{N}.,!?)\"])(?P=mark)(?![\w*])"
)
_UP_NOTE = pattern(r"(?:^|(?<=[.;] ))(?P<up>[⁰¹²³⁴-⁹]+) ?(?=[\p{L}\"(])(?![A-Z][a-z]?[- ])", "m")
_NUMBERED = pattern(r"\(?(?P<number>\d{1,2})(?:[.)]| |(?=[\p{Lu}]\p{Ll}))")
_LIST_OF_NOTES = pattern(
    r"(?:references?|sources?|foot ?notes?|end ?notes?|notes|citations?|bibliography|works cited)\b[^\n]{0,30}?(?::|$)",
    "im",
)
_RUN_ON = pattern(r"(?:^|(?<=[ .;:\])]))\[?(?P<number>\d{1,2})(?:\]|[.)])?[ ]?(?=\p{Lu}|http|www|\"|[a-z]{2})", "m")
_RANGE = pattern(r"(\d{1,2}) ?[-–] ?(\d{1,2})|(\d{1,2})")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each mark in the text and each mark before a note, a range of numbers as one for each."""
    text = document.view.text
    found = [*_brackets(document, text), *_raised(text), *_signs(document, text)]
    yield from found
    if any(claim.get("style") != "symbol" for claim in found):
        yield from _numbered(document, text)


def _brackets(document: Document, text: str) -> Iterator[Claim]:
    if "[" not in text:
        return
    notes: set[int] = set()
    for match in _BRACKET.finditer(text):
        start, end = match.span()
        block = document.block_at(start)
        # A block of notes may hold several that an extraction ran together.
        own = block is not None and (start == block.start or block.start in notes)
        note = own and ((block is not None and start == block.start) or _NOTE_GLUED.match(text, start) is not None)
        if note and block is not None:
            notes.add(block.start)
        for number in _numbers(match.group("numbers")):
            yield _claim(text, start, end, number, "bracket", "note" if note else "reference")


def _raised(text: str) -> Iterator[Claim]:
    if text.isascii() or not any(raised in text for raised in _RAISED):
        return
    for match in _UP_NOTE.finditer(text):
        yield _claim(text, match.start("up"), match.end("up"), _plain(match.group("up")), "raised", "note")
    for match in _UP.finditer(text):
        if _UNIT.search(text, max(0, match.start() - 6), match.start()):
            continue
        for number in _numbers(_plain(match.group("up"))):
            yield _claim(text, match.start("up"), match.end("up"), number, "raised", "reference")


def _signs(document: Document, text: str) -> Iterator[Claim]:
    if not any(sign in text for sign in "*†‡"):
        return
    # Emphasis that a plain text was left with: its asterisks come in pairs around words.
    taken: set[int] = set()
    if "*" in text:
        for match in _EMPHASIS.finditer(text):
            taken.update((match.start(), match.end() - len(match.group("mark"))))
    for match in _SIGN_NOTE.finditer(text):
        if match.start("sign") in taken:
            continue
        taken.add(match.start("sign"))
        yield _claim(text, match.start("sign"), match.end("sign"), match.group("sign"), "symbol", "note")
    signs = [match for match in _SIGN.finditer(text) if not _STARS.match(text, match.end())]
    written = {match.group("sign") for match in [*_SIGN_NOTE.finditer(text), *signs]}
    for match in signs:
        sign = match.group("sign")
        # Two asterisks come after one: alone they are something else.
        if len(sign) > 1 and sign[1:] not in written:
            continue
        if match.start() not in taken:
            yield _claim(text, match.start("sign"), match.end("sign"), match.group("sign"), "symbol", "reference")
    # Markdown reads "* Unaudited" as an item of a list; one item alone is rather a note.
    for i, block in enumerate(document.blocks):
        if block.kind != "item":
            continue
        alone = all(not 0 <= j < len(document.blocks) or document.blocks[j].kind != "item" for j in (i - 1, i + 1))
        at = document.view.source_start(block.start)
        if alone and document.text[max(0, at - 3) : at].strip().endswith("*"):
            yield _claim(text, block.start, min(block.end, block.start + 20), "*", "symbol", "note")


def _numbered(document: Document, text: str) -> Iterator[Claim]:
    listed = False
    for block in document.blocks:
        listed = listed or _LIST_OF_NOTES.match(text, block.start, block.end) is not None
        if listed:
            for match in _RUN_ON.finditer(text, block.start, block.end):
                number = match.group("number")
                yield _claim(text, match.start("number"), match.end("number"), str(int(number)), "", "possible")
            continue
        at = document.view.source_start(block.start)
        lead = document.text[max(0, at - 6) : at].rsplit("\n", 1)[-1].strip() if block.kind == "item" else ""
        number = lead.strip(".()") if lead else ""
        if not number.isdigit():
            match = _NUMBERED.match(text, block.start, block.end)
            number = match.group("number") if match else ""
        if number.isdigit() and len(number) < 3:
            yield _claim(text, block.start, min(block.end, block.start + 20), str(int(number)), "", "possible")


def _numbers(written: str) -> list[str]:
    numbers: list[str] = []
    for match in _RANGE.finditer(written):
        if match.group(3):
            numbers.append(str(int(match.group(3))))
        elif int(match.group(1)) < int(match.group(2)):
            numbers += map(str, range(int(match.group(1)), int(match.group(2)) + 1))
    return numbers


def _plain(raised: str) -> str:
    return "".join(_RAISED.get(c, "-" if c in "–⁻-" else c) for c in raised)


def _claim(text: str, start: int, end: int, mark: str, style: str, role: str) -> Claim:
    return Claim("footnote", start, end, text[start:end], {"mark": mark, "style": style, "role": role})
