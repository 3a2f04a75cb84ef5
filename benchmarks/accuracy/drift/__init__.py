"""Planted drift, one file per family of facts, each with its `DRIFTERS`; the folder is the list.

`series` says what a drifter is and what drifters share; it has none itself.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.accuracy.drift.series import Drifter


def drifters() -> tuple[Drifter, ...]:
    """Returns every drifter, by family and kind."""
    names = sorted(module.name for module in iter_modules(__path__) if module.name != "series")
    return tuple(drifter for name in names for drifter in import_module(f"{__name__}.{name}").DRIFTERS)
