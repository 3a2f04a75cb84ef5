"""What is built can be built again: the same bytes from another folder, at another time, by another user."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent

#: What a working tree has beside what belongs to it.
LEFT = shutil.ignore_patterns(
    ".git", ".venv", ".cache", "site", "dist", "build", "__pycache__", ".*_cache", ".hypothesis"
)


class Built(NamedTuple):
    wheel: Path
    sdist: Path


def build(source: Path, to: Path, *targets: str, **changed: str) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(to), *(f"-t{target}" for target in targets)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | changed
    done = subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return to


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """Builds twice, with nothing alike but the files: folder, times, rights, zone and language."""
    found = []
    for name, day, mask, changed in (
        ("one", 1_500_000_000, 0o077, {"TZ": "UTC", "LC_ALL": "C"}),
        ("another/deeper", 1_700_000_000, 0o002, {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}),
    ):
        folder = tmp_path_factory.mktemp("built")
        source = folder / name
        before = os.umask(mask)
        try:
            shutil.copytree(ROOT, source, ignore=LEFT, copy_function=shutil.copyfile)
            for path in source.rglob("*"):
                os.utime(path, (day, day))
            to = build(source, folder / "out", "wheel", "sdist", SOURCE_DATE_EPOCH="1580601600", **changed)
        finally:
            os.umask(before)
        found.append(Built(next(to.glob("*.whl")), next(to.glob("*.tar.gz"))))
    return found[0], found[1]


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_the_wheel_and_the_source_are_the_same_bytes_twice(two: tuple[Built, Built]) -> None:
    one, other = two
    assert (one.wheel.name, one.sdist.name) == (other.wheel.name, other.sdist.name)
    assert digest(one.wheel) == digest(other.wheel)
    assert digest(one.sdist) == digest(other.sdist)


def test_the_source_makes_the_same_wheel(two: tuple[Built, Built], tmp_path: Path) -> None:
    with tarfile.open(two[0].sdist) as archive:
        # Pythons before 3.11.4 know no filter.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        archive.extractall(tmp_path)  # noqa: S202 - our own archive, just built
    (source,) = tmp_path.iterdir()
    to = build(source, tmp_path / "out", "wheel", SOURCE_DATE_EPOCH="1580601600")
    assert digest(next(to.glob("*.whl"))) == digest(two[0].wheel)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is no clone")
def test_the_source_is_all_that_is_in_the_repository(two: tuple[Built, Built]) -> None:
    """So that whoever has the source can run its tests and build its manual."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    with tarfile.open(two[0].sdist) as archive:
        names = {member.name.partition("/")[2] for member in archive.getmembers()}
    missing = [name for name in listed.splitlines() if name not in names and (ROOT / name).exists()]
    assert missing == []


def test_the_changelog_has_this_version() -> None:
    from prlint import __version__

    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## {__version__}" in text
