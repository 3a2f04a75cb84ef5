"""prlint check, run as a process: exit codes, inputs, outputs, and one clear line for what goes wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import CLEAN, FAULTY, ONLY, environment, folder, prlint

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_found_is_0_and_says_what_was_looked_at(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path, a_txt=CLEAN), "check", "a.txt", *ONLY)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Nothing to report in 1 release\n", "")


def test_a_finding_is_1(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path, a_txt=FAULTY), "check", "a.txt", *ONLY)
    assert (done.returncode, done.stderr) == (1, "")
    assert '  error    house-word   "leverage" is not our word\n' in done.stdout
    assert done.stdout.endswith("\n1 error in 1 release\n")


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("error", "never", 0),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("info", "warning", 0),
        ("info", "info", 1),
    ],
)
def test_fail_on_draws_the_line(tmp_path: Path, severity: str, fail_on: str, code: int) -> None:
    at = folder(tmp_path, severity, a_txt=FAULTY, b__prlint_yaml=f"fail_on: {fail_on}\n", b__a_txt=FAULTY)
    assert prlint(at, "check", "a.txt", *ONLY, "--fail-on", fail_on).returncode == code
    assert prlint(at, "check", "b/a.txt", *ONLY).returncode == code


def test_the_strictest_draft_decides_and_the_command_line_stands_above(tmp_path: Path) -> None:
    at = folder(
        tmp_path, "warning", a__prlint_yaml="fail_on: warning\n", a__a_txt=CLEAN, b__prlint_yaml="", b__b_txt=FAULTY
    )
    assert prlint(at, "check", "a", "b", *ONLY).returncode == 0
    (at / "a" / "a.txt").write_text(FAULTY)
    assert prlint(at, "check", "a", "b", *ONLY).returncode == 1
    assert prlint(at, "check", "a", "b", *ONLY, "--fail-on", "error").returncode == 0


def test_a_folder_stands_for_its_releases_sorted_and_each_once(tmp_path: Path) -> None:
    at = folder(tmp_path, d__b_txt=FAULTY, d__a__x_md=FAULTY, d__note_yaml="a: b", d___hidden_txt="")
    (at / "d" / ".hidden").mkdir()
    (at / "d" / ".hidden" / "x.txt").write_text(FAULTY)
    (at / "d" / "table.csv").write_text(FAULTY)
    done = prlint(at, "check", "d", "d/b.txt", "./d", *ONLY, "--format", "json")
    assert [document["path"] for document in json.loads(done.stdout)["documents"]] == [
        "d/_hidden.txt",
        "d/a/x.md",
        "d/b.txt",
    ]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_links_out_of_a_folder_are_not_followed_and_that_is_said(tmp_path: Path) -> None:
    at = folder(tmp_path, d__a_txt=CLEAN, secret__s_txt=FAULTY)
    (at / "d" / "out.txt").symlink_to(at / "secret" / "s.txt")
    (at / "d" / "folder").symlink_to(at / "secret")
    (at / "d" / "circle").symlink_to(at / "d")
    done = prlint(at, "check", "d", *ONLY)
    assert (done.returncode, done.stdout) == (
        0,
        "Nothing to report in 1 release\nNote: d/out.txt leads out of d: not checked\n",
    )


def test_standard_input_is_a_draft(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path), "check", "-", *ONLY, "--format", "concise", stdin=FAULTY)
    column = FAULTY.index("leverage") + 1
    assert (done.returncode, done.stdout) == (1, f'-:1:{column}: error house-word: "leverage" is not our word\n')


def test_one_unreadable_file_is_reported_and_the_rest_is_checked(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt=FAULTY, z_txt=CLEAN)
    (at / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    (at / "large.txt").write_bytes(b"word " * 900_000)
    done = prlint(at, "check", "a.txt", "gone.txt", "binary.txt", "large.txt", "z.txt", *ONLY, "--format", "json")
    assert done.returncode == 2
    report = json.loads(done.stdout)
    assert [finding["document"] for finding in report["findings"]] == ["a.txt"]
    assert [document["path"] for document in report["documents"]] == ["a.txt", "z.txt"]
    assert {(error["kind"], error["document"]) for error in report["errors"]} == {
        ("unreadable-input", "gone.txt"),
        ("unreadable-input", "binary.txt"),
        ("unreadable-input", "large.txt"),
    }
    assert sorted(done.stderr.splitlines()) == [
        "prlint: binary.txt: this is binary data, not text",
        "prlint: gone.txt: cannot be read: No such file or directory",
        "prlint: large.txt: is larger than 4 MB: not a release",
    ]


def test_findings_are_printed_beside_an_error_in_text_too(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path, a_txt=FAULTY), "check", "a.txt", "gone.txt", *ONLY)
    assert done.returncode == 2
    assert "house-word" in done.stdout
    assert done.stdout.endswith("1 error in 1 release\nThe run is not complete: 1 error of the run itself\n")
    assert done.stderr == "prlint: gone.txt: cannot be read: No such file or directory\n"


@pytest.mark.parametrize("text", ["", "\n \n", "Ardenta", "No dateline stands here, and nothing is wrong.\n"])
def test_a_file_with_next_to_nothing_in_it_is_no_crash_and_no_finding(tmp_path: Path, text: str) -> None:
    done = prlint(folder(tmp_path, a_txt=text), "check", "a.txt", "--show", "info", "--format", "json")
    assert json.loads(done.stdout)["findings"] == []
    assert done.returncode == 0
    assert ("a.txt is empty" in done.stderr) is not text.strip()


def test_a_broken_rule_is_one_clear_error_and_2(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt=FAULTY)
    rule = (at / "ours.yaml").read_text()
    (at / "broken.yaml").write_text(rule.replace("id: house-word", "id: other-word").replace("severity:", "severit:"))
    done = prlint(at, "check", "a.txt", "--rules", "broken.yaml", *ONLY)
    assert done.returncode == 2
    assert "house-word" in done.stdout
    assert "prlint: broken.yaml:6:1: unknown key `severit`\n  6 | severit: error\n    | ^^^^^^^\n" in done.stderr
    assert "did you mean `severity`?" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_profile_is_shown_and_its_drafts_are_not_checked_without_it(tmp_path: Path) -> None:
    at = folder(tmp_path, a__a_txt=FAULTY, b__b_txt=FAULTY, b__prlint_yaml="isuer: {name: Ardenta}\n")
    done = prlint(at, "check", "a", "b", *ONLY, "--format", "concise")
    assert done.returncode == 2
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a/a.txt"]
    assert done.stderr == (
        "prlint: b/prlint.yaml:1:1: unknown key `isuer`\n"
        "  1 | isuer: {name: Ardenta}\n"
        "    | ^^^^^\n"
        "  hint: did you mean `issuer`?\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--select", "house-wrd"], "no rule or family is called `house-wrd`", "did you mean `house-word`?"),
        (["--ignore", "house-wrd"], "no rule or family is called `house-wrd`", "did you mean `house-word`?"),
        (["--format", "jsn"], "--format cannot be `jsn`", "did you mean `json`?"),
        (["--fail-on", "warnings"], "--fail-on cannot be `warnings`", "did you mean `warning`?"),
        (["--show", "inf"], "--show cannot be `inf`", "did you mean `info`?"),
        (["--color", "alway"], "--color cannot be `alway`", "did you mean `always`?"),
        (["--as-of", "2026-02-30"], "--as-of is not a date: `2026-02-30`", "there is no such day"),
        (["--as-of", "March 2"], "--as-of is not a date: `March 2`", "dates are written YYYY-MM-DD"),
        (["--archive", "gone"], "--archive gone: there is no such file or folder", ""),
        (["--output", "a.txt"], "--output a.txt is one of the releases: it is never overwritten", ""),
        (["--output", "gone/x.json"], "--output gone/x.json: cannot be written: No such file or directory", ""),
        (["--nonsense"], "unrecognized arguments: --nonsense", "prlint check --help shows what may stand here"),
    ],
)
def test_a_wrong_option_is_one_line_and_a_hint(tmp_path: Path, arguments: list[str], message: str, hint: str) -> None:
    done = prlint(folder(tmp_path, a_txt=CLEAN), "check", "a.txt", "--rules", "ours.yaml", *arguments)
    assert (done.returncode, done.stderr) == (2, f"prlint: {message}\n" + (f"  hint: {hint}\n" if hint else ""))
    assert (tmp_path / "a.txt").read_text() == CLEAN


def test_a_rule_that_the_profile_misnames_is_shown_in_the_profile(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt=CLEAN, prlint_yaml="rules:\n  paths: [ours.yaml]\n  ignore: [house-wrd]\n")
    done = prlint(at, "check", "a.txt")
    assert done.returncode == 2
    assert done.stderr == (
        "prlint: prlint.yaml:3:12: no rule or family is called `house-wrd`\n"
        "  3 |   ignore: [house-wrd]\n"
        "    |            ^^^^^^^^^\n"
        "  hint: did you mean `house-word`?\n"
    )


def test_the_profile_brings_rules_severities_and_what_to_ignore(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt=FAULTY)
    settings = "rules: {paths: [ours.yaml], select: [house-word]"

    def code(more: str, *arguments: str) -> int:
        (at / "prlint.yaml").write_text(f"{settings}{more}}}\n")
        done = prlint(at, "check", "a.txt", *arguments)
        assert done.stderr == ""
        return int(done.returncode)

    assert code("") == 1
    assert code(", severity: {house-word: warning}") == 0
    assert code(", severity: {house-word: off}") == 0
    assert code(", ignore: [house-word]") == 0
    assert code(", ignore: [house-word]", "--select", "house-word") == 1
    assert code("", "--ignore", "house-word") == 0


def test_what_the_profile_excludes_is_not_checked_and_its_archive_is_evidence(tmp_path: Path) -> None:
    at = folder(
        tmp_path,
        prlint_yaml="exclude: [old/**]\narchive: releases\n",
        new_txt=CLEAN,
        old__a_txt=FAULTY,
        releases__r_txt=FAULTY,
    )
    done = prlint(at, "check", ".", *ONLY, "--format", "json")
    assert [document["path"] for document in json.loads(done.stdout)["documents"]] == ["./new.txt"]
    done = prlint(at, "check", "new.txt", "old/a.txt", *ONLY)
    assert (done.returncode, done.stdout) == (
        0,
        "Nothing to report in 1 release\nNote: old/a.txt is excluded by prlint.yaml: not checked\n",
    )
    done = prlint(at, "check", "old", *ONLY)
    assert done.stdout.endswith("Note: nothing was checked: every file is excluded, or is in the archive\n")
    # Whoever names the archive itself, or a release of it, wants it checked.
    assert prlint(at, "check", "releases/r.txt", *ONLY).returncode == 1
    assert prlint(at, "check", "releases", *ONLY).returncode == 1


def test_an_archive_that_is_not_there_is_a_mistake_of_the_profile(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt=CLEAN, prlint_yaml="archive: releses/\n")
    done = prlint(at, "check", "a.txt", *ONLY)
    assert (done.returncode, done.stderr) == (
        2,
        "prlint: prlint.yaml:1:1: the archive `releses/` is not there\n  1 | archive: releses/\n    | ^^^^^^^\n",
    )


def test_rules_that_are_not_there_are_a_mistake_of_the_profile_that_names_them(tmp_path: Path) -> None:
    at = folder(tmp_path, b__a_txt=FAULTY, b__prlint_yaml="rules:\n  paths: [ous/]\n")
    done = prlint(at, "check", "b/a.txt", *ONLY, "--format", "concise")
    assert done.returncode == 2
    assert done.stdout.startswith("b/a.txt:1:")
    assert done.stderr == (
        "prlint: b/prlint.yaml:2:11: the rules `ous/`: there is no such file or folder\n"
        "  2 |   paths: [ous/]\n"
        "    |           ^^^^\n"
    )


@pytest.mark.parametrize("name", ["prlint.yaml", "prlint-waivers.yaml"])
def test_a_settings_file_that_cannot_be_read_is_not_passed_over(tmp_path: Path, name: str) -> None:
    at = folder(tmp_path, a_txt=CLEAN)
    (at / name).symlink_to("gone.yaml")
    done = prlint(at, "check", "a.txt", *ONLY)
    assert (done.returncode, done.stderr) == (2, f"prlint: {name}: cannot be read: No such file or directory\n")
    (at / name).unlink()
    (at / name).mkdir()
    done = prlint(at, "check", "a.txt", *ONLY)
    assert (done.returncode, done.stderr) == (2, f"prlint: {name}: cannot be read: Is a directory\n")


def test_waivers_that_are_not_utf_8_are_shown_at_their_place(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt=CLEAN)
    (at / "prlint-waivers.yaml").write_bytes(b"\xef\xbb\xbfschema: prlint-waivers/1\r\n# f\xc3\xbcr M\xfcller\r\n")
    done = prlint(at, "check", "a.txt", *ONLY)
    assert (done.returncode, done.stderr) == (
        2,
        (
            "prlint: prlint-waivers.yaml:2:8: this is not UTF-8\n"
            "  2 | # für M�ller\n    |        ^\n  hint: save the file as UTF-8\n"
        ),
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    at = folder(tmp_path, b__a_txt=CLEAN)
    os.mkfifo(at / "b" / "b.txt")
    done = prlint(at, "check", "b", *ONLY)
    assert done.returncode == 0
    assert "Note: b/b.txt is a pipe, socket or device: not checked" in done.stdout


def test_nothing_to_check_is_not_a_clean_run(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = prlint(folder(tmp_path), "check", "empty")
    assert (done.returncode, done.stderr) == (2, "prlint: there was nothing to check\n")
    assert "empty holds no release" in done.stdout


def test_a_draft_in_a_folder_that_no_reader_reads_is_named(tmp_path: Path) -> None:
    at = folder(tmp_path)
    (at / "d").mkdir()
    for name in ("b.odt", "a.doc", "~lock.doc", "picture.png"):
        (at / "d" / name).write_bytes(b"\xd0\xcf\x11\xe0")
    (at / "d" / "c.txt").write_text("Ardenta Foods opened a bakery in Lyon.\n")
    done = prlint(at, "check", "d")
    assert done.returncode == 0
    assert "Note: not read: d/a.doc and 1 more (save as .docx)\n" in done.stdout
    (at / "d" / "b.odt").unlink()
    assert "Note: not read: d/a.doc (save as .docx)\n" in prlint(at, "check", "d").stdout


def test_output_is_whole_or_not_there(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt=FAULTY)
    (at / "report.json").write_text("old")
    done = prlint(at, "check", "a.txt", *ONLY, "--format", "json", "--output", "report.json")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert json.loads((at / "report.json").read_text())["summary"]["error"] == 1
    done = prlint(at, "check", "a.txt", *ONLY, "--output", "report.json")
    assert "house-word" in (at / "report.json").read_text()
    assert sorted(path.name for path in at.iterdir()) == ["a.txt", "ours.yaml", "report.json"]


def test_same_bytes_in_same_bytes_out(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt=FAULTY, b_txt=FAULTY + "\n" + FAULTY)
    runs = [
        prlint(at, "check", "a.txt", "b.txt", "--rules", "ours.yaml", "--format", "json", PYTHONHASHSEED=seed, TZ=zone)
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert runs[0].stdout == runs[1].stdout


def test_a_pipe_gets_no_colour_unless_it_is_wanted(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt=FAULTY)
    assert "\x1b" not in prlint(at, "check", "a.txt", *ONLY).stdout
    assert "\x1b[1;31m" in prlint(at, "check", "a.txt", *ONLY, "--color", "always").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")
@pytest.mark.parametrize(
    ("changed", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_gets_colour_and_its_own_width(tmp_path: Path, changed: dict[str, str], colour: bool) -> None:
    import fcntl
    import pty
    import struct
    import termios

    at = folder(tmp_path, a_txt="Ardenta said this before. " * 9 + "It will leverage it." + " It said so again." * 9)
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "prlint", "check", "a.txt", *ONLY],
        cwd=at,
        env=environment(at, **{"TERM": "xterm", **changed}),
        stdout=slave,
        stderr=slave,
        stdin=slave,
    )
    os.close(slave)
    shown = b""
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(master)
    assert process.wait() == 1
    text = shown.decode()
    assert ("\x1b[" in text) is colour
    if not colour:
        widths = [len(line) for line in text.replace("\r\n", "\n").split("\n") if "leverage" in line]
        assert 50 < max(widths) <= 60


def test_a_reader_who_goes_is_no_error(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt=(FAULTY + "\n") * 3000)
    process = subprocess.Popen(
        [sys.executable, "-m", "prlint", "check", "a.txt", *ONLY, "--format", "concise"],
        cwd=at,
        env=environment(at),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals here")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_ends_quietly(tmp_path: Path, number: signal.Signals, code: int) -> None:
    at = folder(tmp_path)
    os.mkfifo(at / "slow.txt")
    process = subprocess.Popen(
        [sys.executable, "-m", "prlint", "check", "slow.txt", *ONLY],
        cwd=at,
        env=environment(at),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    # Opening waits until prlint has opened the other end; then it waits for us.
    with open(at / "slow.txt", "wb"):
        process.send_signal(number)
        out, error = process.communicate(timeout=60)
    assert (process.returncode, out, error) == (code, b"", b"")


def test_an_encoding_that_cannot_say_all_gets_what_it_can(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt=FAULTY.replace("its platform", "its „platform“ " * 20))
    done = prlint(at, "check", "a.txt", *ONLY, PYTHONIOENCODING="ascii")
    assert "Traceback" not in done.stderr
    assert "\\u2026" in done.stdout


def test_as_of_is_in_the_report(tmp_path: Path) -> None:
    at = folder(tmp_path, a_txt=CLEAN)
    done = prlint(at, "check", "a.txt", *ONLY, "--as-of", "2026-05-01", "--format", "json")
    (document,) = json.loads(done.stdout)["documents"]
    assert (document["date"], document["as_of"]) == ("2026-03-02", "2026-05-01")
