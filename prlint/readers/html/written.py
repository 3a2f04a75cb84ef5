"""A run of a page's text as the view shows it: the edits that drop tags, decode entities and join white space."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from prlint.document import Edit
from prlint.text.fold import folded, odd_edits
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What stands for nothing in a line: null bytes, soft hyphens, zero-width characters, byte-order marks.
_UNSEEN = r"\0\u00ad\u200b-\u200f\u2060\ufeff"
_SCAN = pattern(
    rf"(?P<blank>\s++)|(?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9A-Fa-f]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});?+)|(?P<unseen>[{_UNSEEN}]++)"
    rf"|(?P<word>(?:[^\s&{_UNSEEN}]++(?: (?=[^\s&{_UNSEEN}]))?+)++|&)"
)
_RAISED = dict(zip("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻", strict=True))
_NUMBERS = pattern(r"\d{1,2}(?:[,-]\d{1,2})*+|-\d{1,2}")
#: Letters that are written raised, and the sign that they are.
_SIGNS = {"tm": "\u2122", "sm": "\u2120", "r": "\u00ae", "(r)": "\u00ae"}


class Written(NamedTuple):
    """What `[start, end)` of the source reads with these edits; `text` is the reading, typography as it came."""

    start: int
    end: int
    edits: tuple[Edit, ...]
    text: str


def written(source: str, runs: Iterable[tuple[str, int, int]]) -> Written | None:
    """Returns how the runs read together; None where there is nothing to see.

    A run is `(kind, start, end)`: text, raised text, or break, which reads as a
    space; any other kind stands for itself, as the separator of two cells does,
    and at the beginning only a bar. Such a one takes the place of the source's
    code point before the text, the end of a tag.
    """
    writer = _Writer(source)
    for kind, start, end in runs:
        if kind == "break":
            writer.gap = writer.gap or " "
        elif kind in ("text", "raised"):
            writer.run(start, end, kind == "raised")
        elif writer.at >= 0 or kind.startswith("|"):
            writer.gap = kind
    return writer.made()


class _Writer:
    def __init__(self, source: str) -> None:
        self.source = source
        self.start = self.at = -1
        self.gap = ""
        self.edits: list[Edit] = []
        self.parts: list[str] = []
        self.raised: tuple[int, int] | None = None  # where the last word stands in `parts`, and its edit, if raised

    def run(self, start: int, end: int, raised: bool) -> None:
        for match in list(_SCAN.finditer(self.source, start, end)):
            kind = match.lastgroup
            if kind == "word":
                first, last = match.span()
                if raised:
                    self._raised(first, last)
                else:
                    self._put(first, last, self.source[first:last], changed=False)
            elif kind == "blank":
                self.gap = self.gap or " "
            elif kind == "entity":
                plain, typed = _plain(match.group())
                if plain == match.group():
                    self._put(match.start(), match.end(), plain, changed=False)
                elif plain.isspace():
                    self.gap = self.gap or " "
                elif plain:
                    self._put(match.start(), match.end(), plain, changed=True, typed=typed)

    def _put(self, start: int, end: int, text: str, *, changed: bool, typed: str = "") -> None:
        if self.raised is not None:
            part, edit = self.raised
            self.raised = None
            # A number before a letter is an isotope's; where a line begins, a note's mark.
            if not self.gap and text[0].isalpha() and (part or len(self.parts[part]) > 1):
                number = self.edits[edit]
                self.parts[part] = self.source[number.start : number.end]
                del self.edits[edit]
        if self.at < 0:
            self.start = start
            if self.gap.startswith("|"):
                self.start = start - 1
                self.edits.append(Edit(start - 1, start, self.gap))
                self.parts.append(self.gap)
        else:
            gap = self.source[self.at : start]
            if gap != self.gap:
                self.edits.append(Edit(self.at, start, self.gap))
            if self.gap:
                self.parts.append(self.gap)
        if changed:
            self.edits.append(Edit(start, end, text, typed))
        self.parts.append(text)
        self.at = end
        self.gap = ""

    def _raised(self, start: int, end: int) -> None:
        """Takes raised text: a note's number and an exponent as raised digits, TM as the sign; all else as it is."""
        text = self.source[start:end]
        before = self.parts[-1][-1:] if self.parts and not self.gap else ""
        if _NUMBERS.fullmatch(text):
            digits = text if "," in text else text.replace("-", "⁻") if text[0] == "-" else text.replace("-", "–")
            self._put(start, end, "".join(_RAISED.get(one, one) for one in digits), changed=True)
            self.raised = (len(self.parts) - 1, len(self.edits) - 1)
        elif before and text.lower() in _SIGNS:
            self._put(start, end, _SIGNS[text.lower()], changed=True)
        else:
            self._put(start, end, text, changed=False)

    def made(self) -> Written | None:
        if self.at < 0:
            return None
        return Written(self.start, self.at, tuple(self.edits), "".join(self.parts))


@lru_cache(maxsize=512)
def _plain(entity: str) -> tuple[str, str]:
    """Returns what an entity stands for in the view, a space for any blank; then its own typography, where that differs."""
    from html import unescape

    sign = unescape(entity)
    text = folded(sign)
    for edit in reversed(odd_edits(text)):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    text = text.replace("\0", "")
    return text, sign if len(sign) == len(text) and sign != text else ""
