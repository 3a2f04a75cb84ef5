"""Headers and footers: what stands at the same height at the top or foot of several pages, and page numbers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from prlint.readers.pdf.lines import TEXT_GAP, apart, base, line, rows, size
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.readers.pdf.letters import Page, Word
    from prlint.readers.pdf.lines import Line

#: Rows from the top and from the foot of a page that can be its header or footer.
_MOST_ROWS = 4
#: Points by which the height of a repeated line may differ.
_SAME_HEIGHT = 3.0
#: Heights of a letter between the base lines of a header and the text at least; where the two differ in size, fewer.
_APART = 1.6
_APART_BY_SIZE = 1.2
#: The part of another size that a size is at most, to differ from it.
_OTHER_SIZE = 0.85
_DIGITS = pattern(r"\d+")
_PAGE_NUMBER = pattern(
    r"(?:page|pg\.?|p\.)? ?[-–—]? ?(?P<own>\d{1,3})(?: ?(?:of|/) ?(?P<all>\d{1,3}))?(?: ?[-–—])?", "i"
)
#: What a browser prints around a page: its address, the moment of printing, the page's number of all.
_ADDRESS = pattern(r"(?:https?|file)://\S+")
_MOMENT = pattern(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d\b")
_OF_ALL = pattern(r"(?<!\S)(?P<own>\d{1,3})(?:/| of )(?P<all>\d{1,3})(?!\S)")
_SAYS_PAGE = pattern(r"(?:page|pg\.?|p\.) ?\d{1,3}\b.*|\d{1,3} ?(?:of|/) ?\d{1,3}|.*\bpage \d{1,3} of \d{1,3}", "i")


class _Edge(NamedTuple):
    """Rows that can be a header or footer, from the page's edge on, and the row that follows, if there is one."""

    rows: Sequence[Sequence[Word]]
    following: Sequence[Sequence[Word]]


def parted(pages: Sequence[Page]) -> tuple[list[Page], list[Line]]:
    """Returns the pages without their headers and footers, and of these one line for each wording.

    What a browser printed around a page is left out.
    """
    outer = [_outer(page) for page in pages]
    seen: dict[tuple[bool, str], list[tuple[int, float]]] = defaultdict(list)
    for page, (top, foot) in zip(pages, outer, strict=True):
        for at_top, edge in ((True, top), (False, foot)):
            for row in edge.rows:
                seen[at_top, _form(_text(row))].append((page.number, base(row)))
    bodies: list[Page] = []
    margins: list[Line] = []
    wordings = set()
    for page, (top, foot) in zip(pages, outer, strict=True):
        gone: set[Word] = set()
        printed = _printed(top, foot, page.number, len(pages))
        for at_top, edge in ((True, top), (False, foot)):
            own = 0
            for row in edge.rows:
                text = _text(row)
                repeated = _repeated(seen[at_top, _form(text)], page.number, base(row))
                # A header is at the edge: with the first line that is none, the text begins.
                if not repeated and not _is_number(text, page.number, len(pages)):
                    break
                own += 1
            while own and not _stands_apart(edge, own):
                own -= 1
            own = max(own, 1) if printed else own
            for place, row in enumerate(edge.rows[:own]):
                gone.update(row)
                if printed and place == 0:
                    continue  # the browser's words, and nobody's text
                for part in apart(row, TEXT_GAP):
                    wording = _without_number(_text(part), page.number)
                    if wording not in wordings:
                        wordings.add(wording)
                        margins.append(line(part, page.number))
        bodies.append(page._replace(words=tuple(word for word in page.words if word not in gone)))
    return bodies, margins


def _outer(page: Page) -> tuple[_Edge, _Edge]:
    """Returns the top of a page and its foot."""
    found = rows(page.words)
    most = min(_MOST_ROWS, max(1, len(found) // 2))
    top = sum(base(row) > 0.75 * page.height for row in found[:most])
    foot = sum(base(row) < 0.25 * page.height for row in found[::-1][:most])
    return _Edge(found[:top], found[top : top + 1]), _Edge(found[::-1][:foot], found[::-1][foot : foot + 1])


def _stands_apart(edge: _Edge, count: int) -> bool:
    """Says whether there is more than the usual leading between a header of so many rows and the text."""
    found = [*edge.rows, *edge.following]
    if count == len(found):
        return True
    sizes = sorted((size(found[count - 1]), size(found[count])))
    least = _APART_BY_SIZE if sizes[0] < _OTHER_SIZE * sizes[1] else _APART
    return abs(base(found[count - 1]) - base(found[count])) > least * sizes[1]


def _printed(top: _Edge, foot: _Edge, number: int, pages: int) -> bool:
    """Says whether a browser printed the page: the outermost rows hold address, moment and the page's number of all."""
    if not top.rows or not foot.rows:
        return False
    frame = f"{_text(top.rows[0])} {_text(foot.rows[0])}"
    found = _OF_ALL.search(frame)
    return (
        found is not None
        and (int(found.group("own")), int(found.group("all"))) == (number, pages)
        and _ADDRESS.search(frame) is not None
        and _MOMENT.search(frame) is not None
    )


def _text(row: Sequence[Word]) -> str:
    return line(row, 0).text


def _form(text: str) -> str:
    return _DIGITS.sub("#", text.casefold())


def _repeated(places: Sequence[tuple[int, float]], number: int, height: float) -> bool:
    """Says whether a wording stands at this height on another page too."""
    return any(page != number and abs(other - height) <= _SAME_HEIGHT for page, other in places)


def _without_number(text: str, number: int) -> str:
    """Returns a wording that is the same on each page: without the page's number at its beginning or end."""
    if _SAYS_PAGE.fullmatch(text) or _PAGE_NUMBER.fullmatch(text):
        return _form(text)
    own = str(number)
    words = text.split()
    for at in (0, -1):
        if words and words[at].strip("-–—|") == own:
            words[at] = "#"
    return " ".join(words)


def _is_number(text: str, number: int, pages: int) -> bool:
    """Says whether a line is the number of its page, and nothing else."""
    found = _PAGE_NUMBER.fullmatch(text.strip())
    if found is None or not (int(found.group("own")) == number or _SAYS_PAGE.fullmatch(text.strip())):
        return False
    return found.group("all") is None or int(found.group("all")) >= pages
