r"""Marks that come in pairs: quotation marks, brackets.

Read as typed, paragraph by paragraph. A quotation that runs over several
paragraphs may leave all but its last closing mark out; what one paragraph opens
and a later one closes is in order. A straight mark is read by its neighbours;
after a digit it may be an inch, so where one is, an odd count proves nothing.

Params:

* `marks` (choice: quotes or brackets; required). Of brackets, round and square
  are one kind (an interval may open with one and close with the other), a
  number or letter with `)` alone counts a list, and what stands in an address of the web is passed over.
* `apart` (number, 6): how many paragraphs later a mark may be closed.

Outcomes: `unclosed`, `unopened`, `nested` (a quotation inside one, with the same marks) and `facing` (a curly mark or
apostrophe that faces the wrong way). Messages may name `found` (the mark as typed), `near` (the words beside it) and
`replacement`.

An example:

    kind: pairs
    outcomes:
      unclosed: {severity: warning, message: '{found} is opened and not closed: {near}'}
    params: {marks: brackets}
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from prlint.document import Span
from prlint.finding import Consistent, Contradicted, Replacement
from prlint.registry import Param
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Block, Document
    from prlint.finding import Verdict
    from prlint.registry import Context

PARAMS = {
    "marks": Param("choice", choices=("quotes", "brackets"), about="which marks"),
    "apart": Param("number", 6, about="how many paragraphs later a mark may be closed"),
}

OUTCOMES = dict.fromkeys(("unclosed", "unopened", "nested", "facing"), ("found", "near", "replacement"))

#: Curly marks that face away from what they belong to; each group says what is meant.
_FACING = pattern(
    r"(?P<open>(?<=^|[\s(\[—–])”(?=[\p{L}$€£]))"
    r"|(?P<close>(?<=[\p{L}\d.,!?%)…])“(?=\s|$|[.,;:!?)\]—–]))"
    r"|(?P<apostrophe>(?<![\p{L}\d])‘(?=(?:\d0s|[Tt]is|[Tt]was|[Tt]il|[Ee]m|n)\b(?!’))"
    r"|(?<=\p{L})‘(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=\p{Ll}s)‘(?=\s\p{Ll}))"
    r"|(?P<single>(?<=^|[\s(\[“])’(?=\p{Lu}\p{Ll}{2})(?=[^‘’\n]{3,120}\p{L}’(?=[\s,.;:)]))(?<![sxz] ’))"
)
_MEANT = {"open": "“", "close": "”", "apostrophe": "’", "single": "‘"}
_QUOTES = pattern('[“”"]')
_SPOKEN = pattern(
    r", (?:said|stated|added|commented|noted|explained) (?:(?:Mr|Ms|Mrs|Dr|Prof)\. )?(?:\p{Lu}[\p{L}.'-]* ?){1,3}(?:, [^\n\".]{3,100})?\.$"
)
_BRACKETS = pattern(r"[()\[\]]")
_ADDRESS = pattern(r"(?:https?://|www\.)\S++")
_LIST = pattern(r"(?<![\p{L}\d.])(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})\)")


#: Code points that a release without paragraphs has at least, and its part of the whole text.
_LONG, _NEARLY_ALL = 900, 0.8


class _Mark(NamedTuple):
    at: int
    opens: bool
    sure: bool


class _Open(NamedTuple):
    """A mark that its paragraph leaves alone: `opens` or closes; `block` is the paragraph's number."""

    block: int
    mark: _Mark


def check(claims: Sequence[Claim], params: Mapping[str, Any], context: Context) -> Iterator[Verdict]:
    """Yields a contradiction for each mark that has no partner, is nested, or faces the wrong way."""
    document = context.release.document
    quotes = params["marks"] == "quotes"
    text = document.view.text
    silent = True
    turned: set[int] = set()
    if quotes and "„" in document.text:
        return  # another language, with other pairs
    if quotes:
        for at, meant in _turned(document):
            turned.add(at)
            if context.admits(at, at + 1):
                silent = False
                yield _verdict(document, "facing", at, meant)
    alone: list[_Open] = []
    for i, block in enumerate(document.blocks):
        if block.kind in ("row", "rule"):
            continue
        line = text[block.start : block.end]
        if quotes and '"' not in line:
            continue
        if quotes:
            line = document.view.as_typed(document.text, block.start, block.end)
        marks = _brackets(line) if not quotes else _quotes(line, carried=_flat(block, text))
        if not marks or any(block.start + mark.at in turned for mark in marks):
            continue
        left, nested = _paired(marks)
        if (
            nested
            and not left
            and quotes
            and context.admits(block.start + nested[0].at, block.start + nested[0].at + 1)
        ):
            silent = False
            yield _verdict(document, "nested", block.start + nested[0].at)
        if left and quotes and _inches(line):
            continue
        alone += [_Open(i, mark) for mark in left]
    for one in _partnerless(alone, document.blocks, text, params["apart"], quotes):
        at = document.blocks[one.block].start + one.mark.at
        if context.admits(at, at + 1):
            silent = False
            yield _verdict(document, "unclosed" if one.mark.opens else "unopened", at)
    if silent:
        yield Consistent()


def _verdict(document: Document, outcome: str, at: int, meant: str = "") -> Contradicted:
    block = document.block_at(at)
    first, last = (block.start, block.end) if block else (at, at + 1)
    near = document.view.text[max(first, at - 18) : min(last, at + 24)]
    return Contradicted(
        outcome,
        [Span(at, at + 1)],
        values={"found": document.view.as_typed(document.text, at, at + 1), "near": near, "replacement": meant},
        replacements=[Replacement(at, at + 1, meant)] if meant else [],
    )


def _turned(document: Document) -> Iterator[tuple[int, str]]:
    """Yields where a curly mark faces the wrong way, and the one that is meant."""
    if not any(mark in document.text for mark in "“”‘’"):
        return
    text = document.view.text
    for block in document.blocks:
        if text.find('"', block.start, block.end) < 0 and text.find("'", block.start, block.end) < 0:
            continue
        line = document.view.as_typed(document.text, block.start, block.end)
        # All at once: the time limit of a pattern runs on while findings are made of its matches.
        for match in list(_FACING.finditer(line)):
            yield block.start + match.start(), _MEANT[match.lastgroup or "open"]


def _quotes(line: str, *, carried: bool = False) -> list[_Mark]:
    marks: list[_Mark] = []
    depth = 0
    for match in _QUOTES.finditer(line):
        at, mark = match.start(), match.group()
        before, after = line[at - 1 : at], line[at + 1 : at + 2]
        if mark == '"':
            if before.isdigit() and not depth:
                continue  # an inch, or a second
            sure = True
            if (not before.strip() or before in "([—–-/") and after.strip():
                opens = True
            elif before.strip() and (not after.strip() or after in ".,;:!?)]—–-"):
                opens = False
            else:
                # Between two letters: the space before or after it was lost.
                opens, sure = not depth, False
        else:
            opens, sure = mark == "“", True
        depth = depth + 1 if opens else max(0, depth - 1)
        marks.append(_Mark(at, opens, sure))
    return _carried_on(line, marks) if carried else marks


def _flat(block: Block, text: str) -> bool:
    """Says whether a block is a whole release whose paragraphs a page ran together."""
    return block.end - block.start > max(_LONG, len(text) * _NEARLY_ALL)


def _carried_on(line: str, marks: Sequence[_Mark]) -> list[_Mark]:
    """Returns the marks without those that were left open for a next paragraph to open anew: `so far. "We expect`."""
    return [
        mark
        for mark, after in zip(marks, (*marks[1:], None), strict=True)
        if not (mark.opens and after and after.opens and line[: after.at].rstrip().endswith((".", "!", "?")))
    ]


def _inches(line: str) -> bool:
    return any(line[i : i + 1].isdigit() for i in range(len(line) - 1) if line[i + 1] in '"”')


def _brackets(line: str) -> list[_Mark]:
    if not any(mark in line for mark in "()[]"):
        return []
    aside = [match.span() for match in _ADDRESS.finditer(line)] if "://" in line or "www." in line else []
    marks = []
    depth = 0
    for match in _BRACKETS.finditer(line):
        at = match.start()
        opens = match.group() in "(["
        ends_word = line[at + 1 : at + 2] in ("", " ", ".", ",")
        if any(start <= at < end for start, end in aside) and not (not opens and depth and ends_word):
            continue
        # A smile is none, and a list's "1)" closes nothing; where a "(" is open it does: "(see 1)".
        if (line[at - 1 : at] in (":", ";") and at) or (
            not opens and not depth and _LIST.search(line, max(0, at - 6), at + 2)
        ):
            continue
        depth = depth + 1 if opens else max(0, depth - 1)
        marks.append(_Mark(at, opens, True))
    return marks


def _paired(marks: Sequence[_Mark]) -> tuple[list[_Mark], list[_Mark]]:
    """Returns the marks without a partner, and those that open inside an open pair."""
    stack: list[_Mark] = []
    left, nested = [], []
    for mark in marks:
        if mark.opens:
            if stack:
                nested.append(mark)
            stack.append(mark)
        elif stack:
            stack.pop()
        else:
            left.append(mark)
    return left + stack, nested


def _partnerless(
    alone: Sequence[_Open], blocks: Sequence[Block], text: str, apart: int, quotes: bool
) -> Iterator[_Open]:
    """Yields the marks that no other paragraph explains."""
    opened = sorted({one.block for one in alone if one.mark.opens})
    closed = sorted({one.block for one in alone if not one.mark.opens})
    said: set[tuple[int, bool]] = set()
    for one in alone:
        if (one.block, one.mark.opens) in said:
            # One paragraph, one finding: what stands alone after it follows from it as a rule.
            continue
        if one.mark.opens:
            later = bisect_right(closed, one.block)
            # The next paragraph opens anew, or a later one closes: a quotation of several paragraphs.
            following = blocks[one.block + 1] if one.block + 1 < len(blocks) else None
            goes_on = quotes and following is not None and text.startswith('"', following.start)
            # "It helps, said Ana Lund." at the paragraph's end: the speaker is named, and the speech was over.
            ended = goes_on and _SPOKEN.search(text, blocks[one.block].start + one.mark.at, blocks[one.block].end)
            if ended:
                goes_on, later = False, len(closed)
            if goes_on or (later < len(closed) and closed[later] - one.block <= apart):
                continue
        else:
            before = bisect_left(opened, one.block) - 1
            if before >= 0 and one.block - opened[before] <= apart:
                continue
        said.add((one.block, one.mark.opens))
        yield one
