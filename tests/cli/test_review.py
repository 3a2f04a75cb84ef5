"""prlint review: the copy with comments and the page beside the draft, and nothing of anybody else's touched."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import CLEAN, FAULTY, ONLY, folder, prlint
from tests.formats import proof, word

if TYPE_CHECKING:
    from pathlib import Path


def of(text: str) -> bytes:
    return word.docx(f"<w:p><w:r><w:t>{text.strip()}</w:t></w:r></w:p>")


def desk(at: Path, text: str = FAULTY, name: str = "draft.docx") -> Path:
    """Makes a folder with the rule and a draft in Word."""
    folder(at)
    (at / name).write_bytes(of(text))
    return at


def review(at: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    done = prlint(at, "review", *arguments, *ONLY, **environment)
    return done.returncode, done.stdout, done.stderr


def files(at: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in at.iterdir() if path.is_file() and path.suffix != ".yaml"}


def comments(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/comments.xml").decode()


def test_the_copy_and_the_page_stand_beside_the_draft_and_two_lines_say_where(tmp_path: Path) -> None:
    before = files(desk(tmp_path))
    assert review(tmp_path, "draft.docx") == (
        1,
        "draft.reviewed.docx   1 comment\ndraft.review.html     1 error, 0 warnings\n",
        "",
    )
    after = files(tmp_path)
    assert set(after) == {"draft.docx", "draft.reviewed.docx", "draft.review.html"}
    assert after["draft.docx"] == before["draft.docx"]
    assert "is not our word" in comments(after["draft.reviewed.docx"])
    page = after["draft.review.html"].decode()
    assert "is not our word" in page
    assert "Sign-off" in page


def test_a_clean_draft_has_both_files_too(tmp_path: Path) -> None:
    desk(tmp_path, CLEAN)
    code, out, _ = review(tmp_path, "draft.docx")
    assert (code, out.splitlines()[1]) == (0, "draft.review.html     0 errors, 0 warnings")


def test_a_pdf_has_a_copy_with_notes(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "Proof.PDF").write_bytes(proof.pdf([proof.p(FAULTY.strip())]))
    code, out, err = review(tmp_path, "Proof.PDF")
    assert (code, err) == (1, "")
    assert out.splitlines()[0] == "Proof.reviewed.PDF   1 comment"
    assert (tmp_path / "Proof.reviewed.PDF").read_bytes().startswith(b"%PDF")


def test_another_format_has_the_page_alone(tmp_path: Path) -> None:
    folder(tmp_path, draft_txt=FAULTY)
    assert review(tmp_path, "draft.txt") == (1, "draft.review.html   1 error, 0 warnings\n", "")
    assert set(files(tmp_path)) == {"draft.txt", "draft.review.html"}


def test_a_second_review_replaces_the_files_of_the_first(tmp_path: Path) -> None:
    desk(tmp_path)
    review(tmp_path, "draft.docx")
    first = files(tmp_path)
    (tmp_path / "draft.docx").write_bytes(of(CLEAN))
    assert review(tmp_path, "draft.docx")[0] == 0
    second = files(tmp_path)
    assert second["draft.reviewed.docx"] != first["draft.reviewed.docx"]
    assert second["draft.review.html"] != first["draft.review.html"]


def test_a_copy_that_somebody_worked_on_is_not_touched(tmp_path: Path) -> None:
    desk(tmp_path)
    review(tmp_path, "draft.docx")
    with zipfile.ZipFile(tmp_path / "draft.reviewed.docx", "a") as package:
        package.writestr("word/mine.xml", "<mine/>")
    before = files(tmp_path)
    code, out, err = review(tmp_path, "draft.docx")
    assert (code, out) == (2, "")
    assert err == (
        "prlint: draft.reviewed.docx is there already, and is not as prlint wrote it for this draft\n"
        "  hint: move it away if somebody worked on it; --force replaces it\n"
    )
    assert files(tmp_path) == before
    assert review(tmp_path, "draft.docx", "--force")[0] == 1
    assert files(tmp_path) != before
    # And what was forced is known again.
    assert review(tmp_path, "draft.docx")[0] == 1


@pytest.mark.parametrize("name", ["draft.review.html", "draft.reviewed.docx"])
def test_a_file_of_somebody_elses_is_not_touched(tmp_path: Path, name: str) -> None:
    desk(tmp_path)
    (tmp_path / name).write_bytes(b"mine")
    code, out, err = review(tmp_path, "draft.docx")
    assert (code, out) == (2, "")
    assert err.startswith(f"prlint: {name} is there already")
    assert set(files(tmp_path)) == {"draft.docx", name}
    assert files(tmp_path)[name] == b"mine"


def test_the_page_of_another_draft_is_not_replaced(tmp_path: Path) -> None:
    desk(tmp_path)
    review(tmp_path, "draft.docx")
    (tmp_path / "draft.txt").write_text(FAULTY, encoding="utf-8")
    assert review(tmp_path, "draft.txt")[0] == 2


def test_a_copy_that_is_gone_is_written_anew(tmp_path: Path) -> None:
    desk(tmp_path)
    review(tmp_path, "draft.docx")
    (tmp_path / "draft.reviewed.docx").unlink()
    assert review(tmp_path, "draft.docx")[0] == 1


def test_nothing_leads_to_the_draft_itself(tmp_path: Path) -> None:
    before = files(desk(tmp_path))
    (tmp_path / "draft.reviewed.docx").symlink_to("draft.docx")
    code, _, err = review(tmp_path, "draft.docx", "--force")
    assert (code, "leads to the draft itself" in err) == (2, True)
    assert files(tmp_path)["draft.docx"] == before["draft.docx"]


def test_what_cannot_be_reviewed_is_one_line_and_a_hint(tmp_path: Path) -> None:
    folder(tmp_path, drafts__a_txt=FAULTY)
    for path in ("drafts", "-"):
        code, out, err = review(tmp_path, path)
        assert (code, out) == (2, "")
        assert err.startswith(f"prlint: review takes one draft, and {path} is ")
        assert "hint: prlint check takes it" in err


def test_a_draft_that_cannot_be_read_leaves_nothing_behind(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "draft.docx").write_bytes(of(FAULTY)[:200])
    code, out, err = review(tmp_path, "draft.docx")
    assert (code, out) == (2, "")
    assert err.startswith("prlint: draft.docx: ")
    assert set(files(tmp_path)) == {"draft.docx"}
    assert review(tmp_path, "gone.docx")[0] == 2


def test_the_options_of_check_are_understood(tmp_path: Path) -> None:
    desk(tmp_path)
    (tmp_path / "old.txt").write_text(CLEAN.replace("March 2, 2026", "March 3, 2025"), encoding="utf-8")
    code, _, _ = review(tmp_path, "draft.docx", "--archive", "old.txt", "--fail-on", "never", "--as-of", "2026-03-09")
    assert code == 0
    page = files(tmp_path)["draft.review.html"].decode()
    assert "Held against 1 earlier release" in page
    assert "judged as of 9 March 2026" in page
    assert review(tmp_path, "draft.docx", "--as-of", "soon")[0] == 2


def test_the_sign_off_names_what_is_waived_and_the_files_that_say_so(tmp_path: Path) -> None:
    desk(tmp_path)
    waive = ("--reason", "agreed with legal", "--by", "M. Delgado", "--on", "2026-03-01", "--until", "2026-12-31")
    done = prlint(tmp_path, "waive", "draft.docx:1", *waive, "--rules", "ours.yaml")
    assert done.returncode == 0, done.stderr
    assert review(tmp_path, "draft.docx")[:2] == (
        0,
        "draft.reviewed.docx   0 comments\ndraft.review.html     0 errors, 0 warnings\n",
    )
    page = files(tmp_path)["draft.review.html"].decode()
    for part in ("agreed with legal", "M. Delgado", "1 March 2026", "31 December 2026"):
        assert part in page
    waivers = (tmp_path / "prlint-waivers.yaml").read_bytes()
    assert f'prlint-waivers.yaml</bdi> <code class="digest">{sha256(waivers).hexdigest()}' in page


def browser(at: Path) -> str:
    """Returns a program that writes down what it is asked to open."""
    program = at / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" >> {at}/opened\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
def test_the_page_is_opened_in_the_browser_that_is_wished_for(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    at = desk(tmp_path / "desk")
    program = browser(tmp_path)
    assert review(at, "draft.docx", "--no-open", BROWSER=program)[0] == 1
    assert not (tmp_path / "opened").exists()
    assert review(at, "draft.docx", BROWSER=program)[2] == ""
    assert (tmp_path / "opened").read_text(encoding="utf-8").split() == [(at / "draft.review.html").as_uri()]


def test_where_there_is_no_desktop_nothing_is_opened(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    at = desk(tmp_path / "desk")
    for name in ("xdg-open", "x-www-browser", "www-browser", "w3m", "lynx"):
        os.rename(browser(tmp_path), tmp_path / name)
    assert review(at, "draft.docx", PATH=f"{tmp_path}:{os.environ['PATH']}")[0] == 1
    assert not (tmp_path / "opened").exists()
