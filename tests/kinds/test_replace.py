from __future__ import annotations

from typing import TYPE_CHECKING

from tests.kinds.written import findings

if TYPE_CHECKING:
    from pathlib import Path

    from prlint.finding import Finding

RULE = "kind: replace\nmessage: '{found} → {replacement}'\n"


def fixed(text: str, found: list[Finding]) -> str:
    edits = sorted(
        (edit.start, edit.end, edit.replacement) for f in found if f.suggestion for edit in f.suggestion.edits
    )
    for start, end, replacement in reversed(edits):
        text = text[:start] + replacement + text[end:]
    return text


def test_the_group_out_is_what_is_replaced(tmp_path: Path):
    rule = RULE + "params: {pattern: 'per(?P<out> )?cent'}"
    found = findings(tmp_path, rule, "ten per cent")
    assert found[0].places[0].quote == "per cent"
    assert fixed("ten per cent", found) == "ten percent"


def test_the_replacement_may_use_the_named_groups(tmp_path: Path):
    rule = RULE + "params: {pattern: '(?P<n>\\d+) pct', with: '\\g<n> percent'}"
    text = "up 12 pct, down 3 pct"
    assert fixed(text, findings(tmp_path, rule, text)) == "up 12 percent, down 3 percent"


def test_words_keep_the_capitals_of_what_they_replace(tmp_path: Path):
    rule = RULE + "params: {pattern: '(?i)\\bpeer reviewed\\b', words: {peer reviewed: peer-reviewed}}"
    text = "peer reviewed, Peer reviewed, Peer Reviewed"
    assert fixed(text, findings(tmp_path, rule, text)) == "peer-reviewed, Peer-reviewed, Peer-Reviewed"


def test_what_the_words_do_not_name_is_in_order(tmp_path: Path):
    rule = RULE + "params: {pattern: '\\b\\w+ize\\b', words: {utilize: use}}"
    assert [f.places[0].quote for f in findings(tmp_path, rule, "utilize the size")] == ["utilize"]


def test_safe_is_never_said_of_speech(tmp_path: Path):
    rule = RULE + "params: {pattern: 'teh', with: the, safe: true}"
    text = 'It is teh pump. "We are very proud of teh pump," said Maria Delgado.'
    assert [f.suggestion.safety for f in findings(tmp_path, rule, text) if f.suggestion] == ["safe", "review"]


def test_a_replacement_counts_in_source_positions(tmp_path: Path):
    text = "The company’s  teh pump"
    found = findings(tmp_path, RULE + "params: {pattern: 'teh', with: the}", text)
    assert fixed(text, found) == "The company’s  the pump"


def test_a_dated_list_says_what_has_become_of_what(tmp_path: Path):
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "moved.yaml").write_text(
        "- {was: 42 U.S.C. 1971, now: 52 U.S.C. 10101, valid_from: 2014-09-01}\n"
        "- {was: Board of Mines, now: Mines Authority, valid_from: 2020-01-01, valid_to: 2024-12-31}\n"
    )
    rule = "kind: replace\nmessage: '{replacement} since {since}'\nparams: {pattern: '42 USC § 197\\d|Board of \\w+', list: moved}"
    text = "The Board of Mines cites 42 USC § 1971 and 42 USC § 1972; the Board of Trade does not."

    def said(day: str | None) -> list[str]:
        return [finding.message for finding in findings(tmp_path, rule, text, date=day)]

    assert said("2014-08-31") == []
    assert said("2014-09-01") == ["52 U.S.C. 10101 since 2014-09-01"]
    assert said("2021-03-02") == ["Mines Authority since 2020-01-01", "52 U.S.C. 10101 since 2014-09-01"]
    assert said("2025-03-02") == ["52 U.S.C. 10101 since 2014-09-01"]
    assert len(said(None)) == 2
