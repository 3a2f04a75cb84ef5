"""Runs the examples of rules, and of claims in YAML, through the same engine as `prlint check`.

An example holds when the findings are exactly those that it marks, with the
outcome, severity, message and evidence that it names; when nothing is found
after the fix that it gives; and when, for an example that is `known: miss`,
any of that is not so. Beyond the examples, each phrase of each `unless` must
silence at least one of them.
"""

from __future__ import annotations

import json
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from prlint import engine, profile, registry
from prlint.resolve.context import CheckContext
from prlint.resolve.resolution import Resolution
from prlint.rulebook.model import Unless
from prlint.text.error import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prlint.claim import Release
    from prlint.finding import Finding
    from prlint.report import Report
    from prlint.rulebook.example import Example, Expected, Mark
    from prlint.rulebook.fact import Fact, FactExample
    from prlint.rulebook.model import Phrase, Rule, Rulebook

#: Characters of the text on which costs are measured: a long release.
MEASURED = 10_000

_SUFFIX = {"text": "txt", "markdown": "md"}


class Failed(NamedTuple):
    """An example that does not hold, or an `unless` that silences nothing: what was expected and what came."""

    path: str
    line: int
    of: str
    example: str
    problems: tuple[str, ...]


def prove_rule(rule: Rule, rulebook: Rulebook) -> Iterator[Failed]:
    """Yields what does not hold of a rule that was loaded with its examples."""
    for example in rule.examples:
        yield from prove_example(rule, example, rulebook)
    yield from prove_unless(rule, rulebook)


def prove_example(rule: Rule, example: Example, rulebook: Rulebook) -> Iterator[Failed]:
    """Yields the example if it does not hold."""
    problems = tuple(_problems(example, rulebook._replace(rules=(rule,))))
    if example.known == "miss":
        # A gap that has closed must not go on being called one.
        problems = () if problems else ("it is `known: miss`, and now it holds: take `known` away",)
    if problems:
        yield Failed(rule.path, example.line, rule.id, example.id, problems)


def prove_unless(rule: Rule, rulebook: Rulebook) -> Iterator[Failed]:
    """Yields each phrase of an `unless` that silences no example."""
    for reason in rule.unless:
        yield from _silences(rule, reason, rulebook)


def prove_fact(fact: Fact, rulebook: Rulebook) -> Iterator[Failed]:
    """Yields what does not hold of a claim that was loaded with its examples."""
    for number, example in enumerate(fact.examples, 1):
        problems = tuple(_misread(fact, example, rulebook))
        if problems:
            yield Failed(fact.path, example.line, fact.name, str(number), problems)


def _problems(example: Example, only: Rulebook) -> Iterator[str]:
    try:
        report = _checked(example, example.text, only)
    except RuleError as error:
        yield f"its profile is wrong: {error.message}"
        return
    yield from (f"the run failed: {error.message}" for error in report.errors)
    left = list(report.findings)
    for expected in example.expected:
        finding = next(
            (f for f in left if _places(f) == sorted(expected.places) and f.outcome == expected.outcome), None
        )
        finding = finding or next((f for f in left if _places(f) == sorted(expected.places)), None)
        if finding is None:
            yield f"nothing is found at {_shown(example.text, expected.places)}"
            continue
        left.remove(finding)
        yield from _differences(finding, expected)
        yield from _evidence(finding, example)
    for finding in left:
        places = [place.quote for place in finding.places]
        yield f"found, and not expected: {finding.outcome} at {_quoted(places)}: {finding.message}"
    if example.fixed is not None:
        yield from _fix(example, example.fixed, report.findings, only)


def _checked(example: Example, text: str, rulebook: Rulebook) -> Report:
    # JSON is YAML: an inline profile goes through the same checks as a file.
    known = profile.parse(json.dumps(example.profile, ensure_ascii=False)) if example.profile else {}
    return engine.check(
        [engine.Source(_draft(example), text.encode("utf-8", "surrogatepass"), date=example.date)],
        rulebook,
        archive=[
            engine.Source(_earlier(i, example), old.text.text.encode("utf-8", "surrogatepass"), date=old.date)
            for i, old in enumerate(example.archive)
        ],
        profile_of=lambda _: known,
        options=engine.Options(as_of=example.as_of),
    )


def _draft(example: Example) -> str:
    return f"draft.{_SUFFIX[example.input]}"


def _earlier(number: int, example: Example) -> str:
    return f"earlier-{number + 1}.{_SUFFIX[example.input]}"


def _places(finding: Finding) -> list[tuple[int, int]]:
    return sorted((place.start.offset, place.end.offset) for place in finding.places)


def _shown(text: str, marks: Iterable[Mark]) -> str:
    return _quoted(text[mark.start : mark.end] for mark in marks)


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"[[{' '.join(text.split())}]]" for text in texts)


def _differences(finding: Finding, expected: Expected) -> Iterator[str]:
    for name, wanted, found in (
        ("outcome", expected.outcome, finding.outcome),
        ("severity", expected.severity, finding.severity),
        ("says", expected.says, finding.message),
    ):
        if wanted and wanted != found:
            yield f"`{name}` should be {wanted!r}, it is {found!r}"


def _evidence(finding: Finding, example: Example) -> Iterator[str]:
    texts = [(_draft(example), example.text, example.marked_evidence)]
    texts += [(_earlier(i, example), old.text.text, old.text.evidence) for i, old in enumerate(example.archive)]
    given = {(e.document, e.start.offset, e.end.offset) for e in finding.evidence if e.start and e.end}
    for document, text, marks in texts:
        for mark in marks:
            if (document, mark.start, mark.end) not in given:
                quotes = ", ".join(f"<<{e.quote}>>" for e in finding.evidence if e.quote) or "none"
                yield f"<<{text[mark.start : mark.end]}>> is not among its evidence, which is {quotes}"
    for wanted in example.evidence:
        if not any(wanted in e.quote or wanted in e.note for e in finding.evidence):
            notes = "; ".join(e.note or e.quote for e in finding.evidence) or "none"
            yield f"no evidence says {wanted!r}: {notes}"


def _fix(example: Example, fixed: str, findings: Sequence[Finding], only: Rulebook) -> Iterator[str]:
    edits = sorted(
        (edit.start, edit.end, edit.replacement)
        for finding in findings
        if finding.suggestion is not None
        for edit in finding.suggestion.edits
    )
    if edits:
        text = example.text
        for start, end, replacement in reversed(edits):
            text = text[:start] + replacement + text[end:]
        if text != fixed:
            yield f"the suggestion makes it {text!r}, not what `fixed` says"
    for finding in _checked(example, fixed, only).findings:
        yield f"after the fix it still finds {_quoted(place.quote for place in finding.places)}: {finding.message}"


def _silences(rule: Rule, reason: Unless, rulebook: Rulebook) -> Iterator[Failed]:
    """Yields each phrase of a reason without which no example gives one finding more."""
    conditions = [
        (key, phrase) for key in ("sentence", "before", "after", "document") for phrase in getattr(reason, key)
    ]
    for key, phrase in conditions or [("news" if reason.news else "zone", None)]:
        less = _without(rule, reason, key, phrase)
        only, bare = (rulebook._replace(rules=(one,)) for one in (rule, less))
        if any(_silent(example, phrase, only, bare) for example in rule.examples):
            continue
        what = f"the phrase `{phrase.written}`" if phrase else f"its `{key}`"
        yield Failed(
            rule.path,
            phrase.line if phrase else rule.line,
            rule.id,
            f"unless {reason.id}",
            (f"{what} silences no example: add a `quiet` one that fires without it",),
        )


def _without(rule: Rule, reason: Unless, key: str, phrase: Phrase | None) -> Rule:
    left: tuple[Any, ...] = () if phrase is None else tuple(p for p in getattr(reason, key) if p is not phrase)
    # Without its last phrase a condition would always hold, so the whole reason goes.
    fewer = (Unless(**{**reason._asdict(), key: left}),) if left else ()
    return rule._replace(
        unless=tuple(new for each in rule.unless for new in (fewer if each is reason else (each,))),
    )


def _silent(example: Example, phrase: Phrase | None, only: Rulebook, bare: Rulebook) -> bool:
    if phrase is not None:
        view = engine.read(engine.Source(_draft(example), example.text.encode("utf-8", "surrogatepass"))).view.text
        if phrase.pattern.search(view) is None:
            return False
    try:
        return len(_checked(example, example.text, bare).findings) > len(_checked(example, example.text, only).findings)
    except RuleError:
        return False  # its profile is wrong, which is reported with the example itself


def _misread(fact: Fact, example: FactExample, rulebook: Rulebook) -> Iterator[str]:
    source = engine.Source(f"draft.{_SUFFIX[example.input]}", example.text.encode("utf-8", "surrogatepass"))
    claims = engine.understand(source, rulebook, [fact.name]).of(fact.name)
    if len(claims) != len(example.gives):
        read = "; ".join(f"{claim.text!r}" for claim in claims) or "nothing"
        yield f"it should give {len(example.gives)}, it gives {len(claims)}: {read}"
        return
    for claim, gives in zip(claims, example.gives, strict=True):
        for name, wanted in gives.items():
            found = claim.get(name)
            # An example gives a text as it is printed, or folded as rules see it.
            if found != wanted and not (isinstance(wanted, str) and found == fact.folded(wanted)):
                yield f"`{name}` should be {wanted!r}, it is {found!r}"


def costs(rules: Sequence[Rule], rulebook: Rulebook) -> dict[str, float]:
    """Returns what each rule costs, in milliseconds for a release of `MEASURED` characters.

    The release is made of the rules' own examples, so that each rule has
    something to do. What extraction costs all rules share, and is not in it.
    """
    texts = [example.text.strip() for rule in rules for example in rule.examples]
    if not texts:
        return {}
    text = "\n\n".join(texts)
    text = "\n\n".join([text] * (1 + MEASURED // len(text)))[:MEASURED]
    release: Release = engine.understand(engine.Source("draft.txt", text.encode("utf-8", "surrogatepass")), rulebook)
    resolution = Resolution([release], {})
    found = {}
    for rule in rules:
        context = CheckContext(release, release.date, (), {}, rulebook.lists, resolution, rule.zones, rule.id)
        found[rule.id] = min(_seconds(rule, context) for _ in range(3)) * 1000
    return found


def _seconds(rule: Rule, context: CheckContext) -> float:
    kind = registry.load("kinds", rule.kind)
    type = rule.params.get("claim", "")
    began = perf_counter()
    try:
        for _ in kind.check(context.claims(context.release, type) if type else (), rule.params, context):
            pass
    except Exception:  # that a rule crashes is found where its examples run
        return float("inf")
    return perf_counter() - began
