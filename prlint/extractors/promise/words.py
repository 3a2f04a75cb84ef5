"""The words of promises: the list made ready, and key words folded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prlint.text.listed import made_once
from prlint.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prlint.claim import Claim
    from prlint.text.patterns import Pattern

_WORD = pattern(r"[\p{L}\d][\p{L}\d'.-]*[\p{L}\d]|[\p{L}\d]")
#: A folded key word for those that mean the same.
_SAME = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "trial": "study", "result": "data", "finding": "data", "readout": "data",
         "top-line": "topline", "u.s": "us"}  # fmt: skip


class Action(NamedTuple):
    """A class of actions, and the words for it."""

    id: str
    says: Pattern
    when: str
    of: Pattern | None


class Words(NamedTuple):
    """The list, made ready."""

    cue: Pattern
    determined: Pattern
    told: Pattern
    ours: Pattern
    actions: tuple[Action, ...]
    any_action: Pattern
    done: Mapping[str, tuple[str, ...]]
    happened: Pattern
    hedges: Pattern
    conditions: Pattern
    signs: frozenset[str]
    moved: Pattern
    tells: Pattern
    no_promise: Pattern
    recurring: Pattern
    breaks: Pattern
    aside: Pattern
    over: Pattern
    aimed: Pattern
    parts: Pattern
    stop: frozenset[str]


@made_once
def words_of(data: Mapping[str, Any]) -> Words:
    """Returns the list `promises`, its patterns made."""
    actions = tuple(
        Action(
            str(each["id"]),
            pattern(_alternatives(each["says"])),
            str(each.get("when", "")),
            pattern(_alternatives([each["of"]])) if each.get("of") else None,
        )
        for each in data["actions"]
    )
    done: dict[str, tuple[str, ...]] = {str(word): ("stop",) for word in data["stopped"]}
    for each in data["actions"]:
        for word in each.get("done", ()):
            done[str(word)] = (*done.get(str(word), ()), str(each["id"]))
    cue = "|".join(f"(?P<{kind}>{'|'.join(says)})" for kind, says in data["cues"].items())
    return Words(
        cue=pattern(rf"(?<![\p{{L}}-])(?:{cue})(?![\p{{L}}-])"),
        determined=pattern(_alternatives(data["determined"]) + " $"),
        told=pattern(_alternatives(data["told"]) + r"(?: \p{L}+ly| be| been)? $"),
        ours=pattern(
            _alternatives(data["self"])
            + r"(?:,? (?:also|now|currently|still|then|further|therefore|therefore,|and \p{L}+))?,? $"
        ),
        actions=actions,
        any_action=pattern(_alternatives([one for each in data["actions"] for one in each["says"]])),
        done=done,
        happened=pattern(
            r"\b(?<!\bbe )(?<!\bto )(?<!\bwill )(?<!\bbe \p{L}{3,14}ly )(?:" + "|".join(done) + r")(?![\p{L}-])"
        ),
        hedges=pattern(data["hedges"]),
        conditions=pattern(data["conditions"]),
        signs=frozenset(map(str, data["signs"])),
        moved=pattern(data["moved"]),
        tells=pattern(data["tells"]),
        no_promise=pattern(data["not_promises"]),
        recurring=pattern(data["recurring"]),
        breaks=pattern(data["breaks"]),
        over=pattern(r"\b(?:was|were|has|had|took|" + "|".join(done) + r")(?![\p{L}-])"),
        aside=pattern(_alternatives(data["aside"])),
        aimed=pattern(_alternatives(data["aimed"]) + " $"),
        parts=pattern(data["parts"]),
        stop=frozenset(str(data["stop"]).split()),
    )


def _alternatives(says: Sequence[str]) -> str:
    return r"(?<![\p{L}-])(?:" + "|".join(says) + r")(?![\p{L}])"


def keys_of(spans: Sequence[tuple[int, int]], low: str, words: Words) -> set[str]:
    """Returns the key words of some spans, folded, without those that say nothing."""
    keys: set[str] = set()
    for start, end in spans:
        if start < end:
            for match in _WORD.finditer(low, start, end):
                if match.group() not in words.stop:
                    keys |= folded(match.group())
    return {key for key in keys if key not in words.stop}


def folded(word: str) -> set[str]:
    """Returns a key word without its ending: plural and possessive count for nothing."""
    word = word.removesuffix("'s").strip(".'-*™®")
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "is", "us")):
        word = word[:-1]
    word = _SAME.get(word, word)
    return {word} if word else set()


def among(claims: Sequence[Claim], start: int, end: int, field: str) -> tuple[str, ...]:
    """Returns the values of a field among the claims that begin in a span."""
    return tuple(dict.fromkeys(claim.string(field) for claim in claims if start <= claim.start < end))


def phases_of(trials: Sequence[Claim], start: int, end: int) -> tuple[str, ...]:
    """Returns the phases of the trials that begin in a span."""
    found: dict[str, None] = {}
    for claim in trials:
        phases = claim.get("phases")
        if start <= claim.start < end and isinstance(phases, tuple):
            found.update(dict.fromkeys(phases))
    return tuple(sorted(found))
