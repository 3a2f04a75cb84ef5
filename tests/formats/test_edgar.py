"""EDGAR's files: which parts of a submission are releases, where they stand in the file, and of which day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from prlint import engine, inputs, registry
from prlint.cli.main import main
from tests.formats.edgar_pages import exhibit, fonts, styled, submission
from tests.formats.samples import NAMES, sample
from tests.support import builtin

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Tessaly Foods Opens a Bakery\n\nTessaly Foods, Inc. today announced that its bakery in Lyon is open.\n\n"
    "The bakery employs forty people and bakes four kinds of bread.\n"
)
PAGE = "<html><body>" + "".join(f"<p>{line}</p>\n" for line in TEXT.split("\n\n")) + "</body></html>\n"


def parts(text: str | bytes, name: str = "filing.txt") -> list[engine.Source]:
    return engine.parts(engine.Source(name, text.encode("utf-8") if isinstance(text, str) else text))


def test_a_submission_gives_its_exhibits_and_nothing_else() -> None:
    found = parts(submission(exhibit(PAGE), exhibit(TEXT, "EX-99.2"), exhibit(PAGE), exhibit(PAGE, "EX-10.1")))
    assert [(part.path, part.format, part.date) for part in found] == [
        ("filing.txt#EX-99.1", "html", "2017-10-17"),
        ("filing.txt#EX-99.2", "text", "2017-10-17"),
        ("filing.txt#EX-99.1-2", "html", "2017-10-17"),
    ]
    for part in found:
        assert engine.read(part).view.text.split("\n") == [line.strip() for line in TEXT.split("\n\n")]


def test_a_place_in_an_exhibit_is_one_in_the_file() -> None:
    whole = submission(exhibit(PAGE), exhibit(TEXT, "EX-99.2")).replace("FILER:", "FILER: Café “S.A.”")
    for part in parts(whole):
        read = engine.read(part)
        start, end = read.view.source_span(read.view.text.index("forty"), read.view.text.index("forty") + 5)
        assert read.text[start:end] == whole[start:end] == "forty"
        assert read.line_column(start)[0] == whole[:start].count("\n") + 1


def test_one_document_in_its_wrapper_keeps_its_path_whatever_it_is() -> None:
    for type in ("EX-99.1", "6-K"):
        (part,) = parts(exhibit(PAGE, type), "d99.htm")
        assert (part.path, part.format, part.date) == ("d99.htm", "html", None)
        assert "EX-99" not in engine.read(part).view.text
    assert engine.read(engine.Source("d99.htm", exhibit(PAGE).encode())).view.text.startswith("Tessaly Foods Opens")


def test_the_marks_of_a_plain_text_exhibit_are_not_text() -> None:
    marked = TEXT.replace("The bakery", "<PAGE>\n<TABLE>\n<CAPTION>\n<S>    <C>\nThe bakery")
    (part,) = parts(submission(exhibit(marked)))
    read = engine.read(part)
    assert read.view.text.split("\n")[-1] == "The bakery employs forty people and bakes four kinds of bread."


def test_old_submissions_begin_with_their_envelope() -> None:
    whole = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n" + submission(exhibit(TEXT))
    assert [part.path for part in parts(whole)] == ["filing.txt#EX-99.1"]


def test_the_day_of_filing_stands_in_where_the_text_bears_none() -> None:
    report = engine.check([engine.Source("filing.txt", submission(exhibit(PAGE)).encode())], builtin())
    assert [info.date for info in report.documents] == ["2017-10-17"]
    dated = PAGE.replace("Tessaly Foods, Inc. today", "LYON, France, October 12, 2017 -- Tessaly Foods, Inc. today")
    report = engine.check([engine.Source("filing.txt", submission(exhibit(dated)).encode())], builtin())
    assert [info.date for info in report.documents] == ["2017-10-12"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (submission(), "no exhibit 99.*8-K, GRAPHIC"),
        (submission(exhibit("<PDF>\nbegin 644 a.pdf\nM_]C_X\nend\n</PDF>\n")), "EX-99.1.*is no text"),
        (submission(exhibit("begin 644 a.pdf\nM_]C_X\nend\n")), "is no text"),
        (submission(exhibit("<html>" + "<p>Bread. " * 500_000)), "larger than 4 MB"),
        ("<SEC-DOCUMENT>x", "no document"),
        ("<SEC-DOCUMENT>" + "<DOCUMENT>" * 50_000, "no document"),
        ("<DOCUMENT><TYPE>EX-99.1<TEXT>", "is no text"),
    ],
)
def test_a_file_without_a_release_is_an_error_and_others_are_still_checked(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parts(text)
    sources = [engine.Source("filing.txt", text.encode()), engine.Source("draft.txt", TEXT.encode())]
    report = engine.check(sources, builtin())
    assert [error.kind for error in report.errors] == ["unreadable-input"]
    assert [info.path for info in report.documents] == ["draft.txt"]


def test_a_coded_exhibit_beside_a_readable_one_is_passed_over() -> None:
    found = parts(submission(exhibit("<PDF>\nbegin 644 a.pdf\nM_]C_X\nend\n</PDF>\n"), exhibit(PAGE, "EX-99.2")))
    assert [part.path for part in found] == ["filing.txt#EX-99.2"]


def test_the_reader_alone_refuses_to_choose_between_several() -> None:
    data = submission(exhibit(PAGE), exhibit(PAGE, "EX-99.2")).encode()
    with pytest.raises(ValueError, match="holds several releases"):
        registry.load("readers", "edgar").read("filing.txt", data)


@pytest.mark.parametrize("make", [fonts, styled, str])
def test_the_samples_as_filed_give_the_findings_of_the_plain_text_at_the_same_words(make) -> None:
    def found(report) -> list[tuple[object, ...]]:
        assert not report.errors
        return sorted(
            (f.document[:3], f.rule, f.severity, tuple(place.quote for place in f.places)) for f in report.findings
        )

    plain = engine.check([engine.Source(f"{key}.txt", sample(key).encode()) for key in NAMES], builtin())
    filed = [submission(exhibit(make(sample(key)))) for key in NAMES]
    sources = [engine.Source(f"{key}-filed.txt", text.encode()) for key, text in zip(NAMES, filed, strict=True)]
    report = engine.check(sources, builtin())
    assert found(report) == found(plain)
    assert {f.document for f in report.findings} == {f"{key}-filed.txt#EX-99.1" for key in NAMES}


def test_pictures_do_not_make_a_submission_too_large(tmp_path: Path) -> None:
    picture = exhibit("begin 644 a.jpg\n" + "M_]C_X  02D9)1@ ! 0$ 8 !@\n" * 200_000, "GRAPHIC")
    (tmp_path / "filing.txt").write_text(submission(exhibit(PAGE), picture), encoding="utf-8")
    read = inputs.read([str(tmp_path / "filing.txt")])
    assert not read.errors
    assert [part.format for part in engine.parts(read.sources[0])] == ["html"]


def test_rich_text_is_an_error_and_no_plain_text() -> None:
    for name in ("draft.rtf", "draft.txt"):
        with pytest.raises(ValueError, match=r"save it as \.docx"):
            engine.read(engine.Source(name, b"{\\rtf1\\ansi Ardenta Foods}"))


def test_the_commands_take_submissions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twice = PAGE.replace("forty people", "forty forty people")
    (tmp_path / "filing.txt").write_text(submission(exhibit(twice), exhibit(PAGE, "EX-99.2")), encoding="utf-8")
    (tmp_path / "prlint.yaml").write_text("fail_on: never\n", encoding="utf-8")
    path = str(tmp_path / "filing.txt")
    assert main(["check", path, "--format", "json"]) == 0, "the profile holds for what is in the file"
    shown = json.loads(capsys.readouterr().out)
    assert [document["path"] for document in shown["documents"]] == [f"{path}#EX-99.1", f"{path}#EX-99.2"]
    assert main(["claims", path, "--only", "company"]) == 0
    assert "filing.txt#EX-99.2" in capsys.readouterr().out


def test_a_submission_that_ends_within_an_exhibit_is_damaged() -> None:
    whole = submission(exhibit(PAGE), exhibit(TEXT, "EX-99.2"))
    with pytest.raises(ValueError, match=r"damaged: it ends in its EX-99\.2"):
        registry.load("readers", "edgar").parts("filing.txt", whole[: whole.rindex("four kinds")].encode())
