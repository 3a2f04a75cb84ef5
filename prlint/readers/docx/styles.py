"""What Word's styles say about a paragraph or a run: heading, list item, hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.readers.docx.package import attribute, child, local

if TYPE_CHECKING:
    from prlint.readers.docx.package import Package

#: Styles are based on styles; deeper than this is a circle.
_DEEPEST = 12


class Style(NamedTuple):
    """`level` of a heading from 1, 0 for running text; the others None where the style does not say."""

    level: int = 0
    item: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None


def styles(package: Package) -> dict[str, Style]:
    """Returns each style by its id, with what it takes over from those that it is based on."""
    parts = [r.target for r in package.relations(package.main).values() if r.kind == "styles"]
    if not parts or parts[0] not in package:
        return {}
    own: dict[str, tuple[Style, str]] = {}
    for element in package.tree(parts[0]):
        if local(element.tag) == "style":
            based = child(element, "basedOn")
            own[attribute(element, "styleId")] = (_own(element), "" if based is None else attribute(based, "val"))

    def whole(id: str) -> Style:
        found = Style()
        for _ in range(_DEEPEST):
            if id not in own:
                break
            style, id = own[id]
            found = Style(
                found.level or style.level,
                style.item if found.item is None else found.item,
                style.hidden if found.hidden is None else found.hidden,
                style.raised if found.raised is None else found.raised,
            )
        return found

    return {id: whole(id) for id in own}


def _own(element: Any) -> Style:
    name = child(element, "name")
    called = "" if name is None else attribute(name, "val").lower()
    level = 0
    if called.startswith("heading ") and called[8:].isdecimal():
        level = int(called[8:])
    elif called == "title":
        level = 1
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    align = None if run is None else child(run, "vertAlign")
    return Style(
        level or outline(paragraph),
        numbered(paragraph),
        None if run is None else flag(run, "vanish"),
        None if align is None else attribute(align, "val") == "superscript",
    )


def outline(properties: Any) -> int:
    """Returns the heading level that paragraph properties give, 0 where they give none."""
    level = None if properties is None else child(properties, "outlineLvl")
    value = "" if level is None else attribute(level, "val")
    return int(value) + 1 if value.isdecimal() and int(value) < 9 else 0


def numbered(properties: Any) -> bool | None:
    """Says whether paragraph properties make a list item; None where they do not say."""
    numbering = None if properties is None else child(properties, "numPr")
    id = None if numbering is None else child(numbering, "numId")
    return None if id is None else attribute(id, "val") not in ("0", "")


def flag(properties: Any, name: str) -> bool | None:
    """Returns a run property that is on or off; None where it is not given."""
    found = child(properties, name)
    return None if found is None else attribute(found, "val") not in ("0", "false", "off", "none")
