"""What a pattern needs: never more than what it can match without, or matches would be missed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from prlint.text.holding import matches, possible
from prlint.text.patterns import Pattern, pattern
from prlint.text.required import required
from tests.support import builtin, release

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prlint.document import Document

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("source", "clauses"),
    [
        ("approved", (("approved",),)),
        ("Approv(?:ed|al)", (("approval", "approved"),)),
        ("tumou?rs?", (("tumor", "tumour"),)),
        ("[Aa]nnual (?=report)", (("annual",), ("report",))),
        ("(?:granted|issued)\\b[^.]{0,40} patents?", (("patent",), ("granted", "issued"))),
        ("(?i)straße", (("strasse",),)),
        ("(?:phase)? ?(?!trial)x", ()),
        ("(?:|phase)", ()),
        ("(?:the )*\\w+", ()),
        ("(?:[$€]|USD) ?\\d", (("$", "usd", "€"),)),
        ("(?:phase){e<=1}", ()),
        ("phase{2}", (("phasee",),)),
        ("w{3}\\.", (("www.",),)),
        ("ending (?:on )?\\Kmay", (("ending",),)),
        ("phas[^e]", (("phas",),)),
        ("(?<=orphan )drug", (("orphan",), ("drug",))),
        ("(?<!orphan )drug", (("drug",),)),
        ("(?P<a>phase) (?P=a)", (("phase",),)),
        ("a|phase", ()),
        ("(a", ()),
    ],
)
def test_clauses(source: str, clauses: tuple[tuple[str, ...], ...]) -> None:
    assert set(required(source)[0]) == set(clauses)


@pytest.mark.parametrize(
    ("source", "stays"),
    [
        ("phase [^\\n]{0,9}trial", True),
        ("phase [^.]{0,9}trial", False),
        ("phase\\strial", False),
        ("phase(?=\\s)", True),
        ("phase(?!\\s+trial)", False),
        ("phase(?:\\n|$)", False),
        ("(?m)phase$", True),
        ("phase.*trial", True),
        ("(?s)phase.*trial", False),
        ("(?<=\\n)phase", True),
        ("(?<=trial\\n)phase", False),
        ("phase[^\\W_]", True),
        ("phase\\p{Z}trial", False),
    ],
)
def test_which_patterns_stay_in_their_line(source: str, stays: bool) -> None:
    assert required(source)[1] is stays


@pytest.mark.parametrize(
    "source", ["(?i)phase (?:two|three) trial", "(?<=results\\n)Phase", "(?m)^ *Phase\\b.*$", "(?i)ﬁnal"]
)
def test_what_is_searched_less_is_found_the_same(source: str) -> None:
    document = release("Final results\nPhase Three Trial\nA note.\n\nOf the phase two trial\n\nPHASE").document
    _same(document, pattern(source))


def test_a_place_without_what_is_needed_is_known() -> None:
    document = release("A trial of phase two.\n\nNothing here.").document
    two = pattern("phase (?:two|three)")
    assert possible(document, two)
    assert not possible(document, two, document.blocks[-1].start, document.blocks[-1].end)
    assert not possible(document, pattern("orphan drug"))


def test_every_pattern_of_the_rules_finds_what_it_finds_in_the_whole_text() -> None:
    documents = [release(file.read_text("utf-8")).document for file in sorted(SEEDS.glob("*.txt"))]
    for rule in builtin().rules:
        own = [release(example.text).document for example in rule.examples]
        for one in _patterns(rule.params):
            for document in (*own, *documents):
                _same(document, one)


def _same(document: Document, one: Pattern) -> None:
    found = [match.span() for match in matches(document, one)]
    assert found == [match.span() for match in one.finditer(document.view.text)], one.source


def _patterns(value: Any) -> Iterator[Pattern]:
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, (list, tuple, dict)) or hasattr(value, "values"):
        for each in value.values() if hasattr(value, "values") else value:
            yield from _patterns(each)
