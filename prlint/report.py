"""What one run found, as data: the engine makes a report, reporters print it.

`Report` holds everything that the JSON report says, under the same names, and
beside it what only people read: the notices, the named things that were found
consistent, and the releases themselves, from which excerpts are cut. Those are
not part of the JSON contract and are never serialised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.finding import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prlint.claim import Release
    from prlint.finding import Evidence, Finding

#: The format of the JSON report; it changes when a reader of the old one would break.
SCHEMA = "prlint-report/1"

#: From which severity on a finding fails a run.
FAIL_ON = (*SEVERITIES, "never")

#: What a report for people shows when it is asked to: waived findings, and six characters of each fingerprint or more.
DETAILS = ("waived", "fingerprint")

#: What can be wrong with a run itself.
ERROR_KINDS = (
    "usage",  # the command line asks for something that does not exist
    "configuration",  # prlint.yaml
    "rule-file",  # a rule or a list did not load
    "unreadable-input",  # a draft could not be read or decoded, or is too large
    "rule-crash",  # a rule raised an exception; the others still report
    "rule-timeout",  # a pattern ran longer than its limit
)


class Stand(NamedTuple):
    """What one release says of the phase of an asset; `said` is the place, with the release's date."""

    asset: str
    phases: tuple[str, ...]
    indications: tuple[str, ...]
    study: str
    status: str
    said: Evidence


class Change(NamedTuple):
    """A fact that is changed, added or dropped (`what`): each value of the draft, and each of before, with its place."""

    what: str
    group: str
    subject: str
    fact: str
    now: tuple[tuple[str, Evidence], ...]
    then: tuple[tuple[str, Evidence], ...]


class Earlier(NamedTuple):
    """An earlier release that a draft was held against; `date` is ISO."""

    path: str
    date: str | None
    sha256: str


class History(NamedTuple):
    """What a draft was held against, oldest first, and what these releases show."""

    earlier: tuple[Earlier, ...]
    stands: tuple[Stand, ...]
    changes: tuple[Change, ...]
    same_facts: int


class DocumentInfo(NamedTuple):
    """A draft that was checked.

    `date` and `as_of` are ISO dates or None; `issuer` is as printed, None where
    the text does not say; `words` counts the view's. `release` is what the draft
    was read into, `history` what lies behind it, where the reporter asks for it;
    both are never serialised.
    """

    path: str
    sha256: str
    format: str
    date: str | None
    issuer: str | None
    as_of: str | None
    words: int
    release: Release | None = None
    history: History | None = None


class Examined(NamedTuple):
    """What one rule looked at in all drafts together.

    `needs` says what would settle what it could not tell, sorted. `about` names
    what was found in order, for the closing line. What follows is the rule's:
    `severity` is its worst, `sources` are title, URL and day of the last look.
    They are for the formats that show rules, and no part of the JSON contract.
    """

    rule: str
    contradicted: int
    consistent: int
    cannot_tell: int
    needs: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    family: str = ""
    title: str = ""
    status: str = "stable"
    severity: str = "warning"
    why: str = ""
    advice: str = ""
    sources: tuple[tuple[str, str, str], ...] = ()

    def plus(self, other: Examined) -> Examined:
        """Returns what the rule looked at in both."""
        return self._replace(
            contradicted=self.contradicted + other.contradicted,
            consistent=self.consistent + other.consistent,
            cannot_tell=self.cannot_tell + other.cannot_tell,
            needs=tuple(sorted({*self.needs, *other.needs})),
            about=tuple(dict.fromkeys([*self.about, *other.about])),
        )


class RunError(NamedTuple):
    """Something that kept the run from being complete; a run with one ends with exit code 2.

    `kind` is one of `ERROR_KINDS`; `line` and `column` are 1-based. `shown` is
    the faulty line with a caret under the place, where there is one; it is
    printed for people and never serialised.
    """

    kind: str
    message: str
    document: str | None = None
    rule: str | None = None
    line: int | None = None
    column: int | None = None
    shown: str = ""

    @property
    def where(self) -> str:
        """Where it stands, as far as that is known: `FILE:LINE:COLUMN`, `FILE`, or nothing."""
        return ":".join(str(part) for part in (self.document, self.line, self.column) if part is not None)


class Summary(NamedTuple):
    """Counts of unwaived findings of stable rules."""

    error: int
    warning: int
    info: int


class Report(NamedTuple):
    """The result of one run.

    `version` is prlint's, `rules` the digest of the rules in force
    ("sha256:…"). `documents` are in the order checked; `findings` in that
    order, each by its first place. `notices` are sentences for people. `settings`
    are the files that a check was run by, beside the rules (prlint.yaml, waivers),
    with their SHA-256, where the reporter asks for history; never serialised.
    """

    version: str
    rules: str
    documents: tuple[DocumentInfo, ...]
    findings: tuple[Finding, ...]
    examined: tuple[Examined, ...]
    errors: tuple[RunError, ...]
    notices: tuple[str, ...]
    summary: Summary
    settings: tuple[tuple[str, str], ...] = ()


class Options(NamedTuple):
    """How a report is printed.

    `width` is in columns; `colour` says that the reader is a terminal that wants
    it; `shown` are the severities that are printed and not only counted, and
    `details` (of `DETAILS`) what else is. `fail_on` and `by_document` are what
    `fails` takes. `remarks` is how much is said beside the findings (what was
    consistent, what could not be told, notices): none, some or all.
    """

    width: int = 100
    colour: bool = False
    shown: tuple[str, ...] = ("error", "warning")
    fail_on: str = "error"
    by_document: Mapping[str, str] = {}
    details: tuple[str, ...] = ()
    remarks: str = "some"


#: Characters of a fingerprint that name it at least.
SHORTEST = 6


def short_fingerprint(finding: Finding, report: Report) -> str:
    """Returns as many characters of a fingerprint as tell it from all others of the report; at least `SHORTEST`."""
    length = SHORTEST
    begin = finding.fingerprint[:length]
    others = {other.fingerprint for other in report.findings if other.fingerprint.startswith(begin)}
    while len({other[:length] for other in others}) < len(others):
        length += 1
    return finding.fingerprint[:length]


def waived_how(waived: Mapping[str, str]) -> str:
    """Returns in a word or two by what a finding is waived: a decision, a baseline, the older version of the draft."""
    if "against" in waived:
        return f"stood in {waived['against']} already"
    return "in the baseline" if "baseline" in waived else "waived"


def waived_because(waived: Mapping[str, str]) -> str:
    """Returns why a finding is waived, by whom and until when, as one line."""
    behind = [waived.get("by", ""), f"until {waived['until']}" if waived.get("until") else ""]
    behind.append(waived.get("file", "") or waived.get("comment", ""))
    said = ", ".join(part for part in behind if part)
    return f"{waived.get('reason', '')} ({said})" if said else waived.get("reason", "")


def waived_said(waived: Mapping[str, str]) -> str:
    """Returns by what a finding is waived, and where that is somebody's decision, why."""
    how = waived_how(waived)
    return f"{how}: {waived_because(waived)}" if how == "waived" else how


def summarise(findings: Iterable[Finding]) -> Summary:
    """Counts the findings that may fail a build: unwaived ones of stable rules."""
    counts = dict.fromkeys(SEVERITIES, 0)
    for finding in findings:
        if finding.status == "stable" and finding.waived is None:
            counts[finding.severity] += 1
    return Summary(**counts)


def exit_code(report: Report, fail_on: str, by_document: Mapping[str, str] = {}) -> int:
    """Returns 2 for a run with errors, 1 for one with findings at or above `fail_on`, else 0.

    `fail_on` is one of `FAIL_ON`; `by_document` says otherwise for single
    drafts, by path. Trial and deprecated rules never fail a build, nor does a
    waived finding.
    """
    if report.errors:
        return 2
    return int(any(fails(finding, fail_on, by_document) for finding in report.findings))


def fails(finding: Finding, fail_on: str, by_document: Mapping[str, str] = {}) -> bool:
    """Says whether a finding fails a run; the arguments are those of `exit_code`."""
    limit = by_document.get(finding.document, fail_on)
    if limit == "never" or finding.status != "stable" or finding.waived is not None:
        return False
    return SEVERITIES.index(finding.severity) <= SEVERITIES.index(limit)
