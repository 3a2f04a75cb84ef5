"""Findings as Word comments: on exactly the words, and nothing else of the file changed."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from prlint import annotate, engine
from prlint.annotate import Note
from tests.cli.running import FAULTY, ONLY, folder, prlint
from tests.formats.samples import NAMES, as_word
from tests.formats.word import W, docx, field, gone, ins, link, p, r, table
from tests.support import builtin

if TYPE_CHECKING:
    from pathlib import Path

    from prlint.document import Document

_ONES = {"tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "br": "\n"}


def local(element: Any) -> str:
    return etree.QName(element).localname


def opened(data: bytes, part: str = "word/document.xml") -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))


def anchored(data: bytes) -> dict[str, str]:
    """Returns the words of the main text between the marks of each comment, by its id: read as simply as can be."""
    found: dict[str, list[str]] = {}
    open_: list[str] = []
    codes = 0
    for element in opened(data).iter():
        name = local(element)
        if name == "commentRangeStart":
            open_.append(element.get(f"{{{W}}}id"))
            found[open_[-1]] = []
        elif name == "commentRangeEnd":
            open_.remove(element.get(f"{{{W}}}id"))
        elif name == "fldChar":
            codes += {"begin": 1, "separate": -1, "end": 0}[element.get(f"{{{W}}}fldCharType")]
        elif name in _ONES or name == "t":
            hidden = element.getparent().find(f"{{{W}}}rPr/{{{W}}}vanish") is not None
            outside = any(local(each) in ("txbxContent", "del", "moveFrom") for each in element.iterancestors())
            if not (hidden or outside or codes):
                text = element.text or "" if name == "t" else _ONES[name]
                if name == "t" and element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
                    text = text.strip(" \n\t")
                for id in open_:
                    found[id].append(text)
    assert not open_
    return {id: "".join(parts) for id, parts in found.items()}


def letters(data: bytes) -> list[tuple[str, bytes, tuple[str, ...]]]:
    """Returns each letter of the main text, deleted ones too, with its formatting and with what it stands in."""
    found = []
    for element in opened(data).iter(f"{{{W}}}t", f"{{{W}}}delText", *(f"{{{W}}}{name}" for name in _ONES)):
        properties = element.getparent().find(f"{{{W}}}rPr")
        formatting = b"" if properties is None else etree.tostring(properties, method="c14n")
        around = tuple(
            etree.tostring(etree.Element(each.tag, dict(each.attrib)), method="c14n").decode()
            for each in element.getparent().iterancestors()
        )
        text = element.text or "" if local(element) in ("t", "delText") else local(element)
        if element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            text = text.strip(" \n\t")
        found += [(letter, formatting, around) for letter in text]
    return found


def read(data: bytes) -> Document:
    return engine.read(engine.Source("draft.docx", data))


def note(start: int, end: int, said: str = "Something is wrong.") -> Note:
    return Note(start, end, "error", "some-rule", (said, "some-rule (error)"))


def copy(data: bytes, *notes: Note) -> bytes:
    return annotate.load("docx").annotate(data, read(data), sorted(notes))


# Properties of any file

WORDS = st.text(alphabet="abcé ,.\u00a0\u00ad\u200f™x", min_size=1, max_size=9)
FORMATS = st.sampled_from(["", "<w:b/>", '<w:highlight w:val="yellow"/>', "<w:i/><w:u/>"])
RUN = st.builds(r, WORDS, FORMATS)
BARE = WORDS.map(lambda text: f"<w:r><w:t>{text}</w:t></w:r>")
MIXED = st.tuples(WORDS, WORDS, st.sampled_from(sorted(_ONES))).map(
    lambda parts: (
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{parts[0]}</w:t><w:{parts[2]}/><w:t>{parts[1]}</w:t></w:r>'
    )
)
PIECE = st.one_of(
    RUN,
    BARE,
    MIXED,
    st.lists(RUN, min_size=1, max_size=3).map(lambda runs: ins(*runs)),
    WORDS.map(gone),
    WORDS.map(lambda text: r(text, "<w:vanish/>")),
    st.lists(st.one_of(RUN, MIXED), min_size=1, max_size=3).map(lambda runs: link(*runs)),
    st.builds(field, st.just(" DATE "), WORDS),
    RUN.map(lambda run: f"<w:smartTag>{run}<w:sdt><w:sdtContent>{run}</w:sdtContent></w:sdt></w:smartTag>"),
    RUN.map(lambda run: ins(link(run), gone("out"))),
)
PARAGRAPH = st.lists(PIECE, max_size=5).map(lambda pieces: p(*pieces))
BLOCK = st.one_of(PARAGRAPH, PARAGRAPH, st.tuples(PARAGRAPH, PARAGRAPH).map(lambda cells: table(cells, cells)))
BODIES = st.lists(BLOCK, min_size=1, max_size=4).map("".join)


@given(BODIES, st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=4))
def test_a_comment_stands_on_exactly_the_words_that_it_is_about(body: str, places: list[tuple[float, float]]) -> None:
    data = docx(body, links=["https://ardenta.com"])
    document = read(data)
    # What parts lines and cells stands in no run of the file.
    outside = {at for block in document.blocks if block.kind == "row" for at in _bars(document, block.start, block.end)}
    notes = []
    for one, other in places:
        start, end = sorted((int(one * len(document.text)), int(other * len(document.text))))
        if end > start and not outside & set(range(start, end)) and document.text[start:end].strip():
            notes.append(note(start, end, f"{start}-{end}"))
    made = copy(data, *notes)
    again = read(made)
    assert (again.text, again.view.text, again.blocks) == (document.text, document.view.text, document.blocks)
    assert [each for each in again.markings if each.kind != "comment"] == list(document.markings)
    assert letters(made) == letters(data)
    words = anchored(made)
    said = {each.get(f"{{{W}}}id"): each[0][0][0].text for each in opened(made, "word/comments.xml")} if notes else {}
    assert len(said) == len(notes)
    for id, where in said.items():
        start, end = map(int, where.split("-"))
        expected = document.text[start:end]
        if "\n" in expected.strip("\n"):
            # Between two paragraphs the file may have one with nothing but blanks, which is no line of the text.
            assert "".join(words[id].split()) == "".join(expected.split())
        else:
            assert words[id].strip("\n") == expected.strip("\n")


def _bars(document: Document, start: int, end: int) -> range:
    span = document.view.source_span(start, end)
    return range(span.start, span.end)


# What stays

BODY = p(
    "Ardenta ", ins(r("opened", "<w:b/>")), gone("shut"), " three ", link(r("pla"), r("nts", "<w:b/>")), " in Ohio."
)


def test_nothing_else_of_the_file_is_changed() -> None:
    data = docx(
        BODY, links=["https://ardenta.com"], styles="", header1=p("Head"), extra={"word/media/a.png": bytes(999)}
    )
    made = copy(data, note(8, 14), note(21, 27))
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, made))
    names = before.namelist()
    assert after.namelist() == [*names, "word/comments.xml"]
    changed = {name for name in names if before.read(name) != after.read(name)}
    assert changed == {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert list(anchored(made).values()) == ["opened", "plants"]


def test_the_same_draft_gives_the_same_bytes() -> None:
    data = docx(BODY, links=["https://ardenta.com"])
    assert copy(data, note(0, 7)) == copy(data, note(0, 7))


def test_comments_that_were_there_stay_and_a_second_round_adds_to_the_first() -> None:
    data = docx(BODY, links=["https://ardenta.com"])
    twice = copy(copy(data, note(0, 7, "One.")), note(15, 20, "Two."))
    found = list(python_docx.Document(io.BytesIO(twice)).comments)
    assert [(each.author, each.initials, each.paragraphs[0].text) for each in found] == [
        ("prlint", "pr", "One."),
        ("prlint", "pr", "Two."),
    ]
    assert anchored(twice) == {"0": "Ardenta", "1": "three"}


def test_a_comments_own_run_is_part_of_no_change_and_no_link() -> None:
    made = opened(copy(docx(BODY, links=["https://ardenta.com"]), note(8, 14), note(21, 25)))
    references = list(made.iter(f"{{{W}}}commentReference"))
    assert [local(each.getparent().getparent()) for each in references] == ["p", "p"]


def test_what_cannot_hold_a_comment_is_said_in_the_text_where_it_hangs() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('Boxed words.')}</w:txbxContent></w:pict></w:r>"
    data = docx(
        p("The text") + p("Second", '<w:r><w:footnoteReference w:id="2"/></w:r>', box, " one."),
        footnotes=f'<w:footnote w:id="2">{p("A note.")}</w:footnote>',
        header1=p("A header."),
    )
    text = read(data).text
    made = copy(data, *(note(text.index(words), text.index(words) + 5) for words in ("Boxed", "A note", "A header")))
    said = [each.paragraphs[0].text for each in python_docx.Document(io.BytesIO(made)).comments]
    assert sorted(said) == [
        "In the note here: Something is wrong.",
        "In the page's header or footer: Something is wrong.",
        "In the text box here: Something is wrong.",
    ]
    for part in ("word/footnotes.xml", "word/header1.xml"):
        assert b"comment" not in zipfile.ZipFile(io.BytesIO(made)).read(part)
    boxed = next(opened(made).iter(f"{{{W}}}txbxContent"))
    assert not list(boxed.iter(f"{{{W}}}commentRangeStart"))
    assert read(made).text == text


# The samples


@pytest.mark.parametrize("key", NAMES)
def test_each_finding_in_a_sample_is_a_comment_on_its_words(key: str) -> None:
    data = as_word(key)
    others = [engine.Source(f"{other}.docx", as_word(other)) for other in NAMES if other != key]
    report = engine.check([engine.Source("draft.docx", data)], builtin(), archive=others)
    document = report.documents[0].release.document
    notes = annotate.notes(document, report.findings)
    assert len(notes) == sum(len(finding.places) for finding in report.findings)
    made = annotate.load("docx").annotate(data, document, notes)
    words = anchored(made)
    comments = python_docx.Document(io.BytesIO(made)).comments
    said = {str(each.comment_id): [line.text for line in each.paragraphs] for each in comments}
    expected = sorted(
        (finding.message, place.quote.replace(" ¶ ", "")) for finding in report.findings for place in finding.places
    )
    assert sorted((said[id][0], words[id].replace("\n", "")) for id in said) == expected
    assert all(len(lines) > 1 for lines in said.values())
    assert letters(made) == letters(data)


def test_a_comment_says_what_is_wrong_what_proves_it_and_what_to_write() -> None:
    earlier = "MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq:ARDT) said so."
    data = docx(
        p("MADISON, Wis., April 2, 2026 -- Ardenta Therapeutics, Inc. (Nasdaq: ARDT) said so. ")
        + p("Ardentta opened it, and Ardentta shut it.")
    )
    report = engine.check(
        [engine.Source("draft.docx", data)],
        builtin(),
        archive=[engine.Source("old/2026-03-02.txt", earlier.encode())],
        options=engine.Options(rules=frozenset(["company-name-variant"])),
    )
    notes = annotate.notes(report.documents[0].release.document, report.findings)
    assert len(notes) == 2
    message, *rest, rule = notes[0].paragraphs
    assert "Ardentta" in message
    assert any(line.startswith('Because: "') for line in rest)
    assert "Instead: Ardenta" in rest
    assert rule == "company-name-variant (error), place 1 of 2"


# The command


def write(at: Path, name: str, text: str = FAULTY) -> bytes:
    data = docx(p(text.strip()))
    (at / name).write_bytes(data)
    return data


def test_the_command_writes_a_copy_and_leaves_the_draft_alone(tmp_path: Path) -> None:
    at = folder(tmp_path)
    before = write(at, "draft.docx")
    done = prlint(at, "check", "draft.docx", "--annotate", "reviewed.docx", *ONLY)
    assert done.returncode == 1
    assert done.stderr == "prlint: reviewed.docx: 1 comment\n"
    assert (at / "draft.docx").read_bytes() == before
    assert anchored((at / "reviewed.docx").read_bytes()) == {"0": "leverage"}
    [comment] = python_docx.Document(str(at / "reviewed.docx")).comments
    assert comment.text.splitlines() == ['"leverage" is not our word', "Say use.", "house-word (error)"]


def test_what_is_not_shown_is_not_in_the_copy(tmp_path: Path) -> None:
    at = folder(tmp_path, severity="info")
    before = write(at, "draft.docx")
    prlint(at, "check", "draft.docx", "--annotate", "none.docx", *ONLY)
    assert (at / "none.docx").read_bytes() == before
    prlint(at, "check", "draft.docx", "--annotate", "info.docx", "--show", "info", *ONLY)
    assert anchored((at / "info.docx").read_bytes()) == {"0": "leverage"}


@pytest.mark.parametrize(
    ("arguments", "says", "hint"),
    [
        (("a.docx", "b.docx", "--annotate", "c.docx"), "takes one draft, and these are 2", "--archive"),
        (("a.docx", "--annotate", "./a.docx"), "is the draft itself", "new file"),
        (("a.docx", "--annotate", "c.html"), "no such copies are written", ".docx"),
        (("a.txt", "--annotate", "c.docx"), "a.txt cannot be copied so: it is text", ".docx"),
        (("a.docx", "--annotate", "nowhere/c.docx"), "cannot be written: No such file", ""),
    ],
)
def test_what_cannot_be_annotated_is_an_error_with_a_hint(
    tmp_path: Path, arguments: tuple[str, ...], says: str, hint: str
) -> None:
    at = folder(tmp_path, a_txt=FAULTY)
    before = write(at, "a.docx")
    write(at, "b.docx")
    done = prlint(at, "check", *arguments, *ONLY)
    assert done.returncode == 2
    assert says in done.stderr
    assert hint in done.stderr
    assert "Traceback" not in done.stderr
    assert (at / "a.docx").read_bytes() == before
    assert not (at / "c.docx").exists()


def test_a_word_file_with_pictures_may_be_large(tmp_path: Path) -> None:
    at = folder(tmp_path)
    pictures = {f"word/media/{i}.png": os.urandom(1_500_000) for i in range(3)}
    (at / "draft.docx").write_bytes(docx(p(FAULTY.strip()), extra=pictures))
    done = prlint(at, "check", "draft.docx", "--annotate", "reviewed.docx", *ONLY)
    assert (done.returncode, done.stderr) == (1, "prlint: reviewed.docx: 1 comment\n")
    (at / "draft.docx").write_bytes(docx(p(FAULTY.strip()), extra={"word/media/a.png": os.urandom(40_000_000)}))
    done = prlint(at, "check", "draft.docx", *ONLY)
    assert (done.returncode, done.stderr) == (2, "prlint: draft.docx: is larger than 40 MB: not a release\n")


def test_a_damaged_draft_is_one_error_and_no_copy(tmp_path: Path) -> None:
    at = folder(tmp_path)
    (at / "a.docx").write_bytes(write(at, "b.docx")[:-80])
    done = prlint(at, "check", "a.docx", "--annotate", "c.docx", *ONLY)
    assert (done.returncode, (at / "c.docx").exists()) == (2, False)
    assert done.stderr == "prlint: a.docx: this Word file is damaged: it is no whole zip file\n"


# Another program opens it


def converted(path: Path, to: str) -> Path:
    """Opens a file in LibreOffice and saves it in another format."""
    profile = (path.parent / "profile").as_uri()
    out = path.parent / "out"
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            str(out),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return out / f"{path.stem}.{to.partition(':')[0]}"


@pytest.mark.needs("soffice")
def test_libreoffice_opens_the_copy_and_keeps_its_comments_and_text(tmp_path: Path) -> None:
    data = as_word("000")
    report = engine.check([engine.Source("draft.docx", data)], builtin())
    document = report.documents[0].release.document
    notes = annotate.notes(document, report.findings)
    (tmp_path / "draft.docx").write_bytes(data)
    (tmp_path / "reviewed.docx").write_bytes(annotate.load("docx").annotate(data, document, notes))
    texts = [
        converted(tmp_path / f"{name}.docx", "txt:Text (encoded):UTF8").read_bytes() for name in ("draft", "reviewed")
    ]
    assert texts[0] == texts[1]
    saved = converted(tmp_path / "reviewed.docx", "docx").read_bytes()
    comments = list(python_docx.Document(io.BytesIO(saved)).comments)
    assert [each.author for each in comments] == ["prlint"] * len(notes)
    words = anchored(saved)
    expected = sorted((each.paragraphs[0], document.text[each.start : each.end].replace("\n", "")) for each in notes)
    assert sorted((each.paragraphs[0].text, words[str(each.comment_id)]) for each in comments) == expected
    assert read(saved).text == document.text
