"""Trade marks: the terms that bear a ™, ® or ℠ somewhere, with and without it.

A term is the run of capitalised words before the sign, plural folded, so that
"Zelvic™", "Zelvics®" and "Zelvic" are one term. A sign after a word in lower
case marks a phrase. Where an acronym in brackets follows, the phrase is what
the acronym stands for; else its beginning cannot be known, and its term is that
word. No unmarked uses of it are looked for.

`late` says that the sign comes after an unmarked use in the same section. To
mark the first use only is a sound policy, and so is to mark them all; a sign
that comes late fits neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim, Tracked
from prlint.text.patterns import pattern
from prlint.text.terms import singular

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.document import Document

NEEDS: tuple[str, ...] = ("acronym",)
FIELDS: dict[str, str] = {
    "term": "the marked term, singular",
    "symbol": "™, ® or ℠ (the ASCII forms folded into these); empty where the term stands without",
    "late": "whether the sign follows an unmarked use in the same section",
}
TRACKED = (Tracked("mark", "sign", "symbol", "term"),)

_SIGN = pattern(r"[™®℠]|\((?:TM|R|SM)\)")
_TERM_END = pattern(r"[\w&'+-]*\w(?= ?$)")
_CAPITALISED = pattern(r"(?:[A-Z0-9][\w&+-]* (?:(?:of|by|for|and|the|in|to|with|&) ){0,2})+$")
_SIGNS = {"(TM)": "™", "(R)": "®", "(SM)": "℠"}
_LEADING = frozenset(
    [
        "About",
        "The",
        "A",
        "An",
        "In",
        "Of",
        "For",
        "With",
        "Using",
        "Our",
        "Its",
        "And",
        "Or",
        "To",
        "By",
        "On",
        "From",
        "All",
        "Each",
        "Both",
        "This",
        "These",
        "That",
        "When",
        "While",
        "Unlike",
        "Like",
        "As",
        "At",
        "If",
        "But",
    ]
)
# Sections of running text; a headline, a table or a quotation has its own way with marks.
_BODY = ("lead", "body", "dateline")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each use of a term that bears a sign anywhere in the document."""
    text = document.view.text
    defined = [(claim.start, claim.end) for claim in claims.get("acronym", ()) if claim.get("use") == "definition"]
    uses: list[tuple[int, int, str, str]] = []
    for match in _SIGN.finditer(text):
        last = _TERM_END.search(text, max(0, match.start() - 40), match.start())
        if last:
            start = _begins(document, last.start(), defined)
            symbol = _SIGNS.get(match.group(), match.group())
            uses.append((start, match.end(), singular(text[start : last.end()]), symbol))
    marked = {(start, term) for start, _, term, _ in uses}
    for term in sorted({term for _, _, term, _ in uses if term[:1].isupper()}):
        uses.extend((start, end, term, "") for start, end in _plain(text, term) if (start, term) not in marked)
    unmarked: set[tuple[str, str]] = set()
    for start, end, term, symbol in sorted(uses):
        section = _section(document, start, end)
        late = bool(symbol) and (section, term) in unmarked
        if section and not symbol:
            unmarked.add((section, term))
        yield Claim("mark", start, end, text[start:end], {"term": term, "symbol": symbol, "late": late})


def _begins(document: Document, start: int, defined: Sequence[tuple[int, int]]) -> int:
    """Returns where the term begins whose last word begins at `start`; `defined` are spans of a phrase and its acronym."""
    text = document.view.text
    if text[start].islower():
        # Within the brackets stands the acronym, which is in capitals: a word in lower case is the phrase's.
        return next((first for first, end in defined if first <= start < end), start)
    run = _CAPITALISED.search(text, max(0, start - 60), start) if text[start].isupper() else None
    if run is None:
        return start
    words = run.group().split()
    at = run.start()
    # The capital of a sentence's first word says nothing: "Ask for Zelvic™" marks Zelvic.
    if document.sentence_at(at).start == at and words[0][0].isupper() and all(word[0].islower() for word in words[1:]):
        at += len(words.pop(0)) + 1 if len(words) > 1 else 0
    while words and (words[0] in _LEADING or words[0][0].islower()):
        at += len(words.pop(0)) + 1
    return int(at)


def _plain(text: str, term: str) -> Iterator[tuple[int, int]]:
    """Yields where the term stands as a word of running text."""
    at = text.find(term)
    while at >= 0:
        end = at + len(term)
        end += text.startswith("s", end)
        before, after = text[max(0, at - 1) : at], text[end : end + 2]
        # Within an address, or before a capitalised word, the word is part of another name.
        if not (before.isalnum() or before in ("@", "/", ".", "-")) and not (
            after[:1].isalnum() or after[:1] in ("-", "@", "/") or after[1:].isupper() or after[1:].isdigit()
        ):
            yield at, end
        at = text.find(term, end)


def _section(document: Document, start: int, end: int) -> str:
    """Returns the name of the section of running text, empty outside one."""
    block = document.block_at(start)
    if "quote" in document.zones_at(start, end) or (block and block.kind == "heading"):
        return ""
    zone = document.zone_of(start)
    if zone is None or zone.name in _BODY:
        return "body"
    return f"about {zone.start}" if zone.name == "about" else ""
