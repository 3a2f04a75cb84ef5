"""What tests of rules, kinds and extractors share: a text in, findings or claims out, through the real engine."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from prlint import engine, paths, profile
from prlint.rulebook import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prlint.claim import Claim, Release
    from prlint.finding import Finding
    from prlint.report import Report
    from prlint.rulebook.model import Rulebook


@cache
def builtin() -> Rulebook:
    """Returns the rules that ship; that none of them is broken has a test of its own."""
    folder = paths.rules_folder()
    return load([folder], builtin=folder)


def source(text: str, name: str = "draft.txt", date: str | None = None) -> engine.Source:
    """Returns an input as if it had been read from a file of this name."""
    return engine.Source(name, text.encode("utf-8"), date=date)


def release(text: str, date: str | None = None, name: str = "draft.txt") -> Release:
    """Returns what the engine understands of a text, all claims read."""
    return engine.understand(source(text, name, date), builtin())


def claims(text: str, type: str, name: str = "draft.txt") -> list[Claim]:
    """Returns the claims of one type, in order of place."""
    return list(release(text, name=name).of(type))


def report(
    text: str,
    *,
    date: str | None = None,
    earlier: Iterable[tuple[str, str]] = (),
    profile: str = "",
    select: Sequence[str] = (),
    as_of: str | None = None,
    rulebook: Rulebook | None = None,
    name: str = "draft.txt",
) -> Report:
    """Checks `text` as a draft of `date` against `earlier` releases, each an ISO date and a text."""
    known = _profile(profile)
    return engine.check(
        [source(text, name, date)],
        rulebook or builtin(),
        archive=[source(old, f"earlier-{day}-{i}.txt", day) for i, (day, old) in enumerate(earlier)],
        profile_of=lambda _: known,
        options=engine.Options(as_of=as_of, rules=frozenset(select) or None),
    )


def findings(text: str, **how: Any) -> list[Finding]:
    """Returns the findings of `report`; a run with errors is a failed test."""
    made = report(text, **how)
    assert not made.errors, made.errors
    return list(made.findings)


def quotes(found: Iterable[Finding]) -> list[tuple[str, ...]]:
    """Returns the quoted places of each finding, in the order reported."""
    return [tuple(place.quote for place in finding.places) for finding in found]


def _profile(text: str) -> Any:
    return profile.parse(text, "prlint.yaml") if text else {}
