"""docs/json-report.md explains each key of the JSON report, and none that is not in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import prlint
from prlint.report import ERROR_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "json-report.md").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads((ROOT / "prlint" / "reporters" / "report.schema.json").read_text(encoding="utf-8"))

#: Keys that are explained once for all that have them.
EVERYWHERE = {"document", "start", "end", "offset", "line", "column", "page", "paragraph", "quote"}


def keys(schema: dict[str, Any], path: str = "") -> Iterator[str]:
    """Yields the path of each key, `[]` for the items of an array."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    for one in schema.get("anyOf", ()):
        yield from keys(one, path)
    if "items" in schema:
        yield from keys(schema["items"], f"{path}[]")
    for name, part in schema.get("properties", {}).items():
        yield f"{path}.{name}".removeprefix(".")
        yield from keys(part, f"{path}.{name}".removeprefix("."))


def test_every_key_is_explained_and_no_other() -> None:
    known = set(keys(SCHEMA))
    rows = re.findall(r"^\| (`.+?) \| (.*) \|$", PAGE, re.MULTILINE)
    named = {name.removesuffix("[]") for first, _ in rows for name in re.findall(r"`([^`]+)`", first)}
    assert named <= known, sorted(named - known)
    for path in known - named:
        # A key within an object is explained beside it, by its own name.
        if any(other.startswith((f"{path}.", f"{path}[]")) for other in named):
            continue  # an object, whose keys are explained
        parent, _, name = path.rpartition(".")
        said = [text for first, text in rows if f"`{parent}`" in first or f"`{parent.removesuffix('[]')}`" in first]
        assert name in EVERYWHERE or any(f"`{name}`" in text for text in said), path


def test_every_kind_of_error_is_on_the_page() -> None:
    assert all(f"`{kind}`" in PAGE for kind in ERROR_KINDS)


def test_the_page_on_python_has_every_public_name_and_field() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for name in prlint.__all__:
        if name == "__version__":
            continue
        assert f"`prlint.{name}" in page or f"## prlint.{name}" in page, name
        for field in getattr(getattr(prlint, name), "_fields", ()):
            assert f"`{field}`" in page, field


def test_the_page_on_python_has_every_argument() -> None:
    from inspect import signature

    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    arguments = page.partition("## prlint.check")[2].partition("## What comes back")[0]
    assert all(f"`{name}`" in arguments for name in signature(prlint.check).parameters)
