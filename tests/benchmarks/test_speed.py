"""The benchmark of speed, on one invented release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.speed import main
from tests.benchmarks.test_accuracy import GOOD

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_most_expensive_stand_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    assert main([str(tmp_path), "--rounds", "1"]) == 0
    rooms = {room.split()[0]: room.splitlines()[1:] for room in capsys.readouterr().out.split("\n\n") if "  " in room}
    assert [*rooms] == ["reading", "extractor", "resolving", "rule"]
    for name in ("extractor", "rule"):
        costs = [float(line.split()[-1]) for line in rooms[name] if "together" not in line]
        assert costs == sorted(costs, reverse=True)
    assert {"person", "period-end"} <= {line.split()[0] for line in rooms["extractor"]}
    assert "company-name-variant" in {line.split()[0] for line in rooms["rule"]}
