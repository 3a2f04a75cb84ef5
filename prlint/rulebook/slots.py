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

from typing import TYPE_CHECKING, Any, NamedTuple

import regex

from prlint.text import dates, numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.claim import Value

TYPES = ("text", "code", "number", "money", "percent", "date", "period", "one-of", "ordered", "list:NAME")

#: Types whose values are words, which `fold` may fold.
WORDED = ("text", "code", "one-of", "ordered", "list")

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
    "code": r"(?<![\w-])(?:(?=[\w./-]*\d)\p{L}\w*(?:[-./]\w+)*|\p{Lu}{2,6} \d+\w*)(?!\w)",
    "number": numbers.NUMBER,
    "money": numbers.MONEY,
    "percent": numbers.PERCENT,
    "date": _DATE,
    "period": _PERIOD,
}


class Slot(NamedTuple):
    """A named slot; `choices` are the words of `one-of`, `ordered` and `list`, `unit` that of a number."""

    name: str
    type: str
    unit: str = ""
    choices: tuple[str, ...] = ()

    @property
    def expression(self) -> str:
        """What the slot matches, as a regular expression without named groups."""
        if self.choices:
            words = sorted(self.choices, key=len, reverse=True)
            return r"(?<!\w)(?i:" + "|".join(regex.escape(word, literal_spaces=True) for word in words) + r")(?!\w)"
        expression = _EXPRESSIONS[self.type]
        if self.unit:
            return rf"{expression}(?: ?|-)(?i:{regex.escape(self.unit, literal_spaces=True)})(?!\w)"
        return expression

    @property
    def fields(self) -> dict[str, str]:
        """The fields that the slot fills, and what each holds."""
        about = {
            "number": "a number" + (f" in {self.unit}" if self.unit else ""),
            "money": "an amount",
            "percent": "a percentage",
            "date": "an ISO date",
            "one-of": "one of " + ", ".join(self.choices),
            "ordered": "lowest first, one of " + ", ".join(self.choices),
        }
        fields = {self.name: about.get(self.type, self.type)}
        if self.type == "money":
            fields[f"{self.name}_currency"] = "ISO 4217 code"
        elif self.type == "ordered":
            fields[f"{self.name}_rank"] = "its place in the order, from 1"
        elif self.type == "period":
            fields |= {f"{self.name}_start": "first ISO day, or empty", f"{self.name}_end": "last ISO day, or empty"}
        return fields

    def values(self, text: str) -> Mapping[str, Value]:
        """Returns a value for each of the fields; None for a text that is not worth one."""
        name = self.name
        match self.type:
            case "number":
                return {name: numbers.number(text[: len(text) - len(self.unit)])}
            case "money":
                amount = numbers.money(text)
                return {name: amount and amount.amount, f"{name}_currency": amount.currency if amount else ""}
            case "percent":
                return {name: numbers.percent(text)}
            case "date":
                day = dates.read(text)
                return {name: day.first or None if day else None}
            case "period":
                period = next(iter(dates.find(text if len(text) > 4 else f"in {text}")), None)
                days = (period.first, period.last) if period else ("", "")
                return {name: text, f"{name}_start": days[0], f"{name}_end": days[1]}
        if self.choices:
            folded = " ".join(text.casefold().split())
            place = next(
                (i for i, word in enumerate(self.choices) if " ".join(word.casefold().split()) == folded), None
            )
            chosen: dict[str, Value] = {name: self.choices[place] if place is not None else None}
            if self.type == "ordered":
                chosen[f"{name}_rank"] = place + 1 if place is not None else None
            return chosen
        return {name: text}


def slot(name: str, written: str, lists: Mapping[str, Any]) -> Slot:
    """Returns the slot for a type as written; raises ValueError with a sentence for a person."""
    type, _, rest = written.strip().partition(" ")
    rest = rest.strip()
    if type.startswith("list:"):
        wanted = type.removeprefix("list:")
        if wanted not in lists:
            from prlint.rulebook.hints import hint

            raise ValueError(f"unknown list `{wanted}`", hint(wanted, lists))
        words = entries(lists[wanted])
        if not words:
            raise ValueError(f"the list `{wanted}` has no entries that are texts", "")
        return Slot(name, "list", choices=words)
    if type in ("one-of", "ordered"):
        words = tuple(word for part in rest.split(",") if (word := part.strip()))
        if len(words) < 2:
            raise ValueError(f"`{type}` needs two words or more", f"write them after it: `{{{name}:{type} Au, Ag}}`")
        return Slot(name, type, choices=words)
    if type not in _EXPRESSIONS:
        from prlint.rulebook.hints import hint

        raise ValueError(f"unknown type `{type}`", hint(type, TYPES))
    if rest and type != "number":
        raise ValueError(f"`{type}` takes no unit", "only `number` does")
    return Slot(name, type, unit=rest)


def entries(data: Any) -> tuple[str, ...]:
    """Returns the texts of a list: its items, those under `items`, or the keys of a mapping."""
    if isinstance(data, dict):
        return entries(data["items"]) if "items" in data else tuple(data)
    return tuple(item for item in data if isinstance(item, str)) if isinstance(data, list) else ()
