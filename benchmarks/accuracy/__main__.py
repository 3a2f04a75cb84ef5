"""How many errors prlint finds, and how many of its alarms are right: `python -m benchmarks.accuracy CORPUS`.

CORPUS holds `releases/` (a folder for each issuer), and, where somebody has read
them, `labels.tsv` (file, quote, kind, explanation) and `traps.tsv` (quote,
why_not_an_error). The figures go to standard output; nothing passes or fails.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from benchmarks.accuracy import checking, drifting, judging, natural, sowing, tables
from benchmarks.accuracy.corpus import PARTS, Corpus, Item, read
from prlint import paths
from prlint.rulebook import load


def main(argv: list[str] | None = None) -> int:
    """Measures, prints or writes the tables, and returns 0; 2 when a rule does not load."""
    wanted = _arguments().parse_args(argv)
    folder = paths.rules_folder()
    rulebook = load([folder], builtin=folder)
    for error in rulebook.errors:  # the others are measured all the same
        print(error, file=sys.stderr)
    code = 2 if rulebook.errors else 0
    if wanted.select:
        rulebook = rulebook._replace(rules=tuple(rule for rule in rulebook.rules if rule.id in wanted.select))
    corpus = read(wanted.corpus)
    parts = PARTS if wanted.part == "all" else (wanted.part,)
    # An issuer's releases are each other's evidence, whichever part they are measured in.
    results = [result for result in checking.check(corpus.items, rulebook) if result.item.part in parts]
    alarms = judging.alarms(results, corpus.labels)
    if wanted.unjudged:
        print("\n".join(judging.unjudged(alarms)))
        return code
    how: dict[str, Any] = {
        "count": wanted.planted,
        "seed": wanted.seed,
        "kinds": frozenset(wanted.kind),
        "progress": _say if wanted.verbose else _silent,
    }
    clean = [_clean(corpus, part) for part in parts]
    grown = [one for items in clean for one in sowing.sow(items, rulebook, vocabulary=corpus.items, **how)]
    drifted = [one for items in clean for one in drifting.sow(items, rulebook, **how)]
    figures = tables.Figures(
        parts,
        results,
        natural.look(corpus.labels, results),
        grown,
        drifted,
        alarms,
        _trapped(alarms, corpus),
        rulebook.rules,
    )
    if wanted.missed:
        for one in grown:
            if not one.rules or one.wrongly:
                said = f"right form: {', '.join(one.wrongly)}" if one.wrongly else "missed"
                print(f"{one.kind}\t{one.part}\t{one.path}\t{said}\t{' ¶ '.join(one.wording.split(chr(10)))}")
        for drift in drifted:
            if not drift.rules or drift.wrongly:
                said = f"explained: {', '.join(drift.wrongly)}" if drift.wrongly else "missed"
                print(f"{drift.kind}\t{drift.part}\t{drift.path}\t{said}\t{' ¶ '.join(drift.wording.split(chr(10)))}")
        return code
    if wanted.write:
        wanted.write.write_text(tables.page(figures), encoding="utf-8")
    else:
        print("\n".join(tables.body(figures)))
    return code


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("corpus", type=Path, metavar="CORPUS", help="a folder of releases, with what is known of their errors")
    add("--part", choices=(*PARTS, "all"), default="dev", help="which part to measure (default: dev)")
    add("--planted", type=int, default=30, metavar="N", help="plant each kind in N releases of a part (default: 30)")
    add("--kind", action="append", default=[], metavar="KIND", help="plant only this kind of error")
    add("--select", action="append", default=[], metavar="RULE", help="measure only this rule")
    add("--seed", default="1", help="another seed plants other errors (default: 1)")
    add("--unjudged", action="store_true", help="print the alarms that nobody has judged, in their context, and stop")
    add("--missed", action="store_true", help="print each planted error that is missed, and right forms that alarm")
    add("--write", type=Path, metavar="FILE", help="write the page of the manual here")
    add("--verbose", action="store_true", help="say on standard error what is being planted")
    return parser


def _say(kind: str) -> None:
    print(f"planting {kind}", file=sys.stderr)


def _silent(kind: str) -> None:
    pass


def _clean(corpus: Corpus, part: str) -> list[Item]:
    """Returns the releases of a part without an error that is known; all of them where each has one."""
    items = [item for item in corpus.items if item.part == part]
    wrong = {label.file for label in corpus.labels}
    return [item for item in items if item.path not in wrong] or items


def _trapped(alarms: list[judging.Alarm], corpus: Corpus) -> list[judging.Alarm]:
    """Returns the alarms on what looks wrong and is not."""
    trapped = []
    for alarm in alarms:
        for quote in corpus.traps:
            span = natural.locate(alarm.result.document, quote)
            if span and checking.overlaps(alarm.finding, alarm.result.item.path, span.start, span.end):
                trapped.append(alarm)
                break
    return trapped


if __name__ == "__main__":
    sys.exit(main())
