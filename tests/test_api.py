"""The door for programs: what `import prlint` offers, and that it gives what the command gives."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import prlint
from tests.cli.running import CLEAN, FAULTY, folder
from tests.cli.running import prlint as command

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    at = tmp_path / "at"
    at.mkdir()
    folder(at, draft_txt=FAULTY, earlier_txt=CLEAN)
    monkeypatch.chdir(at)
    return at


def test_a_program_gets_the_findings_of_the_command(here: Path) -> None:
    report = prlint.check("draft.txt", rules=["ours.yaml"], select=["house-word"])
    [finding] = report.findings
    assert (finding.rule, finding.places[0].quote, finding.places[0].start.line) == ("house-word", "leverage", 1)
    said = json.loads(
        command(here, "check", "draft.txt", "--rules", "ours.yaml", "--select", "house-word", "--format", "json").stdout
    )
    assert [each["fingerprint"] for each in said["findings"]] == [finding.fingerprint]
    assert report.summary._asdict() == said["summary"]


def test_paths_may_be_any_and_several(here: Path) -> None:
    report = prlint.check([here / "draft.txt", "earlier.txt"], rules=[here / "ours.yaml"], select=["house-word"])
    assert [document.path for document in report.documents] == [str(here / "draft.txt"), "earlier.txt"]
    alone = prlint.check(here / "draft.txt", archive=[here / "earlier.txt"], rules=[here / "ours.yaml"])
    assert [document.path for document in alone.documents] == [str(here / "draft.txt")]


def test_what_cannot_be_read_is_in_the_report(here: Path) -> None:
    report = prlint.check(["draft.txt", "nowhere.txt"], rules=["ours.yaml"], select=["house-word"])
    assert [(error.kind, error.document) for error in report.errors] == [("unreadable-input", "nowhere.txt")]
    assert len(report.findings) == 1


@pytest.mark.parametrize("wish", [{"select": ["no-such-rule"]}, {"as_of": "2026-02-30"}, {"archive": ["nowhere"]}])
def test_a_wish_that_cannot_be_met_is_refused(here: Path, wish: dict[str, str]) -> None:
    with pytest.raises(prlint.Failure):
        prlint.check("draft.txt", **wish)


@pytest.mark.usefixtures("here")
def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(prlint, name) is not None for name in prlint.__all__)
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        prlint.chekc  # noqa: B018 - the attribute is the test


def test_importing_it_loads_nothing() -> None:
    loaded = "import sys, prlint; print(*[name for name in sys.modules if name.startswith('prlint')])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True, env=os.environ)
    assert sorted(done.stdout.split()) == ["prlint", "prlint.version"]
