"""prlint: a claim-consistency and typo linter for press releases.

`prlint.check(paths) -> Report` is the whole of it for programs; what it
returns is documented with its types. Everything else may change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prlint.version import __version__

if TYPE_CHECKING:
    from prlint.api import check
    from prlint.console import Failure
    from prlint.finding import Evidence, Finding, Place, Point, Suggestion
    from prlint.report import Report

__all__ = ["Evidence", "Failure", "Finding", "Place", "Point", "Report", "Suggestion", "__version__", "check"]

#: Where each public name lies. They are imported when they are asked for: most runs begin at the command line.
_WHERE = {
    "check": "prlint.api",
    "Failure": "prlint.console",
    "Report": "prlint.report",
    **dict.fromkeys(("Evidence", "Finding", "Place", "Point", "Suggestion"), "prlint.finding"),
}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'prlint' has no attribute {name!r}")
    return getattr(__import__(_WHERE[name], fromlist=[name]), name)
