"""The samples as Word files give the findings of the plain text, on the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prlint import engine
from tests.formats.samples import NAMES, as_word, sample
from tests.formats.told import told
from tests.support import builtin

if TYPE_CHECKING:
    from prlint.report import Report


@pytest.fixture(scope="module")
def reports() -> tuple[Report, Report]:
    word = [engine.Source(f"{key}.docx", as_word(key)) for key in NAMES]
    text = [engine.Source(f"{key}.txt", sample(key).encode()) for key in NAMES]
    return engine.check(word, builtin()), engine.check(text, builtin())


def test_the_findings_are_those_of_the_text_and_what_was_left_in_the_file(reports: tuple[Report, Report]) -> None:
    word, text = told(reports[0]), told(reports[1])
    left = [each for each in word if each[1] == "draft-revisions"]
    assert sorted((each[0], str(each[3]).partition(" that")[0]) for each in left) == [
        (key, f"tracked {what}") for key in NAMES for what in ("deletions", "insertions")
    ]
    assert [each for each in word if each not in left] == text


def test_places_are_paragraphs_of_the_file(reports: tuple[Report, Report]) -> None:
    for finding in reports[0].findings:
        document = next(info.release.document for info in reports[0].documents if info.path == finding.document)
        lines = document.text.split("\n")
        for place in finding.places:
            words = place.quote.partition(" ¶ ")[0]
            assert words in lines[place.start.paragraph - 1]
    assert {p.start.paragraph for f in reports[1].findings for p in f.places} == {None}
