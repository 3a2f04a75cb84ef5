"""One file per family of errors, each with its `PLANTERS`; the folder is the list."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.accuracy.planting import Planter


def planters() -> tuple[Planter, ...]:
    """Returns every planter, by family and kind."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(planter for name in names for planter in import_module(f"{__name__}.{name}").PLANTERS)
