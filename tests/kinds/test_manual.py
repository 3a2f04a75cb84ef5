"""The docstring of a kind is its page in the manual: it names every parameter and outcome, and its example loads."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from prlint import registry
from tests.kinds.test_agree import FACT
from tests.kinds.written import findings

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("agree", "define", "forbid", "mixed", "replace", "require")


@pytest.mark.parametrize("name", KINDS)
def test_every_parameter_and_outcome_is_explained(name: str):
    kind = registry.load("kinds", name)
    page = kind.__doc__ or ""
    for param in (*kind.PARAMS, *kind.OUTCOMES):
        assert f"`{param}`" in page


@pytest.mark.parametrize(
    ("name", "text", "quote"),
    [
        ("agree", "GR-17 returned 12 g/t gold. GR-17 returned 14 g/t gold.", "GR-17 returned 12 g/t gold"),
        (
            "define",
            "An overall response rate (ORR) and an objective response rate (ORR).",
            "overall response rate (ORR)",
        ),
        ("forbid", "The issued patent, US 2021/0123456, is new.", "issued patent, US 2021/0123456"),
        ("mixed", "The tumors and tumours shrank.", "tumors"),
        ("replace", "It is in in Ohio.", "in in"),
        ("require", "The public offering of shares closed.", "public offering of shares"),
    ],
)
def test_the_example_of_the_page_finds_what_it_is_for(tmp_path: Path, name: str, text: str, quote: str):
    page = registry.load("kinds", name).__doc__ or ""
    rule = dedent(page.partition("An example:\n")[2])
    outcomes = {"define": ["two_meanings"], "agree": ["differs"]}.get(name, [])
    (found,) = findings(tmp_path, rule, text, fact=FACT if name == "agree" else "", outcomes=outcomes)
    assert found.places[0].quote == quote
