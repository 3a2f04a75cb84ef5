"""The words of a PDF's pages with their places, as PDFium finds them.

Places are in points, from the lower left corner of the page as it is looked at.
Everything that calls PDFium is here; a hostile file is met with limits on its
pages and letters.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A release has a few pages; a file beyond these is something else, and would take minutes.
MOST_PAGES = 400
MOST_LETTERS = 2_000_000
#: The share of a page that a picture covers where the page is one.
_PICTURE = 0.4
#: The share of letters without a meaning from which on a text cannot be read.
_UNKNOWN = 0.3
_BOLD = ("bold", "black", "heavy", "demi")
_HEAVY = 600
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "•", "\uf0fc": "•", "\uf02d": "–", "\uf06e": "▪"}
_RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))


class Word(NamedTuple):
    """Letters without a blank among them. `base` is the height of their base line, `size` that of their font in points.

    `blank` is what stands before: nothing, a space, or a space at which no line ends.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float
    bold: bool
    blank: str


class Page(NamedTuple):
    """A page, from 1. `turn` is by how many quarters it was turned to be upright; `aside` what is set at an angle."""

    number: int
    width: float
    height: float
    turn: int
    words: tuple[Word, ...]
    aside: str = ""


def pages(data: bytes) -> list[Page]:
    """Returns the pages of a PDF; raises ValueError with a sentence for a person where they cannot be read."""
    file = opened(data)
    try:
        if len(file) > MOST_PAGES:
            raise ValueError(f"this PDF has {len(file)} pages, more than the {MOST_PAGES} that are read")
        left = MOST_LETTERS
        found = []
        for number in range(1, len(file) + 1):
            page = _page(file, number, left)
            left -= sum(len(word.text) for word in page.words)
            found.append(page)
    finally:
        file.close()
    if not any(page.words for page in found):
        raise ValueError("this PDF has no text: export it again with its text, or run it through text recognition")
    letters = [letter for page in found for word in page.words for letter in word.text]
    unknown = sum(letter == "\ufffd" for letter in letters)
    if unknown > _UNKNOWN * len(letters):
        raise ValueError("the fonts of this PDF do not say which letters they show: export it again with its text")
    return found


def opened(data: bytes) -> Any:
    """Returns PDFium's document; raises ValueError where the file is protected or damaged."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if getattr(problem, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise ValueError("this PDF is password-protected; save a copy without a password") from problem
        if getattr(problem, "err_code", None) == pdfium.FPDF_ERR_SECURITY:
            raise ValueError("this PDF is protected in a way that cannot be read; save a copy without it") from problem
        raise ValueError("this PDF is damaged and cannot be opened: export it again") from problem


def _page(file: Any, number: int, letters_left: int) -> Page:
    try:
        page = file[number - 1]
        try:
            text = page.get_textpage()
            try:
                return _read(page, text, number, letters_left)
            finally:
                text.close()
        finally:
            page.close()
    except pypdfium2.PdfiumError as problem:
        raise ValueError(f"page {number} of this PDF is damaged: export it again") from problem


def _read(page: Any, text: Any, number: int, letters_left: int) -> Page:
    width, height = page.get_size()
    count = pdfium.FPDFText_CountChars(text.raw)
    if count > letters_left:
        raise ValueError(f"this PDF has more than the {MOST_LETTERS} letters that are read")
    turn = _turn(text.raw, count)
    across, up = (height, width) if page.get_rotation() % 180 else (width, height)  # before any turn
    words: list[Word] = []
    aside: list[str] = []
    for word, straight in _words(text.raw, count, turn, across, up):
        if straight:
            words.append(word)
        else:
            aside.append(word.blank + word.text)
    if not words and not aside and _is_picture(page, across * up):
        raise ValueError(f"page {number} is a picture without text: run it through text recognition first")
    return Page(number, width, height, turn, tuple(words), "".join(aside).strip())


def _turn(text: Any, count: int) -> int:
    """Returns by how many quarters most letters of a page are turned."""
    votes: Counter[int] = Counter()
    for i in range(0, count, max(1, count // 64)):
        if not pdfium.FPDFText_IsGenerated(text, i):
            votes[round(pdfium.FPDFText_GetCharAngle(text, i) / (math.pi / 2)) % 4] += 1
    return votes.most_common(1)[0][0] if votes else 0


def turned(
    box: tuple[float, float, float, float], turn: int, across: float, up: float
) -> tuple[float, float, float, float]:
    """Returns a box (left, bottom, right, top) of a page of this size after so many quarter turns."""
    left, bottom, right, top = box
    if turn == 1:
        return bottom, across - right, top, across - left
    if turn == 2:
        return across - right, up - top, across - left, up - bottom
    if turn == 3:
        return up - top, left, up - bottom, right
    return box


def _words(text: Any, count: int, turn: int, across: float, up: float) -> Iterator[tuple[Word, bool]]:
    """Yields the words in the order of the file, and of each whether it stands upright."""
    box = pdfium.FS_RECTF()
    look = _Look(text)
    parts: list[str] = []
    first, blank, pending = 0, " ", ""
    left = bottom = right = top = 0.0
    for i in range(count):
        code = pdfium.FPDFText_GetUnicode(text, i)
        if code in (0x20, 0x0D, 0x0A, 0x09, 0xA0, 0x3000):
            if parts:
                yield look.word("".join(parts), first, (left, bottom, right, top), blank, turn, across, up)
                parts = []
            blank = "\u00a0" if code == 0xA0 else " "
            continue
        if 0xD800 <= code < 0xDC00:
            pending = chr(code)
            continue
        letter = _letter(code, pending)
        pending = ""
        if not letter:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, i, box)
        first_left, low, last_right, high = turned((box.left, box.bottom, box.right, box.top), turn, across, up)
        if parts:
            em = high - low
            level = abs(low - bottom) <= 0.02 * em and abs(high - top) <= 0.02 * em
            if not level or not -0.5 * em < first_left - right < 0.4 * em:
                yield look.word("".join(parts), first, (left, bottom, right, top), blank, turn, across, up)
                parts = []
                blank = ""
        if not parts:
            first, left, bottom, right, top = i, first_left, low, last_right, high
        parts.append(letter)
        right = max(right, last_right)
    if parts:
        yield look.word("".join(parts), first, (left, bottom, right, top), blank, turn, across, up)


def _letter(code: int, pending: str) -> str:
    """Returns the letter of a code; empty for what shows nothing, U+FFFD for what cannot be told."""
    if code in (0x02, 0xAD, 0xFFFE):
        return "-"  # a hyphen at the end of a line, as PDFium marks it
    if code in (0, 0xFFFD):
        return "\ufffd"
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((ord(pending) - 0xD800) << 10) + code - 0xDC00) if pending else "\ufffd"
    if code < 0x20 or code > 0x10FFFF:
        return ""
    letter = chr(code)
    if 0xE000 <= code < 0xF900:
        return _BULLETS.get(letter, "\ufffd")
    return letter


class _Look:
    """Asks PDFium how a word is set, its font but once."""

    def __init__(self, text: Any) -> None:
        self.text = text
        self.fonts: dict[int, bool] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()

    def word(
        self,
        text: str,
        i: int,
        box: tuple[float, float, float, float],
        blank: str,
        turn: int,
        across: float,
        up: float,
    ) -> tuple[Word, bool]:
        left, bottom, right, top = box
        size = pdfium.FPDFText_GetFontSize(self.text, i)
        if pdfium.FPDFText_GetMatrix(self.text, i, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        pdfium.FPDFText_GetCharOrigin(self.text, i, self._x, self._y)
        x, y = self._x.value, self._y.value
        base = turned((x, y, x, y), turn, across, up)[1]
        off = (pdfium.FPDFText_GetCharAngle(self.text, i) - turn * math.pi / 2) % math.tau
        straight = min(off, math.tau - off) < 0.1
        return Word(text, left, bottom, right, top, base, size or top - bottom, self._bold(i), blank), straight

    def _bold(self, i: int) -> bool:
        drawn = pdfium.FPDFText_GetTextObject(self.text, i)
        font = pdfium.FPDFTextObj_GetFont(drawn) if drawn else None
        if not font:
            return False
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self.fonts:
            name = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, name, 256)
            said = name.value.decode("latin-1").lower()
            heavy = pdfium.FPDFFont_GetWeight(font) >= _HEAVY
            self.fonts[key] = heavy or any(each in said for each in _BOLD)
        return self.fonts[key]


def raised(text: str) -> str:
    """Returns digits as superscript characters."""
    return "".join(_RAISED.get(each, each) for each in text)


def _is_picture(page: Any, area: float) -> bool:
    """Says whether pictures cover a good part of a page."""
    covered = 0.0
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = drawn.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered > _PICTURE * area
