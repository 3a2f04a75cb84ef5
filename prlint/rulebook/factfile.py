"""One file that defines a claim, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex

from prlint.registry import names
from prlint.rulebook.examples import example_text
from prlint.rulebook.fact import FOLDS, Fact, FactExample, Reader
from prlint.rulebook.phrase import compiled
from prlint.rulebook.slots import Slot
from prlint.rulebook.slottypes import WORDS, expression, slot
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.claim import Value
    from prlint.rulebook.reading import Reading
    from prlint.text.yaml import Node

KEYS = ("format", "claim", "title", "fields", "read", "key", "value", "fold", "examples")

#: What `{gap}` matches: anything, but no half word. A reader never leaves its sentence.
_GAP = r"(?!\w)[^\n]{0,300}?(?<!\w)"


def read_fact(reading: Reading, root: Node, lists: Mapping[str, Any]) -> Fact:
    """Returns the claim; it is only of use when `reading.errors` stayed empty."""
    reading.keys(root, KEYS)
    reading.format(root)
    name_node = reading.required(root, "claim", root, "a claim")
    name = reading.text(name_node, "`claim`")
    if name_node is not None and name in names("extractors"):
        reading.wrong(name_node, f"prlint has a claim `{name}` of its own", "choose another name")
    elif name_node is not None and name and not name.replace("-", "").isalnum():
        reading.wrong(name_node, f"`{name}` is not a name", "letters and digits, joined by hyphens")
    slots = _declared(reading, reading.present(root, "fields"), lists)
    readers: list[Reader] = []
    before = len(reading.errors)
    ways = reading.required(root, "read", name_node or root, "a claim")
    for item in reading.each(ways, "`read`"):
        reader = _reader(reading, item, slots, lists)
        if reader is not None:
            readers.append(reader)
    if ways is not None and not readers and len(reading.errors) == before:
        reading.wrong(ways, "`read` has no way of reading", "give `- text:` or `- pattern:`")
    fields = {field: about for each in slots.values() for field, about in each.fields.items()}
    # After an error in `read` nothing is known of the fields.
    if len(reading.errors) == before:
        key = reading.choices(reading.present(root, "key"), "field", fields) if root.get("key") else ()
        value = reading.choices(reading.present(root, "value"), "field", fields)
    else:
        key = value = ()
    fact = Fact(
        name=name,
        title=reading.text(reading.present(root, "title"), "`title`"),
        NEEDS=(),
        FIELDS=fields,
        readers=tuple(readers),
        key=key,
        value=value,
        fold=reading.choices(reading.present(root, "fold"), "fold", FOLDS),
        examples=(),
        path=reading.source.path,
        line=name_node.line if name_node is not None else 1,
    )
    return fact._replace(examples=_examples(reading, root, name_node or root, fact))


def _declared(reading: Reading, node: Node | None, lists: Mapping[str, Any]) -> dict[str, Slot]:
    slots: dict[str, Slot] = {}
    if node is not None and reading.mapping(node, "`fields`"):
        for name, key, value in node.items():
            if not name.isidentifier():
                reading.wrong(key, f"`{name}` is not a field's name", "letters, digits and underscores")
                continue
            made = (
                _of_words(reading, value, name)
                if value.kind == "mapping"
                else _slot(reading, value, 0, value.width, name, reading.text(value, "a type"), lists)
            )
            if made is not None:
                slots[name] = made
    return slots


def _of_words(reading: Reading, node: Node, name: str) -> Slot | None:
    """Reads `{ordered: [low, high]}`, where a word may hold a comma."""
    reading.keys(node, WORDS, " in a type")
    if len(node.value) != 1:
        reading.wrong(node, "a type is one of `one-of` and `ordered`", "like `{ordered: [low, high]}`")
        return None
    (type, _, value), *_ = node.items()
    words = tuple(word for word, _ in reading.texts(value, f"`{type}`"))
    if len(words) < 2 and not reading.errors:
        reading.wrong(value, f"`{type}` needs two words or more")
    return Slot(name, type, choices=words) if type in WORDS else None


def _slot(
    reading: Reading, node: Node, offset: int, width: int, name: str, type: str, lists: Mapping[str, Any]
) -> Slot | None:
    if not type:
        return None
    try:
        return slot(name, type, lists)
    except ValueError as problem:
        message, hint = problem.args
        reading.wrong_inside(node, offset, width, message, hint)
        return None


def _reader(reading: Reading, item: Node, slots: dict[str, Slot], lists: Mapping[str, Any]) -> Reader | None:
    ways = [key for key, _, _ in item.items() if key in ("text", "pattern", "table")]
    reading.keys(item, ("text", "pattern", "table"), " in `read`")
    if len(ways) != 1:
        reading.wrong(item, "a way of reading is one of `text` and `pattern`")
        return None
    (way,) = ways
    node = reading.present(item, way)
    if way == "table":
        reading.wrong(node or item, "this version of prlint does not read tables", "use `text` or `pattern`")
        return None
    written = reading.text(node, f"`{way}`")
    if node is None or not written:
        return None
    return (_from_pattern if way == "pattern" else _from_text)(reading, node, written, slots, lists)


def _from_pattern(
    reading: Reading, node: Node, written: str, slots: dict[str, Slot], lists: Mapping[str, Any]
) -> Reader | None:
    made = compiled(reading, node, written)
    if made is None:
        return None
    if not made.groups:
        reading.wrong(node, "this pattern has no named group", "name what it reads: `(?P<grade>…)`")
        return None
    for name in made.groups:
        slots.setdefault(name, Slot(name, "text"))
    return Reader(made, tuple(slots[name] for name in made.groups))


def _from_text(
    reading: Reading, node: Node, written: str, slots: dict[str, Slot], lists: Mapping[str, Any]
) -> Reader | None:
    parts: list[str] = []
    used: list[Slot] = []
    at = 0
    while at < len(written):
        opening = written.find("{", at)
        literal = written[at : opening if opening >= 0 else len(written)]
        if "}" in literal:
            reading.wrong_inside(node, at + literal.index("}"), 1, "this brace closes nothing")
            return None
        if literal:
            parts.append(literal)
        if opening < 0:
            break
        closing = written.find("}", opening)
        if closing < 0:
            reading.wrong_inside(node, opening, 1, "this brace is not closed")
            return None
        inside = written[opening + 1 : closing]
        width = closing + 1 - opening
        at = closing + 1
        if inside == "gap":
            parts.append("{gap}")
            continue
        name, _, type = inside.partition(":")
        if not name.isidentifier():
            reading.wrong_inside(node, opening, width, "a slot is a name and a type", "like `{grade:number g/t}`")
            return None
        made = _slot(reading, node, opening, width, name, type.strip(), lists) if type else slots.get(name)
        if made is None:
            if not type:
                reading.wrong_inside(
                    node, opening, width, f"the slot `{name}` has no type", "like `{grade:number g/t}`"
                )
            return None
        if name in {each.name for each in used}:
            reading.wrong_inside(node, opening, width, f"the slot `{name}` is here twice")
            return None
        known = slots.setdefault(name, made)
        if known != made:
            reading.wrong_inside(node, opening, width, f"the slot `{name}` has another type above")
            return None
        used.append(made)
        parts.append(f"{{{name}}}")
    if not used:
        reading.wrong(node, "this text has no slot", "like `{grade:number g/t}`")
        return None
    return Reader(pattern(_expression(parts, {each.name: each for each in used})), tuple(used))


def _expression(parts: list[str], slots: Mapping[str, Slot]) -> str:
    """Returns the pattern for literal texts, slots and gaps; a gap takes the white space beside it."""
    out: list[str] = []
    for i, part in enumerate(parts):
        if part == "{gap}":
            out.append(_GAP)
        elif part.startswith("{"):
            name = part[1:-1]
            out.append(f"(?P<{name}>{expression(slots[name])})")
        else:
            after_gap = i > 0 and parts[i - 1] == "{gap}"
            before_gap = parts[i + 1 : i + 2] == ["{gap}"]
            out.append(_literal(part, spaced=(not after_gap, not before_gap)))
    return "".join(out)


def _literal(part: str, spaced: tuple[bool, bool]) -> str:
    """Returns a pattern for text as written: any case, whole words, the spaces at its ends where `spaced`."""
    space = "[ ]+"
    words = part.split()
    if not words:
        return space if all(spaced) else ""
    left = space if part[0].isspace() and spaced[0] else ""
    right = space if part[-1].isspace() and spaced[1] else ""
    opening = r"(?<!\w)" if words[0][0].isalnum() else ""
    closing = r"(?!\w)" if words[-1][-1].isalnum() else ""
    return f"{left}{opening}(?i:{space.join(regex.escape(word) for word in words)}){closing}{right}"


def _examples(reading: Reading, root: Node, at: Node, fact: Fact) -> tuple[FactExample, ...]:
    good = []
    node = reading.required(root, "examples", at, "a claim")
    for item in reading.each(node, "`examples`"):
        reading.keys(item, ("text", "gives"), " in an example")
        text = reading.required(item, "text", item, "an example")
        gives = item.get("gives")
        if gives is None:
            reading.wrong(item, "an example needs `gives`", "the fields it must give; `gives: []` for none")
            continue
        wanted = gives.value if gives.kind == "sequence" else (gives,)
        claims: list[Mapping[str, Value]] = []
        for each in wanted:
            if not reading.mapping(each, "`gives`"):
                continue
            # After an error in `read` nothing is known of the fields.
            if fact.FIELDS and not reading.errors:
                reading.keys(each, tuple(fact.FIELDS), " in `gives`")
            data = reading.plain(each)
            claims.append(
                {
                    name: float(value) if isinstance(value, int) and not isinstance(value, bool) else value
                    for name, value in (data or {}).items()
                }
            )
        if text is not None:
            good.append(FactExample(example_text(reading, text, "`text`"), tuple(claims), item.line))
    return tuple(good)
