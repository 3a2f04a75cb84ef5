"""Which plan a due belongs to: the cue and the action in its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from prlint.extractors.promise.words import Words
    from prlint.text.dues import Due

#: Where another thought begins.
_PARTED = pattern(
    r"; | – | — |: |, (?:while|whereas|but|with|which|where|who|and (?=(?:the|its|it|we|is|has|will|plan|expect|intend|anticipat)\b))|\) (?=\d)| while | whereas |\n|(?<=\p{L}{3})\. "
)
SUBJECT_PARTED = pattern(r", (?:and|where|which|who)? ?| and (?=(?:the|its|our)\b)| that | where | when ")
_LAST_ED = pattern(r"(?<!\b(?:be|being|been|is|are|and|to|or|be \p{L}+ly) )\b\p{L}+(?:ed|en)$")
#: What a due without a preposition stands after: "expected mid-2026", "near the end of June", "late" or "early" say it too.
BARE = pattern(
    r"(?:ed|near|towards?|due|target|completion|launch|start|readout|date|timing|later|data|results|\(|:)(?: (?:for|in|to \p{L}+))? ?$"
)
#: What a cue ends with that goes on to what is done; or the name of its time.
_LEADS_ON = pattern(r"(?: (?:to|for)|date|timing|completion|launch|start|readout|closing|initiation)$")
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
        cue = cues[-1]
        # "expects that results will be announced in May": both cues speak of one thing.
        for other in reversed(cues[:-1]):
            if words.any_action.search(low, other.end(), cue.start()) is None and cue.start() - other.end() < 60:
                cue = other
            break
        verb = _first(low, cue.end(), due.start, words)
        # "With anticipated growth in 2026": only what is said of growth.
        if (
            cue.lastgroup == "thing"
            and due.start - cue.end() > 4
            and not _LEADS_ON.search(low, cue.start(), cue.end())
            and not low.startswith((",", " ("), cue.end())
        ):
            return None, (0, 0)
        end = _tail(low, due.end, right)
        if verb is None and cue.end() >= due.start - 30:
            # "plans in the first quarter to initiate", "topline data are expected in the first quarter".
            follows = words.any_action.search(low, due.end, min(right, due.end + 30))
            if follows is not None and low.startswith((" to ", ", to "), due.end):
                verb, end = _first(low, due.end, right, words), _end(low, due.end, right)
            else:
                verb = _last(low, left, cue.start(), words)
        if verb is None or words.breaks.search(low, min(max(verb[1][1], cue.end()), due.start), due.start):
            return None, (0, 0)
        # "Expects to benefit from the launch in 2025", "its report for 2025": no plan, and no due.
        if words.aside.search(low, cue.end(), max(cue.end(), verb[1][0])) or (
            due.relation in ("for", "from") and not words.aimed.search(low, left, due.start)
        ):
            return None, (0, 0)
        # "Data of the trial completed in March": the due is another thing's.
        if low.startswith(("ed ", "en "), due.start - 3) and _LAST_ED.search(
            low, max(cue.end(), due.start - 30), due.start - 1
        ):
            return None, (0, 0)
        return Plan(cue.span(), cue.lastgroup or "", verb[0], verb[1]), (left, end)
    if before is not None:
        # "to report data in March and to file an application in June": the first cue speaks for both.
        verb = _first(low, left, due.start, words)
        joined = low[left : verb[1][0]].strip(" ,") if verb else ""
        if verb is None or joined not in ("and", "and to", "to", "and then", "followed by", "and to then", ""):
            return None, (0, 0)
        return before._replace(action=verb[0], verb=verb[1], shared=True), (left, _tail(low, due.end, right))
    # "In the first quarter, the company expects to report."
    fronted = words.cue.search(low, due.end, min(right, due.end + 100))
    if fronted is None or low[left : due.start].strip(" ,*-•") or not low.startswith((",", " the ", " we "), due.end):
        return None, (0, 0)
    verb = _first(low, fronted.end(), right, words)
    # "On March 3, the company disclosed plans to": the day on which it was said.
    if words.breaks.search(low, due.end, fronted.start()):
        return None, (0, 0)
    if verb is None or verb[1][0] - fronted.end() > 60:
        return None, (0, 0)
    return Plan(fronted.span(), fronted.lastgroup or "", verb[0], verb[1]), (due.end, _end(low, verb[1][1], right))


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
