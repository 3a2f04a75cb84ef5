"""Typography: what the view writes in place of what stands in the source."""

from __future__ import annotations

import unicodedata

from prlint.document import Edit
from prlint.text.patterns import pattern

#: Replaced one for one, so that offsets stay: quotes, apostrophes, spaces, hyphens, the minus sign.
_ONE_TO_ONE = dict(
    zip(
        "\u2018\u2019\u201a\u201b\u02bc\u2032\u201c\u201d\u201e\u201f\u2033\u2010\u2011\u2212"
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b\x0c\x85\u2028\u2029",
        "''''''\"\"\"\"\"---" + " " * 21,
        strict=True,
    )
)

#: Soft hyphen, zero-width characters, direction marks, byte-order mark: dropped.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

_TYPED = pattern(r"``(?=\S)|(?<=\S)''(?!')")
_ODD = pattern(rf"[{_INVISIBLE}]+|[\ufb00-\ufb06]|[^\W\d_]\p{{M}}+")


def folded(source: str) -> str:
    """Returns `source` with typographic variants replaced one for one: the length stays."""
    # A text has a handful of these characters, and to replace one takes next to no time.
    for variant in set(source) & _ONE_TO_ONE.keys():
        source = source.replace(variant, _ONE_TO_ONE[variant])
    return source


def odd_edits(source: str) -> list[Edit]:
    """Returns the edits that change the length: invisible characters, ligatures, decomposed letters."""
    edits = _typed_quotes(source) if "``" in source and "''" in source else []
    if source.isascii() or not any(map(_is_odd, set(source))):
        return edits
    for match in _ODD.finditer(source):
        text = match.group()
        if text in _LIGATURES:
            edits.append(Edit(match.start(), match.end(), _LIGATURES[text]))
        elif len(text) > 1 and text[0].isalpha():
            composed = unicodedata.normalize("NFC", text)
            if composed != text:
                edits.append(Edit(match.start(), match.end(), composed))
        else:
            edits.append(Edit(match.start(), match.end(), ""))
    return sorted(edits)


def _typed_quotes(source: str) -> list[Edit]:
    """Returns the edits that make quotation marks of ``these'', as wires typed them in the 1990s."""
    return [Edit(match.start(), match.end(), '"') for match in _TYPED.finditer(source)]


def _is_odd(character: str) -> bool:
    """Says whether a character is part of anything that `_ODD` finds: all of it is format, a ligature or a mark."""
    return character in _LIGATURES or unicodedata.category(character) in ("Cf", "Cn", "Mn", "Mc", "Me")
