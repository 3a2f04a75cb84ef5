"""Wordings in rules: a phrase, or a regular expression between slashes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex

from prlint.rulebook.model import Phrase
from prlint.text.patterns import Pattern, pattern

if TYPE_CHECKING:
    from prlint.rulebook.reading import Reading
    from prlint.text.yaml import Node

#: What the view makes of typography, so that a phrase may be written as it is printed.
_TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "‐": "-", "‑": "-", "−": "-"})


def source(written: str) -> str:
    """Returns the regular expression for a phrase: any case, whole words, any white space."""
    if is_expression(written):
        return f"(?i:{written[1:-1]})"
    words = written.translate(_TYPOGRAPHY).split()
    return r"(?i:(?<!\w)" + r"\s+".join(regex.escape(word, literal_spaces=True) for word in words) + r"(?!\w))"


def is_expression(written: str) -> bool:
    """Says whether a phrase stands between slashes."""
    return len(written) > 2 and written.startswith("/") and written.endswith("/")


def phrases(reading: Reading, node: Node | None, what: str) -> tuple[Phrase, ...]:
    """Returns the phrases of a list."""
    good = []
    for text, item in reading.texts(node, what):
        made = compiled(reading, item, source(text), len("(?i:") - 1 if is_expression(text) else None)
        if made is not None:
            good.append(Phrase(text, made, item.line))
    return tuple(good)


def compiled(reading: Reading, node: Node, expression: str, before: int | None = 0) -> Pattern | None:
    """Returns the pattern, or records why it is none.

    `before` is how much of `expression` stands before what the node holds, so
    that the caret finds its place; None marks the whole node.
    """
    made = pattern(expression)
    problem: Any
    try:
        if made.search("") is not None:
            reading.wrong(node, "this pattern matches nothing at all, so it would match everywhere")
            return None
    except regex.error as error:
        problem = error
    except (ValueError, OverflowError, RecursionError) as error:
        problem = error
    else:
        return made
    message = f"this is not a regular expression: {getattr(problem, 'msg', problem)}"
    position = getattr(problem, "pos", None)
    if before is None or position is None or not 0 <= position - before <= len(node.value):
        reading.wrong(node, message)
    else:
        # What is missing at the end is marked at the last character.
        reading.wrong_inside(node, max(0, min(position - before, len(node.value.rstrip()) - 1)), 1, message)
    return None
