"""The rule packs of other industries in docs/examples: each proves itself, and finds in its releases what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from prlint import engine
from prlint.prove import prove_fact, prove_rule
from prlint.rulebook import load
from tests.cli.running import prlint

EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"

#: What each pack finds in its wrong release: the rule, and the quoted places.
FOUND = {
    "mining": {
        "assay-differs": (
            "GR-24-017 returned 8.2 m of 14.2 g/t Au from 112.0 m",
            "GR-24-017 | 112.0 | 8.2 | 12.4",
        ),
        "resource-class-swapped": ("Indicated resource is 4.5 Mt at Kestrel", "Inferred | 4.5"),
    },
    "banking": {
        "apy-differs": ("12-month certificate of deposit pays 4.25% APY", "12 | 4.52%"),
        "insurance-overstated": ("fully insured",),
        "insurance-limit": ("$500,000 per account",),
        "member-fdic": ("certificates of deposit",),
    },
    "government": {
        "citation-moved": ("42 U.S.C. § 1973",),
        "effective-date-differs": ("Section 4.2 takes effect on March 1, 2026", "4.2 | April 1, 2026"),
    },
}


def test_every_pack_is_tried() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == set(FOUND)


@pytest.mark.parametrize("pack", FOUND)
def test_every_example_of_a_pack_holds(pack: str) -> None:
    rulebook = load([str(EXAMPLES / pack)], builtin="", examples=True)
    assert not rulebook.errors, "\n".join(str(error) for error in rulebook.errors)
    assert rulebook.rules
    assert rulebook.facts
    assert rulebook.lists
    assert [failed for fact in rulebook.facts for failed in prove_fact(fact, rulebook)] == []
    assert [failed for rule in rulebook.rules for failed in prove_rule(rule, rulebook)] == []


@pytest.mark.parametrize("pack", FOUND)
@pytest.mark.parametrize("release", ["wrong", "right"])
def test_a_pack_finds_what_is_wrong_and_nothing_else(pack: str, release: str) -> None:
    rulebook = load([str(EXAMPLES / pack)], builtin="")
    path = EXAMPLES / pack / "releases" / f"{release}.md"
    made = engine.check([engine.Source(path.name, path.read_bytes())], rulebook)
    assert not made.errors
    found = {finding.rule: tuple(place.quote for place in finding.places) for finding in made.findings}
    assert found == (FOUND[pack] if release == "wrong" else {})
    assert len(found) == len(made.findings)


@pytest.mark.parametrize("pack", FOUND)
def test_the_commands_of_the_page_work_beside_the_rules_that_ship(pack: str, tmp_path: Path) -> None:
    folder = EXAMPLES / pack
    proven = prlint(tmp_path, "prove", str(folder))
    assert (proven.returncode, proven.stderr) == (0, "")
    wrong, right = (
        prlint(tmp_path, "check", "--rules", str(folder), str(folder / "releases" / f"{name}.md"))
        for name in ("wrong", "right")
    )
    assert (wrong.returncode, wrong.stderr) == (1, "")
    assert (right.returncode, right.stderr) == (0, "")
    # Nothing that ships is alarmed by them either.
    assert right.stdout.startswith("Nothing to report")


def test_a_section_is_judged_by_the_code_of_its_day() -> None:
    rulebook = load([str(EXAMPLES / "government")], builtin="")
    text = b"The county acts under 42 U.S.C. 1973."
    for day, count in (("2014-08-31", 0), ("2014-09-01", 1), (None, 1)):
        made = engine.check([engine.Source("a.txt", text, date=day)], rulebook)
        assert len(made.findings) == count
