"""The reasons for silence that a rule gives: how they are read, and when they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.rulebook.model import ZONES, Unless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prlint.claim import Claim
    from prlint.document import Document, Span
    from prlint.rulebook.model import Phrase, Rule
    from prlint.rulebook.reading import Reading
    from prlint.text.yaml import Node

KEYS = ("id", "why", "sentence", "before", "after", "document", "zone")


def silenced(rule: Rule, document: Document, places: Iterable[Span | Claim]) -> Unless | None:
    """Returns the first reason of the rule to keep silent about a finding at these places, or None.

    `places` are view spans of `document`. One place that has its reason
    excuses the finding: a new study explains a phase wherever it is said.
    Raises TimeoutError when a phrase runs past its time limit.
    """
    if not rule.unless:
        return None
    spans = [(place.start, place.end) for place in places]
    for reason in rule.unless:
        if reason.document and not _any(reason.document, document.view.text):
            continue
        if not (reason.sentence or reason.before or reason.after or reason.zone):
            return reason
        if any(_holds(reason, document, start, end) for start, end in spans):
            return reason
    return None


def _holds(reason: Unless, document: Document, start: int, end: int) -> bool:
    first, last = document.sentence_at(start), document.sentence_at(max(start, end - 1))
    text = document.view.text
    if reason.zone and not document.zones_at(start, end) & set(reason.zone):
        return False
    if reason.sentence and not _any(reason.sentence, text, first.start, last.end):
        return False
    if reason.before and not _any(reason.before, text, first.start, start):
        return False
    return not reason.after or _any(reason.after, text, end, last.end)


def _any(phrases: Iterable[Phrase], text: str, start: int = 0, end: int | None = None) -> bool:
    return any(phrase.pattern.search(text, start, end) is not None for phrase in phrases)


def read_unless(reading: Reading, node: Node | None) -> tuple[Unless, ...]:
    """Returns the checked reasons of a rule."""
    from prlint.rulebook.phrase import phrases

    good: list[Unless] = []
    for item in reading.each(node, "`unless`"):
        reading.keys(item, KEYS, " in `unless`")
        name = reading.text(reading.required(item, "id", item, "a reason for silence"), "`id`")
        if any(reason.id == name for reason in good):
            reading.wrong(item.get("id") or item, f"the reason `{name}` is here twice")
        conditions = {
            key: phrases(reading, reading.present(item, key), f"`{key}`")
            for key in ("sentence", "before", "after", "document")
        }
        zones = reading.choices(reading.present(item, "zone"), "zone", ZONES)
        if all(key in ("id", "why") for key, _, _ in item.items()):
            reading.wrong(
                item, "this reason has no condition", "give `sentence`, `before`, `after`, `document` or `zone`"
            )
        why = reading.text(reading.present(item, "why"), "`why`")
        good.append(Unless(name, why, zone=zones, **conditions))
    return tuple(good)
