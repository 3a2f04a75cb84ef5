"""What a person sees beside the findings: how much is said, and how far a long run has come."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.cli.running import CLEAN, FAULTY, ONLY, environment, folder, prlint

if TYPE_CHECKING:
    from pathlib import Path


def watched(at: Path, *arguments: str, **changed: str) -> tuple[str, str, int]:
    """Runs prlint with its standard error on a terminal; returns standard output, what the terminal saw, the code."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "prlint", *arguments],
        cwd=at,
        env=environment(at, **{"TERM": "xterm-256color", "COLUMNS": "80", **changed}),
        stdout=subprocess.PIPE,
        stderr=theirs,
        stdin=subprocess.DEVNULL,
    ) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                read = os.read(ours, 65536)
            except OSError:  # the other side has hung up
                break
            if not read:
                break
            seen += read
        assert process.stdout is not None
        out = process.stdout.read().decode()
    os.close(ours)
    return out, seen.decode(errors="replace"), process.returncode


def many(at: Path) -> Path:
    """Makes a folder of thirty releases, one of them with a finding."""
    texts = {f"drafts__n{i:02}_txt": CLEAN.replace("March 2", f"March {i + 1}") for i in range(29)}
    return folder(at, **texts, drafts__z_txt=FAULTY)


def test_a_long_run_shows_how_far_it_has_come_and_leaves_nothing_behind(tmp_path: Path) -> None:
    here = many(tmp_path)
    out, seen, code = watched(here, "check", "drafts", *ONLY)
    assert "60" in seen, "a release is read, and then checked"
    assert "reading and checking" in seen
    assert seen.rstrip().endswith("\x1b[2K"), "the line is wiped"
    assert (out, code) == (prlint(here, "check", "drafts", *ONLY).stdout, 1), "the report is the same"


def test_a_short_run_and_a_quiet_one_show_no_bar(tmp_path: Path) -> None:
    here = many(tmp_path)
    assert watched(here, "check", "drafts/z.txt", *ONLY)[1] == ""
    assert watched(here, "check", "drafts", "--quiet", *ONLY)[1] == ""
    assert watched(here, "check", "drafts", *ONLY, TERM="dumb")[1] == ""


def test_quiet_prints_findings_and_nothing_else(tmp_path: Path) -> None:
    here = folder(tmp_path, draft_txt=FAULTY, clean_txt=CLEAN)
    loud, quiet = (prlint(here, "check", "draft.txt", *ONLY, *more) for more in ((), ("--quiet",)))
    assert "1 error in 1 release" in loud.stdout
    assert quiet.stdout.strip() == loud.stdout.partition("1 error in")[0].strip()
    assert (quiet.returncode, quiet.stderr) == (1, "")
    nothing = prlint(here, "check", "clean.txt", *ONLY, "--quiet")
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (0, "", "")


def test_quiet_still_says_what_is_wrong_with_the_run(tmp_path: Path) -> None:
    here = folder(tmp_path, draft_txt=CLEAN)
    done = prlint(here, "check", "draft.txt", "nowhere.txt", *ONLY, "--quiet")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere.txt" in done.stderr


def test_verbose_prints_all_there_is(tmp_path: Path) -> None:
    here = folder(tmp_path, severity="info", draft_txt=FAULTY)
    assert "1 note hidden" in prlint(here, "check", "draft.txt", *ONLY).stdout
    verbose = prlint(here, "check", "draft.txt", *ONLY, "--verbose").stdout
    asked = prlint(here, "check", "draft.txt", *ONLY, "--show", "info,fingerprint").stdout
    assert "leverage" in verbose
    assert verbose == asked


def test_quiet_and_verbose_are_not_both(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path, draft_txt=CLEAN), "check", "draft.txt", "--quiet", "--verbose")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--quiet and --verbose" in done.stderr
