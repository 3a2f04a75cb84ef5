"""What was understood, as a table for people."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint.cli._places import position
from prlint.rulebook.message import written
from prlint.text.terminal import clip, printable, width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.claim import Claim, Release, Value
    from prlint.resolve.phases import Stand

#: More places than this are counted, not shown.
_MOST_PLACES = 12


def as_table(
    releases: Sequence[Release], only: Sequence[str], assets: Sequence[tuple[str, list[Stand]]], columns: int
) -> str:
    """Returns the claims of each release, by their types, and each asset's phases, oldest first, in so many columns."""
    lines: list[str] = []
    for release in releases:
        listed = ":".join(part for part in (release.exchange, release.ticker) if part)
        issuer = " ".join(part for part in (release.issuer, f"({listed})" if listed else "") if part)
        facts = [release.document.path, release.date or "no date", issuer]
        lines += [printable("   ".join(fact for fact in facts if fact)), ""]
        for type in sorted(only or release.claims):
            claims = release.of(type)
            if claims and (only or type != "release"):
                lines.append(f"  {type} ({len(claims)})")
                lines += _rows(release, claims, columns)
        lines.append("")
    if assets:
        lines.append("Phases over time")
        for name, stands in assets:
            lines += ["", f"  {printable(name)}"]
            lines += _stands(stands, columns)
        lines.append("")
    return "\n".join(lines)


def _rows(release: Release, claims: Sequence[Claim], columns: int) -> list[str]:
    """Returns the lines of claims of one type, those that say the same in one row."""
    alike: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        alike.setdefault((claim.text, repr(claim.fields)), []).append(claim)
    lines = []
    for (text, _), same in alike.items():
        first, *others = (position(release, claim) for claim in same)
        said = [
            f"{name}={printable(_written(value))}"
            for name, value in same[0].fields.items()
            if value not in ("", None, (), False, text)
        ]
        if others:
            more = f" and {len(others) - _MOST_PLACES} more" if len(others) > _MOST_PLACES else ""
            said.append("also " + " ".join(others[:_MOST_PLACES]) + more)
        head = f"  {first:>8}  {clip(printable(text).strip(), columns // 2)}"
        if width(head) + 3 + sum(width(word) + 2 for word in said) <= columns:
            lines.append(f"{head}   {'; '.join(said)}".rstrip())
        else:
            parts = [f"{word};" for word in said[:-1]] + said[-1:]
            lines += [head, *(f"{'':14}{part}" for part in wrap(parts, columns - 14))]
    return lines


def _stands(stands: Sequence[Stand], columns: int) -> list[str]:
    """Returns the lines of one asset: date, phase, what for and how far, where."""
    rows = []
    for stand in stands:
        said = [" and ".join(stand.indications), stand.study, stand.status.replace("_", " ")]
        where = f"{printable(os.path.basename(stand.release.document.path))}:{position(stand.release, stand.claim)}"
        rows.append((stand, printable(", ".join(word for word in said if word)), where))
    wide = min(max(width(said) for _, said, _ in rows), columns // 2)
    return [
        clip(f"    {stand.date or 'no date':<10}  Phase {'/'.join(stand.phases):<5}  {said:<{wide}}  {where}", columns)
        for stand, said, where in rows
    ]


def _written(value: Value) -> str:
    return "/".join(value) if isinstance(value, tuple) else written(value)
