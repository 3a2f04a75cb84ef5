"""The registry finds our own files and what other distributions add, and refuses what is ambiguous."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from prlint import registry
from prlint.installed import registrations

ROOT = Path(__file__).parent.parent
KIND = "PARAMS = {}\nOUTCOMES = {}\ndef check(claims, params, context):\n    return ()\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on sys.path for distributions, and a cache of its own."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.setenv("PRLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "path", [*sys.path, str(folder)])
    return folder


def distribute(site: Path, name: str, entries: str, **modules: str) -> None:
    """Installs a distribution as pip does."""
    info = site / f"{name.replace('-', '_')}-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
    (info / "entry_points.txt").write_text(entries)
    for module, source in modules.items():
        (site / f"{module}.py").write_text(source)


def test_our_own_files_are_found_by_name() -> None:
    for group in ("extractors", "kinds", "readers", "reporters"):
        folder = ROOT / "prlint" / group
        files = [*folder.glob("[!_]*.py"), *(file.parent for file in folder.glob("[!_]*/__init__.py"))]
        assert registry.names(group) == tuple(sorted(file.stem.replace("_", "-") for file in files))
        assert all(isinstance(registry.load(group, name), ModuleType) for name in registry.names(group))


def test_every_extractor_and_kind_offers_what_the_contract_asks() -> None:
    for name in registry.names("extractors"):
        extractor = registry.load("extractors", name)
        assert isinstance(extractor.NEEDS, tuple), name
        assert extractor.FIELDS, name
        assert extractor.__doc__, name
        assert callable(extractor.extract), name
    for name in registry.names("kinds"):
        kind = registry.load("kinds", name)
        assert all(isinstance(param, registry.Param) for param in kind.PARAMS.values()), name
        assert kind.OUTCOMES, name
        assert kind.__doc__, name
        assert callable(kind.check), name


def test_a_distribution_adds_a_kind(site: Path) -> None:
    distribute(site, "acme-rules", "[prlint.kinds]\nacme_sum = acme_sum\n", acme_sum=KIND)
    assert "acme-sum" in registry.names("kinds")
    assert registry.load("kinds", "acme-sum").OUTCOMES == {}
    assert "acme-sum" not in registry.names("readers")


def test_an_entry_point_may_name_an_object_of_a_module(site: Path) -> None:
    source = "class Word:\n    SUFFIXES = ('.wrd',)\n"
    distribute(site, "acme-word", "[prlint.readers]\nword = acme_word:Word\n", acme_word=source)
    assert registry.load("readers", "word").SUFFIXES == (".wrd",)


def test_a_name_of_ours_is_refused(site: Path) -> None:
    distribute(site, "acme-rules", "[prlint.readers]\ntext = acme_text\n")
    with pytest.raises(registry.Refused) as refused:
        registry.names("readers")
    assert str(refused.value) == "reader 'text' is registered twice: by prlint and by acme-rules 1.2 (acme_text)"


def test_a_name_of_two_others_is_refused(site: Path) -> None:
    distribute(site, "acme-rules", "[prlint.kinds]\nhouse-sum = acme_sum\n")
    distribute(site, "zenith-rules", "[prlint.kinds]\nhouse_sum = zenith.sums\n")
    with pytest.raises(registry.Refused) as refused:
        registry.load("kinds", "house-sum")
    assert str(refused.value) == (
        "kind 'house-sum' is registered twice: by acme-rules 1.2 (acme_sum) and by zenith-rules 1.2 (zenith.sums)"
    )


def test_a_name_that_is_none_is_refused(site: Path) -> None:
    distribute(site, "acme-rules", "[prlint.kinds]\nno name = acme_sum\n")
    with pytest.raises(registry.Refused, match=r"^acme-rules 1\.2 registers 'no name' in prlint\.kinds, which cannot"):
        registry.names("kinds")


def test_a_module_that_fails_names_its_distribution(site: Path) -> None:
    distribute(site, "acme-rules", "[prlint.kinds]\nbroken = acme_broken\n", acme_broken="1 / 0\n")
    with pytest.raises(registry.Refused) as refused:
        registry.load("kinds", "broken")
    assert str(refused.value) == "kind 'broken' of acme-rules 1.2 does not load: ZeroDivisionError: division by zero"


def test_an_unknown_name_lists_the_known() -> None:
    with pytest.raises(registry.Refused) as refused:
        registry.load("readers", "papyrus")
    assert str(refused.value) == f"no reader is named 'papyrus'; there are {', '.join(registry.names('readers'))}"


def test_extractors_stand_after_what_they_need_and_bring_it_with_them() -> None:
    everything = registry.names("extractors")
    order = registry.extractor_order(everything)
    assert sorted(order) == sorted(everything)
    for place, name in enumerate(order):
        needs = registry.load("extractors", name).NEEDS
        assert set(needs) <= set(order[:place]), name
        assert set(registry.extractor_order([name])) >= {name, *needs}


def test_the_order_of_extractors_does_not_depend_on_how_they_are_asked_for() -> None:
    everything = registry.names("extractors")
    assert registry.extractor_order(reversed(everything)) == registry.extractor_order(everything)


def test_extractors_in_a_circle_are_refused(site: Path) -> None:
    entries = "[prlint.extractors]\nhen = acme_hen\negg = acme_egg\n"
    distribute(site, "acme", entries, acme_hen="NEEDS = ('egg',)\n", acme_egg="NEEDS = ('hen',)\n")
    with pytest.raises(registry.Refused) as refused:
        registry.extractor_order(["hen"])
    assert str(refused.value) == "extractors need each other in a circle: hen needs egg needs hen"


def test_an_extractor_that_needs_what_none_gives_is_refused(site: Path) -> None:
    distribute(site, "acme", "[prlint.extractors]\nroof = acme_roof\n", acme_roof="NEEDS = ('walls',)\n")
    with pytest.raises(registry.Refused) as refused:
        registry.extractor_order(["roof"])
    assert str(refused.value) == "extractor 'roof' needs 'walls', which no extractor gives"


SCRIPT = """
import sys
from prlint import registry
print(",".join(name for name in registry.names("kinds") if name.startswith("acme")))
print("importlib.metadata" in sys.modules)
"""


def ask(site: Path) -> tuple[str, bool]:
    """Returns the kinds of acme that a new process finds, and whether it had to ask importlib.metadata."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(site)])}
    # -I would drop PYTHONPATH; the working folder is kept off the path, as for an installed command.
    command = [sys.executable, "-P", "-c", SCRIPT]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    kinds, asked = done.stdout.splitlines()
    return kinds, asked == "True"


def test_a_second_run_does_not_ask_again_until_something_is_installed_or_removed(site: Path) -> None:
    distribute(site, "acme-one", "[prlint.kinds]\nacme-one = acme_one\n")
    assert ask(site) == ("acme-one", True)
    assert ask(site) == ("acme-one", False)

    distribute(site, "acme-two", "[prlint.kinds]\nacme-two = acme_two\n")
    assert ask(site) == ("acme-one,acme-two", True)
    assert ask(site) == ("acme-one,acme-two", False)

    for file in (site / "acme_one-1.2.dist-info").iterdir():
        file.unlink()
    (site / "acme_one-1.2.dist-info").rmdir()
    assert ask(site) == ("acme-two", True)


@pytest.mark.parametrize("damage", ["", "nothing that we wrote", "cut"])
def test_a_damaged_cache_is_asked_for_anew(site: Path, damage: str) -> None:
    distribute(site, "acme-one", "[prlint.kinds]\nacme-one = acme_one\n")
    path = tuple(sys.path)
    first = registrations(path)
    (kept,) = (site.parent / "cache").iterdir()
    whole = kept.read_text()
    kept.write_text(whole[: len(whole) // 2] if damage == "cut" else damage)
    assert registrations(path) == first
    assert kept.read_text() == whole


def test_without_a_cache_the_answer_is_the_same(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distribute(site, "acme-one", "[prlint.kinds]\nacme-one = acme_one\n")
    kept = registrations(tuple(sys.path))
    file = site.parent / "file"
    file.write_text("no folder can be made here")
    monkeypatch.setenv("PRLINT_CACHE_DIR", str(file))
    assert registrations(tuple(sys.path)) == kept
    assert [row.name for row in kept] == ["acme-one"]
