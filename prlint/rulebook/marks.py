r"""The marks in example texts: `[[…]]` a place of the finding, `<<…>>` its evidence.

`\[[`, `\]]`, `\<<` and `\>>` are literal. Marks do not nest and are not empty. Of
three closing brackets the first belongs to the text: `[[[TBD]]]` marks `[TBD]`.
"""

from __future__ import annotations

from prlint.rulebook.example import Mark, Marked

_CLOSING = {"[[": "]]", "<<": ">>"}
_LITERAL = ("[[", "]]", "<<", ">>")


class MarkError(ValueError):
    """A mark that is not closed, not opened, nested or empty; `offset` says where in the text as written."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


def unmark(text: str) -> Marked:
    """Returns the text without its marks; raises MarkError."""
    out: list[str] = []
    found: dict[str, list[Mark]] = {"[[": [], "<<": []}
    length = at = 0
    opened: tuple[str, int, int] | None = None  # which, where as written, where without marks
    while at < len(text):
        two = text[at : at + 2]
        if text[at] == "\\" and text[at + 1 : at + 3] in _LITERAL:
            out.append(text[at + 1 : at + 3])
            length += 2
            at += 3
        elif two in _CLOSING:
            if opened:
                raise MarkError(f"`{two}` inside a mark", at)
            opened = (two, at, length)
            at += 2
        elif opened and two == _CLOSING[opened[0]] and text[at + 2 : at + 3] != two[0]:
            if length == opened[2]:
                raise MarkError("an empty mark", opened[1])
            found[opened[0]].append(Mark(opened[2], length))
            opened = None
            at += 2
        elif not opened and two in ("]]", ">>"):
            raise MarkError(f"`{two}` closes nothing", at)
        else:
            out.append(text[at])
            length += 1
            at += 1
    if opened:
        raise MarkError(f"`{opened[0]}` is not closed", opened[1])
    return Marked("".join(out), tuple(found["[["]), tuple(found["<<"]))
