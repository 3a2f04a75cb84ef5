"""Trial phases: every way of writing them, and what only looks like one.

"Phase IIb/III", "PHASE 3", "Phase 1/Phase 2" and "Phases 2 and 3" are phases;
"Phase 10", "Phase Impact" and "S phase" are not. A slash joins two phases into
one combined trial; "and" names two trials; a dash that stands between spaces
joins nothing ("Phase 2 - 30 sites").

Phases of other things (an award, a building, a cell's cycle) are masked by the
words around them, which come from the list `phase-masks`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.text.patterns import Pattern, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

#: The phases in their order; a trial's phase is a set of these.
ORDER = ("0", "1", "2", "3", "4")

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4"}

# Roman IV stands before I; a number or letter after the numeral makes it another word ("Phase 10", "Phase Impact").
_ONE = r"(?:IV|I{1,3}|[0-4])(?:[a-c](?:/[a-c])?)?(?![\p{L}\p{N}]|[.,]\d)"
_PHASE = pattern(
    rf"""
    (?<![\w-])(?P<early>early[ -])?phase(?P<plural>s)?(?:[ ]?|-)
    (?:
      (?P<first>{_ONE})
      (?P<joined>(?:(?:[ ]?/[ ]?|[-–])(?:phase[ -]?)?{_ONE})*)
      (?P<listed>(?:(?:,[ ](?:and[ ]|or[ ]|&[ ])?|[ ](?:and|or|&|to|through)[ ]){_ONE})*)
    | (?P<word>one|two|three|four)\b
    )
    """,
    "ix",
)
_NUMERAL = pattern(r"(IV|I{1,3}|[0-4])([a-c](?:/[a-c])?)?(?![\p{L}\p{N}])", "i")
_READY = pattern(r"[ -](?:ready|enabling)\b", "i")
# What may follow "Phase 1 and 2" for the second number to be a phase and not a count.
_TRIALS = pattern(
    r"(?: \p{Ll}[\w-]*){0,2} (?:trials?|stud(?:y|ies)|clinical|data|results|programs?|development)\b|[.,;:)]|$", "i"
)
_CLINICAL = pattern(
    r"(?:,?[ -](?!(?:in|of|for|at|from|with|and|to|by)\b)[\p{L}\d-]+){0,4}?[ -](?:clinical|trials?|stud(?:y|ies)|cohort|portion|expansion cohort)\b",
    "i",
)
_TOKEN = pattern(r"[\p{L}\p{N}][\p{L}\p{N}'&-]*|[.;:!?\n]")


class Phase(NamedTuple):
    """A phase expression. `start` and `end` are offsets in the text given.

    `phases` are the whole phases, ascending ("1a" is within "1"); `parts` are
    those that were given a letter ("2b"). `written` is the expression with its
    word ("Phase 2", also for the second of "Phases 1 and 2"); `notation` is
    roman, arabic, mixed or word. `ready` says that the phase is only prepared
    for ("Phase 3-ready").
    """

    start: int
    end: int
    phases: tuple[str, ...]
    parts: tuple[str, ...]
    written: str
    notation: str
    ready: bool = False


class Masks:
    """The words that make a phase one of something else; made once from the list `phase-masks`.

    `near` holds groups of words and the number of tokens within which they
    count, `before` and `after` hold words that must touch the expression.
    """

    __slots__ = ("_after", "_before", "_near")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._near = [
            (frozenset(w.casefold() for w in group["words"]), int(group["tokens"]), bool(group.get("always")))
            for group in data.get("near", ())
        ]
        self._before = _words(data.get("before", ()), r"(?<![\w'-])(?:{})$")
        self._after = _words(data.get("after", ()), r"[ -](?:{})\b")

    def hide(self, text: str, start: int, end: int) -> bool:
        """Says whether the phase expression at `start` to `end` is no trial's."""
        head = text[max(0, start - 40) : start].rstrip()
        if self._before and self._before.search(head):
            return True
        if self._after and self._after.match(text, end):
            return True
        # "contract that funds a Phase 2 clinical study": what calls itself a trial is one, unless the award touches it.
        clinical = _CLINICAL.match(text, end) is not None
        for words, tokens, always in self._near:
            if clinical and not always:
                continue
            if words & _tokens_before(text, start, tokens) or words & _tokens_after(text, end, tokens):
                return True
        return False


def _words(words: Sequence[str], frame: str) -> Pattern | None:
    return pattern(frame.format("|".join(words)), "i") if words else None


def _tokens_before(text: str, start: int, count: int) -> frozenset[str]:
    """Returns the last `count` words before `start`, of the same sentence, folded."""
    words: list[str] = []
    for match in _TOKEN.finditer(text, max(0, start - 16 * count), start):
        if match.group() in ".;:!?\n":
            words.clear()
        else:
            words.append(match.group().casefold())
    return frozenset(words[-count:])


def _tokens_after(text: str, end: int, count: int) -> frozenset[str]:
    words: list[str] = []
    for match in _TOKEN.finditer(text, end, min(len(text), end + 16 * count)):
        if match.group() in ".;:!?\n" or len(words) == count:
            break
        words.append(match.group().casefold())
    return frozenset(words)


def find(text: str, masks: Masks | None = None, start: int = 0, end: int | None = None) -> Iterator[Phase]:
    """Yields the phase expressions of `text`, in order; two for "Phases 2 and 3"."""
    for match in _PHASE.finditer(text, start, end):
        if match.group("word"):
            # "Phase two" is a trial's only where the text says so: "phase one of the launch" is common.
            if _CLINICAL.match(text, match.end()) is None or (masks and masks.hide(text, *match.span())):
                continue
            number = _WORDS[match.group("word").casefold()]
            yield Phase(match.start(), match.end(), (number,), (), match.group(), "word")
            continue
        first_end = match.end("joined")
        others = list(_listed(text, match))
        last = others[-1][1] if others else first_end
        if masks and masks.hide(text, match.start(), last):
            continue
        ready = _READY.match(text, last) is not None
        yield _phase(text, match.start(), first_end, match.span("first")[0], bool(match.group("early")), ready, "")
        for begin, stop in others:
            yield _phase(text, begin, stop, begin, False, ready, "Phase ")


def _listed(text: str, match: Any) -> Iterator[tuple[int, int]]:
    """Yields the further phases of a list: of "Phases 2 and 3" always, of "Phase 1 and 2" where trials follow."""
    begin, stop = match.span("listed")
    if begin == stop:
        return
    if not match.group("plural") and not _TRIALS.match(text, stop):
        return
    for numeral in _NUMERAL.finditer(text, begin, stop):
        yield numeral.span()


def _phase(text: str, start: int, end: int, numerals: int, early: bool, ready: bool, word: str) -> Phase:
    phases: list[str] = []
    parts: list[str] = []
    roman = arabic = False
    for match in _NUMERAL.finditer(text, numerals, end):
        number, letters = match.group(1).casefold(), (match.group(2) or "").casefold()
        roman, arabic = roman or number in _ROMAN, arabic or number not in _ROMAN
        number = _ROMAN.get(number, number)
        phases.append(number)
        parts += [number + letter for letter in letters.split("/") if letter]
    joint = text[numerals:end]
    if len(phases) == 2 and "/" not in joint and ORDER.index(phases[1]) - ORDER.index(phases[0]) > 1:
        # "Phase 1-3" is a range: it stands for all between, and contradicts none of them.
        phases = list(ORDER[ORDER.index(phases[0]) : ORDER.index(phases[1]) + 1])
    if early and phases == ["1"]:
        phases = ["0"]  # the registries' name for the former Phase 0
    notation = "mixed" if roman and arabic else "roman" if roman else "arabic"
    return Phase(
        start, end, tuple(sorted(set(phases))), tuple(sorted(set(parts))), word + text[start:end], notation, ready
    )
