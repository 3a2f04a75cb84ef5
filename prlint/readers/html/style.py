"""How text is shown: bold, raised, hidden, as elements and their own styles say; style sheets are not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_HIDDEN = pattern(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden|mso-hide\s*+:\s*+all", "i")
_IS_BOLD = pattern(r"font-weight\s*+:\s*+(?:bold|[6-9]00)|font\s*+:\s*+[^;]{0,40}\bbold", "i")
_NOT_BOLD = pattern(r"font-weight\s*+:\s*+(?:normal|[1-4]00)", "i")
_RAISED = pattern(r"vertical-align\s*+:\s*+(?:super|text-top)", "i")
_UNSEEN_CLASSES = frozenset(
    ("sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden", "screen-reader-only")
)


class State:
    """How text is shown where the parser stands; a new one is made for each change."""

    __slots__ = ("bold", "link", "pre", "raised", "skip", "time")

    def __init__(self) -> None:
        self.bold = self.link = self.pre = self.raised = self.skip = self.time = False

    def changed(self, **changes: bool) -> State:
        """Returns a state that differs in these."""
        new = State()
        for name in State.__slots__:
            setattr(new, name, changes.get(name, getattr(self, name)))
        return new


def styled(state: State, style: str) -> State:
    """Returns the state with what an element's own style says of it."""
    low = style.lower()
    if "font" in low and _IS_BOLD.search(style):
        state = state.changed(bold=True)
    elif "font" in low and _NOT_BOLD.search(style):
        state = state.changed(bold=False)
    if "vertical" in low and _RAISED.search(style):
        state = state.changed(raised=True)
    return state


def unseen(told: Mapping[str, str], style: str) -> bool:
    """Says whether an element is hidden from the eye, or shown to screen readers alone."""
    if not told:
        return False
    return (
        "hidden" in told
        or told.get("aria-hidden", "").lower() == "true"
        or (bool(style) and _HIDDEN.search(style) is not None)
        or not _UNSEEN_CLASSES.isdisjoint(told.get("class", "").lower().split())
    )
