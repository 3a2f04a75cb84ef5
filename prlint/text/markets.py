"""Markets as listings write them: one name for each, however it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.listed import entries

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


def markets(lists: Mapping[str, Any]) -> dict[str, str]:
    """Returns the market by each folded form (`folded`) that the list `exchanges` has of it."""
    return {folded(form): market for market, forms in dict(entries(lists, "exchanges") or {}).items() for form in forms}


def folded(exchange: str) -> str:
    """Returns a market's printed name in capitals, without spaces, hyphens and full stops."""
    return exchange.upper().replace(" ", "").replace("-", "").replace(".", "")
