"""Planted drift: a fact changed at every place of the newest release of a series, and how often that is reported."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy.checking import is_alarm, overlaps
from benchmarks.accuracy.corpus import digest, split
from benchmarks.accuracy.drift import drifters
from benchmarks.accuracy.drift.series import Series, write
from benchmarks.accuracy.planting import Page
from benchmarks.accuracy.sowing import chance, new
from prlint import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

    from benchmarks.accuracy.corpus import Item
    from benchmarks.accuracy.drift.series import Drift, Drifter, Text
    from prlint.finding import Finding
    from prlint.rulebook.model import Rulebook

#: So many earlier releases are held against a draft, the newest ones.
EARLIER = 5
#: With fewer of them nothing is established.
LEAST = 2


class Drifted(NamedTuple):
    """One planted drift: the rules that report it, and those that report it though the text explains it.

    `quiet` says whether there was a text that explains it.
    """

    kind: str
    part: str
    path: str
    wording: str
    rules: tuple[str, ...]
    quiet: bool
    wrongly: tuple[str, ...]


def sow(
    items: Sequence[Item],
    rulebook: Rulebook,
    *,
    count: int,
    seed: str,
    kinds: frozenset[str] = frozenset(),
    progress: Callable[[str], None] = lambda _: None,
) -> list[Drifted]:
    """Plants each kind of drift in up to `count` series of the items' issuers and checks the newest release of each."""
    every = list(series(items))
    grown = []
    for drifter in drifters():
        if kinds and drifter.kind not in kinds:
            continue
        progress(drifter.kind)
        order = _mixed(every, chance(seed, drifter.kind))
        tries = (_grow(one, drifter, rulebook, seed) for one in order)
        grown += islice((one for one in tries if one is not None), count)
    return grown


def _mixed(every: Sequence[Series], random: Random) -> list[Series]:
    """Returns the series in an order of chance, one of each issuer before the second of any."""
    order = list(every)
    random.shuffle(order)
    taken = Counter[str]()
    rounds = {}
    for one in order:
        rounds[one.draft.path] = taken[one.draft.issuer]
        taken[one.draft.issuer] += 1
    return sorted(order, key=lambda one: rounds[one.draft.path])


def series(items: Sequence[Item]) -> Iterator[Series]:
    """Yields each release that has enough earlier ones of its issuer, with the newest of those.

    A release that bears no date has none, nor has one of a folder that holds
    single releases. Releases of one day are not earlier than each other.
    """
    how = split()
    read = [(item, engine.read(engine.Source(item.path, item.data))) for item in items]
    words: dict[str, set[str]] = {}
    for item, document in read:
        for word in re.findall(r"[a-z]+", document.view.text.lower()):
            words.setdefault(word, set()).add(item.issuer)
    known = frozenset(words)
    # What a third of the issuers write is no name of any.
    least = max(2, len({item.issuer for item in items}) / 3)
    common = frozenset(word for word, issuers in words.items() if len(issuers) >= least)
    for issuer, group in groupby(read, key=lambda pair: pair[0].issuer):
        if not issuer or how.get(digest(issuer)) == "by-path":
            continue
        dated = sorted(
            (found[0], item.path, item, Page(document, known, common))
            for item, document in group
            if (found := re.match(r"\d{4}-\d\d-\d\d", item.path.rpartition("/")[2]))
        )
        for date, _, item, page in dated:
            before = [one for one in dated if one[0] < date][-EARLIER:]
            if len(before) >= LEAST:
                dates, _, earlier, pages = zip(*before, strict=True)
                yield Series(item, page, date, earlier, pages, dates)


def _grow(series: Series, drifter: Drifter, rulebook: Rulebook, seed: str) -> Drifted | None:
    drift = drifter.plant(series, chance(seed, drifter.kind, series.draft.path))
    if drift is None or not (drift.edits or drift.wrong):
        return None
    earlier = _earlier(series, drift, seed)
    right, wrong, explained = _newest(series, drift, seed)
    if earlier is None or right is None or wrong is None:
        return None
    forms = [right, wrong, *([explained] if explained else [])]
    before, *alarms = _alarms(series, earlier, forms, rulebook)
    rules = [
        tuple(sorted({finding.rule for finding in new(found, before) if _at(finding, text)}))
        for found, text in zip(alarms, forms[1:], strict=True)
    ]
    wording = " … ".join(wrong.text[start:end] for start, end in wrong.places[:3])
    return Drifted(
        drifter.kind,
        series.draft.part,
        series.draft.path,
        wording,
        rules[0],
        explained is not None,
        rules[1] if explained else (),
    )


def _earlier(series: Series, drift: Drift, seed: str) -> list[str] | None:
    """Returns the earlier texts; None where too few of them have a paragraph for the fact."""
    texts, told = [], 0
    for page, item, date in zip(series.pages, series.earlier, series.dates, strict=True):
        tells = bool(drift.before) and (not drift.until or date <= drift.until)
        text = write(page, (), [drift.before] if tells else [], chance(seed, item.path))
        told += tells and text is not None
        texts.append(page.document.text if text is None else text.text)
    return None if drift.before and told < (1 if drift.until else LEAST) else texts


def _newest(series: Series, drift: Drift, seed: str) -> tuple[Text | None, Text | None, Text | None]:
    """Returns three forms of the newest release: right, drifted, and drifted with its explanation."""

    def form(edits: bool, *sentences: str) -> Text | None:
        # Each form has its first sentence at the same place, by the same chance.
        random = chance(seed, series.draft.path)
        said = [sentence for sentence in sentences if sentence]
        return write(series.page, drift.edits if edits else (), said, random, 1 if drift.wrong else 0)

    explains = bool(drift.explained or drift.news)
    explained = form(True, drift.explained or drift.wrong, drift.news) if explains else None
    return form(False, drift.right), form(True, drift.wrong), explained


def _alarms(series: Series, earlier: Sequence[str], forms: Sequence[Text], rulebook: Rulebook) -> list[list[Finding]]:
    """Returns the alarms of each form. Being of one day, they are no evidence for each other."""
    archive = [
        engine.Source(item.path, text.encode(), date=date)
        for item, text, date in zip(series.earlier, earlier, series.dates, strict=True)
    ]
    names = [f"{i}/{series.draft.path}" for i in range(len(forms))]
    drafts = [
        engine.Source(name, form.text.encode(), date=series.date) for name, form in zip(names, forms, strict=True)
    ]
    report = engine.check(drafts, rulebook, archive=archive)
    if report.errors:
        raise RuntimeError("; ".join(f"{error.document}: {error.rule}: {error.message}" for error in report.errors))
    return [[f for f in report.findings if f.document == name and is_alarm(f)] for name in names]


def _at(finding: Finding, text: Text) -> bool:
    return any(overlaps(finding, finding.document, start, end, evidence=True) for start, end in text.places)
