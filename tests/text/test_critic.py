"""CriticMarkup in Markdown drafts: the accepted text, and what was marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prlint import engine

if TYPE_CHECKING:
    from prlint.document import Document


def read(text: str) -> Document:
    return engine.read(engine.Source("draft.md", text.encode()))


def test_changes_are_accepted_and_kept_as_markings() -> None:
    document = read(
        "Ardenta {++has ++}opened {--two --}{~~shut~>three~~} {==plants==}{>>all of them?<<} in Ohio{>>where?<<}.\n"
    )
    assert document.view.text == "Ardenta has opened three plants in Ohio."
    assert [(each.kind, document.text[each.start : each.end], each.about) for each in document.markings] == [
        ("insertion", "has ", ""),
        ("deletion", "", "two "),
        ("deletion", "", "shut"),
        ("insertion", "three", ""),
        ("highlight", "plants", ""),
        ("comment", "plants", "all of them?"),
        ("comment", "", "where?"),
    ]


@pytest.mark.parametrize(
    "text", ["A {curly} brace.", "C{++ is not closed.", "{~~no arrow~~}", "{{name}} and {--\n\n--}"]
)
def test_what_is_no_mark_stays(text: str) -> None:
    document = read(text)
    assert document.markings == ()
    assert document.view.text == text.replace("\n\n", "\n")


def test_marks_around_markdown_do_not_break_it() -> None:
    document = read("- {++**Bold**++} and [{++www.ardenta.com++}](https://ardenta.com)\n")
    assert document.view.text == "Bold and www.ardenta.com"
    assert document.blocks[0].kind == "item"
