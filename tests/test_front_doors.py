"""One draft has the same findings at the desk, in a hook and in CI, whatever files are named and in whatever batches.

pre-commit and the GitHub Action are run as they are, with an install of their own.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from ruamel.yaml import YAML

from prlint import registry
from tests.installed import clone, commit, git, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.warm import Warm

ROOT = Path(__file__).parent.parent

HEAD = "LYON, France, {} (GLOBE NEWSWIRE) -- Orvane Bio, Inc. (Nasdaq: ORVB) today announced {}.\n\n"
ABOUT = (
    "About Orvane Bio\n\nOrvane Bio, Inc. has developed medicines for diseases of the lung since {}. "
    "It does {}sell any of its medicines to wholesalers. For more information, call 617-555-01{}.\n"
)

#: Two settled releases, and drafts of which each contradicts them, and some each other.
FILES = {
    "prlint.yaml": "issuer: {name: 'Orvane Bio, Inc.'}\narchive: releases\n",
    "releases/2025-05-05.txt": HEAD.format("May 5, 2025", "data") + ABOUT.format(1987, "not ", 42),
    "releases/2025-09-08.txt": HEAD.format("Sept. 8, 2025", "an office") + ABOUT.format(1987, "not ", 42),
    "drafts/a.txt": HEAD.format("March 2, 2026", "a laboratory") + ABOUT.format(1978, "", 42),
    "drafts/b.txt": HEAD.format("April 6, 2026", "that Orvana Bio has a plant") + ABOUT.format(1987, "not ", 24),
    "drafts/q2/c.txt": HEAD.format("May 4, 2026", "a Phase 2 trial of ORV-12 in asthma")
    + ABOUT.format(1978, "not ", 24),
    "drafts/q2/d.txt": HEAD.format("June 1, 2026", "a Phase 1 trial of ORV-12 in asthma") + ABOUT.format(1978, "", 24),
}
DRAFTS = tuple(name for name in FILES if name.startswith("drafts/"))

CONFIGURATION = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: prlint
        files: ^drafts/
        args: [{args}]
"""


class Seen(NamedTuple):
    """What is said of one draft: fingerprint, severity, message and waiver's reason of each finding, in order."""

    draft: str
    findings: tuple[tuple[str, str, str, str | None], ...]


def seen(report: Any) -> set[Seen]:
    return {
        Seen(
            document["path"].rpartition("drafts/")[2],
            tuple(
                (
                    finding["fingerprint"],
                    finding["severity"],
                    finding["message"],
                    finding["waived"] and finding["waived"]["reason"],
                )
                for finding in report["findings"]
                if finding["document"] == document["path"]
            ),
        )
        for document in report["documents"]
    }


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, warm: Warm) -> Path:
    """A repository of releases and drafts; `start` has draft a as it is, the others otherwise or not at all.

    One finding that two drafts have is waived in one of them.
    """
    at = tmp_path_factory.mktemp("house")
    for name, text in FILES.items():
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        later = name in DRAFTS[1:]
        (at / name).write_text(f"{text}\nMore to come.\n" if later else text)
    (at / "drafts" / "b.txt").unlink()
    commit(at)
    git(at, "tag", "start")
    for name in DRAFTS:
        (at / name).write_text(FILES[name])
    first = json.loads(warm.prlint(at, {}, "check", "drafts/a.txt", "--format", "json").out)["findings"][0]
    words = ("--reason", "agreed", "--by", "M. Delgado", "--on", "2026-03-01")
    done = warm.prlint(at, {}, "waive", first["fingerprint"], "drafts/a.txt", *words)
    assert done.code == 0, done.err
    return at


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A clone of prlint, and its revision."""
    at = tmp_path_factory.mktemp("source") / "prlint"
    return at, clone(at)


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Where pre-commit keeps its installs: one for all tests."""
    return {"PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit"))}


def checked(warm: Warm, at: Path, *arguments: str) -> set[Seen]:
    done = warm.prlint(at, {}, "check", *arguments, "--format", "json")
    assert done.code in (0, 1), done.err
    return seen(json.loads(done.out))


@pytest.fixture(scope="module")
def whole(warm: Warm, house: Path) -> set[Seen]:
    """What is found when the folder is named."""
    found = checked(warm, house, "drafts")
    assert {one.draft for one in found} == {name.removeprefix("drafts/") for name in DRAFTS}
    assert all(one.findings for one in found), "each draft has a mistake"
    assert {one.draft for one in found for *_, waived in one.findings if waived} == {"a.txt"}
    return found


@pytest.mark.parametrize(
    "batches",
    [
        [[name] for name in DRAFTS],
        [DRAFTS[:2], DRAFTS[2:]],
        [DRAFTS[2:], DRAFTS[:2]],
        [tuple(reversed(DRAFTS))],
        [["."]],
        [["drafts/q2"], ["drafts/a.txt", "drafts/b.txt"]],
        [["drafts", "--since", "start"], ["drafts/a.txt"]],
        [["drafts", "--archive", "releases/2025-05-05.txt"]],
    ],
    ids=["one by one", "two batches", "in the other order", "reversed", "all", "by folder", "since", "named twice"],
)
def test_the_findings_are_the_same_in_whatever_batches(
    batches: Sequence[Sequence[str]], warm: Warm, house: Path, whole: set[Seen]
) -> None:
    found: set[Seen] = set()
    for batch in batches:
        found |= checked(warm, house, *batch)
    assert found == whole


def test_since_leaves_the_same_draft_out_and_changes_nothing_for_the_others(
    warm: Warm, house: Path, whole: set[Seen]
) -> None:
    assert checked(warm, house, "drafts", "--since", "start") == {one for one in whole if one.draft != "a.txt"}


def test_the_findings_are_the_same_from_another_folder_and_by_whole_paths(
    warm: Warm, house: Path, whole: set[Seen]
) -> None:
    assert checked(warm, house / "drafts", "a.txt", "../drafts/b.txt", "q2") == whole
    assert checked(warm, house.parent, str(house / "drafts")) == whole


def test_a_report_from_a_folder_below_says_nothing_of_the_machine(warm: Warm, house: Path) -> None:
    for format in ("json", "sarif", "github", "gitlab", "junit", "concise", "text", "html"):
        done = warm.prlint(house / "drafts" / "q2", {}, "check", "c.txt", "--format", format)
        assert (done.code, done.err) in ((0, ""), (1, "")), done.err
        assert str(house) not in done.out
        assert str(house.parent) not in done.out
    report = json.loads(warm.prlint(house / "drafts", {}, "check", "a.txt", "--format", "json").out)
    evidence = {one["document"] for finding in report["findings"] for one in finding["evidence"]}
    assert "../releases/2025-09-08.txt" in evidence


def test_without_an_archive_releases_named_together_are_each_others(warm: Warm, house: Path, tmp_path: Path) -> None:
    """What the archive settles in one way for all is otherwise as one names it."""
    for name in ("drafts/q2/c.txt", "drafts/q2/d.txt"):
        (tmp_path / Path(name).name).write_text(FILES[name])
    together = checked(warm, tmp_path, "c.txt", "d.txt")
    apart = checked(warm, tmp_path, "c.txt") | checked(warm, tmp_path, "d.txt")
    assert '"does sell" here' in str(together)
    assert '"does sell" here' not in str(apart)


def test_pre_commit_finds_the_same_and_lets_a_mended_draft_pass(
    house: Path, source: tuple[Path, str], hook: dict[str, str], whole: set[Seen], tmp_path: Path
) -> None:
    """The hook of a local clone, installed by pre-commit itself."""
    at, rev = source
    work = tmp_path / "work"
    git(tmp_path, "clone", "-q", str(house), str(work))
    for name in DRAFTS:
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).write_text(FILES[name])
    shutil.copy(house / "prlint-waivers.yaml", work)
    told = tmp_path / "told.json"
    args = f"--format=json, --output={told}"
    (work / ".pre-commit-config.yaml").write_text(CONFIGURATION.format(repo=at, rev=rev, args=args))
    git(work, "add", "-A")
    pre_commit = partial(run, work, sys.executable, "-m", "pre_commit", **hook)
    # Drafts alone are changed; all files are named with --all-files.
    for arguments in ([], ["--all-files"]):
        told.unlink(missing_ok=True)
        done = pre_commit("run", "--color=never", *arguments)
        assert (done.returncode, told.is_file()) == (1, True), done.stdout + done.stderr
        found = seen(json.loads(told.read_text()))
        changed = {"a.txt"} if not arguments else set()
        assert found == {one for one in whole if one.draft not in changed}
    # As somebody sees it who commits.
    (work / ".pre-commit-config.yaml").write_text(CONFIGURATION.format(repo=at, rev=rev, args="--format=concise"))
    git(work, "add", "-A")
    done = pre_commit("run", "--color=never", "--hook-stage", "pre-commit")
    assert done.returncode == 1
    assert re.search(r"^drafts/b\.txt:\d+:\d+: error ", done.stdout, re.MULTILINE), done.stdout
    for name in DRAFTS[1:]:
        (work / name).write_text(FILES["releases/2025-09-08.txt"].replace("Sept. 8, 2025", "July 6, 2026"))
    git(work, "add", "-A")
    done = pre_commit("run", "--color=never")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "prlint...." in done.stdout


def test_the_hook_is_given_what_prlint_reads() -> None:
    (one,) = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text())
    suffixes = {s for name in registry.names("readers") for s in registry.load("readers", name).SUFFIXES}
    inside = re.fullmatch(r"\(\?i\)\\\.\((.*)\)\$", one["files"])
    assert inside
    assert sorted(f".{name}" for name in inside[1].split("|")) == sorted(suffixes)
    assert one["entry"].split() == ["prlint", "check"]


class Action:
    """A composite action, run as GitHub's runner does: its steps' scripts, with inputs as their variables say."""

    def __init__(self, source: Path, at: Path) -> None:
        self._source, self._at = source, at
        self._definition = YAML(typ="safe").load((source / "action.yml").read_text(encoding="utf-8"))
        (at / "temp").mkdir()

    def __call__(self, work: Path, steps: slice = slice(None), **inputs: str) -> tuple[int, str, dict[str, str]]:
        """Returns the exit code, what was printed, and the outputs of the steps."""
        known = self._definition["inputs"]
        assert set(inputs) <= set(known)
        values = {f"inputs.{name}": inputs.get(name, about.get("default", "")) for name, about in known.items()}
        values["github.action_path"] = str(self._source)
        output = self._at / "output"
        output.write_text("")
        printed = ""
        for step in self._definition["runs"]["steps"][steps]:
            assert step["shell"] == "bash"
            assert "${{" not in step["run"], "inputs reach a script as variables only"
            variables = {
                name: re.sub(r"\$\{\{ (.*?) \}\}", lambda found: values[found[1]], value)
                for name, value in step["env"].items()
            }
            script = self._at / "step.sh"
            script.write_text(step["run"])
            done = run(
                work,
                *("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)),
                RUNNER_TEMP=str(self._at / "temp"),
                GITHUB_OUTPUT=str(output),
                **variables,
            )
            printed += done.stdout + done.stderr
            if done.returncode:
                break
        outputs = dict(re.findall(r"^([\w-]+)=(.*)$", output.read_text(), re.MULTILINE))
        outputs |= dict(re.findall(r"^([\w-]+)<<(?:\w+)\n(.*)\n\w+$", output.read_text(), re.MULTILINE))
        return done.returncode, printed, outputs


CHECK = slice(1, None)


@pytest.fixture(scope="module")
def action(source: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Action:
    """The action of a local clone, installed by its own first step."""
    at = Action(source[0], tmp_path_factory.mktemp("runner"))
    code, printed, _ = at(source[0], slice(0, 1))
    assert code == 0, printed
    return at


def test_the_action_finds_the_same_and_writes_a_report(
    action: Action, house: Path, whole: set[Seen], tmp_path: Path
) -> None:
    told = tmp_path / "a report.json"
    code, printed, outputs = action(house, CHECK, paths="drafts", format="json", output=str(told))
    assert (code, outputs) == (1, {"exit-code": "1", "report": str(told)}), printed
    assert seen(json.loads(told.read_text())) == whole


def test_the_action_annotates_where_nothing_else_is_said(action: Action, house: Path) -> None:
    code, printed, outputs = action(
        house, CHECK, paths="drafts/a.txt\ndrafts/b.txt\n", args="--show=info  --fail-on never"
    )
    assert (code, outputs) == (0, {"exit-code": "0"}), printed
    assert re.search(r"^::warning file=drafts/a\.txt,line=\d+,", printed, re.MULTILINE)
    assert re.search(r"^::error file=drafts/b\.txt,line=\d+,", printed, re.MULTILINE)
    code, printed, _ = action(house, CHECK, paths="drafts", since="start", args="--select\nnames")
    assert code == 1
    assert "drafts/a.txt" not in printed


@pytest.mark.parametrize("name", ["paths", "args", "since", "format", "output", "python"])
def test_no_input_of_the_action_runs_anything(name: str, action: Action, house: Path, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    hostile = f"$(touch {mark}); `touch {mark}` \"; touch {mark}; '; touch {mark} #"
    code, printed, _ = action(house, slice(None) if name == "python" else CHECK, **{name: hostile})
    assert code != 0, printed
    assert not mark.exists()


def test_the_action_says_which_python_it_needs(source: tuple[Path, str], tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    code, printed, _ = Action(source[0], tmp_path)(tmp_path, python=str(old))
    assert code == 2
    assert printed.startswith("::error title=prlint::prlint needs Python 3.11, 3.12 or 3.13")


def test_sarif_from_everywhere_has_the_same_fingerprints(warm: Warm, house: Path, whole: set[Seen]) -> None:
    found = set()
    for name in DRAFTS:
        done = warm.prlint(house, {}, "check", name, "--format", "sarif")
        (one,) = json.loads(done.out)["runs"]
        found |= {result["partialFingerprints"]["prlint/v1"] for result in one["results"]}
    assert found == {finding[0] for one in whole for finding in one.findings}


def test_a_runner_has_all_that_the_action_asks_for() -> None:
    definition = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert definition["runs"]["using"] == "composite"
    assert all("uses" not in step for step in definition["runs"]["steps"]), "no action of others is needed"


def _recipes() -> list[Any]:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    return [YAML(typ="safe").load(text) for text in re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)]


def test_what_a_recipe_gives_to_the_action_is_an_input_of_it() -> None:
    inputs = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert all(re.search(rf"^\| .*`{name}`.* \|", page, re.MULTILINE) for name in inputs)
    used = [
        step["with"]
        for recipe in _recipes()
        for step in recipe.get("jobs", {}).get("prlint", {}).get("steps", ())
        if "/prlint@" in step["uses"]
    ]
    assert len(used) == 2
    assert all(set(given) <= set(inputs) for given in used)
    assert all(given.get("format", "github") in registry.names("reporters") for given in used)


def test_the_recipe_for_pre_commit_is_a_configuration_of_it(tmp_path: Path) -> None:
    (recipe,) = (recipe for recipe in _recipes() if "repos" in recipe)
    with (tmp_path / "configuration.yaml").open("w") as stream:
        YAML(typ="safe").dump(recipe, stream)
    done = run(tmp_path, sys.executable, "-m", "pre_commit", "validate-config", "configuration.yaml")
    assert done.returncode == 0, done.stdout
    (hook,) = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert recipe["repos"][0]["hooks"][0]["id"] == hook["id"]


def test_every_command_of_a_recipe_is_one(warm: Warm, tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.txt").write_text(FILES["drafts/a.txt"])
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    lines = re.findall(r"^ +(?:- |sh ')(prlint check .*?)'?$", page, re.MULTILINE)
    assert len(lines) == 2
    for line in lines:
        done = warm.prlint(tmp_path, {}, *line.split()[1:])
        assert (done.code, done.out) == (0, "")
        assert (tmp_path / line.split()[-1]).read_text()
