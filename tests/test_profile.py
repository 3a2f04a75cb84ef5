"""prlint.yaml: every key, every mistake with the very text that the user sees."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from prlint import profile
from prlint.text.error import RuleError

if TYPE_CHECKING:
    from pathlib import Path

FULL = """\
# prlint.yaml, found upwards from the file being checked
schema: prlint-profile/1
issuer:
  name: Ardenta Therapeutics, Inc.
  short_names: [Ardenta]
  former_names: [{name: 'Orvane Bio, Inc.', until: 2014-02-11}]
  tickers: [{exchange: Nasdaq, symbol: ARDT, from: 2014-02-12}]
  domains: [www.Ardenta.com]
  fiscal_year_end: "12-31"
  filer_status: non-accelerated
  filings: [{form: 10-K, period_end: 2016-12-31, filed: 2017-03-15}]
people: [{name: Maria Delgado, also: [Mia Delgado], title: president and CEO, from: 2015-06-15}]
assets: [{name: ARD-131, also: [ARD131], isotope: iodine-131, status: investigational}]
studies: [{id: NCT01234567, asset: ARD-131, phase: 1, indication: multiple myeloma}]
words: [Quickshot, Intralipid]        # spellings to trust
prefer: {PDC: phospholipid drug conjugate, healthcare: health care}
archive: releases/
exclude: [drafts/old/**]
fail_on: error
rules: {select: [], ignore: [], severity: {acronym-unused: info, end-mark-missing: off}, paths: [our-rules/]}
"""


def test_every_key_comes_out_as_plain_data_under_its_name() -> None:
    expected = {
        "schema": "prlint-profile/1",
        "issuer": {
            "name": "Ardenta Therapeutics, Inc.",
            "short_names": ["Ardenta"],
            "former_names": [{"name": "Orvane Bio, Inc.", "until": "2014-02-11"}],
            "tickers": [{"exchange": "Nasdaq", "symbol": "ARDT", "from": "2014-02-12"}],
            "domains": ["ardenta.com"],
            "fiscal_year_end": "12-31",
            "filer_status": [{"status": "non-accelerated", "from": None}],
            "filings": [{"form": "10-K", "period_end": "2016-12-31", "filed": "2017-03-15"}],
        },
        "people": [
            {"name": "Maria Delgado", "also": ["Mia Delgado"], "title": "president and CEO", "from": "2015-06-15"}
        ],
        "assets": [{"name": "ARD-131", "also": ["ARD131"], "isotope": "iodine-131", "status": "investigational"}],
        "studies": [{"id": "NCT01234567", "asset": "ARD-131", "phase": "1", "indication": "multiple myeloma"}],
        "words": ["Quickshot", "Intralipid"],
        "prefer": {"PDC": "phospholipid drug conjugate", "healthcare": "health care"},
        "archive": "releases/",
        "exclude": ["drafts/old/**"],
        "fail_on": "error",
        "rules": {
            "select": [],
            "ignore": [],
            "severity": {"acronym-unused": "info", "end-mark-missing": "off"},
            "paths": ["our-rules/"],
        },
    }
    assert profile.parse(FULL) == expected
    assert json.loads(json.dumps(expected)) == expected


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "\ufeff"])
def test_an_empty_profile_is_one(text: str) -> None:
    assert profile.parse(text) == {}


def test_filer_status_is_a_list_oldest_first() -> None:
    text = """\
issuer:
  filer_status:
    - {status: Large Accelerated, from: 2020-01-01}
    - {status: accelerated}
"""
    assert profile.parse(text)["issuer"]["filer_status"] == [
        {"status": "accelerated", "from": None},
        {"status": "large accelerated", "from": "2020-01-01"},
    ]


def test_a_year_of_52_or_53_weeks_ends_nearest_a_weekday() -> None:
    text = 'issuer: {fiscal_year_end: {nearest: Saturday, to: "01-31"}}'
    assert profile.parse(text)["issuer"]["fiscal_year_end"] == {"nearest": "saturday", "to": "01-31"}


MISTAKES = {
    "unknown key": (
        "isuer:\n  name: Ardenta",
        """\
prlint.yaml:1:1: unknown key `isuer`
  1 | isuer:
    | ^^^^^
  hint: did you mean `issuer`?""",
    ),
    "unknown key further down": (
        "issuer:\n  short_name: [Ardenta]\n",
        """\
prlint.yaml:2:3: unknown key `short_name` in `issuer`
  2 |   short_name: [Ardenta]
    |   ^^^^^^^^^^
  hint: did you mean `short_names`?""",
    ),
    "unknown key of an entry": (
        "people:\n  - {name: Maria Delgado, rolle: CEO}\n",
        """\
prlint.yaml:2:27: unknown key `rolle` in `people`
  2 |   - {name: Maria Delgado, rolle: CEO}
    |                           ^^^^^
  hint: one of `also`, `from`, `name`, `title`""",
    ),
    "not a mapping": (
        "- Ardenta\n",
        """\
prlint.yaml:1:1: a profile wants keys and values
  1 | - Ardenta
    | ^
  hint: its keys are `schema`, `issuer`, `people`, `assets`, `studies`, `words`, `prefer`, `archive`, `exclude`, \
`fail_on`, `rules`""",
    ),
    "no value": (
        "words: [Quickshot]\nfail_on:\n",
        """\
prlint.yaml:2:1: `fail_on` has no value
  2 | fail_on:
    | ^^^^^^^
  hint: leave the key out where nothing is known""",
    ),
    "a boolean for a text": (
        "issuer: {name: true}",
        """\
prlint.yaml:1:16: `name` wants a text, not true
  1 | issuer: {name: true}
    |                ^^^^
  hint: write "true" if you mean the word""",
    ),
    "a list for a text": (
        "people: [{name: [Maria, Delgado]}]",
        """\
prlint.yaml:1:17: `name` wants a text, not a list
  1 | people: [{name: [Maria, Delgado]}]
    |                 ^""",
    ),
    "a text for a list": (
        "words: Quickshot",
        """\
prlint.yaml:1:8: `words` wants a list
  1 | words: Quickshot
    |        ^^^^^^^^^
  hint: write [Quickshot]""",
    ),
    "an empty entry": (
        "words: [Quickshot, ~]",
        """\
prlint.yaml:1:20: an entry of `words` is empty
  1 | words: [Quickshot, ~]
    |                    ^""",
    ),
    "an empty text": (
        "archive: ''",
        """\
prlint.yaml:1:10: `archive` is empty
  1 | archive: ''
    |          ^^
  hint: leave the key out where nothing is known""",
    ),
    "a missing key": (
        "studies: [{asset: ARD-131}]",
        """\
prlint.yaml:1:11: `studies` has an entry without `id`
  1 | studies: [{asset: ARD-131}]
    |           ^""",
    ),
    "a key twice": (
        "archive: a\narchive: b\n",
        """\
prlint.yaml:2:1: the key `archive` is here twice
  2 | archive: b
    | ^^^^^^^
  hint: the first is in line 1""",
    ),
    "an anchor": (
        "archive: &a releases\n",
        """\
prlint.yaml:1:10: anchors are not used in a profile
  1 | archive: &a releases
    |          ^^""",
    ),
    "a merge key": (
        "issuer:\n  <<: {name: Ardenta}\n",
        """\
prlint.yaml:2:3: merge keys are not used in a profile
  2 |   <<: {name: Ardenta}
    |   ^^
  hint: write the values out""",
    ),
    "no such day": (
        "issuer: {former_names: [{name: Orvane, until: 2014-02-30}]}",
        """\
prlint.yaml:1:47: `until` is not a date: `2014-02-30`
  1 | issuer: {former_names: [{name: Orvane, until: 2014-02-30}]}
    |                                               ^^^^^^^^^^
  hint: there is no such day""",
    ),
    "no date": (
        "people: [{name: Maria Delgado, from: June 2015}]",
        """\
prlint.yaml:1:38: `from` is not a date: `June 2015`
  1 | people: [{name: Maria Delgado, from: June 2015}]
    |                                      ^^^^^^^^^
  hint: dates are written YYYY-MM-DD""",
    ),
    "fiscal year end": (
        'issuer: {fiscal_year_end: "31-12"}',
        """\
prlint.yaml:1:27: `fiscal_year_end` is not a day of the year: `31-12`
  1 | issuer: {fiscal_year_end: "31-12"}
    |                           ^^^^^^^
  hint: write it "MM-DD", such as "12-31\"""",
    ),
    "weekday": (
        'issuer: {fiscal_year_end: {nearest: Saterday, to: "01-31"}}',
        """\
prlint.yaml:1:37: `nearest` cannot be `Saterday`
  1 | issuer: {fiscal_year_end: {nearest: Saterday, to: "01-31"}}
    |                                     ^^^^^^^^
  hint: did you mean `saturday`?""",
    ),
    "filer status": (
        "issuer: {filer_status: acelerated}",
        """\
prlint.yaml:1:24: `filer_status` cannot be `acelerated`
  1 | issuer: {filer_status: acelerated}
    |                        ^^^^^^^^^^
  hint: did you mean `accelerated`?""",
    ),
    "two statuses at once": (
        "issuer:\n  filer_status:\n    - status: accelerated\n    - status: non-accelerated\n",
        """\
prlint.yaml:4:7: two entries of `filer_status` hold from the beginning
  4 |     - status: non-accelerated
    |       ^
  hint: give each its `from`""",
    ),
    "exchange": (
        "issuer: {tickers: [{exchange: Nasdq, symbol: ARDT}]}",
        """\
prlint.yaml:1:31: no exchange is called `Nasdq`
  1 | issuer: {tickers: [{exchange: Nasdq, symbol: ARDT}]}
    |                               ^^^^^
  hint: did you mean `Nasdaq`?""",
    ),
    "ticker": (
        "issuer: {tickers: [{exchange: Nasdaq, symbol: ardt}]}",
        """\
prlint.yaml:1:47: `symbol` is not a ticker: `ardt`
  1 | issuer: {tickers: [{exchange: Nasdaq, symbol: ardt}]}
    |                                               ^^^^
  hint: write `ARDT`""",
    ),
    "domain": (
        "issuer: {domains: ['https://www.ardenta.com/news']}",
        """\
prlint.yaml:1:20: `https://www.ardenta.com/news` is not a domain
  1 | issuer: {domains: ['https://www.ardenta.com/news']}
    |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write `ardenta.com`""",
    ),
    "form": (
        "issuer: {filings: [{form: 10K, period_end: 2016-12-31}]}",
        """\
prlint.yaml:1:27: `form` cannot be `10K`
  1 | issuer: {filings: [{form: 10K, period_end: 2016-12-31}]}
    |                           ^^^
  hint: did you mean `10-K`?""",
    ),
    "filed before its end": (
        "issuer: {filings: [{form: 10-K, period_end: 2016-12-31, filed: 2016-03-15}]}",
        """\
prlint.yaml:1:64: a 10-K is filed after its period ends on 2016-12-31
  1 | issuer: {filings: [{form: 10-K, period_end: 2016-12-31, filed: 2016-03-15}]}
    |                                                                ^^^^^^^^^^""",
    ),
    "study number": (
        "studies: [{id: NCT0123456}]",
        """\
prlint.yaml:1:16: `NCT0123456` is not an NCT number
  1 | studies: [{id: NCT0123456}]
    |                ^^^^^^^^^^
  hint: `NCT` and eight digits""",
    ),
    "phase": (
        "studies: [{id: ARD-01, phase: II}]",
        """\
prlint.yaml:1:31: `phase` is not a trial phase: `II`
  1 | studies: [{id: ARD-01, phase: II}]
    |                               ^^
  hint: such as "1", "2b" or "1/2\"""",
    ),
    "asset status": (
        "assets: [{name: ARD-131, status: aproved}]",
        """\
prlint.yaml:1:34: `status` cannot be `aproved`
  1 | assets: [{name: ARD-131, status: aproved}]
    |                                  ^^^^^^^
  hint: did you mean `approved`?""",
    ),
    "severity": (
        "rules: {severity: {acronym-unused: warn}}",
        """\
prlint.yaml:1:36: `acronym-unused` cannot be `warn`
  1 | rules: {severity: {acronym-unused: warn}}
    |                                    ^^^^
  hint: one of `error`, `info`, `off`, `warning`""",
    ),
    "not YAML": (
        "issuer:\n\tname: Ardenta\n",
        """\
prlint.yaml:2:1: this is not YAML: found character that cannot start any token
  2 |  name: Ardenta
    | ^
  hint: indent with spaces, not tabs""",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_shown_with_its_place(name: str) -> None:
    text, expected = MISTAKES[name]
    with pytest.raises(RuleError) as caught:
        profile.parse(text)
    assert str(caught.value) == expected


@pytest.mark.parametrize("exchange", ["PSE", "Wiener Börse", "nyse american", "B3"])
def test_an_exchange_that_is_no_slip_of_another_passes(exchange: str) -> None:
    text = f"issuer: {{tickers: [{{exchange: {exchange}, symbol: AB.C}}]}}"
    assert profile.parse(text)["issuer"]["tickers"][0]["exchange"] == exchange


def test_the_nearest_profile_above_a_draft_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "prlint.yaml").write_text("fail_on: info")
    monkeypatch.chdir(tmp_path / "a")
    assert profile.find("b/draft.txt") == os.path.join("..", "prlint.yaml")
    (tmp_path / "a" / "prlint.yaml").write_text("fail_on: info")
    assert profile.find("b/draft.txt") == "prlint.yaml"
    (tmp_path / "a" / "b" / "prlint.yaml").write_text("fail_on: info")
    assert profile.find("b/draft.txt") == os.path.join("b", "prlint.yaml")


def test_paths_are_joined_to_the_folder_of_the_profile(tmp_path: Path) -> None:
    path = tmp_path / "prlint.yaml"
    path.write_text("archive: releases\nrules: {paths: [ours, /else/where]}\n")
    found = profile.load(str(path))
    assert found["archive"] == str(tmp_path / "releases")
    assert found["rules"]["paths"] == [str(tmp_path / "ours"), "/else/where"]


def test_what_is_kept_is_the_same_and_dies_with_the_content(tmp_path: Path) -> None:
    path, cache = tmp_path / "prlint.yaml", tmp_path / "cache"
    cache.mkdir()
    path.write_text(FULL)
    first = profile.load(str(path), str(cache))
    assert profile.load(str(path), str(cache)) == first == profile.load(str(path))
    path.write_text("fail_on: info\n")
    assert profile.load(str(path), str(cache)) == {"fail_on": "info"}
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("kept", [b"", b"[]", b"{}", b'{"key": 1}', b"\xff", b'{"key": "x", "profile": []}'])
def test_a_spoilt_cache_is_read_over(tmp_path: Path, kept: bytes) -> None:
    path, cache = tmp_path / "prlint.yaml", tmp_path / "cache"
    cache.mkdir()
    path.write_text("fail_on: info\n")
    profile.load(str(path), str(cache))
    (entry,) = cache.iterdir()
    entry.write_bytes(kept)
    assert profile.load(str(path), str(cache)) == {"fail_on": "info"}


def test_a_kept_profile_needs_no_yaml(tmp_path: Path) -> None:
    path, cache = tmp_path / "prlint.yaml", tmp_path / "cache"
    cache.mkdir()
    path.write_text(FULL)
    code = (
        "import sys; from prlint import profile; profile.load(sys.argv[1], sys.argv[2]); "
        "print([m for m in sys.modules if 'yaml' in m])"
    )
    run = [sys.executable, "-c", code, str(path), str(cache)]
    outputs = [subprocess.run(run, check=True, capture_output=True, text=True).stdout for _ in range(2)]
    assert "_ruamel_yaml" in outputs[0]
    assert outputs[1] == "[]\n"


def test_a_file_that_is_no_text_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "prlint.yaml"
    path.write_bytes(b"fail_on: info\nwords: [caf\xe9]\n")
    with pytest.raises(RuleError) as caught:
        profile.load(str(path))
    assert str(caught.value) == (
        f"{path}:2:12: this is not UTF-8\n  2 | words: [caf�]\n    |            ^\n  hint: save the file as UTF-8"
    )


def test_what_only_the_rulebook_can_know_is_shown_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "prlint.yaml"
    path.write_text("fail_on: info\nrules:\n  ignore: [acronym-unsued]\n")
    error = profile.mistake(str(path), ("rules", "ignore", "acronym-unsued"), "no such rule", "did you mean …?")
    assert (error.line, error.column, error.width) == (3, 12, len("acronym-unsued"))
    path.write_text("fail_on: info\n")
    gone = profile.mistake(str(path), ("rules", "ignore", "acronym-unsued"), "no such rule")
    assert str(gone) == f"{path}: no such rule"
