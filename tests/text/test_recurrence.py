"""Which sentences recur, in which texts, and in which other wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint import engine
from prlint.text.recurrence import recurrences

if TYPE_CHECKING:
    from prlint.document import Document
    from prlint.text.recurrence import Recurrence

TOOLS = "Ardenta makes tools for the treatment of wounds in all of Europe."
LONGER = "Ardenta makes tools for the treatment of wounds in all of Europe and in Asia."


def document(text: str) -> Document:
    return engine.read(engine.Source("draft.txt", text.encode()))


def found(draft: str, *earlier: str) -> list[Recurrence]:
    return recurrences(document(draft), [document(text) for text in earlier])


def test_a_sentence_that_stands_word_for_word_names_the_texts_that_have_it() -> None:
    (one,) = found(TOOLS, TOOLS, "A plant was opened in Ohio today.", f"A plant was opened. {TOOLS}")
    assert one.carriers == (0, 2)
    assert one.others == ()


def test_another_wording_is_found_with_its_place_in_the_newest_text() -> None:
    (one,) = found(LONGER, TOOLS, f"A plant was opened in Ohio today. {TOOLS}")
    assert one.carriers == ()
    (other,) = one.others
    assert other.carriers == (0, 1)
    assert other.newest == 1
    assert (other.start, other.end) == (34, 34 + len(TOOLS))


def test_case_and_marks_of_ownership_make_no_other_wording() -> None:
    (one,) = found(
        "Ardenta makes Softshield® for wounds of the skin.", "Ardenta makes SOFTSHIELD for wounds of the skin."
    )
    assert one.carriers == (0,)


def test_a_sentence_that_the_draft_has_too_is_no_other_wording_of_a_third() -> None:
    wounds = "The tools for wounds are sold in all of Europe."
    burns = "The tools for burns are sold in all of Europe."
    assert [one.others for one in found(f"{wounds} {burns}", f"{wounds} {burns}")] == [(), ()]


def test_the_wording_of_the_newest_text_comes_first() -> None:
    (one,) = found("Ardenta makes tools for the care of wounds in Asia.", LONGER, TOOLS)
    assert [other.newest for other in one.others] == [1, 0]


def test_a_sentence_of_other_words_does_not_recur() -> None:
    assert found("Ardenta has opened a plant in Ohio for a hundred people.", TOOLS) == []


def test_one_changed_word_of_a_short_sentence_leaves_it_known() -> None:
    (one,) = found("Read further disclozures here.", "Read further disclosures here.")
    assert len(one.others) == 1
