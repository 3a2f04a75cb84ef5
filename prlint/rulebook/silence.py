"""The reasons for silence that a rule gives: how they are read, and when they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.rulebook.model import ZONES, Unless

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from typing import Any

    from prlint.claim import Claim
    from prlint.document import Document, Span
    from prlint.rulebook.model import Phrase, Rule
    from prlint.rulebook.reading import Reading
    from prlint.text.yaml import Node

KEYS = ("id", "why", "sentence", "before", "after", "document", "zone", "news", "about", "outcome")


def silenced(
    rule: Rule,
    document: Document,
    places: Iterable[Span | Claim],
    outcome: str = "",
    news: Callable[[Unless], bool] = lambda _: False,
) -> Unless | None:
    """Returns the first reason of the rule to keep silent about a finding of an outcome at these places, or None.

    `places` are view spans of `document`. One place that has its reason
    excuses the finding: a new study explains a phase wherever it is said.
    `news` says whether a reason's news was told. Raises TimeoutError when a
    phrase runs past its time limit.
    """
    if not rule.unless:
        return None
    spans = [(place.start, place.end) for place in places]
    for reason in rule.unless:
        if reason.outcome and outcome not in reason.outcome:
            continue
        if reason.document and not _any(reason.document, document.view.text):
            continue
        if (reason.sentence or reason.before or reason.after or reason.zone) and not any(
            _holds(reason, document, start, end) for start, end in spans
        ):
            continue
        # Last, for it may look at every earlier release.
        if not reason.news or news(reason):
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


def read_unless(
    reading: Reading,
    node: Node | None,
    lists: Mapping[str, Any],
    outcomes: Mapping[str, Collection[str]],
    fields: Collection[str],
) -> tuple[Unless, ...]:
    """Returns the checked reasons of a rule; `outcomes` are its kind's, `fields` those that all its messages may name."""
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
        news = reading.choices(reading.present(item, "news"), "kind of news", _kinds(lists))
        # Without a kind nothing is known of either.
        about: tuple[str, ...] = ()
        outcome: tuple[str, ...] = ()
        if outcomes:
            known = {*fields, *(field for named in outcomes.values() for field in named)}
            about = reading.choices(reading.present(item, "about"), "field", known)
            outcome = reading.choices(reading.present(item, "outcome"), "outcome", outcomes)
        if item.get("about") is not None and item.get("news") is None:
            reading.wrong(item.get("about") or item, "`about` says whom `news` is about", "give `news` with it")
        if all(key in ("id", "why", "about", "outcome") for key, _, _ in item.items()):
            reading.wrong(
                item, "this reason has no condition", "give `sentence`, `before`, `after`, `document`, `zone` or `news`"
            )
        why = reading.text(reading.present(item, "why"), "`why`")
        good.append(Unless(name, why, zone=zones, news=news, about=about, outcome=outcome, **conditions))
    return tuple(good)


def _kinds(lists: Mapping[str, Any]) -> tuple[str, ...]:
    """Returns the kinds of news that the list `news` has."""
    kinds = lists.get("news", {})
    return tuple(map(str, kinds.get("kinds", ()))) if hasattr(kinds, "get") else ()
