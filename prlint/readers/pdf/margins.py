"""Headers and footers: what stands at the same height at the top or foot of several pages, and page numbers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from prlint.readers.pdf.lines import base, line, rows
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.readers.pdf.letters import Page, Word
    from prlint.readers.pdf.lines import Line

#: Rows from the top and from the foot of a page that can be its header or footer.
_MOST_ROWS = 4
#: Points by which the height of a repeated line may differ.
_SAME_HEIGHT = 3.0
_DIGITS = pattern(r"\d+")
_PAGE_NUMBER = pattern(
    r"(?:page|pg\.?|p\.)? ?[-–—]? ?(?P<own>\d{1,3})(?: ?(?:of|/) ?(?P<all>\d{1,3}))?(?: ?[-–—])?", "i"
)
_SAYS_PAGE = pattern(r"(?:page|pg\.?|p\.) ?\d{1,3}\b.*|\d{1,3} ?(?:of|/) ?\d{1,3}|.*\bpage \d{1,3} of \d{1,3}", "i")


def parted(pages: Sequence[Page]) -> tuple[list[Page], list[Line]]:
    """Returns the pages without their headers and footers, and of these one line for each wording."""
    outer = [_outer(page) for page in pages]
    seen: dict[tuple[bool, str], list[tuple[int, float]]] = defaultdict(list)
    for page, (top, foot) in zip(pages, outer, strict=True):
        for at_top, ends in ((True, top), (False, foot)):
            for row in ends:
                seen[at_top, _form(_text(row))].append((page.number, base(row)))
    bodies: list[Page] = []
    margins: list[Line] = []
    wordings = set()
    for page, (top, foot) in zip(pages, outer, strict=True):
        gone: set[Word] = set()
        for at_top, ends in ((True, top), (False, foot)):
            for row in ends:
                repeated = _repeated(seen[at_top, _form(_text(row))], page.number, base(row))
                # A header is at the edge: with the first line that is none, the text begins.
                if not repeated and not _is_number(_text(row), page.number, len(pages)):
                    break
                gone.update(row)
                wording = _text(row) if not _own_number(_text(row), page.number) else _form(_text(row))
                if wording not in wordings:
                    wordings.add(wording)
                    margins.append(line(row, page.number))
        bodies.append(page._replace(words=tuple(word for word in page.words if word not in gone)))
    return bodies, margins


def _outer(page: Page) -> tuple[list[list[Word]], list[list[Word]]]:
    """Returns the rows at the top of a page from its edge on, and those at its foot."""
    found = rows(page.words)
    most = min(_MOST_ROWS, max(1, len(found) // 2))
    top = [row for row in found[:most] if base(row) > 0.75 * page.height]
    foot = [row for row in found[::-1][:most] if base(row) < 0.25 * page.height]
    return top, foot


def _text(row: Sequence[Word]) -> str:
    return line(row, 0).text


def _form(text: str) -> str:
    return _DIGITS.sub("#", text.casefold())


def _repeated(places: Sequence[tuple[int, float]], number: int, height: float) -> bool:
    """Says whether a wording stands at this height on another page too."""
    return any(page != number and abs(other - height) <= _SAME_HEIGHT for page, other in places)


def _own_number(text: str, number: int) -> bool:
    return str(number) in _DIGITS.findall(text)


def _is_number(text: str, number: int, pages: int) -> bool:
    """Says whether a line is the number of its page, and nothing else."""
    found = _PAGE_NUMBER.fullmatch(text.strip())
    if found is None or not (int(found.group("own")) == number or _SAYS_PAGE.fullmatch(text.strip())):
        return False
    return found.group("all") is None or int(found.group("all")) >= pages
