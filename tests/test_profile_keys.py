"""Every key of prlint.yaml: its mistakes have a place, and the schema for editors has the same keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from prlint import profile
from prlint.profile import keys
from prlint.text import yaml
from prlint.text.error import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = json.loads((Path(profile.__file__).parent / "profile.schema.json").read_text(encoding="utf-8"))

FULL = """\
schema: prlint-profile/1
issuer:
  name: Ardenta Therapeutics, Inc.
  short_names: [Ardenta]
  former_names: [{name: 'Orvane Bio, Inc.', until: 2014-02-11}]
  tickers: [{exchange: Nasdaq, symbol: ARDT, from: 2014-02-12}]
  domains: [ardenta.com]
  fiscal_year_end: "12-31"
  filer_status: non-accelerated
  filings: [{form: 10-K, period_end: 2016-12-31, filed: 2017-03-15}]
people: [{name: Maria Delgado, also: [Mia Delgado], title: president and CEO, from: 2015-06-15}]
assets: [{name: ARD-131, also: [ARD131], isotope: iodine-131, status: investigational}]
studies: [{id: NCT01234567, name: CLARION, also: [ARD-1], asset: ARD-131, phase: 1, indication: multiple myeloma}]
words: [Quickshot]
prefer: {healthcare: health care}
archive: releases/
exclude: [drafts/old/**]
fail_on: error
rules: {select: [], ignore: [], severity: {acronym-unused: info}, paths: [our-rules/]}
"""


def _held(check: Any) -> dict[str, Any]:
    """Returns what a check was made of: the names and values that its function closes over."""
    cells = check.__closure__ or ()
    return dict(zip(check.__code__.co_freevars, (cell.cell_contents for cell in cells), strict=True))


def _same(check: Any, schema: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Yields where check and schema differ, and every key as (path, "") on the way."""
    held = _held(check)
    if "keys" in held:
        assert schema["additionalProperties"] is False, path
        assert list(schema["properties"]) == list(held["keys"]), path
        assert tuple(schema.get("required", ())) == tuple(held["required"]), path
        for key, one in held["keys"].items():
            yield f"{path}.{key}", ""
            yield from _same(one, schema["properties"][key], f"{path}.{key}")
    elif "items" in held:
        assert schema["type"] == "array", path
        yield from _same(held["items"], schema["items"], f"{path}[]")
    elif "values" in held:
        assert schema["type"] == "object", path
        yield from _same(held["values"], schema["additionalProperties"], f"{path}.*")
    elif "allowed" in held:
        assert schema["enum"] == list(held["allowed"]), path


def test_the_schema_has_the_keys_the_entries_and_the_choices_of_the_checks() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    found = list(_same(keys.whole(), SCHEMA, ""))
    assert len(found) > 40
    year = SCHEMA["properties"]["issuer"]["properties"]["fiscal_year_end"]["anyOf"]
    for check, schema in ((keys._NEAREST, year[1]), (keys._LAST, year[2])):
        assert list(_same(check, schema, "fiscal_year_end"))
    status = SCHEMA["properties"]["issuer"]["properties"]["filer_status"]["anyOf"]
    assert status[0]["enum"] == status[1]["items"]["properties"]["status"]["enum"] == list(keys.FILER_STATUSES)
    filing = SCHEMA["properties"]["issuer"]["properties"]["filings"]["items"]
    assert filing["properties"]["form"]["enum"] == list(keys.FORMS)


def _plain(text: str) -> Any:
    source, node = yaml.parse(text, "prlint.yaml", "a profile")
    return yaml.plain(node, source)


def _schema_accepts(text: str) -> bool:
    return jsonschema.Draft7Validator(SCHEMA).is_valid(_plain(text))


def test_every_key_has_what_an_editor_shows() -> None:
    def described(schema: dict[str, Any]) -> Iterator[bool]:
        for key, one in schema.get("properties", {}).items():
            yield "description" in one or key in ("nearest", "to", "last", "of", "status", "form")
            yield from described(one)
            yield from described(one.get("items", {}))

    found = list(described(SCHEMA))
    assert len(found) > 40
    assert all(found)


@pytest.mark.parametrize(
    "text",
    [
        FULL,
        "{}",
        "issuer: {fiscal_year_end: {nearest: saturday, to: '01-31'}}",
        "issuer: {fiscal_year_end: {last: saturday, of: '09'}}",
        "issuer: {fiscal_year_end: {last: saturday, of: 9}}",
        "issuer: {filer_status: [{status: accelerated}, {status: non-accelerated, from: 2024-01-01}]}",
        "studies: [{id: ARD-1, phase: '1/2'}, {id: ARD-2, phase: 2b}]",
        "issuer: {tickers: [{exchange: Nasdaq, symbol: BRK.A}]}",
    ],
)
def test_what_loads_the_schema_accepts(text: str) -> None:
    profile.parse(text)
    assert _schema_accepts(text)


#: For each key a value that is wrong, and the words that the user reads about it.
WRONG = {
    "schema": ("prlint-profile/2", "`schema` cannot be `prlint-profile/2`"),
    "issuer": ("Ardenta", "`issuer` wants keys and values"),
    "issuer.name": ("[Ardenta]", "`name` wants a text, not a list"),
    "issuer.short_names": ("Ardenta", "`short_names` wants a list"),
    "issuer.former_names": ("{name: Orvane}", "`former_names` wants a list"),
    "issuer.former_names[].name": ("{}", "`name` wants a text, not a mapping"),
    "issuer.former_names[].until": ("2014", "`until` is not a date: `2014`"),
    "issuer.tickers": ("ARDT", "`tickers` wants a list"),
    "issuer.tickers[].exchange": ("Nasdq", "no exchange is called `Nasdq`"),
    "issuer.tickers[].symbol": ("ardt", "`symbol` is not a ticker: `ardt`"),
    "issuer.tickers[].from": ("2014-13-01", "`from` is not a date: `2014-13-01`"),
    "issuer.domains": ("ardenta.com", "`domains` wants a list"),
    "issuer.fiscal_year_end": ("December", "`fiscal_year_end` is not a day of the year: `December`"),
    "issuer.filer_status": ("small", "`filer_status` cannot be `small`"),
    "issuer.filings": ("10-K", "`filings` wants a list"),
    "people": ("Maria", "`people` wants a list"),
    "people[].name": ("''", "`name` is empty"),
    "people[].also": ("Mia", "`also` wants a list"),
    "people[].title": ("[CEO]", "`title` wants a text, not a list"),
    "people[].from": ("June", "`from` is not a date: `June`"),
    "assets": ("ARD-131", "`assets` wants a list"),
    "assets[].name": ("false", "`name` wants a text, not false"),
    "assets[].also": ("ARD131", "`also` wants a list"),
    "assets[].isotope": ("[]", "`isotope` wants a text, not a list"),
    "assets[].status": ("sold", "`status` cannot be `sold`"),
    "studies": ("NCT01234567", "`studies` wants a list"),
    "studies[].id": ("NCT1", "`NCT1` is not an NCT number"),
    "studies[].name": ("[]", "`name` wants a text, not a list"),
    "studies[].also": ("CLARION", "`also` wants a list"),
    "studies[].asset": ("{}", "`asset` wants a text, not a mapping"),
    "studies[].phase": ("three", "`phase` is not a trial phase: `three`"),
    "studies[].indication": ("''", "`indication` is empty"),
    "words": ("Quickshot", "`words` wants a list"),
    "prefer": ("[healthcare]", "`prefer` wants keys and values"),
    "archive": ("[releases]", "`archive` wants a text, not a list"),
    "exclude": ("old", "`exclude` wants a list"),
    "fail_on": ("fatal", "`fail_on` cannot be `fatal`"),
    "rules": ("[]", "`rules` wants keys and values"),
    "rules.select": ("trials", "`select` wants a list"),
    "rules.ignore": ("trials", "`ignore` wants a list"),
    "rules.severity": ("[info]", "`severity` wants keys and values"),
    "rules.paths": ("our-rules", "`paths` wants a list"),
}


def test_every_key_has_a_mistake_here() -> None:
    assert {path.removeprefix(".") for path, _ in _same(keys.whole(), SCHEMA, "")} == set(WRONG)


@pytest.mark.parametrize("path", WRONG)
def test_a_wrong_value_is_shown_in_its_line_and_column(path: str) -> None:
    value, message = WRONG[path]
    parts = path.split(".")
    lines = []
    indent = ""
    for i, part in enumerate(parts):
        key = part.removesuffix("[]")
        lines.append(f"{indent}{key}:" + (f" {value}" if i == len(parts) - 1 else ""))
        indent += "  - " if part.endswith("[]") else "  "
        if i and parts[i - 1].endswith("[]"):
            indent = indent.replace("-", " ")
    text = "\n".join(["# a comment before it", *lines, ""])
    with pytest.raises(RuleError) as caught:
        profile.parse(text)
    error = caught.value
    assert error.message == message
    assert error.line == len(lines) + 1
    assert error.column == text.split("\n")[len(lines)].index(": ") + 3
    assert f"prlint.yaml:{error.line}:{error.column}: {message}" in str(error)
    assert "^" in str(error)
    assert not _schema_accepts(text) or value in ("Nasdq", "NCT1", "2014-13-01"), "the editor sees it too"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("issuer: {fiscal_year_end: {last: saturday, of: '13'}}", "`of` is not a month: `13`", "09"),
        ("issuer: {fiscal_year_end: {last: saterday, of: '09'}}", "`last` cannot be `saterday`", "saturday"),
        ("issuer: {fiscal_year_end: {last: saturday}}", "`fiscal_year_end` has an entry without `of`", ""),
        (
            "issuer: {fiscal_year_end: {nearest: saturday, to: '0131'}}",
            "`to` is not a day of the year: `0131`",
            "MM-DD",
        ),
        ("issuer: {tickers: [{exchange: Nasdaq}]}", "`tickers` has an entry without `symbol`", ""),
        ("rules: {severity: {typo: loud}}", "`typo` cannot be `loud`", "warning"),
        ("prefer: {'': x}", "a key of `prefer` is empty", ""),
        ("issuer: {domains: [www]}", "`www` is not a domain", "example.com"),
        ("issuer: {filings: [{form: 10-Z, period_end: 2016-12-31}]}", "`form` cannot be `10-Z`", "10-"),
        ("issuer: {filings: [{form: 10-K, period_end: 2016}]}", "`period_end` is not a date: `2016`", "YYYY-MM-DD"),
        ("issuer: {filings: [{form: 10-K, period_end: 2016-12-31, filed: no}]}", "`filed` is not a date: `no`", "YYYY"),
    ],
)
def test_mistakes_within_values(text: str, message: str, hint: str) -> None:
    with pytest.raises(RuleError) as caught:
        profile.parse(text)
    assert caught.value.message == message
    assert caught.value.line == 1
    assert hint in caught.value.hint
    assert not _schema_accepts(text) or message.startswith("a key of")


def test_a_year_that_ends_on_the_last_weekday_of_a_month_is_understood() -> None:
    from prlint.calendar import fiscal

    found = profile.parse("issuer: {fiscal_year_end: {last: Saturday, of: 9}}")["issuer"]["fiscal_year_end"]
    assert found == {"last": "saturday", "of": "09"}
    rule = fiscal.read_rule(found)
    assert rule is not None
    assert fiscal.end_in(rule, 2024).isoformat() == "2024-09-28"
