"""One report of those of several houses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint import inputs
from prlint.report import Report, summarise
from prlint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.report import RunError


def merged(
    reports: Sequence[Report], errors: Sequence[RunError], notices: Iterable[str], order: Sequence[str]
) -> Report:
    """Returns one report, its drafts in `order`: that in which their files were named."""
    files = {path: i for i, path in enumerate(order)}

    def place(document: str) -> int:
        return files[document if document in files else inputs.file_holding(document)]

    findings = sorted((f for report in reports for f in report.findings), key=lambda f: place(f.document))
    examined: dict[str, Any] = {}
    for one in (one for report in reports for one in report.examined):
        before = examined.get(one.rule)
        examined[one.rule] = one if before is None else before.plus(one)
    return Report(
        version=__version__,
        rules=_digest(reports),
        documents=tuple(
            sorted((d for report in reports for d in report.documents), key=lambda document: place(document.path))
        ),
        findings=tuple(findings),
        examined=tuple(examined.values()),
        errors=tuple(dict.fromkeys([*errors, *(error for report in reports for error in report.errors)])),
        notices=tuple(dict.fromkeys([*notices, *(notice for report in reports for notice in report.notices)])),
        summary=summarise(findings),
        settings=tuple(dict.fromkeys(one for report in reports for one in report.settings)),
    )


def _digest(reports: Sequence[Report]) -> str:
    """Returns the digest of the rules in force; where houses have rules of their own, that of all their digests."""
    digests = sorted({report.rules for report in reports})
    if len(digests) == 1:
        return digests[0]
    from prlint.digest import sha256

    return f"sha256:{sha256(' '.join(digests).encode()).hexdigest()}"
