"""Planted errors: one in each copy of a release, and how many of them are reported."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy.checking import is_alarm, overlaps
from benchmarks.accuracy.planters import planters
from benchmarks.accuracy.planting import Page, Planter, apply
from prlint import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from benchmarks.accuracy.corpus import Item
    from prlint.finding import Finding
    from prlint.rulebook.model import Rulebook


class Grown(NamedTuple):
    """One planted error: the rules that report it, and those that report its right form."""

    kind: str
    part: str
    path: str
    wording: str
    rules: tuple[str, ...]
    wrongly: tuple[str, ...]


def sow(
    items: Sequence[Item],
    rulebook: Rulebook,
    *,
    count: int,
    seed: str,
    kinds: frozenset[str] = frozenset(),
    vocabulary: Iterable[Item] = (),
    progress: Callable[[str], None] = lambda _: None,
) -> list[Grown]:
    """Plants each kind in up to `count` releases and checks each copy by itself.

    `vocabulary` are the releases whose words count as known; the items' own always do.
    """
    documents = {item: engine.read(engine.Source(item.path, item.data)) for item in items}
    others = [engine.read(engine.Source(item.path, item.data)) for item in vocabulary if item not in documents]
    words = Counter[str]()
    for document in (*documents.values(), *others):
        words.update(set(re.findall(r"[a-z]+", document.view.text.lower())))
    least = (len(documents) + len(others)) / 10
    known, common = frozenset(words), frozenset(word for word, times in words.items() if times >= least)
    clean: dict[str, list[Finding]] = {}
    grown = []
    for planter in planters():
        if kinds and planter.kind not in kinds:
            continue
        progress(planter.kind)
        order = list(documents)
        chance(seed, planter.kind).shuffle(order)
        tries = (_grow(item, planter, Page(documents[item], known, common), rulebook, seed, clean) for item in order)
        grown += islice((one for one in tries if one is not None), count)
    return grown


def chance(*of: str) -> Random:
    """Returns the chance that the same words always give."""
    return Random(" ".join(of))  # noqa: S311 - it has to be repeated, not to be secret


def _grow(
    item: Item, planter: Planter, page: Page, rulebook: Rulebook, seed: str, clean: dict[str, list[Finding]]
) -> Grown | None:
    plant = planter.plant(page, chance(seed, planter.kind, item.path))
    if plant is None:
        return None
    if item.path not in clean:
        clean[item.path] = _alarms(item.path, page.document.text, rulebook)
    planted = apply(page.document, plant)
    before = clean[item.path]
    wrongly: list[Finding] = []
    if plant.right is not None:
        right = _alarms(item.path, planted.right, rulebook)
        end = planted.end + len(plant.right) - len(plant.text)
        wrongly = [f for f in new(right, before) if overlaps(f, item.path, planted.start, end)]
        before = right
    found = [
        finding
        for finding in new(_alarms(item.path, planted.text, rulebook), before)
        if overlaps(finding, item.path, planted.start, planted.end, evidence=True)
    ]
    return Grown(
        planter.kind,
        item.part,
        item.path,
        planted.text[planted.start : planted.end],
        tuple(sorted({finding.rule for finding in found})),
        tuple(sorted({finding.rule for finding in wrongly})),
    )


def _alarms(path: str, text: str, rulebook: Rulebook) -> list[Finding]:
    report = engine.check([engine.Source(path, text.encode("utf-8"))], rulebook)
    if report.errors:
        raise RuntimeError("; ".join(f"{path}: {error.rule}: {error.message}" for error in report.errors))
    return [finding for finding in report.findings if is_alarm(finding)]


def new(after: list[Finding], before: list[Finding]) -> list[Finding]:
    """Returns the findings that were not there before: of another rule, or of other words."""
    there = Counter(_sign(finding) for finding in before)
    new = []
    for finding in after:
        sign = _sign(finding)
        if there[sign]:
            there[sign] -= 1
        else:
            new.append(finding)
    return new


def _sign(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.outcome, finding.message, tuple(place.quote for place in finding.places)
