"""Claims defined in YAML: a fact that a user tracks himself, without Python.

A fact offers what an extractor offers, so the engine runs it as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.claim import Claim
from prlint.text.holding import sentences_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prlint.claim import Value
    from prlint.document import Document
    from prlint.rulebook.columns import Columns
    from prlint.rulebook.slots import Slot
    from prlint.text.patterns import Pattern

FOLDS = ("case", "dashes", "spaces")

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


class Reader(NamedTuple):
    """One way to read the fact: a pattern whose named groups are the slots.

    `given` are fields that the way of reading says itself.
    """

    pattern: Pattern
    slots: tuple[Slot, ...]
    given: Mapping[str, Value] = {}

    def read(self, document: Document) -> Iterator[tuple[int, int, dict[str, Mapping[str, Value] | None]]]:
        """Yields for each match its view span, and the values of each slot that took part; None for a text not worth one.

        Raises TimeoutError when the pattern runs past its time limit.
        """
        text = document.view.text
        for sentence in sentences_for(document, self.pattern):
            for match in self.pattern.finditer(text, sentence.start, sentence.end):
                groups = match.groupdict()
                values: dict[str, Mapping[str, Value] | None] = {}
                for slot in self.slots:
                    said = groups.get(slot.name)
                    if said is not None:
                        value = slot.values(said.strip())
                        values[slot.name] = None if value[slot.name] is None else value
                # "Feb 30" for a date: what reads like the fact and is not worth a value is none.
                if None not in values.values():
                    yield (*match.span(), values)


class FactExample(NamedTuple):
    """A text (`input` is text or markdown), and the fields of each claim that must be read from it."""

    text: str
    gives: tuple[Mapping[str, Value], ...]
    line: int
    input: str = "text"


class Fact(NamedTuple):
    """A claim type. `key` and `value` are what rules over it compare when they do not say; `texts` are the fields to fold."""

    name: str
    title: str
    NEEDS: tuple[str, ...]
    FIELDS: Mapping[str, str]
    readers: tuple[Reader | Columns, ...]
    key: tuple[str, ...]
    value: tuple[str, ...]
    fold: tuple[str, ...]
    texts: tuple[str, ...]
    examples: tuple[FactExample, ...]
    path: str
    line: int

    def extract(
        self,
        document: Document,
        claims: Mapping[str, tuple[Claim, ...]],  # noqa: ARG002
        lists: Mapping[str, Any],  # noqa: ARG002
    ) -> Iterator[Claim]:
        """Yields the claims, none over the words of another; the first way of reading wins.

        Raises TimeoutError when a pattern runs past its time limit.
        """
        text = document.view.text
        taken: list[tuple[int, int, Reader | Columns]] = []
        known: set[str] = set()
        for reader in self.readers:
            for start, end, values in reader.read(document):
                tabled = not isinstance(reader, Reader)
                if start == end or any(
                    # One row of a table can hold several claims: a column for gold and one for silver.
                    first < end and start < last and (by is reader or isinstance(by, Reader) or not tabled)
                    for first, last, by in taken
                ):
                    continue
                fields = self._filled(reader, values)
                if tabled and (not self._says(values, fields) or repr((start, end, fields)) in known):
                    continue
                known.add(repr((start, end, fields)))
                taken.append((start, end, reader))
                yield Claim(self.name, start, end, text[start:end], fields)

    def _filled(
        self, reader: Reader | Columns, values: Mapping[str, Mapping[str, Value] | None]
    ) -> Mapping[str, Value]:
        """Returns all fields, None where nothing was read."""
        fields: dict[str, Value] = dict.fromkeys(self.FIELDS)
        for each in (reader.given, *values.values()):
            fields.update(each or {})
        for name in self.texts:
            value = fields[name]
            if isinstance(value, str):
                fields[name] = self.folded(value)
        return fields

    def _says(self, values: Mapping[str, object], fields: Mapping[str, Value]) -> bool:
        """Says whether a row of a table is a claim: what makes it one thing, and what is said of it, is there."""
        needed = [name for name in (*self.key, *self.value) if name in values] or list(values)
        return all(fields[name] is not None for name in needed)

    def folded(self, value: str) -> str:
        """Returns a text or code without the differences that `fold` names."""
        if "dashes" in self.fold:
            value = value.translate(_DASHES)
        if "case" in self.fold:
            value = value.upper() if any(c.isdigit() for c in value) else value.casefold()
        return "".join(value.split()) if "spaces" in self.fold and any(c.isdigit() for c in value) else value
