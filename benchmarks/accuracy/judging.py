"""What people said of alarms after reading them: right, wrong or arguable."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy.corpus import table
from benchmarks.accuracy.natural import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.accuracy.checking import Result
    from benchmarks.accuracy.corpus import Label
    from prlint.finding import Finding

VERDICTS = ("right", "wrong", "arguable")

#: The file of verdicts: an alarm's fingerprint (its first characters), rule, verdict, reason, and a short quotation.
JUDGED = Path(__file__).with_name("judged.tsv")
COLUMNS = ("fingerprint", "rule", "verdict", "reason", "quote")

#: Characters of a fingerprint that tell alarms apart, and the longest quotation from a release.
LENGTH = 16
QUOTED = 60


class Alarm(NamedTuple):
    """An error or warning: what it was judged (empty: nobody read it), and whether a label says the same."""

    finding: Finding
    result: Result
    verdict: str
    labelled: bool

    @property
    def part(self) -> str:
        """The part that its release belongs to."""
        return self.result.item.part


def judged() -> dict[str, dict[str, str]]:
    """Returns the rows of the file by fingerprint."""
    return {row["fingerprint"]: row for row in table(JUDGED)}


def alarms(results: Sequence[Result], labels: Sequence[Label]) -> list[Alarm]:
    """Returns every alarm with its verdict; one that reports a labelled error is right unless a verdict says otherwise."""
    known = judged()
    found = []
    for result in results:
        for finding in result.alarms:
            says_label = labelled(finding, result, labels)
            row = known.get(finding.fingerprint[:LENGTH])
            verdict = row["verdict"] if row else "right" if says_label else ""
            found.append(Alarm(finding, result, verdict, says_label))
    return found


def unjudged(found: Sequence[Alarm]) -> Iterator[str]:
    """Yields the alarms that nobody judged, for a person to read: where, what, in which words, and why."""
    for alarm in found:
        if alarm.verdict:
            continue
        finding, document = alarm.finding, alarm.result.document
        first = finding.places[0]
        start = document.view.view_offset(first.start.offset)
        end = document.view.view_offset(first.end.offset)
        text = document.view.text
        context = f"{text[max(0, start - 200) : start]}[[{text[start:end]}]]{text[end : end + 200]}".replace(
            "\n", " ¶ "
        )
        yield f"{finding.fingerprint[:LENGTH]}\t{finding.rule}\t\t\t{first.quote[:QUOTED]}"
        yield f"  {finding.severity} {finding.document}:{first.start.line}:{first.start.column}  {finding.message}"
        yield f"  … {context} …"
        for place in finding.places[1:]:
            yield f"  also {place.start.line}:{place.start.column} {place.quote[:120]}"
        for evidence in finding.evidence:
            yield f"  because {evidence.document or ''} {evidence.date or ''} {evidence.quote[:160]} {evidence.note}"
        yield ""
