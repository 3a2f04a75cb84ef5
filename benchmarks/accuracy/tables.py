"""The figures as Markdown tables, for the terminal and for docs/accuracy.md."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy.drift import drifters
from benchmarks.accuracy.judging import QUOTED, VERDICTS
from benchmarks.accuracy.natural import needed, notes
from benchmarks.accuracy.planters import planters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.accuracy.checking import Result
    from benchmarks.accuracy.drifting import Drifted
    from benchmarks.accuracy.judging import Alarm
    from benchmarks.accuracy.natural import Looked
    from benchmarks.accuracy.sowing import Grown
    from prlint.rulebook.model import Rule

_HEAD = """\
# Accuracy

How many errors prlint finds in real releases, and how many of its alarms are right. An alarm is an error or a warning of a
stable rule. This page is written by `python -m benchmarks.accuracy CORPUS --part all --write docs/accuracy.md`.

The corpus is 184 releases of an archive under CC0 1.0 (Newsworthyai/press-release-archive): ten issuers over time, a health
charity, and twenty single releases. It is split by issuer (`benchmarks/accuracy/split.tsv`, where names stand as digests):
rules were developed on one part, `dev`; the other, `held-out`, was read when they stood. What was found wrong then was
mended in the mechanism, so the figures of `held-out` are the better guess at other releases, and no blind test any more.
*Traps* are words that look like an error and are none.

- **Labelled errors** were found by people reading. Found means that an alarm overlaps the words of the label.
- **Planted errors** are ours: one error of a known kind in each copy of a release that has no labelled error, each copy
  checked by itself (`benchmarks/accuracy/planters/`). The planters know nothing of the rules. Found means a new alarm at
  that place, or with it as evidence. Where a text offers no occasion, a sentence is added; alarms on its right form are
  counted in the last column. *Visible* kinds can be proven from the text and a calendar.
- **Planted drift** is ours too: a fact is changed at every place of the newest release of a series, so that only its
  (at most five) earlier releases object (`benchmarks/accuracy/drift/`). *Explained* is the same text with a sentence that
  explains the change; an alarm on it is a wrong one.
- **Judged**: people read each alarm and wrote down a verdict with its reason (`benchmarks/accuracy/judged.tsv`). An alarm
  that reports a labelled error is right. Precision is right among right and wrong; what can be argued about is shown.
"""


class Figures(NamedTuple):
    """Everything that was measured."""

    parts: tuple[str, ...]
    results: Sequence[Result]
    looked: Sequence[Looked]
    grown: Sequence[Grown]
    drifted: Sequence[Drifted]
    alarms: Sequence[Alarm]
    trapped: Sequence[Alarm]
    rules: Sequence[Rule]


def page(figures: Figures) -> str:
    """Returns the page of the manual."""
    return "\n".join([_HEAD, *body(figures)]) + "\n"


def body(figures: Figures) -> Iterator[str]:
    """Yields the lines of every table."""
    yield from ("## Overall", "")
    yield from overall(figures)
    yield from ("", "## By rule", "")
    yield from by_rule(figures)
    if figures.grown:
        yield from ("", "## Planted errors", "")
        yield from by_kind(figures)
    if figures.drifted:
        yield from ("", "## Planted drift", "")
        yield from by_drift(figures)
    if figures.looked:
        yield from ("", "## Labelled errors", "")
        yield from natural(figures)


def overall(figures: Figures) -> Iterator[str]:
    """Yields a column of totals for each part."""
    visible = {planter.kind for planter in planters() if planter.visible}
    rows: dict[str, list[str]] = {}

    def put(name: str, value: str) -> None:
        rows.setdefault(name, []).append(value)

    for part in figures.parts:
        results = [result for result in figures.results if result.item.part == part]
        alarms = [alarm for alarm in figures.alarms if alarm.part == part]
        looked = [one for one in figures.looked if one.part == part]
        grown = [one for one in figures.grown if one.part == part and one.kind in visible]
        words = sum(result.words for result in results)
        others = [alarm for alarm in alarms if not alarm.labelled]
        put("releases", str(len(results)))
        put("words", f"{words:,}")
        put("labelled errors found", share(sum(bool(one.rules) for one in looked), len(looked)))
        put("planted errors found, visible kinds", share(sum(bool(one.rules) for one in grown), len(grown)))
        drifted = [one for one in figures.drifted if one.part == part]
        put("planted drift found", share(sum(bool(one.rules) for one in drifted), len(drifted)))
        quiet = [one for one in drifted if one.quiet]
        put("alarms on explained drift", share(sum(bool(one.wrongly) for one in quiet), len(quiet)))
        put("alarms", str(len(alarms)))
        put("alarms per 1,000 words", per_thousand(len(alarms), words))
        put("alarms beside the labelled errors, per 1,000 words", per_thousand(len(others), words))
        for severity in ("error", "warning"):
            put(f"precision, {severity}s", judged([a for a in alarms if a.finding.severity == severity]))
        put("precision beside the labelled errors", judged(others))
        put("alarms on traps", str(sum(alarm.part == part for alarm in figures.trapped)))
    yield from table(("", *figures.parts), ((name, *values) for name, values in rows.items()))


def by_rule(figures: Figures) -> Iterator[str]:
    """Yields a row for each rule that may raise an alarm, family by family."""
    tried = Counter(one.kind for one in figures.grown)
    rows = []
    for rule in sorted(figures.rules, key=lambda rule: (rule.family, rule.id)):
        severities = {outcome.severity for outcome in rule.outcomes.values()}
        found = Counter(one.kind for one in figures.grown if rule.id in one.rules)
        mine = [alarm for alarm in figures.alarms if alarm.finding.rule == rule.id]
        if rule.status != "stable" or severities == {"info"}:
            continue
        planted = ", ".join(f"{kind} {times}/{tried[kind]}" for kind, times in sorted(found.items()))
        rows.append(
            (
                f"[{rule.id}](rules/{rule.family}/{rule.id}.md)",
                "/".join(severity for severity in ("error", "warning") if severity in severities),
                planted,
                *(str(sum(alarm.part == part for alarm in mine)) for part in figures.parts),
                *(str(sum(alarm.verdict == verdict for alarm in mine)) for verdict in VERDICTS),
                judged(mine) if mine else "",
            )
        )
    heads = ("rule", "severity", "planted errors it finds", *(f"alarms, {part}" for part in figures.parts))
    yield from table((*heads, *VERDICTS, "precision"), rows)


def by_kind(figures: Figures) -> Iterator[str]:
    """Yields a row for each kind of planted error."""
    rows = []
    for planter in planters():
        mine = [one for one in figures.grown if one.kind == planter.kind]
        parts = [[one for one in mine if one.part == part] for part in figures.parts]
        rules = Counter(rule for one in mine for rule in one.rules)
        rows.append(
            (
                planter.kind,
                "yes" if planter.visible else "",
                planter.about,
                *(share(sum(bool(one.rules) for one in part), len(part)) for part in parts),
                ", ".join(rule for rule, _ in rules.most_common(3)),
                str(sum(bool(one.wrongly) for one in mine)),
            )
        )
    heads = ("kind", "visible", "the error", *(f"found, {part}" for part in figures.parts))
    yield from table((*heads, "mostly by", "alarms on the right form"), rows)


def by_drift(figures: Figures) -> Iterator[str]:
    """Yields a row for each kind of planted drift."""
    rows = []
    for drifter in drifters():
        mine = [one for one in figures.drifted if one.kind == drifter.kind]
        rules = Counter(rule for one in mine for rule in one.rules)
        quiet = [one for one in mine if one.quiet]
        rows.append(
            (
                drifter.kind,
                drifter.about,
                *(
                    share(sum(bool(one.rules) for one in part), len(part))
                    for part in ([one for one in mine if one.part == name] for name in figures.parts)
                ),
                ", ".join(rule for rule, _ in rules.most_common(3)),
                share(sum(bool(one.wrongly) for one in quiet), len(quiet)),
            )
        )
    heads = ("kind", "the drift", *(f"found, {part}" for part in figures.parts))
    yield from table((*heads, "mostly by", "alarms where explained"), rows)


def natural(figures: Figures) -> Iterator[str]:
    """Yields the counts by kind, and each miss with what would be needed."""
    rows = []
    for kind in sorted({one.label.kind for one in figures.looked}):
        counts = []
        for part in figures.parts:
            mine = [one for one in figures.looked if one.label.kind == kind and one.part == part]
            counts.append(f"{sum(bool(one.rules) for one in mine)} of {len(mine)}" if mine else "")
        rows.append((kind, *counts))
    yield from table(("kind", *figures.parts), rows)
    known = notes()
    missed = [one for one in figures.looked if not one.rules]
    if missed:
        yield from ("", "Not found:", "")
        lines = [(f'"{one.label.quote[:QUOTED]}"', one.label.kind, _needed(one, known)) for one in missed]
        yield from table(("words", "kind", "what it would take"), lines)


def _needed(one: Looked, known: dict[str, str]) -> str:
    return needed(one.label, known) if one.located else "the words do not stand in the text that is read"


def share(part: int, whole: int) -> str:
    """Returns "9 of 10 (90%)"; a dash where there is nothing to share."""
    return f"{part} of {whole} ({100 * part / whole:.0f}%)" if whole else "–"


def per_thousand(count: int, words: int) -> str:
    """Returns a rate with two decimals."""
    return f"{1000 * count / words:.2f}" if words else "–"


def judged(alarms: Iterable[Alarm]) -> str:
    """Returns the precision, with what it rests on: "0.95 (19 right, 1 wrong, 2 arguable, 3 not read)"."""
    verdicts = Counter(alarm.verdict for alarm in alarms)
    right, wrong = verdicts["right"], verdicts["wrong"]
    precision = f"{right / (right + wrong):.2f}" if right + wrong else "–"
    said = [f"{verdicts[verdict]} {verdict}" for verdict in VERDICTS if verdicts[verdict]]
    said += [f"{verdicts['']} not read"] if verdicts[""] else []
    return f"{precision} ({', '.join(said)})" if said else "–"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yields a Markdown table."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '∣') for cell in row)} |"
