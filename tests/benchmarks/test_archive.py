"""The benchmark of the archive: its releases are one issuer's, and its table has a row for each number of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks import archive
from prlint import engine
from prlint.resolve.record import earlier_releases
from tests.support import builtin

if TYPE_CHECKING:
    import pytest


def test_every_invented_release_is_earlier_than_the_last_and_none_repeats_another() -> None:
    *before, draft = [engine.understand(source, builtin()) for source in archive.invented(12)]
    assert len(earlier_releases(draft, before, draft.date, {})) == 11


def test_a_row_for_each_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert archive.main(["--most", "32", "--rounds", "1"]) == 0
    rows = [line.split("|")[1].strip() for line in capsys.readouterr().out.splitlines() if line.startswith("| ")]
    assert rows == ["earlier releases", "0", "1", "2", "4", "8", "16", "32"]
