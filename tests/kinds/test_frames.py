"""The kind frames, and every entry of the lists it reads: each proves itself by its own texts."""

from __future__ import annotations

from typing import Any

import pytest

from prlint.text.listed import entries
from tests.support import builtin, findings, quotes

#: Each list of frames with the rule that reads it.
LISTS = {rule.params["list"]: rule.id for rule in builtin().rules if rule.kind == "frames"}


def _frames() -> list[tuple[str, dict[str, Any]]]:
    return [(name, frame) for name in sorted(LISTS) for frame in entries(builtin().lists, name, "frames")]


def _date(frame: dict[str, Any]) -> str:
    return str(frame.get("from") or "2026-03-02")


def test_there_are_frames() -> None:
    assert len(_frames()) > 50


@pytest.mark.parametrize(("name", "frame"), [pytest.param(*one, id=f"{one[0]}-{i}") for i, one in enumerate(_frames())])
def test_an_entry_flags_its_texts_and_no_other_entry_does(name: str, frame: dict[str, Any]) -> None:
    assert frame["flag"]
    for text in frame["flag"]:
        found = findings(text, date=_date(frame), select=(LISTS[name],))
        assert len(found) == 1, (text, quotes(found))


@pytest.mark.parametrize(("name", "frame"), [pytest.param(*one, id=f"{one[0]}-{i}") for i, one in enumerate(_frames())])
def test_an_entry_is_quiet_on_its_texts(name: str, frame: dict[str, Any]) -> None:
    assert frame["quiet"]
    for text in frame["quiet"]:
        assert quotes(findings(text, date=_date(frame), select=(LISTS[name],))) == [], text


@pytest.mark.parametrize(("name", "frame"), [pytest.param(*one, id=f"{one[0]}-{i}") for i, one in enumerate(_frames())])
def test_what_an_entry_writes_is_in_order(name: str, frame: dict[str, Any]) -> None:
    """The text with the replacement put in has no finding left."""
    for text in frame["flag"]:
        found = findings(text, date=_date(frame), select=(LISTS[name],))[0]
        if found.suggestion is None:
            continue
        for edit in reversed(found.suggestion.edits):
            mended = text[: edit.start] + edit.replacement + text[edit.end :]
            assert mended != text
            assert quotes(findings(mended, date=_date(frame), select=(LISTS[name],))) == [], mended


def test_places_that_read_alike_are_one_finding() -> None:
    (found,) = findings("The pubic offering closed. A pubic offering is a sale.", select=("confusable-word",))
    assert [place.start.offset for place in found.places] == [4, 29]


def test_a_name_is_wrong_from_its_date_on() -> None:
    text = "Ardenta, Inc. (NYSE MKT: ARDT) makes pumps."
    assert findings(text, date="2017-06-01", select=("official-name",)) == []
    assert len(findings(text, date="2019-06-01", select=("official-name",))) == 1
    assert findings(text, select=("official-name",)) == []
