"""Entries in the text of a prlint.yaml: what a person wrote keeps every byte, what was deleted stays so, nothing comes twice."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prlint import profile
from prlint.proposal.entry import LISTS, Entry
from prlint.proposal.merge import HEAD, merged
from prlint.text.error import RuleError
from prlint.text.markets import markets
from prlint.text.near import plain
from tests.support import builtin

NAME = Entry(("issuer", "name"), "Orvane Bio, Inc.", "orvanebio", "3 releases")
SHORT = Entry(("issuer", "short_names"), "Orvane", "orvane", "3 releases")
TICKER = Entry(("issuer", "tickers"), {"exchange": "Nasdaq", "symbol": "ORVB"}, "nasdaq:orvb", "3 releases")
YEAR = Entry(("issuer", "fiscal_year_end"), "12-31", "12-31", "2 releases")
DELGADO = Entry(
    ("people",), {"name": "Maria Delgado", "also": ["Mia Delgado"], "title": "CEO"}, "maria delgado", "2 releases"
)
LUND = Entry(
    ("people",), {"name": "Ana Lund"}, "ana lund", "1 release, 2024-01-05; in 1.txt:3", "seen in one release only"
)
ASSET = Entry(("assets",), {"name": "ORV-12"}, "orv12", "2 releases")
DOUBTED_YEAR = YEAR._replace(doubt="06-30 is there too")
ARCHIVE = Entry(("archive",), "releases/", "releases/", "where the 3 releases lie")
ALL = (NAME, SHORT, TICKER, YEAR, DELGADO, LUND, ASSET, ARCHIVE)


def put(text: str | None, *entries: Entry) -> str:
    return merged(text, entries, markets=markets(builtin().lists)).text


def test_a_new_file_loads_and_says_where_everything_was_seen() -> None:
    text = put(None, *ALL)
    assert profile.parse(text) == {
        "schema": "prlint-profile/1",
        "issuer": {
            "name": "Orvane Bio, Inc.",
            "short_names": ["Orvane"],
            "tickers": [{"exchange": "Nasdaq", "symbol": "ORVB"}],
            "fiscal_year_end": "12-31",
        },
        "people": [{"name": "Maria Delgado", "also": ["Mia Delgado"], "title": "CEO"}],
        "assets": [{"name": "ORV-12"}],
        "archive": "releases/",
    }
    assert text.startswith(HEAD)
    assert "people:\n  # 2 releases\n  - {name: Maria Delgado, also: [Mia Delgado], title: CEO}\n" in text
    assert "  # ? seen in one release only; 2024-01-05; in 1.txt:3\n  # - {name: Ana Lund}\n" in text


def test_a_doubtful_entry_counts_once_its_sign_is_taken_away() -> None:
    text = put(None, NAME, DELGADO, LUND, DOUBTED_YEAR)
    text = text.replace("# - {name: Ana", "- {name: Ana").replace("# fiscal_year_end", "fiscal_year_end")
    found = profile.parse(text)
    assert [one["name"] for one in found["people"]] == ["Maria Delgado", "Ana Lund"]
    assert found["issuer"]["fiscal_year_end"] == "12-31"


def test_lists_whose_entries_are_all_doubtful_load_with_and_without_their_signs() -> None:
    text = put(None, NAME, SHORT._replace(doubt="x"), LUND, ASSET._replace(doubt="x"))
    assert profile.parse(text) == {"schema": "prlint-profile/1", "issuer": {"name": "Orvane Bio, Inc."}}
    for line in ("short_names:", "- Orvane", "people:", "- {name: Ana Lund}", "assets:", "- {name: ORV-12}"):
        text = text.replace(f"# {line}", line)
    found = profile.parse(text)
    assert found["issuer"]["short_names"] == ["Orvane"]
    assert (found["people"], found["assets"]) == ([{"name": "Ana Lund"}], [{"name": "ORV-12"}])


def test_an_issuer_of_whom_nothing_is_certain_is_one_comment() -> None:
    text = put(None, *(one._replace(doubt="seen in one release only") for one in (NAME, SHORT, YEAR)))
    assert profile.parse(text) == {"schema": "prlint-profile/1"}
    assert text.count("# issuer:") == 1
    bare = text.partition("# What `prlint init`")[0]
    freed = "\n".join("" if "?" in line else line.removeprefix("# ") for line in bare.split("\n"))
    start = freed.index("issuer:")
    assert profile.parse(freed[start:])["issuer"] == {
        "name": "Orvane Bio, Inc.",
        "short_names": ["Orvane"],
        "fiscal_year_end": "12-31",
    }


def test_what_a_person_wrote_keeps_every_byte_and_its_order() -> None:
    mine = (
        "# our profile\nfail_on:   warning   # for now\n\nissuer:\n    # the name as on the certificate\n"
        "    name:   'Orvane Bio, Inc.'\n    tickers:\n    -   exchange: NASDAQ   # since ever\n        symbol: ORVB\n"
        "\n    # next year\n    domains: [orvane.com,\n       orvane.bio]   # both\n\n\n# people come last\npeople:\n"
        "- name: Bo Vester\n  title: >\n    president\n    and CEO\n\n# end\n"
    )
    text = put(mine, *ALL)
    lines = mine.split("\n")
    rest = iter(text.split("\n"))
    assert all(line in rest for line in lines if line), "a line of the person's was changed or moved"
    found = profile.parse(text)
    assert found["issuer"]["tickers"] == [{"exchange": "NASDAQ", "symbol": "ORVB"}], "the same listing, in other words"
    assert [one["name"] for one in found["people"]] == ["Bo Vester", "Maria Delgado"]
    assert found["issuer"]["short_names"] == ["Orvane"]
    assert found["fail_on"] == "warning"


@pytest.mark.parametrize(
    "people",
    [
        "people: [{name: Bo Vester}]",
        "people: [{name: Bo Vester}]   # all of them",
        "people: [{name: Bo Vester},]",
        "people: []",
        "people: [\n  {name: Bo Vester},   # the founder\n  {name: Jo Berg}   # a friend, and more\n]",
        "people: [\n  {name: Bo Vester}, # the founder\n  ]",
        "people:\n- name: Bo Vester",
        "people:\n- name: Bo Vester\n# a remark\n",
        "people:\n  - name: Bo Vester\n    also:\n      - B. Vester\n",
        "people:\n  - name: Bo Vester\n    title: |\n      # chief\n",
        "words:\n  - x\npeople:\n\n\n  - {name: Bo Vester}\n\n\nprefer: {a: b}",
    ],
)
def test_a_list_is_continued_however_it_is_written(people: str) -> None:
    before = profile.parse(people)
    found = profile.parse(put(people, DELGADO, LUND))
    assert found == {**before, "people": [*before["people"], DELGADO.value]}


@pytest.mark.parametrize(
    "issuer",
    [
        "issuer: {name: Orvane Bio}",
        "issuer: {name: Orvane Bio, short_names: [OB]}",
        "issuer:\n  name: Orvane Bio\nwords: [x]",
        "words: [x]\nissuer:\n        name: Orvane Bio",
        "issuer:\n  name: Orvane Bio\n  # a last word\n\n# about words\nwords: [x]\n",
        "words: [x]",
        "",
        "# nothing yet\n",
        "---\nissuer:\n  name: Orvane Bio\n...\n",
    ],
)
def test_the_issuers_keys_are_added_however_it_is_written(issuer: str) -> None:
    before = profile.parse(issuer)
    try:
        text = put(issuer, SHORT, TICKER, YEAR)
    except ValueError:
        assert issuer.startswith("---"), "only what stands between the marks of a document is left alone"
        return
    found = profile.parse(text)["issuer"]
    assert found["tickers"] == [{"exchange": "Nasdaq", "symbol": "ORVB"}]
    assert found["fiscal_year_end"] == "12-31"
    assert found["short_names"] == [*before.get("issuer", {}).get("short_names", []), "Orvane"]


def test_what_a_person_deleted_stays_deleted() -> None:
    text = put(None, *ALL)
    without = "\n".join(
        line
        for line in text.split("\n")
        if "Maria" not in line and "people:" not in line and "Ana" not in line and "12-31" not in line
    )
    profile.parse(without)
    assert put(without, *ALL) == without


def test_what_a_person_changed_stays_changed() -> None:
    text = put(None, *ALL).replace("title: CEO", "title: chairwoman").replace("'12-31'", "'06-30'")
    assert put(text, *ALL) == text


def test_only_what_is_new_is_added() -> None:
    text = put(None, NAME, DELGADO)
    result = merged(text, [NAME, DELGADO, ASSET, LUND], markets={})
    assert (result.facts, result.doubtful) == ((ASSET,), (LUND,))
    assert profile.parse(result.text)["assets"] == [{"name": "ORV-12"}]
    assert text.partition("\n\n# What")[0] in result.text


def test_a_doubtful_entry_that_becomes_certain_takes_the_place_of_its_comment() -> None:
    text = put(None, NAME, LUND, DOUBTED_YEAR)
    certain = put(text, NAME, LUND._replace(doubt="", seen="2 releases"), YEAR)
    found = profile.parse(certain)
    assert found["people"] == [{"name": "Ana Lund"}]
    assert found["issuer"]["fiscal_year_end"] == "12-31"
    assert "# - {name: Ana Lund}" not in certain
    assert "# fiscal_year_end" not in certain
    assert "# people:" not in certain


def test_a_doubtful_entry_that_was_deleted_does_not_come_back_when_it_becomes_certain() -> None:
    text = put(None, NAME, LUND)
    without = "\n".join(line for line in text.split("\n") if "Ana" not in line)
    assert put(without, NAME, LUND._replace(doubt="")) == without


def test_a_name_known_by_another_is_not_added() -> None:
    mine = "people: [{name: Mia Delgado}]\n"
    assert put(mine, DELGADO) == mine
    mine = "people: [{name: M. Delgado, also: [Maria Delgado]}]\nissuer: {name: Orvane}\n"
    assert put(mine, DELGADO, NAME) == mine


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    mine = "\ufeff# ours\r\nwords: [x]\r\n"
    text = put(mine, *ALL)
    assert text.startswith("\ufeff# ours\r\nwords: [x]\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert put(text, *ALL) == text


@pytest.mark.parametrize("text", ["{words: [x]}\n", "words: [x]\r\nfail_on: error\n", "words: [x]\rfail_on: error\r"])
def test_a_file_that_cannot_be_added_to_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"nothing can be added|lines end in several ways"):
        put(text, *ALL)


def test_a_broken_file_is_an_error_with_its_place() -> None:
    with pytest.raises(RuleError) as caught:
        put("isuer: {}\n", *ALL)
    assert (caught.value.line, caught.value.column) == (1, 1)


def test_a_name_with_a_control_character_is_left_out() -> None:
    text = put(None, NAME, DELGADO._replace(value={"name": "Maria \x1b[2J"}, identity="maria"))
    assert "people" not in profile.parse(text)


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=14
).filter(lambda word: word.split() and " ".join(word.split()).isprintable())
LAYOUTS = st.sampled_from(
    [
        None,
        "",
        "# mine\nwords: [x]\n",
        "issuer:\n  name: Somebody\npeople: [{name: Bo Vester}]\narchive: old/\n",
        "people:\n- name: Bo Vester\n\nassets:\n    -   name: X-1\n\n\nfail_on: error",
        "issuer: {short_names: [OB], name: Somebody}   # in brackets\r\nassets: []\r\n",
    ]
)


@st.composite
def entries(draw: Any) -> list[Entry]:
    found: dict[tuple[tuple[str, ...], str], Entry] = {}
    for path in sorted(draw(st.lists(st.sampled_from([*sorted(LISTS), ("issuer", "name"), ("archive",)]), max_size=7))):
        word = " ".join(draw(WORDS).split())
        identity = plain(word)
        value: Any = word
        if path == ("issuer", "tickers"):
            value, identity = {"exchange": "Nasdaq", "symbol": "ORVB"}, "nasdaq:orvb"
        elif path == ("issuer", "domains"):
            value = identity = "orvane.com"
        elif path == ("studies",):
            value = {"id": "ORV-" + word, "indication": word}
            identity = value["id"]
        elif path not in (("issuer", "name"), ("archive",), ("issuer", "short_names")):
            value = {"name": word}
        doubt = draw(st.sampled_from(["", "", "a reason: # with signs", "seen in one release only"]))
        found[path, identity if path in LISTS else ""] = Entry(
            path, value, identity, "2 releases; in a: b.txt #3", doubt
        )
    return list(found.values())


@settings(max_examples=150, deadline=None)
@given(LAYOUTS, entries())
def test_whatever_is_proposed_loads_and_a_second_run_changes_no_byte(text: str | None, found: list[Entry]) -> None:
    once = put(text, *found)
    profile.parse(once.replace("\r\n", "\n"))
    assert put(once, *found) == once
    if text:
        rest = iter(once)
        assert all(character in rest for character in text.rstrip()), "something of the person's is gone"


@settings(max_examples=60, deadline=None)
@given(entries(), entries())
def test_a_second_proposal_takes_nothing_away(first: list[Entry], second: list[Entry]) -> None:
    once = put(None, *first)
    twice = put(once, *second)
    assert put(twice, *second) == twice
    before, after = profile.parse(once), profile.parse(twice)
    for key, value in before.items():
        if isinstance(value, list):
            assert after[key][: len(value)] == value
        elif isinstance(value, str):
            assert after[key] == value
