"""check --fix, --diff and --apply: what is written, what is not, and that nothing else in the file changes."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from prlint.cli import _fix
from prlint.cli.main import main
from tests.cli.running import folder, prlint
from tests.formats import word

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = """\
BOSTON, March 4, 2024 -- Ardenta, Inc.. (Nasdaq: ARDT) today opened the the plant in a office of Ohio . "We like the the \
plant," said Maria Delgado, its chief executive officer.

The company will need more money to complete its trials and there is no assurance that it will find

investors on terms that its shareholders would accept. Ardenta has of of the the pumps.

About Ardenta

Ardenta makes pumps in Ohio.

###
"""
FIXED = """\
BOSTON, March 4, 2024 -- Ardenta, Inc. (Nasdaq: ARDT) today opened the plant in an office of Ohio. "We like the the \
plant," said Maria Delgado, its chief executive officer.

The company will need more money to complete its trials and there is no assurance that it will find investors on terms \
that its shareholders would accept. Ardenta has of the pumps.

About Ardenta

Ardenta makes pumps in Ohio.

###
"""
#: The spaces in `FIXED` are those of the one line of the source; the draft's own are the same.
WRONG_NAME = """\
Ardenta Therapeutics Opens a Plant

BOSTON, March 4, 2024 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) today opened the the plant in Ohio.

Ardanta Therapeutics, Inc. makes pumps for hospitals there. The plant of Ardanta Therapeutics, Inc. is small.

About Ardenta Therapeutics, Inc.

Ardenta Therapeutics, Inc. makes pumps.
"""


def report(at: Path, *arguments: str, **how: Any) -> Any:
    done = prlint(at, "check", *arguments, "--format", "json", **how)
    return json.loads(done.stdout)


def fingerprint(at: Path, rule: str, draft: str = "draft.txt") -> str:
    (finding,) = [one for one in report(at, draft)["findings"] if one["rule"] == rule]
    return str(finding["fingerprint"])


def test_what_is_safe_is_written_and_the_rest_reported(tmp_path: Path) -> None:
    at = folder(tmp_path, draft_txt=DRAFT)
    done = prlint(at, "check", "--fix", "draft.txt")
    assert (at / "draft.txt").read_text() == FIXED
    assert done.returncode == 0
    assert "draft.txt: fixed 7: doubled-mark 1:38, doubled-word 1:69" in done.stderr
    # In a quotation nothing is changed: it is what somebody said.
    assert "1 warning in 1 release" in done.stdout
    assert sorted(path.name for path in at.iterdir()) == ["draft.txt", "ours.yaml"]


def test_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    at = folder(tmp_path, draft_txt=DRAFT)
    prlint(at, "check", "--fix", "draft.txt")
    before = os.stat(at / "draft.txt").st_mtime_ns
    again = prlint(at, "check", "--fix", "draft.txt")
    assert "fixed" not in again.stderr
    assert os.stat(at / "draft.txt").st_mtime_ns == before
    assert (at / "draft.txt").read_text() == FIXED


def test_the_diff_shows_and_writes_nothing_and_is_one_that_patch_takes(tmp_path: Path) -> None:
    at = folder(tmp_path, draft_txt=DRAFT.rstrip("\n"))
    done = prlint(at, "check", "--fix", "--diff", "draft.txt")
    assert (at / "draft.txt").read_text() == DRAFT.rstrip("\n")
    assert done.stdout.startswith("--- draft.txt\n+++ draft.txt\n@@ -1,")
    assert "draft.txt: would fix 7: " in done.stderr
    patched = subprocess.run(
        ["git", "apply", "-p0", "-"], cwd=at, input=done.stdout.encode(), capture_output=True, check=False
    )
    assert patched.returncode == 0, patched.stderr
    assert (at / "draft.txt").read_text() == FIXED.rstrip("\n")
    nothing = prlint(at, "check", "--fix", "--diff", "draft.txt")
    assert nothing.stdout == ""


def test_the_exit_code_is_that_of_a_check_of_the_result(tmp_path: Path) -> None:
    at = folder(tmp_path, draft_txt=DRAFT, other_txt=DRAFT.replace("We like the the", "We like the"))
    for name, code in (("draft.txt", 1), ("other.txt", 0)):
        ways = [
            prlint(at, "check", "--fix", *diff, name, "--fail-on", "warning").returncode for diff in (["--diff"], [])
        ]
        assert ways == [code, code]


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("windows-1252", b""),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, codec: str, mark: bytes, end: str) -> None:
    at = folder(tmp_path)
    typed = [text.replace('"We', "“We").replace("Delgado", "Delgadé").replace("\n", end) for text in (DRAFT, FIXED)]
    (at / "draft.txt").write_bytes(mark + typed[0].encode(codec))
    done = prlint(at, "check", "--fix", "draft.txt")
    assert done.returncode == 0, done.stderr
    assert (at / "draft.txt").read_bytes() == mark + typed[1].encode(codec)


def test_standard_input_comes_out_fixed_and_the_report_beside_it(tmp_path: Path) -> None:
    at = folder(tmp_path)
    done = prlint(at, "check", "--fix", "-", stdin=DRAFT)
    assert done.stdout == FIXED
    assert "1 warning in 1 release" in done.stderr
    clean = prlint(at, "check", "--fix", "-", stdin=FIXED)
    assert clean.stdout == FIXED, "what is in order comes out as it went in"
    shown = prlint(at, "check", "--fix", "--diff", "-", stdin=DRAFT)
    assert shown.stdout.startswith("--- -\n+++ -\n")


def test_markdown_and_html_are_fixed_where_no_mark_up_is_in_the_way(tmp_path: Path) -> None:
    at = folder(
        tmp_path,
        draft_md="# Ardenta Opens a Plant\n\nBOSTON, March 4, 2024 -- Ardenta, Inc. (Nasdaq: ARDT) opened the the plant, **the** the "
        "office and the **the** house in *a office*.\n",
    )
    prlint(at, "check", "--fix", "draft.md")
    assert (at / "draft.md").read_text() == (
        "# Ardenta Opens a Plant\n\nBOSTON, March 4, 2024 -- Ardenta, Inc. (Nasdaq: ARDT) opened the plant, **the** "
        "office and the **the** house in *an office*.\n"
    )
    page = (
        "<html><body><h1>Ardenta Opens a Plant</h1>\n<p>BOSTON, March 4, 2024 -- Ardenta, Inc. (Nasdaq: ARDT) opened the the plant "
        "&amp; the <b>the</b> house in a office. {end}</p>\n<p>investors on terms that its shareholders and its creditors would "
        "accept at that time.</p></body></html>\n"
    ).replace("{end}", "It needs more money to complete its trials and there is no assurance that it will find")
    (at / "draft.html").write_text(page)
    done = prlint(at, "check", "--fix", "draft.html")
    assert (at / "draft.html").read_text() == page.replace("the the plant", "the plant").replace(
        "a office", "an office"
    )
    assert "broken-paragraph is left as it is: mark-up stands between its words" in done.stderr


def test_a_format_that_is_no_text_is_said_to_be_left(tmp_path: Path) -> None:
    at = folder(tmp_path)
    source = "{\\rtf1\\ansi BOSTON, March 4, 2024 -- Ardenta, Inc. (Nasdaq: ARDT) opened the the plant in Ohio.\\par}"
    (at / "draft.rtf").write_text(source)
    (at / "mail.eml").write_text(
        "From: a@ardenta.example\nSubject: Draft\nContent-Type: text/plain\n\n" + DRAFT.replace("..", ".")
    )
    done = prlint(at, "check", "--fix", "mail.eml")
    assert "fixes are not written: its text is a part of the file" in done.stderr
    assert "opened the the plant" in (at / "mail.eml").read_text()
    done = prlint(at, "check", "--fix", "draft.rtf")
    assert (at / "draft.rtf").read_text() == source
    assert done.returncode == 2, "such a file is not read, and that is said"


def test_a_word_file_is_left_and_its_copy_named(tmp_path: Path) -> None:
    at = folder(tmp_path)
    (at / "draft.docx").write_bytes(word.plain(DRAFT))
    before = (at / "draft.docx").read_bytes()
    done = prlint(at, "check", "--fix", "draft.docx")
    assert "--annotate COPY.docx puts the findings beside the words" in done.stderr
    assert (at / "draft.docx").read_bytes() == before
    (finding, *_) = [one for one in report(at, "draft.docx")["findings"] if one["suggestion"]]
    asked = prlint(at, "check", "--apply", finding["fingerprint"], "draft.docx")
    assert asked.returncode == 2
    assert "is not written: fixes are written into plain text" in asked.stderr


def test_a_waived_finding_is_not_fixed_and_no_fix_ends_a_waiver(tmp_path: Path) -> None:
    at = folder(
        tmp_path,
        draft_md="# Ardenta Opens a Plant\n\nBOSTON, March 4, 2024 -- Ardenta, Inc. (Nasdaq: ARDT) opened the the plant.\n",
    )
    name = fingerprint(at, "doubled-word", "draft.md")
    waived = prlint(at, "waive", name, "draft.md", "--reason", "a name", "--by", "Jane Roe", "--on", "2024-03-04")
    assert waived.returncode == 0, waived.stderr
    text = (at / "draft.md").read_text()
    done = prlint(at, "check", "--fix", "draft.md")
    assert (at / "draft.md").read_text() == text
    assert "fixed" not in done.stderr
    asked = prlint(at, "check", "--apply", name[:6], "draft.md")
    assert (asked.returncode, "that is waived" in asked.stderr) == (2, True)
    # A safe one in the same sentence would change the words that the waiver is about.
    (at / "draft.md").write_text(text.replace("plant.", "plant in a office."))
    name = fingerprint(at, "doubled-word", "draft.md")
    prlint(at, "waive", name, "draft.md", "--reason", "a name", "--by", "Jane Roe", "--on", "2024-03-04")
    done = prlint(at, "check", "--fix", "draft.md")
    assert "a office" in (at / "draft.md").read_text()
    assert "a waiver of doubled-word in the same sentence would end with it" in done.stderr


def test_a_suggestion_that_changes_a_fact_is_written_only_when_it_is_named(tmp_path: Path) -> None:
    at = folder(tmp_path, draft_txt=WRONG_NAME)
    prlint(at, "check", "--fix", "draft.txt")
    kept = (at / "draft.txt").read_text()
    assert kept == WRONG_NAME.replace("the the", "the")
    (at / "draft.txt").write_text(WRONG_NAME)
    name = fingerprint(at, "company-name-variant")
    done = prlint(at, "check", "--apply", name[:8], "draft.txt")
    # That finding only: what is safe is not asked for.
    assert (at / "draft.txt").read_text() == WRONG_NAME.replace("Ardanta", "Ardenta")
    assert "draft.txt: fixed 1: company-name-variant 5:1" in done.stderr
    assert "doubled-word" in done.stdout
    assert "company-name-variant" not in done.stdout


def test_named_and_safe_together_and_shown_first(tmp_path: Path) -> None:
    at = folder(tmp_path, draft_txt=WRONG_NAME)
    name = fingerprint(at, "company-name-variant")
    shown = prlint(at, "check", "--fix", "--apply", name, "--diff", "draft.txt")
    assert (at / "draft.txt").read_text() == WRONG_NAME
    prlint(at, "check", "--fix", "--apply", name, "draft.txt")
    assert (at / "draft.txt").read_text() == WRONG_NAME.replace("Ardanta", "Ardenta").replace("the the", "the")
    came = {line[1:] for line in shown.stdout.splitlines() if line[0] == "+"} - {"++ draft.txt"}
    assert came == set((at / "draft.txt").read_text().splitlines()) - set(WRONG_NAME.splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--apply", "abc"), "that is no fingerprint"),
        (("--apply", "company-name-variant"), "that is no fingerprint"),
        (("--apply", "0123456789"), "no finding has this fingerprint"),
        (("--diff",), "--diff shows what --fix or --apply would write"),
        (("--fix", "--write-baseline", "b.json"), "--write-baseline records findings"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_with_a_hint(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    at = folder(tmp_path, draft_txt=DRAFT)
    done = prlint(at, "check", "draft.txt", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "  hint: " in done.stderr
    assert (at / "draft.txt").read_text() == DRAFT


def test_a_fingerprint_that_names_findings_of_two_drafts_is_ambiguous(tmp_path: Path) -> None:
    at = folder(tmp_path, draft_txt=WRONG_NAME)
    name = fingerprint(at, "doubled-word")
    (at / "twin.txt").write_text(
        WRONG_NAME.replace("March 4", "March 5").replace("BOSTON, March 5, 2024 -- ", "BOSTON, March 4, 2024 -- ")
    )
    done = prlint(at, "check", "--apply", name, "draft.txt", "twin.txt")
    assert done.returncode == 2
    assert "names 2 findings" in done.stderr
    assert "name the one draft" in done.stderr


def test_a_finding_without_a_suggestion_cannot_be_applied(tmp_path: Path) -> None:
    at = folder(tmp_path, draft_txt="Ardenta will leverage its platform, and leveraging it is fun.\n")
    (finding, *_) = report(at, "draft.txt", "--rules", "ours.yaml", "--select", "house-word")["findings"]
    done = prlint(at, "check", "--rules", "ours.yaml", "--apply", finding["fingerprint"], "draft.txt")
    assert (done.returncode, "has no suggestion to apply" in done.stderr) == (2, True)


def test_a_fix_after_which_the_lines_would_be_read_otherwise_is_left(tmp_path: Path) -> None:
    # Without the word its line would be short, and the next one, which begins with a name, a line of its own.
    wrapped = (
        "BOSTON, March 4, 2024 -- Ardenta, Inc. (Nasdaq: ARDT) opened the the plant now\n"
        "Alabama today, and said that it is glad of the new one there, as all are, we hear.\n"
    )
    at = folder(tmp_path, draft_txt=wrapped)
    done = prlint(at, "check", "--fix", "draft.txt")
    assert (at / "draft.txt").read_text() == wrapped
    assert "doubled-word is left as it is: the lines around it would be read otherwise: mend it by hand" in done.stderr
    # Where the next line goes on in small letters it is one paragraph all the same.
    (at / "draft.txt").write_text(wrapped.replace("Alabama today", "the state today"))
    prlint(at, "check", "--fix", "draft.txt")
    assert (at / "draft.txt").read_text() == wrapped.replace("Alabama today", "the state today").replace(
        "the the", "the"
    )


def test_a_read_only_file_and_one_that_changed_meanwhile_are_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, other = tmp_path / "draft.txt", tmp_path / "other.txt"
    draft.write_text("as it is now")
    other.write_text("was")
    wrong = _fix._write({str(draft): (b"as it was read", b"fixed"), str(other): (b"was", b"fixed")})
    assert wrong == {str(draft): f"{draft} has been changed in the meantime: nothing was written to it"}
    assert draft.read_text() == "as it is now"
    assert other.read_text() == "fixed", "what one file has done is no reason not to write another"
    # Whoever may write anything is told of the mode all the same.
    monkeypatch.setattr(os, "access", lambda *_: False)
    wrong = _fix._write({str(draft): (b"as it is now", b"fixed")})
    assert wrong == {str(draft): f"{draft} is read-only: nothing was written to it"}
    assert draft.read_text() == "as it is now"


def test_what_was_not_written_is_not_said_to_be_fixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder(tmp_path, draft_txt=DRAFT))
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert main(["check", "--fix", "draft.txt"]) == 2
    said = capsys.readouterr().err
    assert "draft.txt is read-only: nothing was written to it" in said
    assert "fixed" not in said


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path: Path) -> None:
    at = folder(tmp_path, real__draft_txt=DRAFT)
    os.chmod(at / "real" / "draft.txt", 0o640)
    os.symlink("real/draft.txt", at / "link.txt")
    prlint(at, "check", "--fix", "link.txt")
    assert (at / "link.txt").is_symlink()
    assert (at / "real" / "draft.txt").read_text() == FIXED
    assert (at / "real" / "draft.txt").stat().st_mode & 0o777 == 0o640


def test_a_fix_whose_result_has_the_fault_again_or_another_is_taken_back(tmp_path: Path) -> None:
    at = folder(
        tmp_path,
        draft_txt="BOSTON, March 4, 2024 -- Ardenta, Inc. (Nasdaq: ARDT) will utilise pumps and leverage tubes.\n",
    )
    (at / "ours.yaml").write_text(_rule("again", "utilise", "re-utilise") + "")
    (at / "more.yaml").write_text(_rule("other", "leverage", "employing"))
    (at / "none.yaml").write_text(_rule("employing", "employing", "use").replace("safe: true", "safe: false"))
    text = (at / "draft.txt").read_text()
    done = prlint(
        at, "check", "--fix", "draft.txt", "--rules", "ours.yaml", "--rules", "more.yaml", "--rules", "none.yaml", "--select", "again,other,employing"
    )  # fmt: skip
    assert (at / "draft.txt").read_text() == text
    assert "again is left as it is: the result still has it" in done.stderr
    assert "other is left as it is: it would bring another finding" in done.stderr
    assert done.returncode == 0


def _rule(id: str, word: str, instead: str) -> str:
    return f"""\
id: {id}
title: A word that the house does not use
since: "0.1"
status: stable
kind: replace
severity: warning
message: '"{{found}}" is not our word'
params: {{pattern: '\\b{word}\\b', with: '{instead}', safe: true}}
advice: Say use.
why: It says less than it seems to.
sources: [{{title: The house's style guide, checked: 2026-11-21}}]
examples:
  - id: verb
    flag: 'Ardenta will [[{word}]] its platform.'
  - id: use
    quiet: 'Ardenta will use its platform.'
"""
