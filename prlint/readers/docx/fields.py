"""Fields: first their code, which is no text, then their result, which is."""

from __future__ import annotations

from typing import Any

from prlint.readers.docx.package import attribute
from prlint.text.patterns import pattern

_HYPERLINK = pattern(r'^\s*HYPERLINK\s+(?:"(?P<quoted>[^"]+)"|(?P<bare>[^\s\\"]+))')


class _Field:
    """A field that is being read."""

    __slots__ = ("code", "shown", "target")

    def __init__(self) -> None:
        self.code: list[str] = []
        self.shown = False
        self.target = ""


class Fields:
    """The fields that are open at a place of the text, the innermost last."""

    def __init__(self) -> None:
        self.open: list[_Field] = []
        self._whole: dict[str, bool] = {}
        self._part = ""

    def enter(self, part: str, root: Any) -> None:
        """Begins a story of a part."""
        self.open = []
        self._part = part
        if part not in self._whole:
            space = root.tag[: root.tag.find("}") + 1]
            kinds = [attribute(each, "fldCharType") for each in root.iter(f"{space}fldChar")]
            self._whole[part] = kinds.count("begin") == kinds.count("end")

    def mark(self, type: str) -> None:
        """Reads what begins or ends a field, or parts its code from its result."""
        if type == "begin":
            self.open.append(_Field())
        elif type == "separate" and self.open:
            self.open[-1].shown = True
            self.open[-1].target = leads("".join(self.open[-1].code))
        elif type == "end" and self.open:
            self.open.pop()

    def code(self, text: str) -> None:
        """Adds to the code of the innermost field."""
        if self.open and not self.open[-1].shown:
            self.open[-1].code.append(text)

    def paragraph(self) -> None:
        """Ends a paragraph: in a part where a field is never closed, it must not swallow the rest of the text."""
        if self.open and not self._whole[self._part]:
            self.open = [field for field in self.open if field.shown]

    def shown(self) -> bool:
        """Says whether what stands here is text."""
        return all(field.shown for field in self.open)

    def target(self) -> str:
        """Returns where the innermost link leads that is a field; empty where none is."""
        return next((field.target for field in reversed(self.open) if field.target), "")


def leads(code: str) -> str:
    """Returns where a field HYPERLINK leads, nothing for other fields."""
    match = _HYPERLINK.match(code)
    return (match.group("quoted") or match.group("bare") or "") if match else ""
