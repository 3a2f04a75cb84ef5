"""Which plan a due belongs to: the cue and the action in its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    import regex

    from prlint.extractors.promise.words import Words
    from prlint.text.dues import Due

#: Where another thought begins.
_PARTED = pattern(
    r"; | – | — |: |, (?:while|whereas|but|with|which|where|who|and (?=(?:the|its|it|we|is|has|will|plan|expect|intend|anticipat)\b))|\) (?=\d)| while | whereas |\n|(?<=\p{L}{3})\. "
)
SUBJECT_PARTED = pattern(r", (?:and|where|which|who)? ?| and (?=(?:the|its|our)\b)| that | where | when ")
_LAST_ED = pattern(
    r"(?<!\b(?:be|being|been|is|are|and|to|or|be \p{L}+ly) )\b(?:\p{L}+(?:ed|en)|begun|done|built|held|sold|paid|made|set|met|won|bought|sent)$"
)
#: Cues that are half of a verb: what is done stands after them.
_VERBAL = ("will", "shall")
_ANY_ED = pattern(r"\b\p{L}{3,}ed\b")
#: What a due without a preposition stands after: "expected mid-2026", "near the end of June", "late" or "early" say it too.
BARE = pattern(
    r"(?:ed|near|towards?|due|target|completion|launch|start|readout|date|timing|later|data|results|\(|:)(?: (?:for|in|to \p{L}+))? ?$"
)
#: What a cue ends with that goes on to what is done; or the name of its time.
_LEADS_ON = pattern(r"(?: (?:to|for)|date|timing|completion|launch|start|readout|closing|initiation)$")
#: Code points between two cues of one plan, and between a cue and its due where the action stands elsewhere.
_JOINED, _BESIDE = 60, 30
_TAIL = pattern(r" (?:from|of|for|in|on|at|to|with)\b[^,;\n]*", "")


class Plan(NamedTuple):
    """A cue with its action in a clause: view spans, and who or what stands before.

    `shared` says that the cue is that of an action before.
    """

    cue: tuple[int, int]
    kind: str
    action: str
    verb: tuple[int, int]
    shared: bool = False


def leads_on(low: str, plan: Plan) -> bool:
    """Says whether a cue goes on to what is done ("its plan to"), or names its time ("the expected launch")."""
    return _LEADS_ON.search(low, *plan.cue) is not None or low.startswith((" to ", " of "), plan.cue[1])


def left_of(low: str, start: int, end: int) -> int:
    """Returns where the clause that ends at `end` begins."""
    for match in _PARTED.finditer(low, start, end):
        start = match.end()
    return start


def plan_of(
    low: str, left: int, due: Due, right: int, words: Words, before: Plan | None
) -> tuple[Plan | None, tuple[int, int]]:
    """Returns the plan that a due belongs to and the span of its object, None where there is none in its clause."""
    cues = list(words.cue.finditer(low, left, due.start))
    if cues:
        found = _behind(low, left, due, right, words, cues)
    elif before is not None:
        found = _joined(low, left, due, right, words, before)
    else:
        found = _fronted(low, left, due, right, words)
    return found or (None, (0, 0))


def _behind(
    low: str, left: int, due: Due, right: int, words: Words, cues: Sequence[regex.Match[str]]
) -> tuple[Plan, tuple[int, int]] | None:
    """Returns the plan whose cue stands before its due."""
    cue = cues[-1]
    # "Expects that results will be announced in May": both cues speak of one thing.
    other = cues[-2] if len(cues) > 1 else cue
    if cue.start() - other.end() < _JOINED and words.any_action.search(low, other.end(), cue.start()) is None:
        cue = other
    if _attributive(low, cue, due):
        return None
    verb, end = _first(low, cue.end(), due.start, words), _tail(low, due.end, right)
    if verb is None and cue.end() >= due.start - _BESIDE:
        if low.startswith((" to ", ", to "), due.end) and words.any_action.search(
            low, due.end, min(right, due.end + _BESIDE)
        ):
            # "Plans in the first quarter to initiate".
            verb, end = _first(low, due.end, right, words), _end(low, due.end, right)
        elif not low.startswith(_VERBAL, cue.start()):
            # "Topline data are expected in the first quarter".
            verb = _last(low, left, cue.start(), words)
    if verb is None or _another(low, left, due, cue.end(), verb, words):
        return None
    start = cue.start() + (low[cue.start()] == " ")
    return Plan((start, cue.end()), cue.lastgroup or "", verb[0], verb[1]), (left, end)


def _attributive(low: str, cue: regex.Match[str], due: Due) -> bool:
    """Says whether a cue only says something of the next word: "with anticipated growth in 2026"."""
    return (
        cue.lastgroup == "thing"
        and due.start - cue.end() > 4
        and not _LEADS_ON.search(low, cue.start(), cue.end())
        and not low.startswith((",", " ("), cue.end())
    )


def _another(low: str, left: int, due: Due, cue: int, verb: tuple[str, tuple[int, int]], words: Words) -> bool:
    """Says whether the due belongs to something else than the action after the cue."""
    start, end = verb[1]
    if words.breaks.search(low, min(max(end, cue), due.start), due.start):
        return True
    # "Expects to benefit from the launch in 2025", "its report for 2025": no plan, and no due.
    if words.aside.search(low, cue, max(cue, start)):
        return True
    if due.relation in ("for", "from") and not words.aimed.search(low, left, due.start):
        return True
    # "Data of the trial completed in March": the due is that of the trial.
    return _LAST_ED.search(low, max(cue, due.start - 30), due.start - 1) is not None


def _joined(
    low: str, left: int, due: Due, right: int, words: Words, before: Plan
) -> tuple[Plan, tuple[int, int]] | None:
    """Returns the plan of a second thing: "to report data in March and to file an application in June"."""
    verb = _first(low, left, due.start, words)
    joined = low[left : verb[1][0]].strip(" ,") if verb else ""
    if verb is None or joined not in ("and", "and to", "to", "and then", "followed by", "and to then", ""):
        return None
    return before._replace(action=verb[0], verb=verb[1], shared=True), (left, _tail(low, due.end, right))


def _fronted(low: str, left: int, due: Due, right: int, words: Words) -> tuple[Plan, tuple[int, int]] | None:
    """Returns the plan after its due: "In the first quarter, the company expects to report"."""
    cue = words.cue.search(low, due.end, min(right, due.end + 100))
    if cue is None or low[left : due.start].strip(" ,*-•") or not low.startswith((",", " the ", " we "), due.end):
        return None
    # "On March 3, the company disclosed plans to": the day on which it was said.
    if words.breaks.search(low, due.end, cue.start()) or _ANY_ED.search(low, due.end, cue.start()):
        return None
    verb = _first(low, cue.end(), right, words)
    if verb is None or verb[1][0] - cue.end() > _JOINED:
        return None
    return Plan(cue.span(), cue.lastgroup or "", verb[0], verb[1]), (due.end, _end(low, verb[1][1], right))


def _tail(low: str, start: int, right: int) -> int:
    match = _TAIL.match(low, start, right)
    return match.end() if match else start


def _end(low: str, start: int, right: int) -> int:
    match = _PARTED.search(low, start, right)
    return match.start() if match else right


def _first(low: str, start: int, end: int, words: Words) -> tuple[str, tuple[int, int]] | None:
    """Returns the action named first in a span: its class and place."""
    found = words.any_action.search(low, start, end)
    return _named(low, found.span(), end, words) if found else None


def _last(low: str, start: int, end: int, words: Words) -> tuple[str, tuple[int, int]] | None:
    found = None
    for match in words.any_action.finditer(low, start, end):
        found = match.span()
    return _named(low, found, end, words) if found else None


def _named(low: str, span: tuple[int, int], end: int, words: Words) -> tuple[str, tuple[int, int]] | None:
    """Returns the class of the action at a place: the first in the list whose words begin there."""
    for action in words.actions:
        match = action.says.match(low, span[0], end)
        if match is not None:
            return action.id, match.span()
    return None
