"""What is said of two spellings: places, replacements, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.document import Span
from prlint.finding import Cited, Contradicted, Replacement
from prlint.kinds.variants.weigh import best_of, slot_weight
from prlint.text.near import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from prlint.claim import Release
    from prlint.kinds.variants.look import Look
    from prlint.text.mentions import Mention


def finding(
    look: Look, outcome: str, loser: str, winner: str, wrong: list[Mention], right: list[Mention]
) -> Contradicted:
    """Returns the contradiction for a slip: its places, and what proves the right spelling."""
    wrong_spans = _spans(look, loser, wrong)
    right_spans = _spans(look, winner, right)
    found, expected = _printed(look, loser, wrong), _printed(look, winner, right)
    evidence = _evidence(look, winner, right)
    if outcome == "undecided":
        places = sorted(wrong_spans + right_spans)
        replacements: list[Replacement] = []
        evidence = [cited for cited in evidence if cited.release is not look.context.release]
    else:
        places = wrong_spans
        text = look.text
        replacements = [
            Replacement(s, e, expected.upper() if text[s:e].isupper() and len(expected) > 4 else expected)
            for s, e in places
        ]
    values = {
        "found": found,
        "expected": expected if outcome == "undecided" else _called(look, winner, right),
        "count": len(wrong_spans),
        "places": _places(len(wrong_spans)),
        "other_places": _places(len(right_spans)),
    }
    return Contradicted(outcome, places, evidence, values, replacements)


def _spans(look: Look, word: str, mentions: Iterable[Mention]) -> list[Span]:
    here = {id(m) for m in look.draft.with_word(word)}
    spans = {span for m in mentions if id(m) in here for one, span in zip(m.plain, m.spans, strict=True) if one == word}
    return sorted(spans)


def _printed(look: Look, word: str, mentions: Sequence[Mention]) -> str:
    best = best_of(look, mentions) or mentions[0]
    return next(one for one in best.words if plain(one) == word)


def _called(look: Look, word: str, mentions: Sequence[Mention]) -> str:
    """Returns the name as one would call it: its first word, or all of it where the word stands further back."""
    best = best_of(look, mentions) or mentions[0]
    return " ".join(best.words) if best.plain[0] != word and len(best.words) > 1 else _printed(look, word, mentions)


def _evidence(look: Look, word: str, mentions: Sequence[Mention]) -> list[Cited]:
    release = look.context.release
    here = {id(m) for m in look.draft.with_word(word)}
    cited = []
    best = best_of(look, [m for m in mentions if id(m) in here])
    if best is not None and best.origin is not None:
        cited.append(Cited(release, best.origin.start, _with_parenthesis(release, best.origin.end)))
    for i in reversed(look.archive.get(word, ())[-2:]):
        old = look.context.earlier[i]
        best = best_of(look, look.earlier[i].with_word(word))
        if best is not None and best.origin is not None:
            cited.append(Cited(old, best.origin.start, _with_parenthesis(old, best.origin.end)))
    if word in look.confirmed:
        cited.append(Cited(None, 0, 0, "confirmed in the profile"))
    return cited


def written(look: Look, how: str, wrong: str, right: str, forms: Mapping[str, list[Mention]]) -> Contradicted:
    """Returns the contradiction for one name that is written in two ways."""
    length = wrong.count(" ")
    spans = sorted({Span(m.spans[0].start, m.spans[length].end) for m in forms[wrong]})
    decided = slot_weight(look, forms[right]) - slot_weight(look, forms[wrong]) >= look.params["lead"]
    best = best_of(look, forms[right])
    release = look.context.release
    evidence = (
        [Cited(release, best.origin.start, _with_parenthesis(release, best.origin.end))] if best and best.origin else []
    )
    values = {
        "found": wrong,
        "expected": right,
        "count": len(spans),
        "places": _places(len(spans)),
        "other_places": _places(len(forms[right])),
    }
    return Contradicted(how, spans, evidence, values, [Replacement(s, e, right) for s, e in spans] if decided else [])


def _places(count: int) -> str:
    return f"{count} place" if count == 1 else f"{count} places"


def _with_parenthesis(release: Release, end: int) -> int:
    """Returns where a short parenthesis that follows directly ends, such as the one with the ticker."""
    text = release.document.view.text
    if not text.startswith(" (", end):
        return end
    close = text.find(")", end, end + 40)
    return close + 1 if close > 0 and ":" in text[end:close] else end
