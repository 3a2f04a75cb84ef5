"""How fast releases are checked on one core, and what each rule and extractor costs: `python -m benchmarks.speed CORPUS`.

CORPUS is a folder of releases, a folder for each issuer; those of one folder
are each other's evidence, as in `prlint check FOLDER`. Everything runs in one
process, with the rules loaded and every pattern compiled, as it does in a run
over many releases. First the whole line is timed, then each of its parts by
itself: reading, each extractor, resolving, each rule. A part does not have the
others' first use of what they share to pay for, so the parts need not add up to
the whole. Each figure is the median of the rounds. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections import defaultdict
from itertools import groupby
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

import regex

from benchmarks.accuracy.corpus import read
from prlint import engine, paths, registry
from prlint.resolve.context import CheckContext
from prlint.resolve.memo import Memo
from prlint.resolve.record import Record
from prlint.resolve.resolution import Resolution
from prlint.rulebook import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.claim import Claim, Release
    from prlint.document import Document
    from prlint.rulebook.model import Rulebook


class Round(NamedTuple):
    """Seconds of processor time over the whole corpus: of everything together, and of each part by itself."""

    whole: float
    parts: dict[tuple[str, str], float]


def main(argv: list[str] | None = None) -> int:
    """Measures, prints the tables, and returns 0; 2 when a rule does not load."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, metavar="CORPUS", help="a folder of releases")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured (default: 3)")
    parser.add_argument("--top", type=int, default=0, help="show only so many of the most expensive (default: all)")
    wanted = parser.parse_args(argv)
    folder = paths.rules_folder()
    rulebook = load([folder], builtin=folder)
    for error in rulebook.errors:  # the others are measured all the same
        print(error, file=sys.stderr)
    code = 2 if rulebook.errors else 0
    items = read(wanted.corpus).items
    groups = [
        [engine.Source(item.path, item.data) for item in group]
        for _, group in groupby(items, key=lambda item: item.issuer)
    ]
    size = sum(len(item.data) for item in items)
    _measure(groups, rulebook)  # compiles every pattern that the corpus needs
    rounds = [_measure(groups, rulebook) for _ in range(wanted.rounds)]
    whole = median(one.whole for one in rounds)
    print(
        f"Python {platform.python_version()}, {len(rulebook.rules)} rules, {len(items)} releases, {size / 1e6:.2f} MB, "
        f"median of {len(rounds)} rounds\n"
    )
    words = median(_words(groups) for _ in rounds)
    print(
        f"{size / 1e6 / whole:.2f} MB/s on one core; {whole / len(items) * 1000:.1f} ms a release; "
        f"{whole / words:.0f} times as long as finding the words of the texts\n"
    )
    _print(rounds, size, whole, wanted.top)
    return code


def _measure(groups: Sequence[Sequence[engine.Source]], rulebook: Rulebook) -> Round:
    whole = 0.0
    parts: dict[tuple[str, str], float] = defaultdict(float)
    for sources in groups:
        began = process_time()
        report = engine.check(sources, rulebook)
        whole += process_time() - began
        assert not report.errors, report.errors
        _extract(sources, rulebook, parts)
        _rules([info.release for info in report.documents if info.release is not None], rulebook, parts)
    return Round(whole, dict(parts))


def _words(groups: Sequence[Sequence[engine.Source]]) -> float:
    """Returns the seconds that one pass of a plain pattern takes over all texts, by which machines can be compared."""
    pattern = regex.compile(r"\w+")
    texts = [source.data.decode("utf-8", "replace") for sources in groups for source in sources]
    began = process_time()
    for text in texts:
        pattern.findall(text)
    return process_time() - began


def _extract(sources: Iterable[engine.Source], rulebook: Rulebook, parts: dict[tuple[str, str], float]) -> None:
    facts = {fact.name: fact for fact in rulebook.facts}
    order = [*registry.extractor_order(sorted(registry.names("extractors"))), *sorted(facts)]
    for source in sources:
        began = process_time()
        document: Document = engine.read(source)
        parts["reading", "text, view, zones"] += process_time() - began
        claims: dict[str, tuple[Claim, ...]] = {}
        for name in order:
            extractor = facts[name] if name in facts else registry.load("extractors", name)
            began = process_time()
            found = extractor.extract(document, claims, rulebook.lists)
            claims[name] = tuple(sorted(found, key=lambda claim: (claim.start, claim.end)))
            parts["extractor", name] += process_time() - began


def _rules(releases: Sequence[Release], rulebook: Rulebook, parts: dict[tuple[str, str], float]) -> None:
    memo = Memo()
    began = process_time()
    record = Record(releases, (), memo)
    parts["resolving", "issuer, entities"] += process_time() - began
    for release in releases:
        began = process_time()
        earlier = record.earlier(release, release.date, {})
        resolution = Resolution([*earlier, release], {}, memo)
        parts["resolving", "issuer, entities"] += process_time() - began
        for rule in rulebook.rules:
            kind = registry.load("kinds", rule.kind)
            type = rule.params.get("claim", "")
            evidence = earlier if "archive" in rule.compare else ()
            began = process_time()
            context = CheckContext(release, release.date, evidence, {}, rulebook.lists, resolution, rule.zones, rule.id)
            for _ in kind.check(context.claims(release, type) if type else (), rule.params, context):
                pass
            parts["rule", rule.id] += process_time() - began


def _print(rounds: Sequence[Round], size: int, whole: float, top: int) -> None:
    costs = {part: median(one.parts[part] for one in rounds) for part in rounds[0].parts}
    for room in ("reading", "extractor", "resolving", "rule"):
        mine = sorted(((cost, name) for (where, name), cost in costs.items() if where == room), reverse=True)
        total = sum(cost for cost, _ in mine)
        heads = ("of the whole", "ms for 10 kB")
        print(f"{room:36}{heads[0]:>14}{heads[1]:>14}")
        for cost, name in [*mine[: top or None], *([(total, "together")] if len(mine) > 1 else [])]:
            print(f"  {name:34}{100 * cost / whole:13.1f}%{cost * 1000 / (size / 10_000):14.3f}")
        print()


if __name__ == "__main__":
    sys.exit(main())
