"""prlint correction: the notice of a corrected release, in the form of each wire; what is remarked on, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import folder, prlint
from tests.formats import word

if TYPE_CHECKING:
    from pathlib import Path

OLD = """\
Ardenta Therapeutics Redeems Its Public Warrants

MADISON, Wis., March 4, 2024{tag} -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today announced that it will redeem all of its \
public warrants.

The warrants will be redeemed on March 29, 2024 at a price of $0.10 per warrant.

"It makes our balance sheet simpler," said Maria Delgado, Chief Executive Officer of Ardenta.

Contact:
Jane Roe
617-555-0124
"""
PLAIN = OLD.format(tag="")
NEW = PLAIN.replace("March 29", "April 29")
SENTENCE = "In the second paragraph, the redemption date should read"


def drafted(at: Path, *arguments: str, old: str = PLAIN, new: str = NEW) -> str:
    done = prlint(folder(at, old_txt=old, new_txt=new), "correction", "old.txt", "new.txt", *arguments)
    assert done.returncode == 0, done.stderr
    return str(done.stdout)


def test_the_general_form(tmp_path: Path) -> None:
    assert drafted(tmp_path) == (
        "CORRECTION: Ardenta Therapeutics Redeems Its Public Warrants\n\n"
        'In the release issued on March 4, 2024 by Ardenta Therapeutics, Inc. under the headline "Ardenta Therapeutics Redeems '
        'Its Public Warrants": in the second paragraph, the redemption date should read: April 29, 2024 (instead of March 29, 2024).\n\n'
        "The corrected release follows:\n\nArdenta Therapeutics Redeems Its Public Warrants\n"
    )


def test_business_wire(tmp_path: Path) -> None:
    lines = drafted(tmp_path, "--wire", "business-wire").splitlines()
    assert lines[0] == "CORRECTING and REPLACING Ardenta Therapeutics Redeems Its Public Warrants"
    assert lines[2] == f"MADISON, Wis.--(BUSINESS WIRE)--{SENTENCE}: April 29, 2024 (instead of March 29, 2024)."
    assert lines[4:] == ["The updated release reads:", "", "Ardenta Therapeutics Redeems Its Public Warrants"]


def test_pr_newswire(tmp_path: Path) -> None:
    lines = drafted(tmp_path, "--wire", "pr-newswire").splitlines()
    assert lines[0] == "/C O R R E C T I O N -- Ardenta Therapeutics, Inc./"
    assert lines[2] == (
        "In the news release, Ardenta Therapeutics Redeems Its Public Warrants, issued March 4, 2024 by Ardenta Therapeutics, "
        "Inc. over PR Newswire, we are advised by the company that in the second paragraph, the redemption date should read "
        '"April 29, 2024" rather than "March 29, 2024", as originally issued.'
    )
    assert lines[4] == "The complete, corrected release follows:"


def test_globenewswire_by_the_tag_of_the_dateline(tmp_path: Path) -> None:
    tagged = OLD.format(tag=" (GLOBE NEWSWIRE)")
    new = tagged.replace("March 29", "April 29").replace("0124", "0142").replace("March 4", "March 5")
    lines = drafted(tmp_path, old=tagged, new=new).splitlines()
    assert lines[0] == "CORRECTING and REPLACING -- Ardenta Therapeutics Redeems Its Public Warrants"
    assert lines[2] == (
        "MADISON, Wis., March 5, 2024 (GLOBE NEWSWIRE) -- In a release issued under the same headline on March 4, 2024 by "
        "Ardenta Therapeutics, Inc. (Nasdaq: ARDT), please note the following:"
    )
    assert lines[4:6] == [
        f"- {SENTENCE} April 29, 2024 rather than March 29, 2024.",
        "- In the contacts, the telephone number should read 617-555-0142 rather than 617-555-0124.",
    ]


def test_what_neither_text_says_is_left_open(tmp_path: Path) -> None:
    old = (
        "The bakery opens on March 29, 2024 for all who like good bread and cakes.\n\nIt has two ovens and a garden.\n"
    )
    text = drafted(tmp_path, old=old, new=old.replace("29", "28"))
    assert "[date]" in text
    assert "[name of the company]" in text
    assert "[headline]" in text


def test_remarks_go_to_standard_error(tmp_path: Path) -> None:
    at = folder(tmp_path, old_txt=PLAIN + "\nSell by March 29, 2024.\n", new_txt=NEW + "\nSell by March 29, 2024.\n")
    done = prlint(at, "correction", "old.txt", "new.txt")
    assert done.returncode == 0
    assert "new.txt does not say that it corrects a release" in done.stderr
    assert "still reads March 29, 2024" in done.stderr
    assert "still reads" not in done.stdout


def test_json_has_every_change_with_its_places(tmp_path: Path) -> None:
    data = json.loads(drafted(tmp_path, "--format", "json"))
    assert data["schema"] == "prlint-correction/1"
    assert data["old"]["headline"] == "Ardenta Therapeutics Redeems Its Public Warrants"
    (change,) = data["changes"]
    assert (change["change"], change["called"], change["old"], change["new"]) == (
        "changed",
        "the redemption date",
        "March 29, 2024",
        "April 29, 2024",
    )
    place = change["places"][0]
    assert place["part"] == "the second paragraph"
    for text, side in ((PLAIN, "old"), (NEW, "new")):
        start, end = (place[side][point]["offset"] for point in ("start", "end"))
        assert text[start:end] == change[side]
    assert data["sentences"] == [f"{SENTENCE}: April 29, 2024 (instead of March 29, 2024)."]
    assert data["draft"].startswith("CORRECTION: ")


def test_the_same_text_has_nothing_to_correct(tmp_path: Path) -> None:
    assert "the same, byte for byte" in drafted(tmp_path, new=PLAIN)
    assert "say the same in the same words" in drafted(tmp_path, new=PLAIN.replace('"', "”").replace("\n", "\r\n"))
    data = json.loads(drafted(tmp_path, "--format", "json", new=PLAIN))
    assert data["changes"] == []
    assert data["draft"] is None


def test_a_word_file_corrects_a_text(tmp_path: Path) -> None:
    at = folder(tmp_path, old_txt=PLAIN)
    (at / "new.docx").write_bytes(word.plain(NEW))
    done = prlint(at, "correction", "old.txt", "new.docx")
    assert f"{SENTENCE[1:]}: April 29, 2024 (instead of March 29, 2024)." in done.stdout


OTHER = "OHIO, May 1, 2025 -- Belmora Foods, Inc. (NYSE: BLMR) said that its bakery is open to all who like bread.\n"


@pytest.mark.parametrize(
    ("new", "arguments", "said"),
    [
        (OTHER, (), "new.txt is no correction of old.txt"),
        (NEW.replace("March 4, 2024", "June 4, 2024"), (), "92 days newer"),
        (NEW, ("--wire", "buisness-wire"), "did you mean `business-wire`?"),
        (NEW, ("--format", "html"), "--format cannot be `html`"),
        (NEW, ("--output", "old.txt"), "it is never overwritten"),
        ("", (), "holds no text"),
    ],
)
def test_what_is_no_correction_is_refused_with_a_hint(
    tmp_path: Path, new: str, arguments: tuple[str, ...], said: str
) -> None:
    at = folder(tmp_path, old_txt=PLAIN, new_txt=new)
    done = prlint(at, "correction", "old.txt", "new.txt", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert (at / "old.txt").read_text() == PLAIN


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path, old_txt=PLAIN), "correction", "old.txt", "new.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("prlint: new.txt cannot be read: ")


def test_the_draft_in_a_file(tmp_path: Path) -> None:
    assert drafted(tmp_path, "--output", "notice.txt") == ""
    assert SENTENCE[1:] in (tmp_path / "notice.txt").read_text()
