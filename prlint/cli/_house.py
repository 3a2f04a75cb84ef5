"""The rules of the house, for commands that are given no draft."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prlint import profile

if TYPE_CHECKING:
    from collections.abc import Iterable


def rule_paths(given: Iterable[str]) -> list[str]:
    """Returns the paths of rules of one's own: those of the prlint.yaml at or above the working folder, and `given`.

    Raises RuleError when that file is wrong.
    """
    path = profile.find(os.path.join(os.getcwd(), profile.NAME))
    own = profile.load(path, profile.cache_folder()).get("rules", {}).get("paths", ()) if path else ()
    return [*own, *given]
