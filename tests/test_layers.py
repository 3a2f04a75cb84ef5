"""Each file imports only what stands to its left, and siblings never import each other.

Imports inside functions count, as they are dependencies all the same; so do
those for types only: a file whose types come from its right cannot be
understood without reading to its right.
"""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parent.parent / "prlint"

#: From left to right. A name is a file of prlint/ or a folder of it; those of one line are siblings.
LAYERS = (
    ("version", "paths", "digest"),  # the version, two folders of the machine, SHA-256
    ("document",),
    ("text",),
    ("claim",),
    ("finding",),
    ("calendar",),
    ("report",),  # findings of a whole run, as data for reporters
    ("chronicle",),  # and what an issuer's releases say over time
    ("installed",),  # the part of the registry that looks at other distributions
    ("registry",),
    ("readers", "zones", "extractors", "kinds", "rulebook", "profile", "reporters"),
    ("archive",),
    ("resolve",),
    ("finish", "precedence", "remarks"),  # parts of the engine: findings of verdicts, and what a run says beside them
    ("history", "proposal"),  # what lies behind a draft; the profile that earlier releases suggest
    ("chronicles",),  # makes what the releases of an issuer say over time
    ("engine",),
    ("waivers", "fixes", "annotate", "correction"),
    ("prove",),
    ("inputs",),  # what the commands share: finding files,
    ("console",),  # and writing to people
    ("run",),  # one run of check, for every front door:
    ("api", "editor"),  # for programs and editors,
    ("cli",),  # and for people
    ("__init__", "__main__"),
)

#: Folders that are one thing in several files, which may import each other as long as they stand in no circle. In the
#: other folders each file is one member of a family (an extractor, a kind, a reader, a reporter) and stands alone; a
#: member in several files is a folder, and these are one thing too.
ROOMS = (
    "text",
    "zones",
    "calendar",
    "rulebook",
    "profile",
    "archive",
    "resolve",
    "cli",
    "annotate",
    "run",
    "editor",
    "waivers",
    "correction",
    "proposal",
)


def test_every_file_imports_only_what_stands_to_its_left() -> None:
    modules = _modules(PACKAGE)
    wrong = [
        f"{module} imports {target}: {problem}"
        for module, source in modules.items()
        for target in _imports(source, modules)
        if (problem := _problem(module, target))
    ]
    assert not wrong, "\n".join(["", *wrong])


def test_no_files_stand_in_a_circle() -> None:
    modules = _modules(PACKAGE)
    graph = {module: set(_imports(source, modules)) - {module} for module, source in modules.items()}
    try:
        order = tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))
    assert set(order) == set(modules)


@pytest.mark.parametrize(
    ("module", "target", "allowed"),
    [
        ("prlint.extractors.trial", "prlint.text.phases", True),
        ("prlint.extractors.trial", "prlint.extractors.asset", False),
        ("prlint.kinds.current", "prlint.calendar.filings", True),
        ("prlint.kinds.variants.said", "prlint.kinds.variants.weigh", True),
        ("prlint.kinds.variants.said", "prlint.kinds.current", False),
        ("prlint.kinds.current", "prlint.rulebook.model", False),
        ("prlint.text.dates", "prlint.text.patterns", True),
        ("prlint.text.dates", "prlint.claim", False),
        ("prlint.document", "prlint.engine", False),
        ("prlint.readers.text", "prlint.zones", False),
        ("prlint.nowhere", "prlint.document", False),
    ],
)
def test_the_rule_tells_left_from_right(module: str, target: str, allowed: bool) -> None:
    assert (_problem(module, target) == "") is allowed


@pytest.mark.parametrize(
    "source",
    [
        "import prlint.kinds.agree",
        "from prlint.kinds import agree",
        "from prlint.kinds.agree import check",
        "def f():\n    from prlint.kinds import agree",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from prlint.kinds.agree import check",
        "__import__('prlint.kinds.agree')",
        "importlib.import_module('prlint.kinds.agree')",
    ],
)
def test_every_way_to_import_is_seen(source: str) -> None:
    known = {"prlint.kinds.agree": "", "prlint.somewhere": source}
    assert list(_imports(source, known)) == ["prlint.kinds.agree"]


def _modules(package: Path) -> dict[str, str]:
    """Returns the source of every module by its full name."""
    found = {}
    for file in sorted(package.rglob("*.py")):
        parts = [*file.relative_to(package).parts[:-1], file.stem]
        name = parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts
        found[".".join(["prlint", *name])] = file.read_text(encoding="utf-8")
    return found


def _imports(source: str, modules: dict[str, str]) -> Iterator[str]:
    """Yields the full name of each of our modules that `source` imports; ruff sees to it that none is relative."""
    for node in ast.walk(ast.parse(source)):
        wanted = []
        if isinstance(node, ast.Import):
            wanted = [(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            wanted = [(node.module or "", alias.name) for alias in node.names]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("__import__", "importlib.import_module"):
            name = node.args[0]
            wanted = [(name.value, "")] if isinstance(name, ast.Constant) and isinstance(name.value, str) else []
        for base, name in wanted:
            if base.split(".")[0] == "prlint":
                full = f"{base}.{name}"
                yield full if full in modules else base if base != "prlint" else "prlint.__init__"


def _problem(module: str, target: str) -> str:
    """Returns why `module` must not import `target`; empty where it may."""
    own, other = module.split(".")[1], target.split(".")[1]
    member = module.split(".")[1:3]
    for name in (own, other):
        if not any(name in layer for layer in LAYERS):
            return f"{name} has no place in the layers yet; give it one in {Path(__file__).name}"
    from_layer, to_layer = (next(i for i, layer in enumerate(LAYERS) if name in layer) for name in (own, other))
    if to_layer < from_layer or (own == other and (own in ROOMS or member == target.split(".")[1:3])):
        return ""
    return "it stands to the right" if to_layer > from_layer else "they are siblings"
