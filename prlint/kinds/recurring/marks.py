"""Marks that a sentence has lost: its full stop, a semicolon, one of a pair of brackets or quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prlint.kinds.recurring.pair import Pair, Slip
    from prlint.text.tokendiff import Hunk, Token

_STOPS = (".", "!", "?")
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))
_NAMES = {
    ".": "full stop", "!": "exclamation mark", "?": "question mark", ";": "semicolon", ":": "colon", ",": "comma",
    '"': "quotation mark", "(": "bracket", ")": "bracket", "[": "bracket", "]": "bracket", "{": "bracket", "}": "bracket",
}  # fmt: skip


def marks(pair: Pair, ends_block: bool) -> Iterator[Slip]:
    """Yields the marks that a sentence has lost or that became others; `ends_block` says that nothing follows it."""
    for hunk in pair.hunks:
        gone, come = pair.gone(hunk), pair.come(hunk)
        if not gone or len(gone) > 2 or len(come) > 1 or any(one.text[0].isalnum() for one in (*gone, *come)):
            continue
        yield from _lost(pair, hunk, gone, come, ends_block)


def _lost(pair: Pair, hunk: Hunk, gone: Sequence[Token], come: Sequence[Token], ends_block: bool) -> Iterator[Slip]:
    old, new = "".join(one.text for one in gone), "".join(one.text for one in come)
    if hunk.old_end == len(pair.old):
        # A sentence in front of another one would have no end: they would have been read as one.
        if gone[-1].text in _STOPS and new in ("", ",", ";") and ends_block and _whole(pair, hunk):
            yield pair.slip("mark", hunk, what=_NAMES[gone[-1].text])
        elif '"' in old and '"' not in new and _unpaired(pair):
            yield pair.slip("mark", hunk, certain=True, what="quotation mark")
        return
    for opening, closing in _PAIRS:
        if (opening in old) != (opening in new) or (closing in old) != (closing in new):
            if _count(pair.old, opening) == _count(pair.old, closing) and _count(pair.new, opening) != _count(
                pair.new, closing
            ):
                yield pair.slip("mark", hunk, certain=True, what="bracket")
            return
    if old in ("%", "$") and new == "":
        yield pair.slip("mark", hunk, what="percent sign" if old == "%" else "dollar sign")
    elif '"' in old and '"' not in new:
        if _unpaired(pair):
            yield pair.slip("mark", hunk, certain=True, what="quotation mark")
    elif old in (";", ":") and new == "":
        yield pair.slip("mark", hunk, what=_NAMES[old])
    elif old == "," and new == "" and _half(pair, hunk):
        yield pair.slip("mark", hunk, what="comma")


def _whole(pair: Pair, hunk: Hunk) -> bool:
    """Says whether the words before the lost full stop are those that were there: the end was not written anew."""
    return hunk.old > 3 and not any(other.old_end > hunk.old - 3 for other in pair.others(hunk))


def _unpaired(pair: Pair) -> bool:
    return not _count(pair.old, '"') % 2 and bool(_count(pair.new, '"') % 2)


def _half(pair: Pair, hunk: Hunk) -> bool:
    """Says whether the comma was one of two around a few words, of which the other still stands: "X, Inc. announced".

    Only around a date's year and a legal form: there the second one is never a matter of taste.
    """
    before, after = pair.before(hunk), pair.after(hunk)
    # "December 31, 2024, which" has lost its second comma, "the risks, 2024" none.
    first = pair.old[hunk.old - 2].text if hunk.old > 1 else ""
    return len(before) == 4 and before.isdigit() and first == "," and after[:1].isalpha()


def _count(words: Sequence[Token], mark: str) -> int:
    return sum(one.text == mark for one in words)
