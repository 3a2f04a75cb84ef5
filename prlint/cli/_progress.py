"""How far a long run has come, on a terminal's standard error; nothing anywhere else.

The bar is rich's, which is imported once there is enough to do that a person would wonder.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from types import TracebackType

#: Steps (a release read, a release checked) that take about a second.
_MANY = 16


class Bar:
    """A context manager around a run; what it shows is gone when the run ends."""

    def __init__(self, wanted: bool = True) -> None:
        """`wanted` is False where the caller asked for silence."""
        self._wanted = wanted and _watched()
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def more(self, steps: int) -> None:
        """Says that so many steps lie ahead, beside those that were announced before."""
        if not self._wanted or (self._bar is None and steps < _MANY):
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            self._bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._task = self._bar.add_task("reading and checking", total=0)
            self._bar.start()
        task = self._bar.tasks[0]
        self._bar.update(self._task, total=(task.total or 0) + steps)

    def step(self) -> None:
        """Says that one step is done."""
        if self._bar is not None:
            self._bar.advance(self._task)


def _watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
