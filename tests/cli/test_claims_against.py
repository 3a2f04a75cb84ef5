"""prlint claims --against: what a draft changes, adds and drops, as a page and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from prlint.cli._against import differing
from tests.cli.running import folder, prlint

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = (
    "\n\nAbout Ardenta Therapeutics\n\nArdenta Therapeutics, Inc. has worked on new medicines for children since {since}. "
    "{more}It does not sell any of its medicines to wholesalers.\n"
)
OLD = (
    "MADISON, Wis., Sept. 15, 2025 -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) said that ARD-131 is in a Phase 1 clinical "
    'trial in multiple myeloma. "We are glad," said Maria Delgado, chief executive officer of Ardenta.'
    + ABOUT.format(since="1978", more="Its laboratories stand on a hill in the west of Madison. ")
)
NEW = (
    "MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) said that ARD-131 is in a Phase 2 clinical "
    "trial in multiple myeloma. Its telephone number is now 608-555-0142." + ABOUT.format(since="1987", more="")
)
OTHER = "BOSTON, March 1, 2025 -- Belmora Foods, Inc. (NYSE:BLMR) said that its bakery in Boston is open.\n"


def changes(at: Path, *arguments: str):
    done = prlint(at, "claims", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["documents"]


def facts(document) -> list[tuple[str, str, str, str, list[str], list[str]]]:
    return [
        (
            one["change"],
            one["group"],
            one["subject"],
            one["fact"],
            [value["value"] for value in one["then"]],
            [value["value"] for value in one["now"]],
        )
        for one in document["facts"]
    ]


def test_what_changed_what_is_new_and_what_is_gone_by_what_it_is_about(tmp_path: Path) -> None:
    (document,) = changes(folder(tmp_path, old_txt=OLD, new_txt=NEW), "new.txt", "--against", "old.txt")
    assert ("changed", "asset", "ARD-131", "phase in multiple myeloma", ["1"], ["2"]) in facts(document)
    assert ("new", "contact", None, "telephone", [], ["6085550142"]) in facts(document)
    assert ("dropped", "person", "Maria Delgado", "title") in [fact[:4] for fact in facts(document)]
    assert not [fact for fact in facts(document) if fact[1] == "listing"], "the ticker is as before"
    assert document["against"][0]["date"] == "2025-09-15"


def test_sentences_that_recur_with_the_earlier_wording_beside_them(tmp_path: Path) -> None:
    at = folder(tmp_path, old_txt=OLD, new_txt=NEW)
    (document,) = changes(at, "new.txt", "--against", "old.txt")
    about = [one for one in document["sentences"] if one["zone"] == "about"]
    assert [(one["change"], (one["now"] or one["then"])["quote"][:20]) for one in about] == [
        ("changed", "Ardenta Therapeutics"),
        ("dropped", "Its laboratories sta"),
    ]
    changed = about[0]
    assert NEW[changed["now"]["start"]["offset"] : changed["now"]["end"]["offset"]] == changed["now"]["quote"]
    assert "1978" in changed["then"]["quote"]
    assert document["same"]["sentences"] == 1
    page = prlint(at, "claims", "new.txt", "--against", "old.txt").stdout
    assert "since [1978 → 1987] ." in page
    assert "phase in multiple myeloma:  1 → 2" in page


def test_a_name_or_an_introduction_in_common_makes_no_changed_sentence(tmp_path: Path) -> None:
    lead = "MADISON, Wis., {day} -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) opened an office.\n\n"
    said = "Maria Delgado, chief executive officer of Ardenta, said: "
    old = (
        lead.format(day="Sept. 15, 2025")
        + f"{said}The new ward for children with asthma will open its doors in summer, ahead of our plans.\n\n"
        + "A payment came from Harrow Lane Holding Company under the global licensing agreement for its vitreous gel "
        "and will be spent on the plant in Madison, on machines and on training for forty people.\n"
        + ABOUT.format(since="1978", more="")
    )
    new = (
        lead.format(day="March 2, 2026")
        + f"{said}Nobody else can make this gel without heat, and licences bring us the money that machines cost.\n"
        + ABOUT.format(since="1987", more="")
        + "\nAbout Harrow Lane Holding Company\n\nIt was founded by three chemists.\n"
    )
    (document,) = changes(folder(tmp_path, old_txt=old, new_txt=new), "new.txt", "--against", "old.txt")
    changed = [one["now"]["quote"] for one in document["sentences"] if one["change"] == "changed"]
    assert [one.partition(",")[0] for one in changed] == ["MADISON", "Ardenta Therapeutics"]
    added = [one["now"]["quote"] for one in document["sentences"] if one["change"] == "new"]
    assert "About Harrow Lane Holding Company" in added


def test_of_a_folder_the_issuers_earlier_releases_count(tmp_path: Path) -> None:
    at = folder(tmp_path, new_txt=NEW)
    (at / "archive").mkdir()
    for name, text in (("old", OLD), ("other", OTHER), ("later", NEW.replace("March 2", "May 5"))):
        (at / "archive" / f"{name}.txt").write_text(text, encoding="utf-8")
    (document,) = changes(at, "new.txt", "--against", "archive")
    assert [one["path"] for one in document["against"]] == ["archive/old.txt"]


def test_a_file_that_is_named_counts_whatever_its_date(tmp_path: Path) -> None:
    at = folder(tmp_path, v7_txt=NEW, v8_txt=NEW.replace("Phase 2", "Phase 3"))
    (document,) = changes(at, "v8.txt", "--against", "v7.txt")
    assert [fact[:4] for fact in facts(document)] == [("changed", "asset", "ARD-131", "phase in multiple myeloma")]


def test_nothing_earlier_is_said(tmp_path: Path) -> None:
    at = folder(tmp_path, new_txt=NEW)
    (at / "archive").mkdir()
    (at / "archive" / "other.txt").write_text(OTHER, encoding="utf-8")
    done = prlint(at, "claims", "new.txt", "--against", "archive")
    assert (done.returncode, done.stderr) == (0, "prlint: archive has no earlier release of the issuer of new.txt\n")


def test_a_claim_of_yaml_is_followed_by_its_key(tmp_path: Path) -> None:
    at = folder(
        tmp_path, old_txt="BOSTON, March 1, 2025 -- Mill M-7 ground 40 tons.\n", new_txt="Mill M-7 ground 55 tons.\n"
    )
    (at / "ours").mkdir()
    (at / "ours" / "tons.yaml").write_text(
        "claim: tons\nread:\n  - text: 'Mill {mill:code} ground {tons:number tons}'\nkey: [mill]\nvalue: tons\n"
        "examples: [{text: 'Mill M-7 ground 40 tons.', gives: {mill: 'M-7', tons: 40}}]\n",
        encoding="utf-8",
    )
    (document,) = changes(at, "new.txt", "--against", "old.txt", "--rules", "ours", "--only", "tons")
    assert facts(document) == [("changed", "fact", None, "tons of M-7", ["40"], ["55"])]


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path, new_txt=NEW), "claims", "new.txt", "--against", "gone.txt")
    assert done.returncode == 2
    assert "gone.txt" in done.stderr


def test_words_that_came_and_went() -> None:
    assert differing("It has two mills in Ohio.", "It has three old mills.") == [
        "It has [two → three old] mills.",
        "It has three old mills [- in Ohio] .",
    ]
    assert differing("a b c", " ".join(str(n) for n in range(90))) is None


def test_the_page_of_changes_is_written_for_people(tmp_path: Path) -> None:
    at = folder(tmp_path, old_txt=OLD, new_txt=NEW)
    done = prlint(at, "claims", "new.txt", "--against", "old.txt", "--format", "html", "--output", "changes.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    page = (at / "changes.html").read_text(encoding="utf-8")
    for part in ("phase in multiple myeloma", "1978", "1987", "Held against 1 earlier release", "about the company"):
        assert part in page
