"""Starting prlint costs little, because what is heavy is imported only where it is used.

Nothing is timed here; `python -m benchmarks.coldstart` does that.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "seeds" / "002_c5298252547a7647.txt"

#: Modules that cost a good part of what Python itself takes to start, each with what belongs to it.
HEAVY = (
    "asyncio",
    "concurrent",
    "dataclasses",
    "decimal",
    "difflib",
    "email",
    "html",
    "http",
    "importlib.metadata",
    "inspect",
    "jinja2",
    "json",
    "logging",
    "lxml",
    "multiprocessing",
    "pathlib",
    "random",
    "rich",
    "ruamel",
    "_ruamel_yaml",
    "shutil",
    "socket",
    "sqlite3",
    "ssl",
    "subprocess",
    "tempfile",
    "tomllib",
    "unittest",
    "urllib",
    "xml",
    "zipfile",
)

CLEAN = """\
March 2, 2026

Tessaly Foods Opens Bakery in Lyon

LYON, France, March 2, 2026 (GLOBE NEWSWIRE) -- Tessaly Foods, Inc. today announced that its bakery in Lyon is open.

The bakery employs forty people and bakes four kinds of bread.
"""


def imports(*arguments: str | Path, cwd: Path, code: int = 0) -> set[str]:
    """Returns the modules that a run of Python imports, after one run that may fill caches."""
    command = [sys.executable, "-X", "importtime", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for _ in range(2):
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
        lines = done.stderr.splitlines()
        said = [line for line in lines if not line.startswith("import time:")]
        assert done.returncode == code, "\n".join([done.stdout, *said])
    return {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:") and "[us]" not in line}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What Python imports on its own in this environment, whatever somebody put into it."""
    return imports("-c", "pass", cwd=tmp_path_factory.mktemp("bare"))


def heavy(names: set[str]) -> list[str]:
    return sorted(name for name in names if any(name == one or name.startswith(f"{one}.") for one in HEAVY))


def test_a_clean_check_imports_nothing_heavy(bare: set[str], tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(CLEAN, encoding="utf-8")
    found = imports("-m", "prlint", "check", "draft.txt", cwd=tmp_path) - bare
    assert "prlint.engine" in found
    assert heavy(found) == []
    assert "rapidfuzz" not in found, "no two names in the text are close to each other"


def test_a_check_with_findings_imports_nothing_heavy(bare: set[str], tmp_path: Path) -> None:
    found = imports("-m", "prlint", "check", SAMPLE, cwd=tmp_path, code=1) - bare
    assert "prlint.engine" in found
    assert heavy(found) == []


def test_only_the_reporter_and_the_reader_that_are_asked_for_are_imported(bare: set[str], tmp_path: Path) -> None:
    found = imports("-m", "prlint", "check", SAMPLE, "--format", "concise", cwd=tmp_path, code=1) - bare
    assert "prlint.reporters.concise" in found
    assert {"prlint.reporters.text", "prlint.reporters.json"} & found == set()


def test_this_test_would_see_a_heavy_module(bare: set[str], tmp_path: Path) -> None:
    found = imports("-c", "import importlib.metadata, dataclasses", cwd=tmp_path) - bare
    assert {"importlib.metadata", "dataclasses", "email"} <= set(heavy(found))
