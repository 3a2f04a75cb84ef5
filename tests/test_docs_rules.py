"""docs/rules.md: each key of the format is there. Its commands are run with those of every page."""

from __future__ import annotations

from pathlib import Path

import pytest

from prlint.rulebook import examples, factfile, rule, silence, slottypes
from prlint.rulebook.fact import FOLDS
from prlint.rulebook.model import COMPARED, STATUSES, ZONES

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "word",
    sorted(
        {
            *rule.KEYS,
            *examples.KEYS,
            *silence.KEYS,
            *factfile.KEYS,
            *factfile.READ_KEYS,
            *examples.INPUTS,
            *COMPARED,
            *STATUSES,
            *ZONES,
            *FOLDS,
            *(name.partition(":")[0] for name in slottypes.TYPES),
        }
    ),
)
def test_every_word_of_the_format_is_on_the_page(word: str) -> None:
    assert f"`{word}`" in PAGE or f"`{word}:" in PAGE or f"`{word} " in PAGE
