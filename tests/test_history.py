"""What lies behind a draft: made for a reporter that asks for it, and for no other."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from prlint import engine
from tests.cli.running import prlint
from tests.support import builtin, source

if TYPE_CHECKING:
    from pathlib import Path

OLD = """\
Ardenta Therapeutics Doses First Patient

RENO, Nev., March 2, 2025 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today announced that the first patient was dosed \
in a Phase 1 trial of ARD-131 in patients with multiple myeloma.
"""
NEW = """\
Ardenta Therapeutics Doses First Patient in Second Trial

MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today announced that the first patient was \
dosed in a Phase 2 trial of ARD-131 in patients with multiple myeloma.
"""


def test_phases_over_time_and_facts_that_changed() -> None:
    old, new = source(OLD, "old.txt"), source(NEW, "new.txt")
    report = engine.check([new], builtin(), archive=[old], options=engine.Options(history=True))
    history = report.documents[0].history
    assert history is not None
    assert history.earlier == (("old.txt", "2025-03-02", sha256(OLD.encode()).hexdigest()),)
    assert [(one.asset, one.phases, one.said.document, one.said.date) for one in history.stands] == [
        ("ARD-131", ("1",), "old.txt", "2025-03-02"),
        ("ARD-131", ("2",), "new.txt", "2026-03-02"),
    ]
    changed = {
        one.fact: ([value for value, _ in one.then], [value for value, _ in one.now])
        for one in history.changes
        if one.what == "changed"
    }
    assert changed["phase in multiple myeloma"] == (["1"], ["2"])
    assert changed["place of the dateline"] == (["RENO"], ["MADISON"])


def test_nobody_pays_for_it_who_does_not_ask() -> None:
    report = engine.check([source(NEW)], builtin(), archive=[source(OLD, "old.txt")])
    assert report.documents[0].history is None


def test_the_page_of_a_check_shows_it(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    done = prlint(tmp_path, "check", "new.txt", "--archive", "old.txt", "--format", "html", "--output", "report.html")
    assert done.stdout == ""
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    for part in ("Phases over time", "ARD-131", "Facts since the last release", "RENO", "2025-03-02"):
        assert part in page
