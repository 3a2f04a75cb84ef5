"""The page of what a draft changes: its facts, and its sentences with the words that went and came."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from prlint.finding import Evidence
from prlint.report import Change, Earlier, RunError
from prlint.reporters.html.changes import Differences, Wording, pieces, render
from tests.reporters.browsing import CONTRAST, NAMELESS, opened
from tests.reporters.pages import HOSTILE, Page, words

if TYPE_CHECKING:
    from pathlib import Path

DIGEST = "sha256:" + "a" * 64
SAID = Evidence("old.txt", "2025-09-15", None, None, "in a trial", "")


def differences(said: str = "1978") -> Differences:
    return Differences(
        "drafts/new.txt",
        "b" * 64,
        "2026-03-02",
        "Ardenta Therapeutics, Inc.",
        (Earlier("releases/old.txt", "2025-09-15", "c" * 64),),
        (
            Change("changed", "asset", "ARD-131", "phase", (("2", SAID),), (("1", SAID),)),
            Change("dropped", "person", "Maria Delgado", "title", (), ((said, SAID),)),
        ),
        (
            Wording(
                "changed",
                "about",
                f"at work since {said} in Reno",
                "at work since 1987 in Reno",
                "old.txt",
                "2025-09-15",
            ),
            Wording("added", "fls", "", "A new sentence."),
            Wording("dropped", "about", "An old sentence.", "", "old.txt", None),
        ),
        7,
        5,
    )


def page(*drafts: Differences, errors: tuple[RunError, ...] = (), notices: tuple[str, ...] = ()) -> Page:
    return Page(render(drafts or (differences(),), "0.1.0", DIGEST, errors, notices))


def test_facts_and_sentences_stand_with_what_they_were() -> None:
    found = page()
    (table,) = found.of("table", "facts")
    assert words(table.text) == (
        "Of Fact Before Now changed ARD-131 phase 1 2025-09-15 2 not said Maria Delgado title 1978 2025-09-15"
    )
    items = [words(one.text) for one in found.of("ul", "wordings")]
    assert items == [
        "changed at work since was: 1978 now: 1987 in Reno 15 September 2025, old.txt dropped An old sentence. no date, old.txt",
        "new A new sentence.",
    ]
    assert [words(one.text) for one in found.of("h4")] == ["about the company", "forward-looking statements"]
    assert "Held against 1 earlier release, the newest of 15 September 2025." in found.of("header", "about")[0].text
    said = words(found.of("ul", "inputs")[0].text)
    assert said == f"drafts/new.txt {'b' * 64} 2025-09-15 releases/old.txt {'c' * 64}"


def test_what_could_not_be_read_is_told() -> None:
    found = page(errors=(RunError("unreadable-input", "cannot be read", "y.txt"),), notices=("x is empty",))
    assert "y.txt: cannot be read" in words(found.of("section", "failed")[0].text)
    assert "x is empty" in found.of("footer")[0].text


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ("since 1978 in Reno", "since 1987 in Reno", [("gone", "1978"), ("come", "1987")]),
        ("in Reno", "in old Reno", [("come", "old")]),
        ("in old Reno", "in Reno", [("gone", "old")]),
        ("", "all new", []),
        ("all old", "", []),
        ("a b", "a b", []),
    ],
)
def test_two_wordings_are_shown_as_one(then: str, now: str, expected: list[tuple[str, str]]) -> None:
    found = pieces(then, now)
    assert [(kind, words(said)) for kind, said in found if kind != "same"] == expected
    if then and now:
        assert "".join(said for kind, said in found if kind != "gone") == now


def test_wordings_that_are_far_apart_stand_one_after_the_other() -> None:
    then, now = " ".join(f"a{i}" for i in range(90)), " ".join(f"b{i}" for i in range(90))
    assert pieces(then, now) == (("gone", then), ("come", now))


def test_what_a_release_says_is_text_and_nothing_else() -> None:
    for said in HOSTILE:
        one = differences(said)._replace(path=said, issuer=said, date=said, sha256=said)
        text = render((one,), "0.1.0", DIGEST, (RunError("usage", said, said),), (said,))
        found = Page(text)
        assert len(found.of("script")) == len(found.of("style")) == 1
        assert not found.of("img")
        assert words(said) in words(found.of("h1")[0].text)
        for element in found.elements:
            assert not any(name.startswith("on") for name in element.attributes)
        ids = [element.attributes["id"] for element in found.elements if "id" in element.attributes]
        assert len(ids) == len(set(ids))
        assert all((element.attributes.get("aria-labelledby") or ids[0]) in ids for element in found.elements)
        assert not re.search(r"(?:srcset|@import|url\()", text.replace(said, ""))


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 900, 1600])
def test_the_page_can_be_read_in_a_browser(browser: Any, tmp_path: Path, scheme: str, width: int) -> None:
    file = tmp_path / "changes.html"
    file.write_text(render((differences(), differences()), "0.1.0", DIGEST, (), ()), encoding="utf-8")
    with opened(browser, file) as found:
        found.emulate_media(color_scheme=scheme)
        found.set_viewport_size({"width": width, "height": 800})
        assert found.evaluate("document.documentElement.scrollWidth") == width
        assert found.evaluate(CONTRAST) == []
        assert found.evaluate(NAMELESS) == []
        assert found.pdf(format="A4").startswith(b"%PDF")
