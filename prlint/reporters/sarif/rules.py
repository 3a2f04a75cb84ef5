"""Rules as a consumer shows them: their level, what they are for, and help as text and as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prlint.report import Examined

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def level(severity: str, status: str) -> str:
    """Returns the level of a finding, or a rule's own; a rule on trial never ranks as an error."""
    return "warning" if severity == "error" and status != "stable" else _LEVELS[severity]


def descriptor(id: str, examined: Examined | None) -> dict[str, Any]:
    """Returns a rule as the log describes it; of one that the run did not examine only its name is known."""
    if examined is None:
        return {"id": id}
    title = examined.title or id
    tags = [tag for tag in (examined.family, "" if examined.status == "stable" else examined.status) if tag]
    return {
        "id": id,
        "shortDescription": {"text": title},
        "fullDescription": {"text": examined.why or title},
        "defaultConfiguration": {"level": level(examined.severity, examined.status)},
        "help": _help(id, title, examined),
        "properties": {
            "tags": tags,
            "contradicted": examined.contradicted,
            "consistent": examined.consistent,
            "cannotTell": examined.cannot_tell,
        },
    }


def _help(id: str, title: str, examined: Examined) -> dict[str, str]:
    plain = [title]
    marked = [f"**{_literal(title)}**"]
    for term, said in (("Why", examined.why), ("What to do", examined.advice)):
        if said:
            plain.append(f"{term}: {said}")
            marked.append(f"**{term}.** {_literal(said)}")
    if examined.sources:
        rows = [(name, url if url.startswith(("https://", "http://")) else "") for name, url, _ in examined.sources]
        plain.append("\n".join(["Sources:", *(f"- {name}{f', {url}' if url else ''}" for name, url in rows)]))
        marked.append("\n".join(f"- {_literal(name)}{f' <{url}>' if url else ''}" for name, url in rows))
    plain.append(f"prlint explain {id} shows it with examples.")
    marked.append(f"`prlint explain {id}` shows it with examples.")
    return {"text": "\n\n".join(plain), "markdown": "\n\n".join(marked)}


def _literal(text: str) -> str:
    """Returns text that Markdown shows as it is."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", " ".join(text.split()))
