"""prlint waive, and comments in drafts that waive: the real command, on real files."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.running import ROOT, folder, prlint
from tests.formats import word

if TYPE_CHECKING:
    from pathlib import Path

    from tests.warm import Done, Warm

HEAD = "Ardenta Opens a Site in Madison\n\n"
LEAD = "MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) will leverage its platform.\n\n"
TWO = "We are leveraging the site, and we leverage more.\n"
PROFILE = "rules: {paths: [ours.yaml], select: [house-word]}\n"
WHO = ("--by", "Maria Delgado", "--on", "2026-03-01")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    at = tmp_path / "house"
    at.mkdir()
    return folder(at, draft_md=HEAD + LEAD + TWO, prlint_yaml=PROFILE)


@pytest.fixture
def command(warm: Warm, house: Path) -> Any:
    """Runs prlint in a house with a draft."""

    def run(*arguments: str) -> Done:
        return warm.prlint(house, {"PYTHONPATH": str(ROOT)}, *arguments)

    return run


def test_a_line_of_a_draft_is_waived(command: Any, house: Path) -> None:
    done = command("waive", "draft.md:3", "--reason", "the client's own word", "--until", "2026-06-30", *WHO)
    assert (done.code, done.out, done.err) == (
        0,
        'prlint-waivers.yaml: waived "leverage" (house-word) at draft.md:3:80, until 2026-06-30\n',
        "",
    )
    text = (house / "prlint-waivers.yaml").read_text()
    for line in (
        "    reason: the client's own word",
        "    by: Maria Delgado",
        "    on: 2026-03-01",
        "    until: 2026-06-30",
        "    quote: leverage",
        "      headline: Ardenta Opens a Site in Madison",
    ):
        assert line in text.splitlines()
    done = command("check", "draft.md", "--show", "waived")
    assert "  waived   house-word   " in done.out
    assert "waived:  the client's own word (Maria Delgado, until 2026-06-30, prlint-waivers.yaml:4)" in done.out
    assert "2 errors in 1 release; 1 waived" in done.out
    found = json.loads(command("check", "draft.md", "--format", "json").out)
    assert [finding["waived"] and finding["waived"]["by"] for finding in found["findings"]] == [
        "Maria Delgado",
        None,
        None,
    ]
    assert found["summary"]["error"] == 2


def test_every_format_that_shows_waivers_is_given_them(command: Any) -> None:
    command("waive", "draft.md:3", "--reason", "the client's own word", *WHO)
    sarif = json.loads(command("check", "draft.md", "--format", "sarif").out)
    suppressed = [result["suppressions"] for result in sarif["runs"][0]["results"]]
    assert [len(each) for each in suppressed] == [1, 0, 0]
    assert suppressed[0][0]["justification"] == "the client's own word"
    assert "own word" in command("check", "draft.md", "--format", "html").out
    assert command("check", "draft.md", "--format", "concise").out.count("\n") == 2


def test_several_on_a_line_are_listed_and_one_is_named_by_six_characters(command: Any) -> None:
    done = command("waive", "draft.md:5", "--reason", "agreed", *WHO)
    assert (done.code, done.out) == (2, "")
    first, *rest = done.err.splitlines()
    assert first == "prlint: draft.md:5 names 2 findings; name one by its first characters:"
    assert [line[6:] for line in rest] == [
        '  draft.md:5:8: error house-word: "leveraging" is not our word',
        '  draft.md:5:36: error house-word: "leverage" is not our word',
    ]
    six = rest[1][:6]
    assert f'"leverage" is not our word ({six})' in command("check", "draft.md", "--show", "fingerprint").out
    done = command("waive", six, "draft.md", "--reason", "agreed", *WHO)
    assert (done.code, done.out) == (0, 'prlint-waivers.yaml: waived "leverage" (house-word) at draft.md:5:36\n')
    # The place as a report prints it.
    done = command("waive", "draft.md:5:8", "--reason", "agreed", *WHO)
    assert (done.code, done.out) == (0, 'prlint-waivers.yaml: waived "leveraging" (house-word) at draft.md:5:8\n')


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["draft.md:3"], "prlint: a waiver needs a reason\n"),
        (["draft.md:3", "--reason", " "], "prlint: a waiver needs a reason\n"),
        (["draft.md:4", "--reason", "agreed"], "prlint: there is no finding at draft.md:4\n"),
        (["nowhere.md:4", "--reason", "agreed"], "prlint: nowhere.md is not there\n"),
        (["abcdef", "draft.md", "--reason", "agreed"], "prlint: no finding has the fingerprint abcdef\n"),
        (["abcdef", "--reason", "agreed"], "prlint: name the draft that has this finding\n"),
        (["abc", "draft.md", "--reason", "agreed"], "prlint: `abc` is no FILE:LINE and no fingerprint\n"),
        (["draft.md:3", "--reason", "agreed", "--until", "June"], "prlint: --until is not a date: `June`\n"),
        (["draft.md:3", "--reason", "agreed", "--until", "2026-01-01"], "prlint: --until 2026-01-01 lies before"),
        (
            ["draft.md:3", "--reason", "agreed", "--until", "2026-03-04", "--as-of", "2026-03-05"],
            "prlint: --until 2026-03-04 has passed already: draft.md is judged as of 2026-03-05\n",
        ),
        (["draft.md:3", "--reason", "agreed", "--scope", "all"], "prlint: --scope cannot be `all`\n"),
        ([], "prlint: nothing was named to waive\n"),
        (["--prune"], "prlint: --prune needs the drafts to look at\n"),
        (["--list", "--prune"], "prlint: --list, --prune and a new waiver are three things\n"),
    ],
)
def test_what_is_refused(command: Any, house: Path, arguments: list[str], said: str) -> None:
    done = command("waive", *arguments, *WHO)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)
    assert not (house / "prlint-waivers.yaml").exists()


def test_what_is_waived_is_not_waived_again(command: Any, house: Path) -> None:
    command("waive", "draft.md:3", "--reason", "agreed", *WHO)
    before = (house / "prlint-waivers.yaml").read_bytes()
    done = command("waive", "draft.md:3", "--reason", "agreed", *WHO)
    assert (done.code, done.err) == (
        2,
        "prlint: that is waived already: agreed (Maria Delgado, prlint-waivers.yaml:4)\n",
    )
    assert (house / "prlint-waivers.yaml").read_bytes() == before


def test_a_broken_run_changes_nothing(command: Any, house: Path) -> None:
    (house / "prlint-waivers.yaml").write_text("waivers:\n  - rule: house-word\n")
    done = command("waive", "draft.md:3", "--reason", "agreed", *WHO)
    assert done.code == 2
    assert "prlint-waivers.yaml:2:5: `waivers` has an entry without `fingerprint`" in done.err
    assert "prlint: nothing was changed" in done.err
    assert (house / "prlint-waivers.yaml").read_text() == "waivers:\n  - rule: house-word\n"


def test_edited_the_waiver_is_dead_and_pruned(command: Any, house: Path) -> None:
    command("waive", "draft.md:3", "--reason", "agreed", *WHO)
    command("waive", "draft.md:5:8", "--reason", "also agreed", *WHO)
    (house / "draft-v2.md").write_text(HEAD + LEAD.replace("its platform", "our platform") + TWO)
    done = command("check", "draft-v2.md")
    assert done.code == 1
    said = " ".join(done.out.split())
    assert (
        'Note: prlint-waivers.yaml:4: the waiver of "leverage" (house-word) no longer holds: the text has changed; it was '
        '"… ARDT) will leverage its platform.", and draft-v2.md:3:80 reads "… ARDT) will leverage our platform."'
        in said
    )
    listed = command("waive", "--list", "draft-v2.md").out.splitlines()
    assert listed == [
        'prlint-waivers.yaml:4  changed  "leverage" (house-word)  agreed (Maria Delgado, 2026-03-01)',
        'prlint-waivers.yaml:17  holds  "leveraging" (house-word)  also agreed (Maria Delgado, 2026-03-01)',
    ]
    done = command("waive", "--prune", "draft-v2.md")
    assert (done.code, done.out) == (0, f"took out {listed[0]}\n")
    assert command("waive", "--list").out == (
        'prlint-waivers.yaml:4  "leveraging" (house-word)  also agreed (Maria Delgado, 2026-03-01)\n'
    )
    assert command("waive", "--prune", "draft-v2.md").out == "every waiver of these drafts holds\n"
    assert "no longer" not in command("check", "draft-v2.md").out


def test_a_decision_made_anew_takes_the_place_of_the_old_one(command: Any, house: Path) -> None:
    command("waive", "draft.md:3", "--reason", "agreed", "--until", "2026-03-31", *WHO)
    text = (house / "prlint-waivers.yaml").read_text()
    (house / "prlint-waivers.yaml").write_text(text.replace("schema:", "# Ours.\nschema:"))
    late = ("--as-of", "2026-04-01")
    done = command("waive", "draft.md:3", "--reason", "agreed again", "--until", "2026-05-31", *late, *WHO)
    assert done.out == (
        'prlint-waivers.yaml: waived "leverage" (house-word) at draft.md:3:80, until 2026-05-31, '
        "in place of the one that expired\n"
    )
    assert "agreed again" in command("check", "draft.md", "--show", "waived", *late).out
    (house / "draft.md").write_text((HEAD + LEAD + TWO).replace("its platform", "our platform"))
    done = command("waive", "draft.md:3", "--reason", "as before", *WHO)
    assert done.out.endswith("at draft.md:3:80, in place of the one that was made on an earlier wording\n")
    text = (house / "prlint-waivers.yaml").read_text()
    assert (text.count("- rule:"), "# Ours.\n" in text) == (1, True)
    assert "Note:" not in command("check", "draft.md").out


def test_a_place_in_a_word_file_is_that_of_the_report(command: Any, house: Path) -> None:
    (house / "draft.docx").write_bytes(word.docx("".join(word.p(text) for text in (HEAD, LEAD.strip(), TWO.strip()))))
    first = command("check", "draft.docx", "--format", "concise").out.splitlines()[0]
    place = first.partition(": ")[0]
    done = command("waive", place, "--reason", "agreed", *WHO)
    assert done.out == f'prlint-waivers.yaml: waived "leverage" (house-word) at {place}\n'
    assert "; 1 waived" in command("check", "draft.md").out, "the same release as Markdown"


def test_each_house_has_its_own(command: Any, house: Path) -> None:
    (house / "prlint.yaml").unlink()
    for name in ("one", "two"):
        (house / name).mkdir()
        (house / name / "prlint.yaml").write_text("rules: {paths: [../ours.yaml], select: [house-word]}\n")
        (house / name / "draft.md").write_text(HEAD + LEAD)
    done = command("waive", "one/draft.md:3", "--reason", "agreed", *WHO)
    assert done.out.startswith("one/prlint-waivers.yaml: waived")
    done = command("check", "one", "two", "--format", "concise")
    assert [line.partition(":")[0] for line in done.out.splitlines()] == ["two/draft.md"]


def test_who_decided_is_gits_user_or_the_login(tmp_path: Path) -> None:
    at = folder(tmp_path, draft_md=HEAD + LEAD, prlint_yaml=PROFILE)
    subprocess.run(["git", "init", "-q"], cwd=at, check=True)
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LOGNAME": "mdelgado"}
    assert prlint(at, "waive", "draft.md:3", "--reason", "agreed", **nobody).returncode == 0
    assert "    by: mdelgado (login)\n" in (at / "prlint-waivers.yaml").read_text()
    (at / "prlint-waivers.yaml").unlink()
    subprocess.run(["git", "config", "user.name", "Maria Delgado"], cwd=at, check=True)
    assert prlint(at, "waive", "draft.md:3", "--reason", "agreed", **nobody).returncode == 0
    assert "    by: Maria Delgado\n" in (at / "prlint-waivers.yaml").read_text()


def test_without_a_profile_the_file_lies_where_one_works(command: Any, house: Path) -> None:
    (house / "prlint.yaml").unlink()
    (house / "new").mkdir()
    (house / "draft.md").rename(house / "new" / "draft.md")
    done = command("waive", "new/draft.md:3", "--reason", "agreed", "--rules", "ours.yaml", *WHO)
    assert done.out == 'prlint-waivers.yaml: waived "leverage" (house-word) at new/draft.md:3:80\n'
    assert "; 1 waived" in command("check", "new/draft.md", "--rules", "ours.yaml", "--select", "house-word").out


def test_a_draft_on_standard_input_is_under_the_waivers_of_the_folder(tmp_path: Path) -> None:
    at = folder(tmp_path, draft_md=HEAD + LEAD, prlint_yaml=PROFILE)
    assert prlint(at, "waive", "draft.md:3", "--reason", "agreed", *WHO).returncode == 0
    assert "; 1 waived" in prlint(at, "check", "-", stdin=HEAD + LEAD).stdout


def test_for_all_releases_of_the_issuer(command: Any, house: Path) -> None:
    done = command("waive", "draft.md:3", "--reason", "agreed", "--scope", "issuer", *WHO)
    assert done.out.endswith("at draft.md:3:80, in all releases of the issuer\n")
    (house / "next.md").write_text("Ardenta Reports Results\n\n" + LEAD.replace("March", "June"))
    assert command("check", "next.md").out == "Nothing to report in 1 release; 1 waived\n"
    (house / "bare.md").write_text("We leverage.\n")
    assert (
        "does not say who its issuer is"
        in command("waive", "bare.md:1", "--reason", "agreed", "--scope", "issuer", *WHO).err
    )


# Comments in the draft


def commented(comment: str, text: str = "We are leveraging the site.\n") -> str:
    return f"{HEAD}{LEAD.replace('leverage', 'use')}{comment}\n\n{text}"


def test_a_comment_waives_in_the_next_paragraph(command: Any, house: Path) -> None:
    (house / "draft.md").write_text(
        commented("<!-- prlint: waive house-word: the client's own word -->") + "\nWe leverage it.\n"
    )
    done = command("check", "draft.md", "--show", "waived")
    assert "waived:  the client's own word (line 5)" in done.out
    assert "1 error in 1 release; 1 waived" in done.out


def test_a_comment_waives_in_the_paragraph_that_it_stands_in(command: Any, house: Path) -> None:
    comment = "<!-- prlint: waive house-word until 2026-04-30: own word -->"
    (house / "draft.md").write_text(f"{commented('')}We leverage it. {comment} So it is.\n")
    out = command("check", "draft.md").out
    assert "; 1 waived" not in out, "two paragraphs of Markdown without a blank line between them are one"
    (house / "draft.md").write_text(f"{commented('')}\nWe leverage it. {comment} So it is.\n")
    assert "1 error in 1 release; 1 waived" in command("check", "draft.md").out
    done = command("check", "draft.md", "--as-of", "2026-05-01")
    assert "2 errors in 1 release\n" in done.out
    assert "Note: draft.md:9: this waiver of house-word expired on 2026-04-30; draft.md is judged as of" in done.out


def test_a_comment_of_two_lines(command: Any, house: Path) -> None:
    (house / "draft.md").write_text(commented("<!-- prlint: waive house-word:\nthe client's own word -->"))
    done = command("check", "draft.md", "--show", "waived")
    assert "waived:  the client's own word (line 5)" in done.out
    assert (done.code, done.err) == (0, "")


def test_a_comment_in_a_page(command: Any, house: Path) -> None:
    (house / "page.html").write_text(
        f"<html><body><h1>{HEAD}</h1>\n<p>{LEAD.replace('leverage', 'use')}</p>\n"
        "<!-- prlint: waive house-word: own\nword -->\n<p>We are <b>leveraging</b> the site.</p></body></html>\n"
    )
    done = command("check", "page.html", "--show", "waived")
    assert "waived:  own word (line 7)" in done.out
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("<!-- prlint: waive house-word -->", "this comment waives house-word without a reason (write "),
        ("<!-- prlint: waive house-word: -->", "this comment waives house-word without a reason (write "),
        (
            "<!-- prlint: waive hosue-word: agreed -->",
            "there is no rule `hosue-word` to waive (prlint rules lists them)\n",
        ),
        ("<!-- prlint: ignore house-word -->", "a comment for prlint that it does not understand (write "),
        (
            "<!-- prlint: waive house-word until June: agreed -->",
            "`June` is not a date: dates are written YYYY-MM-DD\n",
        ),
    ],
)
def test_a_comment_that_waives_nothing_fails_the_run(command: Any, house: Path, comment: str, said: str) -> None:
    (house / "draft.md").write_text(commented(comment))
    done = command("check", "draft.md")
    assert done.code == 2
    assert done.err.startswith(f"prlint: draft.md:5:1: {said}")
    assert "1 error in 1 release\n" in done.out


def test_a_comment_that_is_not_needed_says_so(command: Any, house: Path) -> None:
    (house / "draft.md").write_text(commented("<!-- prlint: waive house-word: agreed -->", "We use the site.\n"))
    out = command("check", "draft.md").out
    assert "Note: draft.md:5: this waiver of house-word is no longer needed: its paragraph has no such finding" in out
    assert "no longer" not in command("check", "draft.md", "--select", "doubled-word").out, "its rule was not run"


def test_a_comment_is_no_text_of_the_release(command: Any, house: Path) -> None:
    (house / "draft.md").write_text(commented("<!-- prlint: waive house-word: we leverage it -->", "We use it.\n"))
    found = json.loads(command("check", "draft.md", "--format", "json").out)
    assert found["findings"] == []
    bare = commented("", "We use it.\n")
    (house / "draft.md").write_text(bare)
    assert (
        json.loads(command("check", "draft.md", "--format", "json").out)["documents"][0]["words"]
        == found["documents"][0]["words"]
    )


def test_a_finding_with_places_elsewhere_needs_a_comment_at_each(command: Any, house: Path) -> None:
    lead = "MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) opened a site.\n\n"
    comment = "<!-- prlint: waive company-name-variant: the partner's own spelling -->\n\n"
    text = f"{HEAD}{lead}{comment}Ardenda will use the site.\n\n{{}}We trust Ardenda to do so.\n"
    (house / "draft.md").write_text(text.format(""))
    out = command("check", "draft.md", "--select", "company-name-variant").out
    assert "this waiver of company-name-variant covers 1 of 2 places of the finding" in " ".join(out.split())
    assert "1 error" in out
    (house / "draft.md").write_text(text.format(comment))
    out = command("check", "draft.md", "--select", "company-name-variant").out
    assert out.startswith("Nothing to report in 1 release; 1 waived\n")
