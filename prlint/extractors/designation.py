"""Designations (orphan drug, fast track, breakthrough …): which, for which product and disease, granted or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prlint.claim import Claim, Tracked
from prlint.text.agencies import agency
from prlint.text.listed import entries
from prlint.text.patterns import pattern
from prlint.text.words import small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from prlint.document import Document, Span

NEEDS = ("asset", "indication")
FIELDS = {
    "kind": "the designation by its name in the list: orphan drug, fast track, …",
    "asset": "the product as printed; empty where the sentence names none, or several",
    "indication": "the indications by their names in the list; empty where the sentence names none after it",
    "granted": "whether the sentence says that it was given; false for one applied for or hoped for",
    "stage": "granted, applied (asked for, or to be asked for), or empty where it is neither plainly",
    "subject": "FDA, EMA or another agency that gives it, or that of the place named; or empty",
}
TRACKED = (Tracked("asset", "{kind} designation", "indication", "asset", "asset"),)

_GRANTED = pattern(
    r"\b(?:grant(?:ed|s)|receiv(?:ed|es)|award(?:ed|s)|obtain(?:ed|s)|secur(?:ed|es)|has been given|has been designated|was designated|is designated|holds|has|have)\b"
)
_ASKED = pattern(
    r"\b(?:appl(?:y|ied|ies|ication)|request(?:ed|s|ing)?|submit(?:ted|s)?|seek(?:s|ing)?|pursu(?:e|ing)|eligib(?:le|ility)|potential|plan(?:s|ned)?|may|could|would|will|if|criteria|withdr[ae]wn?|revoked|denied)\b"
)
#: Asking for it, without more: a second request, or one after a refusal, is news of its own.
_APPLIED = pattern(
    r"\b(?:(?:has |have |had |recently )?(?:applied|requested|submitted|filed)|(?:is|are) (?:seeking|applying|requesting|pursuing)|"
    r"(?:plans?|intends?|expects?|will|aims?) to? ?(?:\w+ )?(?:apply|seek|request|submit|file|pursue)|seeks)\b"
)
_NOT_PLAIN = pattern(
    r"\b(?:if|may|might|could|would|eligib(?:le|ility)|potential|criteria|withdr[ae]wn?|revoked|denied|rescinded|re-?submit\w*|again|second|third|"
    r"additional|another|further|other|following|after|based on|prior|previous(?:ly)?|now)\b"
)

#: Code points before and after a designation in which it is said how far it has come.
_BEFORE, _AFTER = 160, 90


def extract(document: Document, claims: Mapping[str, tuple[Claim, ...]], lists: Mapping[str, Any]) -> Iterator[Claim]:
    """Yields a claim for each designation that is called one."""
    text = document.view.text
    low = document.once(small)
    if "designat" not in low and "status" not in low:
        return
    for kind, says in dict(entries(lists, "designations") or {}).items():
        names = "|".join(says)
        form = pattern(
            rf"\b(?:{names})(?: \([a-z]{{2,6}}\))? (?:designation|status|designated)\b|\bdesignated (?:as )?(?:an? |it (?:as )?an? )?(?:{names})\b(?! designation| status)"
        )
        for match in form.finditer(low):
            sentence = document.sentence_at(match.start())
            # What stands far off in a long sentence is said of something else.
            first, last = max(sentence.start, match.start() - _BEFORE), min(sentence.end, match.end() + _AFTER)
            asked = _ASKED.search(low, first, last)
            granted = asked is None and _GRANTED.search(low, first, last) is not None
            yield Claim(
                "designation",
                match.start(),
                match.end(),
                text[match.start() : match.end()],
                {
                    "kind": kind,
                    "asset": _only(claims.get("asset", ()), "code", "name", sentence),
                    "indication": _after(claims.get("indication", ()), match.end(), sentence),
                    "granted": granted,
                    "stage": "granted" if granted else _stage(low, sentence),
                    "subject": agency(text, *sentence),
                },
            )


def _stage(low: str, sentence: Span) -> str:
    """Returns `applied` where a sentence asks for what it names, and says no more; else nothing."""
    if _NOT_PLAIN.search(low, *sentence) or "grant" in low[slice(*sentence)]:
        return ""
    return "applied" if _APPLIED.search(low, *sentence) else ""


def _only(assets: Sequence[Claim], key: str, shown: str, sentence: Span) -> str:
    """Returns the one product of a sentence as printed, empty where there is none or more than one."""
    inside = [claim for claim in assets if sentence.start <= claim.start < sentence.end]
    return inside[0].string(shown) if len({claim.string(key) for claim in inside}) == 1 else ""


def _after(diseases: Sequence[Claim], start: int, sentence: Span) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.string("node") for claim in diseases if start <= claim.start < sentence.end))
