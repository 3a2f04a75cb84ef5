"""The typed slots of a claim defined in YAML: what each matches, and what its text is worth.

| type | matches | value |
|---|---|---|
| `text` | a few words, as few as will do | text |
| `code` | letters and digits: GR-24-017, ABC 101, NCT01234567 | text |
| `number`, `number g/t` | 12.4; 1,200; 3 million; eighty; with a unit, only where it follows | number |
| `money` | $12.4 million, EUR 5,000 | number; the ISO currency in `NAME_currency` |
| `percent` | 12.4%, 12.4 percent | number |
| `date` | a day, or a month of a year | the ISO day, or the first of the month |
| `period` | a quarter, half, month, year or fiscal year | text, with the ISO days in `NAME_start` and `NAME_end` |
| `one-of A, B` | one of these, in any case | text as written here |
| `ordered A, B` | the same, lowest first | text, and its place from 1 in `NAME_rank` |
| `list:NAME` | an entry of rules/lists/NAME.yaml | text as in the list |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex

from prlint.rulebook.slots import Slot
from prlint.text import dates, numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

TYPES = ("text", "code", "number", "money", "percent", "date", "period", "one-of", "ordered", "list:NAME")

_MONTH = r"(?i:" + "|".join(f"{month[:3]}(?:{month[3:]}|t?\\.)?" for month in dates.MONTHS) + r")(?!\w)\.?"
_YEAR = r"(?:19|20)\d\d(?![\d%]|[.,]\d)"
_DATE = (
    rf"(?<!\w)(?:{_MONTH} \d{{1,2}}, ?{_YEAR}|\d{{1,2}} {_MONTH},? {_YEAR}|{_MONTH},? {_YEAR}"
    r"|(?:19|20)\d\d-\d\d-\d\d(?!\w)|\d{1,2}/\d{1,2}/(?:19|20)\d\d(?!\w))"
)
_ORDINAL = r"(?i:first|second|third|fourth|1st|2nd|3rd|4th)"
_PERIOD = (
    rf"(?<!\w)(?:{_ORDINAL}[ -](?i:fiscal )?(?i:quarter|half),? (?i:of |in |for )?(?i:the )?(?i:fiscal (?:year )?)?{_YEAR}"
    rf"|[QH][1-4][ -]?{_YEAR}|[1-4][QH][ -]?(?:{_YEAR}|\d\d(?!\w))|(?i:fiscal (?:year )?|FY ?){_YEAR}|{_MONTH},? {_YEAR}|{_YEAR})"
)
_EXPRESSIONS = {
    "text": r"(?<!\w)\S(?:[^\n]{0,78}?\S)??(?!\w)",
    "code": r"(?<![\w-])(?:(?=[\w./–-]*\d)\p{L}\w*(?:[-–./]\w+)*|\p{Lu}{2,6} \d+\w*)(?!\w)",
    "number": numbers.NUMBER,
    "money": numbers.MONEY,
    "percent": numbers.PERCENT,
    "date": _DATE,
    "period": _PERIOD,
}


#: The types that list what they read.
WORDS = ("one-of", "ordered")


def expression(slot: Slot) -> str:
    """Returns what the slot matches, as a regular expression without groups that have names."""
    if slot.choices:
        words = sorted(slot.choices, key=len, reverse=True)
        return r"(?<!\w)(?i:" + "|".join(regex.escape(word, literal_spaces=True) for word in words) + r")(?!\w)"
    expression = _EXPRESSIONS[slot.type]
    if slot.unit:
        return rf"{expression}(?: ?|-)(?i:{regex.escape(slot.unit, literal_spaces=True)})(?!\w)"
    return expression


def slot(name: str, written: str, lists: Mapping[str, Any]) -> Slot:
    """Returns the slot for a type as written; raises ValueError with a sentence for a person."""
    type, _, rest = written.strip().partition(" ")
    rest = rest.strip()
    if type.startswith("list:"):
        wanted = type.removeprefix("list:")
        if wanted not in lists:
            from prlint.text.hints import hint

            raise ValueError(f"unknown list `{wanted}`", hint(wanted, lists))
        words = entries(lists[wanted])
        if not words:
            raise ValueError(f"the list `{wanted}` has no entries that are texts", "")
        return Slot(name, "list", choices=words)
    if type in WORDS:
        words = tuple(word for part in rest.split(",") if (word := part.strip()))
        if len(words) < 2:
            raise ValueError(f"`{type}` needs two words or more", f"write them after it: `{{{name}:{type} Au, Ag}}`")
        return Slot(name, type, choices=words)
    if type not in _EXPRESSIONS:
        from prlint.text.hints import hint

        raise ValueError(f"unknown type `{type}`", hint(type, TYPES))
    if rest and type != "number":
        raise ValueError(f"`{type}` takes no unit", "only `number` does")
    return Slot(name, type, unit=rest)


def entries(data: Any) -> tuple[str, ...]:
    """Returns the texts of a list: its items, those under `items`, or the keys of a mapping."""
    if isinstance(data, dict):
        return entries(data["items"]) if "items" in data else tuple(data)
    return tuple(item for item in data if isinstance(item, str)) if isinstance(data, list) else ()
