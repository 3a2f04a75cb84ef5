"""The letters of runs: blanks, signs of the font Symbol, raised numbers."""

from __future__ import annotations

from typing import Any

from prlint.readers.docx.package import attribute

#: One character each: what stands in a run beside its text.
CHARACTERS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}

#: What a line end or a tab inside a text element is shown as.
BLANKS = str.maketrans("\t\r\n\v\f", "     ")
#: The letters and signs of the font Symbol that press releases use, by their code; others stay as they are.
_SYMBOLS = dict(
    zip(
        (int(code, 16) for code in "b7 61 62 63 64 67 6b 6c 6d 6e 73 44 57 b0 b1 a3 b3 b4 b9 bb a8 ae d2 d3 d4 e2 e3 e4 2d".split()),
        "•αβχδγκλμνσΔΩ°±≤≥×≠≈♦→®©™®©™−",
        strict=True,
    )
)  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"


def text(element: Any) -> tuple[str, int]:
    """Returns the words of a text element and where they begin in it; without `preserve`, edges are layout."""
    words = element.text or ""
    if not words.isprintable():
        words = words.translate(BLANKS)
    if (words[:1] == " " or words[-1:] == " ") and element.get(_PRESERVED) != "preserve":
        kept = words.strip(" ")
        return kept, words.find(kept)
    return words, 0


def symbol(element: Any) -> str:
    """Returns the sign that a run names by its font and code; empty for a code that is none."""
    try:
        code = int(attribute(element, "char") or "0", 16)
    except ValueError:
        return ""
    if attribute(element, "font").lower() == "symbol" and code & 0xFF00 in (0, 0xF000) and code & 0xFF in _SYMBOLS:
        return _SYMBOLS[code & 0xFF]
    return chr(code) if 0x20 <= code <= 0xFFFD and not 0xD800 <= code <= 0xDFFF else ""


def raised(words: str) -> str:
    """Returns numbers in superscript as raised ones, code point for code point: a note's mark is no part of a number."""
    return words if any(map(str.isalpha, words)) else words.translate(_RAISED)
