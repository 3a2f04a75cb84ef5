"""Messages: text with named fields in braces, and nothing more.

`{name}` is replaced by the value of a field; `{{` and `}}` are braces. There
is no format, attribute or index: a rule is data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class TemplateError(ValueError):
    """A brace that is not a field; `offset` and `width` say where."""

    def __init__(self, message: str, offset: int, width: int = 1) -> None:
        super().__init__(message)
        self.offset = offset
        self.width = width


def parts(template: str) -> Iterator[tuple[str, str, int]]:
    """Yields literal text (`"", text, offset`) and fields (`name, "", offset`); raises TemplateError."""
    at = 0
    while at < len(template):
        opening, closing = template.find("{", at), template.find("}", at)
        if opening < 0 and closing < 0:
            break
        first = min(x for x in (opening, closing) if x >= 0)
        if template.startswith(("{{", "}}"), first):
            yield "", template[at : first + 1], at
            at = first + 2
            continue
        if first == closing:
            raise TemplateError("this brace closes nothing", first)
        if closing < 0:
            raise TemplateError("this brace is not closed", first)
        name = template[opening + 1 : closing]
        if not name.isidentifier():
            raise TemplateError("a field is a plain name", opening, closing + 1 - opening)
        if opening > at:
            yield "", template[at:opening], at
        yield name, "", opening
        at = closing + 1
    if at < len(template):
        yield "", template[at:], at


def fill(template: str, values: Mapping[str, object]) -> str:
    """Returns the message; tuples are joined by commas. Raises KeyError for a field without a value."""
    return "".join(literal if not name else written(values[name]) for name, literal, _ in parts(template))


def written(value: object) -> str:
    """Returns a field's value as a reader wants it: no brackets, no needless decimals."""
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        return ", ".join(written(item) for item in value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
