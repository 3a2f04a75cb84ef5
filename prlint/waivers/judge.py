"""Decisions held against the findings of a run: which hold, and of those that do not, why."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint.waivers.alike import NEARLY, apart, bare, folded, identity, likeness, said, same_issuer, same_release
from prlint.waivers.record import Judged, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prlint.finding import Finding
    from prlint.report import DocumentInfo
    from prlint.waivers.alike import Said
    from prlint.waivers.record import Identity, Waiver

#: From which share of common words on a sentence is the one that was waived, when the words in question are the same.
_SAME_WORDS = 0.3


def judge(
    findings: Sequence[Finding],
    documents: Sequence[DocumentInfo],
    waivers: Sequence[Waiver],
    ran: Callable[[str, str], bool],
    known: Callable[[str], bool],
) -> Judged:
    """Returns the findings with what covers them, and what became of each decision.

    `ran(rule, path)` says whether a rule was run to its end on a draft,
    `known(rule)` whether there is such a rule.
    """
    run = _Run(findings, documents)
    concerned = {}
    for waiver in waivers:
        if known(waiver.rule):
            # Nothing can be said of a release, or a rule, that was not in the run.
            concerned[waiver] = [i for i in documents if run.concerns(waiver, i) and ran(waiver.rule, i.path)]
    # What is the very same is settled first, so that nothing alike takes its place.
    for exactly in (True, False):
        for waiver, mine in concerned.items():
            for info in mine:
                run.cover(waiver, info, exactly)
    standings = []
    open_ended: dict[str, int] = {}
    for waiver in waivers:
        if waiver not in concerned:
            standings.append(Standing(waiver, "unknown", f"{_at(waiver)}: there is no rule `{waiver.rule}`"))
            continue
        outcomes = [(info, run.outcome(waiver, info)) for info in concerned[waiver]]
        standings += _summed([outcome for _, outcome in outcomes])
        for info, outcome in outcomes:
            if outcome.state == "holds" and waiver.until and info.as_of is None:
                open_ended[info.path] = open_ended.get(info.path, 0) + 1
    notices = [standing.said for standing in standings if standing.said]
    notices += [
        f"{path} bears no date: it cannot be told whether {count} of its waivers "
        f"{'has' if count == 1 else 'have'} expired (give --as-of YYYY-MM-DD)"
        for path, count in open_ended.items()
    ]
    return Judged(
        [
            finding if i not in run.covered else finding._replace(waived=told(run.covered[i]))
            for i, finding in enumerate(findings)
        ],
        standings,
        notices,
    )


def told(waiver: Waiver) -> dict[str, str]:
    """Returns what reports say of a decision."""
    values = {
        "reason": waiver.reason,
        "by": waiver.by,
        "on": waiver.on,
        "until": waiver.until,
        "scope": waiver.scope,
        "file": f"{os.path.basename(waiver.path)}:{waiver.line}",
    }
    return {name: value for name, value in values.items() if value}


def covers(waiver: Waiver, finding: Finding, words: Said) -> bool:
    """Says whether a decision was made on this finding, wherever its text stands now."""
    if waiver.rule != finding.rule:
        return False
    if waiver.fingerprint == finding.fingerprint:
        return True
    # From file to file quotation marks, dashes and the dateline change: letters and digits do not.
    return _same_quotes(waiver, words) and bare(waiver.sentence) == bare(words.sentences[0])


def _same_quotes(waiver: Waiver, words: Said) -> bool:
    return list(map(folded, waiver.quotes)) == list(map(folded, words.quotes))


class _Run:
    """The findings of a run, and which of them a decision covers already."""

    def __init__(self, findings: Sequence[Finding], documents: Sequence[DocumentInfo]) -> None:
        self.covered: dict[int, Waiver] = {}
        self._findings = findings
        self._infos = {info.path: info for info in documents}
        self._identities: dict[str, Identity] = {}
        self._said: dict[int, Said] = {}
        self._of: dict[tuple[str, str], list[int]] = {}
        self._holding: set[tuple[Waiver, str]] = set()
        for i, finding in enumerate(findings):
            if finding.waived is None and finding.places:
                self._of.setdefault((finding.rule, finding.document), []).append(i)

    def concerns(self, waiver: Waiver, info: DocumentInfo) -> bool:
        """Says whether a decision was made for this release."""
        if info.path not in self._identities:
            self._identities[info.path] = identity(info)
        same = same_issuer if waiver.scope == "issuer" else same_release
        return same(waiver.release, self._identities[info.path])

    def cover(self, waiver: Waiver, info: DocumentInfo, exactly: bool) -> None:
        """Covers the finding in one draft, unless the decision has expired; `exactly` wants the very same fingerprint."""
        if (waiver, info.path) in self._holding or _expired(waiver, info):
            return
        for i in self._open(waiver, info):
            same = self._findings[i].fingerprint == waiver.fingerprint
            if same or (not exactly and covers(waiver, self._findings[i], self._words(i))):
                self.covered[i] = waiver
                self._holding.add((waiver, info.path))
                return

    def outcome(self, waiver: Waiver, info: DocumentInfo) -> Standing:
        """Returns what became of a decision in one draft, once all that hold have covered their findings."""
        if (waiver, info.path) in self._holding:
            return Standing(waiver, "holds")
        mine = self._open(waiver, info)
        same = next((i for i in mine if covers(waiver, self._findings[i], self._words(i))), None)
        if same is not None and _expired(waiver, info):
            said = f"the waiver of {waiver.name} expired on {waiver.until}; {info.path} is judged as of {info.as_of}"
            return Standing(waiver, "expired", f"{_at(waiver)}: {said}", self._findings[same].fingerprint)
        near = max(mine, key=lambda i: self._near(waiver, i), default=None)
        if near is not None and self._near(waiver, near) > (0, 0):
            said = self._changed(waiver, info, near)
            return Standing(waiver, "changed", f"{_at(waiver)}: {said}", self._findings[near].fingerprint)
        if waiver.scope == "issuer":
            # The issuer's next release need not repeat what was waived in the last one.
            return Standing(waiver, "idle")
        said = f"the waiver of {waiver.name} is no longer needed"
        others = [i for i in self._of.get((waiver.rule, info.path), ()) if i in self.covered]
        if any(covers(waiver, self._findings[i], self._words(i)) for i in others):
            return Standing(waiver, "gone", f"{_at(waiver)}: {said}: another one covers the finding in {info.path}")
        return Standing(waiver, "gone", f"{_at(waiver)}: {said}: {info.path} has no such finding any more")

    def _open(self, waiver: Waiver, info: DocumentInfo) -> list[int]:
        return [i for i in self._of.get((waiver.rule, info.path), ()) if i not in self.covered]

    def _words(self, i: int) -> Said:
        if i not in self._said:
            release = self._infos[self._findings[i].document].release
            assert release is not None, "the engine gives every draft its release"
            self._said[i] = said(self._findings[i], release)
        return self._said[i]

    def _near(self, waiver: Waiver, i: int) -> tuple[float, float]:
        """Returns how much a finding looks like the one that was waived: by its words, then by its sentence; 0 where it does not."""
        words = self._words(i)
        like = max(likeness(waiver.sentence, sentence) for sentence in words.sentences)
        alike = set(map(folded, waiver.quotes)) & set(map(folded, words.quotes))
        # The same word in quite another sentence is another finding.
        least = NEARLY if waiver.scope == "issuer" or not alike else _SAME_WORDS
        return (float(bool(alike)), like) if like >= least else (0, 0)

    def _changed(self, waiver: Waiver, info: DocumentInfo, near: int) -> str:
        words = self._words(near)
        point = self._findings[near].places[0].start
        where = f"{info.path}:{point.line}:{point.column}"
        gone = f"the waiver of {waiver.name} no longer holds"
        was, now = apart(" ".join(waiver.sentence.split()), " ".join(words.sentences[0].split()))
        if len(waiver.quotes) != len(words.quotes):
            return (
                f"{gone}: it was in {_places(len(waiver.quotes))}, and is in {_places(len(words.quotes))} now ({where})"
            )
        if not now:
            return f'{gone}: the text has changed; {where} has "{words.quotes[0]}" now'
        return f'{gone}: the text has changed; it was "{was}", and {where} reads "{now}"'


def _summed(outcomes: Sequence[Standing]) -> list[Standing]:
    """Returns what became of a decision in all the drafts that it was made for.

    Of one release in two files, one may not have the finding: the decision is needed all the same.
    """
    needed = [outcome for outcome in outcomes if outcome.state not in ("gone", "idle")]
    return list(dict.fromkeys(needed or outcomes))


def _expired(waiver: Waiver, info: DocumentInfo) -> bool:
    return bool(waiver.until) and info.as_of is not None and waiver.until < info.as_of


def _at(waiver: Waiver) -> str:
    return f"{waiver.path}:{waiver.line}"


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"
