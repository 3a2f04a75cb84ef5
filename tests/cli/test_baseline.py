"""--baseline and --against: only what is new is reported."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.running import ROOT, folder
from tests.formats import word

if TYPE_CHECKING:
    from pathlib import Path

    from tests.warm import Done, Warm

HEAD = "Ardenta Opens a Site in Madison"
LEAD = "MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) will leverage its platform."
MORE = "We are leveraging the site for patients in all of Wisconsin."
DRAFT = f"{HEAD}\n\n{LEAD}\n\n{MORE}\n"
PROFILE = "rules: {paths: [ours.yaml], select: [house-word]}\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    at = tmp_path / "house"
    at.mkdir()
    return folder(at, prlint_yaml=PROFILE, draft_txt=DRAFT)


@pytest.fixture
def command(warm: Warm, house: Path) -> Any:
    def run(*arguments: str, cwd: str = ".") -> Done:
        return warm.prlint(house / cwd, {"PYTHONPATH": str(ROOT)}, *arguments)

    return run


# An archive that starts dirty


@pytest.fixture
def archive(house: Path) -> Path:
    (house / "old" / "b").mkdir(parents=True)
    (house / "old" / "a.txt").write_text(DRAFT)
    (house / "old" / "b" / "a.txt").write_text(DRAFT.replace("March 2", "March 9").replace(HEAD, "Ardenta Grows"))
    return house / "old"


def test_what_stands_is_recorded_and_only_what_is_new_is_reported(command: Any, archive: Path) -> None:
    done = command("check", "old", "--write-baseline", "baseline.txt")
    assert (done.code, done.out) == (0, "baseline.txt: 4 findings in 2 releases\n")
    done = command("check", "old", "--baseline", "baseline.txt")
    assert (done.code, done.out) == (0, "Nothing to report in 2 releases; 4 in the baseline\n")
    (archive / "a.txt").write_text(f"A line above.\n\n{DRAFT}\nWe leverage bread.\n")
    (archive / "c.txt").write_text(DRAFT.replace("March 2", "March 16"))
    done = command("check", "old", "--baseline", "baseline.txt", "--format", "concise")
    assert done.code == 1
    assert done.out.splitlines() == [
        'old/a.txt:9:4: error house-word: "leverage" is not our word',
        'old/c.txt:3:81: error house-word: "leverage" is not our word',
        'old/c.txt:5:8: error house-word: "leveraging" is not our word',
    ], "the same sentence in another release is new there"
    found = json.loads(command("check", "old", "--baseline", "baseline.txt", "--format", "json").out)["findings"]
    assert found[0]["waived"] == {"reason": "stood when the baseline was written", "baseline": "baseline.txt"}


def test_the_file_is_sorted_by_place_and_holds_no_word_of_a_draft(command: Any, house: Path, archive: Path) -> None:
    command("check", "old", "--write-baseline", "baseline.txt")
    text = (house / "baseline.txt").read_text()
    first, *lines = text.splitlines()
    assert first.startswith("# prlint baseline 1")
    assert [line.split(" ")[1:] for line in lines] == [["house-word", "old/a.txt"]] * 2 + [
        ["house-word", "old/b/a.txt"]
    ] * 2
    assert lines[:2] == sorted(lines[:2])
    assert "leverag" not in text
    # Whatever the order of the files, and wherever one stands.
    command("check", "b/a.txt", "a.txt", "--write-baseline", "../baseline.txt", cwd="old")
    assert (house / "baseline.txt").read_text() == text
    done = command("check", "a.txt", "--baseline", "../../baseline.txt", cwd="old/b")
    assert done.out == "Nothing to report in 1 release; 2 in the baseline\n"


def test_a_baseline_among_the_releases_is_no_release(command: Any, archive: Path) -> None:
    for said in ("old/baseline.txt: 4 findings in 2 releases\n",) * 2:
        assert command("check", "old", "--write-baseline", "old/baseline.txt").out == said
    done = command("check", "old", "--baseline", "old/baseline.txt")
    assert done.out == "Nothing to report in 2 releases; 4 in the baseline\n"
    done = command("check", "draft.txt", "--archive", "old", "--baseline", "old/baseline.txt")
    assert (done.code, done.err) == (1, "")


def test_a_name_with_blanks_and_lines_of_windows(command: Any, house: Path) -> None:
    (house / "a b\u2028c\nd.txt").write_text(DRAFT)
    assert command("check", "a b\u2028c\nd.txt", "--write-baseline", "baseline.txt").code == 0
    text = (house / "baseline.txt").read_bytes()
    assert text.count(b"\n") == 3
    (house / "baseline.txt").write_bytes(text.replace(b"\n", b"\r\n"))
    done = command("check", "a b\u2028c\nd.txt", "--baseline", "baseline.txt")
    assert done.out == "Nothing to report in 1 release; 2 in the baseline\n"


def test_an_entry_that_stands_for_nothing_is_said(command: Any, archive: Path) -> None:
    command("check", "old", "--write-baseline", "baseline.txt")
    (archive / "a.txt").write_text(DRAFT.replace("leveraging", "using"))
    done = command("check", "old", "--baseline", "baseline.txt")
    assert done.out == (
        "Nothing to report in 2 releases; 3 in the baseline\n"
        "Note: baseline.txt: 1 entry stands for nothing any more (house-word in old/a.txt): write it anew\n"
    )
    quiet = command("check", "old/b", "--baseline", "baseline.txt")
    assert quiet.out == "Nothing to report in 1 release; 2 in the baseline\n", "the other file was not looked at"
    assert "entry" not in command("check", "old", "--baseline", "baseline.txt", "--select", "doubled-word").out


def test_a_waived_finding_needs_no_baseline(command: Any, house: Path) -> None:
    command("waive", "draft.txt:5", "--reason", "agreed", "--by", "Maria Delgado")
    assert (
        command("check", "draft.txt", "--write-baseline", "baseline.txt").out
        == "baseline.txt: 1 finding in 1 release\n"
    )
    done = command("check", "draft.txt", "--baseline", "baseline.txt")
    assert done.out == "Nothing to report in 1 release; 1 waived; 1 in the baseline\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--baseline", "nowhere.txt"), "prlint: nowhere.txt: cannot be read: No such file or directory\n"),
        (("--baseline", "draft.txt"), "prlint: draft.txt:1:1: this is no line of a baseline\n"),
        (("--write-baseline", "draft.txt"), "prlint: --write-baseline draft.txt is one of the drafts"),
        (
            ("--write-baseline", "b.txt", "--baseline", "b.txt"),
            "prlint: --write-baseline and --baseline do not go together",
        ),
        (("--write-baseline", "no/b.txt"), "prlint: --write-baseline no/b.txt: cannot be written: No such file"),
    ],
)
def test_what_is_refused(command: Any, house: Path, arguments: tuple[str, ...], said: str) -> None:
    done = command("check", "draft.txt", *arguments)
    assert done.code == 2
    assert done.err.startswith(said)
    assert (house / "draft.txt").read_text() == DRAFT


def test_a_run_that_is_not_complete_writes_no_baseline(command: Any, house: Path) -> None:
    (house / "bad.docx").write_bytes(b"PK\x03\x04 nothing")
    done = command("check", "draft.txt", "bad.docx", "--write-baseline", "baseline.txt")
    assert (done.code, done.out) == (2, "")
    assert "nothing was written, as the run is not complete" in done.err
    assert not (house / "baseline.txt").exists()


# Against an older version


def against(command: Any, house: Path, new: str, old: str = DRAFT) -> Done:
    (house / "v1.txt").write_text(old)
    (house / "draft.txt").write_text(new)
    done: Done = command("check", "draft.txt", "--against", "v1.txt", "--format", "concise")
    return done


def test_only_what_the_new_draft_brought_is_reported(command: Any, house: Path) -> None:
    (house / "v1.txt").write_text(DRAFT)
    (house / "draft.txt").write_text(f"{DRAFT}\nWe leverage bread.\n")
    done = command("check", "draft.txt", "--against", "v1.txt")
    assert done.code == 1
    assert done.out.splitlines()[-1] == "1 error in 1 release; 2 stood in v1.txt already"
    assert "7:4  We leverage bread." in done.out
    assert "leveraging" not in done.out
    found = json.loads(command("check", "draft.txt", "--against", "v1.txt", "--format", "json").out)
    assert [one["waived"] and one["waived"]["against"] for one in found["findings"]] == ["v1.txt", "v1.txt", None]
    assert [document["path"] for document in found["documents"]] == ["draft.txt"]


@pytest.mark.parametrize(
    "changed",
    [
        f"{HEAD}\n\n{LEAD}\n\nAnother paragraph.\n\n{MORE}\n",  # lines between
        f"{HEAD}\n\n{LEAD}\n\n{MORE.replace('all of Wisconsin', 'all of the state')}\n",  # edited elsewhere in its sentence
        f"{HEAD}\n\n{LEAD.replace('2026 --', '2026 (GLOBE NEWSWIRE) --')}\n\n{MORE}\n",  # the wire's name
        f"{HEAD}\n\n{LEAD} {MORE}\n",  # moved
        f"{HEAD} and Boston\n\n{LEAD.replace('March 2', 'March 9')}\n\n{MORE}\n",  # another headline and day
        f"{HEAD}\n\n{LEAD}\n",  # one less
    ],
)
def test_what_stood_before_is_not_new(command: Any, house: Path, changed: str) -> None:
    done = against(command, house, changed)
    assert (done.code, done.out) == (0, "")


@pytest.mark.parametrize(
    ("changed", "new"),
    [
        (f"{HEAD}\n\n{LEAD}\n\n{MORE} {MORE}\n", ["5:69"]),  # the same once more
        (f"{HEAD}\n\n{LEAD}\n\n{MORE.replace('leveraging', 'not leveraging')}\n", []),
        (f"{HEAD}\n\n{LEAD}\n\nOur bread is what we are leveraging now.\n", ["5:26"]),  # another sentence
        (f"{HEAD}\n\n{LEAD}\n\n{MORE.replace('are leveraging', 'leverage')}\n", ["5:4"]),  # another word
    ],
)
def test_what_is_new(command: Any, house: Path, changed: str, new: list[str]) -> None:
    done = against(command, house, changed)
    assert [line.split(": ")[0].removeprefix("draft.txt:") for line in done.out.splitlines()] == new


def test_a_place_more_is_new_and_a_place_less_is_not(command: Any, house: Path) -> None:
    (house / "prlint.yaml").unlink()
    lead = "MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) opened a site."
    one, two = "Ardenda will use the site.", "We trust Ardenda to do so for years."

    def run(new: str, old: str) -> str:
        (house / "v1.txt").write_text(old)
        (house / "draft.txt").write_text(new)
        done = command("check", "draft.txt", "--against", "v1.txt", "--select", "company-name-variant")
        return str(done.out)

    both, single = f"{HEAD}\n\n{lead}\n\n{one}\n\n{two}\n", f"{HEAD}\n\n{lead}\n\n{two}\n"
    assert run(both, both).startswith("Nothing to report in 1 release; 1 stood in v1.txt already")
    assert run(single, both).startswith("Nothing to report in 1 release; 1 stood in v1.txt already")
    assert "1 error in 1 release" in run(both, single)


def test_other_figures_in_the_same_words_are_another_mistake(command: Any, house: Path) -> None:
    (house / "prlint.yaml").unlink()
    lead = "MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) opened a site."
    said = "Revenue grew 50% to ${} million from $10.0 million a year earlier."

    def run(new: str, old: str) -> Done:
        (house / "v1.txt").write_text(f"{HEAD}\n\n{lead}\n\n{said.format(old)}\n")
        (house / "draft.txt").write_text(f"{HEAD}\n\n{lead}\n\n{said.format(new)}\n")
        done: Done = command("check", "draft.txt", "--against", "v1.txt", "--select", "numbers")
        return done

    assert "stood in v1.txt already" in run("12.0", "12.0").out
    assert "stood in" not in run("13.0", "12.0").out
    assert "error" in run("13.0", "12.0").out or "warning" in run("13.0", "12.0").out


def test_the_older_version_is_no_evidence(command: Any, house: Path) -> None:
    (house / "releases").mkdir()
    (house / "prlint.yaml").write_text("archive: releases/\n")
    contact = "For more information, call 617-555-{}."
    for day, name in (("5", "r1"), ("12", "r2")):
        (house / "releases" / f"{name}.txt").write_text(
            f"{HEAD} {name}\n\nMADISON, Wis., January {day}, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) has news.\n\n"
            f"About Ardenta\n\nArdenta makes pumps for hospitals in all of Wisconsin. {contact.format('0142')}\n"
        )
    # An older version, in the archive by mistake, that bears an earlier day and another number.
    text = f"{HEAD}\n\n{LEAD}\n\nAbout Ardenta\n\nArdenta makes pumps for hospitals in all of Wisconsin. {{}}\n"
    old = text.format(contact.format("0199")).replace("March 2", "February 27")
    (house / "releases" / "v1.txt").write_text(old)
    (house / "draft.txt").write_text(text.format(contact.format("0124")))
    found = json.loads(command("check", "draft.txt", "--against", "releases/v1.txt", "--format", "json").out)[
        "findings"
    ]
    assert any(one["rule"] == "phone-drift" for one in found)
    assert not any(evidence["document"] == "releases/v1.txt" for one in found for evidence in one["evidence"])


def test_a_word_file_against_a_text(command: Any, house: Path) -> None:
    (house / "v1.txt").write_text(DRAFT)
    paragraphs = [HEAD, LEAD.replace("'", "’"), f"{MORE} We leverage bread."]
    (house / "v2.docx").write_bytes(word.docx("".join(word.p(text) for text in paragraphs)))
    done = command("check", "v2.docx", "--against", "v1.txt")
    assert done.out.splitlines()[-1] == "1 error in 1 release; 2 stood in v1.txt already"


def test_another_release_is_no_older_version(command: Any, house: Path) -> None:
    (house / "v1.txt").write_text(DRAFT.replace("Ardenta", "Orvane").replace("ARDT", "ORVN"))
    done = command("check", "draft.txt", "--against", "v1.txt")
    assert "Note: v1.txt reads like another release than draft.txt: is it an older version of it?" in done.out


def test_the_older_version_may_lie_among_the_drafts(command: Any, house: Path) -> None:
    (house / "drafts").mkdir()
    (house / "drafts" / "v1.txt").write_text(DRAFT)
    (house / "drafts" / "v2.txt").write_text(DRAFT)
    done = command("check", "drafts", "--against", "drafts/v1.txt")
    assert done.out == "Nothing to report in 1 release; 2 stood in v1.txt already\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("draft.txt", "--against", "nowhere.txt"), "prlint: --against nowhere.txt is not there\n"),
        (("draft.txt", "--against", "."), "prlint: --against . is a folder: name the older version of the draft\n"),
        (("draft.txt", "--against", "draft.txt"), "prlint: --against draft.txt is the draft itself\n"),
        (
            ("draft.txt", "two.txt", "--against", "v1.txt"),
            "prlint: --against holds one draft against its older version; 2 files were named\n",
        ),
    ],
)
def test_against_what_is_refused(command: Any, house: Path, arguments: tuple[str, ...], said: str) -> None:
    (house / "v1.txt").write_text(DRAFT)
    (house / "two.txt").write_text(DRAFT)
    done = command("check", *arguments)
    assert (done.code, done.out, done.err) == (2, "", said)
