"""The examples of a rule, read and checked; `prlint.prove` runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.finding import SEVERITIES
from prlint.rulebook.example import Earlier, Example, Expected, Marked
from prlint.rulebook.marks import MarkError, unmark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prlint.rulebook.model import Outcome
    from prlint.rulebook.reading import Reading
    from prlint.text.yaml import Node

VERDICTS = ("flag", "flags", "quiet")
EXPECTED = ("outcome", "severity", "says")
KEYS = ("id", "date", "as_of", "profile", "input", "archive", *VERDICTS, *EXPECTED, "fixed", "evidence", "known")
INPUTS = ("text", "markdown")


def example_text(reading: Reading, node: Node, what: str) -> str:
    """Returns a text that is quoted or a block, so that YAML cut nothing off it."""
    if node.kind == "scalar" and not node.style and not node.null:
        reading.wrong(
            node,
            f"{what} is not quoted",
            "quote it: without quotes YAML would silently cut it at ` #`, or at a comma within braces",
        )
        return ""
    if node.kind != "scalar":
        reading.wrong(node, f"{what} is a text", "quote a text that begins with `[` or `{`")
        return ""
    if node.null or not node.value.strip():
        reading.wrong(node, f"{what} has no text")
        return ""
    return str(node.value)


def _marked(reading: Reading, node: Node, what: str) -> Marked:
    text = example_text(reading, node, what)
    try:
        return unmark(text)
    except MarkError as problem:
        hint = r"a literal bracket pair is written `\[[`, `\]]`, `\<<` or `\>>`"
        reading.wrong_inside(node, problem.offset, 2, f"{what}: {problem}", hint)
        return Marked(text)


def read_examples(reading: Reading, root: Node, outcomes: Mapping[str, Outcome]) -> tuple[Example, ...]:
    """Returns the checked examples; each outcome in use has one that flags it, and one example is quiet."""
    node = reading.required(root, "examples", root.get("id") or root, "a rule")
    examples: list[Example] = []
    ids: set[str] = set()
    for item in reading.each(node, "`examples`"):
        reading.keys(item, KEYS, " in an example")
        name = reading.present(item, "id")
        id = reading.text(name, "`id`") if name is not None else str(len(examples) + 1)
        if id in ids:
            reading.wrong(name or item, f"the example `{id}` is here twice")
        ids.add(id)
        example = _example(reading, item, id, outcomes)
        if example is not None:
            examples.append(example)
    if node is not None and not reading.errors:
        _enough(reading, root, examples, outcomes)
    return tuple(examples)


def _enough(reading: Reading, root: Node, examples: list[Example], outcomes: Mapping[str, Outcome]) -> None:
    flagged = {expected.outcome for example in examples for expected in example.expected}
    under = root.get("outcomes")
    top = next(key for name, key, _ in root.items() if name == "examples")
    for outcome in outcomes:
        if outcome not in flagged:
            at = next((key for name, key, _ in under.items() if name == outcome), top) if under else top
            reading.wrong(
                at,
                f"the outcome `{outcome}` has no `flag` example" if under else "no example has a `flag`",
                "show a text in which it fires, the place in [[double brackets]]",
            )
    if all(example.expected for example in examples):
        reading.wrong(top, "no example is `quiet`", "show a text that looks like it and is right")


def _example(reading: Reading, item: Node, id: str, outcomes: Mapping[str, Outcome]) -> Example | None:
    verdicts = [key for key in VERDICTS if item.get(key) is not None]
    if len(verdicts) != 1:
        both = " and ".join(f"`{key}`" for key in verdicts)
        reading.wrong(
            item,
            f"an example has one verdict, not {both}" if verdicts else "this example has no verdict",
            "give one of `flag`, `flags` and `quiet`",
        )
        return None
    node = reading.present(item, verdicts[0])
    if node is None:
        return None
    if verdicts[0] == "quiet":
        marked = _marked(reading, node, "`quiet`")
        if marked.places or marked.evidence:
            reading.wrong(node, "a quiet example marks nothing", r"literal brackets are written `\[[` and `\<<`")
        for key in (*EXPECTED, "fixed", "evidence"):
            if item.get(key) is not None:
                reading.wrong(item.get(key) or item, f"`{key}` says what a finding is like; this example has none")
        expected: tuple[Expected, ...] = ()
    elif verdicts[0] == "flag":
        marked = _marked(reading, node, "`flag`")
        expected = (_expected(reading, item, node, marked, outcomes),)
    else:
        marked, expected = _several(reading, item, node, outcomes)
    profile = reading.present(item, "profile")
    fixed = reading.present(item, "fixed")
    return Example(
        id=id,
        text=marked.text,
        marked_evidence=marked.evidence,
        expected=expected,
        fixed=example_text(reading, fixed, "`fixed`") if fixed is not None else None,
        date=reading.date(reading.present(item, "date"), "`date`"),
        as_of=reading.date(reading.present(item, "as_of"), "`as_of`"),
        profile=_profile(reading, profile) if profile is not None else {},
        input=reading.choice(reading.present(item, "input"), "input", INPUTS, "text"),
        archive=_archive(reading, reading.present(item, "archive")),
        evidence=tuple(text for text, _ in reading.texts(reading.present(item, "evidence"), "`evidence`")),
        known=reading.choice(reading.present(item, "known"), "value of `known`:", ("miss",), ""),
        line=item.line,
    )


def _expected(reading: Reading, item: Node, node: Node, marked: Marked, outcomes: Mapping[str, Outcome]) -> Expected:
    if not marked.places and not reading.errors:
        reading.wrong(node, "nothing is marked", "put [[double brackets]] around each place of the finding")
    # Where no outcome was read, that is the mistake, and not what the examples make of it.
    outcome = reading.choice(reading.present(item, "outcome"), "outcome", tuple(outcomes), "") if outcomes else ""
    if not outcome and item.get("outcome") is None:
        if len(outcomes) == 1:
            outcome = next(iter(outcomes))
        elif outcomes:
            names = ", ".join(f"`{name}`" for name in outcomes)
            reading.wrong(
                item, "this example does not say which outcome it shows", f"add `outcome:` with one of {names}"
            )
    says = reading.present(item, "says")
    return Expected(
        places=marked.places,
        outcome=outcome,
        severity=reading.choice(reading.present(item, "severity"), "severity", SEVERITIES, ""),
        says=reading.text(says, "`says`") if says is not None else None,
    )


def _several(
    reading: Reading, item: Node, node: Node, outcomes: Mapping[str, Outcome]
) -> tuple[Marked, tuple[Expected, ...]]:
    """Reads `flags`: the same text once for each finding, each time with that finding's marks."""
    marked = Marked("")
    expected: list[Expected] = []
    if node.kind != "sequence" or not node.value:
        reading.wrong(node, "`flags` is a list: the same text once for each finding, with that finding's marks")
        return marked, ()
    for one in node.value:
        text, about = one, item
        if one.kind == "mapping":
            reading.keys(one, ("text", *EXPECTED), " in `flags`")
            found = reading.required(one, "text", one, "an item of `flags`")
            if found is None:
                continue
            text, about = found, one
        here = _marked(reading, text, "an item of `flags`")
        if expected and here.text != marked.text:
            reading.wrong(text, "this text differs from the first of `flags`", "only the marks may differ")
        marked = Marked(here.text, (), marked.evidence + here.evidence)
        expected.append(_expected(reading, about, text, here, outcomes))
    return marked, tuple(expected)


def _profile(reading: Reading, node: Node) -> Mapping[str, object]:
    """Returns an inline prlint.yaml, written as a mapping or as a block of text."""
    if node.kind == "mapping":
        data = reading.plain(node)
        return data if isinstance(data, dict) else {}
    reading.wrong(node, "`profile` is a mapping, as in prlint.yaml", "write its keys below it")
    return {}


def _archive(reading: Reading, node: Node | None) -> tuple[Earlier, ...]:
    good = []
    for item in reading.each(node, "`archive`"):
        reading.keys(item, ("date", "text"), " in `archive`")
        date = reading.date(reading.required(item, "date", item, "an earlier release"), "`date`")
        text = reading.required(item, "text", item, "an earlier release")
        if text is not None and date is not None:
            marked = _marked(reading, text, "`text`")
            if marked.places:
                reading.wrong(text, "`[[…]]` marks the draft; evidence is marked `<<…>>`")
            good.append(Earlier(date, marked))
    return tuple(good)
