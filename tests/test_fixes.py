"""Edits that are written: outside of them no byte changes, in whatever encoding; and no safe suggestion changes a fact."""

from __future__ import annotations

import inspect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prlint import engine, fixes, registry
from prlint.engine import Source
from prlint.fixes import Edit
from prlint.paths import rules_folder
from prlint.rulebook import load
from prlint.text.decode import encoded_as
from prlint.text.harmless import harmless
from tests.support import builtin, findings, source

EDITS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6), st.text("ab é\n", max_size=4)), max_size=6)
TEXT = st.text("Ab c.é“\r\n€", max_size=60)


def ordered(text: str, raw: list[tuple[int, int, str]]) -> list[Edit]:
    """Returns edits of `text` that are sorted and do not overlap."""
    made: list[Edit] = []
    for start, length, replacement in sorted(raw):
        end = min(start + length, len(text))
        if start <= len(text) and (not made or (start >= made[-1].end and start > made[-1].start)):
            made.append(Edit(start, end, replacement))
    return made


@given(
    TEXT,
    EDITS,
    st.sampled_from([("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("windows-1252", b"")]),
)
def test_no_byte_outside_of_the_edits_changes(
    text: str, raw: list[tuple[int, int, str]], how: tuple[str, bytes]
) -> None:
    codec, mark = how
    edits = ordered(text, raw)
    done = mark + fixes.applied(text, edits).encode(codec)
    before = mark + text.encode(codec)
    at = at_new = len(mark)
    last = 0
    for edit in edits:
        kept = len(text[last : edit.start].encode(codec))
        assert done[at_new : at_new + kept] == before[at : at + kept]
        at += kept + len(text[edit.start : edit.end].encode(codec))
        at_new += kept + len(edit.replacement.encode(codec))
        last = edit.end
    assert done[at_new:] == before[at:]


@given(TEXT, EDITS)
def test_a_place_is_found_again_in_the_new_text(text: str, raw: list[tuple[int, int, str]]) -> None:
    edits = ordered(text, raw)
    new = fixes.applied(text, edits)
    shift = fixes.Shift(edits)
    for (start, end), edit in zip(shift.spans(), edits, strict=True):
        assert new[start:end] == edit.replacement
    for i in range(len(text)):
        if not any(edit.start <= i + 1 and i <= edit.end for edit in edits):
            start, end = shift(i, i + 1)
            assert new[start:end] == text[i]


@given(st.text(max_size=40), st.sampled_from(["utf-8", "utf-16-le", "windows-1252"]), st.booleans())
def test_the_encoding_is_one_that_gives_the_bytes_back(text: str, codec: str, marked: bool) -> None:
    marks = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "windows-1252": b""}
    try:
        data = (marks[codec] if marked else b"") + text.encode(codec)
    except UnicodeEncodeError:
        return
    found = encoded_as(text, data)
    assert found is not None
    assert found[1] + text.encode(found[0]) == data
    assert encoded_as(text + "x", data) is None


PARTS = (
    "Ardenta opened the the plant .",
    "It is a hour away, and and it is small..",
    '"We like the the plant," said Maria Delgado.',
    "It sold two two liter bottles, and not not less.",
    "Ardenta, Inc.. makes pumps , valves and pipes;; it is an university.",
    "The company needs money and there is no assurance that it will find\n\ninvestors on terms that it would accept in the end.",
    "Site a opened; Phase 2 a open study goes on.",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=6), st.sampled_from(["\n\n", "\r\n\r\n", " "]))
def test_written_twice_is_written_once(parts: list[str], between: str) -> None:
    text = "BOSTON, March 4, 2024 -- Ardenta, Inc. (Nasdaq: ARDT) said so today." + between + between.join(parts) + "\n"
    data = text.encode()
    done = settled(data)
    assert settled(done) == done
    assert digits(done) == digits(data)
    assert done.count(b"not not") == data.count(b"not not")
    assert done.count(b'"We like the the plant,"') == data.count(b'"We like the the plant,"')


def settled(data: bytes) -> bytes:
    """Returns the draft with what is safe, pass by pass, until nothing is left."""
    for _ in range(10):
        checked = engine.check([Source("draft.txt", data)], builtin())
        release = checked.documents[0].release
        assert release is not None
        plan = fixes.plan(release.document, data, fixes.safe(checked.findings))
        if not plan.taken:
            return data
        new = fixes.written(release.document, data, plan.edits)
        assert fixes.reads_as_meant(release.document, "draft.txt", new, plan.taken)
        data = new
    raise AssertionError("it does not come to an end")


def digits(data: bytes) -> list[int]:
    return [byte for byte in data if chr(byte).isdigit()]


def safe_rules() -> dict[str, bool]:
    """Returns the rules whose own examples give a safe suggestion, and whether one of these says what it makes of the text."""
    found: dict[str, bool] = {}
    rulebook = load([], builtin=rules_folder(), examples=True)
    for rule in rulebook.rules:
        # Only a kind that says so of a verdict can make it safe.
        if "safe=" not in inspect.getsource(registry.load("kinds", rule.kind)):
            continue
        only = rulebook._replace(rules=(rule,))
        for example in rule.examples:
            checked = engine.check([source(example.text, date=example.date)], only)
            if fixes.safe(checked.findings):
                found[rule.id] = found.get(rule.id, False) or example.fixed is not None
    return found


def test_each_rule_with_a_safe_suggestion_shows_what_it_makes_of_a_text() -> None:
    found = safe_rules()
    assert set(found) == {
        "article-by-sound",
        "broken-paragraph",
        "doubled-mark",
        "doubled-word",
        "space-before-mark",
    }, "a rule whose suggestions are written unasked is to be thought through: can it change a fact?"
    assert all(found.values()), found


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("the", "", True),
        ("a", "an", True),
        (" ", "", True),
        ("\n\n", " ", True),
        ("..", ".", True),
        ("two", "", False),
        ("not", "", False),
        ("isn't", "is", False),
        ("$1", "1", False),
        ("12", "21", False),
        ("5%", "5", False),
        ("million", "", False),
        ("her", "", False),
    ],
)
def test_what_leaves_every_fact_as_it_was(old: str, new: str, expected: bool) -> None:
    assert harmless(old, new) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Ardenta sold two two liter bottles to a hospital.",
        "The plant is not not open to the public.",
        "The nurse gave her her dose in the morning.",
        'He said "we like the the plant that was built in Ohio."',
        "Work at Site a opened the plant in Ohio.",
        "It is a MKD trial.",
    ],
)
def test_what_is_found_and_not_safe(text: str) -> None:
    found = [one for one in findings(text, select=("doubled-word", "article-by-sound")) if one.suggestion]
    assert found
    assert fixes.safe(found) == []


def test_of_two_that_overlap_the_first_is_written() -> None:
    text = "Ardenta opened the the plant."
    checked = engine.check([source(text)], builtin(), options=engine.Options(rules=frozenset(["doubled-word"])))
    (finding,) = checked.findings
    assert finding.suggestion is not None
    release = checked.documents[0].release
    assert release is not None
    wider = finding._replace(
        rule="zzz",
        fingerprint="f" * 64,
        suggestion=finding.suggestion._replace(edits=(finding.suggestion.edits[0]._replace(start=14, end=24),)),
    )
    same = finding._replace(rule="twin", fingerprint="e" * 64)
    plan = fixes.plan(release.document, text.encode(), [finding, wider, same])
    assert [one.rule for one in plan.taken] == ["zzz"]
    assert [(one.finding.rule, one.why) for one in plan.left] == [
        ("doubled-word", "it overlaps another one"),
        ("twin", "it overlaps another one"),
    ]
    assert plan == fixes.plan(release.document, text.encode(), [same, finding, wider])
    # Two that say the same are one.
    assert [one.rule for one in fixes.plan(release.document, text.encode(), [same, finding]).taken] == [
        "doubled-word",
        "twin",
    ]
    # What a person asked for comes first.
    assert [one.rule for one in fixes.plan(release.document, text.encode(), [wider], [finding]).taken] == [
        "doubled-word"
    ]


def test_an_html_replacement_is_escaped() -> None:
    page = "<html><body><p>Ardenta opened the the plant.</p></body></html>"
    checked = engine.check(
        [source(page, "draft.html")], builtin(), options=engine.Options(rules=frozenset(["doubled-word"]))
    )
    (finding,) = checked.findings
    release = checked.documents[0].release
    assert finding.suggestion is not None
    assert release is not None
    edit = finding.suggestion.edits[0]._replace(replacement=" & <b>")
    asked = finding._replace(suggestion=finding.suggestion._replace(edits=(edit,)))
    plan = fixes.plan(release.document, page.encode(), (), [asked])
    written = fixes.written(release.document, page.encode(), plan.edits)
    assert b"the &amp; &lt;b&gt; plant" in written
    assert fixes.reads_as_meant(release.document, "draft.html", written, plan.taken)
