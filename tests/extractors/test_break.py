from __future__ import annotations

from prlint import engine
from tests.support import builtin, claims, findings

BROKEN = (
    "ARD-101 is given once a week and is being studied in two hospitals in the north of the country. Its\n\n"
    "Ohio plant makes enough of it for a trial in two hundred adults with colitis.\n"
)


def test_a_joined_break_is_claimed_with_the_words_on_either_side():
    (claim,) = claims(BROKEN, "break")
    assert (claim.text, claim.get("before"), claim.get("after")) == ("Its Ohio", "Its", "Ohio")


def test_paragraphs_that_end_with_their_sentence_are_no_break():
    assert claims(BROKEN.replace(" Its\n", "\n"), "break") == []


def test_the_fix_joins_the_paragraph_and_leaves_nothing_to_find():
    (found,) = findings(BROKEN, select=["broken-paragraph"])
    assert found.places[0].quote == "Its ¶ Ohio"
    assert found.suggestion is not None
    assert found.suggestion.safety == "safe"
    (edit,) = found.suggestion.edits
    mended = BROKEN[: edit.start] + edit.replacement + BROKEN[edit.end :]
    assert "country. Its Ohio plant" in mended
    assert findings(mended, select=["broken-paragraph"]) == []


def test_the_fix_touches_the_break_only():
    curly = BROKEN.replace("Its\n", "It’s the\n").replace("Ohio plant", "Ohio’s plant")
    source = engine.Source("draft.txt", curly.encode())
    found = engine.check([source], builtin(), options=engine.Options(rules=frozenset(["broken-paragraph"]))).findings
    (edit,) = [edit for f in found if f.suggestion for edit in f.suggestion.edits]
    assert curly[edit.start : edit.end] == "\n\n"
