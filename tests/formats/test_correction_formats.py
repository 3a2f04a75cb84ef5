"""A release and itself in another format say the same: a correction finds nothing to correct."""

from __future__ import annotations

import pytest

from prlint import engine
from prlint.correction.compare import compare
from prlint.correction.draft import sentence
from tests.formats.every import FORMATS
from tests.formats.samples import NAMES, sample
from tests.support import builtin


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("key", NAMES)
def test_another_format_is_no_change(key: str, format: str) -> None:
    old = engine.understand(engine.Source(f"{key}.txt", sample(key).encode()), builtin())
    suffix, make = FORMATS[format]
    (part,) = engine.parts(engine.Source(f"{key}{suffix}", make(key)))
    comparison = compare(old, engine.understand(part, builtin()))
    assert [sentence(change) for change in comparison.changes] == []
    assert comparison.share > 0.95
