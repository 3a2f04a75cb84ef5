"""The columns of a table in a claim's file, checked: `- table: {hole: Hole ID, grade: 'Au (g/t)'}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from prlint.rulebook.columns import Column, Columns, folded, same_unit, unit
from prlint.rulebook.slots import Slot
from prlint.rulebook.slottypes import expression
from prlint.text import numbers
from prlint.text.patterns import Pattern, pattern

if TYPE_CHECKING:
    from prlint.rulebook.reading import Reading
    from prlint.text.yaml import Node

_SIGN = (
    r"(?:(?:US|CAD?|C|AU?|HK|NZ)?\$|[€£¥]|(?:USD|EUR|GBP|CAD|AUD|CHF|JPY|CNY|RMB|SEK|DKK|NOK|HKD|INR|ILS|NIS)(?!\p{L}))"
)
_MONEY = pattern(rf"{_SIGN}.*")


def read_columns(reading: Reading, node: Node, fill: Node | None, slots: dict[str, Slot]) -> Columns | None:
    """Returns the way of reading; the slots that it is the first to name are added to `slots`."""
    if not reading.mapping(node, "`table`"):
        return None
    columns: list[Column] = []
    seen: dict[str, str] = {}
    before = len(reading.errors)
    for name, key, value in node.items():
        if not name.isidentifier():
            reading.wrong(key, f"`{name}` is not a field's name", "letters, digits and underscores")
            continue
        if value.null:
            reading.wrong(key, f"`{name}` has no value", "give the head of its column")
            continue
        names = reading.texts(value, f"`{name}`")
        if not names:
            continue
        made = slots.get(name) or _slot(name, names[0][0])
        for written, at in names:
            said = unit(written)[1]
            if made.unit and said and not same_unit(said, made.unit):
                reading.wrong(at, f"`{name}` is in {made.unit}, this column in {said}", "read it into another field")
            elif not folded(written):
                reading.wrong(at, "this is not the head of a column")
            elif seen.setdefault(folded(written), name) != name:
                reading.wrong(at, f"the column `{written}` is read into `{seen[folded(written)]}` already")
        slots.setdefault(name, made)
        columns.append(Column(made, tuple(dict.fromkeys(folded(written) for written, _ in names)), _cell(made)))
    if not columns:
        if len(reading.errors) == before:
            reading.wrong(node, "`table` names no column", "like `{hole: Hole ID, grade: 'Au (g/t)'}`")
        return None
    if fill is not None and not fill.null:
        filled = reading.choices(fill, "column", [column.slot.name for column in columns])
    else:
        filled = ()
    return Columns(tuple(columns), filled, {})


def _slot(name: str, head: str) -> Slot:
    """Returns the slot that a column's head makes: its unit says what the cells hold."""
    said = unit(head)[1]
    if not said:
        return Slot(name, "text")
    if said in ("%", "percent", "per cent"):
        return Slot(name, "percent")
    if _MONEY.fullmatch(said):
        return Slot(name, "money")
    return Slot(name, "number", unit=said)


def _cell(slot: Slot) -> Pattern:
    """Returns the pattern of a whole cell."""
    value = rf"(?P<value>\(?-?[ ]?{numbers.DIGITS}\)?{numbers.SCALE}?)"
    match slot.type:
        case "number":
            own = rf"(?P<unit>[ -]?(?i:{regex.escape(slot.unit, literal_spaces=True)}))?" if slot.unit else ""
            return pattern(value + own)
        case "money":
            return pattern(rf"[(-]?[ ]?(?P<currency>{_SIGN})?[ ]?{value}\)?")
        case "percent":
            return pattern(rf"(?P<value>\(?-?[ ]?{numbers.DIGITS}\)?)(?P<sign>[ ]?%|[ ](?i:percent|per cent))?\)?")
        case "text":
            return pattern(r".+")
    return pattern(expression(slot))
