"""What lies behind a draft, as data for reporters: its assets' phases over time, and the facts that it changes.

Made only for a reporter that shows it: to read the facts of a whole archive
costs more than to check the draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import Cited
from prlint.finish import evidence
from prlint.report import Change, Earlier, History, Stand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.claim import Claim, Release
    from prlint.finding import Evidence
    from prlint.resolve.changes import FactChange
    from prlint.resolve.facts import Fact
    from prlint.resolve.resolution import Resolution
    from prlint.rulebook.model import Rulebook


def history(draft: Release, earlier: Sequence[Release], resolution: Resolution, rulebook: Rulebook) -> History:
    """Returns what `earlier`, oldest first, and the draft say of each asset's phase, and the facts that differ."""
    from prlint import registry
    from prlint.resolve.changes import changes
    from prlint.resolve.facts import tracked
    from prlint.resolve.phases import stands

    own = {fact.name: (fact.key, fact.value) for fact in rulebook.facts}
    differ = changes(draft, earlier, tracked([*registry.names("extractors"), *own], own), resolution)
    found = [
        Stand(asset, one.phases, one.indications, one.study, one.status, _said(one.release, one.claim))
        for asset, of_asset in sorted(stands([*earlier, draft], resolution).items())
        for one in of_asset
    ]
    return History(
        tuple(Earlier(one.document.path, one.date, one.document.sha256) for one in earlier),
        tuple(found),
        facts_changed(differ.facts),
        differ.same_facts,
    )


def facts_changed(changes: Sequence[FactChange]) -> tuple[Change, ...]:
    """Returns facts that differ with the places of their values."""
    return tuple(
        Change(one.what, one.key.group, one.key.subject, one.key.what, _facts(one.now), _facts(one.then))
        for one in changes
    )


def _facts(facts: Sequence[Fact]) -> tuple[tuple[str, Evidence], ...]:
    return tuple((fact.value, _said(fact.release, fact.place)) for fact in facts)


def _said(release: Release, claim: Claim) -> Evidence:
    return evidence(Cited(release, claim.start, claim.end))
