"""Response rates and median times that one sentence gives for one group: overall and complete response, disease control, survival."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim
from prlint.text.holding import matches
from prlint.text.intervals import PRINTED_PERCENT
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from prlint.document import Document

NEEDS = ()
FIELDS = {
    "complete": "the complete response rate as printed; empty where the sentence has none, or several",
    "overall": "the overall (objective) response rate, likewise",
    "control": "the disease control rate, likewise",
    "progression_free": "the median progression-free survival in months, likewise",
    "survival": "the median overall survival in months, likewise",
}

_IS = r"(?: rate)?s?(?: ?\([A-Za-z]+\))?(?:,? (?:was|were|is|of|at)|:| ?=)? ?(?:\(|(?:observed )?(?:at |in )?)?"
_P = rf"(?P<of>{PRINTED_PERCENT})(?! ?CI)"
_NAMES = {
    "complete": r"(?:complete (?:response|remission)|CR)(?! ?/|[hi])",
    "overall": r"(?:(?:overall|objective) response|ORR)",
    "control": r"(?:disease control|DCR)",
}
_MEDIAN = r"(?:,? (?:was|were|is|of|at)|:| ?=)? ?(?P<of>\d+(?:\.\d+)?) months"
_MEDIANS = {
    "progression_free": r"(?:median progression[- ]free survival|mPFS|median PFS)(?: \((?:m?PFS)\))?",
    "survival": r"(?:median overall survival|mOS|median OS)(?: \((?:m?OS)\))?",
}
_FORMS = {name: pattern(rf"(?<![\w/]){form}{_IS}{_P}") for name, form in _NAMES.items()} | {
    name: pattern(rf"(?<!\w){form}{_MEDIAN}") for name, form in _MEDIANS.items()
}
#: More than one group, or a group within a group.
_GROUPS = pattern(
    r"(?<!\w)(?:respectively|versus|vs|compared|arm|cohort|subgroup|subset|among|whereas|while|control (?:group|arm)|placebo|historical|responders)(?!\w)",
    "i",
)
_TRIGGER = pattern(r"response|ORR|PFS|progression[- ]free")


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each sentence that gives two of them, each once."""
    text = document.view.text
    done = -1
    for trigger in matches(document, _TRIGGER):
        sentence = document.sentence_at(trigger.start())
        if sentence.start == done:
            continue
        done = sentence.start
        if _GROUPS.search(text, sentence.start, sentence.end):
            continue
        found = {name: list(form.finditer(text, sentence.start, sentence.end)) for name, form in _FORMS.items()}
        given = {name: each[0] for name, each in found.items() if len(each) == 1}
        if len(given) < 2:
            continue
        start, end = min(match.start() for match in given.values()), max(match.end() for match in given.values())
        yield Claim("response", start, end, text[start:end],
                    {name: given[name]["of"].strip() if name in given else "" for name in FIELDS})  # fmt: skip
