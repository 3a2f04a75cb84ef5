"""What the two samples say of trials, products and counts: in order, but for the way phases are written."""

from __future__ import annotations

import os

from prlint import engine
from tests.support import builtin

RULES = (
    "trial-phase-drift",
    "trial-planned-again",
    "trial-status-regress",
    "nct-binding",
    "nct-format",
    "product-code-variant",
    "isotope-identity",
    "archive-count-regression",
)
SEEDS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "seeds")


def sources() -> list[engine.Source]:
    found = []
    for name in sorted(os.listdir(SEEDS)):
        if name.endswith(".txt"):
            with open(os.path.join(SEEDS, name), "rb") as file:
                found.append(engine.Source(name, file.read()))
    return found


def test_one_note_and_nothing_else() -> None:
    report = engine.check(sources(), builtin(), options=engine.Options(rules=frozenset(RULES)))
    (note,) = report.findings
    assert (note.rule, note.severity, note.outcome) == ("trial-phase-drift", "info", "notation")
    assert note.document.startswith("000_")
    assert (
        note.message
        == "phases are written Phase 1, Phase 2 here, Phase I, Phase II on 2017-01-31: one way of writing it"
    )
    assert not report.errors


def trials(name: str) -> list[tuple[object, ...]]:
    (source,) = [source for source in sources() if source.path.startswith(name)]
    claims = engine.understand(source, builtin()).of("trial")
    return [(c.string("asset"), c.get("phases"), c.get("indication"), c.string("stance")) for c in claims]


def test_trials_of_the_older_sample() -> None:
    assert trials("002_") == [
        ("CLR 131", ("1",), ("multiple myeloma",), "current"),
        ("CLR 131", ("2",), ("B-cell malignancy",), "planned"),
    ]


def test_trials_of_the_newer_sample() -> None:
    assert trials("000_") == [
        ("CLR 131", ("1",), ("multiple myeloma",), "current"),
        ("CLR 131", ("2",), ("hematologic malignancy",), "current"),
        ("CLR 131", ("1",), ("multiple myeloma",), "current"),
        ("CLR 131", ("2",), ("multiple myeloma", "lymphoma"), "current"),
        ("CLR 131", ("1",), (), "past"),
        ("CLR 131", ("1",), ("multiple myeloma",), "current"),
        ("CLR 131", ("2",), ("B-cell malignancy",), "current"),
    ]


def test_isotopes_of_the_samples() -> None:
    carried = {
        (claim.string("code"), claim.string("isotope"))
        for source in sources()
        for claim in engine.understand(source, builtin()).of("asset")
        if claim.get("isotope")
    }
    assert carried == {("clr131", "iodine-131"), ("clr125", "iodine-125")}


def test_a_phase_that_the_older_sample_had_passed_is_found() -> None:
    """The counterfactual: had the older release told of a Phase III study, the newer one would go back."""
    newer, older = sources()
    told = older._replace(data=older.data.replace(b"Phase I clinical study", b"Phase III clinical study"))
    assert told.data != older.data
    report = engine.check([newer, told], builtin(), options=engine.Options(rules=frozenset(RULES)))
    found = [finding for finding in report.findings if finding.severity == "error"]
    assert {finding.outcome for finding in found} == {"regression"}
    assert {finding.evidence[0].quote for finding in found} == {"Phase III"}
    assert any(len(finding.places) == 3 for finding in found)
