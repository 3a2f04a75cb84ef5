"""Claims defined in YAML: a fact that a user tracks himself, without Python.

A fact offers what an extractor offers, so the engine runs it as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prlint.claim import Value
    from prlint.document import Document
    from prlint.rulebook.slots import Slot
    from prlint.text.patterns import Pattern

FOLDS = ("case", "dashes", "spaces")

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


class Reader(NamedTuple):
    """One way to read the fact: a pattern whose named groups are the slots."""

    pattern: Pattern
    slots: tuple[Slot, ...]


class FactExample(NamedTuple):
    """A text, and the fields of each claim that must be read from it."""

    text: str
    gives: tuple[Mapping[str, Value], ...]
    line: int


class Fact(NamedTuple):
    """A claim type. `key` and `value` are what rules over it compare when they do not say."""

    name: str
    title: str
    NEEDS: tuple[str, ...]
    FIELDS: Mapping[str, str]
    readers: tuple[Reader, ...]
    key: tuple[str, ...]
    value: tuple[str, ...]
    fold: tuple[str, ...]
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
        taken: list[tuple[int, int]] = []
        for reader in self.readers:
            for sentence in document.sentences:
                for match in reader.pattern.finditer(text, sentence.start, sentence.end):
                    start, end = match.span()
                    if start == end or any(first < end and start < last for first, last in taken):
                        continue
                    fields = self._read(reader, match.groupdict())
                    if fields is not None:
                        taken.append((start, end))
                        yield Claim(self.name, start, end, match[0], fields)

    def _read(self, reader: Reader, groups: Mapping[str, str | None]) -> Mapping[str, Value] | None:
        """Returns all fields, None where a slot's text is not worth a value ("Feb 30" as a date)."""
        fields: dict[str, Value] = dict.fromkeys(self.FIELDS)
        for slot in reader.slots:
            text = groups.get(slot.name)
            if text is None:
                continue
            values = slot.values(text.strip())
            if values[slot.name] is None:
                return None
            fields.update(values)
            value = fields[slot.name]
            if isinstance(value, str) and slot.type in ("text", "code"):
                fields[slot.name] = self.folded(value)
        return fields

    def folded(self, value: str) -> str:
        """Returns a text or code without the differences that `fold` names."""
        if "dashes" in self.fold:
            value = value.translate(_DASHES)
        if "case" in self.fold:
            value = value.upper() if any(c.isdigit() for c in value) else value.casefold()
        return "".join(value.split()) if "spaces" in self.fold and any(c.isdigit() for c in value) else value
