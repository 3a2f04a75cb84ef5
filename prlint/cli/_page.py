"""What the manual says of a rule, whatever it is shown on: `prlint explain` prints it, the manual's pages are made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint import registry
from prlint.text.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.rulebook.example import Example, Mark
    from prlint.rulebook.model import Rule, Unless


class Shown(NamedTuple):
    """An example: what it is, the earlier releases (date and text), its text with its marks, what the finding says."""

    heading: str
    archive: tuple[tuple[str, str], ...]
    text: str
    says: tuple[str, ...]


class Page(NamedTuple):
    """A rule's page. Pairs are a term and what is said of it, parameters have a value and a meaning; what is empty has
    nothing to say.
    """

    id: str
    title: str
    about: tuple[str, ...]
    why: str
    advice: str
    outcomes: tuple[tuple[str, str], ...]
    params: tuple[tuple[str, str, str], ...]
    silences: tuple[tuple[str, str], ...]
    examples: tuple[Shown, ...]
    sources: tuple[str, ...]
    path: str


def page_of(rule: Rule) -> Page:
    """Returns the page of a rule that was loaded with its examples."""
    return Page(
        id=rule.id,
        title=rule.title,
        about=tuple(_about(rule)),
        why=rule.why,
        advice=rule.advice,
        outcomes=tuple((f"{outcome.severity} {name}", outcome.message) for name, outcome in rule.outcomes.items()),
        params=tuple(_params(rule)),
        silences=tuple(
            (reason.id, _conditions(reason) + (f". {reason.why}" if reason.why else "")) for reason in rule.unless
        ),
        examples=tuple(_shown(example) for example in rule.examples),
        sources=tuple(
            source.title
            + (f", {source.url}" if source.url else "")
            + (f" (checked {source.checked})" if source.checked else " (general knowledge)")
            for source in rule.sources
        ),
        path=rule.path,
    )


def _about(rule: Rule) -> Iterator[str]:
    yield f"{rule.status}, family {rule.family}, kind {rule.kind}" + (f", since {rule.since}" if rule.since else "")
    for day, word in ((rule.valid_from, "from"), (rule.valid_to, "to")):
        if day:
            yield f"valid {word} {day}"
    yield f"compares: {', '.join(rule.compare)}"
    if rule.zones.only:
        yield f"only in: {', '.join(rule.zones.only)}"
    if rule.zones.excluded:
        yield f"not in: {', '.join(rule.zones.excluded)}"


def _params(rule: Rule) -> Iterator[tuple[str, str, str]]:
    declared = registry.load("kinds", rule.kind).PARAMS
    for name, value in rule.params.items():
        if value != declared[name].default:
            yield name, printed(value), declared[name].about


def printed(value: Any, pair: str = " → ") -> str:
    """Returns a parameter's value as the manual prints it; `pair` stands between a key and what it holds."""
    if isinstance(value, Pattern):
        return value.source
    if isinstance(value, (tuple, list)):
        return ", ".join(printed(item, pair) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if hasattr(value, "items"):
        return "; ".join(f"{name}{pair}{printed(item, pair)}" for name, item in value.items())
    return str(value)


def _conditions(reason: Unless) -> str:
    said = []
    for where, phrases in (
        ("the sentence says", reason.sentence),
        ("before it stands", reason.before),
        ("after it stands", reason.after),
        ("the release says", reason.document),
    ):
        if phrases:
            said.append(f"{where} " + " or ".join(f'"{phrase.written}"' for phrase in phrases))
    if reason.zone:
        said.append(f"it stands in {' or '.join(reason.zone)}")
    if reason.news:
        whose = f", about {' or '.join(f'{{{field}}}' for field in reason.about)}," if reason.about else ""
        said.append(f"this release, or one since the evidence, has news{whose} of {' or '.join(reason.news)}")
    if reason.outcome:
        said.append(f"it is {' or '.join(reason.outcome)}")
    return ", and ".join(said)


def _shown(example: Example) -> Shown:
    expected = example.expected
    about = [
        *(f"released {example.date}" for _ in [0] if example.date),
        *(f"as of {example.as_of}" for _ in [0] if example.as_of),
        *("a known miss" for _ in [0] if example.known),
    ]
    verdict = "quiet" if not expected else "found" if len(expected) == 1 else f"{len(expected)} findings"
    places = {mark: (mark, "[[", "]]") for one in expected for mark in one.places}
    evidence = [(mark, "<<", ">>") for mark in example.marked_evidence]
    return Shown(
        f"{verdict}{''.join(f', {one}' for one in about)}",
        tuple(
            (old.date, _marked(old.text.text, [(mark, "<<", ">>") for mark in old.text.evidence]))
            for old in example.archive
        ),
        _marked(example.text, [*places.values(), *evidence]),
        tuple(one.says for one in expected if one.says),
    )


def _marked(text: str, marks: list[tuple[Mark, str, str]]) -> str:
    for mark, opening, closing in sorted(marks, reverse=True):
        text = text[: mark.start] + opening + text[mark.start : mark.end] + closing + text[mark.end :]
    return text
