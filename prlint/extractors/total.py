"""Totals with all of their parts: in a sentence ("a total of $350,000: $150,000 from A, …") and in the rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.anchored import anchored
from prlint.text.intervals import PRINTED_MONEY, PRINTED_NUMBER, value
from prlint.text.numbers import MONEY, money
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from regex import Match

    from prlint.document import Block, Document, Span

NEEDS = ()
FIELDS = {
    "form": "sentence (amounts of money), counts (in a sentence) or table",
    "total": "the total as printed",
    "parts": "its parts as printed",
    "label": "of a table, what its row is called; else empty",
}

_M = rf"(?:{PRINTED_MONEY}|{PRINTED_NUMBER})"
_BETWEEN = r"(?:[^\d$€£¥;:\n\[\]]|(?<=[A-Z])\d(?!\d)|(?:19|20)\d\d(?!\d))"
#: All parts are said to be the whole: a colon after a total, or a verb that says so. "Including" says it of some.
_LISTED = pattern(
    rf"\b(?i:a|the|an)? ?(?i:cumulative |combined |aggregate |grand )?(?i:total|aggregate|sum) of (?P<total>{_M}){_BETWEEN}{{0,90}}?"
    rf"(?::|,? (?:comprised of|comprising|consisting of|consists of|composed of|made up of)|, being) {_BETWEEN}{{0,20}}?(?P<part>{_M})"
    rf"(?:{_BETWEEN}{{2,80}}?(?P<part>{_M}))+(?={_BETWEEN}{{0,80}}(?:$|\n|[.;]))"
)
#: "consists of 40 vessels (4 Capesize, 11 Panamax and 25 Supramax)", "will consist of 40 vessels: 4 Capesize, …": three parts or more.
_MADE_OF = pattern(
    r"\b(?:consists?|consisting|consisted|comprise[sd]?|comprising|comprised of|composed) (?:currently |of )*(?:a fleet of )?(?P<total>\d{1,3}) (?:[\p{L}/-]+ ){0,4}[\p{L}/-]+(?: \(|: )"
    r"(?P<part>\d{1,3}) (?:[\p{L}/-]+ ?){1,4}(?:(?:,| and|, and|;) (?P<part>\d{1,3}) (?:[\p{L}/-]+ ?){1,4})+(?=\)|[.;]|$)"
)
_FEWEST_PARTS = 3
_MADE = pattern(r"\b(?:consist|compris|composed)")
_SUMMED = pattern(
    rf"(?P<part>{_M})(?:{_BETWEEN}{{2,60}}?(?P<part>{_M}))+{_BETWEEN}{{0,40}}?,? (?:(?:for|making|giving|resulting in|adding up to|which totals|together totaling|together) )?"
    rf"(?:a |an )(?:combined |aggregate |cumulative |grand )?(?:total|sum)(?: consideration| proceeds| amount| value)? of (?P<total>{_M})"
)
_TOTALING = pattern(
    rf"(?P<part>{PRINTED_MONEY})(?:{_BETWEEN}{{2,60}}?(?P<part>{PRINTED_MONEY}))+{_BETWEEN}{{0,40}}?, totall?ing (?P<total>{PRINTED_MONEY})"
)
#: Two sentences: the parts, and what they come to together: "The two grants total $16.5 million."
_TOGETHER = pattern(
    rf"(?:Together|Combined|Taken together|All told|The (?:two|three|four)(?: [\p{{L}}-]+){{0,3}})(?:,? (?:they|these|those|both|the (?:two|three|four)(?: [\p{{L}}-]+){{0,3}}))?,?"
    rf"(?: together| combined)? (?:total|come to|amount to|add up to|are worth|make up|make)(?: a (?:total|sum) of)? (?P<total>{PRINTED_MONEY})(?! (?:more|less|higher|lower))"
)
_AMOUNT_OF_MONEY = pattern(PRINTED_MONEY)
_MONEY = pattern(MONEY)
_NUMBERED = pattern(r"\b[Tt]he (?P<count>two|three|four)\b")
_COUNTED = {"two": 2, "three": 3, "four": 4}
_PARTLY = pattern(
    r"\b(?:includ\w+|such as|of which|up to|as well as|in addition|potential|remaining|previous\w*|prior|already|per|each|compared|from \$|than|under|price|valued)\b|%|\bat (?:US)?[$€£¥]",
    "i",
)
_TRIGGER = pattern(r"(?:total|aggregate|sum)(?: consideration| proceeds| amount| value)? of ")
_TRIGGER_OF_MONEY = pattern(r", totall?ing (?=(?:US)?[$€£¥])")
_SUMS_UP = pattern(r"(?:Together|Combined|All told|The (?:two|three|four))\b")

_WORD = pattern(r" (\p{L}+)")

_CELL = pattern(r"[^|\t\s]++(?: ++[^|\t\s]++)*+")
_AMOUNT = pattern(r"[($€£¥ -]*\d{1,3}(?:,\d{3})*(?:\.\d+)?\)?|[($€£¥ -]*\d+(?:\.\d+)?\)?")
_TOTAL_ROW = pattern(r"(?:sub)?total\b", "i")
_DERIVED_ROW = pattern(r"(?:total|sub|net|gross|less|income|loss|profit|balance|cash)\b", "i")
_NOTHING = pattern(r"[ –—-]*")
_LEAST = 2


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each total whose parts are all there."""
    text = document.view.text
    for sentence, form in (
        *((sentence, form) for sentence in anchored(document, _TRIGGER) for form in (_LISTED, _SUMMED)),
        *((sentence, _TOTALING) for sentence in anchored(document, _TRIGGER_OF_MONEY)),
    ):
        for match in form.finditer(text, sentence.start, sentence.end):
            if _PARTLY.search(text, match.start(), match.end()) or not _one_measure(match):
                continue
            yield _sentence(match)
    for sentence in anchored(document, _MADE):
        for match in _MADE_OF.finditer(text, sentence.start, sentence.end):
            if len(match.captures("part")) >= _FEWEST_PARTS and not _PARTLY.search(text, match.start(), match.end()):
                yield _sentence(match)
    for sentence in anchored(document, _SUMS_UP):
        yield from _of_the_sentence_before(document, sentence)
    rows: list[Block] = []
    for block in document.blocks:
        if block.kind == "row":
            rows.append(block)
        elif rows:
            yield from _table(text, rows)
            rows = []
    if rows:
        yield from _table(text, rows)


def _of_the_sentence_before(document: Document, sentence: Span) -> Iterator[Claim]:
    """Yields the total that a sentence begins with, of the amounts of the sentence before it in its paragraph."""
    text = document.view.text
    match = _TOGETHER.match(text, sentence.start, sentence.end)
    block = document.block_at(sentence.start)
    if match is None or block is None or sentence.start - 2 < block.start:
        return
    before = document.sentence_at(sentence.start - 2)
    parts = [part[0] for part in _AMOUNT_OF_MONEY.finditer(text, before.start, before.end)]
    counted = _NUMBERED.search(match[0])
    if (
        len(parts) < _LEAST
        or (counted and len(parts) != _COUNTED[counted["count"]])
        or (not counted and len(parts) != _LEAST)
        or not _one_currency((match["total"], *parts))
        or _PARTLY.search(text, before.start, match.end())
        or _AMOUNT_OF_MONEY.search(text, match.end(), sentence.end)
    ):
        return
    yield Claim("total", before.start, match.end(), text[before.start : match.end()],
                {"form": "sentence", "total": match["total"].strip(), "parts": tuple(part.strip() for part in parts), "label": ""})  # fmt: skip


def _one_measure(match: Match[str]) -> bool:
    """Says whether all are amounts of money, or all counts, in digits, of the same thing."""
    figures = [match["total"], *match.captures("part")]
    signed = [any(sign in figure for sign in "$€£¥") for figure in figures]
    if any(signed):
        return all(signed) and _one_currency(figures)
    # Counts in words are as often "one" and "two" of something else.
    if not all(any(c.isdigit() for c in each) and (value(each) or 0) > 1 for each in figures):
        return False
    # A count with "about" or a factor is no count.
    if not all(all(c.isdigit() or c == "," for c in each.strip()) for each in figures):
        return False
    first, total = match.spans("part")[0][1], match.end("total")
    before = match.start("total") < match.start("part")
    return before or _noun(match.string, first) == _noun(match.string, total) != ""


def _one_currency(figures: Sequence[str]) -> bool:
    """Says whether all amounts are of one currency."""
    amounts = (_MONEY.search(each) for each in figures)
    return len({read.currency if found and (read := money(found[0])) else "" for found in amounts}) == 1


def _noun(text: str, end: int) -> str:
    """Returns the word after a number that ends at `end`."""
    word = _WORD.match(text, end)
    return word[1].lower().removesuffix("s") if word else ""


def _sentence(match: Match[str]) -> Claim:
    form = "sentence" if any(sign in match["total"] for sign in "$€£¥") else "counts"
    return Claim("total", match.start(), match.end(), match[0],
                 {"form": form, "total": match["total"].strip(), "parts": tuple(part.strip() for part in match.captures("part")), "label": ""})  # fmt: skip


def _table(text: str, rows: list[Block]) -> Iterator[Claim]:
    """Yields the totals of a table's columns: those in whose rows another column adds up, so that the rows are the parts."""
    cells = [
        [(cell[0].strip(), cell.start(), cell.end()) for cell in _CELL.finditer(text, row.start, row.end)]
        for row in rows
    ]
    for i, row in enumerate(cells):
        if not row or not _TOTAL_ROW.match(row[0][0]):
            continue
        first = i
        while first > 0 and _is_part(cells[first - 1], len(row)):
            first -= 1
        for start in range(first, i - _LEAST + 1):
            columns = [c for c in range(1, len(row)) if _AMOUNT.fullmatch(row[c][0])]
            sums = {c: _adds_up([cells[r][c][0] for r in range(start, i)], row[c][0]) for c in columns}
            # Where one column adds up, these rows are the parts; where none does, who knows.
            if len(columns) > 1 and any(sums.values()):
                for c in columns:
                    parts = tuple(cells[r][c][0] for r in range(start, i) if not _NOTHING.fullmatch(cells[r][c][0]))
                    yield Claim("total", row[c][1], row[c][2], text[row[c][1] : row[c][2]],
                                {"form": "table", "total": row[c][0], "parts": parts, "label": row[0][0]})  # fmt: skip
                break


def _is_part(row: list[tuple[str, int, int]], width: int) -> bool:
    if len(row) != width or _DERIVED_ROW.match(row[0][0]):
        return False
    return all((_AMOUNT.fullmatch(cell[0]) and "(" not in cell[0]) or _NOTHING.fullmatch(cell[0]) for cell in row[1:])


def _adds_up(parts: list[str], total: str) -> bool:
    return abs(sum(_number(part) for part in parts) - _number(total)) < 1e-6


def _number(cell: str) -> float:
    digits = "".join(c for c in cell if c.isdigit() or c == ".")
    return float(digits) if digits.strip(".") else 0.0
