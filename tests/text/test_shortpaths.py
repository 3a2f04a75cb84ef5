"""Short names of files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.text.shortpaths import short_paths


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["seeds/000_ddad1479818f83c8.txt", "seeds/002_c5298252547a7647.txt"], ["000…", "002…"]),
        (["a/2025-09-15_ardenta-reports.txt", "a/2026-03-02_ardenta.txt"], ["2025-09-15…", "2026-03-02…"]),
        (["a/2025-09-15-first-one.txt", "a/2025-09-15-second-one.txt"], ["2025-09-15-first…", "2025-09-15-second…"]),
        (["draft.txt", "old.txt"], ["draft.txt", "old.txt"]),
        (["a/x.txt", "b/x.txt", "b/y.txt"], ["a/x.txt", "b/x.txt", "y.txt"]),
        (["-"], ["-"]),
        ([], []),
    ],
)
def test_names_are_as_short_as_they_can_be(paths: list[str], expected: list[str]) -> None:
    assert list(short_paths(paths).values()) == expected


@given(st.sets(st.text("ab-/.…", min_size=1, max_size=30), max_size=20))
def test_no_two_files_get_one_name(paths: set[str]) -> None:
    wanted = {path for path in paths if "…" not in path and not path.endswith("/")}
    short = short_paths(sorted(wanted))
    assert len(set(short.values())) == len(wanted)
