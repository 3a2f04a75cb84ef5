"""prlint claims: what was understood, as a table and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import folder, prlint

if TYPE_CHECKING:
    from pathlib import Path

OLD = (
    "MADISON, Wis., Sept. 15, 2025 -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) said that ARD-131 is in a Phase 1 clinical "
    "trial in multiple myeloma.\n"
)
NEW = (
    "MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) said that ARD-131 is in a Phase 2 clinical "
    "trial in multiple myeloma. ARD-131 is a conjugate.\n"
)


def test_the_table_shows_claims_with_their_places_and_each_assets_phase_over_time(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path, new_txt=NEW, old_txt=OLD), "claims", "new.txt", "old.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("new.txt   2026-03-02   Ardenta Therapeutics, Inc. (Nasdaq:ARDT)\n\n")
    again = NEW.index("ARD-131 is a conj") + 1
    (asset,) = [line for line in done.stdout.splitlines() if f"also 1:{again}" in line]
    assert asset.split()[:2] == [f"1:{NEW.index('ARD-131') + 1}", "ARD-131"]
    timeline = done.stdout.partition("Phases over time\n\n  ARD-131\n")[2].splitlines()
    assert [line.split()[:3] for line in timeline if line] == [
        ["2025-09-15", "Phase", "1"],
        ["2026-03-02", "Phase", "2"],
    ]
    assert timeline[1].rstrip().endswith(f"new.txt:1:{NEW.index('Phase 2') + 1}")


def test_json_says_the_same_with_offsets_in_the_source(tmp_path: Path) -> None:
    at = folder(tmp_path, new_txt="\ufeff\r\n" + NEW, old_txt=OLD)
    done = prlint(at, "claims", "new.txt", "old.txt", "--format", "json")
    data = json.loads(done.stdout)
    assert [document["path"] for document in data["documents"]] == ["new.txt", "old.txt"]
    claims = data["documents"][0]["claims"]
    (ticker,) = [claim for claim in claims if claim["type"] == "ticker"]
    source = (at / "new.txt").read_bytes().decode("utf-8-sig")
    assert source[ticker["start"]["offset"] : ticker["end"]["offset"]] == ticker["text"]
    assert ticker["start"]["line"] == 2
    (asset,) = data["assets"]
    assert asset["asset"] == "ARD-131"
    assert [(phase["date"], phase["phases"]) for phase in asset["phases"]] == [
        ("2025-09-15", ["1"]),
        ("2026-03-02", ["2"]),
    ]


def test_only_shows_one_type(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path, new_txt=NEW), "claims", "new.txt", "--only", "ticker")
    assert "  ticker (1)\n" in done.stdout
    assert "asset" not in done.stdout
    assert "Phases" not in done.stdout


def test_an_unknown_type_is_one_line_and_a_hint(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path, new_txt=NEW), "claims", "new.txt", "--only", "tickr")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "prlint: no claim type is called `tickr`\n  hint: did you mean `ticker`?\n"


def test_a_claim_of_ones_own_is_shown(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt="GR-24-017 returned 12.4 g/t Au.\n")
    (at / "assay.yaml").write_text(
        "claim: assay\n"
        "read:\n"
        "  - pattern: '(?P<hole>[A-Z]{2,5}-\\d{2}-\\d+) returned (?P<grade>[\\d.]+) g/t'\n"
        "key: [hole]\n"
        "value: grade\n"
        "examples: [{text: 'GR-24-017 returned 12.4 g/t Au', gives: {hole: GR-24-017, grade: 12.4}}]\n"
    )
    done = prlint(at, "claims", "a.txt", "--rules", "assay.yaml", "--only", "assay")
    assert (done.returncode, done.stderr) == (0, "")
    assert "  assay (1)\n       1:1  GR-24-017 returned 12.4 g/t   " in done.stdout
    assert "hole=GR-24-017" in done.stdout


def test_what_cannot_be_read_is_said_and_the_rest_is_shown(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path, new_txt=NEW), "claims", "gone.txt", "new.txt", "--only", "ticker")
    assert done.returncode == 2
    assert "Nasdaq:ARDT" in done.stdout
    assert done.stderr == "prlint: gone.txt: cannot be read: No such file or directory\n"


def test_the_page_is_written_for_people(tmp_path: Path) -> None:
    at = folder(tmp_path, new_txt=NEW, old_txt=OLD)
    done = prlint(at, "claims", "new.txt", "old.txt", "--format", "html", "--output", "story.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    page = (at / "story.html").read_text(encoding="utf-8")
    for part in ("Ardenta Therapeutics, Inc.", "Phases and status", "15 September 2025", "2 March 2026", "new.txt"):
        assert part in page
    assert prlint(at, "claims", "new.txt", "old.txt", "--format", "html").stdout == page


@pytest.mark.parametrize("words", [("claims", "new.txt"), ("correction", "old.txt", "new.txt"), ("init", "new.txt")])
def test_what_cannot_be_written_is_said_by_its_name(tmp_path: Path, words: tuple[str, ...]) -> None:
    at = folder(tmp_path, new_txt=NEW, old_txt=NEW.replace("Phase 2", "Phase 1"))
    done = prlint(at, *words, "--output", "gone/it")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("gone/it: cannot be written: No such file or directory\n")
    done = prlint(at, *words, "--output", "./new.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "prlint: --output ./new.txt is one of the releases: it is never overwritten\n"
    assert (at / "new.txt").read_text(encoding="utf-8") == NEW


def test_the_page_says_what_could_not_be_read(tmp_path: Path) -> None:
    at = folder(tmp_path, new_txt=NEW)
    done = prlint(at, "claims", "new.txt", "gone.txt", "--format", "html")
    assert done.returncode == 2
    assert "gone.txt" in done.stderr
    assert "Not everything could be read" in done.stdout
