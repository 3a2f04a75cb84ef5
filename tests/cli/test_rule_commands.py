"""prlint rules, explain and prove, run as a user runs them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.running import RULE, folder, prlint

if TYPE_CHECKING:
    from pathlib import Path


def test_rules_lists_every_rule_with_its_severity(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path), "rules", "--rules", "ours.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    head, *rows = done.stdout.splitlines()
    assert head.split() == ["id", "severity", "family", "kind", "status"]
    assert ["house-word", "error", tmp_path.name, "forbid", "stable"] in [row.split() for row in rows]
    assert [row.split()[0] for row in rows] == sorted(row.split()[0] for row in rows)
    assert any(row.split()[0] == "company-name-variant" for row in rows)


def test_rules_as_json(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path, "info"), "rules", "--rules", "ours.yaml", "--format", "json")
    data = json.loads(done.stdout)
    assert data["schema"] == "prlint-rules/1"
    assert data["digest"].startswith("sha256:")
    (ours,) = [rule for rule in data["rules"] if rule["id"] == "house-word"]
    assert (ours["severity"], ours["outcomes"], ours["path"]) == ("info", {"found": "info"}, "ours.yaml")


def test_rules_lists_the_rest_beside_a_broken_file(tmp_path: Path) -> None:
    at = folder(tmp_path, b_yaml="id: broken\nkind: forbidd\n")
    done = prlint(at, "rules", "--rules", "ours.yaml", "--rules", "b.yaml")
    assert done.returncode == 2
    assert "house-word" in done.stdout
    assert "b.yaml:2:7: unknown kind `forbidd`" in done.stderr


def test_explain_shows_all_that_a_rule_says(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path), "explain", "house-word", "--rules", "ours.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    for part in (
        "A word that the house does not use",
        "It says less than it seems to.",
        "Say use.",
        'error found: "{found}" is not our word',
        "Ardenta will [[leverage]] its platform.",
        "The house's style guide (checked 2026-11-21)",
        "Defined in ours.yaml",
    ):
        assert part in done.stdout, part


def test_explain_shows_every_rule_that_ships(tmp_path: Path) -> None:
    listed = json.loads(prlint(tmp_path, "rules", "--format", "json").stdout)["rules"]
    from prlint.cli.explain import page
    from prlint.paths import rules_folder
    from prlint.rulebook import load

    rulebook = load([], builtin=rules_folder(), examples=True)
    assert [rule.id for rule in rulebook.rules] == [rule["id"] for rule in listed]
    for rule in rulebook.rules:
        text = "\n".join(page(rule))
        assert rule.why in text.replace("\n  ", "\n")
        assert all(source.title in text for source in rule.sources)


def test_explain_asks_whether_another_was_meant(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path), "explain", "hose-word", "--rules", "ours.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "prlint: there is no rule `hose-word`\n  hint: did you mean `house-word`?\n"


def test_explain_says_that_the_rule_is_broken(tmp_path: Path) -> None:
    at = folder(tmp_path, b_yaml="id: broken\nkind: forbidd\n")
    done = prlint(at, "explain", "broken", "--rules", "b.yaml")
    assert done.returncode == 2
    assert "its file is broken: b.yaml:2:7: unknown kind `forbidd`" in done.stderr


def test_prove_says_that_examples_hold_and_what_the_rule_costs(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path), "prove", "ours.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    first = done.stdout.splitlines()[0].split()
    assert first[:5] == ["ok", "house-word", tmp_path.name, "2", "examples"]
    assert float(first[5]) >= 0
    assert "1 rule, 0 claims, 2 examples" in done.stdout


def test_an_example_that_fails_is_1(tmp_path: Path) -> None:
    at = folder(tmp_path)
    (at / "ours.yaml").write_text(RULE.format(severity="error").replace("will use its", "is leveraging its"))
    done = prlint(at, "prove", "ours.yaml")
    assert (done.returncode, done.stderr) == (1, "")
    assert "FAIL  house-word" in done.stdout
    assert "ours.yaml:15: use" in done.stdout
    assert 'found, and not expected: found at [[leveraging]]: "leveraging" is not our word' in done.stdout


def test_a_broken_rule_is_2_and_the_others_are_proven(tmp_path: Path) -> None:
    at = folder(tmp_path, b_yaml="id: broken\n")
    done = prlint(at, "prove", "ours.yaml", "b.yaml")
    assert done.returncode == 2
    assert "ok    house-word" in done.stdout
    assert "b.yaml:1:5: a rule needs `kind`" in done.stderr


def test_a_part_of_the_rules_that_ship_can_be_proven_alone(tmp_path: Path) -> None:
    from prlint.paths import rules_folder

    for part in ("names", "names/person-name-variant.yaml"):
        done = prlint(tmp_path, "prove", f"{rules_folder()}/{part}")
        assert (done.returncode, done.stderr) == (0, "")
        assert "ok    person-name-variant" in done.stdout
        assert "ok    doubled-word" not in done.stdout


def test_nothing_to_prove_is_2(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = prlint(tmp_path, "prove", "empty")
    assert done.returncode == 2
    assert "there was no rule to prove" in done.stderr
    assert prlint(tmp_path, "prove", "nowhere").returncode == 2


def test_select_runs_some_of_them(tmp_path: Path) -> None:
    done = prlint(folder(tmp_path), "prove", "ours.yaml", "--select", "hous-word")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean `house-word`?" in done.stderr
    assert prlint(tmp_path, "prove", "ours.yaml", "--select", "house-word").returncode == 0


def test_rules_of_the_house_are_known_without_being_named(tmp_path: Path) -> None:
    at = folder(tmp_path, a__b__x_txt="", prlint_yaml="rules: {paths: [ours.yaml]}\n")
    for place in (at, at / "a" / "b"):
        assert "house-word" in prlint(place, "rules").stdout
        assert prlint(place, "explain", "house-word").returncode == 0
    (at / "prlint.yaml").write_text("rulez: {}\n")
    done = prlint(at, "rules")
    assert (done.returncode, done.stdout) == (2, "")
    assert "prlint.yaml:1:1: unknown key `rulez`" in done.stderr


def test_explain_shows_a_claim_of_yaml(tmp_path: Path) -> None:
    claim = "claim: models\nread: [{text: '{count:number} models'}]\nvalue: count\n"
    at = folder(tmp_path, c_yaml=claim + "examples: [{text: 'In 80 models.', gives: {count: 80}}]\n")
    done = prlint(at, "explain", "models", "--rules", "c.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "  count: a number (value)\n" in done.stdout
    assert "    gives count 80\n" in done.stdout
