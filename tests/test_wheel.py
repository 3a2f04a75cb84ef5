"""What is built from this tree works where the tree is not: installed into an empty environment, run from elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

#: What prlint asks for and what that asks for, as files and folders of site-packages.
NEEDED = (
    "regex",
    "rapidfuzz",
    "ruamel*",
    "_ruamel_yaml*",
    "docx",
    "python_docx*",
    "lxml",
    "typing_extensions*",
    "pypdfium2*",
    "jinja2",
    "markupsafe",
    "rich",
    "pygments",
    "markdown_it*",
    "mdurl",
)
SAMPLE = ROOT / "seeds" / "002_c5298252547a7647.txt"


def run(*command: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a command without the network and without this tree on its path."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment |= {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Builds the wheel from a copy of what is in the tree, so that nothing is left in it."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("prlint", "rules"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    built = run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", folder, source)
    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def prlint(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Installs the wheel into an empty environment and returns its command.

    Its dependencies are the ones that run here, linked in one by one by name:
    the environment sees them and nothing else of this one, above all not the
    editable prlint. pip then checks that they are what the wheel asks for.
    """
    home = tmp_path_factory.mktemp("empty")
    venv.create(home, symlinks=True)
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(home), "platbase": str(home)}))
    here = Path(sysconfig.get_path("platlib"))
    for pattern in NEEDED:
        for found in (*here.glob(pattern), *here.glob(f"{pattern}-*.dist-info")):
            if not (site / found.name).exists():
                (site / found.name).symlink_to(found)
    target = home / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", target)
    installed = run(*pip, "install", "--no-deps", wheel)
    assert installed.returncode == 0, installed.stderr
    checked = run(*pip, "check")
    assert checked.returncode == 0, checked.stdout
    return home / "bin" / "prlint"


def test_the_wheel_finds_in_a_sample_what_the_tree_finds(prlint: Path, tmp_path: Path) -> None:
    shutil.copy(SAMPLE, tmp_path / "draft.txt")
    found = run(prlint, "check", "draft.txt", "--format", "json", cwd=tmp_path)
    assert found.returncode == 1, found.stderr
    here = run(sys.executable, "-m", "prlint", "check", "draft.txt", "--format", "json", cwd=tmp_path)
    assert '"rule": "person-name-variant"' in found.stdout
    assert found.stdout == here.stdout


#: What the extra `lsp` brings.
EDITORS = ("pygls", "lsprotocol", "cattrs", "attr", "attrs")


def test_programs_use_it_and_know_its_types(prlint: Path, tmp_path: Path) -> None:
    shutil.copy(SAMPLE, tmp_path / "draft.txt")
    program = tmp_path / "program.py"
    program.write_text(
        "import prlint\n\n"
        "report: prlint.Report = prlint.check('draft.txt')\n"
        "first: prlint.Finding = next(one for one in report.findings if one.severity == 'error')\n"
        "print(first.severity, first.rule, first.places[0].quote, report.summary.error)\n",
        encoding="utf-8",
    )
    python = prlint.parent / "python"
    done = run(python, program, cwd=tmp_path)
    assert done.stdout == "error person-name-variant Kou 1\n", done.stderr
    checked = run(sys.executable, "-m", "mypy", "--strict", "--python-executable", python, program, cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    wrong = program.with_name("wrong.py")
    wrong.write_text("import prlint\n\nprlint.check('draft.txt').findings[0].severe\n", encoding="utf-8")
    checked = run(sys.executable, "-m", "mypy", "--strict", "--python-executable", python, wrong, cwd=tmp_path)
    assert '"Finding" has no attribute "severe"' in checked.stdout


def test_editors_are_an_extra(prlint: Path, tmp_path: Path) -> None:
    without = run(prlint, "lsp", cwd=tmp_path)
    assert (without.returncode, without.stdout) == (2, "")
    assert without.stderr.startswith("prlint: prlint lsp needs pygls, which is not installed\n")
    site = tmp_path / "site"
    site.mkdir()
    here = Path(sysconfig.get_path("platlib"))
    for name in EDITORS:
        (site / name).symlink_to(here / name)
    asked = (
        b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}'
    )
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"} | {
        "PYTHONPATH": str(site)
    }
    answered = subprocess.run(
        [prlint, "lsp"],
        input=b"Content-Length: %d\r\n\r\n%s" % (len(asked), asked),
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b'"codeActionProvider"' in answered.stdout, answered.stderr.decode()


def test_the_wheel_has_the_rules_of_the_tree(prlint: Path, tmp_path: Path) -> None:
    listed = run(prlint, "rules", cwd=tmp_path)
    assert listed.returncode == 0, listed.stderr
    here = run(sys.executable, "-m", "prlint", "rules", cwd=tmp_path)
    assert listed.stdout == here.stdout
    for rule in (ROOT / "rules").glob("*/*.yaml"):
        if rule.read_text(encoding="utf-8").startswith("id:"):  # the others are lists, and claims in YAML
            assert rule.stem in listed.stdout


def test_the_wheel_holds_what_a_user_needs_and_nothing_else(wheel: Path) -> None:
    from zipfile import ZipFile

    names = set(ZipFile(wheel).namelist())
    ours = {f"prlint/{file.relative_to(ROOT / 'prlint')}" for file in (ROOT / "prlint").rglob("*") if _ships(file)}
    rules = {f"prlint/rules/{file.relative_to(ROOT / 'rules')}" for file in (ROOT / "rules").rglob("*") if _ships(file)}
    assert {name for name in names if ".dist-info/" not in name} == ours | rules
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def _ships(file: Path) -> bool:
    return file.is_file() and file.suffix != ".pyc"
