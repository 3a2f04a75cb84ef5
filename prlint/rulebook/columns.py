"""Reads the columns of a table as the slots of a claim.

A table is one whose head has all the columns; a head in two lines is read as
one. Each row under it is a claim, as far as its cells are worth a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.patterns import pattern
from prlint.text.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from prlint.claim import Value
    from prlint.document import Document
    from prlint.rulebook.slots import Slot
    from prlint.text.patterns import Pattern
    from prlint.text.tables import Row

_FOOTNOTES = pattern(r"(?:[*†‡§]|(?<=\S)[¹²³⁴⁵⁶⁷⁸⁹]|[ ]?[(\[]\d[)\]])+$")
_MARKS = pattern(r"[\s()\[\],;:–—-]+")
_UNIT = pattern(r"(?P<name>.*\S)\s*[(\[](?P<unit>[^()\[\]]+)[)\]]")
_UNITS_ONLY = pattern(r"[(\[][^()\[\]]*[)\]]|%")
_SCALES = (("billion", "billion"), ("million", "million"), ("thousand", "thousand"), ("000", "thousand"))
_SCALE_WORD = pattern(r"(?i:billions?|bn|millions?|mm|thousands?|'?000'?s?)(?!\w)")
_CURRENCY = pattern(
    r"(?:US|C|CA|A|AU|HK|NZ)?\$|[€£¥]|(?<!\w)(?:USD|EUR|GBP|CAD|AUD|CHF|JPY|CNY|SEK|DKK|NOK|HKD|INR)(?!\w)"
)

#: Code points of a cell at most; what is longer is a paragraph that happens to stand in a table.
LONGEST = 200


class Column(NamedTuple):
    """A slot, the folded names that its column's head may have, and the pattern of a cell."""

    slot: Slot
    names: tuple[str, ...]
    cell: Pattern


class Columns(NamedTuple):
    """One way to read the fact: columns of a table. In those of `fill` an empty cell stands for the one above.

    `given` are fields that the way of reading says itself.
    """

    columns: tuple[Column, ...]
    fill: tuple[str, ...]
    given: Mapping[str, Value]

    def read(self, document: Document) -> Iterator[tuple[int, int, dict[str, Mapping[str, Value] | None]]]:
        """Yields for each row the view span of its cells and each slot's values; None for an empty or unread cell."""
        text = document.view.text
        heads: dict[str, tuple[int, str]] | None = None
        width = 0
        previous: tuple[str, ...] = ()
        fresh = False  # nothing but the head was read so far
        last: dict[str, str] = {}
        for row in rows(document):
            said = tuple(text[cell.start : cell.end] for cell in row.cells)
            if row.opens:
                heads, previous = None, ()
            found = self._head(said)
            if found is None and heads is None and len(previous) == len(said):
                found = self._head(_joined(previous, said))
            if found is None and heads is not None and fresh and len(said) == width and _units(said):
                found = self._head(_joined(previous, said)) or heads
            if found is not None:
                heads, width, fresh, last = found, len(said), True, {}
            elif row.head:
                # The head of another table.
                heads = None
            elif heads is not None and len(said) == width:
                fresh = False
                yield self._row(row, said, heads, last)
            previous = said

    def _head(self, said: Sequence[str]) -> dict[str, tuple[int, str]] | None:
        """Returns where each slot's column stands, and its head; None where one is missing."""
        found: dict[str, tuple[int, str]] = {}
        for column in self.columns:
            taken = {index for index, _ in found.values()}
            index = next((i for i, head in enumerate(said) if i not in taken and _heads(column, head)), None)
            if index is None:
                return None
            found[column.slot.name] = (index, said[index])
        return found

    def _row(
        self, row: Row, said: Sequence[str], heads: Mapping[str, tuple[int, str]], last: dict[str, str]
    ) -> tuple[int, int, dict[str, Mapping[str, Value] | None]]:
        values: dict[str, Mapping[str, Value] | None] = {}
        spans = []
        for column in self.columns:
            name = column.slot.name
            index, head = heads[name]
            cell = said[index]
            if cell:
                spans.append(row.cells[index])
                last[name] = cell
            elif name in self.fill:
                cell = last.get(name, "")
            values[name] = _value(column, cell, head) if cell else None
        start = min((span.start for span in spans), default=0)
        return start, max((span.end for span in spans), default=0), values


def folded(head: str) -> str:
    """Returns a column's name as it is compared: without case, brackets, commas, dashes and footnote marks."""
    return " ".join(_MARKS.sub(" ", _FOOTNOTES.sub("", head.strip())).casefold().split())


def unit(head: str) -> tuple[str, str]:
    """Returns a column's name and the unit in the brackets at its end, empty where there is none."""
    found = _UNIT.fullmatch(_FOOTNOTES.sub("", head.strip()))
    return (found["name"], found["unit"].strip()) if found else (head, "")


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{one} {other}".strip() for one, other in zip(upper, lower, strict=False))


def _units(said: Sequence[str]) -> bool:
    """Says whether a row holds nothing but units in brackets."""
    return any(said) and all(_UNITS_ONLY.fullmatch(cell) for cell in said if cell)


def _heads(column: Column, head: str) -> bool:
    """Says whether a cell is the head of the column, and in its unit."""
    if len(head) > LONGEST:
        return False
    name, said = unit(head)
    slot = column.slot
    if folded(head) in column.names or (
        slot.unit and folded(head) in {f"{n} {folded(slot.unit)}" for n in column.names}
    ):
        return True
    if not said or folded(name) not in column.names:
        return False
    return not slot.unit or same_unit(said, slot.unit)


def same_unit(one: str, other: str) -> bool:
    """Says whether two units are one: `g / t` and `g/t`, `month` and `months`."""
    return _unit_folded(one) == _unit_folded(other)


def _unit_folded(said: str) -> str:
    bare = "".join(said.casefold().split())
    return bare.removesuffix("s") if len(bare) > 3 else bare


def _value(column: Column, cell: str, head: str) -> Mapping[str, Value] | None:
    """Returns a cell's values, None where it is not worth one."""
    slot = column.slot
    if len(cell) > LONGEST:
        return None
    bare = cell if slot.type == "text" else _FOOTNOTES.sub("", cell).strip() or cell
    found = column.cell.fullmatch(bare)
    if found is None:
        return None
    if slot.type not in ("number", "money", "percent"):
        values = slot.values(bare)
        return values if values[slot.name] is not None else None
    from prlint.text import numbers

    said = unit(head)[1]
    if slot.type == "percent":
        # In a column of percentages the sign may stand in its head alone.
        if "%" not in head and "percent" not in head.casefold() and not found["sign"]:
            return None
        share = numbers.number(found["value"])
        return {slot.name: share}
    if slot.type == "number" and slot.unit and not (found["unit"] or _tells(head, slot.unit)):
        return None
    digits = found["value"]
    if not digits[-1:].isalpha():
        digits = f"{digits} {_scale(head if slot.type == 'money' else said)}".rstrip()
    amount = numbers.number(digits)
    if amount is not None and amount > 0 and bare.startswith(("(", "-")):
        amount = -amount
    if slot.type == "number":
        return {slot.name: amount}
    sign = found["currency"] or ((_CURRENCY.search(head) or [""])[0])
    coin = numbers.money(f"{sign}1") or numbers.money(f"{sign} 1") if sign else None
    return {slot.name: amount, f"{slot.name}_currency": coin.currency if coin else ""}


def _tells(head: str, wanted: str) -> bool:
    """Says whether a column's head names the unit, in brackets or at its end."""
    return same_unit(unit(head)[1], wanted) or f" {folded(head)}".endswith(f" {folded(wanted)}")


def _scale(said: str) -> str:
    """Returns the factor that a head names ("$ in millions", "000s"), empty where it names none."""
    found = _SCALE_WORD.search(said)
    if found is None:
        return ""
    word = found[0].casefold().replace("bn", "billion").replace("mm", "million")
    return next(scale for part, scale in _SCALES if part in word)
