"""A typed slot of a claim defined in YAML, and what its text is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.claim import Value


class Slot(NamedTuple):
    """A named slot; `choices` are the words of `one-of`, `ordered` and `list`, `unit` that of a number."""

    name: str
    type: str
    unit: str = ""
    choices: tuple[str, ...] = ()

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
        # Only a claim with such a slot has these modules loaded.
        from prlint.text import dates, numbers

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
