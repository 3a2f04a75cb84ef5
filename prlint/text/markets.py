"""Markets as listings write them: one name for each, however it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.listed import entries, made_once

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


def markets(lists: Mapping[str, Any]) -> dict[str, str]:
    """Returns the market by each folded form (`folded`) that the list `exchanges` has of it."""
    return _markets(entries(lists, "exchanges"))


@made_once
def _markets(data: Any) -> dict[str, str]:
    return {folded(form): market for market, forms in dict(data or {}).items() for form in forms}


def folded(exchange: str) -> str:
    """Returns a market's printed name in capitals, without spaces, hyphens and full stops."""
    return exchange.upper().replace(" ", "").replace("-", "").replace(".", "")
