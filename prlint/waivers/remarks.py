"""Comments in a draft that waive a finding: `<!-- prlint: waive RULE: reason -->`, in Markdown and HTML.

Such a comment is no text of the release. It covers the paragraph that it
stands in, or, alone, the next one; `until YYYY-MM-DD` may follow the rule.
A finding is covered when all of its places are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.report import RunError
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from prlint.document import Block, Document
    from prlint.finding import Finding
    from prlint.report import DocumentInfo

#: Formats whose comments are no text of the release.
FORMATS = ("markdown", "html")

_COMMENT = pattern(r"<!--\s*+prlint\s*+:(?P<said>(?:[^-]|-(?!->)){0,2000})-->", "i")
_WAIVE = pattern(r"waive\s++(?P<rule>[\w.-]++)(?:\s++until\s++(?P<until>\S++))?+", "i")
_SHAPE = "<!-- prlint: waive RULE: reason -->, or RULE until YYYY-MM-DD: reason"


class Remark(NamedTuple):
    """One comment; `block` is the paragraph that it covers, in view offsets, None at the end of a draft."""

    rule: str
    reason: str
    until: str
    document: str
    line: int
    column: int
    block: Block | None


def remarks(document: Document, errors: list[RunError]) -> list[Remark]:
    """Returns a draft's comments; those that cannot be understood are added to `errors`, with their line."""
    if document.format not in FORMATS:
        return []
    found = []
    for match in _COMMENT.finditer(document.text):
        line, column = document.line_column(match.start())
        head, _, reason = match["said"].partition(":")
        said = _WAIVE.fullmatch(head.strip())
        if said is None:
            problem = f"a comment for prlint that it does not understand (write {_SHAPE})"
        elif not reason.strip():
            problem = f"this comment waives {said['rule']} without a reason (write {_SHAPE})"
        else:
            problem = _no_day(said["until"]) if said["until"] else ""
        if problem or said is None:
            errors.append(_error(document.path, line, column, problem))
            continue
        found.append(
            Remark(
                rule=said["rule"].lower(),
                reason=" ".join(reason.split()),
                until=said["until"] or "",
                document=document.path,
                line=line,
                column=column,
                block=_covered(document, match.start()),
            )
        )
    return found


def apply(
    findings: Sequence[Finding],
    documents: Iterable[DocumentInfo],
    ran: Callable[[str, str], bool],
    known: Callable[[str], bool],
    errors: list[RunError],
    notices: list[str],
) -> list[Finding]:
    """Returns the findings, those that a comment covers with its reason."""
    result = list(findings)
    for info in documents:
        document = info.release.document if info.release is not None else None
        if document is None or "prlint" not in document.text:
            continue
        used: set[Remark] = set()
        partly: dict[Remark, str] = {}
        mine = _known(remarks(document, errors), known, errors)
        if not mine:
            continue
        for i, finding in enumerate(result):
            if finding.document != info.path or finding.waived is not None:
                continue
            covering = [one for one in mine if one.rule == finding.rule]
            by_place = [
                next((one for one in covering if _holds(one, document, place.start.offset)), None)
                for place in finding.places
            ]
            several = [one for one in by_place if one is not None]
            if not several:
                continue
            used.update(several)
            lapsed = next((one for one in several if one.until and info.as_of and one.until < info.as_of), None)
            if lapsed is not None:
                notices.append(
                    f"{_at(lapsed)}: this waiver of {lapsed.rule} expired on {lapsed.until}; {info.path} is judged as of {info.as_of}"
                )
            elif len(several) < len(by_place):
                partly[several[0]] = f"{len(several)} of {len(by_place)} places"
            else:
                result[i] = finding._replace(waived=_told(several[0]))
        notices += [
            f"{_at(one)}: this waiver of {one.rule} covers {what} of the finding: all need one"
            for one, what in partly.items()
        ]
        notices += [
            f"{_at(one)}: this waiver of {one.rule} is no longer needed: its paragraph has no such finding"
            for one in mine
            if one not in used and ran(one.rule, info.path)
        ]
        undated = [one for one in used if one.until] if info.as_of is None else []
        if undated:
            notices.append(
                f"{_at(undated[0])}: it cannot be told whether this waiver has expired: {info.path} bears no date"
            )
    return result


def _known(found: Iterable[Remark], known: Callable[[str], bool], errors: list[RunError]) -> list[Remark]:
    kept = []
    for one in found:
        if known(one.rule):
            kept.append(one)
        else:
            message = f"there is no rule `{one.rule}` to waive (prlint rules lists them)"
            errors.append(_error(one.document, one.line, one.column, message))
    return kept


def _told(remark: Remark) -> dict[str, str]:
    values = {"reason": remark.reason, "until": remark.until, "comment": f"line {remark.line}"}
    return {name: value for name, value in values.items() if value}


def _covered(document: Document, at: int) -> Block | None:
    """Returns the block that the comment at a source offset stands in, else the next one."""
    for block in document.blocks:
        if block.start < block.end and document.view.source_span(block.start, block.end).end > at:
            return block
    return None


def _holds(remark: Remark, document: Document, offset: int) -> bool:
    at = document.view.view_offset(offset)
    return remark.block is not None and remark.block.start <= at < max(remark.block.end, remark.block.start + 1)


def _no_day(until: str) -> str:
    from prlint.profile.checks import iso_date

    try:
        iso_date(until)
    except ValueError as problem:
        return f"`{until}` is not a date: {problem}"
    return ""


def _error(path: str, line: int, column: int, message: str) -> RunError:
    return RunError("configuration", message, document=path, line=line, column=column)


def _at(remark: Remark) -> str:
    return f"{remark.document}:{remark.line}"
