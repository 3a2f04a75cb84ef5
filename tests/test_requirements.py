"""What the set-up installs is pinned, hashed, free of hosts, and under licences that ask nothing of users."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution, metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TEXT = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")

#: Every requirement of dev.txt, as one line with its hashes.
PINS = [line for line in TEXT.replace("\\\n", " ").splitlines() if line and not line.lstrip().startswith("#")]

PERMISSIVE = {"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CNRI-Python", "ISC", "MIT", "MIT-CMU", "PSF-2.0"}

#: Tools of the developer's own machine under a licence that reaches as far as their own files and no further. None of
#: them is imported by prlint or shipped with it.
TOOLS_ONLY = {
    "hypothesis": "MPL-2.0; makes the inputs of property tests",
    "pathspec": "MPL-2.0; reads ignore files for mypy and for the build backend",
}

#: Distributions whose metadata names no SPDX expression: what their licence file says.
READ_BY_HAND = {
    "cattrs": "MIT",
    "cfgv": "MIT",
    "charset-normalizer": "MIT",
    "deepmerge": "MIT",
    "distlib": "PSF-2.0",
    "identify": "MIT",
    "jinja2": "BSD-3-Clause",
    "lsprotocol": "MIT",
    "lxml": "BSD-3-Clause",
    "markdown-it-py": "MIT",
    "mdurl": "MIT",
    "nodeenv": "BSD-3-Clause",
    "pre-commit": "MIT",
    "pypdfium2": "Apache-2.0",  # or BSD-3-Clause; PDFium in it is under the same two, its parts under permissive ones
    "python-docx": "MIT",
    "pyyaml": "MIT",
    "reportlab": "BSD-3-Clause",
    "rich": "MIT",
    "pathspec": "MPL-2.0",
    "sortedcontainers": "Apache-2.0",
    "trove-classifiers": "Apache-2.0",
    "editables": "MIT",
    "pluggy": "MIT",
    "python-dateutil": "Apache-2.0",  # or BSD-3-Clause, for what is older
    "ruamel-yaml": "MIT",
    "ruamel-yaml-clib": "MIT",
    "six": "MIT",
}


def pinned() -> dict[str, str]:
    """Returns the version of each distribution that this platform installs."""
    found = {}
    for pin in PINS:
        requirement = Requirement(pin.partition("--hash")[0].strip())
        if requirement.marker is None or requirement.marker.evaluate():
            found[canonicalize_name(requirement.name)] = str(requirement.specifier).removeprefix("==")
    return found


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.partition("=")[0])
def test_every_requirement_has_one_version_and_hashes(pin: str) -> None:
    assert re.fullmatch(r"[a-z\d-]+==[\w.]+(?: +; [^\\]+?)?(?: +--hash=sha256:[\da-f]{64})+", pin)


@pytest.mark.parametrize("file", ["dev.in", "dev.txt"])
def test_no_index_host_or_folder_of_a_machine_is_named(file: str) -> None:
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    assert not re.search(r"index-url|find-links|trusted-host|://|file:|^/", text, re.MULTILINE)


def test_everything_that_pyproject_asks_for_is_pinned_within_its_range() -> None:
    versions = pinned()
    for line in (*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]):
        wanted = Requirement(line)
        assert wanted.specifier.contains(versions[canonicalize_name(wanted.name)]), line


def test_what_runs_here_is_what_is_pinned() -> None:
    assert {name: distribution(name).version for name in pinned()} == pinned()


def test_the_version_is_written_once() -> None:
    from prlint import __version__

    assert PROJECT["project"]["dynamic"] == ["version"]
    assert distribution("prlint").version == __version__


def test_the_versions_of_python_are_those_that_the_set_up_accepts() -> None:
    accepted = SpecifierSet(PROJECT["project"]["requires-python"])
    assert [minor for minor in range(8, 20) if f"3.{minor}.0" in accepted] == [11, 12, 13]
    assert "(3, 11) <= sys.version_info[:2] <= (3, 13)" in (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(pinned()))
def test_every_licence_is_permissive(name: str) -> None:
    known = metadata(name)
    expression = known["License-Expression"] if "License-Expression" in known else READ_BY_HAND[name]
    licences = set(re.split(r" (?:AND|OR) ", expression))
    if name in TOOLS_ONLY:
        assert licences == {TOOLS_ONLY[name].split(";")[0]}
        needed = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
        assert name not in needed
    else:
        assert licences <= PERMISSIVE
