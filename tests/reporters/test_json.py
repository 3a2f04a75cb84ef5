"""The JSON report against its schema, and the schema against the report."""

from __future__ import annotations

import copy
import json
import os
from typing import Any

import jsonschema
import pytest

from prlint import report, reporters
from prlint.finding import Evidence
from prlint.report import Examined, Options, RunError
from prlint.reporters import json as reporter
from tests.reporters import made


def schema() -> Any:
    path = os.path.join(next(iter(reporters.__path__)), "report.schema.json")
    with open(path, encoding="utf-8") as stream:
        return json.load(stream)


def full() -> report.Report:
    """Returns a report in which every part of the contract occurs."""
    draft = made.release()
    old = made.release("Ardenta Therapeutics, Inc. said so.\n", "releases/old.txt", "2025-09-15")
    where = made.places(draft.document, "Ardenda")
    # A format with pages and paragraphs says where in the file a place is.
    start, end = (point._replace(page=1, paragraph=2) for point in (where[0].start, where[0].end))
    paged = [where[0]._replace(start=start, end=end)]
    proof = made.evidence(old.document, "Ardenta")._replace(start=start, end=end)
    nowhere = Evidence(None, None, None, None, "", "the profile says so")
    findings = [
        made.finding(
            where,
            evidence=(made.evidence(old.document, "Ardenta Therapeutics, Inc.", "2025-09-15", "legal name"), nowhere),
            suggestion=made.suggestion(where, "Ardenta"),
        ),
        made.finding(where, severity="warning", status="trial", waived={"reason": "agreed", "by": "M. Delgado"}),
        made.finding(
            paged,
            evidence=(proof,),
            severity="info",
            status="deprecated",
            suggestion=made.suggestion(where, "x")._replace(replacement=None),
        ),
    ]
    return made.report(
        [draft, made.release("word\n", "x.txt", None)._replace(issuer="")],
        findings,
        examined=[Examined("annual-report-stale", 1, 3, 1, ("filer status",), ("never printed",))],
        errors=[
            RunError("unreadable-input", "cannot be read", document="y.txt"),
            RunError("rule-file", "unknown key `severit`", "ours.yaml", "our-rule", 4, 1, "never printed"),
        ],
        notices=["never printed"],
    )


def test_a_report_with_all_its_parts_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(reporter.render(full(), Options())), schema())


def test_an_empty_report_is_valid() -> None:
    jsonschema.validate(json.loads(reporter.render(made.report([], []), Options())), schema())


def test_every_property_of_the_schema_occurs_in_the_report() -> None:
    """With a schema that allows nothing else, the two are held together from both sides."""
    seen: set[str] = set()
    _walk(schema(), json.loads(reporter.render(full(), Options())), schema()["$defs"], "", seen)
    wanted: set[str] = set()
    _properties(schema(), schema()["$defs"], "", wanted)
    assert seen == wanted


@pytest.mark.parametrize(
    "place", ["", "tool", "documents.0", "findings.0", "findings.0.places.0", "errors.0", "summary"]
)
def test_what_the_contract_does_not_name_is_refused(place: str) -> None:
    data = json.loads(reporter.render(full(), Options()))
    target = data
    for key in place.split(".") if place else ():
        target = target[int(key)] if key.isdecimal() else target[key]
    target["surplus"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema())
    del target["surplus"]
    for key in list(target):
        lacking = copy.deepcopy(target)
        value = target.pop(key)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(data, schema())
        target[key] = value
        assert lacking == target


def test_the_schema_knows_all_kinds_of_errors() -> None:
    assert schema()["properties"]["errors"]["items"]["properties"]["kind"]["enum"] == list(report.ERROR_KINDS)


def test_one_report_is_always_the_same_bytes_and_plain_ascii() -> None:
    first = reporter.render(full(), Options())
    assert first == reporter.render(full(), Options(colour=True, width=40, shown=()))
    assert first.isascii()
    assert "never printed" not in first


def test_paths_are_as_given_even_where_they_are_no_text() -> None:
    draft = made.release("Ardenta\n", path="a\udce9b.txt")
    data = json.loads(reporter.render(made.report([draft], []), Options()))
    assert data["documents"][0]["path"] == "a\ufffdb.txt"


def _walk(part: Any, data: Any, definitions: Any, at: str, seen: set[str]) -> None:
    """Collects which of the schema's properties `data` has."""
    for choice in _choices(part, definitions):
        for name, inner in choice.get("properties", {}).items():
            if isinstance(data, dict) and name in data:
                seen.add(f"{at}.{name}")
                _walk(inner, data[name], definitions, f"{at}.{name}", seen)
        if isinstance(data, list) and "items" in choice:
            for item in data:
                _walk(choice["items"], item, definitions, f"{at}[]", seen)


def _properties(part: Any, definitions: Any, at: str, found: set[str]) -> None:
    for choice in _choices(part, definitions):
        for name, inner in choice.get("properties", {}).items():
            found.add(f"{at}.{name}")
            _properties(inner, definitions, f"{at}.{name}", found)
        if "items" in choice:
            _properties(choice["items"], definitions, f"{at}[]", found)


def _choices(part: Any, definitions: Any) -> list[Any]:
    reference = part.get("$ref", "").rpartition("/")[2]
    whole = {**definitions[reference], **part} if reference else part
    return [one for choice in whole["anyOf"] for one in _choices(choice, definitions)] if "anyOf" in whole else [whole]
