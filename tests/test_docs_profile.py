"""docs/profile.md has the keys that prlint.yaml has. Its commands are run with those of every page (tests/test_pages.py)."""

from __future__ import annotations

import json
import re
from pathlib import Path

from prlint import profile

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "profile.md").read_text(encoding="utf-8")
SCHEMA = json.loads((Path(profile.__file__).parent / "profile.schema.json").read_text(encoding="utf-8"))


def _rows() -> dict[str, str]:
    table = PAGE.partition("## The keys")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `([\w.]+)` \| (.*?) \| .*? \|$", table, re.MULTILINE))


def test_the_page_has_every_key_in_its_order() -> None:
    keys = []
    for key, schema in SCHEMA["properties"].items():
        keys += [f"issuer.{inner}" for inner in schema["properties"]] if key == "issuer" else [key]
    assert list(_rows()) == keys


def test_the_page_has_the_keys_of_every_entry() -> None:
    rows = _rows()
    issuer = {f"issuer.{key}": one for key, one in SCHEMA["properties"]["issuer"]["properties"].items()}
    checked = 0
    for key, schema in {**SCHEMA["properties"], **issuer}.items():
        inner = schema.get("items", {}).get("properties") or (key == "rules" and schema["properties"])
        if inner:
            assert re.findall(r"`(\w+)`", rows[key]) == list(inner)
            checked += 1
        if "enum" in schema:
            assert re.findall(r"`([\w/-]+)`", rows[key]) == schema["enum"]
            checked += 1
    assert checked >= 9


def test_the_page_has_every_filer_status_and_way_of_a_year() -> None:
    rows = _rows()
    issuer = SCHEMA["properties"]["issuer"]["properties"]
    for status in issuer["filer_status"]["anyOf"][0]["enum"]:
        assert f"`{status}`" in rows["issuer.filer_status"]
    for written in re.findall(r"`([^`]+)`", rows["issuer.fiscal_year_end"]):
        assert profile.parse(f"issuer: {{fiscal_year_end: {written}}}")["issuer"]["fiscal_year_end"]
