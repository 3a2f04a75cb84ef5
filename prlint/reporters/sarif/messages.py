"""Messages: what a draft brings into one makes no link and no placeholder of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prlint.text.terminal import printable

if TYPE_CHECKING:
    from prlint.finding import Evidence


def message(text: str) -> dict[str, str]:
    """Returns a text as a message."""
    return {"text": shown(text)}


def shown(text: str) -> str:
    """Returns text that a message shows as it is: no link, no placeholder, nothing invisible (SARIF 3.11.5, 3.11.6)."""
    return re.sub(r"\{(\d+)\}", r"{{\1}}", printable(text)).replace("](", "] (")


def because(evidence: tuple[Evidence, ...]) -> str:
    """Returns what follows a message: its evidence, with links by the numbers of the related locations."""
    parts = []
    number = 0
    for one in evidence:
        if one.document and one.start and one.end:
            number += 1
            dated = f" ({one.date})" if one.date else ""
            label = re.sub(r"([\[\]\\])", r"\\\1", shown(f"{one.document}:{one.start.line}{dated}"))
            parts.append(f"[{label}]({number})")
        elif one.note or one.quote:
            parts.append(shown(one.note or one.quote))
    return f" (evidence: {'; '.join(parts)})" if parts else ""
