"""`prlint lsp` as an editor meets it: a real client, over standard input and output."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from lsprotocol import types

from tests.cli.running import CLEAN, FAULTY, folder, prlint
from tests.editor.client import Editor, session

if TYPE_CHECKING:
    from pathlib import Path

PROFILE = """\
issuer: {name: 'Ardenta Therapeutics, Inc.'}
archive: earlier/
rules: {paths: [ours.yaml]}
"""

EARLIER = """\
January 5, 2026

Ardenta Therapeutics Opens Laboratory

MADISON, Wis., January 5, 2026 (GLOBE NEWSWIRE) -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) today opened a laboratory.
"""

DRAFT = """\
March 2, 2026

Ardenta Therapeutics “😀” Opens a Second Laboratory

MADISON, Wis., March 2, 2026 (GLOBE NEWSWIRE) -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) opened a laboratory.

“😀 The laboratory of Ardenta is open,” it said. Ardanta will leverage it. Ardanta has four laboratories.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    at = tmp_path / "desk"
    at.mkdir()
    folder(at, prlint_yaml=PROFILE, earlier__old_txt=EARLIER, draft_txt=DRAFT)
    return at


def test_an_editor_marks_what_the_command_reports(desk: Path) -> None:
    shown: list[types.Diagnostic] = []

    async def story(editor: Editor) -> None:
        shown.extend(await editor.open("draft.txt"))

    session(desk, story)
    report = json.loads(prlint(desk, "check", "draft.txt", "--format", "json").stdout)
    reported = sorted(
        (finding["rule"], finding["fingerprint"])
        for finding in report["findings"]
        if finding["severity"] != "info"
        for _ in finding["places"]
    )
    assert reported
    assert sorted((one.code, one.data["fingerprint"]) for one in shown) == reported


def test_places_are_counted_in_utf_16(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        [word] = [one for one in await editor.open("draft.txt") if one.code == "house-word"]
        column = len(DRAFT.splitlines()[6].partition("leverage")[0].encode("utf-16-le")) // 2
        assert word.range == types.Range(types.Position(6, column), types.Position(6, column + len("leverage")))

    session(desk, story)


def test_evidence_leads_to_the_earlier_release(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        names = [one for one in await editor.open("draft.txt") if one.code == "company-name-variant"]
        assert len(names) == 2
        others = [one.location.uri for one in names[0].related_information or ()]
        assert editor.uri("earlier/old.txt") in others
        assert editor.uri("draft.txt") in others
        page = await editor.hover("draft.txt", names[0].range.start)
        assert "because" in page
        assert "prlint waive" in page

    session(desk, story)


def test_a_suggestion_is_applied_at_every_place_and_only_when_it_is_asked_for(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        names = [one for one in await editor.open("draft.txt") if one.code == "company-name-variant"]
        [action] = await editor.actions("draft.txt", names[0])
        assert not action.is_preferred, "a name is a fact"
        assert action.edit is not None
        assert action.edit.changes is not None
        edits = action.edit.changes[editor.uri("draft.txt")]
        assert [edit.range for edit in edits] == [one.range for one in names]
        assert {edit.new_text for edit in edits} == {"Ardenta"}
        editor.type("draft.txt", DRAFT.replace("Ardanta", "Ardenta"))
        assert "company-name-variant" not in {one.code for one in await editor.heard("draft.txt")}

    session(desk, story)


@pytest.mark.parametrize("name", ["draft.txt", "2. Entwürfe/Fünf 5% #1 (neu).txt"])
def test_marks_come_and_go_as_one_types(desk: Path, name: str) -> None:
    async def story(editor: Editor) -> None:
        assert "house-word" not in {one.code for one in await editor.open(name, CLEAN)}
        for end in range(len(FAULTY) - 5, len(FAULTY)):
            editor.type(name, FAULTY[:end])
        editor.type(name, FAULTY)
        assert "house-word" in {one.code for one in await editor.heard(name)}, "one answer, to the last keystroke"
        assert editor.said.empty()
        editor.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(editor.uri(name)))
        )
        assert await editor.heard(name) == []
        assert await editor.hover(name, types.Position(0, 3)) == ""

    session(desk, story)
    assert (desk / "draft.txt").read_text(encoding="utf-8") == DRAFT, "a server writes nothing"


def test_a_changed_profile_counts_at_once_and_a_broken_one_is_marked(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        assert "house-word" in {one.code for one in await editor.open("draft.txt")}
        (desk / "prlint.yaml").write_text(PROFILE + "fail_onn: error\n")
        saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(editor.uri("prlint.yaml")))
        editor.client.text_document_did_save(saved)
        [wrong] = await editor.heard("prlint.yaml")
        assert (wrong.range.start.line, "fail_onn" in wrong.message) == (3, True)
        (desk / "prlint.yaml").write_text(PROFILE.replace("ours.yaml]", "ours.yaml], ignore: [house-word]"))
        editor.client.text_document_did_save(saved)
        assert "house-word" not in {one.code for one in await editor.heard("draft.txt")}
        assert await editor.heard("prlint.yaml") == []

    session(desk, story)


def test_notes_are_marked_when_they_are_asked_for(desk: Path) -> None:
    (desk / "ours.yaml").write_text((desk / "ours.yaml").read_text().replace("severity: error", "severity: info"))
    codes: list[set[object]] = []

    async def story(editor: Editor) -> None:
        codes.append({one.code for one in await editor.open("draft.txt")})

    session(desk, story)
    session(desk, story, "--show", "info")
    assert ["house-word" in each for each in codes] == [False, True]


def test_without_pygls_it_says_what_to_install(desk: Path) -> None:
    (desk / "pygls.py").write_text("raise ModuleNotFoundError('no', name='pygls')\n")
    done = prlint(desk, "lsp", PYTHONPATH=f"{desk}:{__file__.partition('/tests/')[0]}")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'prlint[lsp]'" in done.stderr
