"""One place, one alarm: which findings of a release are left out because another says it better.

Rules that look at words without knowing what they mean (a typo, a recurring sentence that changed) meet the rules that
do (a company's name, a phone number) on the same words. They say so themselves, with `gives_way: true`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from prlint.finding import Finding


def given_way(findings: Sequence[Finding], giving: Collection[str]) -> list[Finding]:
    """Returns the findings of one release that give way; `giving` are the ids of the rules that do.

    A finding gives way where alarms of other rules (errors and warnings of stable rules) stand on some of the words
    of each of its places. Of two that would give way to each other the one of higher severity stays, else the one
    whose rule comes first by its id: the order of the rules does not count.
    """
    lower = [finding for finding in findings if finding.rule in giving]
    if not lower:
        return []
    standing = [finding for finding in findings if finding.rule not in giving and _alarm(finding)]
    gone = []
    for finding in sorted(lower, key=_rank):
        if all(
            any(place.start.offset < end and start < place.end.offset for start, end in _spans(standing, finding.rule))
            for place in finding.places
        ):
            gone.append(finding)
        elif _alarm(finding):
            standing.append(finding)
    return gone


def _alarm(finding: Finding) -> bool:
    return finding.severity != "info" and finding.status == "stable"


def _rank(finding: Finding) -> tuple[int, str, int, str]:
    return SEVERITIES.index(finding.severity), finding.rule, finding.places[0].start.offset, finding.fingerprint


def _spans(findings: Sequence[Finding], rule: str) -> list[tuple[int, int]]:
    return [
        (place.start.offset, place.end.offset) for other in findings if other.rule != rule for place in other.places
    ]
