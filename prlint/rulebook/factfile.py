"""One file that defines a claim, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex

from prlint.registry import names
from prlint.rulebook.examples import INPUTS, example_text
from prlint.rulebook.fact import FOLDS, Fact, FactExample, Reader
from prlint.rulebook.facttable import read_columns
from prlint.rulebook.phrase import compiled
from prlint.rulebook.slots import Slot
from prlint.rulebook.slottypes import WORDS, expression, slot
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.claim import Value
    from prlint.rulebook.columns import Columns
    from prlint.rulebook.reading import Reading
    from prlint.text.yaml import Node

KEYS = ("format", "claim", "title", "fields", "read", "key", "value", "fold", "examples")
WAYS = ("text", "pattern", "table")
READ_KEYS = (*WAYS, "fill", "with")

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
    before = len(reading.errors)
    ways = reading.required(root, "read", name_node or root, "a claim")
    items = tuple(reading.each(ways, "`read`"))
    # A column without a type of its own has that of the slot of its name, wherever that stands.
    made = {
        i: _reader(reading, items[i], slots, lists)
        for i in sorted(range(len(items)), key=lambda i: items[i].get("table") is not None)
    }
    readers = [reader for _, reader in sorted(made.items()) if reader is not None]
    if ways is not None and not readers and len(reading.errors) == before:
        reading.wrong(ways, "`read` has no way of reading", "give `- text:`, `- pattern:` or `- table:`")
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
        texts=tuple(each.name for each in slots.values() if each.type in ("text", "code")),
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


def _reader(reading: Reading, item: Node, slots: dict[str, Slot], lists: Mapping[str, Any]) -> Reader | Columns | None:
    ways = [key for key, _, _ in item.items() if key in WAYS]
    reading.keys(item, READ_KEYS, " in `read`")
    if len(ways) != 1:
        reading.wrong(item, "a way of reading is one of `text`, `pattern` and `table`")
        return None
    (way,) = ways
    node = reading.present(item, way)
    fill = item.get("fill")
    if fill is not None and way != "table":
        reading.wrong(fill, "`fill` is for tables", "only a table has cells that are empty")
    reader: Reader | Columns | None
    if way == "table":
        reader = read_columns(reading, node, fill, slots) if node is not None else None
        used = {column.slot.name for column in reader.columns} if reader else set()
    else:
        written = reading.text(node, f"`{way}`")
        if node is None or not written:
            return None
        reader = (_from_pattern if way == "pattern" else _from_text)(reading, node, written, slots, lists)
        used = {each.name for each in reader.slots} if reader else set()
    given = _given(reading, reading.present(item, "with"), slots, used)
    return reader._replace(given=given) if reader is not None and given else reader


def _given(reading: Reading, node: Node | None, slots: dict[str, Slot], used: set[str]) -> Mapping[str, Value]:
    """Returns the fields that a way of reading says itself: `with: {metal: Au}`."""
    given: dict[str, Value] = {}
    if node is None or not reading.mapping(node, "`with`"):
        return given
    for name, key, value in node.items():
        if not name.isidentifier():
            reading.wrong(key, f"`{name}` is not a field's name", "letters, digits and underscores")
        elif name in used:
            reading.wrong(key, f"`{name}` is read already", "`with` is for what is not written there")
        elif value.kind != "scalar" or value.null:
            reading.wrong(value if value.kind != "scalar" else key, f"`{name}` is one value")
        else:
            each = slots.setdefault(name, Slot(name, "text"))
            values = each.values(f"{value.value} {each.unit}".strip())
            if values[name] is None:
                reading.wrong(value, f"`{value.value}` is not a value of `{name}`", f"it holds {each.fields[name]}")
            given.update(values)
    return given


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
        reading.keys(item, ("text", "gives", "input"), " in an example")
        input = reading.choice(reading.present(item, "input"), "input", INPUTS, "text")
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
            good.append(FactExample(example_text(reading, text, "`text`"), tuple(claims), item.line, input))
    return tuple(good)
