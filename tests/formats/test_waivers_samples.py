"""Every finding of the samples, waived once in the text, stays waived in the Word file and in the wire's PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.run import run
from prlint.waivers import file, write
from prlint.waivers.alike import identity, said
from tests.formats import proof
from tests.formats.samples import NAMES, as_word, sample

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def as_pdf(key: str) -> bytes:
    first, *lines = [line for line in sample(key).splitlines() if line.strip()]
    return proof.pdf([proof.p(first, proof.HEADLINE), *(proof.p(line, proof.JUSTIFIED) for line in lines)])


def test_waivers_go_from_file_to_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("text", "word", "pdf"):
        (tmp_path / folder).mkdir()
    for key, name in NAMES.items():
        (tmp_path / "text" / name).write_text(sample(key), encoding="utf-8")
        (tmp_path / "word" / f"{key}-v8.docx").write_bytes(as_word(key))
        (tmp_path / "pdf" / f"{key}.pdf").write_bytes(as_pdf(key))
    first = run(["text"]).report
    infos = {info.path: info for info in first.documents}
    made = []
    for finding in first.findings:
        info = infos[finding.document]
        assert info.release is not None
        words = said(finding, info.release)
        made.append(write.decision(finding, words, identity(info), reason="seen", by="M. Delgado", on="2026-11-21"))
    (tmp_path / file.NAME).write_text(write.added("", file.NAME, made), encoding="utf-8")
    assert len(made) > 20
    for folder in ("text", "word", "pdf"):
        report = run([folder]).report
        assert report.notices == (), folder
        waived = [finding for finding in report.findings if finding.waived is not None]
        # Beside what the text says, a Word file has tracked changes of its own.
        open_ = {finding.rule for finding in report.findings if finding.waived is None}
        assert (len(waived), open_ - {"draft-revisions"}) == (len(made), set()), folder
