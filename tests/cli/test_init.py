"""prlint init as a user runs it: a folder of releases in, a prlint.yaml out that loads, says what it did, and is added to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from prlint import profile
from tests.cli.running import prlint
from tests.proposal.making import text

if TYPE_CHECKING:
    from pathlib import Path

SAID = '"We go on," said Maria Delgado, chief executive officer of Orvane Bio.'
TRIAL = "A Phase 2 trial of ORV-12 in asthma is enrolling patients. Orvane pays for it."
BELMORA = {"company": "Belmora Foods, Inc.", "short": "Belmora Foods", "listing": "NYSE: BLMF", "about": "makes bread"}


def archive(at: Path, folder: str = "releases", count: int = 3, **how: str) -> Path:
    """Lays out releases of one company in a folder."""
    said = () if how else (SAID, TRIAL)
    (at / folder).mkdir(parents=True, exist_ok=True)
    for i in range(count):
        (at / folder / f"{i}.txt").write_text(text(i, *said, **how), encoding="utf-8")  # type: ignore[arg-type]
    return at


def test_a_folder_of_releases_becomes_a_profile_that_loads(tmp_path: Path) -> None:
    done = prlint(archive(tmp_path), "init", "releases/")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "prlint.yaml: proposed 6 facts and 0 doubtful entries from 3 releases\n"
    assert profile.load(str(tmp_path / "prlint.yaml")) == {
        "schema": "prlint-profile/1",
        "issuer": {
            "name": "Orvane Bio, Inc.",
            "short_names": ["Orvane"],
            "tickers": [{"exchange": "Nasdaq", "symbol": "ORVB"}],
        },
        "people": [{"name": "Maria Delgado", "title": "chief executive officer"}],
        "assets": [{"name": "ORV-12", "status": "investigational"}],
        "archive": f"{tmp_path}/releases/",
    }
    written = (tmp_path / "prlint.yaml").read_text(encoding="utf-8")
    assert "# wire: GLOBE NEWSWIRE (3 releases, 2024-01-05 to 2024-03-05)\n" in written
    assert "# 3 releases, 2024-01-05 to 2024-03-05; last in 2.txt:" in written


def test_a_second_run_changes_no_byte_and_says_so(tmp_path: Path) -> None:
    prlint(archive(tmp_path), "init", "releases/")
    before = (tmp_path / "prlint.yaml").read_bytes()
    done = prlint(tmp_path, "init", "releases/")
    assert (done.returncode, done.stdout) == (0, "prlint.yaml: nothing new in 3 releases\n")
    assert (tmp_path / "prlint.yaml").read_bytes() == before


def test_a_run_with_more_releases_adds_what_is_new_and_names_it(tmp_path: Path) -> None:
    prlint(archive(tmp_path), "init", "releases/")
    path = tmp_path / "prlint.yaml"
    mine = path.read_text(encoding="utf-8").replace("chief executive officer", "CEO") + "\n# mine\nfail_on: warning\n"
    path.write_text(mine, encoding="utf-8")
    for i in (3, 4):
        said = '"Good," said Jo Berg, CFO of Orvane Bio.'
        (tmp_path / "releases" / f"{i}.txt").write_text(
            text(i, SAID, said, end=" See orvanebio.com."), encoding="utf-8"
        )
    done = prlint(tmp_path, "init", "releases/")
    assert done.stdout == (
        "prlint.yaml: added 2 facts and 0 doubtful entries from 5 releases\n"
        "  + issuer.domains: orvanebio.com\n  + people: {name: Jo Berg, title: CFO}\n"
    )
    found = profile.load(str(path))
    assert [one["title"] for one in found["people"]] == ["CEO", "CFO"]
    assert found["fail_on"] == "warning"
    rest = iter(path.read_text(encoding="utf-8").split("\n"))
    kept = [
        line for line in mine.split("\n") if line and "What `prlint init`" not in line and not line.startswith("# +")
    ]
    assert all(line in rest for line in kept)


def test_the_check_of_the_folder_is_as_loud_with_the_profile_as_without(tmp_path: Path) -> None:
    archive(tmp_path, count=5)
    draft = text(5, SAID.replace("Delgado", "Delgaod"), TRIAL.replace("Phase 2", "Phase 1"))
    (tmp_path / "releases" / "5.txt").write_text(draft, encoding="utf-8")

    def said() -> list[tuple[str, str, str]]:
        done = prlint(tmp_path, "check", "releases/", "--format", "json")
        assert done.stderr == ""
        return [(f["rule"], f["outcome"], f["message"]) for f in json.loads(done.stdout)["findings"]]

    before = said()
    assert len(before) >= 2
    assert prlint(tmp_path, "init", "releases/").returncode == 0
    assert said() == before


def test_an_archive_that_is_checked_holds_no_surprise_but_a_draft_of_an_old_day_is_one(tmp_path: Path) -> None:
    prlint(archive(tmp_path, count=4), "init", "releases/")
    assert "newest release in the archive" not in prlint(tmp_path, "check", "releases/").stdout
    (tmp_path / "draft.txt").write_text(
        text(1, "Something else was never said before, in no release."), encoding="utf-8"
    )
    done = prlint(tmp_path, "check", "draft.txt")
    assert "newest release in the archive" in done.stdout + done.stderr


class TestOutput:
    def test_to_standard_output(self, tmp_path: Path) -> None:
        done = prlint(archive(tmp_path), "init", "releases/", "--output", "-")
        assert done.returncode == 0
        assert profile.parse(done.stdout)["issuer"]["name"] == "Orvane Bio, Inc."
        assert not (tmp_path / "prlint.yaml").exists()

    def test_to_a_file_with_the_archive_as_seen_from_there(self, tmp_path: Path) -> None:
        archive(tmp_path)
        (tmp_path / "house").mkdir()
        done = prlint(tmp_path, "init", "releases/", "--output", "house/orvane.yaml")
        assert done.stdout.startswith("house/orvane.yaml: proposed ")
        written = (tmp_path / "house" / "orvane.yaml").read_text(encoding="utf-8")
        assert profile.parse(written)["archive"] == "../releases/"

    def test_a_release_is_never_overwritten(self, tmp_path: Path) -> None:
        archive(tmp_path)
        before = (tmp_path / "releases" / "0.txt").read_bytes()
        done = prlint(tmp_path, "init", "releases/", "--output", "releases/0.txt")
        assert done.returncode == 2
        assert "is one of the releases" in done.stderr
        assert (tmp_path / "releases" / "0.txt").read_bytes() == before

    def test_a_broken_profile_is_shown_with_its_place_and_left_alone(self, tmp_path: Path) -> None:
        archive(tmp_path)
        (tmp_path / "prlint.yaml").write_text("issuer:\n  nane: Orvane\n", encoding="utf-8")
        done = prlint(tmp_path, "init", "releases/")
        assert done.returncode == 2
        assert "prlint.yaml:2:3: unknown key `nane` in `issuer`" in done.stderr
        assert (tmp_path / "prlint.yaml").read_text(encoding="utf-8") == "issuer:\n  nane: Orvane\n"

    def test_another_issuers_profile_is_left_alone(self, tmp_path: Path) -> None:
        archive(tmp_path)
        (tmp_path / "prlint.yaml").write_text("issuer: {name: Belmora Foods}\n", encoding="utf-8")
        done = prlint(tmp_path, "init", "releases/")
        assert done.returncode == 2
        assert "prlint.yaml is the profile of Belmora Foods, and these releases are of Orvane Bio, Inc." in done.stderr
        assert (tmp_path / "prlint.yaml").read_text(encoding="utf-8") == "issuer: {name: Belmora Foods}\n"

    def test_the_schema_needs_no_releases(self, tmp_path: Path) -> None:
        done = prlint(tmp_path, "init", "--schema")
        assert json.loads(done.stdout)["title"] == "prlint.yaml"


class TestWhere:
    def test_a_profile_that_is_in_force_is_added_to(self, tmp_path: Path) -> None:
        archive(tmp_path, "orvane/releases")
        (tmp_path / "orvane" / "prlint.yaml").write_text("fail_on: warning\n", encoding="utf-8")
        done = prlint(tmp_path, "init", "orvane/releases/")
        assert done.stdout.startswith("orvane/prlint.yaml: added ")
        found = profile.parse((tmp_path / "orvane" / "prlint.yaml").read_text(encoding="utf-8"))
        assert (found["archive"], found["fail_on"]) == ("releases/", "warning")

    def test_each_of_several_issuers_gets_a_file_in_its_folder(self, tmp_path: Path) -> None:
        archive(archive(tmp_path, "orvane/releases"), "belmora/releases", **BELMORA)
        done = prlint(tmp_path, "init", "orvane", "belmora")
        assert done.returncode == 0, done.stderr
        for folder, name in (("orvane", "Orvane Bio, Inc."), ("belmora", "Belmora Foods, Inc.")):
            found = profile.parse((tmp_path / folder / "prlint.yaml").read_text(encoding="utf-8"))
            assert (found["issuer"]["name"], found["archive"]) == (name, "releases/")
        assert not (tmp_path / "prlint.yaml").exists()
        again = prlint(tmp_path, "init", ".")
        assert again.stdout.count("nothing new") == 2

    def test_several_issuers_in_one_folder_are_named_and_one_can_be_chosen(self, tmp_path: Path) -> None:
        archive(tmp_path)
        for i in range(2):
            (tmp_path / "releases" / f"b{i}.txt").write_text(text(i, **BELMORA), encoding="utf-8")
        done = prlint(tmp_path, "init", "releases/")
        assert done.returncode == 2
        assert "several issuers: Orvane Bio (3), Belmora Foods (2)" in done.stderr
        assert "--issuer NAME" in done.stderr
        assert not (tmp_path / "prlint.yaml").exists()
        for wanted in ("Belmora Foods, Inc.", "belmora foods", "BLMF"):
            done = prlint(tmp_path, "init", "releases/", "--issuer", wanted, "--output", "-")
            assert profile.parse(done.stdout)["issuer"]["name"] == "Belmora Foods, Inc."
        done = prlint(tmp_path, "init", "releases/", "--issuer", "Belmora Fods")
        assert done.returncode == 2
        assert "did you mean `Belmora Foods`?" in done.stderr

    def test_several_issuers_cannot_go_into_one_file(self, tmp_path: Path) -> None:
        archive(archive(tmp_path, "a"), "b", **BELMORA)
        done = prlint(tmp_path, "init", "a", "b", "--output", "all.yaml")
        assert done.returncode == 2
        assert "--output is one file" in done.stderr

    def test_releases_named_one_by_one_beside_their_profile_are_no_archive_for_certain(self, tmp_path: Path) -> None:
        archive(tmp_path, ".")
        done = prlint(tmp_path, "init", "0.txt", "1.txt", "2.txt")
        assert done.returncode == 0
        written = (tmp_path / "prlint.yaml").read_text(encoding="utf-8")
        assert "archive" not in profile.parse(written)
        assert "# archive: '.'" in written

    def test_a_release_that_names_nobody_is_the_only_issuers(self, tmp_path: Path) -> None:
        archive(tmp_path)
        (tmp_path / "releases" / "bare.txt").write_text("A draft without its frame.\n", encoding="utf-8")
        assert "from 4 releases" in prlint(tmp_path, "init", "releases/").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "no releases were named"),
        (("nowhere/",), "there was no release to read"),
        (("bare.txt",), "no release names its issuer"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    (tmp_path / "bare.txt").write_text("Nothing.\n", encoding="utf-8")
    done = prlint(tmp_path, "init", *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "prlint.yaml").exists()


def test_an_unreadable_release_is_told_of_and_the_rest_is_used(tmp_path: Path) -> None:
    archive(tmp_path)
    (tmp_path / "releases" / "3.docx").write_bytes(b"PK\x03\x04 not a Word file")
    done = prlint(tmp_path, "init", "releases/")
    assert done.returncode == 2
    assert "releases/3.docx" in done.stderr
    assert profile.load(str(tmp_path / "prlint.yaml"))["issuer"]["name"] == "Orvane Bio, Inc."
